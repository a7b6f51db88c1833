"""L19, L20: nơi nhận and the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tthc_desktop.checking.document_kinds import ABBREVIATIONS
from tthc_desktop.checking.facts import Paragraph
from tthc_desktop.checking.faults import Fault, Faults, listed, quote_of, sized, sizes_words
from tthc_desktop.checking.number_rules import kind_in_symbol
from tthc_desktop.checking.parts import BodyKind, Document
from tthc_desktop.domain.findings import Severity
from tthc_desktop.reading.markers import dash_length
from tthc_desktop.vietnamese_text import fold

_RECIPIENTS, _SIGNATURE = "recipients", "signature"
_HEADING = "Nơi nhận:"
_ITEM = re.compile(r"^- .+[;.]$")
# Behind the period the drafter's mark may stand: "- Lưu: VT, VP. PL.(300)".
_UNIT = r"[^.;,\s][^.;,]*(?:\.[^.;,\s][^.;,]*)*"
_ARCHIVE = re.compile(rf"^- Lưu: VT(?:, {_UNIT})*\.(?: ?\S{{1,20}})?$")
_AUTHORITY = re.compile(r"^(?:(TM|KT|TL|TUQ|Q)\. )?(?!(?:TM|KT|TL|TUQ|Q)\b)(.+)$")
_DEPUTY = re.compile(r"^(?:phó|thứ)\b", re.IGNORECASE)
_DEGREE = re.compile(r"^(?:TS|ThS|Ths|THS|PGS|GS|BS)\b")
_COUNCIL = re.compile(r"^(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan)\b")


def recipients(document: Document) -> Faults:
    """L19: "Nơi nhận:" 12 bold italic, the list 11 upright, each line ended, lưu last."""
    if not document.has_foot:
        return
    foot = document.foot
    if foot.heading is None:
        yield _recipients_fault("", "Không thấy dòng “Nơi nhận:”.")
    elif wrong := _heading(foot.heading):
        yield _recipients_fault(foot.heading.text, f"Dòng “Nơi nhận:” {listed(wrong)}.")
    yield from _items(foot.recipients)
    yield from _addressed(document)


def signature(document: Document) -> Faults:
    """L20: quyền hạn, chức vụ in bold capitals; the name bold, without a degree."""
    if not document.has_foot:
        return
    foot = document.foot
    if not foot.signing:
        yield _signature_fault("", "Không thấy quyền hạn, chức vụ của người ký.")
    for number, line in enumerate(foot.signing):
        wrong = [
            words
            for words, is_wrong in (
                ("sai cách viết", not _is_signing(line.text)),
                ("không in đậm", not line.bold),
            )
            if is_wrong
        ]
        if wrong:
            yield _signature_fault(line.text, f"Dòng quyền hạn, chức vụ {listed(wrong)}.")
        elif line.text.startswith("KT. ") and not _has_deputy(foot.signing[number + 1 :]):
            message = "Ký thay (KT.) nhưng dòng dưới không phải chức vụ cấp phó."
            yield _signature_fault(line.text, message)
    if foot.signer:
        yield from _signer(foot.signer)
    yield from _collective(document)


def _heading(heading: Paragraph) -> list[str]:
    return [
        words
        for words, is_wrong in (
            ("thiếu dấu hai chấm", heading.text != _HEADING),
            (f"cỡ {sizes_words(heading)}", not sized(heading, 12, 12)),
            ("không in đậm", not heading.bold),
            ("không in nghiêng", not heading.italic),
        )
        if is_wrong
    ]


def _items(lines: tuple[Paragraph, ...]) -> Iterator[Fault]:
    items = _joined(lines)
    if not items:
        yield _recipients_fault("", "Không thấy danh sách nơi nhận.")
        return
    for text, held in items[:-1]:
        yield from _item(text, held, is_written=bool(_ITEM.match(text)))
    text, held = items[-1]
    yield from _item(text, held, is_written=bool(_ARCHIVE.match(text)))


def _item(text: str, held: list[Paragraph], *, is_written: bool) -> Iterator[Fault]:
    size = next((one for one in held if not sized(one, 11, 11)), None)
    wrong = [
        words
        for words, is_wrong in (
            ("sai cách viết", not is_written),
            (f"cỡ {sizes_words(size)}" if size else "", size is not None),
            ("in nghiêng", any(one.any_italic for one in held)),
        )
        if is_wrong
    ]
    if wrong:
        yield _recipients_fault(quote_of(text), f"Dòng nơi nhận {listed(wrong)}.")


def _joined(lines: tuple[Paragraph, ...]) -> list[tuple[str, list[Paragraph]]]:
    """Return the items; a line without a dash goes on from an item that has not ended."""
    items: list[tuple[str, list[Paragraph]]] = []
    for line in lines:
        if items and not dash_length(line.text) and not items[-1][0].endswith((";", ".")):
            text, held = items[-1]
            items[-1] = f"{text} {line.text}", [*held, line]
        elif not (items and _ARCHIVE.match(items[-1][0]) and not dash_length(line.text)):
            items.append((line.text, [line]))
    return items


def _addressed(document: Document) -> Iterator[Fault]:
    texts = [one.text for one in document.foot.recipients]
    above = next((one for one in texts if "như trên" in one.casefold()), None)
    has_address = any(one.kind is BodyKind.ADDRESS for one in document.body)
    symbol = kind_in_symbol(document.head.number)
    if symbol and symbol != ABBREVIATIONS.get(document.kind or ""):
        # Which kind it is, only L14 can tell.
        return
    if document.kind == "KẾ HOẠCH" and above:
        yield Fault(
            _RECIPIENTS,
            above,
            "Kế hoạch không có “Kính gửi” nên nơi nhận không ghi “Như trên”.",
            "Ghi tên từng nơi nhận.",
            Severity.WARNING,
        )
    reported = above or next((one for one in texts if "báo cáo" in one.casefold()), None)
    if document.kind == "BÁO CÁO" and reported and not has_address:
        yield Fault(
            _RECIPIENTS,
            reported,
            "Báo cáo gửi cấp trên thiếu dòng “Kính gửi:” dưới trích yếu.",
            "Thêm dòng “Kính gửi: …” dưới trích yếu.",
        )


def _is_signing(text: str) -> bool:
    match = _AUTHORITY.match(text)
    return (
        match is not None
        and text.isupper()
        and all(one.isalpha() or one in " ," for one in match[2])
    )


def _has_deputy(below: tuple[Paragraph, ...]) -> bool:
    return any(_DEPUTY.match(one.text) for one in below[:1])


def _signer(signer: Paragraph) -> Iterator[Fault]:
    wrong = [
        words
        for words, is_wrong in (
            ("có học hàm, học vị", bool(_DEGREE.match(signer.text))),
            ("không in đậm", not signer.bold),
            ("in hoa", signer.text.isupper()),
        )
        if is_wrong
    ]
    if wrong:
        yield _signature_fault(signer.text, f"Họ tên người ký {listed(wrong)}.")


def _collective(document: Document) -> Iterator[Fault]:
    """Tell of a committee's plan without TM., and of a department's plan with it."""
    agency = fold(" ".join(one.text for one in document.head.agency))
    lines = document.foot.signing
    if document.kind != "KẾ HOẠCH" or not lines or not agency:
        return
    has_mark = any(one.text.startswith("TM.") for one in lines)
    is_council = bool(_COUNCIL.match(agency))
    if is_council and not has_mark:
        message = "Kế hoạch của Ủy ban nhân dân, Hội đồng nhân dân ký không có “TM.”."
        yield _signature_fault(lines[0].text, message, Severity.WARNING)
    elif agency.startswith("so ") and has_mark:
        message = "Sở làm việc theo chế độ thủ trưởng nên không ký thay mặt tập thể (TM.)."
        yield _signature_fault(lines[0].text, message, Severity.WARNING)


def _recipients_fault(quote: str, message: str) -> Fault:
    return Fault(
        _RECIPIENTS,
        quote,
        message,
        "“Nơi nhận:” cỡ 12, đậm, nghiêng; từng dòng cỡ 11, đứng, có gạch đầu dòng và dấu chấm "
        "phẩy; dòng cuối “- Lưu: VT, …” có dấu chấm.",
    )


def _signature_fault(quote: str, message: str, severity: Severity | None = None) -> Fault:
    return Fault(
        _SIGNATURE,
        quote,
        message,
        "Viết như “KT. GIÁM ĐỐC”, dòng dưới “PHÓ GIÁM ĐỐC”, in hoa, đậm; họ tên in thường, đậm, "
        "không ghi học hàm, học vị.",
        severity,
    )
