"""Starts the window: Qt's application, its look and words, then the main window."""

from __future__ import annotations

import sys
import threading
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tthc_desktop import NAME, VERSION
from ui.kit import theme
from ui.kit.icons import application_icon
from ui.kit.trouble import ExceptionHook, tell_of_fall
from ui.main_window import MainWindow
from ui.session.settings import Settings
from ui.startup.crash_record import CrashRecord
from ui.startup.qt_vietnamese import QtVietnamese
from ui.startup.single_instance import SingleInstance, bring_forward
from ui.window_filling import WindowFilling

if TYPE_CHECKING:
    from pathlib import Path

    from tthc_desktop.program import Program

# The shortcut of the installed program carries the same name.
APPLICATION_ID = "TTHCDesktop"


def run_window(program: Program, *, data: Path | None, quit_after_first_paint: bool = False) -> int:
    """Show the window until it is closed, and return the program's exit code.

    The data file is opened only after the first paint, in the worker: until then no part of
    the database or of Word and Excel is loaded. *quit_after_first_paint* ends it there.
    """
    application = prepared_application()
    door = SingleInstance(data, program.log_folder.parent) if data else None
    if door and door.may_be_open and door.wake_other():
        return 0
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    hook = ExceptionHook(program.log_folder)
    hook.install()
    record = CrashRecord(program.log_folder)
    earlier_fall = record.begin()
    window = new_window(program)
    # Painted in many sizes, which the first paint need not wait for.
    window.first_painted.connect(lambda: application.setWindowIcon(application_icon()))
    if quit_after_first_paint:
        window.first_painted.connect(window.close)
    else:
        window.first_painted.connect(partial(_begin, window, program, data, door))
        if earlier_fall:
            told = partial(tell_of_fall, window, earlier_fall, program.log_folder)
            window.first_painted.connect(told)
    window.show()
    try:
        return application.exec()
    finally:
        if door:
            door.close()
        record.end()
        sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


def _begin(
    window: MainWindow, program: Program, data: Path | None, door: SingleInstance | None
) -> None:
    if door:
        if not door.listen():
            window.close()
            return
        door.asked_to_show.connect(partial(bring_forward, window))
    filling = WindowFilling(window, program, data)
    filling.filled.connect(partial(_open, window))
    filling.start()


def _open(window: MainWindow) -> None:
    window.content.session.open_file()


def new_window(program: Program) -> MainWindow:
    """Return the main window of *program*, neither filled nor shown yet."""
    settings = Settings(program.log_folder.parent)
    application = QApplication.instance()
    if settings.text_percent and isinstance(application, QApplication):
        theme.scale_text(application, settings.text_percent / 100)
    return MainWindow(settings)


def prepared_application() -> QApplication:
    """Return Qt's application with our look, name and words; the one there is, if there is one."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication([NAME])
    if sys.platform == "win32":
        _name_for_task_bar()
    application.setApplicationName(APPLICATION_ID)
    application.setApplicationVersion(VERSION)
    application.setDesktopFileName(APPLICATION_ID)
    theme.dress(application)
    translator = QtVietnamese(application)
    application.installTranslator(translator)
    return application


def _name_for_task_bar() -> None:
    import ctypes

    shell = ctypes.CDLL("shell32")
    shell.SetCurrentProcessExplicitAppUserModelID(ctypes.c_wchar_p(APPLICATION_ID))
