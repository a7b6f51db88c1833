"""The help: headings at the left, the text at the right, at the section of the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextBlock, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from tthc_desktop.vietnamese_text import clean_line, fold
from ui.first_start.form_parts import hint
from ui.help.help_pages import Heading, anchor_of, folded_letters, headings_of, help_text
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.text_fields import line_edit

_WIDTH, _HEIGHT = 940, 620
_SMALLEST = 520, 340
_LIST_WIDTH = 236
_INDENT = "     "
_ROW_OVER_LINE = 8
_ABOVE_HEADING = 18
_ANCHOR_ROLE = Qt.ItemDataRole.UserRole


class HelpWindow(QDialog):
    """Stays open beside the program; Enter in the search goes to the next place found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the beginning of the help."""
        super().__init__(parent)
        self.setWindowTitle("Hướng dẫn sử dụng")
        self.setMinimumSize(*_SMALLEST)
        self.resize(theme.scaled(_WIDTH), theme.scaled(_HEIGHT))
        self.headings = QListWidget()
        self.headings.setAccessibleName("Các mục của hướng dẫn")
        self.search = line_edit("Tìm trong hướng dẫn", hint="Tìm, không cần dấu")
        self.text = QTextBrowser()
        self.text.setAccessibleName("Nội dung hướng dẫn")
        self.text.setOpenLinks(False)
        self.found = hint("")
        self._fill()
        self._lay_out()
        self._connect()

    def show_section(self, words: str) -> None:
        """Go to the section of a heading; one that is not there is the beginning."""
        anchor = anchor_of(words)
        self._go_to(anchor if anchor in self._blocks else next(iter(self._blocks)))

    def _fill(self) -> None:
        markdown = help_text()
        self.text.document().setDefaultFont(theme.font())
        self.text.document().setDocumentMargin(theme.scaled(16))
        self.text.setMarkdown(markdown)
        self._blocks: dict[str, QTextBlock] = {}
        block = self.text.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                self._blocks.setdefault(anchor_of(block.text()), block)
                _give_room(block)
            block = block.next()
        for heading in headings_of(markdown):
            self._add(heading)
        self._folded = folded_letters(self.text.document().toPlainText())

    def _add(self, heading: Heading) -> None:
        item = QListWidgetItem(_INDENT * (heading.level - 2) + heading.words, self.headings)
        item.setData(_ANCHOR_ROLE, heading.anchor)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, heading.words)
        item.setToolTip(heading.words)
        if heading.level <= 2:
            item.setFont(theme.font(strong=True))
        height = theme.line_height(theme.font()) + _ROW_OVER_LINE
        hint_size = item.sizeHint()
        hint_size.setHeight(height)
        hint_size.setWidth(0)
        item.setSizeHint(hint_size)

    def _lay_out(self) -> None:
        left = QWidget()
        left.setFixedWidth(theme.scaled(_LIST_WIDTH))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.found)
        column.addWidget(self.headings, 1)
        self.headings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.headings.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.close_button = AppButton("Đóng", ButtonKind.PLAIN)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addWidget(left)
        columns.addWidget(self.text, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.addLayout(columns, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.close)
        self.headings.currentItemChanged.connect(self._on_heading)
        self.search.textChanged.connect(lambda: self._search(0))
        self.search.returnPressed.connect(lambda: self._search(self.text.textCursor().position()))
        self.text.anchorClicked.connect(self._on_link)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.search.setFocus)

    def _on_heading(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._scroll_to(self._blocks.get(item.data(_ANCHOR_ROLE)))

    def _on_link(self, link: QUrl) -> None:
        self._go_to(link.fragment())

    def _go_to(self, anchor: str) -> None:
        for row in range(self.headings.count()):
            if self.headings.item(row).data(_ANCHOR_ROLE) == anchor:
                self.headings.setCurrentRow(row)
        self._scroll_to(self._blocks.get(anchor))

    def _scroll_to(self, block: QTextBlock | None) -> None:
        if block is None:
            return
        self.text.setTextCursor(QTextCursor(block))
        layout = self.text.document().documentLayout()
        top = layout.blockBoundingRect(block).top()
        self.text.verticalScrollBar().setValue(round(top) - theme.scaled(8))

    def _search(self, start: int) -> None:
        wanted = fold(clean_line(self.search.text()))
        count = self._folded.count(wanted) if wanted else 0
        words = f"{count} chỗ, Enter: chỗ kế" if count else "Không tìm thấy"
        self.found.setText(words if wanted else "")
        place = self._folded.find(wanted, start) if count else -1
        if count and place < 0:
            place = self._folded.find(wanted)
        if place >= 0:
            cursor = self.text.textCursor()
            cursor.setPosition(place)
            cursor.setPosition(place + len(wanted), QTextCursor.MoveMode.KeepAnchor)
            self.text.setTextCursor(cursor)
            self.text.ensureCursorVisible()


def _give_room(block: QTextBlock) -> None:
    """Set a heading apart from what is above it."""
    look = block.blockFormat()
    look.setTopMargin(theme.scaled(_ABOVE_HEADING))
    look.setBottomMargin(theme.scaled(4))
    QTextCursor(block).setBlockFormat(look)
