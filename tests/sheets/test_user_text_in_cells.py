"""Whatever the user's text looks like, it arrives in Excel as that text or is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tthc_desktop.domain.office import Directory, Respondent, RespondentKind
from tthc_desktop.domain.progress import Record, State
from tthc_desktop.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sheets.conftest import Maker
    from tthc_desktop.domain.plan_progress import PlanProgress

PAYLOADS = [
    "=1+1",
    "=",
    '=HYPERLINK("http://example.invalid","bấm")',
    "=cmd|' /C calc'!A0",
    "+84 912 345 678",
    "- Đẩy mạnh truyền thông",
    "@SUM(A1)",
    "#REF!",
    "#N/A",
    "\tthụt vào",
    "\rxuống dòng",
    "dòng một\ndòng hai",
    "  hai dấu cách ở hai đầu  ",
    "'nháy đầu",
    "TRUE",
    "1,5",
    "25/01/2026",
    "<b>&amp;</b>",
    "🙂 ộ",
    "'; DROP TABLE",
]
FIELDS = (
    "result", "evidence", "difficulty", "reason", "note",
)  # fmt: skip
COLUMN_OF = {"result": 10, "evidence": 11, "reason": 13, "difficulty": 14, "note": 15}


def with_text(make: Maker, text: str, **fields: str) -> PlanProgress:
    """Give a plan with *text* wherever a user can write, but for the fields named."""
    values = {field: fields.get(field, text) for field in FIELDS}
    record = Record(State.IN_PROGRESS, 50, done_on=date(2026, 1, 1), **values)
    content = fields.get("content", text)
    task = make.task(content, "vp", "nv", text)
    group = make.task("Nhóm", children=(task,))
    progress = make.progress([group], [make.occurrence(content, "once", vp=record)], title=text)
    units = [
        replace(one, name=f"{text}{one.id}") if one.id in {"vp", "nv"} else one
        for one in make.directory.respondents
    ]
    plan = replace(progress.plan, agency=text)
    return replace(progress, directory=Directory(tuple(units)), plan=plan)


def written(path: Path) -> dict[str, tuple[object, str, bool]]:
    cells: dict[str, tuple[object, str, bool]] = {}
    for worksheet in load_workbook(path).worksheets:
        for row in worksheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    place = f"{worksheet.title}!{cell.coordinate}"
                    cells[place] = (cell.value, cell.data_type, bool(cell.quotePrefix))
    return cells


# The sheets whose sums are calculated; nowhere else stands a formula.
FORMULAS = {("Tổng hợp", "f"), ("Theo nhóm", "f")}


@pytest.mark.parametrize("unit", [None, "vp", "nv"])
@pytest.mark.parametrize("text", PAYLOADS)
def test_text_stays_text_in_every_field(make: Maker, text: str, unit: str | None) -> None:
    progress = with_text(make, text)
    cells = written(make.file(progress, unit=unit))
    ours = {
        place: cell
        for place, cell in cells.items()
        if text in str(cell[0]) and (place.split("!")[0], cell[1]) not in FORMULAS
    }
    exact = [place for place, cell in ours.items() if cell[0] == text]
    for column in "BEJKMNO" if unit != "nv" else "BE":
        assert f"Tiến độ!{column}8" in exact
    assert cells["Tiến độ!C8"][0] == f"{text}vp"
    assert cells["Tiến độ!D8"][0] == f"{text}nv"
    assert cells["Tiến độ!A3"][0] == text
    for value, kind, quoted in ours.values():
        assert kind == "s"
        assert quoted == str(value).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_no_formula_but_those_of_the_summary(make: Maker) -> None:
    workbook = load_workbook(make.file(with_text(make, "=1+1")))
    kinds = {
        (worksheet.title, cell.data_type)
        for worksheet in workbook.worksheets
        for row in worksheet.iter_rows()
        for cell in row
        if cell.data_type in {"f", "e"}
    }
    assert kinds == FORMULAS


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_bold_name_among_others_stays_text(make: Maker, payload: str) -> None:
    names = {"a": payload, "b": f"{payload} b"}
    units = [Respondent(one, RespondentKind.DIVISION, name) for one, name in names.items()]
    progress = make.progress(
        [make.task("Việc", "a b", "", "Hạn")], [make.occurrence("Việc", "once")]
    )
    progress = replace(progress, directory=Directory(tuple(units)))
    cells = written(make.file(progress, unit="b"))
    assert cells["Tiến độ!C7"][:2] == (f"{payload}; {payload} b", "s")


def test_the_longest_text_of_a_cell_is_written_whole(make: Maker) -> None:
    text = "ộ" * 32_767
    progress = with_text(make, "chữ", result=text)
    assert written(make.file(progress))["Tiến độ!J8"][0] == text


@pytest.mark.parametrize("text", ["a" * 32_768, "ộ" * 40_000, "🙂" * 16_384])
@pytest.mark.parametrize(("field", "heading"), [("result", "Kết quả"), ("note", "Ghi chú")])
def test_longer_text_is_refused_and_named(
    make: Maker, tmp_path: Path, text: str, field: str, heading: str
) -> None:
    progress = with_text(make, "chữ", **{field: text})
    with pytest.raises(Refused) as refusal:
        make.file(progress)
    assert f"STT 1.1, cột “{heading}”" in refusal.value.message
    assert "32.767" in refusal.value.message
    assert list(tmp_path.iterdir()) == []


def test_too_long_a_content_is_refused_and_named(make: Maker) -> None:
    with pytest.raises(Refused, match=r"STT 1\.1, cột “Nội dung công việc”"):
        make.file(with_text(make, "chữ", content="a" * 32_768))


@pytest.mark.parametrize("character", ["\0", "\x02", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud800"])
def test_a_character_xml_cannot_hold_is_refused_and_named(make: Maker, character: str) -> None:
    with pytest.raises(Refused, match=r"STT 1\.1, cột “Minh chứng”"):
        make.file(with_text(make, "chữ", evidence=f"Công văn{character} số 5"))
