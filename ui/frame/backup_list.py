"""The backups there are, and the way to bring one back."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tthc_desktop.ports import BackupInfo
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.trouble import tell

_SIZE = 620, 380
_PADDING = 16
_INFO_ROLE = Qt.ItemDataRole.UserRole
TITLE = "Khôi phục từ bản sao lưu"
_HINT = (
    "Khôi phục đưa dữ liệu về như lúc sao lưu. Dữ liệu hiện nay được sao lưu trước, "
    "nên có thể quay lại."
)


def when(made_at: str, today: date) -> str:
    """Return the words of a moment: "hôm nay 08:02"."""
    made = datetime.fromisoformat(made_at)
    days = (today - made.date()).days
    day = {0: "hôm nay", 1: "hôm qua"}.get(days, f"{made:%d/%m/%Y}")
    return f"{day} {made:%H:%M}"


class BackupList(QDialog):
    """Date, plans and reason of each backup; restoring asks once more."""

    restore_asked = Signal(object)

    def __init__(
        self, backups: tuple[BackupInfo, ...], today: date, parent: QWidget | None = None
    ) -> None:
        """Make a list of *backups*, newest first."""
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.resize(theme.scaled(_SIZE[0]), theme.scaled(_SIZE[1]))
        self._today = today
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("Các bản sao lưu")
        self.tree.setRootIsDecorated(False)
        self.tree.setHeaderLabels(["Lúc", "Số kế hoạch", "Lý do"])
        for one in backups:
            words = [when(one.made_at, today), str(one.plans), one.reason]
            item = QTreeWidgetItem(self.tree, words)
            item.setData(0, _INFO_ROLE, one)
        for column in range(2):
            self.tree.resizeColumnToContents(column)
        self._restore = AppButton("Khôi phục…", ButtonKind.MAIN)
        close = AppButton("Đóng", ButtonKind.PLAIN)
        for button in (self._restore, close):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._restore.clicked.connect(self._ask)
        self._restore.setEnabled(bool(backups))
        close.clicked.connect(self.reject)
        self.tree.itemActivated.connect(lambda *_: self._ask())
        self._lay_out(close, has_any=bool(backups))

    def _lay_out(self, close: AppButton, *, has_any: bool) -> None:
        hint = QLabel(_HINT if has_any else "Chưa có bản sao lưu nào. Ctrl+S lưu một bản.")
        hint.setWordWrap(True)
        theme.make_secondary(hint)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self._restore)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        layout.addWidget(hint)
        layout.addWidget(self.tree, 1)
        layout.addLayout(buttons)
        self.tree.setCurrentIndex(self.tree.model().index(0, 0))

    def _ask(self) -> None:
        item = self.tree.currentItem()
        if item is None:
            return
        info: BackupInfo = item.data(0, _INFO_ROLE)
        tell(
            self,
            f"Khôi phục bản {when(info.made_at, self._today)}?",
            f"Bản này có {info.plans} kế hoạch. Dữ liệu hiện nay được sao lưu trước khi thay.",
            (("Khôi phục", lambda: self._agree(info)),),
        )

    def _agree(self, info: BackupInfo) -> None:
        self.accept()
        self.restore_asked.emit(info)
