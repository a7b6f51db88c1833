"""Acts on the data file for this room: done in the worker, told where they are refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from tthc_desktop.ports import UnitsOfWork
from ui.frame.actions import Page
from ui.kit.message_card import MessageCard
from ui.kit.trouble import tell
from ui.main_window import MainWindow
from ui.session.background import Background, Job, Trouble
from ui.session.plan_session import PlanSession


@runtime_checkable
class Waits(Protocol):
    """A dialog that takes no second press while an act is being worked on."""

    def wait(self, *, is_over: bool) -> None:
        """Begin to wait, or end."""
        ...


class LifeWork:
    """Hands acts to the worker with the units of work of the open file.

    `window` is the dialogs' parent, `card` says what was done.
    """

    def __init__(
        self, window: MainWindow, session: PlanSession, background: Background, card: MessageCard
    ) -> None:
        """Work on the file of *session*."""
        self.window, self.session, self.card = window, session, card
        self._background = background

    @property
    def units(self) -> UnitsOfWork | None:
        """The open file's units of work, None while there is no file."""
        found = self.session.file
        return found.units if found else None

    def run(
        self,
        words: str,
        act: Callable[[UnitsOfWork], Any],
        done: Callable[[Any], object],
        refused: str,
        *,
        over: QWidget | None = None,
    ) -> None:
        """Do *act* in the worker, then *done*; *refused* is the title of what is told if not.

        *over* is the dialog the telling stands over where one is open.
        """
        units = self.units
        if units is not None:
            self.start(words, lambda: act(units), done, refused, over=over)

    def start(
        self,
        words: str,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        refused: str,
        *,
        over: QWidget | None = None,
    ) -> None:
        """Do *work* in the worker, whether there is a file or not; without *words* in silence."""
        asking = _waiting(over) if words else None

        def end() -> None:
            if asking is not None and over is not None and is_there(over):
                asking.wait(is_over=True)

        def failed(trouble: Trouble) -> None:
            end()
            # The person may have closed the dialog meanwhile.
            there = over if over is not None and is_there(over) else self.window
            tell(there, refused, trouble.message)

        def call(made: object) -> None:
            end()
            done(made)

        if asking is not None:
            asking.wait(is_over=False)

        self._background.start(Job(words, work, call, failed))

    def open_new(self, plan_id: str, words: str) -> None:
        """Open a plan that was just made, on its page, and say so."""
        self.session.reopen(plan_id)
        self.window.show_page(Page.PLAN)
        self.card.say(words)


def is_there(dialog: QWidget) -> bool:
    """Whether a dialog is still open: an act may come to its end after it was left."""
    return isValid(dialog) and dialog.isVisible()


def _waiting(dialog: object) -> Waits | None:
    return dialog if isinstance(dialog, Waits) else None
