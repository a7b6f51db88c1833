"""A plan typed into Word as some office does it: every part in a habit of its own."""

import random
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, get_args

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from tests.reading import invented_plan
from tests.reading.office_tables import TableHabit, type_task_table
from tests.reading.word_lists import add_lists, number
from tthc_desktop.domain.numbering import Numbering
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Annex, Block, BlockKind, Plan
from tthc_desktop.domain.sections import block_numbers

Letterhead = Literal["table", "tabs", "centred", "boxes", "frames", "split cells"]
KindLine = Literal["own", "soft break", "spaced", "title in lines", "table"]
Numbers = Literal["typed", "slashes", "dashes", "heading styles", "automatic", "automatic styles"]
Bullets = Literal["-", "–", "+", "•", "*", "automatic", "tab"]
Foot = Literal["table", "tabs", "apart", "rows"]
AnnexHead = Literal["as is", "one paragraph", "upper", "not centred"]
Text = Literal["plain", "broken runs", "decomposed", "odd blanks", "soft hyphens"]


@dataclass(frozen=True)
class Habit:
    """How an office types; the first of every kind is the plainest."""

    letterhead: Letterhead = "table"
    kind_line: KindLine = "own"
    numbers: Numbers = "typed"
    bullets: Bullets = "-"
    foot: Foot = "table"
    annex_head: AnnexHead = "as is"
    table: TableHabit = "plain"
    text: Text = "plain"


_CHOICES: dict[str, tuple[Any, ...]] = {
    "letterhead": get_args(Letterhead), "kind_line": get_args(KindLine),
    "numbers": get_args(Numbers), "bullets": get_args(Bullets), "foot": get_args(Foot),
    "annex_head": get_args(AnnexHead), "table": get_args(TableHabit), "text": get_args(Text),
}  # fmt: skip


def habits_one_by_one() -> Iterator[Habit]:
    """Yield the plainest habit, and it with one thing done otherwise."""
    yield Habit()
    for one in fields(Habit):
        for choice in _CHOICES[one.name][1:]:
            yield Habit(**{one.name: choice})


def random_habit(chance: random.Random) -> Habit:
    """Return everything done in a way of its own."""
    return Habit(**{name: chance.choice(choices) for name, choices in _CHOICES.items()})


def typed_plan(plan: Plan, directory: Directory, habit: Habit, file: Path) -> Path:
    """Type *plan* into a Word file; agencies that it does not name are invented."""
    document = docx.Document()
    add_lists(document)
    _Typist(document, plan, directory, habit).type()
    document.save(str(file))
    return file


