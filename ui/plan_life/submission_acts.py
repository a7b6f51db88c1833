"""The way to the signature, and the Word documents that go with a plan's life."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from tthc_desktop.domain.plan import Plan, PlanState
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.submission import Submission
from ui.kit.message_card import Offer
from ui.kit.trouble import open_place
from ui.plan_life.life_work import LifeWork
from ui.plan_life.submission_dialog import SubmissionDialog
from ui.plan_life.word_target import ask_word_target
from ui.session.settings import Settings
from ui.session.wording import document_number, plan_name


class SubmissionActs(QObject):
    """A draft is submitted or taken back; phiếu trình and adjusting plan are written to Word."""

    def __init__(self, work: LifeWork, settings: Settings) -> None:
        """Work on the open file; *settings* remember the folder."""
        super().__init__(work.window)
        self._work, self._settings = work, settings

    def ask(self, plan: Plan) -> None:
        """Ask who submits; a plan submitted already gets its phiếu trình once more."""
        progress = self._work.session.editor.progress
        names = [one.name for one in progress.directory.units()] if progress else []
        dialog = SubmissionDialog(plan, names, self._work.window)
        dialog.agreed.connect(lambda told, saves: self._submit(plan, told, saves=saves))
        dialog.taken_back.connect(lambda: self.take_back(plan))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_back(self, plan: Plan) -> None:
        """Make a submitted plan a draft again."""
        self._set(plan, submitted=False, done=lambda: self._work.card.say("Đã lấy lại để sửa"))

    def ask_adjusting_plan(self, plan: Plan) -> None:
        """Ask where the adjusting plan goes and write it."""
        today = self._work.session.today

        def act(units: UnitsOfWork, to: Path) -> Path:
            from tthc_desktop.use_cases.adjustment_plan import export_adjustment_plan

            return export_adjustment_plan(units, plan.id, to, today=today, force=True)

        name = f"Kế hoạch điều chỉnh, bổ sung {document_number(plan)}"
        self._write("Lập kế hoạch điều chỉnh, bổ sung", name, act)

    def _submit(self, plan: Plan, told: Submission, *, saves: bool) -> None:
        def write() -> None:
            if saves:
                self._write_note(plan, told)

        if plan.state is PlanState.SUBMITTED:
            write()
            return

        def done() -> None:
            self._work.card.say("Đã chuyển kế hoạch sang “Đang trình ký”")
            write()

        self._set(plan, submitted=True, done=done)

    def _set(self, plan: Plan, *, submitted: bool, done: Callable[[], object]) -> None:
        def act(units: UnitsOfWork) -> object:
            from tthc_desktop.use_cases.submission import set_submitted

            return set_submitted(units, plan.id, submitted=submitted)

        def then(_: object) -> None:
            self._work.session.reopen(plan.id)
            done()

        refused = "Chưa trình ký được" if submitted else "Chưa lấy lại được"
        self._work.run("", act, then, refused)

    def _write_note(self, plan: Plan, told: Submission) -> None:
        today = self._work.session.today

        def act(units: UnitsOfWork, to: Path) -> Path:
            from tthc_desktop.use_cases.submission import export_submission_note

            return export_submission_note(units, plan.id, told, to, today=today, force=True)

        self._write("Lưu phiếu trình", f"Phiếu trình {plan_name(plan)}", act)

    def _write(self, title: str, name: str, act: Callable[[UnitsOfWork, Path], Path]) -> None:
        def chosen(to: Path) -> None:
            def done(file: Path) -> None:
                offers: tuple[Offer, ...] = (
                    ("Mở tệp", lambda: open_place(file)),
                    ("Mở thư mục", lambda: open_place(file.parent)),
                )
                self._work.card.say(f"Đã lưu “{file.name}”", offers)

            words = "Đang ghi tệp Word…"
            self._work.run(words, lambda units: act(units, to), done, "Chưa ghi được tệp Word")

        ask_word_target(self._work.window, self._settings, title, name, chosen)
