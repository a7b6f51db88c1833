"""Who has not answered: the list, the words for Zalo, the card of Hôm nay."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication

from tthc_desktop.domain.plan import Plan
from tthc_desktop.ports import UnitsOfWork
from ui.plan_life.life_work import LifeWork, is_there
from ui.sheets.answers import AnswersTold, read_answers, reminder_text
from ui.sheets.answers_dialog import AnswersDialog
from ui.sheets.period_box import usual_period

_NOT_READ = "Chưa đọc được phòng nào đã trả lời"


class AnswersActs(QObject):
    """`told` carries the answers of the sheets sent last, None where none were sent."""

    told = Signal(object)

    def __init__(self, work: LifeWork, letter: QAction) -> None:
        """Work on the open file; *letter* asks for the công văn đôn đốc."""
        super().__init__(work.window)
        self._work, self._letter = work, letter

    def show(self, plan: Plan) -> None:
        """Show who has answered the sheets of *plan* sent last."""
        usual = usual_period(plan.year, self._work.session.today)

        def found(told: AnswersTold | None) -> None:
            self.show_period(plan.id, plan.year, told.found.period if told else usual)

        self._read(plan.id, None, found)

    def show_period(self, plan_id: str, year: int, period: str) -> None:
        """Show who has answered the sheets of a period; another one can be chosen."""
        has_letter = self._letter.isEnabled()
        dialog = AnswersDialog(year, period, self._work.window, has_letter=has_letter)
        dialog.answers_asked.connect(lambda key: self._show_in(dialog, plan_id, key))
        dialog.copy_asked.connect(self.copy_reminder)
        dialog.letter_asked.connect(lambda: self._write_letter(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        self._show_in(dialog, plan_id, dialog.period.key)

    def copy_reminder(self, told: AnswersTold) -> None:
        """Put the words that remind those missing where they can be pasted from."""
        QGuiApplication.clipboard().setText(reminder_text(told))

    def tell_today(self) -> None:
        """Find out for Hôm nay who has not answered the sheets sent last, of any plan."""
        self._read(None, None, self.told.emit)

    def _show_in(self, dialog: AnswersDialog, plan_id: str, period: str) -> None:
        def show(told: AnswersTold) -> None:
            if is_there(dialog):
                dialog.show_answers(told)

        self._read(plan_id, period, show)

    def _read(self, plan_id: str | None, period: str | None, done: Callable[..., object]) -> None:
        today = self._work.session.today

        def act(units: UnitsOfWork) -> AnswersTold | None:
            return read_answers(units, plan_id, period, today)

        self._work.run("", act, done, _NOT_READ)

    def _write_letter(self, dialog: AnswersDialog) -> None:
        dialog.accept()
        self._letter.trigger()
