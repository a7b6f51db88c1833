from tests.command_line import Tthc

TODAY = ("--today", "2026-07-01")


def rows(tthc: Tthc) -> dict[str, dict[str, object]]:
    listed = tthc.json("task", "list", "--plan", tthc.plan_id("control"))
    return {row["number"]: row for row in listed}


def led_by_one(tthc: Tthc) -> str:
    return next(
        number
        for number, row in rows(tthc).items()
        if isinstance(row["occurrences"], list)
        and len(row["occurrences"]) == 1
        and sum(unit["role"] == "lead" for unit in row["occurrences"][0]["units"]) == 1
        and any(unit["role"] == "coordinating" for unit in row["occurrences"][0]["units"])
    )


def led_by_many(tthc: Tthc) -> tuple[str, str]:
    for number, row in rows(tthc).items():
        assert isinstance(row["occurrences"], list)
        for one in row["occurrences"]:
            leads = [unit for unit in one["units"] if unit["role"] == "lead"]
            if len(leads) > 2 and one["state"] != "done":
                return number, one["period"]
    raise AssertionError


def test_every_leaf_has_an_occurrence_and_no_group_has_one(tthc: Tthc) -> None:
    for row in rows(tthc).values():
        assert bool(row["occurrences"]) is not row["group"]


def test_set_changes_words_and_units_and_makes_occurrences_anew(tthc: Tthc) -> None:
    plan = tthc.plan_id("control")
    number = led_by_one(tthc)
    before = rows(tthc)[number]
    changed = tthc.json(
        "task", "set", "--plan", plan, "--number", number,
        "content=Nội dung\u00a0 mới", "timing=Trước ngày 20/12/2026",
        "lead=Phòng Pháp chế; Văn phòng", "coordinating=",
    )  # fmt: skip
    assert changed["content"] == "Nội dung mới"
    assert changed["lead"] == ["Phòng Pháp chế", "Văn phòng"]
    assert changed["coordinating"] == []
    assert changed["id"] == before["id"]
    assert changed["warnings"] == []
    after = rows(tthc)[number]
    assert isinstance(after["occurrences"], list)
    assert "once" in [one["period"] for one in after["occurrences"]]


def test_set_refuses_what_it_does_not_know(tthc: Tthc) -> None:
    plan = tthc.plan_id("control")
    start = ("task", "set", "--plan", plan, "--number")
    before = tthc.data.read_bytes()
    assert tthc.run(*start, "99.9", "timing=x") == 3
    assert tthc.run(*start, "1.1", "lead=Phòng Không Có") == 3
    assert tthc.run(*start, "1.1", "content=  ") == 3
    assert tthc.run(*start, "1.1", "deadline=x") == 2
    assert tthc.run(*start, "1.1") == 2
    assert tthc.run("task", "set", "--plan", "abcdef0123", "--number", "1.1", "timing=x") == 3
    assert tthc.data.read_bytes() == before


def test_a_new_timing_keeps_what_was_recorded(tthc: Tthc) -> None:
    plan = tthc.plan_id("control")
    number, period = led_by_many(tthc)
    tthc.run(
        "task", "record", "--plan", plan, "--number", number, "--period", period,
        "--state", "in_progress", "--note", "Giữ lại",
    )  # fmt: skip
    tthc.json("task", "set", "--plan", plan, "--number", number, "timing=Khi có văn bản")
    kept = rows(tthc)[number]["occurrences"]
    assert isinstance(kept, list)
    assert [one["note"] for one in kept if one["period"] == period] == ["Giữ lại"]


