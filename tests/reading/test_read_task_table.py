"""Task tables: the tree from the numbers, units, torn rows, what has no place in a plan."""

import pytest

from tests.reading.conftest import ReadContent
from tthc_desktop.domain.office import DatedName, Directory, Respondent, RespondentKind
from tthc_desktop.domain.task import NumberedTask, numbered
from tthc_desktop.domain.text_run import Run
from tthc_desktop.domain.timing import EmptyClause, WordsClause
from tthc_desktop.reading.plan_reader import ReadPlan
from tthc_desktop.reading.task_columns import Column, meaning_of

HEAD = ("STT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời gian")
START = "KẾ HOẠCH\n\nKiểm soát năm 2026\n\nI. A\n\nNơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nTrần Thí Dụ"
Row = tuple[str, ...]


def table(*rows: Row) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def plan(*rows: Row, head: Row = HEAD, title: str = "Phụ lục\n\nNỘI DUNG") -> str:
    return f"{START}\n\n{title}\n\n{table(head, *rows)}"


def tasks(read: ReadPlan) -> list[NumberedTask]:
    return [one for annex in read.plan.annexes for one in numbered(annex.tasks)]


def numbers(read: ReadPlan) -> list[str]:
    return [one.number for one in tasks(read)]


def leaf(number: str, content: str = "Việc.") -> Row:
    return (number, content, "Văn phòng", "", "Thường xuyên")


@pytest.mark.parametrize(
    ("typed", "computed"),
    [
        (["1.", "1.1", "1.2", "2.", "2.1", "2.1.1", "2.2"], None),
        (["1", "2", "3"], None),
        (["I", "1", "2", "II", "1"], ["1", "1.1", "1.2", "2", "2.1"]),
        (["A", "I", "1", "B", "I"], ["1", "1.1", "1.1.1", "2", "2.1"]),
        (["I.", "1.1", "1.2", "II.", "2.1"], ["1", "1.1", "1.2", "2", "2.1"]),
        (["1", "a)", "b)", "2"], ["1", "1.1", "1.2", "2"]),
        (["1", "-", "-", "2"], ["1", "1.1", "1.2", "2"]),
        (["1", "3", "3"], ["1", "2", "3"]),
    ],
)
def test_the_tree_follows_from_the_numbers(
    read: ReadContent, typed: list[str], computed: list[str] | None
) -> None:
    found = read(plan(*map(leaf, typed)))
    bare = [number.strip(".)") for number in typed]
    assert numbers(found) == (computed or bare)
    changed = [one for one in found.warnings if "Số thứ tự" in one.message]
    assert bool(changed) == (computed is not None and computed != bare)


def test_headings_without_number_begin_parts(read: ReadContent) -> None:
    found = read(
        plan(("", "**NHÓM A**", "", "", ""), leaf("1"), leaf("2"), ("", "**NHÓM B**", "", "", ""),
             leaf("3"))
    )  # fmt: skip
    assert numbers(found) == ["1", "1.1", "1.2", "2", "2.1"]
    assert [one.task.is_group for one in tasks(found)] == [True, False, False, True, False]


def test_a_group_has_children_and_neither_lead_nor_timing(read: ReadContent) -> None:
    found = read(plan(("1", "Nhóm", "", "", ""), leaf("1.1"), leaf("2"), leaf("2.1")))
    assert [one.task.is_group for one in tasks(found)] == [True, False, False, False]


def test_formats_of_content_are_kept(read: ReadContent) -> None:
    found = read(plan(("1", "**Nhóm <i>một</i>**", "", "", ""), leaf("1.1", "Đọc *kỹ* việc.")))
    assert [one.task.runs for one in tasks(found)] == [
        (Run("Nhóm "), Run("một", italic=True)),
        (Run("Đọc "), Run("kỹ", italic=True), Run(" việc.")),
    ]


def test_a_timing_is_kept_in_its_words(read: ReadContent) -> None:
    found = read(plan(leaf("1"), ("2", "Việc.", "Văn phòng", "", "")))
    first, second = (one.task for one in tasks(found))
    assert (first.timing, first.schedule.clauses) == (
        "Thường xuyên",
        (WordsClause("unknown", "Thường xuyên"),),
    )
    assert (second.timing, second.schedule.clauses) == ("", (EmptyClause(),))


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (("", "", ""), "đơn vị chủ trì và thời gian hoàn thành"),
        (("Văn phòng", "", ""), "chưa có thời gian hoàn thành"),
        (("", "", "Quý I"), "chưa có đơn vị chủ trì."),
    ],
)
def test_a_leaf_without_lead_or_timing_is_told(read: ReadContent, cells: Row, words: str) -> None:
    found = read(plan(leaf("1"), ("2", "Việc.", *cells)))
    assert [one.message for one in found.warnings if one.where == "task 2"][-1].find(words) > 0


