"""Acts on a plan's text: each from a plan to a plan, taken apart from any file or window."""

from collections.abc import Iterable

import pytest

from tthc_desktop.domain.numbering import Numbering
from tthc_desktop.domain.plan import (
    Annex,
    Block,
    BlockKind,
    PartialDate,
    Plan,
    PlanKind,
    Signature,
)
from tthc_desktop.domain.sections import block_numbers
from tthc_desktop.domain.style import Style
from tthc_desktop.domain.task import Task
from tthc_desktop.domain.text_run import Run, plain_runs
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases import plan_field_acts as fields
from tthc_desktop.use_cases import plan_outline_acts as outline
from tthc_desktop.use_cases import plan_text_acts as acts
from tthc_desktop.use_cases.paragraph_guess import Pasted, paste
from tthc_desktop.use_cases.paragraph_style import style_of
from tthc_desktop.use_cases.text_act import TextAct

ROMAN, ARABIC, LETTER = Numbering.ROMAN, Numbering.ARABIC, Numbering.LETTER
HEADING, ITEM = BlockKind.HEADING, BlockKind.ITEM


def block(
    name: str, kind: BlockKind, text: str, level: int = 0, numbering: Numbering | None = None
) -> Block:
    return Block(name, kind, plain_runs(text), level, numbering)


PLAN = Plan(
    "p",
    PlanKind.CONTROL,
    2026,
    agency="SỞ MẪU",
    date=PartialDate(None, 1, 2026),
    title="Kiểm soát",
    blocks=(
        block("can-cu", BlockKind.LEGAL_BASIS, "Căn cứ Luật Mẫu;"),
        block("mo-dau", BlockKind.OPENING, "Sở Mẫu ban hành Kế hoạch:"),
        block("I", HEADING, "MỤC ĐÍCH", 1, ROMAN),
        block("I1", HEADING, "Mục đích", 2, ARABIC),
        block("I1-", BlockKind.DASH, "- Một việc;"),
        block("I1=", BlockKind.DASH, "- Hai việc."),
        block("I2", ITEM, "Yêu cầu.", 2, ARABIC),
        block("I2a", ITEM, "Điểm một;", 3, LETTER),
        block("II", HEADING, "TỔ CHỨC", 1, ROMAN),
        block("II1", ITEM, "Văn phòng làm.", 2, ARABIC),
        block("ket", BlockKind.CLOSING, "Trên đây là Kế hoạch./."),
    ),
)


def done(act: TextAct, plan: Plan = PLAN) -> Plan:
    assert act.words
    return act.change(plan)


def ids(plan: Plan) -> list[str]:
    return [one.id for one in plan.blocks]


def look(plan: Plan, names: Iterable[str]) -> list[str]:
    """Return number and text of blocks, as they print."""
    numbers = block_numbers(plan.blocks)
    shown = {one.id: one for one in plan.blocks}
    return [f"{numbers.get(name, '')} {shown[name].text}".strip() for name in names]


def block_of(plan: Plan, block_id: str) -> Block:
    return next(one for one in plan.blocks if one.id == block_id)


def test_words_are_cleaned_and_the_dash_stays() -> None:
    typed = (Run("Rà  soa\u0301t "), Run("kỹ", bold=True), Run("\u200b. "))
    after = block_of(done(acts.set_words("I1-", typed)), "I1-")
    assert after.text == "- Rà soát kỹ."
    assert [(one.text, one.bold) for one in after.runs] == [
        ("- Rà soát ", False),
        ("kỹ", True),
        (".", False),
    ]


def test_a_dash_line_without_words_prints_no_lone_dash() -> None:
    assert block_of(done(acts.set_words("I1-", ())), "I1-").runs == ()


def test_split_in_the_middle_keeps_the_kind() -> None:
    plan = done(acts.split("I1-", 3, "moi"))
    assert look(plan, ("I1-", "moi")) == ["- Một", "- việc;"]
    plan = done(acts.split("I2", 4, "moi"))
    assert look(plan, ("I2", "moi")) == ["2 Yêu", "3 cầu."]


def test_split_at_the_end_of_a_heading_begins_what_follows_there() -> None:
    plan = done(acts.split("I1", 8, "moi"))
    assert block_of(plan, "moi").kind is BlockKind.DASH
    plan = done(acts.split("II", 7, "moi"))
    assert block_of(plan, "moi").kind is BlockKind.PARAGRAPH


def test_split_at_the_start_of_a_heading_keeps_its_section() -> None:
    plan = done(acts.split("II", 0, "moi"))
    assert ids(plan)[8:10] == ["moi", "II"]
    assert block_of(plan, "II").text == "TỔ CHỨC"


def test_join_puts_one_blank_between() -> None:
    plan = done(acts.join_with_before("I1="))
    assert block_of(plan, "I1-").text == "- Một việc; Hai việc."
    assert "I1=" not in ids(plan)
    assert done(acts.join_with_before("can-cu")) == PLAN


