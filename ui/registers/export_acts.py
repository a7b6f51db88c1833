"""A register written to Excel: whether persons are named is asked first, then the file."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from tthc_desktop.domain.reporting.entry_fields import EntryField, FieldKind, Register
from tthc_desktop.domain.reporting.period_words import period_in_sentence
from tthc_desktop.use_cases.reporting.register_book import RegisterBook
from ui.kit.trouble import open_place
from ui.plan_life.form_dialog import FormDialog, sentence
from ui.plan_life.life_work import LifeWork
from ui.registers.register_sheet import RegisterSheet, Scope, SheetColumn
from ui.session.settings import Settings

_PURPOSE = "so"
_SUFFIX = ".xlsx"


class PersonalDialog(FormDialog):
    """`agreed` says whether names and contacts of persons are written too."""

    agreed = Signal(bool)

    def __init__(self, register: Register, parent: QWidget | None) -> None:
        """Ask about the personal fields of *register*."""
        super().__init__("Xuất sổ ra Excel", "Chọn tệp…", parent, width=520)
        names = ", ".join(one.heading.lower() for one in register.fields if one.personal)
        self.tick = QCheckBox(f"Ghi cả {names}")
        self.content.addWidget(self.tick)
        self.content.addWidget(
            sentence(
                f"Không đánh dấu thì tệp không có các cột {names}, gửi cho đơn vị khác được. "
                "Đánh dấu thì tệp có dữ liệu cá nhân của người gửi, chỉ giữ trong cơ quan.",
                is_secondary=True,
            )
        )
        self.content.addStretch(1)
        self.fit()
        self.main.setFocus()

    def agree(self) -> None:
        """Hand the answer over; the file is asked next."""
        self.accept()
        self.agreed.emit(self.tick.isChecked())


@dataclass(frozen=True)
class SheetExport:
    """A list as it is written: the register with its shown columns, and a row of values each."""

    title: str
    register: Register
    rows: tuple[tuple[object, ...], ...]

    def columns_for(self, *, is_personal: bool) -> list[tuple[object, ...]]:
        """Return the rows without the columns that name persons, unless these are wanted."""
        kept = [is_personal or not one.personal for one in self.register.fields]
        return [tuple(itertools.compress(row, kept)) for row in self.rows]


def export_of(sheet: RegisterSheet, title: str, book: RegisterBook, scope: Scope) -> SheetExport:
    """Return a list of the period that is looked at, with what is worked out in it."""
    fields = tuple(
        sheet.field(one) or EntryField(one.heading, one.heading.replace("\n", " "), _kind(one))
        for one in sheet.columns
    )
    if scope.period and sheet.has_scope:
        title = f"{title} {period_in_sentence(scope.period)}"
    rows = tuple(tuple(cell.held for cell in row.cells) for row in sheet.rows(book, scope))
    return SheetExport(title, replace(sheet.register, fields=fields), rows)


def _kind(column: SheetColumn) -> FieldKind:
    return FieldKind.AMOUNT if column.is_number else FieldKind.TEXT


class ExportActs(QObject):
    """Asks, writes in the worker, says where the file is."""

    def __init__(self, work: LifeWork, settings: Settings) -> None:
        """Work on the open file."""
        super().__init__(work.window)
        self._work, self._settings = work, settings

    def ask(self, export: SheetExport) -> None:
        """Ask what is written, where it matters, then where."""
        if not any(one.personal for one in export.register.fields):
            self._ask_file(export, is_personal=False)
            return
        dialog = PersonalDialog(export.register, self._work.window)
        dialog.agreed.connect(lambda is_on: self._ask_file(export, is_personal=is_on))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_file(self, export: SheetExport, *, is_personal: bool) -> None:
        chooser = QFileDialog(self._work.window, "Xuất sổ ra Excel")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(f"Sổ tính Excel (*{_SUFFIX})")
        chooser.setDefaultSuffix(_SUFFIX)
        chooser.setDirectory(str(self._settings.folder(_PURPOSE)))
        chooser.selectFile(f"{export.title}{_SUFFIX}")
        chooser.fileSelected.connect(
            lambda file: self._save(export, Path(file), is_personal=is_personal)
        )
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _save(self, export: SheetExport, file: Path, *, is_personal: bool) -> None:
        self._settings.remember_folder(_PURPOSE, file.parent)

        def write() -> Path:
            from tthc_desktop.use_cases.reporting.registers import write_rows

            rows = export.columns_for(is_personal=is_personal)
            return write_rows(
                export.register, rows, file, force=True, personal=is_personal, title=export.title
            )

        def done(written: Path) -> None:
            self._work.card.say(
                "Đã xuất sổ ra Excel",
                (
                    ("Mở tệp", lambda: open_place(written)),
                    ("Mở thư mục", lambda: open_place(written.parent)),
                ),
            )

        self._work.start("Đang xuất sổ ra Excel…", write, done, "Chưa xuất được sổ")
