"""Every measure of the layout, once, with its source.

Source marks: [S] Nghị định 30/2020/NĐ-CP, Phụ lục I; [M] measured in the decree's own file;
[P] practice of offices where the decree is silent. Lengths in millimetres, sizes and
paragraph gaps in points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from tthc_desktop.document.blocks import Role

FONT = "Times New Roman"  # [S] Mục I.4
LANGUAGE = "vi-VN"
QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"  # [S] Mục II.1
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"  # [S] Mục II.1
NUMBER_LABEL = "Số: "  # [S] Mục II.3
RECIPIENTS_HEADING = "Nơi nhận:"  # [S] Mục II.9
ARCHIVE_LABEL = "Lưu: "  # [S] Mục II.9
PLAN_NAME = "KẾ HOẠCH"  # [S] Mục II.5
ADDRESSEE_LABEL = "Kính gửi:"  # [S] Mục II.9


class Align(StrEnum):
    """How the lines of a paragraph stand."""

    LEFT = "left"
    CENTRE = "centre"
    JUSTIFY = "justify"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Page:
    """An A4 page; margins in millimetres."""

    width_mm: float = 210.0  # [S] Mục I.1
    height_mm: float = 297.0  # [S] Mục I.1
    top_mm: float = 20.0  # [S] Mục I.3: 20 - 25
    bottom_mm: float = 20.0  # [S] Mục I.3: 20 - 25
    left_mm: float = 30.0  # [S] Mục I.3: 30 - 35
    right_mm: float = 15.0  # [S] Mục I.3: 15 - 20
    header_mm: float = 10.0  # [M] 567 twips: inside the top margin

    @property
    def text_width_mm(self) -> float:
        """Width between the margins."""
        return self.width_mm - self.left_mm - self.right_mm

    @property
    def text_height_mm(self) -> float:
        """Height between the margins."""
        return self.height_mm - self.top_mm - self.bottom_mm


PORTRAIT = Page()
# The reader's margins are kept when the page is turned: [P], nd30.md section 4.
LANDSCAPE = Page(width_mm=PORTRAIT.height_mm, height_mm=PORTRAIT.width_mm)


def page(*, landscape: bool) -> Page:
    """Return the page of an orientation."""
    return LANDSCAPE if landscape else PORTRAIT


@dataclass(frozen=True, slots=True)
class TextStyle:
    """The look of a role. `line` is a multiple of single spacing."""

    size_pt: float
    source: str
    bold: bool = False
    italic: bool = False
    align: Align = Align.LEFT
    first_line_mm: float = 0.0
    before_pt: float = 0.0
    after_pt: float = 0.0
    line: float = 1.0
    keep_with_next: bool = False


_BODY_SIZE = 14.0
_INDENT_MM = 12.7  # [S] Mục II.6: 1 cm or 1,27 cm
_GAP_PT = 6.0  # [S] Mục II.6: at least 6 pt between paragraphs
_TABLE_SIZE = 12.0  # [P] not regulated; official annexes use 10 to 12
_CENTRED = Align.CENTRE
_BODY = TextStyle(
    _BODY_SIZE,
    "[S] Mục II.6, ô 6",
    align=Align.JUSTIFY,
    first_line_mm=_INDENT_MM,
    before_pt=_GAP_PT,
)

STYLES: dict[Role, TextStyle] = {
    Role.PARENT_AGENCY: TextStyle(13, "[S] Mục II.2, ô 2", align=_CENTRED),
    Role.AGENCY: TextStyle(13, "[S] Mục II.2, ô 2", bold=True, align=_CENTRED),
    Role.NATIONAL_NAME: TextStyle(13, "[S] Mục II.1, ô 1", bold=True, align=_CENTRED),
    Role.NATIONAL_MOTTO: TextStyle(14, "[S] Mục II.1, ô 1", bold=True, align=_CENTRED),
    Role.DOCUMENT_NUMBER: TextStyle(13, "[S] Mục II.3, ô 3", align=_CENTRED, before_pt=6),
    Role.PLACE_DATE: TextStyle(14, "[S] Mục II.4, ô 4", italic=True, align=_CENTRED, before_pt=6),
    Role.KIND_NAME: TextStyle(
        14, "[S] Mục II.5, ô 5a", bold=True, align=_CENTRED, before_pt=18, keep_with_next=True
    ),
    Role.SUBJECT: TextStyle(
        14, "[S] Mục II.5, ô 5a", bold=True, align=_CENTRED, keep_with_next=True
    ),
    # 6 pt below the number: [S] Mục II.5, ô 5b.
    Role.LETTER_SUBJECT: TextStyle(13, "[S] Mục II.5, ô 5b", align=_CENTRED, before_pt=6),
    Role.ADDRESSEE: TextStyle(
        14, "[S] Mục II.9, ô 9a", align=_CENTRED, before_pt=18, keep_with_next=True
    ),
    # The dashes of several addressees stand below the colon of "Kính gửi:" [S], which
    # stands in the middle of the left half: [P].
    Role.ADDRESSEE_ITEM: TextStyle(14, "[S] Mục II.9, ô 9a", first_line_mm=56, before_pt=2),
    Role.LEGAL_BASIS: replace(_BODY, italic=True),
    Role.BODY: _BODY,
    Role.SECTION: replace(_BODY, bold=True, keep_with_next=True),
    Role.CLAUSE_TITLE: replace(_BODY, bold=True, keep_with_next=True),
    Role.CLAUSE: _BODY,
    Role.POINT: _BODY,
    Role.DASH: replace(_BODY, source="[P] gạch đầu dòng: not regulated"),
    Role.CLOSING: replace(_BODY, keep_with_next=True),
    Role.RECIPIENTS_LABEL: TextStyle(12, "[S] Mục II.9, ô 9b", bold=True, italic=True),
    Role.RECIPIENTS: TextStyle(11, "[S] Mục II.9, ô 9b"),
    Role.SIGNING_LINE: TextStyle(
        14, "[S] Mục II.7, ô 7a", bold=True, align=_CENTRED, keep_with_next=True
    ),
    # Room for the signature and the seal above the name: [P], the sample documents of
    # Phụ lục III leave four lines.
    Role.SIGNER_NAME: TextStyle(14, "[S] Mục II.7, ô 7b", bold=True, align=_CENTRED, before_pt=72),
    Role.ANNEX_LABEL: TextStyle(
        14, "[S] Mục III.1", bold=True, align=_CENTRED, keep_with_next=True
    ),
    Role.ANNEX_TITLE: TextStyle(
        14, "[S] Mục III.1", bold=True, align=_CENTRED, keep_with_next=True
    ),
    Role.ATTACHED_TO: TextStyle(
        14, "[S] Mục III.1", italic=True, align=_CENTRED, keep_with_next=True
    ),
    # Số, ký hiệu and signing time at the top right of an electronic annex: Mẫu 2.2.
    Role.SIGNING_INFO: TextStyle(10, "[S] Mục II.8, Mẫu 2.2", align=Align.RIGHT, after_pt=12),
    # A row that heads others never stands last on a page.
    Role.TABLE_HEAD: TextStyle(
        _TABLE_SIZE, "[P] tables", bold=True, align=_CENTRED, keep_with_next=True
    ),
    Role.TABLE_GROUP: TextStyle(_TABLE_SIZE, "[P] tables", bold=True, keep_with_next=True),
    Role.TABLE_NUMBER: TextStyle(_TABLE_SIZE, "[P] tables", align=_CENTRED),
    Role.TABLE_CELL: TextStyle(_TABLE_SIZE, "[P] tables"),
    Role.TABLE_CENTRED: TextStyle(_TABLE_SIZE, "[P] tables", align=_CENTRED),
    # The line of a picture is as high as the picture: its own letters take no room.
    Role.PICTURE: TextStyle(1, "[P] pictures", align=_CENTRED, before_pt=14, keep_with_next=True),
    Role.PICTURE_CAPTION: TextStyle(13, "[P] pictures", italic=True, align=_CENTRED, before_pt=3),
    Role.PAGE_NUMBER: TextStyle(14, "[S] Mục I.7: 13 - 14", align=_CENTRED),
}

# The three sizes go up and down together: [S] footnote 1 of table V.
_SMALL_HEAD = {Role.NATIONAL_NAME: 12.0, Role.NATIONAL_MOTTO: 13.0, Role.PLACE_DATE: 13.0,
               Role.PARENT_AGENCY: 12.0, Role.AGENCY: 12.0}  # fmt: skip


def style(role: Role, *, large: bool = True) -> TextStyle:
    """Return the style of *role* in the profile 13/14/14 (`large`) or 12/13/13."""
    chosen = STYLES[role]
    return chosen if large else replace(chosen, size_pt=_SMALL_HEAD.get(role, chosen.size_pt))


@dataclass(frozen=True, slots=True)
class RuleStyle:
    """How drawn lines look."""

    thickness_pt: float = 0.75  # [M] nd30.md section 4
    gap_above_pt: float = 3.0  # [M] 60 twips: with less the line touches descenders
    height_pt: float = 6.0  # [M] 120 twips: what the line and the room below it take
    motto_ratio: float = 1.0  # [S] Mục II.1: as long as the words
    short_ratio: float = 0.42  # [S] Mục II.2, II.5: 1/3 to 1/2 of the line above


RULE = RuleStyle()


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Widths of the letterhead's right column; the left one takes the rest."""

    right_large_mm: float = 97.0  # [M] 5500 twips: Quốc hiệu at 13 pt with room, never wraps
    right_small_mm: float = 89.6  # [M] 5080 twips at 12 pt
    room_mm: float = 0.5  # [P] what a name leaves free in its column, or it would wrap in Word
    # [P] the first line stands beside Quốc hiệu: with less the two read as one line
    first_line_room_mm: float = 4.0


