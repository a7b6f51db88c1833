"""A register as a page in the place of the report: its lists, what is counted, the ways out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from tthc_desktop.domain.reporting.entry_edits import EntryEdit
from tthc_desktop.use_cases.reporting.register_book import RegisterBook
from ui.kit import theme
from ui.kit.command_row import Command, CommandRow
from ui.kit.right_pane import PageWithPane
from ui.registers.facts_pane import WIDTH, FactsPane
from ui.registers.page_acts import PageActs
from ui.registers.register_sheet import (
    FactTable,
    RegisterSheet,
    Scope,
    SheetFacts,
    SheetRow,
)
from ui.registers.scope_choice import completed, newest_period, years_of
from ui.registers.sheet_filter_row import SheetFilterRow
from ui.registers.sheet_grid import SheetGrid
from ui.registers.sheet_model import SheetModel, Write
from ui.registers.sheet_order import SheetSort

_SIDE = 10
_NONE = "Chưa có mục nào."
_NONE_IN_PERIOD = "Không có mục nào trong thời gian đang chọn. Chọn “Mọi thời gian” để xem cả sổ."


class RegisterPage(PageWithPane):
    """Shows a book; every edit goes to *write*, everything else is asked for by signal."""

    name = "register"
    facts_changed = Signal()
    close_asked = Signal()
    paste_asked = Signal(object)
    link_asked = Signal(str)
    row_changed = Signal()

    def __init__(
        self, title: str, sheets: Sequence[RegisterSheet], write: Write, export: QAction,
        steps: Sequence[Command] = (),
    ) -> None:  # fmt: skip
        """Make an empty page of *sheets*; *steps* are commands of this register only."""
        self.title = title
        self.filter = SheetFilterRow()
        self.line = QLabel()
        self.stack = QStackedWidget()
        self.pane_of_facts = FactsPane()
        middle = QWidget()
        super().__init__(middle, self.pane_of_facts, WIDTH)
        self._book: RegisterBook | None = None
        self._facts = SheetFacts()
        self.write = write
        # What a register tells of the row one stands in.
        self.row_table: Callable[[SheetRow, RegisterBook], FactTable | None] = lambda *_: None
        self.grids = [self._grid(one) for one in sheets]
        self.acts = PageActs(self)
        self.views = self._view_acts()
        out = ("excel", export)
        main = ("plus", self.acts.add) if sheets[0].can_add else out
        self.row = CommandRow(
            (
                ("chevron-left", self.acts.back), *self._views(), *steps,
                ("close", self.acts.remove), *(() if main is out else (out,)),
            ),
            main,
        )  # fmt: skip
        self.put_above(self.row)
        self._lay_out(middle)
        self._connect()
        self.setFocusProxy(self.stack)
        self.show_list(0)

    @property
    def grid(self) -> SheetGrid:
        """The list that is shown."""
        return self.grids[self.stack.currentIndex()]

    @property
    def sheet(self) -> RegisterSheet:
        """What it shows."""
        return self.grid.rows.sheet

    @property
    def book(self) -> RegisterBook | None:
        """What was read."""
        return self._book

    @property
    def scope(self) -> Scope:
        """The year and the period that are looked at."""
        return completed(self.filter.scope, self._book)

    @property
    def facts(self) -> str:
        """What the status bar says."""
        rows = self.grid.rows
        shown = f"Đang hiện {rows.count} trong {rows.total}" if rows.count < rows.total else (
            str(rows.total)
        )  # fmt: skip
        return f"{self.sheet.title}: {shown} dòng"

    @property
    def panes(self) -> tuple[CommandRow, QStackedWidget, FactsPane]:
        """What F6 walks along."""
        return self.row, self.stack, self.pane_of_facts

    def show_list(self, place: int) -> None:
        """Show one of the lists."""
        self.views[place].setChecked(True)
        self.stack.setCurrentIndex(place)
        self.stack.setFocusProxy(self.grid)
        self.acts.add.setVisible(self.sheet.can_add)
        if self._book is not None:
            self._suit()
            self.renew()
            self.grid.setFocus()

    def show_book(self, book: RegisterBook, *, is_editable: bool) -> None:
        """Show what was read; what is typed at the foot stays."""
        is_first, self._book = self._book is None, book
        for grid in self.grids:
            grid.rows.is_editable = is_editable
        self.acts.enable(is_editable=is_editable)
        self.filter.offer(years_of(book), book.today.year)
        self._suit()
        if is_first and self.sheet.needs_period:
            self.filter.choose(newest_period(book))
        self.renew()
        if not self.grid.currentIndex().isValid():
            self.grid.go_to(*self.grid.rows.first_cell)

    def follow(self, book: RegisterBook, edit: EntryEdit) -> None:
        """Show the book after an edit; rows stay where they are."""
        self._book = book
        for grid in self.grids:
            fresh = grid.rows.follow(book)
            if edit.register is not grid.rows.sheet.register:
                continue
            # An undo leads back to what it changed, as in Excel.
            line = grid.rows.line_of(fresh)
            if not fresh and len(edit.changes) == 1:
                line = grid.rows.line_of_entry(edit.changes[0].entry_id)
            grid.go_to(line)
        self._say()

    def renew(self) -> None:
        """Show the rows that are asked for, in the order asked for."""
        if self._book is None:
            return
        row, column = self.grid.current_row, self.grid.currentIndex().column()
        self.grid.rows.show(self._book, self.scope, self.filter.filter, self.grid.header.sort)
        if row is not None:
            self.grid.go_to(self.grid.rows.line_of(row.key), column)
        self._say()

    def begin_new(self) -> None:
        """Go to the row at the foot and type."""
        self.grid.setFocus()
        self.grid.go_to(self.grid.rows.draft_line, 0)
        self.grid.edit_current()

    def go_to_entry(self, entry_id: str) -> None:
        """Stand in an entry's row; filters that hide it are left."""
        if self.grid.rows.line_of(entry_id) < 0:
            self.filter.choose("")
            self.filter.clear()
        self.grid.go_to(self.grid.rows.line_of(entry_id))
        self.grid.setFocus()

    def _suit(self) -> None:
        assert self._book is not None  # noqa: S101 - only called with a book
        self.filter.suit(self.sheet.picks(self._book), self.sheet)

    def _say(self) -> None:
        """Say what is counted: after an edit, or for other rows."""
        if self._book is None:
            return
        rows = self.grid.rows
        self.filter.say_count(rows.count, rows.total)
        self._facts = self.sheet.facts(self._book, self.scope)
        self.line.setText(self._empty_words(self._book) or self._facts.line)
        self._follow_row()
        self.facts_changed.emit()

    def _empty_words(self, book: RegisterBook) -> str:
        """Return what is said of a list without a row; "" where it has some, or says it itself."""
        if self.grid.rows.total or not self.sheet.empty:
            return ""
        if self.filter.scope.period and book.of(self.sheet.register):
            return _NONE_IN_PERIOD
        return self.sheet.empty if self.grid.rows.is_editable else _NONE

    def _follow_row(self) -> None:
        """Say what is known of the row one stands in."""
        current = self.grid.current_row
        own = self.row_table(current, self._book) if current and self._book else None
        tables = self._facts.tables
        self.pane_of_facts.show_tables((own, *tables) if own else tables)
        self.acts.suit_cell()
        self.row_changed.emit()

    def _on_sort(self, column: int) -> None:
        self._sort(self.grid.header.next_sort(column))

    def _sort(self, sort: SheetSort | None) -> None:
        self.grid.header.show_sort(sort)
        self.renew()

    def _grid(self, sheet: RegisterSheet) -> SheetGrid:
        model = SheetModel(sheet)
        model.write = self.write
        grid = SheetGrid(model, sheet.title)
        model.setParent(grid)
        grid.offered = lambda column: sheet.offered(column, self._book) if self._book else ()
        grid.add_asked.connect(lambda: self.acts.add_typed())  # noqa: PLW0108 - made after the grids
        grid.sort_asked.connect(self._on_sort)
        grid.menu_asked.connect(lambda at: self.acts.show_menu(at))  # noqa: PLW0108 - the same
        grid.current_changed.connect(self._follow_row)
        self.stack.addWidget(grid)
        return grid

    def _view_acts(self) -> list[QAction]:
        views = [QAction(one.rows.sheet.title, self) for one in self.grids]
        group = QActionGroup(self)
        for place, action in enumerate(views):
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda *_, at=place: self.show_list(at))
        return views

    def _views(self) -> tuple[Command, ...]:
        return tuple(("table", one) for one in self.views) if len(self.views) > 1 else ()

    def _connect(self) -> None:
        self.filter.changed.connect(self.renew)
        self.filter.scope_changed.connect(self.renew)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_asked)

    def _lay_out(self, middle: QWidget) -> None:
        title = QLabel(self.title)
        title.setFont(theme.font(theme.TITLE_PT, strong=True))
        self.line.setWordWrap(True)
        theme.make_secondary(self.line)
        head = QWidget()
        head.setAutoFillBackground(True)
        head.setBackgroundRole(self.palette().ColorRole.Base)
        words = QVBoxLayout(head)
        words.setContentsMargins(_SIDE, 8, _SIDE, 4)
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(self.line)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (head, self.filter):
            layout.addWidget(widget)
        layout.addWidget(self.stack, 1)
