"""Giới thiệu: the version, and under which licences what is inside is used."""

from __future__ import annotations

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from tthc_desktop import TITLE, VERSION
from ui import theme
from ui.app_button import AppButton, ButtonKind

_WIDTH, _HEIGHT = 620, 400
LICENCES = (
    ("Qt và PySide6", "LGPL phiên bản 3"),
    ("Python", "Python Software Foundation License"),
    ("SQLite", "thuộc sở hữu công cộng"),
    ("SQLAlchemy", "MIT"),
    ("Alembic, Mako", "MIT"),
    ("python-docx", "MIT"),
    ("openpyxl, et-xmlfile", "MIT"),
    ("lxml", "BSD 3 điều khoản"),
    ("defusedxml", "Python Software Foundation License"),
    ("platformdirs, greenlet, MarkupSafe, typing-extensions", "MIT, BSD, PSF"),
)


class About(QDialog):
    """Name, version, licences; Qt's libraries may be replaced by the person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the dialog."""
        super().__init__(parent)
        self.setWindowTitle("Giới thiệu TTHC Desktop")
        title = QLabel(TITLE)
        title.setFont(theme.font(theme.TITLE_PT, strong=True))
        version = QLabel(f"Phiên bản {VERSION}")
        licences = QTextBrowser()
        licences.setAccessibleName("Giấy phép của các thành phần")
        licences.setHtml(_licences())
        close = AppButton("Đóng", ButtonKind.MAIN)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        for widget in (title, version, licences):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self.resize(theme.scaled(_WIDTH), theme.scaled(_HEIGHT))
        close.setFocus()


def _licences() -> str:
    rows = "".join(f"<tr><td>{name}</td><td>{words}</td></tr>" for name, words in LICENCES)
    return (
        "<p>Chương trình chạy không cần mạng; không gửi gì ra ngoài máy.</p>"
        f"<p>Các thành phần dùng trong chương trình (Qt {qVersion()}):</p>"
        f"<table cellspacing='6'>{rows}</table>"
        "<p>Thư viện Qt dùng theo LGPL: các tệp của Qt nằm riêng trong thư mục chương trình và "
        "có thể thay bằng bản khác cùng phiên bản.</p>"
    )
