"""The acts on a sentence of the report: once for the keys, the right click and the head's menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.reports.narrative_rows import TextRow


class NarrativeActions:
    """Made for a list; their keys work while the list has the keyboard."""

    def __init__(self, owner: QWidget) -> None:
        """Make the acts."""
        self._owner = owner
        self.edit = self._new("&Sửa câu", "F2")
        self.add = self._new("&Thêm câu", "Insert")
        self.update_sentence = self._new("Cậ&p nhật theo số liệu", "Ctrl+U")
        self.keep = self._new("&Giữ câu đã sửa", "Ctrl+G")
        self.remove = self._new("&Bỏ câu", "Delete")
        self.give_back = self._new("&Lấy lại câu chương trình soạn", "Ctrl+R")
        self.copy = self._new("&Chép câu", "Ctrl+C")

    def follow(self, row: TextRow | None, *, can_edit: bool, can_add: bool) -> None:
        """Enable what can be done with a sentence."""
        sentence = row.sentence if row else None
        is_offered = bool(sentence and sentence.offered is not None)
        self.edit.setEnabled(can_edit and sentence is not None)
        self.add.setEnabled(can_edit and can_add)
        self.remove.setEnabled(can_edit and bool(sentence and sentence.text))
        self.update_sentence.setEnabled(can_edit and is_offered)
        self.keep.setEnabled(can_edit and is_offered)
        self.give_back.setEnabled(
            can_edit and bool(sentence and sentence.is_own and not sentence.is_added)
        )
        self.copy.setEnabled(bool(sentence and sentence.text))

    def menu(self) -> QMenu:
        """Return a new menu of them."""
        menu = QMenu(self._owner)
        menu.setAccessibleName("Câu của báo cáo")
        menu.addActions([self.edit, self.add])
        menu.addSeparator()
        menu.addActions([self.update_sentence, self.keep, self.give_back, self.remove])
        menu.addSeparator()
        menu.addAction(self.copy)
        return menu

    def _new(self, text: str, keys: str = "") -> QAction:
        action = QAction(text, self._owner)
        action.setIconText(text.replace("&", ""))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if keys:
            action.setShortcut(keys)
        self._owner.addAction(action)
        return action
