import pytest

from tests.ui.page_layouts import (
    BOTTOM,
    LEFT,
    LINE_PT,
    LINES_OF_A_PAGE,
    SENTENCE,
    TEXT_WIDTH,
    TOP,
    bottom,
    document,
    found,
    lines,
    mixed,
    signature,
    strokes,
    table,
    texts,
    words,
)
from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import DocumentLayout, PageSection, Role, Rule
from tthc_desktop.domain.text_run import Run
from ui.pages.lines import text_width
from ui.pages.measures import single_line, units_of_mm, units_of_pt
from ui.pages.paginator import BlockPlace, Page, paginate

pytestmark = pytest.mark.usefixtures("qapp")


def pages_of(*blocks: object) -> tuple[Page, ...]:
    return paginate(document(*blocks)).pages  # type: ignore[arg-type]


def test_widths_are_those_of_times_new_roman() -> None:
    # Measured in the decree's own file: nd30.md, section 4, in twentieths of a point.
    assert text_width(nd30.TIEU_NGU, nd30.style(Role.NATIONAL_MOTTO)) * 2 == pytest.approx(
        3428, abs=2
    )
    assert text_width(nd30.QUOC_HIEU, nd30.style(Role.NATIONAL_NAME)) * 2 == pytest.approx(
        5424, abs=2
    )


def test_a_line_is_as_high_as_in_word() -> None:
    assert single_line(14).height == pytest.approx(units_of_pt(LINE_PT), abs=0.5)
    assert single_line(13).height == pytest.approx(units_of_pt(14.95), abs=0.5)


def test_an_empty_document_has_one_page() -> None:
    (page,) = pages_of()
    assert page.lines == ()
    assert (page.width, page.height) == (units_of_mm(210), units_of_mm(297))


def test_the_first_line_is_indented_and_lines_reach_both_margins() -> None:
    (page,) = pages_of(words(SENTENCE * 4))
    first, second, *_ = texts(page)
    indent = first.line.layout.lineAt(0).position().x()
    assert indent == pytest.approx(units_of_mm(nd30.style(Role.BODY).first_line_mm))
    assert second.line.layout.lineAt(1).position().x() == 0
    assert indent + first.line.layout.lineAt(0).width() == pytest.approx(TEXT_WIDTH, abs=0.1)
    assert second.left == LEFT


def test_neighbours_stand_apart_by_the_gap_of_their_role() -> None:
    (page,) = pages_of(words("Một."), words("Hai."))
    first, second = texts(page)
    assert first.top == pytest.approx(TOP + units_of_pt(6))
    assert second.top - first.top == pytest.approx(units_of_pt(LINE_PT + 6), abs=1)


def test_bold_and_italic_runs_keep_their_letters_and_their_look() -> None:
    (page,) = pages_of(mixed(Run("- Nâng "), Run("cao", bold=True), Run(" chất lượng")))
    (text,) = texts(page)
    assert text.line.text == "- Nâng cao chất lượng"
    (piece,) = text.line.layout.formats()
    assert (piece.start, piece.length) == (7, 3)  # type: ignore[attr-defined]


def test_a_line_break_in_a_run_begins_a_line() -> None:
    (page,) = pages_of(lines(3))
    assert [line.strip("\u2028") for line in page.lines] == ["dòng 1", "dòng 2", "dòng 3"]


def test_nothing_stands_below_the_bottom_margin() -> None:
    for page in pages_of(*[words(SENTENCE * count) for count in range(1, 25)], table(60)):
        assert bottom(page) <= BOTTOM + 1


def test_pages_count_from_the_second_in_the_middle_of_the_top_margin() -> None:
    first, second, *_ = pages_of(*[words(SENTENCE * 5)] * 20)
    assert first.lines[0].startswith("Tiếp tục")
    number = next(texts(second))
    assert number.line.text == "2"
    assert number.top == pytest.approx(units_of_mm(nd30.PORTRAIT.header_mm))
    assert number.top + number.line.height < TOP
    line = number.line.layout.lineAt(0)
    middle = number.left + line.x() + line.naturalTextRect().center().x() - line.x()
    assert middle == pytest.approx(LEFT + TEXT_WIDTH / 2, abs=2)


def test_an_annex_counts_its_own_pages_and_may_lie_on_its_side() -> None:
    body, annex = PageSection((words("Chính."),)), PageSection((table(60),), landscape=True)
    pages = paginate(DocumentLayout((body, annex), "")).pages
    assert [page.number for page in pages] == [1, *range(1, len(pages))]
    assert not pages[0].landscape
    assert all(page.landscape and page.width == units_of_mm(297) for page in pages[1:])
    assert pages[2].lines[0] == "2"


def test_a_heading_goes_with_the_first_lines_of_what_it_heads() -> None:
    filling = [lines(1)] * 56
    first, second = pages_of(
        *filling, words("I. MỤC ĐÍCH", Role.SECTION), words("1. Mục", Role.CLAUSE_TITLE),
        words(SENTENCE * 5),
    )  # fmt: skip
    assert "I. MỤC ĐÍCH" not in first.lines
    assert second.lines[1:3] == ("I. MỤC ĐÍCH", "1. Mục")