def test_join_behind_a_table_is_refused() -> None:
    plan = Plan(
        "p", PlanKind.OTHER, 2026,
        blocks=(Block("b", BlockKind.TABLE, rows=(("a",),)), block("x", BlockKind.PARAGRAPH, "y")),
    )  # fmt: skip
    with pytest.raises(Refused, match="bảng"):
        done(acts.join_with_before("x"), plan)


def test_bold_over_a_stretch_and_back() -> None:
    plan = done(acts.format_words("I1-", 0, 3, bold=True))
    assert [(one.text, one.bold) for one in block_of(plan, "I1-").runs] == [
        ("- Một", True),
        (" việc;", False),
    ]
    again = done(acts.format_words("I1-", 0, 3, bold=False), plan)
    assert block_of(again, "I1-") == block_of(PLAN, "I1-")
    leaning = done(acts.format_words("II1", 4, 9, italic=True))
    assert [one.italic for one in block_of(leaning, "II1").runs] == [False, True, False]


def test_what_is_typed_with_a_dash_or_a_number_becomes_that() -> None:
    plan = done(acts.insert_after("II1", Style.BODY, "moi"))
    dashed = done(acts.recognise("moi"), done(acts.set_words("moi", plain_runs("- Việc")), plan))
    assert style_of(block_of(dashed, "moi")) is Style.DASH
    typed = done(acts.set_words("moi", plain_runs("2. Các phòng làm.")), plan)
    numbered = done(acts.recognise("moi"), typed)
    assert look(numbered, ("II1", "moi")) == ["1 Văn phòng làm.", "2 Các phòng làm."]
    assert done(acts.recognise("I2")) == PLAN


def test_a_section_is_deleted_whole() -> None:
    gone = outline.part_of(PLAN, "I")
    assert gone == ("I", "I1", "I1-", "I1=", "I2", "I2a")
    plan = done(acts.delete_blocks(gone, f"xóa {outline.part_name(PLAN, 'I')}"))
    assert ids(plan) == ["can-cu", "mo-dau", "II", "II1", "ket"]
    assert look(plan, ["II"]) == ["I TỔ CHỨC"]


@pytest.mark.parametrize(
    ("name", "words"),
    [("II", "phần II"), ("I1", "khoản 1"), ("I2a", "điểm a"), ("I1-", "gạch đầu dòng"),
     ("can-cu", "căn cứ")],
)  # fmt: skip
def test_parts_are_named_as_people_name_them(name: str, words: str) -> None:
    assert outline.part_name(PLAN, name) == words


def test_a_section_moves_with_what_stands_under_it() -> None:
    plan = done(outline.move("II", -1))
    assert ids(plan)[2:4] == ["II", "II1"]
    assert look(plan, ("II", "I")) == ["I TỔ CHỨC", "II MỤC ĐÍCH"]
    assert done(outline.move("II", 1), plan) == PLAN
    assert done(outline.move("I", -1)) == PLAN
    assert done(outline.move("II", 1)) == PLAN


def test_lines_move_within_their_zone() -> None:
    assert ids(done(outline.move("I1=", -1)))[4:6] == ["I1=", "I1-"]
    assert done(outline.move("can-cu", -1)) == PLAN
    assert done(outline.move("ket", -1)) == PLAN


def test_a_part_is_dropped_beside_another() -> None:
    plan = done(outline.move_beside("II", "I", after=False))
    assert ids(plan)[2:4] == ["II", "II1"]
    with pytest.raises(Refused, match="Chưa thay đổi gì"):
        done(outline.move_beside("I", "I1", after=True))


def test_demote_and_promote_take_the_section_along() -> None:
    plan = done(outline.demote("II"))
    assert style_of(block_of(plan, "II")) is Style.CLAUSE_TITLE
    assert (block_of(plan, "II").level, block_of(plan, "II1").level) == (2, 3)
    assert look(plan, ("II", "II1")) == ["3 TỔ CHỨC", "a Văn phòng làm."]
    back = done(outline.promote("II"), plan)
    assert look(back, ("II", "II1")) == look(PLAN, ("II", "II1"))


def test_demote_and_promote_end_somewhere() -> None:
    with pytest.raises(Refused, match="Không có phần nào"):
        done(outline.demote("I"))
    with pytest.raises(Refused, match="cao nhất"):
        done(outline.promote("I"))
    with pytest.raises(Refused, match="thấp nhất"):
        done(outline.demote("I1-"))
    with pytest.raises(Refused, match="cao nhất"):
        done(outline.promote("can-cu"))


def test_a_point_becomes_a_dash_and_a_dash_a_clause() -> None:
    plan = done(outline.demote("I2a"))
    assert block_of(plan, "I2a").text == "- Điểm một;"
    plan = done(outline.promote("I1="))
    assert look(plan, ("I1", "I1=", "I2")) == ["1 Mục đích", "2 Hai việc.", "3 Yêu cầu."]


