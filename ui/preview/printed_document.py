"""What a plan prints: as it is now, or, once it is issued, as it was issued."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tthc_desktop import NAME
from tthc_desktop.document.blocks import DocumentLayout
from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from ui.preview.checks import Check
from ui.session.wording import plan_name


@dataclass(frozen=True)
class PrintSource:
    """A document of another room: its title, how its pages are read, what is told before.

    `kind` is what it is called in a sentence ("báo cáo"); `page` is the place of the page it
    belongs to; `read` is called in the worker.
    """

    title: str
    kind: str
    page: int
    read: Callable[[UnitsOfWork], DocumentLayout]
    checks: tuple[Check, ...] = ()


def printed(units: UnitsOfWork, progress: PlanProgress) -> DocumentLayout:
    """Return the pages of the plan that *progress* holds; for the worker."""
    from tthc_desktop.document.plan_layout import lay_out_plan
    from tthc_desktop.use_cases.plan_export import ISSUED_STATES, printed_layout

    if progress.plan.state in ISSUED_STATES:
        return printed_layout(units, progress.plan.id)
    return lay_out_plan(progress.plan, progress.directory)


class PrintSources:
    """The rooms that may have a document at hand, asked in turn."""

    def __init__(self, say: Callable[[str], object]) -> None:
        """Ask nobody yet; *say* tells why there is nothing to show."""
        self._say = say
        self._sources: list[Callable[[], PrintSource | None]] = []

    def offer(self, source: Callable[[], PrintSource | None]) -> None:
        """Ask this room too; it raises Refused where there should be a document and is none."""
        self._sources.append(source)

    def ask(self) -> tuple[PrintSource | None, bool]:
        """Return the document at hand, None where that is the plan; and whether to go on."""
        try:
            found = next((one for ask in self._sources if (one := ask()) is not None), None)
        except Refused as error:
            self._say(error.message)
            return None, False
        return found, True


def plan_title(plan: Plan) -> str:
    """Return the window's title while the pages of *plan* are shown."""
    return window_title(plan_name(plan))


def window_title(name: str) -> str:
    """Return the window's title while the pages of what is called *name* are shown."""
    return f"Xem trang in – {name} – {NAME}"