class _Typist:
    def __init__(self, document: Document, plan: Plan, directory: Directory, habit: Habit) -> None:
        self.document = document
        self.plan = plan
        self.directory = directory
        self.habit = habit

    def type(self) -> None:
        self._head()
        self._kind_and_title()
        numbers = block_numbers(self.plan.blocks)
        for block in self.plan.blocks:
            self._block(block, numbers.get(block.id, ""))
        self._foot()
        for annex in self.plan.annexes:
            self._annex(annex)

    # Letterhead

    def _head(self) -> None:
        plan, day = self.plan, self.plan.date
        blank = "      "
        left = (
            plan.parent_agency or invented_plan.PARENT,
            plan.agency or invented_plan.AGENCY,
            f"Số: {plan.number or blank}/{plan.symbol}",
        )
        when = f"{plan.place}, ngày {day.day or blank} tháng {day.month or blank} năm {day.year}"
        right = (invented_plan.NATION, invented_plan.MOTTO, when)
        getattr(self, f"_head_{self.habit.letterhead.replace(' ', '_')}")(left, right)

    def _head_table(self, left: tuple[str, ...], right: tuple[str, ...]) -> None:
        table = self.document.add_table(2, 2)
        for column, texts in enumerate((left, right)):
            for text, cell in zip(texts, (0, 0, 1), strict=True):
                line = table.cell(cell, column).add_paragraph()
                self._write(line, text, bold=text in {left[1], right[0]})

    def _head_split_cells(self, left: tuple[str, ...], right: tuple[str, ...]) -> None:
        """Every line in a row of its own, the number cut over two cells."""
        table = self.document.add_table(3, 3)
        label, symbol = left[2].split("/", 1)
        for row, texts in enumerate(
            zip((*left[:2], label), ("", "", f"/{symbol}"), right, strict=True)
        ):
            for cell, text in zip(table.rows[row].cells, texts, strict=True):
                self._write(cell.paragraphs[0], text, bold=row == 1 and text == left[1])

    def _head_tabs(self, left: tuple[str, ...], right: tuple[str, ...]) -> None:
        for one, other in zip(left, right, strict=True):
            line = self.document.add_paragraph()
            self._write(line, one, bold=one == left[1])
            line.add_run("\t\t")
            self._write(line, other)
        self.document.add_paragraph("-----\t\t----------")

    def _head_centred(self, left: tuple[str, ...], right: tuple[str, ...]) -> None:
        for text in (*right[:2], *left, right[2]):
            self._centred(text, bold=text == left[1])

    def _head_boxes(self, left: tuple[str, ...], right: tuple[str, ...]) -> None:
        anchor = self.document.add_paragraph()
        for lines in (left, right):
            inner = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
            box = (
                f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape>'
                f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
            )
            anchor._element.append(parse_xml(box))

    def _head_frames(self, left: tuple[str, ...], right: tuple[str, ...]) -> None:
        for texts in (left, right):
            for text in texts:
                line = self.document.add_paragraph()
                self._write(line, text, bold=text in {left[1], right[0]})
                frame = parse_xml(f'<w:framePr {nsdecls("w")} w:w="4500" w:hSpace="180"/>')
                line._element.get_or_add_pPr().append(frame)

    def _kind_and_title(self) -> None:
        title = self.plan.title
        match self.habit.kind_line:
            case "own":
                self._centred("KẾ HOẠCH", bold=True)
                self._centred(title, bold=True)
                self._centred("_______")
            case "spaced":
                self._centred("K Ế  H O Ạ C H", bold=True)
                self._centred(title, bold=True)
            case "soft break":
                line = self._centred("KẾ HOẠCH", bold=True)
                line.runs[-1].add_break()
                self._write(line, title, bold=True)
            case "title in lines":
                self._centred("KẾ HOẠCH", bold=True)
                words = title.split(" ")
                for start in range(0, len(words), 9):
                    self._centred(" ".join(words[start : start + 9]), bold=True)
            case "table":
                cell = self.document.add_table(1, 1).cell(0, 0)
                self._write(cell.paragraphs[0], "KẾ HOẠCH", bold=True)
                line = cell.add_paragraph()
                line.alignment = WD_ALIGN_PARAGRAPH.CENTER
                self._write(line, title, bold=True)

    # Body

    def _block(self, block: Block, typed: str) -> None:
        if block.kind is BlockKind.TABLE:
            table = self.document.add_table(len(block.rows), len(block.rows[0]))
            for row, texts in zip(table.rows, block.rows, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
        elif block.kind is BlockKind.DASH:
            self._dash(block.text.removeprefix("- "))
        elif typed:
            self._numbered(block, typed)
        else:
            italic = block.kind is BlockKind.LEGAL_BASIS
            self._write(self.document.add_paragraph(), block.text, italic=italic)

    def _dash(self, text: str) -> None:
        line = self.document.add_paragraph()
        match self.habit.bullets:
            case "automatic":
                number(line, 2, 0)
            case "tab":
                line.add_run("-\t")
            case sign:
                line.add_run(f"{sign} ")
        self._write(line, text)

    def _numbered(self, block: Block, typed: str) -> None:
        heads = block.kind is BlockKind.HEADING
        style = None
        if self.habit.numbers in {"heading styles", "automatic styles"} and heads:
            style = f"Heading {block.level}"
        line = self.document.add_paragraph(style=style)
        if self.habit.numbers.startswith("automatic"):
            number(line, 1, block.level - 1)
        else:
            line.add_run(self._typed_number(block, typed) + " ").bold = heads
        self._write(line, block.text, bold=heads and style is None)

    def _typed_number(self, block: Block, typed: str) -> str:
        match self.habit.numbers:
            case "slashes":
                return f"{typed}/"
            case "dashes" if block.numbering is not Numbering.LETTER:
                return f"{typed} -"
        return f"{typed})" if block.numbering is Numbering.LETTER else f"{typed}."

    # Foot

    def _foot(self) -> None:
        plan = self.plan
        archive = f"- Lưu: {plan.archive}." + (f" {plan.drafter}" if plan.drafter else "")
        left = ["Nơi nhận:", *(f"- {one};" for one in plan.recipients), archive]
        right = [*plan.signature.lines, plan.signature.name]
        getattr(self, f"_foot_{self.habit.foot.replace(' ', '_')}")(left, right)

    def _foot_table(self, left: list[str], right: list[str]) -> None:
        table = self.document.add_table(1, 2)
        for column, texts in enumerate((left, [*right[:-1], "", "", right[-1]])):
            for text in texts:
                line = table.cell(0, column).add_paragraph()
                line.add_run(text).bold = column == 1

    def _foot_rows(self, left: list[str], right: list[str]) -> None:
        """One row a line: positions above, the name far below, recipients along the left."""
        count = max(len(left), len(right) + 1)
        table = self.document.add_table(count, 2)
        for place, text in enumerate(left):
            table.cell(place, 0).text = text
        for place, text in enumerate(right[:-1]):
            table.cell(place, 1).text = text
        table.cell(count - 1, 1).text = right[-1]

    def _foot_tabs(self, left: list[str], right: list[str]) -> None:
        shown = [*right[:-1], *[""] * (len(left) - len(right)), right[-1]]
        for one, other in zip(left, shown, strict=True):
            self.document.add_paragraph(f"{one}\t\t\t{other}" if other else one)

    def _foot_apart(self, left: list[str], right: list[str]) -> None:
        """The signature in running lines, nơi nhận below it."""
        for text in right:
            self._centred(text, bold=True)
        for text in left:
            self.document.add_paragraph(text)

    # Annexes

    def _annex(self, annex: Annex) -> None:
        self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        lines = [one for one in (annex.label, annex.title, annex.attached_to) if one]
        if self.habit.annex_head == "upper" and annex.label:
            lines[0] = annex.label.upper()
        if self.habit.annex_head == "one paragraph":
            line = self._centred("", bold=True)
            for place, text in enumerate(lines):
                if place:
                    line.add_run().add_break()
                self._write(line, text, bold=True)
        else:
            for text in lines:
                line = self._centred(text, bold=text != annex.attached_to)
                if self.habit.annex_head == "not centred":
                    line.alignment = WD_ALIGN_PARAGRAPH.LEFT
        type_task_table(self.document, annex, self.directory, self.habit.table, self._odd)

    # Letters

    def _centred(self, text: str, *, bold: bool = False) -> Paragraph:
        line = self.document.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self._write(line, text, bold=bold)
        return line

    def _write(
        self, line: Paragraph, text: str, *, bold: bool = False, italic: bool = False
    ) -> None:
        text = self._odd(text)
        step = 3 if self.habit.text in {"broken runs", "decomposed"} else max(1, len(text))
        for start in range(0, len(text), step):
            run = line.add_run(text[start : start + step])
            run.bold, run.italic = bold or None, italic or None

    def _odd(self, text: str) -> str:
        match self.habit.text:
            case "decomposed":
                return unicodedata.normalize("NFD", text)
            case "odd blanks":
                return text.replace(" ", "\u00a0", 2).replace(" ", " \u200b ", 3) + "  "
            case "soft hyphens":
                return text.replace("ông", "ôn\u00adg").replace("h ", "h\u200d \u202f")
        return text
