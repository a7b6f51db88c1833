"""What commands.md promises of `plan import` and `plan show`, rule by rule, on short plans."""

from pathlib import Path

import pytest

from tests.reading.conftest import TODAY, ReadContent
from tthc_desktop.domain.office import Directory, Respondent, RespondentKind
from tthc_desktop.domain.plan import BlockKind, PartialDate, PlanKind, PlanState
from tthc_desktop.domain.sections import Section, sections_of
from tthc_desktop.errors import Refused
from tthc_desktop.reading.plan_reader import ReadPlan, read_plan

TITLE = "Kiểm soát thủ tục hành chính năm 2026"


def text(*paragraphs: str, head: str = "", title: str = TITLE) -> str:
    return "\n\n".join([head, "KẾ HOẠCH", title, *paragraphs])


def shown(read: ReadPlan) -> list[tuple[str, str, int]]:
    return [(block.kind.value, block.text, block.level) for block in read.plan.blocks]


def outline(read: ReadPlan) -> list[object]:
    def tree(section: Section) -> object:
        return (section.number, section.heading, section.paragraphs, [*map(tree, section.sections)])

    return [tree(one) for one in sections_of(read.plan.blocks)]


@pytest.mark.parametrize(
    ("title", "kind", "year"),
    [
        ("Kiểm soát thủ tục hành chính năm 2025", PlanKind.CONTROL, 2025),
        ("Truyền thông về kiểm soát TTHC năm 2026", PlanKind.COMMUNICATION, 2026),
        ("THÔNG TIN, TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NĂM 2027", PlanKind.COMMUNICATION, 2027),
        ("Sửa Kế hoạch năm 2024 cho năm 2025", PlanKind.OTHER, 2025),
        ("Chỉnh trang công viên", PlanKind.OTHER, 2023),
    ],
)
def test_kind_and_year_follow_from_the_title(
    read: ReadContent, title: str, kind: PlanKind, year: int
) -> None:
    plan = read(text(title=title, head="Sông Lam, ngày 05 tháng 3 năm 2023")).plan
    assert (plan.kind, plan.year) == (kind, year)
    assert plan.state is PlanState.DRAFT


def test_without_any_year_it_is_the_present_one(read: ReadContent) -> None:
    assert read(text(title="Chỉnh trang công viên")).plan.year == TODAY.year


@pytest.mark.parametrize(
    ("line", "number", "symbol"),
    [
        ("Số: 05/KH-SCX", "05", "KH-SCX"),
        ("Số:       /KH-SCX", None, "KH-SCX"),
        ("Số : *20* /KH-UBND", "20", "KH-UBND"),
        ("Số: …../KH- SCX", None, "KH-SCX"),
        ("Số 12a/KH-SKH&CN", "12a", "KH-SKH&CN"),
        ("Số: 7 /CTr-SCX", "7", "CTr-SCX"),
    ],
)
def test_number_and_symbol(read: ReadContent, line: str, number: str | None, symbol: str) -> None:
    found = read(text(head=line))
    assert (found.plan.number, found.plan.symbol) == (number, symbol)
    assert found.not_understood == ()


@pytest.mark.parametrize(
    ("line", "place", "day"),
    [
        ("Sông Lam, ngày 05 tháng 02 năm 2026", "Sông Lam", PartialDate(5, 2, 2026)),
        ("Sông Lam, ngày      tháng 01 năm 2026", "Sông Lam", PartialDate(None, 1, 2026)),
        ("Sông Lam, ngày ... tháng ... năm 20...", "Sông Lam", PartialDate()),
        ("TP. Sông Lam, ngày 1 tháng 12 năm 2026", "TP. Sông Lam", PartialDate(1, 12, 2026)),
        ("ngày tháng năm 2026", "", PartialDate(None, None, 2026)),
    ],
)
def test_place_and_partial_date(read: ReadContent, line: str, place: str, day: PartialDate) -> None:
    plan = read(text(head=line)).plan
    assert (plan.place, plan.date) == (place, day)


def test_a_day_that_does_not_exist_is_told(read: ReadContent) -> None:
    found = read(text(head="Sông Lam, ngày 45 tháng 13 năm 2026"))
    assert found.plan.date == PartialDate(None, None, 2026)
    assert [one.where for one in found.warnings] == ["header", "header"]


