"""Blocks of cells on the clipboard, as Excel and Word put them there and take them."""

from __future__ import annotations

import csv
import io
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

Block = list[list[str]]
# Excel takes every cell as text (1.10 is no number), a line break within its cell.
_STYLE = "<style>br{mso-data-placement:same-cell}td{mso-number-format:'\\@'}</style>"
_TD = "border:1px solid #000000;padding:2px 4px;vertical-align:top"


def copy_block(block: Block) -> None:
    """Put a block on the clipboard."""
    QGuiApplication.clipboard().setMimeData(mime_of(block))


def mime_of(block: Block) -> QMimeData:
    """Return a block as text for Excel and as a table for Word."""
    data = QMimeData()
    written = io.StringIO(newline="")
    csv.writer(written, "excel-tab").writerows(block)
    text = written.getvalue()
    is_one = len(block) == 1 and len(block[0]) == 1
    data.setText(block[0][0] if is_one else text)
    data.setHtml(_html(block))
    return data


def pasted_block(*, text_only: bool) -> Block:
    """Return the block on the clipboard: a table, where there is one and it is wanted."""
    return block_in(QGuiApplication.clipboard().mimeData(), text_only=text_only)


def block_in(data: QMimeData, *, text_only: bool = False) -> Block:
    """Return the block that clipboard data hold."""
    from tthc_desktop.reading.pasted_block import html_block, text_block

    if not text_only and data.hasHtml():
        found = html_block(data.html())
        if found:
            return found
    return text_block(data.text()) if data.hasText() else []


def _html(block: Block) -> str:
    rows = "".join(
        "<tr>" + "".join(f'<td style="{_TD}">{_cell(words)}</td>' for words in line) + "</tr>"
        for line in block
    )
    table = f'<table style="border-collapse:collapse" border="1">{rows}</table>'
    return f'<html><head><meta charset="utf-8">{_STYLE}</head><body>{table}</body></html>'


def _cell(words: str) -> str:
    return escape(words).replace("\n", "<br>")
