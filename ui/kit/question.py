"""A question before an act that takes something away: its buttons repeat the verb."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

Answer = tuple[str, Callable[[], object]]


def ask(parent: QWidget, title: str, text: str, yes: Answer, no: str) -> QMessageBox:
    """Ask; Esc and the second button leave all as it is. Focus returns to *parent*."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setText(text)
    box.setTextFormat(Qt.TextFormat.PlainText)
    words, act = yes
    agreed = box.addButton(words, QMessageBox.ButtonRole.AcceptRole)
    kept = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(agreed)
    box.setEscapeButton(kept)

    def answered() -> None:
        if box.clickedButton() is agreed:
            act()
        parent.setFocus()

    box.finished.connect(answered)
    box.finished.connect(box.deleteLater)
    box.open()
    return box
