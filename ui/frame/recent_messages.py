"""The messages of this session: a card goes after eight seconds, its words stay here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QVBoxLayout, QWidget

from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind

_SIZE = 520, 360
_PADDING = 16


class RecentMessages(QDialog):
    """Newest first, each with its time."""

    def __init__(self, messages: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """List *messages*: time and words."""
        super().__init__(parent)
        self.setWindowTitle("Thông báo gần đây")
        self.resize(theme.scaled(_SIZE[0]), theme.scaled(_SIZE[1]))
        self.list = QListWidget()
        self.list.setAccessibleName("Các thông báo")
        self.list.setWordWrap(True)
        self.list.addItems([f"{time}  {words}" for time, words in reversed(messages)])
        nothing = QLabel("Chưa có thông báo nào từ lúc mở chương trình.")
        theme.make_secondary(nothing)
        nothing.setVisible(not messages)
        self.list.setVisible(bool(messages))
        close = AppButton("Đóng", ButtonKind.MAIN)
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        layout.addWidget(nothing)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)