def test_no_single_line_of_a_paragraph_stands_alone() -> None:
    for count in range(LINES_OF_A_PAGE - 4, LINES_OF_A_PAGE + 6):
        pages = pages_of(*[words("Một dòng.", Role.SUBJECT)] * 2, lines(count), lines(4))
        for page in pages[1:]:
            assert len(page.lines) != 2
            assert page.lines[1].strip("\u2028") not in ("dòng 2", "dòng 4")


def test_the_signature_is_not_cut_and_never_stands_alone() -> None:
    closing = words("Trên đây là Kế hoạch./.", Role.CLOSING)
    for count in range(20, 60):
        pages = pages_of(*[lines(1)] * count, closing, signature())
        (page,) = [page for page in pages if "Nguyễn Văn A" in page.lines]
        assert "GIÁM ĐỐC" in page.lines
        assert "Nơi nhận:" in page.lines
        assert closing.text in page.lines


def test_the_signature_stands_level_with_the_recipients() -> None:
    (page,) = pages_of(words("Một."), signature())
    left, right = found(page, "Nơi nhận"), found(page, "GIÁM ĐỐC")
    assert left.top == right.top
    assert right.left - left.left == pytest.approx(TEXT_WIDTH / 2)


def test_a_rule_is_drawn_in_the_middle_and_as_long_as_asked() -> None:
    (page,) = pages_of(Rule(40))
    (rule,) = strokes(page)
    assert rule.right - rule.left == pytest.approx(units_of_mm(40))
    assert (rule.left + rule.right) / 2 == pytest.approx(LEFT + TEXT_WIDTH / 2)
    assert rule.thickness == units_of_pt(nd30.RULE.thickness_pt)


def test_rows_are_whole_and_the_header_is_repeated() -> None:
    pages = pages_of(words("Bảng:"), table(40))
    assert len(pages) > 1
    seen: list[str] = []
    for page in pages:
        assert page.lines.count("STT") == 1
        seen += [line for line in page.lines if line.isdecimal() and line != str(page.number)]
        assert page.lines.count(SENTENCE.strip()) == 0  # the cell wraps, its row does not split
        starts = sum(line.startswith("Tiếp tục") for line in page.lines)
        ends = sum(line.strip().endswith("hành chính.") for line in page.lines)
        assert starts == ends
    assert len(seen) >= 38


def test_a_table_is_closed_by_lines_on_every_page() -> None:
    for page in pages_of(table(60)):
        flat = [one for one in strokes(page) if one.top == one.bottom]
        upright = [one for one in strokes(page) if one.left == one.right]
        assert min(one.top for one in flat) == min(one.top for one in upright)
        assert max(one.top for one in flat) == pytest.approx(max(one.bottom for one in upright))


def test_a_row_higher_than_a_page_is_cut_between_lines_and_loses_none() -> None:
    long = " ".join(f"từ{number}" for number in range(3000))
    pages = pages_of(table(1, text=long))
    assert len(pages) > 2
    joined = " ".join(line for page in pages for line in page.lines)
    missing = [word for word in long.split() if word not in joined.split()]
    assert missing == []
    assert all(bottom(page) <= BOTTOM + 1 for page in pages)


def test_columns_higher_than_a_page_are_cut_and_lose_nothing() -> None:
    recipients = tuple(words(f"- Nơi {number};", Role.RECIPIENTS) for number in range(120))
    block = signature()
    tall = type(block)(block.widths_mm, ((recipients, block.rows[0][1]),), keep_together=True)
    pages = pages_of(words("Một."), tall)
    shown = [line for page in pages for line in page.lines]
    assert [line for line in shown if line.startswith("- Nơi")] == [one.text for one in recipients]
    assert shown.count("Nguyễn Văn A") == 1


def test_a_cell_that_spans_columns_has_no_line_inside() -> None:
    whole = table(1)
    spanning = (type(whole.rows[0][0])(Role.TABLE_GROUP, (Run("Nhóm"),), span=3),)
    (page,) = pages_of(type(whole)(whole.widths_mm, (), (spanning,)))
    assert sum(one.left == one.right for one in strokes(page)) == 2


def test_what_a_block_begins_with_can_be_found_again() -> None:
    pages = pages_of(*[words(SENTENCE * 5)] * 20)
    places = [place for page in pages for place in page.anchors]
    assert places == [BlockPlace(0, number) for number in range(20)]
    assert pages[0].anchors[BlockPlace(0, 0)] == pytest.approx(TOP + units_of_pt(6))


def test_pages_are_the_same_every_time() -> None:
    layout = document(*[words(SENTENCE * 5)] * 20, table(30))
    first, second = (
        [(page.lines, [one.top for one in texts(page)]) for page in paginate(layout).pages]
        for _ in range(2)
    )
    assert first == second
