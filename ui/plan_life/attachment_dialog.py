"""The scans of the signed plan: what is attached, opened again, added, taken out."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from tthc_desktop.domain.attachment import Attachment
from tthc_desktop.domain.plan import Plan, PlanSummary
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.question import ask
from ui.plan_life.form_dialog import FormDialog, sentence
from ui.plan_life.titles import title_of
from ui.plan_life.wrapped_tree import WrappedTree

_ROLE = Qt.ItemDataRole.UserRole
_HINT = (
    "Tệp đến 20 MB nằm trong tệp dữ liệu và được sao lưu cùng. Tệp lớn hơn chỉ ghi lại chỗ để: "
    "không dời, không đổi tên tệp đó."
)
_PATH_STAYS = "Tệp gốc ở ngoài còn nguyên."
_COPY_GOES = "Bản nằm trong tệp dữ liệu bị bỏ; tệp gốc trên máy còn nguyên."
_NOTHING = "Chưa gắn tệp nào."
_LINES = 7
_KB, _MB = 1024, 1024 * 1024


class AttachmentDialog(FormDialog):
    """Stays open: every act is asked for by signal and comes back through `show_files`."""

    add_asked = Signal()
    open_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(
        self, plan: Plan | PlanSummary, parent: QWidget | None = None, *, can_write: bool = True
    ) -> None:
        """Make an empty list for *plan*."""
        title = title_of("Bản đã ký của", plan)
        super().__init__(title, "Gắn tệp…", parent, width=680, leave="Đóng")
        self._can_write = can_write
        self.said = sentence(_NOTHING)
        self.tree = WrappedTree("Các tệp đã gắn", ("Tệp", "Cỡ", "Gắn lúc", "Để ở"), 0)
        self.tree.setMinimumHeight(_LINES * (theme.line_height(theme.font()) + 8))
        self.view = AppButton("Mở", ButtonKind.PLAIN)
        self.remove = AppButton("Bỏ tệp…", ButtonKind.PLAIN)
        for place, button in enumerate((self.view, self.remove)):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.foot.insertWidget(place, button)
        self.content.addWidget(self.said)
        self.content.addWidget(self.tree, 1)
        self.content.addWidget(sentence(_HINT, is_secondary=True))
        self.view.clicked.connect(self._ask_opening)
        self.remove.clicked.connect(self._ask_removal)
        self.tree.itemActivated.connect(lambda *_: self._ask_opening())
        self.tree.currentItemChanged.connect(lambda *_: self._enable())
        self.main.setEnabled(can_write)
        self.show_files(())
        self.fit()
        self.main.setFocus()

    @property
    def current(self) -> Attachment | None:
        """The file one stands at."""
        found = self.tree.currentIndex().siblingAtColumn(0).data(_ROLE)
        return found if isinstance(found, Attachment) else None

    def show_files(self, files: tuple[Attachment, ...]) -> None:
        """Show what is attached now, the last one added chosen."""
        self.tree.clear()
        for one in files:
            added = f"{datetime.fromisoformat(one.added_at):%d/%m/%Y %H:%M}"
            place = "Trong tệp dữ liệu" if one.path is None else "Ngoài, theo đường dẫn"
            item = QTreeWidgetItem([one.name, size_words(one.size), added, place])
            item.setData(0, _ROLE, one)
            item.setToolTip(3, one.path or "")
            self.tree.addTopLevelItem(item)
            self.tree.setCurrentItem(item)
        self.said.setVisible(not files)
        self._enable()

    def agree(self) -> None:
        """Ask for a file to add; the list stays."""
        self.add_asked.emit()

    def _enable(self) -> None:
        self.view.setEnabled(self.current is not None)
        self.remove.setEnabled(self.current is not None and self._can_write)

    def _ask_opening(self) -> None:
        if self.current is not None:
            self.open_asked.emit(self.current)

    def _ask_removal(self) -> None:
        if (file := self.current) is None:
            return
        where = _PATH_STAYS if file.path else _COPY_GOES
        ask(
            self,
            "Bỏ tệp đã gắn",
            f"Bỏ “{file.name}” khỏi kế hoạch? {where}",
            ("Bỏ tệp", lambda: self.remove_asked.emit(file)),
            "Giữ lại",
        )


def size_words(size: int) -> str:
    """Return a size in bytes as people read it: "1,4 MB"."""
    if size >= _MB:
        return f"{size / _MB:.1f} MB".replace(".", ",")
    return f"{max(1, round(size / _KB))} KB"
