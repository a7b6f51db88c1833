"""Giới thiệu: the version, and under which licences what is inside is used."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from tthc_desktop import NAME, TITLE, VERSION
from ui.first_start.form_parts import hint
from ui.help.licences import Component, components, versions
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind

_WIDTH, _HEIGHT = 820, 520
_SMALLEST = 480, 340
_LIST_WIDTH = 290
_ROW_OVER_LINE = 8


class About(QDialog):
    """Name, version, licences; Qt's libraries may be replaced by the person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the dialog."""
        super().__init__(parent)
        self.setWindowTitle("Giới thiệu TTHC Desktop")
        self.setMinimumSize(*_SMALLEST)
        self.resize(theme.scaled(_WIDTH), theme.scaled(_HEIGHT))
        self._components = components()
        self.list = _list(self._components)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName("Nội dung giấy phép")
        self.text.setTabChangesFocus(True)
        self.list.currentRowChanged.connect(self._show_licence)
        self._lay_out()
        self.list.setCurrentRow(0)

    def _show_licence(self, row: int) -> None:
        self.text.setPlainText(self._components[row].text)

    def _copy(self) -> None:
        lines = [f"{NAME} {VERSION}", versions()]
        lines += [f"{one.name} {one.version}" for one in self._components if one.version]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _lay_out(self) -> None:
        title = QLabel(TITLE)
        title.setFont(theme.font(theme.REPORT_PT, strong=True))
        copy = AppButton("Chép phiên bản", ButtonKind.PLAIN)
        close = AppButton("Đóng", ButtonKind.MAIN)
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addWidget(self.list)
        columns.addWidget(self.text, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (copy, close):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(6)
        layout.addWidget(title)
        layout.addWidget(QLabel(f"Phiên bản {VERSION} · {versions()}"))
        layout.addWidget(hint("Chương trình chạy không cần mạng; không gửi gì ra ngoài máy."))
        layout.addWidget(hint("Các thành phần và giấy phép:"))
        layout.addLayout(columns, 1)
        layout.addLayout(buttons)
        close.setFocus()


def _list(parts: tuple[Component, ...]) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName("Các thành phần")
    made.setFixedWidth(theme.scaled(_LIST_WIDTH))
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    height = theme.line_height(theme.font()) + _ROW_OVER_LINE
    for one in parts:
        words = " ".join(filter(None, (one.name, one.version)))
        item = QListWidgetItem(f"{words} · {one.licence}", made)
        item.setToolTip(f"{words}: {one.licence}")
        size = item.sizeHint()
        size.setHeight(height)
        size.setWidth(0)
        item.setSizeHint(size)
    return made
