import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import docx
import pytest

from tests.document.conftest import Written
from tests.document.word_file import Element, WordFile, child, text_of, value, w
from tthc_desktop.document.blocks import Role
from tthc_desktop.document.plan_layout import lay_out_plan
from tthc_desktop.document.word import check_word, write_word
from tthc_desktop.document.word_styles import style_id
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.text_run import plain_runs
from tthc_desktop.errors import StorageTrouble
from tthc_desktop.vietnamese_text import clean_text

NBSP = "\u00a0"
# The order of children that Word insists on; a file in another order it calls damaged.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing"
    " ind contextualSpacing jc textAlignment outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps strike color spacing w kern sz szCs u vertAlign lang",
    "tblPr": "tblStyle tblpPr tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar"
    " tblLook",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "trPr": "cantSplit tblHeader",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "tbl": "tblPr tblGrid tr",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg docGrid",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "styles": "docDefaults latentStyles style",
    "settings": "zoom defaultTabStop characterSpacingControl compat decimalSymbol listSeparator",
}


@pytest.fixture
def file(plan: Plan, written: Written) -> WordFile:
    return written(plan)


def xml_parts(file: WordFile) -> Iterator[Element]:
    for name in file.parts:
        if name.startswith("word/") and name.endswith(".xml"):
            yield file.xml(name)


def test_the_package_holds_only_what_is_used(file: WordFile) -> None:
    assert list(file.parts) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/header1.xml",
        "word/styles.xml",
        "word/settings.xml",
        "docProps/core.xml",
    ]


def test_every_letter_is_times_new_roman(file: WordFile) -> None:
    faces = ("ascii", "hAnsi", "cs", "eastAsia")
    fonts = [
        {name: font.get(w(name)) for name in faces}
        for part in xml_parts(file)
        for font in part.iter(w("rFonts"))
    ]
    assert len(fonts) == 2
    assert all(set(font.values()) == {"Times New Roman"} for font in fonts)
    everything = b"".join(file.parts.values()).lower()
    for foreign in (b"theme", b"calibri", b"cambria", b"minorhansi"):
        assert foreign not in everything


def test_nothing_has_a_colour_but_the_lines(file: WordFile) -> None:
    for part in xml_parts(file):
        assert next(part.iter(w("color")), None) is None
        assert {one.get(w("color")) for one in part.iter()} <= {None, "000000"}


def test_the_language_is_vietnamese(file: WordFile) -> None:
    assert value(file.xml("word/styles.xml"), "docDefaults/rPrDefault/rPr/lang") == "vi-VN"


@pytest.mark.parametrize(
    ("style", "look"),
    [
        ("CoQuanChuQuan", (13, False, False, "center")),
        ("CoQuanBanHanh", (13, True, False, "center")),
        ("QuocHieu", (13, True, False, "center")),
        ("TieuNgu", (14, True, False, "center")),
        ("SoKyHieu", (13, False, False, "center")),
        ("DiaDanh", (14, False, True, "center")),
        ("TenLoai", (14, True, False, "center")),
        ("TrichYeu", (14, True, False, "center")),
        ("CanCu", (14, False, True, "both")),
        ("LoiVan", (14, False, False, "both")),
        ("Muc", (14, True, False, "both")),
        ("KhoanTieuDe", (14, True, False, "both")),
        ("Khoan", (14, False, False, "both")),
        ("Diem", (14, False, False, "both")),
        ("GachDauDong", (14, False, False, "both")),
        ("NoiNhan", (12, True, True, "left")),
        ("DanhSachNoiNhan", (11, False, False, "left")),
        ("QuyenHan", (14, True, False, "center")),
        ("NguoiKy", (14, True, False, "center")),
        ("PhuLuc", (14, True, False, "center")),
        ("KemTheo", (14, False, True, "center")),
        ("BangTieuDe", (12, True, False, "center")),
        ("SoTrang", (14, False, False, "center")),
    ],
)
def test_styles_look_as_the_decree_says(
    file: WordFile, style: str, look: tuple[float, bool, bool, str]
) -> None:
    assert file.look(style) == look


