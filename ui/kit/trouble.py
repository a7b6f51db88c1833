"""What goes wrong: a bug is logged and told once; an act refused is told with its reason."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget

from tthc_desktop import NAME, VERSION
from tthc_desktop.trace import frames_of, trace_without_words

_log = logging.getLogger("tthc.ui")
_OTHERS = "\n\n– – –\n\n"
Choice = tuple[str, Callable[[], object]]


def open_place(place: Path) -> None:
    """Open a file or folder with the system's own program for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))


class ExceptionHook(QObject):
    """Stands in for Python's hook: logs, tells each kind once, and lets the program go on.

    A kind is an exception from one line of the code. While the dialog is open, another kind
    is added to its details; a kind that was told is only counted in the log.
    """

    _caught = Signal(str)

    def __init__(self, log_folder: Path, parent: QObject | None = None) -> None:
        """Make a hook; `install` puts it in place."""
        super().__init__(parent)
        self._log_folder = log_folder
        self._box: QMessageBox | None = None
        self._details = ""
        self._met: Counter[str] = Counter()
        self._counting = threading.Lock()
        # By signal, since an exception of another thread comes here too.
        self._caught.connect(self._show)

    def install(self) -> None:
        """Take over what no one caught, in every thread."""
        sys.excepthook = self
        threading.excepthook = self._of_thread
        sys.unraisablehook = self._of_cleaning

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
        times = self._count(kind, trace)
        if times > 1:
            _log_repeated(kind, times)
            return
        _log.critical("unexpected %s", trace_without_words(error.with_traceback(trace)))
        details = "".join(traceback.format_exception(kind, error, trace))
        self._caught.emit(f"{NAME} {VERSION}\n{details}")

    def _count(self, kind: type[BaseException], trace: TracebackType | None) -> int:
        """Return how often this kind was met, this time included."""
        met = " ".join([kind.__name__, *frames_of(trace)[-1:]])
        with self._counting:
            self._met[met] += 1
            return self._met[met]

    def _of_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _of_cleaning(self, caught: sys.UnraisableHookArgs) -> None:
        # While an object is cleared away nothing of the person's can be lost: logged only.
        frames = " ".join(frames_of(caught.exc_traceback)[-1:])
        _log.error("while clearing away: %s %s", caught.exc_type.__name__, frames)

    def _show(self, details: str) -> None:
        if self._box is not None:
            self._details += _OTHERS + details
            self._box.setDetailedText(self._details)
            return
        self._details = details
        box = QMessageBox(QApplication.activeWindow())
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle("Lỗi của chương trình")
        box.setText("Chương trình gặp lỗi và việc vừa làm có thể chưa xong.")
        box.setInformativeText(
            "Dữ liệu đã lưu còn nguyên. Chép chi tiết và gửi cho người hỗ trợ, rồi làm tiếp. "
            "Cùng một lỗi chỉ báo một lần."
        )
        box.setDetailedText(details)
        _add(box, "Chép chi tiết", lambda: QGuiApplication.clipboard().setText(self._details))
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


def tell_of_fall(parent: QWidget, record: str, log_folder: Path) -> QMessageBox:
    """Say, at the start after it, that the program fell; *record* is what it left behind."""
    return tell(
        parent,
        "Lần trước chương trình dừng đột ngột",
        "Dữ liệu đã lưu đến thao tác cuối cùng trước đó và còn nguyên. Nếu việc này lặp lại, "
        "hãy chép chi tiết và gửi cho người hỗ trợ.",
        (
            ("Chép chi tiết", lambda: QGuiApplication.clipboard().setText(record)),
            ("Mở thư mục nhật ký", lambda: open_place(log_folder)),
        ),
    )


def _log_repeated(kind: type[BaseException], times: int) -> None:
    """Count in the log at 10, 100, 1000 …: a storm must not push all else out of it."""
    if times >= 10 and str(times).strip("0") == "1":
        _log.error("unexpected %s again, %d times so far", kind.__name__, times)


def _add(box: QMessageBox, label: str, act: Callable[[], object] | None) -> QPushButton:
    role = QMessageBox.ButtonRole
    button = box.addButton(label, role.ActionRole if act else role.RejectRole)
    if act:
        button.clicked.connect(lambda *_: act())
    else:
        box.setEscapeButton(button)
        box.setDefaultButton(button)
    return button