LETTERHEAD = Letterhead()


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Width of the left column (nơi nhận) as a part of the text width."""

    left_ratio: float = 0.5  # [S] ô 9b left, ô 7 right half
    gap_before_pt: float = 12.0  # [P] between the closing sentence and both columns


SIGNATURE = SignatureBlock()


@dataclass(frozen=True, slots=True)
class TableStyle:
    """Ruled tables. The words of a cell stand in the middle of its row's height: [P]."""

    border_pt: float = 0.5  # [P]
    cell_side_mm: float = 1.9  # [P] Word's own 108 twips
    cell_top_mm: float = 0.7  # [P]
    gap_before_pt: float = 12.0  # [P] between the line above and the table
    # [P] a longer cell wraps anyway; counted in full, one long cell would starve the others
    longest_cell_mm: float = 90.0
    # [P] the widest column beside the words of a letter's table, as a part of the text width
    beside_words: float = 0.21
    # Number, content, lead, co-ordinating, timing as parts of the text width: [P]
    task_columns: tuple[float, ...] = (0.08, 0.42, 0.17, 0.17, 0.16)


TABLE = TableStyle()

# A table at the end of its pages, or before another one, must be followed by a paragraph in
# Word: [P] one that takes no room, or it would open an empty page.
PART_END_PT = 1.0

# Blanks of a draft: number and day come with issuing (Điều 15). [M] Mẫu 1.4: 8 blanks.
NUMBER_BLANK = "\u00a0" * 8
DAY_BLANK = "\u00a0" * 5
# The end of what is written: [S] in the samples only (Mẫu 1.4, 2.1, 2.2).
END_MARK = "./."
SIGNED_AT_LABEL = "Thời gian ký: "  # [P] words; what it tells is [S] Mục II.8
SIGNED_AT_BLANK = "\u00a0" * 40  # [P] room for 2026-01-22T09:30:00+07:00 at 10 pt


@dataclass(frozen=True, slots=True)
class DraftMark:
    """DỰ THẢO across a page of a draft: [P], the decree knows no such mark."""

    text: str = "DỰ THẢO"
    width_mm: float = 165.0
    height_mm: float = 34.0
    degrees: float = 45.0
    grey: str = "E3E3E3"  # light enough to read the words over it, dark enough to be copied


DRAFT_MARK = DraftMark()
