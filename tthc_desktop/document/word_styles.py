"""The styles part: one named paragraph style for each role, nothing of Word's own looks."""

from __future__ import annotations

from typing import NamedTuple

from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import Role
from tthc_desktop.document.nd30 import Align, TextStyle
from tthc_desktop.document.word_xml import (
    Element,
    add,
    half_points,
    root,
    twips_of_mm,
    twips_of_pt,
)

RULE_STYLE = "ND30-DuongKe"
PART_END_STYLE = "ND30-HetPhan"


class _Named(NamedTuple):
    """A style's id, its name in Word's list and its level in the navigation pane, if any."""

    id: str
    name: str
    outline: int | None = None


_STYLES: dict[Role, _Named] = {
    Role.PARENT_AGENCY: _Named("ND30-CoQuanChuQuan", "NĐ30 Cơ quan chủ quản"),
    Role.AGENCY: _Named("ND30-CoQuanBanHanh", "NĐ30 Cơ quan ban hành"),
    Role.NATIONAL_NAME: _Named("ND30-QuocHieu", "NĐ30 Quốc hiệu"),
    Role.NATIONAL_MOTTO: _Named("ND30-TieuNgu", "NĐ30 Tiêu ngữ"),
    Role.DOCUMENT_NUMBER: _Named("ND30-SoKyHieu", "NĐ30 Số và ký hiệu"),
    Role.PLACE_DATE: _Named("ND30-DiaDanh", "NĐ30 Địa danh và thời gian"),
    Role.KIND_NAME: _Named("ND30-TenLoai", "NĐ30 Tên loại"),
    Role.SUBJECT: _Named("ND30-TrichYeu", "NĐ30 Trích yếu"),
    Role.LETTER_SUBJECT: _Named("ND30-TrichYeuCongVan", "NĐ30 Trích yếu công văn"),
    Role.ADDRESSEE: _Named("ND30-KinhGui", "NĐ30 Kính gửi"),
    Role.ADDRESSEE_ITEM: _Named("ND30-NoiKinhGui", "NĐ30 Nơi kính gửi"),
    Role.LEGAL_BASIS: _Named("ND30-CanCu", "NĐ30 Căn cứ"),
    Role.BODY: _Named("ND30-LoiVan", "NĐ30 Lời văn"),
    Role.SECTION: _Named("ND30-Muc", "NĐ30 Mục", 0),
    Role.CLAUSE_TITLE: _Named("ND30-KhoanTieuDe", "NĐ30 Khoản có tiêu đề", 1),
    Role.CLAUSE: _Named("ND30-Khoan", "NĐ30 Khoản"),
    Role.POINT: _Named("ND30-Diem", "NĐ30 Điểm"),
    Role.DASH: _Named("ND30-GachDauDong", "NĐ30 Gạch đầu dòng"),
    Role.CLOSING: _Named("ND30-KetThuc", "NĐ30 Câu kết"),
    Role.RECIPIENTS_LABEL: _Named("ND30-NoiNhan", "NĐ30 Nơi nhận"),
    Role.RECIPIENTS: _Named("ND30-DanhSachNoiNhan", "NĐ30 Danh sách nơi nhận"),
    Role.SIGNING_LINE: _Named("ND30-QuyenHan", "NĐ30 Quyền hạn và chức vụ"),
    Role.SIGNER_NAME: _Named("ND30-NguoiKy", "NĐ30 Họ tên người ký"),
    Role.ANNEX_LABEL: _Named("ND30-PhuLuc", "NĐ30 Phụ lục", 0),
    Role.ANNEX_TITLE: _Named("ND30-TenPhuLuc", "NĐ30 Tên phụ lục"),
    Role.ATTACHED_TO: _Named("ND30-KemTheo", "NĐ30 Chỉ dẫn kèm theo"),
    Role.SIGNING_INFO: _Named("ND30-ThongTinKy", "NĐ30 Thông tin chữ ký số"),
    Role.TABLE_HEAD: _Named("ND30-BangTieuDe", "NĐ30 Bảng - tiêu đề cột"),
    Role.TABLE_GROUP: _Named("ND30-BangNhom", "NĐ30 Bảng - nhóm việc"),
    Role.TABLE_NUMBER: _Named("ND30-BangSTT", "NĐ30 Bảng - STT"),
    Role.TABLE_CELL: _Named("ND30-BangO", "NĐ30 Bảng - ô"),
    Role.TABLE_CENTRED: _Named("ND30-BangOGiua", "NĐ30 Bảng - ô canh giữa"),
    Role.PICTURE: _Named("ND30-BieuDo", "NĐ30 Biểu đồ"),
    Role.PICTURE_CAPTION: _Named("ND30-TenBieuDo", "NĐ30 Tên biểu đồ"),
    Role.PAGE_NUMBER: _Named("ND30-SoTrang", "NĐ30 Số trang"),
}
_ALIGNMENT = {Align.LEFT: "left", Align.CENTRE: "center", Align.JUSTIFY: "both",
              Align.RIGHT: "right"}  # fmt: skip
