"""The five real plans carried over: every year in them, told one by one."""

from pathlib import Path
from typing import Any

import pytest

from tests.command_line import Tthc

pytestmark = pytest.mark.shared
SEEDS = ("000", "001", "002", "003", "004")


def seed(shared_folder: Path, name: str) -> Path:
    return next((shared_folder / "seeds").glob(f"{name}_*.txt"))


def carried(fresh: Tthc, file: Path, year: int) -> tuple[Any, Any, Any]:
    assert fresh.run("plan", "import", file) in (0, 1), fresh.err
    (plan,) = fresh.json("plan", "list")
    before = fresh.json("plan", "show", plan["id"])
    done = fresh.json(
        "plan", "carry-over", plan["id"], "--year", year, "--today", f"{year - 1}-12-20", code=1
    )
    return before, fresh.json("plan", "show", done["plan"]), done["to_review"]


def strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in strings(one)]
    if isinstance(value, list):
        return [text for one in value for text in strings(one)]
    # Numbers, symbols and ids are single words.
    return [value] if isinstance(value, str) and " " in value else []


def test_the_first_plan_with_a_table(fresh: Tthc, shared_folder: Path) -> None:
    before, after, review = carried(fresh, seed(shared_folder, "001"), 2027)
    assert after["title"].endswith("năm 2027.")
    assert (after["number"], after["date"]) == (None, {"day": None, "month": None, "year": 2027})
    old = [one for annex in before["annexes"] for one in annex["tasks"]]
    tasks = [one for annex in after["annexes"] for one in annex["tasks"]]
    assert len(tasks) == 23
    by_number = {one["number"]: one for one in tasks}
    assert by_number["1.1"]["timing"] == "Trước ngày 25/01/2027"
    assert "năm 2027" in by_number["1.1"]["content"]
    assert "Quyết định số 766/QĐ-TTg ngày 23/06/2022" in by_number["1.5"]["content"]
    (basis,) = after["legal_bases"]
    assert (basis["number"], basis["date"]) == ("182/QĐ-UBND", "2025-12-25")
    assert "năm 2026. Sở" in basis["text"]
    assert basis["text"].endswith("năm 2027 với những nội dung sau:")
    assert [one["previous"] for one in tasks] == [one["id"] for one in old]
    told = {(one["where"], one["quote"]) for one in review}
    assert ("section III.1", "lãnh đạo Ban") in told
    assert ("task 1.1", "Ban Dân tộc") in told
    assert ("annex", "BAN DÂN TỘC") in told
    assert any(where == "legal_bases" and "182/QĐ-UBND" in quote for where, quote in told)
    unfinished = {one["where"] for one in review if "chưa hoàn thành" in one["reason"]}
    assert unfinished == {f"task {one['number']}" for one in tasks if not one["group"]}
    unassigned = [one["where"] for one in review if one["reason"].startswith("Chưa có")]
    assert unassigned == ["task 3.4"]


@pytest.mark.parametrize("name", SEEDS)
def test_every_year_outside_a_citation_moves_and_none_inside(
    fresh: Tthc, shared_folder: Path, name: str
) -> None:
    year = 2021 if name == "003" else 2026
    before, after, _ = carried(fresh, seed(shared_folder, name), year + 1)
    for was, now in zip(strings(before), strings(after), strict=True):
        if was.startswith("(Kèm theo"):
            continue
        cited = CITED_YEARS[name]
        moved = was
        for place, words in enumerate(cited):
            moved = moved.replace(words, f"<{place}>")
        moved = moved.replace(str(year), str(year + 1))
        for place, words in enumerate(cited):
            moved = moved.replace(f"<{place}>", words)
        assert now == moved


# What stands in the five plans with the plan's own year and belongs to a cited document.
CITED_YEARS = {
    "000": ("trên môi trường điện tử năm 2026.",),
    "001": ("trên địa bàn tỉnh Thái Nguyên năm 2026.",),
    "002": (
        "05/02/2026",
        "trên môi trường điện tử năm 2026.",
        "08/01/2026",
        "ngân sách nhà nước năm 2026",
        "cạnh tranh quốc gia năm 2026",
    ),
    "003": (
        (
            "hành chính và thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết TTHC trên "
            "địa bàn tỉnh Thái Nguyên năm 2021."
        ),
    ),
    "004": (
        "05 tháng 02 năm 2026",
        "năm 2026 trên địa bàn tỉnh An Giang",
        "11/02/2026",
        "năm 2026 của Sở Tư pháp.",
    ),
}
