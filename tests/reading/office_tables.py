"""A task table typed into Word in the habit of some office."""

from collections.abc import Callable, Sequence
from typing import Literal

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table

from tests.reading.word_lists import number
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Annex
from tthc_desktop.domain.task import Assignment, NumberedTask, numbered

TableHabit = Literal[
    "plain", "landscape", "torn", "torn without header", "row cut in two", "merged groups",
    "merged whole rows", "automatic numbers", "other order", "more columns", "header of two rows",
    "counted columns", "empty rows", "total row", "shared cells", "line units", "no numbers",
    "title in table",
]  # fmt: skip
Odd = Callable[[str], str]
Row = list[str]


def type_task_table(
    document: Document, annex: Annex, directory: Directory, habit: TableHabit, odd: Odd
) -> None:
    """Type the annex's tasks."""
    if not annex.tasks:
        return
    _TableTypist(document, annex, directory, habit, odd).type()


class _TableTypist:
    def __init__(
        self, document: Document, annex: Annex, directory: Directory, habit: TableHabit, odd: Odd
    ) -> None:
        self.document = document
        self.headings = list(annex.headings)
        self.directory = directory
        self.habit = habit
        self.odd = odd
        self.tasks = list(numbered(annex.tasks))
        self.rows = [self._row(one) for one in self.tasks]

    def type(self) -> None:
        if self.habit == "landscape":
            section = self.document.add_section()
            section.page_width, section.page_height = section.page_height, section.page_width
        act = getattr(self, f"_type_{self.habit.replace(' ', '_')}", None)
        if act:
            act()
        else:
            self._fill([self.headings, *self.rows])

    def _row(self, one: NumberedTask) -> Row:
        between = "\n" if self.habit == "line units" else "; "
        mark = "." if one.depth == 0 else ""
        task = one.task
        return [
            f"{one.number}{mark}", task.content, between.join(map(self._name, task.lead)),
            between.join(map(self._name, task.coordinating)), task.timing,
        ]  # fmt: skip

    def _name(self, one: Assignment) -> str:
        return one.words or self.directory.get(one.respondent_id).name

    def _fill(self, rows: Sequence[Sequence[str]]) -> Table:
        table: Table = self.document.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                lines = text.split("\n")
                cell.paragraphs[0].add_run(self.odd(lines[0]))
                for line in lines[1:]:
                    cell.add_paragraph(self.odd(line))
        return table

    def _type_torn(self) -> None:
        half = len(self.rows) // 2
        self._fill([self.headings, *self.rows[:half]])
        self.document.add_paragraph()
        self._fill([self.headings, *self.rows[half:]])

    def _type_torn_without_header(self) -> None:
        half = len(self.rows) // 2
        self._fill([self.headings, *self.rows[:half]])
        self.document.add_paragraph("2")
        self._fill(self.rows[half:])

    def _type_row_cut_in_two(self) -> None:
        place = max(range(len(self.rows)), key=lambda row: len(self.rows[row][1]))
        number_, content, lead, coordinating, timing = self.rows[place]
        space = _blank_before_small_letter(content)
        self._fill(
            [
                self.headings,
                *self.rows[:place],
                [number_, content[:space], lead, coordinating, timing],
            ]
        )
        self.document.add_paragraph()
        self._fill([self.headings, ["", content[space + 1 :], "", "", ""], *self.rows[place + 1 :]])

    def _type_merged_groups(self) -> None:
        table = self._fill([self.headings, *self.rows])
        for row, one in zip(table.rows[1:], self.tasks, strict=True):
            if one.task.is_group:
                self._merge(row, 1, one.task.content)

    def _type_merged_whole_rows(self) -> None:
        table = self._fill([self.headings, *self.rows])
        for row, texts, one in zip(table.rows[1:], self.rows, self.tasks, strict=True):
            if one.task.is_group:
                self._merge(row, 0, f"{texts[0].rstrip('.')}. {one.task.content}")

    def _merge(self, row: object, first: int, words: str) -> None:
        cells = row.cells  # type: ignore[attr-defined]
        merged = cells[first].merge(cells[-1])
        for extra in merged.paragraphs[1:]:
            extra._element.getparent().remove(extra._element)
        merged.paragraphs[0].text = ""
        merged.paragraphs[0].add_run(self.odd(words)).bold = True

    def _type_automatic_numbers(self) -> None:
        table = self._fill([self.headings, *[["", *row[1:]] for row in self.rows]])
        for row, one in zip(table.rows[1:], self.tasks, strict=True):
            number(row.cells[0].paragraphs[0], 3, one.depth)

    def _type_other_order(self) -> None:
        order = (0, 1, 4, 2, 3)
        self._fill([[row[place] for place in order] for row in [self.headings, *self.rows]])

    def _type_more_columns(self) -> None:
        rows = [[*row, "Báo cáo" if row[2] else "", ""] for row in self.rows]
        self._fill([[*self.headings, "Sản phẩm", "Ghi chú"], *rows])

    def _type_header_of_two_rows(self) -> None:
        number_, content, lead, coordinating, timing = self.headings
        top = [number_, content, "Phân công", "", timing]
        below = ["", "", lead, coordinating, ""]
        table = self._fill([top, below, *self.rows])
        table.cell(0, 2).merge(table.cell(0, 3))
        for column in (0, 1, 4):
            table.cell(0, column).merge(table.cell(1, column))

    def _type_counted_columns(self) -> None:
        self._fill([self.headings, ["(1)", "(2)", "(3)", "(4)", "(5)"], *self.rows])

    def _type_empty_rows(self) -> None:
        empty = [""] * 5
        self._fill([self.headings, *[row for one in self.rows for row in (one, empty)], empty])

    def _type_total_row(self) -> None:
        count = sum(1 for one in self.tasks if not one.task.children)
        self._fill([self.headings, *self.rows, ["", f"Tổng cộng: {count} nhiệm vụ", "", "", ""]])

    def _type_shared_cells(self) -> None:
        """Cells below each other that say the same merged into one."""
        table = self._fill([self.headings, *self.rows])
        for column in (2, 3, 4):
            for place in range(1, len(self.rows)):
                said = self.rows[place][column]
                if said and said == self.rows[place - 1][column]:
                    above, here = (
                        table.rows[place].cells[column],
                        table.rows[place + 1].cells[column],
                    )
                    _mark_merged(above._tc, "restart")
                    _mark_merged(here._tc, "continue")
                    here.paragraphs[0].clear()

    def _type_no_numbers(self) -> None:
        rows = [[f"{row[0].rstrip('.')}. {row[1]}", *row[2:]] for row in self.rows]
        self._fill([self.headings[1:], *rows])

    def _type_title_in_table(self) -> None:
        table = self._fill([["NỘI DUNG CÔNG VIỆC", "", "", "", ""], self.headings, *self.rows])
        table.cell(0, 0).merge(table.cell(0, 4))


def _mark_merged(cell: object, kind: str) -> None:
    properties = cell.get_or_add_tcPr()  # type: ignore[attr-defined]
    if properties.find(f"{{{properties.nsmap['w']}}}vMerge") is None:
        properties.append(parse_xml(f'<w:vMerge {nsdecls("w")} w:val="{kind}"/>'))


def _blank_before_small_letter(text: str) -> int:
    places = [at for at, one in enumerate(text[:-1]) if one == " " and text[at + 1].islower()]
    return places[len(places) // 2]
