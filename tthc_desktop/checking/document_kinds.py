"""Kinds of administrative documents and their abbreviations: NĐ 30/2020, Phụ lục III, Mục I."""

from __future__ import annotations

from tthc_desktop.vietnamese_text import fold

ABBREVIATIONS = {
    "NGHỊ QUYẾT": "NQ", "QUYẾT ĐỊNH": "QĐ", "CHỈ THỊ": "CT", "QUY CHẾ": "QC", "QUY ĐỊNH": "QyĐ",
    "THÔNG CÁO": "TC", "THÔNG BÁO": "TB", "HƯỚNG DẪN": "HD", "CHƯƠNG TRÌNH": "CTr",
    "KẾ HOẠCH": "KH", "PHƯƠNG ÁN": "PA", "ĐỀ ÁN": "ĐA", "DỰ ÁN": "DA", "BÁO CÁO": "BC",
    "BIÊN BẢN": "BB", "TỜ TRÌNH": "TTr", "HỢP ĐỒNG": "HĐ", "CÔNG ĐIỆN": "CĐ",
    "BẢN GHI NHỚ": "BGN", "BẢN THỎA THUẬN": "BTT", "GIẤY ỦY QUYỀN": "GUQ", "GIẤY MỜI": "GM",
    "GIẤY GIỚI THIỆU": "GGT", "GIẤY NGHỈ PHÉP": "GNP", "PHIẾU GỬI": "PG", "PHIẾU CHUYỂN": "PC",
    "PHIẾU BÁO": "PB",
}  # fmt: skip
# Papers of an office's own, which the decree does not know: no kind in their symbol, no nơi nhận.
OWN_FORMS = frozenset({"PHIẾU TRÌNH"})
_LONGEST = 60
_BY_LETTERS = {fold(name).replace(" ", ""): name for name in (*ABBREVIATIONS, *OWN_FORMS)}


def kind_of(text: str) -> str | None:
    """Return the kind that a line names and nothing else, however it is typed; else None."""
    if len(text) > _LONGEST:
        return None
    return _BY_LETTERS.get(fold(text).replace(" ", "").strip(".:*"))
