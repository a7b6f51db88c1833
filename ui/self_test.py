"""The self-test's part with Qt: pictures of the pages, and whether Vietnamese can be drawn."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer, qVersion
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter

from ui.application import new_window, prepared_application
from ui.frame.actions import Page

if TYPE_CHECKING:
    from tthc_desktop.program import Program
    from ui.main_window import MainWindow

WORDS = "Quốc hiệu ổ ữ ặ"
DOCUMENT_FAMILY = "Times New Roman"
_NO_LETTER = chr(0x10FFFE)  # never assigned: what is drawn for it is the missing-glyph box
_WINDOW = 1366, 690
_IMAGE = 64
_WAIT_MS, _SETTLE_MS = 60_000, 500
_DRAWN_POINTS = 30


def window_steps(
    program: Program, data: Path, folder: Path
) -> Iterable[tuple[str, Callable[[], str]]]:
    """Return the steps: letters, then the pages as pictures in *folder*."""
    return (
        ("Vẽ chữ Việt", lambda: draw_letters(folder)),
        ("Ảnh các trang", lambda: take_pictures(program, data, folder)),
    )


def without_screen() -> None:
    """Let Qt do without a screen where none is promised; before its application is made."""
    if sys.platform not in ("win32", "darwin"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def qt_versions() -> dict[str, str]:
    """Return the version of Qt, and what it draws with."""
    prepared_application()
    return {"Qt": qVersion(), "Qt platform": QGuiApplication.platformName()}


def draw_letters(folder: Path) -> str:
    """Draw the words in the window's font and in the documents' font, every letter compared."""
    application = prepared_application()
    drawn = []
    for font in (application.font(), QFont(DOCUMENT_FAMILY)):
        font.setPointSize(_DRAWN_POINTS)
        _refuse_missing(font)
        drawn.append(font.family())
    _words_image(application.font()).save(str(folder / "chu-viet.png"))
    return ", ".join(drawn)


def _refuse_missing(font: QFont) -> None:
    letters = sorted(set(WORDS) - {" "})
    images = {letter: _letter_image(letter, font) for letter in letters}
    box, blank = _letter_image(_NO_LETTER, font), _letter_image(" ", font)
    missing = [letter for letter, image in images.items() if image in (box, blank)]
    if missing:
        message = f"phông {font.family()} không vẽ được: {' '.join(missing)}"
        raise ValueError(message)
    alike = [
        f"{one} = {other}"
        for place, one in enumerate(letters)
        for other in letters[place + 1 :]
        if images[one] == images[other]
    ]
    if alike:
        message = f"phông {font.family()} vẽ giống nhau: {', '.join(alike)}"
        raise ValueError(message)


def _letter_image(letter: str, font: QFont) -> QImage:
    return _image(letter, font, _IMAGE)


def _words_image(font: QFont) -> QImage:
    large = QFont(font)
    large.setPointSize(_DRAWN_POINTS)
    return _image(WORDS, large, _IMAGE * len(WORDS) // 2)


def _image(text: str, font: QFont, width: int) -> QImage:
    image = QImage(width, _IMAGE, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.black)
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return image


def take_pictures(program: Program, data: Path, folder: Path) -> str:
    """Show the window over *data* and save a picture of every page."""
    uncaught: list[str] = []

    def note(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        uncaught.append(f"{kind.__name__}: {error}")

    hook, sys.excepthook = sys.excepthook, note
    try:
        names = _photograph(program, data, folder)
    finally:
        sys.excepthook = hook
    if uncaught:
        raise ValueError("; ".join(uncaught))
    return ", ".join(names)


def _photograph(program: Program, data: Path, folder: Path) -> list[str]:
    prepared_application()
    window = new_window(program)
    window.resize(*_WINDOW)
    window.show()
    try:
        content = window.fill(program, data)
        waiting = QEventLoop()
        content.session.plan_opened.connect(lambda _: waiting.quit())
        QTimer.singleShot(_WAIT_MS, lambda: waiting.exit(1))
        content.session.open_file()
        if waiting.exec():
            raise ValueError("cửa sổ không mở được kế hoạch mẫu")
        return [_page_picture(window, page, folder) for page in Page]
    finally:
        window.close()
        QCoreApplication.processEvents()  # what the window remembers is written now, not at the end


def _page_picture(window: MainWindow, page: Page, folder: Path) -> str:
    window.show_page(page)
    settling = QEventLoop()
    QTimer.singleShot(_SETTLE_MS, settling.quit)
    settling.exec()
    name = f"trang-{page + 1}.png"
    if not window.grab().save(str(folder / name)):
        raise ValueError(f"không lưu được {name}")
    return name
