"""Where the parts of a plan begin and end in the stream of a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tthc_desktop.domain.plan import is_legal_basis
from tthc_desktop.domain.text_run import Run, joined_runs
from tthc_desktop.errors import Refused
from tthc_desktop.reading.markers import dash_length, marker_of
from tthc_desktop.reading.source import SourceItem, SourceParagraph, SourceTable, has_letters
from tthc_desktop.reading.task_columns import task_header
from tthc_desktop.reading.wording import (
    ANNEX_AND_TITLE,
    ATTACHED,
    KIND_AND_TITLE,
    RECIPIENTS,
    heads_tasks,
    is_addressed,
    is_annex_label,
    is_kind_line,
    is_part_label,
    is_signing_line,
    is_subject_of_letter,
    other_kind,
    without_draft_mark,
)

_LOOK_FOR_KIND = 60
_MOST_ABOVE_TABLE = 8
_NEAR = 4
_FEW = 3
_LONGEST_TITLE = 60
_LONGEST_FOOT = 30
_LONGEST_HEAD = 1000


@dataclass(frozen=True, slots=True)
class PlanParts:
    """The items before KẾ HOẠCH, the title under it, the body, the foot and the annexes."""

    head: tuple[SourceItem, ...]
    title: tuple[SourceParagraph, ...]
    body: tuple[SourceItem, ...]
    rest: tuple[SourceItem, ...]
    draft_mark: str = ""
    kind_line: str = ""


def parts_of(items: Sequence[SourceItem], name: str) -> PlanParts:
    """Return the parts of a plan; Refused for a document of another kind."""
    unpacked = list(_unpacked(items))
    place = _kind_place(unpacked, name)
    if place is None:
        if parts := _only_annexes(unpacked):
            return parts
        raise Refused(_no_plan(name, _looks_like(unpacked)))
    kind = unpacked[place]
    title, mark, words = _behind_kind(kind) if isinstance(kind, SourceParagraph) else (None, "", "")
    after = [*([title] if title else []), *unpacked[place + 1 :]]
    lines = _title_lines(after)
    body = after[len(lines) :]
    end = _body_end(body)
    return PlanParts(
        tuple(unpacked[:place]), tuple(lines), tuple(body[:end]), tuple(body[end:]), mark, words
    )


def _title_lines(items: list[SourceItem]) -> list[SourceParagraph]:
    """Return the paragraphs of the title: the first, and those set like it."""
    lines: list[SourceParagraph] = []
    for item in items:
        if isinstance(item, SourceTable) or item.label or marker_of(item.text):
            break
        stands_out = item.centred or (item.bold and bool(item.runs))
        if is_part_label(item.text) or not (stands_out or _may_end_title(item.text)):
            break
        if is_legal_basis(item.text) and not stands_out and (lines or not _may_be_title(item)):
            break
        if lines and (not stands_out or ATTACHED.match(item.text)):
            break
        lines.append(item)
    return lines


def _may_end_title(text: str) -> bool:
    """Whether a line is no sentence that goes on: "… ban hành Kế hoạch như sau:"."""
    return not text.endswith((":", ";"))


def _may_be_title(item: SourceParagraph) -> bool:
    """Whether a first line such as "Thực hiện công tác … năm 2026" is a title all the same."""
    return not item.text.startswith("Căn cứ") and not item.text.endswith((".", ";", ":"))


def _unpacked(items: Sequence[SourceItem]) -> Iterator[SourceItem]:
    """Yield the items, tables that are only frames around text opened."""
    for item in items:
        if isinstance(item, SourceTable) and _is_frame(item):
            for row in item.rows:
                for cell in row:
                    yield from (replace(one, landscape=item.landscape) for one in cell.paragraphs)
        elif isinstance(item, SourceTable) or has_letters(item.shown_text):
            yield item


def _is_frame(table: SourceTable) -> bool:
    return table.columns <= 1 or any(
        is_kind_line(one.text) for row in table.rows for cell in row for one in cell.paragraphs
    )


def _only_annexes(items: list[SourceItem]) -> PlanParts | None:
    """Return the parts of a file that holds a plan's task table under its heading, no more."""
    table = next((place for place, item in enumerate(items) if isinstance(item, SourceTable)), None)
    if table is None or table > _MOST_ABOVE_TABLE:
        return None
    found = items[table]
    lines = [line for item in items[:table] for line in _lines(item)]
    if lines and not any(
        is_annex_label(one) or ATTACHED.match(one) or heads_tasks(one) for one in lines
    ):
        return None
    is_task_table = isinstance(found, SourceTable) and task_header(found) is not None
    return PlanParts((), (), (), tuple(items)) if is_task_table else None


def _kind_place(items: list[SourceItem], name: str) -> int | None:
    """Return where KẾ HOẠCH stands; a kind named before it is the document's own."""
    fallback: int | None = None
    for place, item in enumerate(items):
        for line in _lines(item):
            if found := other_kind(line):
                raise Refused(_no_plan(name, f"một {found}"))
            if is_addressed(line) and fallback is None:
                raise Refused(_no_plan(name, "một công văn"))
            if is_kind_line(without_draft_mark(line)):
                return place
            if fallback is None and place < _LOOK_FOR_KIND and _names_plan(line, item):
                fallback = place
    letter = any(is_subject_of_letter(line) for item in items for line in _lines(item))
    if fallback is None and letter:
        raise Refused(_no_plan(name, "một công văn"))
    return fallback


