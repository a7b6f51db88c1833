"""Another size of the text while the window is open: everything grows with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QWidget

from ui.kit import theme

_NO_LIMIT = (1 << 24) - 1


def resize_text(application: QApplication, percent: int) -> None:
    """Give the text of all windows another size; what was laid out for the old one follows."""
    ratio = percent / 100 / theme.text_scale()
    if abs(ratio - 1) < 0.001:
        return
    widgets = [one for one in application.allWidgets() if not one.isWindow()]
    fonts = [(one, one.font()) for one in widgets if one.testAttribute(_OWN_FONT)]
    theme.scale_text(application, percent / 100)
    for widget, font in fonts:
        font.setPointSizeF(round(font.pointSizeF() * ratio, 3))
        widget.setFont(font)
    for widget in widgets:
        _follow(widget, ratio)


_OWN_FONT = Qt.WidgetAttribute.WA_SetFont


def _follow(widget: QWidget, ratio: float) -> None:
    """Scale what was measured once: fixed extents, columns; let the rest be asked anew."""
    if isinstance(widget, QHeaderView):
        for section in range(widget.count()):
            widget.resizeSection(section, round(widget.sectionSize(section) * ratio))
    least, most = widget.minimumSize(), widget.maximumSize()
    if 1 < least.width() < _NO_LIMIT:
        _scale_width(widget, least.width(), most.width(), ratio)
    if 1 < least.height() < _NO_LIMIT:
        _scale_height(widget, least.height(), most.height(), ratio)
    if isinstance(widget, QAbstractItemView):
        widget.scheduleDelayedItemsLayout()
    widget.updateGeometry()
    QWidget.update(widget)


def _scale_width(widget: QWidget, least: int, most: int, ratio: float) -> None:
    if most == least:
        widget.setFixedWidth(round(least * ratio))
    else:
        widget.setMinimumWidth(round(least * ratio))


def _scale_height(widget: QWidget, least: int, most: int, ratio: float) -> None:
    if most == least:
        widget.setFixedHeight(round(least * ratio))
    else:
        widget.setMinimumHeight(round(least * ratio))
