import pytest

from tests.document.conftest import Written
from tests.document.word_file import Element, WordFile, child, text_of, value, w
from tthc_desktop.domain.plan import Plan


@pytest.fixture
def file(plan: Plan, written: Written) -> WordFile:
    return written(plan)


def page(section: Element, path: str, *names: str) -> list[str | None]:
    return [value(section, path, name) for name in names]


def test_pages_are_a4_with_the_decree_s_margins(file: WordFile) -> None:
    main, upright, turned = file.sections()
    for section in (main, upright):
        assert page(section, "pgSz", "w", "h", "orient") == ["11906", "16838", None]
    assert page(turned, "pgSz", "w", "h", "orient") == ["16838", "11906", "landscape"]
    for section in (main, upright, turned):
        margins = page(section, "pgMar", "top", "bottom", "left", "right", "header", "gutter")
        assert margins == ["1134", "1134", "1701", "850", "567", "0"]


def test_every_section_counts_from_one_and_hides_the_first_number(file: WordFile) -> None:
    sections = file.sections()
    assert len(sections) == 3
    for section in sections:
        assert child(section, "titlePg") is not None
        assert [one.get(w("start")) for one in section.iter(w("pgNumType"))] == ["1"]
        assert value(section, "type") == "nextPage"
        assert [one.get(w("type")) for one in section.iter(w("headerReference"))] == ["default"]
        assert child(section, "footerReference") is None


def test_the_header_is_a_centred_page_field(file: WordFile) -> None:
    (paragraph,) = file.xml("word/header1.xml").findall(w("p"))
    assert value(paragraph, "pPr/pStyle") == "ND30-SoTrang"
    assert [one.text for one in paragraph.iter(w("instrText"))] == ["PAGE"]
    kinds = [one.get(w("fldCharType")) for one in paragraph.iter(w("fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def test_sections_end_outside_tables_and_the_last_one_ends_the_body(file: WordFile) -> None:
    assert file.body[-1].tag == w("sectPr")
    assert file.body[-2].tag == w("p")
    assert all(next(one.iterancestors(w("tbl")), None) is None for one in file.sections())


def test_the_letterhead_is_an_invisible_table_without_margins(file: WordFile) -> None:
    table = file.body[0]
    assert table.tag == w("tbl")
    assert child(table, "tblPr/tblBorders") is None
    assert value(table, "tblPr/tblLayout", "type") == "fixed"
    margins = child(table, "tblPr/tblCellMar")
    assert margins is not None
    assert {one.get(w("w")) for one in margins} == {"0"}
    assert [one.get(w("w")) for one in table.iter(w("gridCol"))] == ["3855", "5499"]
    assert len(table.findall(w("tr"))) == 2


def test_grid_and_cells_have_the_same_widths(file: WordFile) -> None:
    for table in file.body.iter(w("tbl")):
        grid = [int(one.get(w("w"), "")) for one in table.iter(w("gridCol"))]
        assert sum(grid) == int(value(table, "tblPr/tblW", "w") or 0)
        assert sum(grid) in {9354, 14287}
        for row in table.findall(w("tr")):
            place = 0
            for cell in row.findall(w("tc")):
                span = int(value(cell, "tcPr/gridSpan") or 1)
                assert value(cell, "tcPr/tcW", "w") == str(sum(grid[place : place + span]))
                place += span
            assert place == len(grid)


def test_rows_are_not_split_and_the_heading_is_repeated(file: WordFile) -> None:
    _other, tasks, turned = file.ruled_tables()
    for table in (tasks, turned):
        first, *rest = table.findall(w("tr"))
        properties = child(first, "trPr")
        assert properties is not None
        assert [one.tag for one in properties] == [w("cantSplit"), w("tblHeader")]
        assert all(child(row, "trPr/cantSplit") is not None for row in rest)
        assert not any(child(row, "trPr/tblHeader") is not None for row in rest)
        assert value(first, "tc/tcPr/vAlign") == "center"


def test_a_group_row_is_not_left_behind(file: WordFile) -> None:
    _other, tasks, _turned = file.ruled_tables()
    head, group, leaf, *_rest = tasks.findall(w("tr"))
    for row in (head, group):
        for paragraph in row.iter(w("p")):
            style = file.styles[value(paragraph, "pPr/pStyle") or ""]
            kept = child(paragraph, "pPr/keepNext"), child(style, "pPr/keepNext")
            assert kept != (None, None)
    assert all(child(one, "pPr/keepNext") is None for one in leaf.iter(w("p")))


def test_the_table_says_what_the_plan_says(file: WordFile) -> None:
    _other, tasks, _turned = file.ruled_tables()
    rows = [[text_of(cell) for cell in row.findall(w("tc"))] for row in tasks.findall(w("tr"))]
    assert rows[0][0] == "STT"
    assert rows[2] == [
        "1.1",
        "Xây dựng Kế hoạch",
        "Văn phòng; Phòng Thương mại, điện tử",
        "Các phòng",
        "Trước ngày 25/01/2026",
    ]


def test_the_table_stands_clear_of_what_is_above_it(file: WordFile) -> None:
    tasks = file.ruled_tables()[1]
    above = tasks.getprevious()
    assert above is not None
    assert value(above, "pPr/pStyle") == "ND30-DuongKe"
    assert value(above, "pPr/spacing", "after") == "240"
    # Only what differs stands beside the style: the rest would be lost.
    assert value(above, "pPr/spacing", "before") is None


def test_what_announces_a_table_stays_with_its_first_rows(file: WordFile) -> None:
    other = file.ruled_tables()[0]
    above = other.getprevious()
    assert above is not None
    assert text_of(above) == "Lịch họp:"
    assert child(above, "pPr/keepNext") is not None
    first, second = other.findall(w("tr"))
    assert all(child(one, "pPr/keepNext") is not None for one in first.iter(w("p")))
    assert all(child(one, "pPr/keepNext") is None for one in second.iter(w("p")))