def test_a_row_cut_in_two_is_joined_cell_by_cell(read: ReadContent) -> None:
    first = table(HEAD, ("1", "Kiểm tra công tác,", "Phòng Cây", "Các phòng", "Theo Kế hoạch"))
    second = table(HEAD, ("", "thực hiện ngay.", "xanh", "", "riêng"), leaf("2"))
    found = read(f"{START}\n\nPhụ lục\n\nA\n\n{first}\n\n2\n\n{second}")
    names = {one.id: one.name for one in found.new_respondents}
    task = tasks(found)[0].task
    assert task.content == "Kiểm tra công tác, thực hiện ngay."
    assert [names[one] for one in task.lead_ids] == ["Phòng Cây xanh"]
    assert task.timing == "Theo Kế hoạch riêng"
    assert numbers(found) == ["1", "2"]
    assert found.not_understood == ()


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        ("Kiểm tra", "Thực hiện ngay.", 1),
        ("Kiểm tra.", "Thực hiện ngay.", 2),
        ("Kiểm tra.", "thực hiện ngay.", 1),
        ("Kiểm tra", "- Thực hiện ngay.", 2),
        ("Kiểm tra", "", 1),
    ],
)
def test_when_a_row_without_number_goes_on(
    read: ReadContent, before: str, after: str, rows: int
) -> None:
    found = read(plan(leaf("1", before), ("", after, "Văn phòng", "", "")))
    assert len(tasks(found)) == rows


def test_a_table_torn_without_its_header_is_joined(read: ReadContent) -> None:
    pieces = f"{table(HEAD, leaf('1'))}\n\n{table(leaf('2'))}"
    found = read(f"{START}\n\nPhụ lục\n\nA\n\n{pieces}")
    assert numbers(found) == ["1", "2"]
    assert len(found.plan.annexes) == 1


def test_a_counted_row_below_the_header_is_layout(read: ReadContent) -> None:
    found = read(plan(("(1)", "(2)", "(3)", "(4)", "(5)"), leaf("1")))
    assert numbers(found) == ["1"]
    assert found.not_understood == ()


def test_units_are_matched_first_and_split_second(read: ReadContent) -> None:
    known = (
        Respondent("vp", RespondentKind.DIVISION, "Văn phòng Sở", aliases=("Văn phòng",)),
        Respondent("tg", RespondentKind.DIVISION, "Phòng Tôn giáo, tín ngưỡng",
                   former_names=(DatedName("Tôn giáo, tín ngưỡng"),)),
        Respondent("cp", RespondentKind.GROUP, "Các phòng thuộc Sở", members=("vp", "tg")),
    )  # fmt: skip
    found = read(
        plan(
            ("1", "Việc.", "Tôn giáo, tín ngưỡng; Văn phòng", "Các phòng thuộc Sở", "Quý I"),
            ("2", "Việc.", "Văn phòng, Các phòng thuộc Sở", "Phòng Lạ", "Quý I"),
        ),
        directory=Directory(known),
    )
    first, second = (one.task for one in tasks(found))
    assert [(one.respondent_id, one.words) for one in first.lead] == [
        ("tg", "Tôn giáo, tín ngưỡng"),
        ("vp", "Văn phòng"),
    ]
    assert [(one.respondent_id, one.words) for one in first.coordinating] == [("cp", "")]
    assert second.lead_ids == ("vp", "cp")
    assert [one.name for one in found.new_respondents] == ["Phòng Lạ"]


def test_unknown_units_are_added_once_with_a_warning_each(read: ReadContent) -> None:
    found = read(plan(("1", "Việc.", "Tôn giáo, tín ngưỡng; Văn phòng", "Các phòng", "Quý I"),
                      ("2", "Việc.", "VĂN PHÒNG", "Trung tâm Cây", "Quý I")))  # fmt: skip
    added = {one.name: one for one in found.new_respondents}
    assert [*added] == ["Văn phòng", "Các phòng", "Trung tâm Cây", "Tôn giáo, tín ngưỡng"]
    assert not any(one.confirmed for one in added.values())
    assert added["Các phòng"].kind is RespondentKind.GROUP
    assert added["Các phòng"].members == ()
    assert added["Trung tâm Cây"].kind is RespondentKind.AFFILIATED
    assert [one.where for one in found.warnings] == ["task 1"] * 3 + ["task 2"]
    second = tasks(found)[1].task
    assert [one.words for one in second.lead] == ["VĂN PHÒNG"]


