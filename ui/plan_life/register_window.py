"""Văn bản pháp luật: the register as a table, searched, added to, compared."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTreeWidgetItem, QVBoxLayout, QWidget

from tthc_desktop.domain.legal_register import LegalDocument, LegalRegister, legal_basis_text
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.question import ask
from ui.kit.text_fields import line_edit
from ui.plan_life.form_dialog import sentence
from ui.plan_life.register_words import HEADINGS, SUBJECT, row_words
from ui.plan_life.wrapped_tree import WrappedTree

_SIZE = QSize(1180, 600)
_LARGEST = QSize(1226, 642)
_ROUND = QSize(16, 12)
_PADDING = 16
_ROLE = Qt.ItemDataRole.UserRole
_ISSUER, _FORCE, _CHECKED = 3, 5, 7
_ISSUER_WIDTH = 150
_HINT = (
    "Mục do chương trình đưa sẵn ghi “Cần đối chiếu” cho đến khi cơ quan so với văn bản gốc. "
    "Sửa hoặc đánh dấu một mục thì mục đó thành của cơ quan."
)


class RegisterWindow(QDialog):
    """Stays open; what it asks for by signal comes back through `show_register`.

    `edit_asked` carries a document, or None for a new one.
    """

    edit_asked = Signal(object)
    checked_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None, *, can_write: bool) -> None:
        """Make an empty window."""
        super().__init__(parent)
        self.setWindowTitle("Văn bản pháp luật")
        self._today, self._can_write = today, can_write
        self._register = LegalRegister(())
        self.search = line_edit(
            "Tìm văn bản", hint="Tìm theo số hoặc nội dung, không cần dấu: 63/2010, mot cua"
        )
        self.tree = WrappedTree("Văn bản pháp luật", HEADINGS, SUBJECT)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.limit(_ISSUER, theme.scaled(_ISSUER_WIDTH))
        self.said = sentence(is_secondary=True)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._enable()
        self.resize(self.sizeHint())
        self.search.setFocus()

    @property
    def current(self) -> LegalDocument | None:
        """The document one stands at."""
        found = self.tree.currentIndex().siblingAtColumn(0).data(_ROLE)
        return found if isinstance(found, LegalDocument) else None

    def sizeHint(self) -> QSize:
        """Return the usual size, or what the window behind has room for."""
        usual = QSize(theme.scaled(_SIZE.width()), theme.scaled(_SIZE.height()))
        parent = self.parentWidget()
        room = parent.window().size() - _ROUND if parent is not None else _LARGEST
        return usual.boundedTo(room).boundedTo(_LARGEST)

    def show_register(self, register: LegalRegister, key: str = "") -> None:
        """Show *register* and stand at the document of *key*, else where one stood."""
        current = self.current
        self._register = register
        self._show(key or (current.key if current else ""))

    def _show(self, key: str = "") -> None:
        self.tree.clear()
        found = self._register.find(self.search.text())
        for one in found:
            item = self._row(one)
            self.tree.addTopLevelItem(item)
            if one.key == key:
                self.tree.setCurrentItem(item)
        if self.tree.currentItem() is None and (first := self.tree.topLevelItem(0)):
            self.tree.setCurrentItem(first)
        total = len(self._register.documents)
        left = sum(one.needs_checking for one in self._register.documents)
        shown = f"Đang hiện {len(found)} trong {total} văn bản" if len(found) < total else (
            f"{total} văn bản"
        )  # fmt: skip
        self.said.setText(f"{shown} · {left} cần đối chiếu. {_HINT}")
        self._enable()

    def _row(self, one: LegalDocument) -> QTreeWidgetItem:
        item = QTreeWidgetItem(row_words(one, self._today))
        item.setData(0, _ROLE, one)
        item.setToolTip(SUBJECT, one.note)
        amber = QBrush(theme.caution(self.palette())[0])
        if one.in_force_to is not None and self._today > one.in_force_to:
            item.setForeground(_FORCE, amber)
        if one.needs_checking:
            item.setForeground(_CHECKED, amber)
        return item

    def _enable(self) -> None:
        current = self.current
        self.add.setEnabled(self._can_write)
        self.copy.setEnabled(current is not None)
        self.edit.setEnabled(current is not None and self._can_write)
        self.check.setEnabled(current is not None and current.needs_checking and self._can_write)
        self.remove.setEnabled(current is not None and current.own and self._can_write)

    def _edit(self) -> None:
        if self.current is not None and self._can_write:
            self.edit_asked.emit(self.current)

    def _check(self) -> None:
        if self.current is not None:
            self.checked_asked.emit(self.current)

    def _copy(self) -> None:
        if self.current is not None:
            QGuiApplication.clipboard().setText(legal_basis_text(self.current))

    def _remove(self) -> None:
        if (one := self.current) is None:
            return
        name = " ".join(filter(None, (one.kind, one.number or one.subject)))
        ask(
            self,
            "Xóa văn bản",
            f"Xóa {name} khỏi sổ của cơ quan? Các kế hoạch đã viện dẫn không thay đổi.",
            ("Xóa văn bản", lambda: self.remove_asked.emit(one)),
            "Giữ lại",
        )

    def _make_buttons(self) -> None:
        plain = ButtonKind.PLAIN
        self.copy = AppButton("Chép câu căn cứ", plain)
        self.edit = AppButton("Sửa…", plain)
        self.check = AppButton("Đánh dấu đã đối chiếu", plain)
        self.remove = AppButton("Xóa…", plain)
        self.leave = AppButton("Đóng", plain)
        self.add = AppButton("Thêm văn bản…", ButtonKind.MAIN)
        for button in self._buttons():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _buttons(self) -> tuple[AppButton, ...]:
        return self.copy, self.edit, self.check, self.remove, self.leave, self.add

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._show())
        self.tree.currentItemChanged.connect(lambda *_: self._enable())
        self.tree.itemActivated.connect(lambda *_: self._edit())
        self.copy.clicked.connect(self._copy)
        self.edit.clicked.connect(self._edit)
        self.check.clicked.connect(self._check)
        self.remove.clicked.connect(self._remove)
        self.leave.clicked.connect(self.reject)
        self.add.clicked.connect(lambda: self.edit_asked.emit(None))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        for button in self._buttons()[:4]:
            foot.addWidget(button)
        foot.addStretch(1)
        for button in self._buttons()[4:]:
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, _PADDING, _PADDING, 10)
        layout.setSpacing(10)
        layout.addWidget(self.search)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.said)
        layout.addLayout(foot)
