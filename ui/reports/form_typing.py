"""What a hand types into a form: written at once, or kept in its cell in red with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from tthc_desktop.domain.reporting.forms import Form
from tthc_desktop.domain.reporting.grids import read_figure
from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.reporting.report_rows import (
    FigureText,
    add_row,
    remove_rows,
    rename_row,
    set_figures,
)
from tthc_desktop.use_cases.reporting.reports import set_cause
from tthc_desktop.vietnamese_text import clean_line, fold
from ui.reports.form_rows import RefusedText
from ui.reports.report_editor import ReportEditor

_UNCHANGED = " Chưa thay đổi gì."
_KEPT = " Ô này chưa tính vào tổng nào; số ghi trước đó, nếu có, còn trong tệp."


class FormTyping(QObject):
    """Acts of the grid on the form that is shown.

    Text that is no figure is kept by report, form, row and column while the program runs.
    """

    refused_changed = Signal()

    def __init__(self, editor: ReportEditor, parent: QObject | None = None) -> None:
        """Type into the report of *editor*."""
        super().__init__(parent)
        self._editor = editor
        self._form: Form | None = None
        self._refused: dict[tuple[str, str], dict[tuple[str, int], RefusedText]] = {}

    @property
    def can_type(self) -> bool:
        """Whether the form can be changed."""
        return self._editor.can_edit

    def type_into(self, form: Form | None) -> None:
        """Take another form."""
        self._form = form

    def refused(self, form_code: str) -> dict[tuple[str, int], RefusedText]:
        """Return what is no figure in a form of the report, by folded row label and column."""
        report = self._editor.report
        return self._refused.get((report.id, form_code), {}) if report else {}

    @property
    def has_refused(self) -> bool:
        """Whether the report has text that is no figure, in whatever form."""
        report = self._editor.report
        return report is not None and any(
            kept for (report_id, _), kept in self._refused.items() if report_id == report.id
        )

    def type_figure(self, row: str, column: int, text: str) -> bool:
        """Write a figure; True also where the text stays in its cell in red."""
        return self.type_block([FigureText(row, column, text)])

    def type_block(self, figures: Sequence[FigureText]) -> bool:
        """Write all that are figures in one act, keep the others in their cells in red."""
        form, report = self._form, self._editor.report
        if form is None or report is None or not self.can_type:
            return False
        kept = self._refused.setdefault((report.id, form.code), {})
        before = dict(kept)
        good: list[FigureText] = []
        for one in figures:
            key = (fold(one.row), one.column)
            try:
                if clean_line(one.text):
                    read_figure(one.text, _place(form, one))
                good.append(one)
                kept.pop(key, None)
            except Refused as error:
                why = error.message.replace(_UNCHANGED, "") + _KEPT
                kept[key] = RefusedText(clean_line(one.text), why)
        self._do(f"Ghi số liệu biểu {form.code}", good)
        if kept != before:
            self.refused_changed.emit()
        return True

    def add_row(self, name: str) -> bool:
        """Add a row of this name; without a name nothing is done."""
        if not clean_line(name):
            return True
        return self._act("Thêm dòng", lambda units, to, code: add_row(units, to, code, name))

    def rename_row(self, row: str, name: str) -> bool:
        """Give a row another name."""
        if clean_line(name) == row:
            return True
        did = self._act(
            "Đổi tên dòng", lambda units, to, code: rename_row(units, to, code, row, name)
        )
        if did:
            self._move_refused(row, fold(clean_line(name)))
        return did

    def remove_rows(self, rows: Iterable[str]) -> bool:
        """Take rows out."""
        names = tuple(rows)
        did = bool(names) and self._act(
            "Xóa dòng", lambda units, to, code: remove_rows(units, to, code, names)
        )
        for name in names if did else ():
            self._move_refused(name, None)
        return did

    def give_cause(self, row: str, cause: str) -> bool:
        """Keep why dossiers of a row are late."""
        return self._act(
            "Ghi nguyên nhân quá hạn",
            lambda units, to, code: set_cause(units, to, code, row, cause),
        )

    def _move_refused(self, row: str, name: str | None) -> None:
        """Let what is no figure go with its row; without a *name* it goes away."""
        form, report = self._form, self._editor.report
        if form is None or report is None:
            return
        kept = self._refused.get((report.id, form.code), {})
        own = [key for key in kept if key[0] == fold(row)]
        for key in own:
            text = kept.pop(key)
            if name is not None:
                kept[(name, key[1])] = text
        if own:
            self.refused_changed.emit()

    def _do(self, words: str, figures: Sequence[FigureText]) -> None:
        form = self._form
        if figures and form is not None:
            code = form.code
            self._editor.do(words, lambda units, to: set_figures(units, to, code, figures))

    def _act(self, words: str, act: Callable[[UnitsOfWork, str, str], Report]) -> bool:
        form = self._form
        if form is None:
            return False
        return self._editor.do(words, lambda units, to: act(units, to, form.code))


def _place(form: Form, one: FigureText) -> str:
    return f"Biểu {form.code}, dòng “{one.row}”, cột {one.column}"
