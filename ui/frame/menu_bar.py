"""The menu bar's height: Fusion's own is too low for two-storey letters."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QMenuBar, QProxyStyle, QStyle, QStyleOption, QWidget

from ui.kit import theme

_HEIGHT = 27


class _TallerItems(QProxyStyle):
    def sizeFromContents(  # noqa: N802 - Qt's name
        self,
        type: QStyle.ContentsType,  # noqa: A002 - Qt's name
        option: QStyleOption,
        size: QSize,
        w: QWidget | None = None,
    ) -> QSize:
        found = super().sizeFromContents(type, option, size, cast(QWidget, w))
        if type is QStyle.ContentsType.CT_MenuBarItem:
            found.setHeight(max(found.height(), theme.scaled(_HEIGHT)))
        return found


class MenuBar(QMenuBar):
    """White, and as high as the visual language asks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty bar."""
        super().__init__(parent)
        self._own_style = _TallerItems("Fusion")
        self._own_style.setParent(self)
        self.setStyle(self._own_style)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.paints(palette).surf)
        self.setPalette(palette)
