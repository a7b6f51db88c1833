"""Ties the page, the tree of parts and the actions to the editor of the plan.

Every act of a person becomes one edit; what is typed into a paragraph is written after a rest
and on leaving, and grows into one edit a visit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from tthc_desktop.document.blocks import PageSection
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.plan_text import PlanTextEdit
from tthc_desktop.use_cases.paragraph_style import style_of
from tthc_desktop.use_cases.text_act import TextAct
from ui.plan.paragraph_acts import ParagraphActs
from ui.plan.part_acts import PartActs
from ui.plan.plan_actions import PlanActions
from ui.plan.plan_parts import parts_of
from ui.plan.spot_words import changed_spot
from ui.plan.text_doing import TextDoing
from ui.session.plan_editor import PlanEditor

if TYPE_CHECKING:
    from ui.plan.plan_tab import PlanTab


class PlanEditing(QObject):
    """Knows page, tree, actions and editor; writes nothing itself."""

    def __init__(self, tab: PlanTab, editor: PlanEditor, actions: PlanActions) -> None:
        """Let *actions* and the hand on the page change the plan of *editor*."""
        super().__init__(tab)
        self._tab, self._editor, self._actions = tab, editor, actions
        self._pages, self._parts = tab.pages, tab.parts
        self._tasks: tuple[object, ...] = ()
        self.doing = TextDoing(tab.pages, editor)
        self.paragraphs = ParagraphActs(tab.pages, self.doing)
        self.part_acts = PartActs(tab.pages, self.doing)
        self._telling = QTimer(self, interval=0, singleShot=True)
        self._telling.timeout.connect(self._tell_parts)
        self._connect()

    @property
    def read_only(self) -> str:
        """Why nothing can be edited; empty where it can."""
        return self._editor.read_only

    def do(self, act: TextAct) -> bool:
        """Do an act on the text, after what is being typed."""
        return self.doing.do(act)

    @property
    def clipboard_acts(self) -> tuple[Callable[[], None], ...]:
        """Cắt, chép, dán, dán chỉ chữ, chọn tất cả in the open paragraph of the page in sight."""
        keys = self._pages.keys

        def paste_text() -> None:
            self.paragraphs.paste(QGuiApplication.clipboard().mimeData(), text_only=True)

        acts = (keys.cut, keys.copy, keys.paste, paste_text, keys.selectAll)
        return tuple(partial(self._do_in_paragraph, act) for act in acts)

    def _do_in_paragraph(self, act: Callable[[], None], *_: object) -> None:
        if self._pages.isVisible() and self._pages.open_spot is not None:
            act()

    def show_plan(self) -> None:
        """Go on with another plan."""
        self._tasks = self._task_lists()
        self._enable()

    def follow_tasks(self, annexes: Sequence[PageSection]) -> None:
        """Show the task tables as a worker has laid them out after an edit of tasks."""
        progress = self._editor.progress
        lists = self._task_lists()
        is_same = len(lists) == len(self._tasks) and all(
            one is other for one, other in zip(lists, self._tasks, strict=True)
        )
        if progress is None or is_same or len(annexes) != len(progress.plan.annexes):
            return
        self._tasks = lists
        self._pages.follow(progress.plan, progress.directory, annexes)
        self._telling.start()

    def _connect(self) -> None:
        actions, acts, pages = self._actions, self.part_acts, self._pages
        self._editor.text_edited.connect(self._on_edited)
        pages.spot_changed.connect(self._enable)
        pages.menu_asked.connect(self._show_menu)
        self._parts.menu_asked.connect(self._show_menu)
        self._parts.part_dropped.connect(acts.drop)
        acts.said.connect(self._tab.said)
        look = self.paragraphs.change_look
        for action, act in (
            (actions.add_part, acts.add),
            (actions.remove_part, acts.remove),
            (actions.indent, lambda: acts.change_level(1)),
            (actions.outdent, lambda: acts.change_level(-1)),
            (actions.move_up, lambda: acts.move(-1)),
            (actions.move_down, lambda: acts.move(1)),
            (actions.add_annex, acts.add_annex),
            (actions.remove_annex, acts.remove_annex),
        ):
            action.triggered.connect(lambda *_, do=act: do())
        actions.bold.triggered.connect(lambda is_on: look(bold=is_on))
        actions.italic.triggered.connect(lambda is_on: look(italic=is_on))
        actions.style.style_chosen.connect(acts.set_style)

    def _on_edited(self, progress: PlanProgress, edit: PlanTextEdit) -> None:
        types = self._pages.open_spot is not None
        self._pages.follow(progress.plan, progress.directory)
        if not self.doing.is_doing and (spot := changed_spot(edit)) is not None:
            self._pages.go_on_at(spot, types=types)
        self._telling.start()
        self._enable()

    def _tell_parts(self) -> None:
        """Show the parts as they are now, a moment after the page."""
        if (plan := self.doing.plan) is not None:
            self._parts.set_parts(parts_of(plan), can_edit=self._pages.can_edit)
            self._parts.mark(self._pages.current)

    def _task_lists(self) -> tuple[object, ...]:
        progress = self._editor.progress
        return tuple(one.tasks for one in progress.plan.annexes) if progress else ()

    def _enable(self) -> None:
        actions, can_edit = self._actions, self._pages.can_edit
        for action in actions.all:
            action.setEnabled(can_edit)
        spot, known = self.part_acts.current, self._pages.layout_now
        for action in (actions.remove_part, *actions.of_page):
            action.setEnabled(can_edit and spot is not None)
        block = known.block(spot.id) if spot and known else None
        style = style_of(block) if block else None
        actions.style.setEnabled(can_edit and style is not None)
        actions.style.show_style(style)
        shape = self._pages.keys.currentCharFormat()
        is_open = self._pages.open_spot is not None
        actions.bold.setChecked(is_open and shape.font().bold())
        actions.italic.setChecked(is_open and shape.fontItalic())
        has_annex = bool(self.part_acts.annex_id)
        for action in (actions.annex, actions.remove_annex):
            action.setEnabled(can_edit and has_annex)

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self._tab)
        menu.setAccessibleName("Lệnh cho phần đang chọn")
        for place, group in enumerate(self._actions.context_menu):
            if place:
                menu.addSeparator()
            menu.addActions(list(group))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