def test_the_small_profile_changes_the_letterhead_together(plan: Plan, written: Written) -> None:
    file = written(replace(plan, agency="SỞ KHOA HỌC VÀ CÔNG NGHỆ"))
    names = ("QuocHieu", "TieuNgu", "DiaDanh", "CoQuanChuQuan", "CoQuanBanHanh", "SoKyHieu")
    assert [file.look(name)[0] for name in names] == [12, 13, 13, 12, 12, 13]
    assert file.look("LoiVan")[0] == 14


def test_body_paragraphs_have_indent_gap_and_single_line(file: WordFile) -> None:
    for style in ("CanCu", "LoiVan", "Muc", "Khoan", "Diem", "GachDauDong", "KetThuc"):
        found = file.styles[f"ND30-{style}"]
        assert value(found, "pPr/ind", "firstLine") == "720"
        spacing = [value(found, "pPr/spacing", name) for name in ("before", "after", "line")]
        assert spacing == ["120", "0", "240"]


def test_every_role_has_a_style_and_every_paragraph_one_of_them(file: WordFile) -> None:
    assert {style_id(role) for role in Role} <= set(file.styles)
    assert all(name.isascii() for name in file.styles)
    used = {value(one, "pPr/pStyle") for one in file.body.iter(w("p"))}
    assert used <= set(file.styles)


def test_runs_say_bold_only_where_their_style_does_not(plan: Plan, written: Written) -> None:
    bold = tuple(replace(one, bold=True) for one in plan.blocks[3].runs)
    blocks = (*plan.blocks[:3], replace(plan.blocks[3], runs=bold), *plan.blocks[4:])
    file = written(replace(plan, blocks=blocks))
    (heading, _second) = file.paragraphs("Muc")
    assert child(heading, "r/rPr") is None
    (item,) = file.paragraphs("Khoan")
    runs = item.findall(w("r"))
    assert [text_of(run) for run in runs] == ["1. Các phòng:", " phối hợp ", "đúng hạn"]
    assert child(runs[0], "rPr/b") is not None
    assert child(runs[1], "rPr") is None
    assert child(runs[2], "rPr/i") is not None


def test_only_rules_and_ends_of_parts_have_no_words(file: WordFile) -> None:
    in_cells = {cell for cell in file.body.iter(w("tc")) for cell in cell.iter(w("p"))}
    empty = {
        value(one, "pPr/pStyle")
        for one in file.body.iter(w("p"))
        if not text_of(one).strip() and one not in in_cells
    }
    assert empty == {"ND30-DuongKe", "ND30-HetPhan"}
    # Besides the end of each annex: between the signature and its section's end.
    assert len(file.paragraphs("HetPhan")) == 3
    assert value(file.styles["ND30-HetPhan"], "pPr/spacing", "line") == "20"


def test_rules_are_drawn_at_their_length(file: WordFile) -> None:
    rule = file.paragraphs("DuongKe")[1]
    assert value(rule, "pPr/pBdr/top", "sz") == "6"
    side = value(rule, "pPr/ind", "left")
    assert side == value(rule, "pPr/ind", "right")
    # 97 mm less twice the indent: as long as the motto, measured 3428 twips.
    assert round(97 * 1440 / 25.4) - 2 * int(side or 0) == pytest.approx(3428, abs=2)
    assert next(file.body.iter(w("u")), None) is None


def test_blanks_of_a_draft_stay_open(file: WordFile) -> None:
    assert file.texts("SoKyHieu") == [f"Số: {NBSP * 8}/KH-STMDV"]
    assert file.texts("DiaDanh") == [f"Sơn Hải, ngày {NBSP * 5} tháng 01 năm 2026"]
    assert file.texts("KemTheo")[0].startswith(f"(Kèm theo Kế hoạch số{NBSP * 8}/KH-STMDV")


