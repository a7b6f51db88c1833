"""The window over a real data file: the sample office, as it stands on 1 July 2026."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.data_file import SqliteDataFile
from tests.ui.opened_places import OpenedPlaces
from tthc_desktop.domain.plan import PlanKind
from tthc_desktop.program import Program
from tthc_desktop.use_cases.opening import list_plans, open_plan
from tthc_desktop.use_cases.sample import create_sample
from ui.application import new_window, prepared_application
from ui.charts.paper_picture import new_page_painter
from ui.frame.actions import Page
from ui.kit import theme
from ui.main_window import MainWindow
from ui.session.open_plan import OpenPlan, prepare_plan

TODAY = date(2026, 7, 1)
OpenWindow = Callable[[Path], MainWindow]


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "du-lieu.tthc"
    file = SqliteDataFile(path)
    create_sample(file)
    file.close()
    return path


@pytest.fixture
def data_path(sample_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample_file, tmp_path / "du-lieu.tthc"))


@pytest.fixture(scope="session")
def control_plan(sample_file: Path) -> OpenPlan:
    units = SqliteDataFile(sample_file).units_of_work()
    plans = list_plans(units)
    control = next(one for one in plans if one.kind is PlanKind.CONTROL)
    return prepare_plan(open_plan(units, control.id), TODAY)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    def data_file(path: Path | None) -> SqliteDataFile:
        assert path is not None
        return SqliteDataFile(path, lambda: datetime(2026, 7, 1, 8))

    return Program(data_file, new_page_painter, lambda: TODAY, tmp_path / "logs")


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """Return the application in our look, at 100 % again afterwards."""
    prepared_application()
    yield qapp
    theme.dress(qapp)


@pytest.fixture
def open_window(dressed: QApplication, qtbot: QtBot, program: Program) -> Iterator[OpenWindow]:
    windows: list[MainWindow] = []

    def opened(path: Path) -> MainWindow:
        window = new_window(program)
        windows.append(window)
        window.resize(1366, 690)
        with qtbot.waitSignal(window.first_painted):
            window.show()
        window.fill(program, path)
        signal = (
            window.content.session.plan_opened
            if path.exists()
            else window.content.session.plans_listed
        )
        with qtbot.waitSignal(signal, timeout=20_000):
            window.content.session.open_file()
        # The window opens on Hôm nay; most tests begin where a plan is shown.
        if path.exists():
            window.show_page(Page.PLAN)
        qtbot.waitUntil(lambda: window.content.area.plan_tab.pages.is_complete)
        return window

    yield opened
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(open_window: OpenWindow, data_path: Path) -> MainWindow:
    """Return the main window with the sample office open."""
    return open_window(data_path)


@pytest.fixture
def opened_places() -> Iterator[OpenedPlaces]:
    """Return what was handed to the system to open, instead of opening it."""
    places = OpenedPlaces()
    QDesktopServices.setUrlHandler("file", places, "take")  # type: ignore[arg-type] # Qt's hints err
    yield places
    QDesktopServices.unsetUrlHandler("file")