def test_number_and_date_may_stand_on_one_line(read: ReadContent) -> None:
    plan = read(text(head="Số:    /KH-SCX        Sông Lam, ngày    tháng 5 năm 2026")).plan
    assert (plan.symbol, plan.place, plan.date.month) == ("KH-SCX", "Sông Lam", 5)


def test_a_date_may_stand_beside_an_agency(read: ReadContent) -> None:
    plan = read(text(head="SỞ CÂY XANH\tSông Lam, ngày      tháng 3 năm 2026")).plan
    assert (plan.agency, plan.place, plan.date.month) == ("SỞ CÂY XANH", "Sông Lam", 3)


def test_the_date_of_another_document_is_not_the_plans(read: ReadContent) -> None:
    line = "(Kèm theo Quyết định số 1/QĐ-SCX ngày 05 tháng 02 năm 2026 của Sở)"
    found = read(text(head=line))
    assert found.plan.date == PartialDate()
    assert any("ngày 05 tháng 02 năm 2026" in one for one in found.not_understood)


@pytest.mark.parametrize(
    ("lines", "parent", "agency"),
    [
        (["UBND TỈNH SÔNG LAM", "SỞ CÂY XANH"], "UBND TỈNH SÔNG LAM", "SỞ CÂY XANH"),
        (["UBND TỈNH SÔNG LAM", "SỞ CÔNG VIÊN", "VÀ CÂY XANH"], "UBND TỈNH SÔNG LAM",
         "SỞ CÔNG VIÊN VÀ CÂY XANH"),
        (["ỦY BAN NHÂN DÂN", "TỈNH SÔNG LAM"], "", "ỦY BAN NHÂN DÂN TỈNH SÔNG LAM"),
        (["CÔNG TY A", "**CÔNG TY B**"], "CÔNG TY A", "CÔNG TY B"),
    ],
)  # fmt: skip
def test_agencies(read: ReadContent, lines: list[str], parent: str, agency: str) -> None:
    plan = read(text(head="\n\n".join(lines))).plan
    assert (plan.parent_agency, plan.agency) == (parent, agency)


def test_what_else_stands_above_is_listed(read: ReadContent) -> None:
    found = read(text(head="DỰ THẢO LẦN 2\n\nMẬT\n\nV/v góp ý kế hoạch"))
    assert found.not_understood == ("DỰ THẢO LẦN 2", "MẬT", "V/v góp ý kế hoạch")


def test_legal_bases_and_opening(read: ReadContent) -> None:
    bases = [
        "Căn cứ Luật A;",
        "Thực hiện Kế hoạch B. Sở ban hành:",
        "Theo đề nghị của C;",
        "Xét D;",
    ]
    found = read(text("*Căn cứ Luật A;*", *bases[1:], "Sở ban hành Kế hoạch:", "I. MỤC ĐÍCH"))
    kinds = [(block.kind, block.text) for block in found.plan.blocks[:-1]]
    assert kinds == [
        *((BlockKind.LEGAL_BASIS, base) for base in bases),
        (BlockKind.OPENING, "Sở ban hành Kế hoạch:"),
    ]
    assert not any(run.italic for block in found.plan.blocks for run in block.runs)


def test_sections_of_any_depth(read: ReadContent) -> None:
    found = read(
        text("I. A", "1. Một", "a) chữ thứ nhất.", "b) chữ thứ hai.", "- gạch", "2. Hai", "Thân",
             "II/ B", "1) Ba.", "2) Bốn.")
    )  # fmt: skip
    assert outline(found) == [
        ("I", "A", [], [
            ("1", "Một", [], [
                ("a", "", ["chữ thứ nhất."], []),
                ("b", "", ["chữ thứ hai.", "- gạch"], []),
            ]),
            ("2", "Hai", ["Thân"], []),
        ]),
        ("II", "B", [], [("1", "", ["Ba."], []), ("2", "", ["Bốn."], [])]),
    ]  # fmt: skip
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("line", "following", "heading"),
    [
        ("1. Mục đích", "- Nâng cao chất lượng.", "Mục đích"),
        ("1. Các phòng thuộc Sở:", "- Chủ động thực hiện.", "Các phòng thuộc Sở:"),
        ("1. Đối tượng", "Là công chức của Sở.", "Đối tượng"),
        ("**1. Văn phòng theo dõi.**", "2. Các phòng thực hiện.", "Văn phòng theo dõi."),
        ("1. Văn phòng theo dõi, đôn đốc.", "2. Các phòng thực hiện.", ""),
        ("1. Văn phòng theo dõi, đôn đốc.", "- Trước hết là báo cáo.", ""),
        ("**1.** Văn phòng theo dõi", "2. Các phòng thực hiện.", ""),
        ("1. Văn phòng theo dõi", "Trên đây là Kế hoạch./.", ""),
    ],
)
def test_when_a_numbered_line_is_a_heading(
    read: ReadContent, line: str, following: str, heading: str
) -> None:
    found = read(text("I. TỔ CHỨC", line, following))
    block = found.plan.blocks[1]
    assert (block.kind is BlockKind.HEADING) == bool(heading)
    assert not heading or block.text == heading


