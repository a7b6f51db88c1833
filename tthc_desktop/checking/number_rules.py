"""L12, L13: số, ký hiệu; địa danh và thời gian."""

from __future__ import annotations

import re
from datetime import date

from tthc_desktop.checking.document_kinds import ABBREVIATIONS, OWN_FORMS
from tthc_desktop.checking.facts import Paragraph
from tthc_desktop.checking.faults import Fault, Faults, listed, sized, sizes_words
from tthc_desktop.checking.parts import Document

_BLANK = r"[\s.…_]*"
_NUMBER = re.compile(rf"^Số:\s*(?:\d{{2,}}|{_BLANK})/(?P<symbol>\S+)$")
_SYMBOL = re.compile(r"^[^\W\d_&]+-[^\W\d_]*(?:&[^\W\d_]+)*$")
_DATE = re.compile(
    rf"^\S[^,]*, ngày(?: (?P<day>\d+)|{_BLANK}) tháng(?: (?P<month>\d+)|{_BLANK})"
    rf" năm(?: (?P<year>\d+)|{_BLANK})$"
)
_DAY = re.compile(r"^(?:0[1-9]|[12]\d|3[01])$")
_MONTH = re.compile(r"^(?:0[12]|[3-9]|1[0-2])$")
_ANY_LEAP_YEAR = 2024
_WHERE = "header"


def number_line(document: Document) -> Faults:
    """L12: "Số: 05/KH-SDTTG", 13, upright; the number of a draft may be blank."""
    line = document.head.number
    if line is None:
        if not document.alone:
            yield Fault(
                _WHERE, "", "Không thấy số, ký hiệu.", "Thêm dòng “Số: …/KH-…” dưới tên cơ quan."
            )
        return
    wrong = [
        words
        for words, is_wrong in (
            ("sai cách viết", not _is_number(line.text, has_kind=_has_kind(document))),
            (f"cỡ {sizes_words(line)}", not sized(line, 13, 13)),
            ("in đậm", line.any_bold),
            ("in nghiêng", line.any_italic),
        )
        if is_wrong
    ]
    if wrong:
        yield Fault(
            _WHERE,
            line.text,
            f"Số, ký hiệu {listed(wrong)}.",
            "Viết như “Số: 05/KH-SDTTG”: cỡ 13, chữ đứng, số dưới 10 thêm 0, ký hiệu là chữ viết "
            "tắt tên loại và tên cơ quan in hoa, không có dấu cách.",
        )


def place_and_date(document: Document) -> Faults:
    """L13: "Thái Nguyên, ngày 05 tháng 02 năm 2026", italic, 13 to 14; blanks of a draft pass."""
    line = document.head.place_date
    if line is None:
        if not document.alone:
            yield Fault(
                _WHERE,
                "",
                "Không thấy địa danh và thời gian ban hành.",
                "Thêm dòng “Địa danh, ngày … tháng … năm …” dưới Quốc hiệu, Tiêu ngữ.",
            )
        return
    wrong = [
        words
        for words, is_wrong in (
            ("sai cách viết", not _is_date(line.text)),
            ("không in nghiêng", not line.italic),
            (f"cỡ {sizes_words(line)}", not sized(line, 13, 14)),
        )
        if is_wrong
    ]
    if wrong:
        yield Fault(
            _WHERE,
            line.text,
            f"Địa danh và thời gian {listed(wrong)}.",
            "Viết như “Thái Nguyên, ngày 05 tháng 02 năm 2026”: in nghiêng, cỡ 13 - 14, ngày dưới "
            "10 và tháng 1, 2 thêm 0 ở trước, ngày có thật.",
        )


def kind_in_symbol(line: Paragraph | None) -> str | None:
    """Return the abbreviation of a kind that a number line names, None for none of ours."""
    found = re.search(r"/\s*([^\W\d_]+)\s*-", line.text) if line else None
    known = found is not None and found[1] in ABBREVIATIONS.values()
    return found[1] if found and known else None


def _has_kind(document: Document) -> bool:
    """Whether the symbol begins with a kind: not of a công văn, nor of an office's own form."""
    return not document.head.is_letter and document.kind not in OWN_FORMS


def _is_number(text: str, *, has_kind: bool) -> bool:
    match = _NUMBER.match(text)
    symbol = match["symbol"] if match else ""
    if not _SYMBOL.match(symbol):
        return False
    kind, _, agency = symbol.partition("-")
    if not has_kind:
        return agency.isupper()
    return kind in ABBREVIATIONS.values() and agency.isupper()


def _is_date(text: str) -> bool:
    match = _DATE.match(text)
    if match is None:
        return False
    day, month, year = match["day"], match["month"], match["year"]
    if (day and not _DAY.match(day)) or (month and not _MONTH.match(month)):
        return False
    if year and len(year) != 4:
        return False
    return not (day and month) or _exists(int(day), int(month), int(year or _ANY_LEAP_YEAR))


def _exists(day: int, month: int, year: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