def test_record_done_takes_today_and_warns_without_evidence(tthc: Tthc) -> None:
    plan, number = tthc.plan_id("control"), led_by_one(tthc)
    tthc.json("task", "set", "--plan", plan, "--number", number, "timing=Khi có yêu cầu")
    start: tuple[str, ...] = (
        "task",
        "record",
        "--plan",
        plan,
        "--number",
        number,
        "--period",
        "once",
        *TODAY,
    )
    start = (*start, "--reason", "", "--evidence")
    done = tthc.json(*start, "", "--state", "done", code=1)
    assert (done["state"], done["done_on"], done["percent"]) == ("done", "2026-07-01", 100)
    assert len(done["warnings"]) == 1
    evidence = "Báo cáo số 5/BC-STMDV"
    done = tthc.json(*start, evidence, "--state", "done", "--done-on", "2026-06-30")
    assert (done["done_on"], done["evidence"], done["warnings"]) == ("2026-06-30", evidence, [])
    reopened = tthc.json(*start, evidence, "--state", "in_progress", "--percent", "40")
    assert (reopened["state"], reopened["done_on"], reopened["percent"]) == (
        "in_progress", None, 40,
    )  # fmt: skip


def test_closing_by_the_office_goes_before_many_units(tthc: Tthc) -> None:
    plan, (number, period) = tthc.plan_id("control"), led_by_many(tthc)
    start = ("task", "record", "--plan", plan, "--number", number, "--period", period, *TODAY)
    closed = tthc.json(
        *start, "--state", "done", "--evidence", "Văn bản số 1", "--reason", "Đã đủ", "--done-on",
        "2026-06-29",
    )  # fmt: skip
    assert (closed["state"], closed["done_on"], closed["evidence"]) == (
        "done", "2026-06-29", "Văn bản số 1",
    )  # fmt: skip
    assert any(unit["state"] != "done" for unit in closed["units"])


def test_one_unit_of_many_is_recorded_for_itself(tthc: Tthc) -> None:
    plan, (number, period) = tthc.plan_id("control"), led_by_many(tthc)
    occurrences = rows(tthc)[number]["occurrences"]
    assert isinstance(occurrences, list)
    units = next(one["units"] for one in occurrences if one["period"] == period)
    unit = next(
        one["division"] for one in units if one["role"] == "lead" and one["state"] != "done"
    )
    start = ("task", "record", "--plan", plan, "--number", number, "--period", period)
    done = tthc.json(*start, "--division", unit, "--state", "paused", "--note", "Chờ", *TODAY)
    states = {one["division"]: one["state"] for one in done["units"]}
    others = {one["division"]: one["state"] for one in units} | {unit: "paused"}
    assert states == others
    assert done["state"] == "in_progress"


def test_a_coordinating_unit_has_result_difficulty_and_note_only(tthc: Tthc) -> None:
    plan, number = tthc.plan_id("control"), led_by_one(tthc)
    occurrences = rows(tthc)[number]["occurrences"]
    assert isinstance(occurrences, list)
    unit = next(one["division"] for one in occurrences[0]["units"] if one["role"] == "coordinating")
    start = ("task", "record", "--plan", plan, "--number", number, "--division", unit)
    assert tthc.run(*start, "--state", "done") == 3
    assert tthc.run(*start, "--percent", "5") == 3
    done = tthc.json(*start, "--result", "Đã góp ý", "--difficulty", "Thiếu biểu", "--note", "x")
    own = next(one for one in done["units"] if one["division"] == unit)
    assert (own["result"], own["difficulty"], own["note"], own["state"]) == (
        "Đã góp ý", "Thiếu biểu", "x", None,
    )  # fmt: skip


def test_record_refuses_impossible_values(tthc: Tthc) -> None:
    plan, number = tthc.plan_id("control"), led_by_one(tthc)
    start = ("task", "record", "--plan", plan, "--number", number)
    before = tthc.data.read_bytes()
    assert tthc.run(*start, "--state", "xong") == 3
    assert tthc.run(*start, "--state", "done", "--done-on", "2026-02-31") == 3
    assert tthc.run(*start, "--state", "done", "--percent", "101") == 3
    assert tthc.run(*start, "--state", "done", "--period", "2026-Q7") == 3
    assert tthc.run(*start, "--state", "done", "--division", "Phòng Không Có") == 3
    assert tthc.run("task", "record", "--plan", plan, "--number", "1", "--state", "done") == 3
    assert tthc.run(*start, "--state", "done", "--today", "2026-13-01") == 3
    assert tthc.data.read_bytes() == before