def test_a_roman_line_is_always_a_heading(read: ReadContent) -> None:
    found = read(text("I. NỘI DUNG: (Có biểu kèm theo)", "II. TỔ CHỨC."))
    sections = sections_of(found.plan.blocks)
    assert [one.heading for one in sections] == ["NỘI DUNG: (Có biểu kèm theo)", "TỔ CHỨC."]


def test_a_number_that_changes_is_told(read: ReadContent) -> None:
    found = read(text("I. A", "1. Một", "Thân", "3. Ba", "Thân", "III. C"))
    assert [one.where for one in found.warnings] == ["section I.2", "section II"]


def test_closing_stands_after_the_last_item_only(read: ReadContent) -> None:
    found = read(
        text("I. A", "Trong quá trình thực hiện có khó khăn.", "1. Việc.", "Đề nghị các phòng./.",
             "Trên đây là Kế hoạch./.", "Yêu cầu các phòng thực hiện.")
    )  # fmt: skip
    assert [kind for kind, *_ in shown(found)] == [
        "heading", "paragraph", "item", "closing", "closing", "paragraph",
    ]  # fmt: skip


def test_other_tables_stay_where_they_stand(read: ReadContent) -> None:
    found = read(
        text(
            "I. A",
            "trước",
            "| Thời gian | Nội dung | Phụ trách |\n|--|--|--|\n| 7h | Họp | A |",
            "sau",
        )
    )
    section = sections_of(found.plan.blocks)[0]
    assert section.paragraphs == ["trước", "sau"]
    assert [(place, block.rows) for place, block in section.tables] == [
        (1, (("Thời gian", "Nội dung", "Phụ trách"), ("7h", "Họp", "A")))
    ]
    assert found.plan.annexes == ()


@pytest.mark.parametrize(
    ("line", "archive", "drafter"),
    [
        ("- Lưu: VT, VP.", "VT, VP", None),
        ("- Lưu: VT, VP. *Maintt*", "VT, VP", "Maintt"),
        ("- Lưu: VT, KSTT.*Maintt*", "VT, KSTT", "Maintt"),
        ("- Lưu: VT, VP. PL.(300)", "VT, VP", "PL.(300)"),
        ("- Lưu: VT, P.KSTT", "VT, P.KSTT", None),
        ("Lưu: VT", "VT", None),
        ("- Lưu VT, VP (2b).", "VT, VP (2b)", None),
    ],
)
def test_archive_and_drafter(
    read: ReadContent, line: str, archive: str, drafter: str | None
) -> None:
    found = read(text("I. A", f"Nơi nhận:\n- UBND tỉnh (báo cáo);\n- Lãnh đạo Sở.\n{line}"))
    plan = found.plan
    assert plan.recipients == ("UBND tỉnh (báo cáo)", "Lãnh đạo Sở")
    assert (plan.archive, plan.drafter) == (archive, drafter)
    assert found.not_understood == ()


