"""Ties the filter row and the headings to the task table: what is asked for is what is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt, Signal

from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.shown_state import Shown
from ui.tasks.column_menu import ColumnMenu
from ui.tasks.filter_header import FILTERED_COLUMNS, FilterHeader
from ui.tasks.filter_row import FilterRow
from ui.tasks.task_chips import Chip, chip_counts, chips_of
from ui.tasks.task_columns import Column
from ui.tasks.task_filter import (
    TaskFilter,
    TextKeys,
    answers_as,
    column_values,
    shown_tasks,
)
from ui.tasks.task_look_actions import TaskLookActions
from ui.tasks.task_rows import TaskRow
from ui.tasks.task_sort import Sort
from ui.tasks.task_table import TaskTable

_MOST_KEPT = 200


class TaskFiltering(QObject):
    """An edited task stays in sight, whether it still fits or not, until the filter changes."""

    changed = Signal()

    def __init__(
        self, row: FilterRow, table: TaskTable, progress: Callable[[], PlanProgress | None]
    ) -> None:
        """Let *row* filter *table*, whose plan *progress* tells."""
        super().__init__(table)
        self._row = row
        self._table = table
        self._model = table.tasks
        self._progress = progress
        self._keys = TextKeys()
        self._applied = TaskFilter()
        self._closed: frozenset[str] = frozenset()
        self._tasks: tuple[TaskRow, ...] = ()
        self._counts: Counter[Chip] = Counter()
        self._total = 0
        self._shown = 0
        self._actions: TaskLookActions | None = None
        header = table.horizontalHeader()
        self._header = header if isinstance(header, FilterHeader) else None
        if self._header:
            self._header.menu_asked.connect(self._show_menu)
        row.changed.connect(self._apply)
        self._model.rows_changed.connect(self._count)

    @property
    def facts(self) -> str:
        """What the status bar says: how many tasks are shown, or how far they are."""
        if self._applied.is_narrowing:
            return f"Đang hiện {self._shown} trong {self._total} nhiệm vụ"
        counts = (
            (self._total, "nhiệm vụ"),
            (self._counts[Chip.DONE], "hoàn thành"),
            (self._counts[Chip.OVERDUE], "quá hạn"),
        )
        return " · ".join(f"{count} {words}" for count, words in counts)

    @property
    def finds_nothing(self) -> bool:
        """Whether the plan has tasks and none of them fits."""
        return bool(self._total) and self._applied.is_narrowing and not self._shown

    def show_plan(self, keys: TextKeys, units: tuple[tuple[str, str], ...]) -> None:
        """Another plan is shown, with all its tasks; *keys* are its folded words.

        *units* are those who answer for its tasks, by id and name.
        """
        self._keys = keys
        self._row.reset()
        self._applied = TaskFilter()
        self._closed = frozenset()
        self._mark()
        self._row.set_units(units)
        self.changed.emit()

    def connect_to(self, actions: TaskLookActions) -> None:
        """Let the menu's entries filter and sort."""
        self._actions = actions
        actions.filter_text.triggered.connect(self._type)
        actions.filter_column.triggered.connect(self._show_current_menu)
        actions.clear_filter.triggered.connect(self._row.clear)
        actions.plan_order.triggered.connect(lambda: self._row.sort(None))
        for column, action in actions.sort_by.items():
            action.triggered.connect(lambda *_, by=column: self._sort_by(by))
        actions.descending.triggered.connect(self._turn)
        self._mark()

    def show_states(self, states: Iterable[Shown]) -> None:
        """Show only the tasks in these states, as a click on their chips does."""
        self._row.reset()
        self._row.chips.choose(chips_of(states))

    def _apply(self) -> None:
        wanted = self._row.filter
        if not self._applied.is_narrowing and wanted.is_narrowing:
            self._closed = self._model.closed
        is_back = self._applied.is_narrowing and not wanted.is_narrowing
        self._applied = wanted
        closed = self._closed if is_back else frozenset[str]()
        if wanted.is_empty:
            self._keep(lambda: self._model.show_only(None, closed=closed))
            self._shown = self._total
        else:
            self._show(wanted, closed)
        self._mark()
        self.changed.emit()

    def _show(self, wanted: TaskFilter, closed: frozenset[str]) -> None:
        found = shown_tasks(wanted, self._tasks, self._keys, self._unit_names(wanted))
        self._shown = len(found.ids)
        self._keep(
            lambda: self._model.show_only(found.ids, is_sorted=found.is_sorted, closed=closed)
        )

    def _unit_names(self, wanted: TaskFilter) -> frozenset[str]:
        progress = self._progress()
        if progress is None or wanted.unit is None:
            return frozenset()
        return answers_as(progress.directory, wanted.unit)

    def _keep(self, act: Callable[[], object]) -> None:
        """Keep what is chosen, but not a choice of all: it would mean other tasks then."""
        chosen = self._table.chosen
        if len(chosen.lines()) > _MOST_KEPT:
            self._table.setCurrentIndex(self._table.currentIndex())
        chosen.keep(act)

    def _count(self) -> None:
        self._tasks = self._model.leaves()
        self._counts = chip_counts(self._tasks)
        self._total = sum(self._counts.values())
        self._row.set_counts(self._counts, self._total)

    def _mark(self) -> None:
        if self._header:
            self._header.mark(self._applied)
        if self._actions is None:
            return
        sort = self._applied.sort
        self._actions.clear_filter.setEnabled(not self._applied.is_empty)
        chosen = self._actions.sort_by[sort.column] if sort else self._actions.plan_order
        chosen.setChecked(True)
        self._actions.descending.setEnabled(sort is not None)
        self._actions.descending.setChecked(sort is not None and sort.is_descending)

    def _type(self) -> None:
        self._row.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._row.text.selectAll()

    def _sort_by(self, column: Column) -> None:
        now = self._applied.sort
        self._row.sort(Sort(column, is_descending=bool(now and now.is_descending)))

    def _turn(self, is_descending: bool) -> None:
        if self._applied.sort:
            self._row.sort(Sort(self._applied.sort.column, is_descending=is_descending))

    def _show_current_menu(self) -> None:
        column = self._table.currentIndex().column()
        self._show_menu(column if column in FILTERED_COLUMNS else Column.STATE)

    def _show_menu(self, section: int) -> None:
        if self._header is None:
            return
        column = Column(section)
        values = column_values(self._rows_but(column), column)
        menu = ColumnMenu(column, values, self._applied.values.get(column), self._table)
        menu.ticked.connect(lambda words: self._row.tick(column, words))
        menu.sorted_by.connect(self._row.sort)
        menu.adjustSize()
        place = self._header.menu_place(column)
        window = self._table.window()
        right = window.mapToGlobal(window.rect().topRight()).x()
        place.setX(min(place.x(), right - menu.width()))
        menu.move(place)
        menu.show()

    def _rows_but(self, column: Column) -> tuple[TaskRow, ...]:
        """Return what the other filters leave, so that a menu offers only what can be found."""
        now = self._applied
        values = {one: words for one, words in now.values.items() if one is not column}
        others = TaskFilter(now.text, now.chips, now.unit, values)
        if not others.is_narrowing:
            return self._tasks
        ids = set(shown_tasks(others, self._tasks, self._keys, self._unit_names(others)).ids)
        return tuple(row for row in self._tasks if row.id in ids)
