"""Khó khăn, vướng mắc over the open file: listed, answered, added, followed, written to Excel."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.reporting.difficulties import Difficulty, DifficultyPlace, ToldDifficulty
from tthc_desktop.domain.reporting.entry_edits import EntryEdit
from tthc_desktop.domain.task_edit import TaskEdit
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from ui.desk import Desk
from ui.difficulties.answer_dialog import AnswerDialog
from ui.difficulties.difficulty_window import DifficultyWindow
from ui.difficulties.difficulty_writing import DifficultyWriting
from ui.difficulties.entry_dialog import EntryDialog
from ui.kit.trouble import open_place
from ui.plan_life.life_work import LifeWork

_PURPOSE = "so-kho-khan"


class DifficultyActs(QObject):
    """One window at a time; it is read anew after every act, be it done or taken back."""

    def __init__(self, desk: Desk) -> None:
        """Connect the act of the menu."""
        super().__init__(desk.window)
        self._desk = desk
        self._work = LifeWork(desk.window, desk.session, desk.background, desk.card)
        self._writing = DifficultyWriting(desk.session)
        self._shown: DifficultyWindow | None = None
        action = desk.window.actions_of_menu.difficulty.difficulties
        action.triggered.connect(lambda *_: self.show())
        desk.session.plans_listed.connect(lambda plans: action.setEnabled(bool(plans)))
        desk.session.editor.stack.indexChanged.connect(lambda *_: self._read())

    def show(self) -> None:
        """Open the window."""
        if self._shown is not None:
            self._shown.raise_()
            return
        found = self._desk.session.file
        can_write = found is not None and not found.read_only
        shown = DifficultyWindow(self._year, self._desk.window, can_write=can_write)
        shown.answer_asked.connect(self._ask_answer)
        shown.entry_asked.connect(self._ask_entry)
        shown.remove_asked.connect(self._remove)
        shown.task_asked.connect(self._follow)
        shown.export_asked.connect(self._export)
        tasks = self._desk.window.actions_of_menu.tasks
        shown.undo_asked.connect(tasks.undo.trigger)
        shown.redo_asked.connect(tasks.redo.trigger)
        shown.finished.connect(self._on_closed)
        self._shown = shown
        shown.open()
        self._read()

    @property
    def _year(self) -> int:
        opened = self._progress
        return opened.plan.year if opened else self._desk.session.today.year

    @property
    def _progress(self) -> PlanProgress | None:
        return self._desk.session.editor.progress

    def _read(self) -> None:
        if self._shown is None:
            return
        year = self._year

        def act(units: UnitsOfWork) -> tuple[ToldDifficulty, ...]:
            from tthc_desktop.use_cases.difficulties import difficulties_of_year

            return difficulties_of_year(units, year)

        self._work.run("", act, self._show_told, "Chưa đọc được sổ", over=self._shown)

    def _show_told(self, told: tuple[ToldDifficulty, ...]) -> None:
        if self._shown is not None:
            self._shown.show_told(told)

    def _ask_answer(self, told: ToldDifficulty) -> None:
        dialog = AnswerDialog(told, self._desk.session.today, self._shown)
        dialog.agreed.connect(partial(self._answer, told))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _answer(self, told: ToldDifficulty, words: str, day: date) -> None:
        from tthc_desktop.use_cases.difficulty_acts import answered_entry

        if told.place is not None:
            self._answer_recorded(told.place, words, day)
        elif told.entry is not None:
            self._write(answered_entry(told.entry, words, day))

    def _answer_recorded(self, place: DifficultyPlace, words: str, day: date) -> None:
        def act(progress: PlanProgress) -> TaskEdit:
            from tthc_desktop.use_cases.difficulty_acts import answer_difficulty

            return answer_difficulty(progress, place, words, day)

        opened = self._progress
        if opened is not None and opened.plan.id == place.plan_id:
            self._desk.session.editor.do(act)
        else:
            self._writing.do_in_plan(place.plan_id, act)

    def _ask_entry(self, entry: Difficulty | None) -> None:
        opened = self._progress
        names = [one.name for one in opened.directory.respondents] if opened else []
        dialog = EntryDialog(entry, names, self._desk.session.today, self._shown)
        dialog.agreed.connect(partial(self._write_entry, entry))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write_entry(self, entry: Difficulty | None, values: dict[str, str]) -> None:
        from tthc_desktop.use_cases.difficulty_acts import written_entry

        try:
            edit = written_entry(entry, values, self._desk.session.today.year)
        except Refused as error:
            self._writing.refuse(error.message)
            return
        self._write(edit)

    def _remove(self, told: ToldDifficulty) -> None:
        from tthc_desktop.use_cases.difficulty_acts import removed_entry

        if told.entry is not None:
            self._write(removed_entry(told.entry))

    def _write(self, edit: EntryEdit) -> None:
        self._writing.do_entry(edit)

    def _follow(self, told: ToldDifficulty) -> None:
        """Go to the task, where the result of the period is typed."""
        if (place := told.place) is None:
            return
        if self._shown is not None:
            self._shown.accept()
        today = self._desk.frame.today
        today.open_occurrence(place.plan_id, place.task_id, place.occurrence_id)

    def _export(self) -> None:
        settings = self._desk.window.settings
        chooser = QFileDialog(self._shown, "Xuất khó khăn, vướng mắc ra Excel")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter("Sổ Excel (*.xlsx)")
        chooser.setDefaultSuffix("xlsx")
        chooser.setDirectory(str(settings.folder(_PURPOSE)))
        chooser.selectFile(f"kho-khan-vuong-mac-{self._year}.xlsx")
        chooser.fileSelected.connect(lambda file: self._write_file(Path(file)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _write_file(self, to: Path) -> None:
        self._desk.window.settings.remember_folder(_PURPOSE, to.parent)
        year = self._year

        def act(units: UnitsOfWork) -> Path:
            from tthc_desktop.use_cases.difficulties import export_difficulties

            return export_difficulties(units, year, to, force=True)

        words, refused = "Đang xuất Excel…", "Chưa xuất được Excel"
        self._work.run(words, act, self._on_exported, refused, over=self._shown)

    def _on_exported(self, to: Path) -> None:
        offers = (
            ("Mở tệp", lambda: open_place(to)),
            ("Mở thư mục", lambda: open_place(to.parent)),
        )
        self._desk.card.say(f"Đã xuất “{to.name}”", offers)

    def _on_closed(self) -> None:
        if self._shown is not None:
            self._shown.deleteLater()
            self._shown = None
