"""`timing`, `task due`, `calendar export` and T rules as a script sees them."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import Tthc

CONTROL_001 = "001_bac8a76d1f608aa3.txt"
REPORTS = "2026-03-17 2026-06-16 2026-09-16 2026-12-16 2026-12-16".split()
QUARTERS = "2026-03-31 2026-06-30 2026-09-30 2026-12-31 2026-12-31".split()
MONTHS = (
    "2026-01-30 2026-02-27 2026-03-31 2026-04-29 2026-05-29 2026-06-30 "
    "2026-07-31 2026-08-28 2026-09-30 2026-10-30 2026-11-30 2026-12-31"
).split()
CONTINUOUS = "1.2 1.3 1.6 2.1.1 2.1.2 3.1 3.2 3.5 4.1 4.2".split()


def test_timing_needs_no_data_file(fresh: Tthc) -> None:
    found = fresh.json("timing", "Trước ngày 25/01/2026", "--year", 2026)
    assert found == {
        "raw": "Trước ngày 25/01/2026",
        "clauses": [{"kind": "date", "date": "2026-01-25", "exclusive": True, "manner": ""}],
        "occurrences": [{"period": "once", "due": "2026-01-24", "overdue_from": "2026-01-25"}],
    }
    assert not fresh.data.exists()


def test_timing_by_the_content(fresh: Tthc) -> None:
    call = ("timing", "Định kỳ hàng Quý, năm", "--year", 2026)
    report = fresh.json(*call, "--content", "Báo cáo thực hiện kiểm soát thủ tục hành chính")
    assert [one["due"] for one in report["occurrences"]] == REPORTS
    assert report["clauses"][0]["every"] == ["quarter", "year"]
    assert report["clauses"][0]["anchor"] == "report_calendar"
    other = fresh.json(*call)
    assert [one["due"] for one in other["occurrences"]] == QUARTERS
    assert [one["period"] for one in other["occurrences"]] == [
        "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2026",
    ]  # fmt: skip


def test_timing_that_is_not_understood_is_a_warning(fresh: Tthc) -> None:
    (clause,) = fresh.json("timing", "31/02/2026", "--year", 2026, code=1)["clauses"]
    assert clause["kind"] == "unknown"
    assert "28 ngày" in clause["reason"]
    assert fresh.json("timing", "", "--year", 2026)["clauses"] == [{"kind": "empty", "manner": ""}]
    fresh.run("timing", "31/02/2026", "--year", 2026)
    assert "Chưa đọc được" in fresh.out


def test_timing_refuses_what_is_no_year(fresh: Tthc) -> None:
    assert fresh.run("timing", "Quý I") == 2
    for year in ("abc", "0", "99999", "-5", "2²"):
        assert fresh.run("timing", "Quý I", f"--year={year}") == 3


@pytest.fixture
def control_001(fresh: Tthc, shared_folder: Path) -> Tthc:
    seed = shared_folder / "seeds" / CONTROL_001
    assert fresh.run("plan", "import", seed, "--today", "2026-01-05") in (0, 1)
    return fresh


def test_the_occurrences_of_a_real_plan(control_001: Tthc) -> None:
    """The whole list, checked by hand against the plan's words."""
    rows: dict[str, list[dict[str, Any]]] = {
        row["number"]: row["occurrences"] for row in control_001.json("task", "list")
    }
    dated = {
        number: [one["due"] for one in occurrences if one["due"]]
        for number, occurrences in rows.items()
    }
    assert {number: days for number, days in dated.items() if days} == {
        "1.1": ["2026-01-24"],
        "1.5": [*MONTHS, *REPORTS],
        "2.2": REPORTS,
        "3.3": QUARTERS,
    }
    reviews = [f"2026-Q{one}" for one in range(1, 5)]
    for number in CONTINUOUS:
        assert [one["period"] for one in rows[number]] == reviews
        assert [one["due"] for one in rows[number]] == [None] * 4
    once = {
        number: one[0]["state"] for number, one in rows.items() if len(one) == 1 and number != "1.1"
    }
    assert once == {
        "1.4": "waiting_document", "1.7": "waiting_document", "1.8": "waiting_document",
        "3.4": "not_started",
    }  # fmt: skip
    assert sum(len(one) for one in rows.values()) == 28 + 40 + 3 + 1


def test_the_rules_of_the_table_on_a_real_plan(control_001: Tthc) -> None:
    findings = control_001.json("plan", "check", code=1)["findings"]
    ours = [(one["rule"], one["where"]) for one in findings if one["rule"].startswith("T")]
    assert ("T20", "task 3.4") in ours
    assert ("T21", "task 3.4") in ours
    assert ("T25", "task 1.1") in ours
    assert ("T26", "task 1.5") in ours
    assert Counter(rule for rule, _ in ours if rule in ("T22", "T23", "T24", "T27")) == {}


