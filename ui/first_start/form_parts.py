"""Small parts of the steps: headings, labels above fields, hints below."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.kit import theme

_HEADING_PT = 13.5


def heading(words: str) -> QLabel:
    """Return the heading of a step."""
    label = QLabel(words)
    label.setFont(theme.font(_HEADING_PT, strong=True))
    label.setWordWrap(True)
    return label


def hint(words: str) -> QLabel:
    """Return a line in the second colour."""
    label = QLabel(words)
    label.setFont(theme.font(theme.HEADER_PT))
    label.setWordWrap(True)
    colour_words(label, theme.paints(label.palette()).text2)
    return label


def title(words: str, field: QWidget | None = None) -> QLabel:
    """Return the label above *field*."""
    label = QLabel(words)
    label.setFont(theme.font(strong=True))
    if field is not None:
        label.setBuddy(field)
    return label


def labelled(words: str, field: QWidget, below: QWidget | None = None) -> QVBoxLayout:
    """Return *field* with its label above and a hint below."""
    box = QVBoxLayout()
    box.setSpacing(4)
    box.addWidget(title(words, field))
    box.addWidget(field)
    if below is not None:
        box.addWidget(below)
    return box


def colour_words(label: QLabel, colour: QColor) -> None:
    """Paint the words of *label* in *colour*."""
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, colour)
    label.setPalette(palette)
    # On a white ground Qt would take the role of text in fields.
    label.setForegroundRole(QPalette.ColorRole.WindowText)
