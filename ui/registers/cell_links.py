"""Addresses in cells: only those of the web are opened, and only after they were shown."""

from __future__ import annotations

import re

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.kit.question import ask

_ADDRESS = re.compile(r"https?://[^\s;,<>\"”]+", re.IGNORECASE)


def link_in(words: str) -> str:
    """Return the first address in *words*; empty where there is none."""
    found = _ADDRESS.search(words)
    return found[0].rstrip(".)") if found else ""


def open_link(parent: QWidget, address: str) -> QMessageBox:
    """Show an address and open it when the person agrees."""
    return ask(
        parent,
        "Mở liên kết",
        f"Mở địa chỉ này bằng trình duyệt?\n{address}",
        ("Mở liên kết", lambda: QDesktopServices.openUrl(QUrl(address))),
        "Không mở",
    )
