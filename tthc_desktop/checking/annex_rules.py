"""L21, L22: annexes, their labels and the note "(Kèm theo …)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tthc_desktop.checking.document_kinds import ABBREVIATIONS
from tthc_desktop.checking.faults import Fault, Faults, listed, quote_of, sized, sizes_words
from tthc_desktop.checking.number_rules import kind_in_symbol, number_line, place_and_date
from tthc_desktop.checking.parts import BodyKind, Document
from tthc_desktop.vietnamese_text import fold

_ANNEX_WORDS = re.compile(
    r"\bphụ lục (?:[IVXLC]+\b|\d+\b|kèm theo|đính kèm|này\b|ban hành kèm)"
    r"|\b(?:kèm theo|đính kèm|chi tiết tại|chi tiết theo|theo)(?: các)? (?:phụ lục|biểu)\b"
    r"|\bbiểu (?:riêng |chi tiết )?(?:kèm theo|đính kèm)"
    r"|\bkèm theo (?:kế hoạch|quyết định|báo cáo|văn bản|tờ trình) này\b"
    r"|\((?:chi tiết |có |xem )?(?:phụ lục|biểu)[^)]*kèm theo[^)]*\)",
    re.IGNORECASE,
)
# "Kế hoạch ban hành kèm theo Quyết định số 5": another document's annex.
_ELSEWHERE = re.compile(
    r"kèm theo\s+\w+(?:\s\w+)?\s+số"
    r"|phụ lục\b[^.;]*\b(?:của|tại|theo) (?:nghị|thông|luật|quyết)",
    re.IGNORECASE,
)
# The patterns look at every beginning of a text: a file made to hurt has long ones.
_LONGEST = 2000
_ROMAN_LABEL = re.compile(r"^Phụ lục [IVXLC]+$", re.IGNORECASE)
_NUMBER = re.compile(
    r"\bsố\s*:?\s*(?P<number>\d*)[\s.…_]*/\s*(?P<symbol>[^\s,;)]+(?:(?<=-)\s+[^\s,;)]+)?)",
    re.IGNORECASE,
)
_DATE = re.compile(r"\bngày([\s\d.…_]*)tháng([\s\d.…_]*)năm([\s\d.…_]*)")
_SHORT_DATE = re.compile(r"\bngày\s*[\d.…_]*\s*/\s*[\d.…_]*\s*/\s*\d{4}")
_ISSUER = re.compile(r"\bcủa\s+(?P<issuer>[^()]+?)\s*\)?$")


def annexes(document: Document) -> Faults:
    """L21: what the text announces is there; labels in small letters, 14, Roman where several."""
    if not document.alone:
        yield from _announced(document)
    labels = [(one, one.label) for one in document.annexes if one.label]
    for annex, label in labels:
        wrong = [
            words
            for words, is_wrong in (
                ("in hoa", label.text.isupper()),
                (f"cỡ {sizes_words(label)}", not sized(label, 14, 14)),
                ("thiếu số La Mã", len(labels) > 1 and not _ROMAN_LABEL.match(label.text)),
            )
            if is_wrong
        ]
        if wrong:
            yield Fault(
                annex.where,
                label.text,
                f"Dòng Phụ lục {listed(wrong)}.",
                "Viết “Phụ lục” in thường, cỡ 14, đứng, đậm, canh giữa; có từ hai phụ lục thì "
                "đánh số La Mã: Phụ lục I, Phụ lục II.",
            )


def notes(document: Document) -> Faults:
    """L22: the note is italic, writes its date in full, and says what the main document says."""
    for annex in document.annexes:
        if not annex.attached:
            continue
        text = annex.attached_text[:_LONGEST]
        wrong = [
            words
            for words, is_wrong in (
                ("không in nghiêng", not all(one.italic for one in annex.attached)),
                ("viết ngày, tháng, năm bằng số", bool(_SHORT_DATE.search(text))),
                *_differences(document, text),
            )
            if is_wrong
        ]
        if wrong:
            yield Fault(
                annex.where,
                quote_of(text),
                f"Chỉ dẫn kèm theo {listed(wrong)}.",
                "Viết như “(Kèm theo Kế hoạch số 05/KH-SDTTG ngày 05 tháng 02 năm 2026 của Sở …)”, "
                "in nghiêng, đúng số, ký hiệu, ngày, cơ quan của văn bản chính.",
            )


def _announced(document: Document) -> Iterator[Fault]:
    labelled = any(one.label for one in document.annexes)
    # A decision attaches a plan or a rule by its own name: that is no phụ lục.
    other = any(one.kind not in {None, document.kind} for one in document.annexes)
    if labelled or other:
        return
    for item in document.body:
        text = item.paragraph.text[:_LONGEST]
        found = _ANNEX_WORDS.search(text)
        is_text = item.kind in (BodyKind.TEXT, BodyKind.TITLE)
        if found and is_text and not _is_elsewhere(text, found):
            yield Fault(
                item.where,
                quote_of(item.paragraph.text),
                "Nội dung nhắc tới phần kèm theo nhưng không có phụ lục."
                if not document.annexes
                else "Phần kèm theo không mang tên Phụ lục.",
                "Thêm “Phụ lục” ở đầu phần kèm theo, hoặc bỏ lời dẫn.",
            )
            return


def _is_elsewhere(text: str, found: re.Match[str]) -> bool:
    return any(one.start() <= found.start() < one.end() for one in _ELSEWHERE.finditer(text))


@dataclass(frozen=True, slots=True)
class _Said:
    """Number, symbol and date as a line says them; "" for what it leaves blank."""

    number: str
    symbol: str
    date: tuple[str, str, str]


def _said(number_text: str, date_text: str) -> _Said:
    number, day = _NUMBER.search(number_text), _DATE.search(date_text)
    figures = tuple(re.sub(r"\D", "", one).lstrip("0") for one in day.groups()) if day else ()
    return _Said(
        number["number"].lstrip("0") if number else "",
        number["symbol"].rstrip(".") if number else "",
        (figures[0], figures[1], figures[2]) if figures else ("", "", ""),
    )


def _differences(document: Document, text: str) -> Iterator[tuple[str, bool]]:
    head = document.head
    # What the head itself says wrongly is told there, not once more for every annex.
    number, day = head.number, head.place_date
    main = _said(
        number.text if number and not any(number_line(document)) else "",
        day.text if day and not any(place_and_date(document)) else "",
    )
    note = _said(text, text)
    yield "ghi số khác văn bản chính", _differ(main.number, note.number)
    symbol = kind_in_symbol(number)
    fits = document.kind is None or symbol == ABBREVIATIONS.get(document.kind)
    yield "ghi ký hiệu khác văn bản chính", fits and _differ(main.symbol, note.symbol)
    dates = zip(main.date, note.date, strict=True)
    yield "ghi ngày khác văn bản chính", any(_differ(one, other) for one, other in dates)
    issuer = _ISSUER.search(text)
    agency = _name(" ".join(one.text for one in head.agency))
    yield (
        "ghi cơ quan khác văn bản chính",
        bool(issuer and agency and not _is_same(_name(issuer["issuer"]), agency)),
    )


def _differ(main: str, note: str) -> bool:
    """Whether both say something, and not the same: blanks of a draft differ from nothing."""
    return bool(main and note) and main != note


def _is_same(one: str, other: str) -> bool:
    """Whether one name is the other, or its beginning: "UBND tỉnh" for "UBND TỈNH SƠN HẢI"."""
    return one.startswith(other) or other.startswith(one)


def _name(text: str) -> str:
    folded = fold(text).replace("hdnd", "hoi dong nhan dan").replace("ubnd", "uy ban nhan dan")
    return " ".join(folded.split())
