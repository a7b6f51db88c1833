"""Returned sheets in: read in the worker, looked at, written file by file, taken back at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from tthc_desktop.ports import UnitsOfWork
from ui.kit.trouble import tell
from ui.plan_life.life_work import LifeWork, is_there
from ui.session.settings import Settings
from ui.sheets.answers import AnswersTold, read_answers
from ui.sheets.comparison_acts import ComparisonActs
from ui.sheets.merge_dialog import MergeDialog
from ui.sheets.merge_view import FileChoices, MergeFile
from ui.sheets.merge_words import chosen, contents_of, file_view
from ui.sheets.new_row_acts import NewRowActs
from ui.sheets.taken_sheets import TakenSheets

if TYPE_CHECKING:
    from tthc_desktop.use_cases.sheet_proposals import AppliedFile, FileProposal
    from tthc_desktop.use_cases.sheet_redo import MergedFile

_PURPOSE = "nhan-phieu"
_FILES = "Phiếu tiến độ (*.xlsx)"
_NOT_RECEIVED = "Chưa nhận được phiếu"
_MOST_NAMED = 3
_NONE = "Trong thư mục không có tệp .xlsx nào. Chưa ghi gì."


@dataclass(frozen=True)
class _Read:
    """What the worker read: proposals and their words."""

    files: tuple[FileProposal, ...]
    views: tuple[MergeFile, ...]


class ReceiveActs(QObject):
    """One dialog at a time; `taken` says what it took, and takes it back."""

    def __init__(self, work: LifeWork, settings: Settings) -> None:
        """Work on the open file."""
        super().__init__(work.window)
        self._work, self._settings = work, settings
        self._dialog: MergeDialog | None = None
        self._proposals: dict[str, FileProposal] = {}
        self.taken = TakenSheets(work)
        self._new_rows = NewRowActs(work, self.taken)
        self._comparing = ComparisonActs(work, settings)

    @property
    def dialog(self) -> MergeDialog | None:
        """The dialog while it is open."""
        return self._dialog

    def ask_files(self) -> None:
        """Ask for the files that came back."""
        chooser = self._chooser("Nhận phiếu tiến độ", QFileDialog.FileMode.ExistingFiles)
        chooser.setNameFilter(_FILES)
        chooser.filesSelected.connect(lambda files: self.read([Path(one) for one in files]))
        chooser.open()

    def ask_folder(self) -> None:
        """Ask for the folder they lie in."""
        chooser = self._chooser("Thư mục phiếu trả về", QFileDialog.FileMode.Directory)
        chooser.filesSelected.connect(lambda files: self.read([Path(one) for one in files]))
        chooser.open()

    def read(self, files: Sequence[Path]) -> None:
        """Read files or folders; nothing is written."""
        if not files:
            return
        first = files[0]
        self._settings.remember_folder(_PURPOSE, first if first.is_dir() else first.parent)

        def act(units: UnitsOfWork) -> _Read:
            from tthc_desktop.use_cases.sheet_merge import propose_merge

            proposal = propose_merge(units, files)
            plans = {one.plan_id for one in proposal.files if one.plan_id}
            contents = contents_of(units, plans)
            views = tuple(file_view(one, contents) for one in proposal.files)
            return _Read(proposal.files, views)

        self._work.run("Đang đọc phiếu…", act, self._show, _NOT_RECEIVED, over=self._over)

    @property
    def _over(self) -> QWidget:
        return self._dialog if self._dialog is not None else self._work.window

    def _chooser(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        chooser = QFileDialog(self._over, title)
        chooser.setFileMode(mode)
        chooser.setDirectory(str(self._settings.folder(_PURPOSE)))
        chooser.finished.connect(chooser.deleteLater)
        return chooser

    def _show(self, read: _Read) -> None:
        if not read.files:
            tell(self._over, _NOT_RECEIVED, _NONE)
            return
        if self._dialog is None:
            self._open_dialog()
        dialog = self._dialog
        if dialog is None:
            return
        self._proposals |= {str(one.path): one for one in read.files}
        dialog.put_files(read.views)
        self._tell_answers(dialog)

    def _tell_answers(self, dialog: MergeDialog) -> None:
        """Say who has answered, and who is missing once the files of the dialog are in."""
        files = tuple(one for one in self._proposals.values() if one.plan_id)
        if not files:
            return
        plan_id, period = files[0].plan_id, files[0].period
        here = {one.unit_id for one in files if (one.plan_id, one.period) == (plan_id, period)}
        today = self._work.session.today

        def act(units: UnitsOfWork) -> AnswersTold | None:
            return read_answers(units, plan_id, period, today)

        def show(told: AnswersTold) -> None:
            if is_there(dialog):
                missing = [one.name for one in told.missing if one.unit_id not in here]
                _say_answers(dialog, told, missing)

        self._work.run("", act, show, _NOT_RECEIVED, over=dialog)

    def _open_dialog(self) -> None:
        dialog = MergeDialog(self._work.window)
        dialog.take_asked.connect(self._take)
        dialog.files_asked.connect(self.ask_files)
        dialog.folder_asked.connect(self.ask_folder)
        dialog.files_dropped.connect(self.read)
        dialog.add_asked.connect(lambda file, at: self._new_rows.ask(dialog, file, at))
        dialog.compare_asked.connect(lambda: self._comparing.ask(dialog))
        dialog.finished.connect(lambda _: self._on_closed(dialog))
        self._dialog = dialog
        self._proposals.clear()
        dialog.open()

    def _take(self, choices: FileChoices) -> None:
        file = self._proposals[choices.file.key]
        wanted = chosen(file, choices)
        dialog = self._dialog

        def act(units: UnitsOfWork) -> MergedFile:
            from tthc_desktop.use_cases.sheet_merge import apply_merge
            from tthc_desktop.use_cases.sheet_proposals import MergeProposal
            from tthc_desktop.use_cases.sheet_redo import MergedFile

            (applied,) = apply_merge(units, MergeProposal((file,)), wanted)
            return MergedFile(file, wanted, applied)

        def done(merged: MergedFile) -> None:
            applied = merged.applied
            self.taken.keep(merged, choices.file.unit or choices.file.name)
            if dialog is not None and is_there(dialog):
                dialog.mark_taken(choices.file.key, _taken_words(applied))
                self._tell_answers(dialog)
                self._after(dialog, file)

        self._work.run("Đang nhận phiếu…", act, done, _NOT_RECEIVED, over=dialog)

    def _after(self, dialog: MergeDialog, taken: FileProposal) -> None:
        """Close where nothing is left; read again what else came from the same unit."""
        if dialog.is_done:
            dialog.accept()
            return
        same = [
            one.path
            for key, one in self._proposals.items()
            if one.unit_id == taken.unit_id and one.path != taken.path and not dialog.was_taken(key)
        ]
        self.read(same)

    def _on_closed(self, dialog: MergeDialog) -> None:
        dialog.deleteLater()
        self._dialog = None
        self.taken.close()


def _taken_words(applied: AppliedFile) -> str:
    count = len(applied.written)
    words = f"Đã nhận {count} thay đổi" if count else "Đã ghi nhận, không có thay đổi"
    return f"{words}, để lại {len(applied.left)} chỗ chưa chọn" if applied.left else words


def _say_answers(dialog: MergeDialog, told: AnswersTold, missing: Sequence[str]) -> None:
    count = len(told.found.units)
    if not count:
        dialog.files.say_answers("", "")
        return
    names = "; ".join(missing) if len(missing) <= _MOST_NAMED else f"{len(missing)} phòng"
    after = f"Nhận cả các tệp trên thì còn thiếu {names}."
    enough = f"Nhận cả các tệp trên là đủ {count} phòng."
    words = after if missing else enough
    dialog.files.say_answers(told.count, words if told.missing else "")
