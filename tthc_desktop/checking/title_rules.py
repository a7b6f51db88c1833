"""L14, L15: tên loại and trích yếu."""

from __future__ import annotations

from tthc_desktop.checking.document_kinds import ABBREVIATIONS
from tthc_desktop.checking.faults import Fault, Faults, listed, quote_of, sized, sizes_words
from tthc_desktop.checking.number_rules import kind_in_symbol
from tthc_desktop.checking.parts import Document
from tthc_desktop.domain.findings import Severity

_WHERE = "title"


def kind_name(document: Document) -> Faults:
    """L14: capitals, bold, centred, 13 to 14; the symbol abbreviates the same kind."""
    line, kind = document.kind_line, document.kind
    if line is None or kind is None:
        if not document.alone and not document.head.is_letter:
            yield Fault(
                _WHERE, "", "Không thấy tên loại văn bản.", "Thêm tên loại, như “KẾ HOẠCH”."
            )
        return
    wrong = [
        words
        for words, is_wrong in (
            ("không in hoa", not line.text.isupper()),
            ("không in đậm", not line.bold),
            ("không canh giữa", not line.centred),
            (f"cỡ {sizes_words(line)}", not sized(line, 13, 14)),
        )
        if is_wrong
    ]
    if wrong:
        yield Fault(
            _WHERE,
            line.text,
            f"Tên loại {listed(wrong)}.",
            "Viết tên loại in hoa, cỡ 13 - 14, đứng, đậm, canh giữa.",
        )
    symbol = kind_in_symbol(document.head.number)
    wanted = ABBREVIATIONS.get(kind)
    if symbol and wanted and symbol != wanted:
        yield Fault(
            _WHERE,
            line.text,
            f"Tên loại {kind} nhưng ký hiệu ghi {symbol}.",
            f"Ghi {wanted} trong ký hiệu, hoặc sửa tên loại.",
        )


def subject(document: Document) -> Faults:
    """L15: small letters, bold, upright, centred, without a sign at its end."""
    lines = document.subject
    if not lines:
        if document.kind_line is not None:
            yield Fault(
                _WHERE, "", "Không thấy trích yếu dưới tên loại.", "Thêm trích yếu nội dung."
            )
        return
    text = " ".join(one.text for one in lines)
    size = next((one for one in lines if not sized(one, 13, 14)), None)
    wrong = [
        words
        for words, is_wrong in (
            ("không in đậm", not all(one.bold for one in lines)),
            ("không canh giữa", not all(one.centred for one in lines)),
            ("in hoa", text.isupper()),
            ("in nghiêng", any(one.any_italic for one in lines)),
            (f"cỡ {sizes_words(size)}" if size else "", size is not None),
        )
        if is_wrong
    ]
    if wrong:
        yield Fault(
            _WHERE,
            quote_of(text),
            f"Trích yếu {listed(wrong)}.",
            "Viết trích yếu in thường, cỡ 13 - 14, đứng, đậm, canh giữa.",
        )
    if text.endswith((".", ";", ":")):
        yield Fault(
            _WHERE,
            quote_of(text),
            f"Trích yếu kết thúc bằng dấu “{text[-1]}”.",
            "Bỏ dấu ở cuối trích yếu.",
            Severity.WARNING,
        )