@pytest.mark.parametrize(
    ("lines", "signing", "name"),
    [
        (["GIÁM ĐỐC", "Trần Thí Dụ"], ("GIÁM ĐỐC",), "Trần Thí Dụ"),
        (["**KT. GIÁM ĐỐC**", "**PHÓ GIÁM ĐỐC**", "Trần Thí Dụ"],
         ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Trần Thí Dụ"),
        (["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "TRẦN THÍ DỤ"],
         ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "TRẦN THÍ DỤ"),
        (["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"], ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"), ""),
    ],
)  # fmt: skip
def test_signature(
    read: ReadContent, lines: list[str], signing: tuple[str, ...], name: str
) -> None:
    for parts in (["Nơi nhận:\n- Lưu: VT.", *lines], [*lines, "Nơi nhận:\n- A;\n- Lưu: VT."]):
        found = read(text("I. A", "Thân", *parts))
        assert (found.plan.signature.lines, found.plan.signature.name) == (signing, name)
        assert found.plan.archive == "VT"
        assert found.not_understood == ()


def test_a_signature_may_stand_in_a_table_of_its_own(read: ReadContent) -> None:
    foot = "Nơi nhận:\n- A;\n- Lưu: VT.\n\n| | GIÁM ĐỐC |\n| | Trần Thí Dụ |"
    found = read(text("I. A", foot))
    assert (found.plan.signature.lines, found.plan.signature.name) == (("GIÁM ĐỐC",), "Trần Thí Dụ")
    assert (found.plan.recipients, found.plan.archive) == (("A",), "VT")
    assert found.not_understood == ()


def test_a_list_of_documents_with_their_receivers_is_no_foot(read: ReadContent) -> None:
    table = "| STT | Văn bản | Ngày | Nơi nhận |\n| 1 | Báo cáo | 5/1 | UBND tỉnh |"
    found = read(text("I. A", table, "II. B", "Nơi nhận:\n- Lưu: VT.", "GIÁM ĐỐC", "Trần Thí Dụ"))
    assert [kind for kind, *_ in shown(found)] == ["heading", "table", "heading"]
    assert found.plan.archive == "VT"


def test_signed_marks_are_listed(read: ReadContent) -> None:
    found = read(text("I. A", "Nơi nhận:\n- Lưu: VT.", "GIÁM ĐỐC", "(Đã ký)", "Trần Thí Dụ"))
    assert found.plan.signature.name == "Trần Thí Dụ"
    assert found.not_understood == ("(Đã ký)",)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("QUYẾT ĐỊNH\n\nBan hành Kế hoạch\n\nKẾ HOẠCH\n\nA", "quyết định"),
        ("BÁO CÁO\n\nKết quả năm 2026", "báo cáo"),
        ("TỜ TRÌNH\n\nVề việc A", "tờ trình"),
        ("Số: 1/SCX\n\nV/v kế hoạch năm 2026\n\nA", "công văn"),
        ("Kính gửi: Các phòng.\n\nXin gửi:\n\nKẾ HOẠCH\n\nKiểm soát năm 2026", "công văn"),
        ("Danh sách\n\nA", "văn bản khác"),
        ("...", "không có chữ"),
    ],
)
def test_a_file_that_is_no_plan_is_told_what_it_is(
    read: ReadContent, content: str, what: str
) -> None:
    with pytest.raises(Refused, match=what) as refused:
        read(content)
    assert "không phải kế hoạch" in refused.value.message


@pytest.mark.parametrize("line", ["KẾ HOẠCH", "## Kế hoạch", "K Ế  H O Ạ C H", "KẾ HOẠCH:"])
def test_the_kind_may_be_typed_in_many_ways(read: ReadContent, line: str) -> None:
    assert read(f"{line}\n\nKiểm soát năm 2026").plan.title == "Kiểm soát năm 2026"


def test_kind_and_title_may_stand_in_one_line(read: ReadContent) -> None:
    plan = read("KẾ HOẠCH KIỂM SOÁT TTHC NĂM 2026\n\nI. MỤC ĐÍCH").plan
    assert (plan.title, plan.year) == ("KIỂM SOÁT TTHC NĂM 2026", 2026)


def test_a_draft_mark_before_the_kind_is_listed(read: ReadContent) -> None:
    found = read("(DỰ THẢO) KẾ HOẠCH\n\nKiểm soát năm 2026")
    assert (found.plan.title, found.not_understood) == ("Kiểm soát năm 2026", ("(DỰ THẢO)",))


@pytest.mark.parametrize("name", ["ke-hoach.doc", "ke-hoach.pdf", "ke-hoach"])
def test_another_suffix_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match="docx"):
        read_plan(tmp_path / name, today=TODAY, directory=Directory(()))


def test_ids_are_new_with_every_reading(read: ReadContent) -> None:
    first, second = read(text("I. A")).plan, read(text("I. A")).plan
    assert first.id != second.id
    assert first.blocks[0].id != second.blocks[0].id


def test_the_directory_is_not_changed(read: ReadContent) -> None:
    known = Respondent("1", RespondentKind.DIVISION, "Văn phòng")
    directory = Directory((known,))
    read(text("I. A"), directory=directory)
    assert directory.respondents == (known,)