def test_due_is_sorted_and_says_how_late(tthc: Tthc) -> None:
    rows = tthc.json("task", "due", "--today", "2026-07-01")
    assert rows
    assert [row["due"] for row in rows] == sorted(row["due"] for row in rows)
    for row in rows:
        assert set(row) == {
            "plan", "number", "content", "lead", "period", "due", "overdue_days", "state",
        }  # fmt: skip
        assert row["due"] <= "2026-07-08"
        assert row["state"] in ("not_started", "in_progress")
        assert (row["overdue_days"] > 0) is (row["due"] < "2026-07-01")
    assert any(row["overdue_days"] for row in rows)
    more = tthc.json("task", "due", "--within", 200, "--today", "2026-07-01")
    assert len(more) > len(rows)
    assert tthc.json("task", "due", "--within", 0, "--today", "2026-01-02") == []


def test_due_of_a_division_is_its_own(tthc: Tthc) -> None:
    call = ("task", "due", "--today", "2026-10-01", "--within", 90)
    everybody = {(row["plan"], row["number"], row["period"]) for row in tthc.json(*call)}
    own = tthc.json(*call, "--division", "Phòng Pháp chế")
    assert {(row["plan"], row["number"], row["period"]) for row in own} <= everybody
    row = own[0]
    place = ("--plan", row["plan"], "--number", row["number"], "--period", row["period"])
    tthc.json(
        "task", "record", *place, "--division", "Phòng Pháp chế", "--state", "done",
        "--reason", "Chờ số liệu", "--evidence", "12/BC-VP", "--today", "2026-10-01",
    )  # fmt: skip
    left = tthc.json(*call, "--division", "Phòng Pháp chế")
    assert len(left) == len(own) - 1
    assert tthc.run("task", "due", "--division", "Phòng không có") == 3
    assert tthc.run("task", "due", "--within", "x") == 3


def test_what_the_office_closed_is_due_for_nobody(tthc: Tthc) -> None:
    call = ("task", "due", "--today", "2026-07-01")
    row = next(
        one for one in tthc.json(*call) if one["lead"] != [] and one["lead"][0].startswith("Các")
    )
    place = ("--plan", row["plan"], "--number", row["number"], "--period", row["period"])
    done = ("--state", "done", "--reason", "x", "--evidence", "y", "--today", "2026-07-01")
    tthc.json("task", "record", *place, *done)
    for more in ((), ("--division", "Phòng Pháp chế")):
        keys = [(one["number"], one["period"]) for one in tthc.json(*call, *more)]
        assert (row["number"], row["period"]) not in keys


def unfolded(file: Path) -> list[str]:
    content = file.read_bytes()
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    return content.decode().replace("\r\n ", "").split("\r\n")


def test_the_calendar_has_an_event_for_each_due_day(tthc: Tthc, tmp_path: Path) -> None:
    file = tmp_path / "Lịch của Sở.ics"
    answer = tthc.json("calendar", "export", "--to", file)
    lines = unfolded(file)
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    uids = [line for line in lines if line.startswith("UID:")]
    assert answer == {"file": str(file), "events": len(uids)}
    assert len(uids) == len(set(uids))
    assert all(re.fullmatch(r"UID:occurrence-[0-9a-f]+@tthc", uid) for uid in uids)
    starts = [line for line in lines if line.startswith("DTSTART")]
    listed = [
        one["due"]
        for plan in tthc.json("plan", "list")
        for row in tthc.json("task", "list", "--plan", plan["id"])
        for one in row["occurrences"]
        if one["due"]
    ]
    days = [f"DTSTART;VALUE=DATE:{day.replace('-', '')}" for day in listed]
    assert sorted(starts) == sorted(days)
    assert any("\\, " in line for line in lines if line.startswith("SUMMARY:"))


def test_an_event_keeps_its_uid_when_its_day_moves(tthc: Tthc, tmp_path: Path) -> None:
    plan = tthc.plan_id("control")
    first, second = tmp_path / "1.ics", tmp_path / "2.ics"
    tthc.json("calendar", "export", "--to", first, "--plan", plan)
    tthc.json("task", "set", "--plan", plan, "--number", "1.1", "timing=Trước ngày 27/01/2026")
    tthc.json("calendar", "export", "--to", second, "--plan", plan)

    def uids(file: Path) -> list[str]:
        return [line for line in unfolded(file) if line.startswith("UID:")]

    assert uids(first) == uids(second)
    assert "DTSTART;VALUE=DATE:20260126" in unfolded(second)


def test_the_calendar_refuses_as_every_export(tthc: Tthc, tmp_path: Path) -> None:
    file = tmp_path / "a.ics"
    assert tthc.run("calendar", "export", "--to", tmp_path / "a.txt") == 2
    assert tthc.run("calendar", "export", "--to", tmp_path / "no" / "a.ics") == 4
    assert tthc.run("calendar", "export", "--to", file, "--plan", "khong-co") == 3
    assert not file.exists()
    assert tthc.run("calendar", "export", "--to", file) == 0
    before = file.read_bytes()
    assert tthc.run("calendar", "export", "--to", file) == 3
    assert file.read_bytes() == before
    assert tthc.run("calendar", "export", "--to", file, "--force") == 0
