"""The facts of a file become a document of components, each with its place in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tthc_desktop.checking.annex_parts import read_annexes
from tthc_desktop.checking.body_parts import read_body
from tthc_desktop.checking.facts import Block, DocumentFacts, Paragraph, Table
from tthc_desktop.checking.foot_parts import read_foot
from tthc_desktop.checking.head_parts import read_letterhead
from tthc_desktop.checking.parts import (
    Annex,
    BodyParagraph,
    Document,
    Foot,
    Letterhead,
    Spot,
    Under,
)
from tthc_desktop.checking.title_parts import read_title
from tthc_desktop.reading.wording import is_annex_label
from tthc_desktop.vietnamese_text import fold

HEADER, TITLE, PAGE = "header", "title", "page"
RECIPIENTS, SIGNATURE = "recipients", "signature"
_NUMBER_HEADS = frozenset({"stt", "tt", "so tt", "so thu tu"})
_TASK_NUMBER = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXL]{1,7})\.?$")
_FIRST_LINES = 6


def recognise(facts: DocumentFacts) -> Document:
    """Return the components; those that are not there are empty."""
    blocks = facts.blocks
    if _is_annex_alone(blocks):
        return _annex_alone(facts)
    title = read_title(blocks)
    head = read_letterhead(blocks[: title.start])
    rest = blocks[title.end :]
    foot, foot_start, foot_end = read_foot(rest)
    body = read_body(rest[:foot_start])
    annexes = read_annexes(rest[foot_end:])
    tables = _tables((*rest[:foot_start], *rest[foot_end:]))
    spots = (
        *_same(blocks[: title.start], HEADER),
        *_same(blocks[title.start : title.end], TITLE),
        *_body_spots(rest[:foot_start], body),
        *_foot_spots(rest[foot_start:foot_end], foot),
        *_annex_spots(rest[foot_end:], annexes),
        *(Spot(one, PAGE) for margin in facts.margins for one in margin.paragraphs),
    )
    return Document(
        facts, head, title.kind_line, title.kind, title.subject, title.under, body, foot,
        annexes, tables, spots,
    )  # fmt: skip


def _is_annex_alone(blocks: Sequence[Block]) -> bool:
    """Whether the file is an annex by itself: its label stands where a letterhead would."""
    lines = [one for one in blocks if isinstance(one, Paragraph) and one.lettered][:_FIRST_LINES]
    return any(is_annex_label(line.text) for one in lines for line in one.lines[:1])


def _annex_alone(facts: DocumentFacts) -> Document:
    annexes = read_annexes(facts.blocks)
    spots = _annex_spots(facts.blocks, annexes)
    return Document(
        facts, Letterhead(), None, None, (), Under(), (), Foot(), annexes,
        _tables(facts.blocks), tuple(spots), alone=True,
    )  # fmt: skip


def _tables(blocks: Iterable[Block]) -> tuple[Table, ...]:
    return tuple(one for one in blocks if isinstance(one, Table))


def _same(blocks: Iterable[Block], where: str) -> Iterator[Spot]:
    for block in blocks:
        held = (block,) if isinstance(block, Paragraph) else block.paragraphs
        yield from (Spot(one, where) for one in held)


def _body_spots(blocks: Iterable[Block], body: Iterable[BodyParagraph]) -> Iterator[Spot]:
    places = {id(one.paragraph): one.where for one in body}
    where = TITLE
    for block in blocks:
        if isinstance(block, Table):
            yield from _table_spots(block)
        else:
            where = places.get(id(block), where)
            yield Spot(block, where)


def _foot_spots(blocks: Iterable[Block], foot: Foot) -> Iterator[Spot]:
    signed = {one.text for one in (*foot.signing, *([foot.signer] if foot.signer else []))}
    for block in blocks:
        held = (block,) if isinstance(block, Paragraph) else block.paragraphs
        for one in held:
            is_signed = any(line.text in signed for line in one.lines)
            yield Spot(one, SIGNATURE if is_signed else RECIPIENTS)


def _annex_spots(blocks: Iterable[Block], annexes: tuple[Annex, ...]) -> Iterator[Spot]:
    labels = {one.label.text: one.where for one in annexes if one.label}
    where = annexes[0].where if annexes else "annex"
    for block in blocks:
        if isinstance(block, Table):
            yield from _table_spots(block)
        else:
            where = next((labels[one.text] for one in block.lines if one.text in labels), where)
            yield Spot(block, where)


def _table_spots(table: Table) -> Iterator[Spot]:
    for number, row in enumerate(table.rows, 1):
        where = row_place(table, number)
        yield from (Spot(one, where) for cell in row.cells for one in cell)


def row_place(table: Table, number: int) -> str:
    """Return "task 3.4" for a row of a task table, else "table 2 row 5"; rows count from 1."""
    texts, heads = table.rows[number - 1].texts, table.rows[0].texts
    is_task = bool(heads) and fold(heads[0][:20]).strip(" .") in _NUMBER_HEADS
    if is_task and texts and _TASK_NUMBER.match(texts[0]):
        return f"task {texts[0].rstrip('.')}"
    return f"table {table.place} row {number}"
