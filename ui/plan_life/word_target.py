"""Asking for the name of a Word file, in the folder used last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.session.export_formats import WORD, safe_name
from ui.session.settings import Settings

# The same folder as that of the exports of Tệp.
_PURPOSE = "xuat"


def ask_word_target(
    window: QWidget, settings: Settings, title: str, name: str, chosen: Callable[[Path], object]
) -> QFileDialog:
    """Ask where to write, *name* offered; the dialog itself asks before it replaces a file."""
    dialog = QFileDialog(window, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(WORD.files)
    dialog.setDefaultSuffix(WORD.suffix)
    dialog.setDirectory(str(settings.folder(_PURPOSE)))
    dialog.selectFile(safe_name(name) + WORD.suffix)

    def on_chosen(file: str) -> None:
        path = Path(file)
        settings.remember_folder(_PURPOSE, path.parent)
        chosen(path)

    dialog.fileSelected.connect(on_chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
