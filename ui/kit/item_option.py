"""What a delegate is told of a cell, in types: Qt's own option hides its fields from checkers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget


@dataclass(frozen=True, slots=True)
class CellOption:
    """Place, colours and state of a cell that is painted."""

    rect: QRect
    palette: QPalette
    is_selected: bool
    is_hovered: bool
    has_focus: bool


def cell_option(option: QStyleOptionViewItem) -> CellOption:
    """Return the fields of Qt's option; focus is that of the whole view."""
    fields = cast(Any, option)
    view: QWidget | None = fields.widget
    flag = QStyle.StateFlag
    return CellOption(
        QRect(fields.rect),
        fields.palette,
        is_selected=bool(fields.state & flag.State_Selected),
        is_hovered=bool(fields.state & flag.State_MouseOver),
        has_focus=view is not None and view.hasFocus(),
    )