def test_a_name_of_two_lines_is_one_paragraph(plan: Plan, written: Written) -> None:
    file = written(replace(plan, agency="SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"))
    (agency,) = file.paragraphs("CoQuanBanHanh")
    assert text_of(agency) == "SỞ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH"


def test_the_closing_sentence_stays_with_the_signature(file: WordFile) -> None:
    assert child(file.styles["ND30-KetThuc"], "pPr/keepNext") is not None
    (name,) = file.paragraphs("NguoiKy")
    row = next(name.iterancestors(w("tr")))
    assert child(row, "trPr/cantSplit") is not None


def test_whatever_stands_before_the_signature_stays_with_it(plan: Plan, written: Written) -> None:
    file = written(replace(plan, blocks=plan.blocks[:8]))
    assert child(file.paragraphs("LoiVan")[-1], "pPr/keepNext") is not None
    file = written(replace(plan, blocks=plan.blocks[:9]))
    last_row = file.ruled_tables()[0].findall(w("tr"))[-1]
    assert all(child(one, "pPr/keepNext") is not None for one in last_row.iter(w("p")))


def test_tables_are_never_neighbours(plan: Plan, written: Written) -> None:
    table = plan.blocks[8]
    file = written(replace(plan, blocks=(table, replace(table, id="second"))))
    tags = [one.tag for one in file.body]
    assert (w("tbl"), w("tbl")) not in list(pairwise(tags))
    assert len(file.ruled_tables()) == 4


def test_children_stand_in_the_order_word_wants(file: WordFile) -> None:
    for part in xml_parts(file):
        for element in part.iter():
            order = ORDER.get(str(element.tag).rpartition("}")[2])
            if order:
                names = [str(one.tag).rpartition("}")[2] for one in element]
                assert names == sorted(names, key=order.split().index)


def test_two_files_are_equal_but_for_the_properties(
    plan: Plan, directory: Directory, tmp_path: Path
) -> None:
    layout = lay_out_plan(plan, directory)
    files = []
    for year in (2025, 2026):
        path = tmp_path / f"{year}.docx"
        write_word(layout, path, created=datetime(year, 3, 1))
        files.append(WordFile(path))
    first, second = files
    properties = first.parts.pop("docProps/core.xml"), second.parts.pop("docProps/core.xml")
    assert first.parts == second.parts
    assert first.dates == second.dates == {(1980, 1, 1, 0, 0, 0)}
    assert properties[0] != properties[1]


def test_the_properties_name_the_plan_and_no_person(file: WordFile, plan: Plan) -> None:
    core = docx.Document(str(file.path)).core_properties
    assert core.title == plan.title
    assert {core.author, core.last_modified_by} == {"TTHC Desktop"}


def test_cleaned_text_never_stops_the_file(plan: Plan, written: Written) -> None:
    dirty = "".join(map(chr, range(0x20))) + "a\u200bb\ufffe\ud800\x7f\u2028c & <d> ]]>"
    title = clean_text(dirty)
    block = replace(plan.blocks[5], runs=plain_runs(title))
    file = written(replace(plan, title=title, blocks=(block,)))
    check_word(file.path)
    assert re.sub(r"\s", "", file.texts("GachDauDong")[0]) == re.sub(r"\s", "", title)


def test_a_file_that_is_not_whole_is_told(file: WordFile) -> None:
    check_word(file.path)
    whole = file.path.read_bytes()
    for torn in (whole[:-200], b"", b"not a zip", whole.replace(b"PK\x01\x02", b"PK\x01\x03", 1)):
        file.path.write_bytes(torn)
        with pytest.raises(StorageTrouble, match="không mở lại được"):
            check_word(file.path)


def test_a_file_that_is_no_document_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble):
        check_word(tmp_path / "missing.docx")