_SINGLE_LINE = 240


def style_id(role: Role) -> str:
    """Return the id of the paragraph style of *role*."""
    return _STYLES[role].id


def styles_part(*, large: bool) -> Element:
    """Return the styles of a document in the profile 13/14/14 (`large`) or 12/13/13."""
    styles = root("styles")
    _add_defaults(styles)
    _add_word_styles(styles)
    for role, named in _STYLES.items():
        _add_role(styles, named, nd30.style(role, large=large))
    _add_rule(styles)
    _add_part_end(styles)
    return styles


def _add_defaults(styles: Element) -> None:
    defaults = add(styles, "docDefaults")
    look = add(add(defaults, "rPrDefault"), "rPr")
    _add_font(look)
    _add_size(look, nd30.STYLES[Role.BODY].size_pt)
    add(look, "lang", val=nd30.LANGUAGE, eastAsia=nd30.LANGUAGE, bidi="ar-SA")
    paragraph = add(add(defaults, "pPrDefault"), "pPr")
    add(paragraph, "spacing", before=0, after=0, line=_SINGLE_LINE, lineRule="auto")
    # Word's own styles stay out of its list: theirs is another font in another colour.
    add(styles, "latentStyles", defLockedState=0, defUIPriority=99, defSemiHidden=1,
        defUnhideWhenUsed=1, defQFormat=0, count=376)  # fmt: skip


def _add_word_styles(styles: Element) -> None:
    normal = _add_style(styles, "paragraph", "Normal", "Normal", default=1)
    look = add(normal, "rPr")
    _add_font(look)
    _add_size(look, nd30.STYLES[Role.BODY].size_pt)
    _add_style(styles, "character", "DefaultParagraphFont", "Default Paragraph Font", default=1)
    table = add(_add_style(styles, "table", "TableNormal", "Normal Table", default=1), "tblPr")
    add(table, "tblInd", w=0, type="dxa")
    # For tables that the office adds in Word; ours say their margins themselves.
    margins, side = add(table, "tblCellMar"), twips_of_mm(nd30.TABLE.cell_side_mm)
    add(margins, "left", w=side, type="dxa")
    add(margins, "right", w=side, type="dxa")
    _add_style(styles, "numbering", "NoList", "No List", default=1)


def _add_role(styles: Element, named: _Named, look: TextStyle) -> None:
    style = _add_custom(styles, named.id, named.name)
    add(style, "qFormat")
    paragraph = add(style, "pPr")
    if look.keep_with_next:
        add(paragraph, "keepNext")
    add(paragraph, "spacing", before=twips_of_pt(look.before_pt), after=twips_of_pt(look.after_pt),
        line=round(look.line * _SINGLE_LINE), lineRule="auto")  # fmt: skip
    add(paragraph, "ind", firstLine=twips_of_mm(look.first_line_mm))
    add(paragraph, "jc", val=_ALIGNMENT[look.align])
    if named.outline is not None:
        add(paragraph, "outlineLvl", val=named.outline)
    letters = add(style, "rPr")
    add_emphasis(letters, bold=look.bold, italic=look.italic)
    _add_size(letters, look.size_pt)


def _add_rule(styles: Element) -> None:
    paragraph = add(_add_custom(styles, RULE_STYLE, "NĐ30 Đường kẻ"), "pPr")
    add(paragraph, "keepNext")
    add(paragraph, "spacing", before=twips_of_pt(nd30.RULE.gap_above_pt), after=0,
        line=twips_of_pt(nd30.RULE.height_pt), lineRule="exact")  # fmt: skip


def _add_part_end(styles: Element) -> None:
    style = _add_custom(styles, PART_END_STYLE, "NĐ30 Hết phần")
    height = twips_of_pt(nd30.PART_END_PT)
    add(add(style, "pPr"), "spacing", before=0, after=0, line=height, lineRule="exact")
    _add_size(add(style, "rPr"), nd30.PART_END_PT)


def _add_custom(styles: Element, identifier: str, name: str) -> Element:
    style = _add_style(styles, "paragraph", identifier, name, customStyle=1)
    add(style, "basedOn", val="Normal")
    return style


def _add_style(styles: Element, kind: str, identifier: str, name: str, **marks: int) -> Element:
    style = add(styles, "style", type=kind, **marks, styleId=identifier)
    add(style, "name", val=name)
    return style


def add_emphasis(letters: Element, *, bold: bool, italic: bool) -> None:
    """Add bold and italic, for Vietnamese as for complex scripts."""
    for tag, wanted in (("b", bold), ("bCs", bold), ("i", italic), ("iCs", italic)):
        if wanted:
            add(letters, tag)


def _add_font(letters: Element) -> None:
    add(letters, "rFonts", ascii=nd30.FONT, hAnsi=nd30.FONT, eastAsia=nd30.FONT, cs=nd30.FONT)


def _add_size(letters: Element, size_pt: float) -> None:
    add(letters, "sz", val=half_points(size_pt))
    add(letters, "szCs", val=half_points(size_pt))
