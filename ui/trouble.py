"""What goes wrong: a bug is logged and told once; an act refused is told with its reason."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget

from tthc_desktop import NAME, VERSION

_log = logging.getLogger("tthc.ui")
Choice = tuple[str, Callable[[], object]]


def open_place(place: Path) -> None:
    """Open a file or folder with the system's own program for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))


class ExceptionHook(QObject):
    """Stands in for Python's hook: logs, shows one dialog, and lets the program go on."""

    _caught = Signal(str)

    def __init__(self, log_folder: Path, parent: QObject | None = None) -> None:
        """Make a hook; `install` puts it in place."""
        super().__init__(parent)
        self._log_folder = log_folder
        self._box: QMessageBox | None = None
        # By signal, since an exception of another thread comes here too.
        self._caught.connect(self._show)

    def install(self) -> None:
        """Take over what no one caught, in every thread."""
        sys.excepthook = self
        threading.excepthook = self._of_thread

    def __call__(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log an exception and tell the person."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        _log.critical("unexpected", exc_info=(kind, error, trace))
        details = "".join(traceback.format_exception(kind, error, trace))
        self._caught.emit(f"{NAME} {VERSION}\n{details}")

    def _of_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _show(self, details: str) -> None:
        if self._box is not None:
            return
        box = QMessageBox(QApplication.activeWindow())
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle("Lỗi của chương trình")
        box.setText("Chương trình gặp lỗi và việc vừa làm có thể chưa xong.")
        box.setInformativeText(
            "Dữ liệu đã lưu còn nguyên. Chép chi tiết và gửi cho người hỗ trợ, rồi làm tiếp."
        )
        box.setDetailedText(details)
        _add(box, "Chép chi tiết", lambda: QGuiApplication.clipboard().setText(details))
        _add(box, "Mở thư mục nhật ký", lambda: open_place(self._log_folder))
        _add(box, "Đóng", None)
        self._box = box
        box.finished.connect(self._on_closed)
        box.open()

    def _on_closed(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
            self._box = None


def tell(parent: QWidget, title: str, message: str, choices: Sequence[Choice] = ()) -> QMessageBox:
    """Say why an act was not done; *choices* are further ways, "Đóng" is always there."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(title)
    box.setText(title)
    box.setInformativeText(message)
    for label, act in choices:
        _add(box, label, act)
    _add(box, "Đóng", None)
    box.finished.connect(box.deleteLater)
    box.open()
    return box


def _add(box: QMessageBox, label: str, act: Callable[[], object] | None) -> QPushButton:
    role = QMessageBox.ButtonRole
    button = box.addButton(label, role.ActionRole if act else role.RejectRole)
    if act:
        button.clicked.connect(lambda *_: act())
    else:
        box.setEscapeButton(button)
        box.setDefaultButton(button)
    return button
