"""The report's pictures beside each other.

For whoever shows them (the report tab):

    pane = ChartsPane(window.settings)     # where the folder of pictures is remembered
    pane.show_pictures(pictures)   # tuple[Picture, ...] of
        # `use_cases.reporting.report_pictures.pictures_for(units, report_id, today=today)`, read
        # in the worker; none: the pane says that there are no figures yet
    pane.told                      # Signal(str): words for the message card after "Chép hình",
                                   # "Lưu hình PNG…"; refusals are told by the pane itself
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from tthc_desktop.domain.reporting.pictures import ReportPicture
from tthc_desktop.errors import Refused, StorageTrouble
from tthc_desktop.safe_file import write_safely
from ui.charts.paper_picture import image_with_title, png_with_title
from ui.charts.picture_view import PictureView
from ui.kit import theme
from ui.kit.trouble import tell
from ui.session.export_formats import safe_name
from ui.session.settings import Settings

_PURPOSE = "hinh"
_FILES = "Ảnh PNG (*.png)"
_SUFFIX = ".png"
_NO_PICTURES = "Chưa có số liệu để vẽ biểu đồ."
_GAP, _COLUMN = 12, 255
_PNG = b"\x89PNG"


class ChartsPane(QScrollArea):
    """As many side by side as there is room for; `told` carries words for the message card."""

    told = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        """Make a pane without pictures."""
        super().__init__(parent)
        self._settings = settings
        self.views: list[PictureView] = []
        self._columns = 0
        self._empty = QLabel(_NO_PICTURES)
        self._empty.setWordWrap(True)
        theme.make_secondary(self._empty)
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._grid.addWidget(self._empty, 0, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName("Biểu đồ")
        self.setWidget(content)
        self.setWidgetResizable(True)
        # The ground is that of whoever shows the pane.
        for one in (self.viewport(), content):
            one.setAutoFillBackground(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_pictures(self, pictures: tuple[ReportPicture, ...]) -> None:
        """Show other pictures; the same ones stay as they are."""
        if pictures == tuple(one.picture for one in self.views):
            return
        for old in self.views:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.views = [self._view(one) for one in pictures]
        self._empty.setVisible(not pictures)
        self._columns = 0
        self._place()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take more or fewer columns."""
        super().resizeEvent(event)
        self._place()
        self._fit()

    def _view(self, picture: ReportPicture) -> PictureView:
        view = PictureView(picture)
        view.copy_asked.connect(self._copy)
        view.save_asked.connect(self._ask_file)
        return view

    def _place(self) -> None:
        columns = max(1, min(len(self.views), self.width() // theme.scaled(_COLUMN)))
        if columns == self._columns:
            return
        for one in range(max(columns, self._columns)):
            self._grid.setColumnStretch(one, int(one < columns))
        self._columns = columns
        for place, view in enumerate(self.views):
            self._grid.addWidget(view, *divmod(place, columns))

    def _fit(self) -> None:
        for view in self.views:
            view.fit_into(self.viewport().height())

    def _copy(self, picture: ReportPicture) -> None:
        QGuiApplication.clipboard().setImage(image_with_title(picture))
        self.told.emit(f"Đã chép hình “{picture.title}”")

    def _ask_file(self, picture: ReportPicture) -> None:
        dialog = QFileDialog(self, "Lưu hình")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_FILES)
        dialog.setDefaultSuffix(_SUFFIX)
        dialog.setDirectory(str(self._settings.folder(_PURPOSE)))
        dialog.selectFile(f"{safe_name(picture.title)}{_SUFFIX}")
        dialog.fileSelected.connect(lambda file: self._save(picture, Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, picture: ReportPicture, to: Path) -> None:
        self._settings.remember_folder(_PURPOSE, to.parent)
        content = png_with_title(picture)
        try:
            write_safely(to, lambda path: _write(content, path), _check, force=True)
        except (Refused, StorageTrouble) as trouble:
            again = ("Thử lại", partial(self._save, picture, to))
            tell(self, "Chưa lưu được hình", trouble.message, [again])
        else:
            self.told.emit(f"Đã lưu hình “{to.name}”")


def _write(content: bytes, path: Path) -> None:
    path.write_bytes(content)


def _check(path: Path) -> None:
    if not path.read_bytes().startswith(_PNG):
        message = "the file is no picture"
        raise OSError(message)