@pytest.mark.parametrize("style", list(Style))
def test_every_style_can_be_given_and_taken(style: Style) -> None:
    plan = done(outline.set_style(("II1",), style))
    assert style_of(block_of(plan, "II1")) is style
    back = done(outline.set_style(("II1",), Style.CLAUSE), plan)
    words = block_of(back, "II1").text
    assert words == ("VĂN PHÒNG LÀM." if style is Style.SECTION else "Văn phòng làm.")
    assert block_of(back, "II1").level == 2


def test_a_heading_keeps_no_bold_of_its_own() -> None:
    bold = done(acts.format_words("II1", 0, 30, bold=True))
    plan = done(outline.set_style(("II1",), Style.CLAUSE_TITLE), bold)
    assert not any(one.bold for one in block_of(plan, "II1").runs)


def test_one_pasted_paragraph_goes_into_the_line() -> None:
    plan = done(paste("II1", 9, [Pasted(plain_runs(" - Phòng"))], ["n"]))
    assert block_of(plan, "II1").text == "Văn phòng - Phòng làm."


def test_pasted_paragraphs_are_told_apart() -> None:
    plan = done(acts.insert_after("II1", Style.BODY, "moi"))
    lines = ("2. Các phòng làm.", "- Một;", "+ Hai;", "a) Ba.", "Thường.", "III. KINH PHÍ")
    pasted = [Pasted(plain_runs(one)) for one in lines]
    plan = done(paste("moi", 0, pasted, [f"n{place}" for place in range(6)]), plan)
    names = ("moi", "n1", "n2", "n3", "n4", "n5")
    assert look(plan, names) == [
        "2 Các phòng làm.", "- Một;", "+ Hai;", "a Ba.", "Thường.", "III KINH PHÍ",
    ]  # fmt: skip


def test_pasted_paragraphs_cut_the_line_they_are_put_in() -> None:
    pasted = [Pasted(plain_runs("một")), Pasted(rows=(("a", "b"),)), Pasted(plain_runs("hai"))]
    plan = done(paste("II1", 4, pasted, ["x", "y", "z"]))
    assert look(plan, ("II1", "y", "z")) == ["1 Văn một", "", "haiphòng làm."]
    assert block_of(plan, "y").rows == (("a", "b"),)


def test_head_and_foot() -> None:
    plan = done(
        fields.set_head(fields.HeadFields("ubnd tỉnh", "Sở  Nội vụ", "KH-SNV", "Đắk Lắk", 2, 2027))
    )
    assert (plan.parent_agency, plan.agency) == ("UBND TỈNH", "SỞ NỘI VỤ")
    assert plan.date == PartialDate(None, 2, 2027)
    with pytest.raises(Refused, match="1 đến 12"):
        done(fields.set_head(fields.HeadFields("", "Sở", "", "", 13, 2027)))
    with pytest.raises(Refused, match="cơ quan"):
        done(fields.set_head(fields.HeadFields("", " ", "", "", 1, 2027)))
    plan = done(fields.set_recipients(["- UBND tỉnh;", "", "Sở", "Sở"], "Lưu: VT, VP.", " "))
    assert (plan.recipients, plan.archive, plan.drafter) == (("UBND tỉnh", "Sở"), "VT, VP", None)
    plan = done(fields.set_signature(["kt. giám đốc", "", "Phó Giám đốc"], " Lê  Mẫu "))
    assert plan.signature == Signature(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Lê Mẫu")
    assert done(fields.set_title(" Một\nhai ")).title == "Một hai"


def test_a_legal_basis_stands_behind_the_others() -> None:
    plan = done(fields.add_legal_basis("Căn cứ Nghị định Mẫu;", "moi"))
    assert ids(plan)[:3] == ["can-cu", "moi", "mo-dau"]
    empty = Plan("p", PlanKind.OTHER, 2026, blocks=(block("I", HEADING, "A", 1, ROMAN),))
    assert ids(done(fields.add_legal_basis("Căn cứ B;", "moi"), empty)) == ["moi", "I"]


def test_annexes_come_and_go_but_not_with_tasks() -> None:
    plan = done(fields.add_annex("a"))
    plan = done(fields.add_annex("b"), plan)
    assert [one.label for one in plan.annexes] == ["Phụ lục", "Phụ lục II"]
    plan = done(fields.set_annex("a", label="Phụ lục I", landscape=True), plan)
    assert (plan.annexes[0].label, plan.annexes[0].landscape) == ("Phụ lục I", True)
    assert [one.id for one in done(fields.remove_annex("b"), plan).annexes] == ["a"]
    full = Plan(
        "p", PlanKind.OTHER, 2026, annexes=(Annex("a", tasks=(Task("t", plain_runs("Việc")),)),)
    )
    with pytest.raises(Refused, match="nhiệm vụ"):
        done(fields.remove_annex("a"), full)


def test_a_paragraph_that_is_gone_is_refused() -> None:
    with pytest.raises(Refused, match="không còn"):
        done(acts.set_words("khong-co", ()))
