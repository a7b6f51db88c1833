"""Blocks from the clipboards of Excel, Word and LibreOffice."""

import pytest

from tthc_desktop.reading.pasted_block import html_block, text_block


def test_quoted_cells_keep_their_line_breaks() -> None:
    text = '1.1\t"Rà soát\n- bước ""một"""\tVăn phòng\r\n1.2\tĐôn đốc\t\r\n'
    assert text_block(text) == [
        ["1.1", 'Rà soát\n- bước "một"', "Văn phòng"],
        ["1.2", "Đôn đốc", ""],
    ]


def test_a_quote_that_never_closes_loses_nothing() -> None:
    assert text_block('a\t"b\nc')[0][0] == "a"


def test_merged_cells_are_taken_apart() -> None:
    table = (
        "<table><tr><td rowspan=2>Văn phòng</td><td colspan=2>Nhóm</td></tr>"
        "<tr><td>a</td><td>b</td></tr></table>"
    )
    assert html_block(table) == [["Văn phòng", "Nhóm", ""], ["Văn phòng", "a", "b"]]


def test_paragraphs_of_word_are_lines_and_its_white_space_is_none() -> None:
    table = (
        "<html><head><style>td {}</style></head><body><!--StartFragment--><table><tr><td>"
        "<p class=MsoNormal>Rà\r\n  soát<o:p></o:p></p><p>lần&nbsp;hai</p></td><th>x</th></tr>"
        "</table></body></html>"
    )
    assert html_block(table) == [["Rà soát\nlần hai", "x"]]


def test_a_table_in_a_cell_stays_in_its_cell() -> None:
    table = "<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>"
    (line,) = html_block(table)
    assert line[1] == "c"
    assert "b" in line[0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<p>không có bảng</p>",
        "<table></table>",
        "<table><tr><td rowspan=99999999999 colspan='-3'></td></tr></table>",
        "<t" + "<div>" * 50_000,
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><table><tr><td>&e;</td></tr></table>',
    ],
)
def test_what_is_no_table_gives_no_cells_and_no_error(text: str) -> None:
    assert [cell for line in html_block(text) for cell in line if cell not in ("", "&e;")] == []


def test_spans_beyond_reason_are_bounded() -> None:
    row = "<td rowspan=60000 colspan=60000>x</td>"
    lines = html_block(f"<table><tr>{row}</tr>{'<tr></tr>' * 9000}</table>")
    assert len(lines) <= 5000
    assert len(lines[0]) <= 60