def _lines(item: SourceItem) -> Iterator[str]:
    if isinstance(item, SourceParagraph):
        yield from (line.text for line in item.lines())
    else:
        for row in item.rows[: 2 * _NEAR]:
            for cell in row:
                yield from (one.text for one in cell.paragraphs)


def _names_plan(line: str, item: SourceItem) -> bool:
    """Whether kind and title stand in one line: KẾ HOẠCH KIỂM SOÁT … NĂM 2026."""
    bare = without_draft_mark(line)
    stands_out = isinstance(item, SourceParagraph) and (item.centred or item.bold)
    if not (line.isupper() or (stands_out and not bare.endswith((".", ";", ":")))):
        return False
    return bool(KIND_AND_TITLE.match(bare)) and len(bare.split()) <= _LONGEST_TITLE


def _looks_like(items: list[SourceItem]) -> str:
    words = sum(len(line.split()) for item in items for line in _lines(item))
    return "một văn bản khác" if words else "một tệp không có chữ"


def _no_plan(name: str, what: str) -> str:
    return (
        f"Tệp “{name}” là {what}, không phải kế hoạch (không thấy dòng “KẾ HOẠCH” ở đầu). "
        "Hãy chọn tệp kế hoạch, hoặc tách riêng phần kế hoạch thành tệp mới. Chưa ghi gì."
    )


def _behind_kind(kind: SourceParagraph) -> tuple[SourceParagraph | None, str, str]:
    """Return what stands in the same paragraph behind KẾ HOẠCH, a draft mark, the kind itself."""
    before = kind.text
    text = without_draft_mark(before)
    mark = before[: len(before) - len(text)].strip()
    if is_kind_line(text):
        return None, mark, text
    lines = kind.lines()
    for place, line in enumerate(lines):
        if is_kind_line(words := without_draft_mark(line.text)):
            raw = tuple(run for one in lines[place + 1 :] for run in (*one.raw, Run("\n")))
            return replace(kind, raw=raw, runs=joined_runs(raw)), mark, words
    rest = KIND_AND_TITLE.sub("", text).strip()
    title = (Run(rest[:1].upper() + rest[1:]),)
    words = text if rest[:1].islower() else text.removesuffix(rest)
    return replace(kind, raw=title, runs=title), mark, words


def _body_end(items: list[SourceItem]) -> int:
    """Return where nơi nhận, the signature or the first annex begins."""
    annexes = [begins_annex(items, place) for place in range(len(items))]
    at_end = _at_end(items, annexes)
    for place, item in enumerate(items):
        if annexes[place] or _begins_foot(item, at_end=at_end[place]):
            return place
    return len(items)


def _at_end(items: list[SourceItem], annexes: list[bool]) -> list[bool]:
    """Tell for every place whether no section follows it before nơi nhận, an annex or the end."""
    found = [True] * len(items)
    ends, near = True, 0
    for place in range(len(items) - 1, -1, -1):
        found[place] = ends and near < _LONGEST_FOOT
        item, near = items[place], near + 1
        if isinstance(item, SourceTable) or annexes[place] or RECIPIENTS.match(item.text):
            ends, near = True, 0
        elif item.label or marker_of(item.text) or dash_length(item.text):
            ends = False
    return found


def _begins_foot(item: SourceItem, *, at_end: bool) -> bool:
    """Whether nơi nhận begins here, or a signature; that of a section's text is none."""
    if isinstance(item, SourceParagraph):
        listed = any(map(_begins_recipients, item.columns()))
        return listed or (at_end and _signs(item))
    held = [line for row in item.rows for cell in row for line in cell.paragraphs]
    if any(map(_begins_recipients, held)) and item.columns <= _FEW:
        return True
    small = len(item.rows) <= _FEW and item.columns <= _FEW
    return small and at_end and any(map(_signs, held[:_FEW]))


def _begins_recipients(line: SourceParagraph) -> bool:
    return bool(RECIPIENTS.match(line.text))


def _signs(item: SourceParagraph) -> bool:
    return not item.label and is_signing_line(item.text) and not marker_of(item.text)


def begins_annex(items: Sequence[SourceItem], place: int) -> bool:
    """Whether an annex begins here: its label, or a second KẾ HOẠCH above "(Kèm theo …)"."""
    item = items[place]
    if isinstance(item, SourceTable) or item.label or len(item.text) > _LONGEST_HEAD:
        return False
    lines = item.lines()
    first = lines[0].text if lines else ""
    if (is_annex_label(first) and first[:1].isupper()) or _is_label_with_title(item, first):
        return True
    if not (is_kind_line(first) or first.isupper()) or marker_of(first):
        return False
    return any(map(_is_attached, items[place : place + _NEAR]))


def _is_label_with_title(item: SourceParagraph, first: str) -> bool:
    """Whether a line is "PHỤ LỤC I: DANH MỤC …"; a sentence on an annex is none."""
    stands_out = item.centred or item.bold or first.isupper()
    return stands_out and bool(ANNEX_AND_TITLE.match(first)) and not first.endswith((".", ";"))


def _is_attached(item: SourceItem) -> bool:
    return isinstance(item, SourceParagraph) and any(
        ATTACHED.match(line.text) for line in item.lines()
    )