def test_a_list_with_commas_is_split_where_its_names_stand_alone(read: ReadContent) -> None:
    found = read(plan(("1", "Việc.", "Văn phòng, Phòng Cây", "", "Quý I"), leaf("2"),
                      ("3", "Việc.", "Phòng Cây", "", "Quý I")))  # fmt: skip
    assert [one.name for one in found.new_respondents] == ["Văn phòng", "Phòng Cây"]


def test_several_annexes_have_their_own_tables(read: ReadContent) -> None:
    second = f"PHỤ LỤC II\n\nBIỂU HAI\n\n(Kèm theo Kế hoạch số /KH-SCX)\n\n{table(HEAD, leaf('1'))}"
    found = read(f"{plan(leaf('1'), title='PHỤ LỤC I: BIỂU MỘT')}\n\n{second}")
    assert [
        (one.label, one.title, one.attached_to, len(one.tasks)) for one in found.plan.annexes
    ] == [
        ("PHỤ LỤC I", "BIỂU MỘT", "", 1),
        ("PHỤ LỤC II", "BIỂU HAI", "(Kèm theo Kế hoạch số /KH-SCX)", 1),
    ]


def test_an_annex_may_have_text_and_no_table(read: ReadContent) -> None:
    found = read(f"{START}\n\nPhụ lục\n\nDANH MỤC\n\n1. Quyết định A.\n\n2. Quyết định B.")
    annex = found.plan.annexes[0]
    assert (annex.title, [block.text for block in annex.blocks]) == (
        "DANH MỤC",
        ["Quyết định A.", "Quyết định B."],
    )


def test_text_behind_the_table_is_listed(read: ReadContent) -> None:
    found = read(f"{plan(leaf('1'))}\n\nGhi chú: số liệu tạm tính.")
    assert found.not_understood == ("Ghi chú: số liệu tạm tính.",)


def test_a_task_table_in_the_text_becomes_an_annex_and_is_told(read: ReadContent) -> None:
    found = read(f"KẾ HOẠCH\n\nKiểm soát năm 2026\n\nI. A\n\n{table(HEAD, leaf('1'))}\n\nII. B")
    assert numbers(found) == ["1"]
    assert "table 1" in [one.where for one in found.warnings]
    assert [block.text for block in found.plan.blocks] == ["A", "B"]


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("S.T.T", Column.NUMBER),
        ("Số TT", Column.NUMBER),
        ("Nhiệm vụ, giải pháp", Column.CONTENT),
        ("Hạng mục công việc", Column.CONTENT),
        ("Cơ quan, đơn vị chủ trì", Column.LEAD),
        ("Đơn vị thực hiện", Column.LEAD),
        ("Phân công thực hiện", Column.LEAD),
        ("Đơn vị phối hợp thực hiện", Column.COORDINATING),
        ("Cơ quan theo dõi", Column.COORDINATING),
        ("Thời gian hoàn thành, kết quả", Column.TIMING),
        ("Hạn", Column.TIMING),
        ("Tiến độ", Column.TIMING),
        ("Kết quả thực hiện nhiệm vụ", Column.OTHER),
        ("Sản phẩm", Column.OTHER),
        ("Ghi chú", Column.OTHER),
        ("Kinh phí", Column.OTHER),
        ("", Column.OTHER),
    ],
)
def test_a_column_is_known_by_its_words(heading: str, column: Column) -> None:
    assert meaning_of(heading)[0] is column
    assert meaning_of(heading.upper())[0] is column


def test_of_two_columns_of_one_meaning_the_clearer_counts(read: ReadContent) -> None:
    head = ("STT", "Nội dung", "Cơ quan ban hành", "Đơn vị chủ trì", "Thời gian")
    found = read(plan(("1", "Việc.", "UBND tỉnh", "Văn phòng", "Quý I"), head=head))
    assert [one.name for one in found.new_respondents] == ["Văn phòng"]
    assert found.not_understood == ("Công việc 1, cột “Cơ quan ban hành”: UBND tỉnh",)


def test_a_table_without_number_or_lead_is_no_task_table(read: ReadContent) -> None:
    for head in (("STT", "Nội dung", "Kinh phí"), ("Thời gian", "Nội dung", "Phụ trách")):
        found = read(f"{START}\n\nPhụ lục\n\nBIỂU\n\n{table(head, ('1', 'a', 'b'))}")
        assert tasks(found) == []
        assert found.plan.annexes[0].blocks[0].rows == (head, ("1", "a", "b"))
