"""`plan new` and `plan carry-over`: where a year's plan comes from."""

from __future__ import annotations

from argparse import ArgumentParser

from tthc_desktop.cli.call import Answer, Call, Command, parse_year
from tthc_desktop.errors import WrongCall

_KINDS = ("control", "communication")


def _configure_new(parser: ArgumentParser) -> None:
    parser.add_argument("--kind", required=True)
    parser.add_argument("--year", required=True)
    parser.add_argument("--template")


def _new(call: Call) -> Answer:
    from tthc_desktop.use_cases.templates import new_plan_from

    given = call.arguments
    if given.kind not in _KINDS:
        message = f"--kind là một trong: {', '.join(_KINDS)}. Xem: tthc --help"
        raise WrongCall(message)
    year = parse_year(given.year)
    plan_id = new_plan_from(call.data_file(), given.template or given.kind, year)
    return Answer({"plan": plan_id}, f"Đã tạo kế hoạch năm {year}: {plan_id}.")


def _configure_carry_over(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", nargs="?")
    parser.add_argument("--year", required=True)


def _carry_over(call: Call) -> Answer:
    from tthc_desktop.use_cases.carry_over import carry_over

    given = call.arguments
    year = parse_year(given.year)
    done = carry_over(call.units(), given.id, year, today=call.today)
    lines = [f"Đã chuyển kế hoạch sang năm {year}: {done.plan_id}."]
    lines += [f"Cần xem lại – {one.where}: “{one.quote}”. {one.reason}" for one in done.to_review]
    return Answer(
        {
            "plan": done.plan_id,
            "to_review": [
                {"where": one.where, "quote": one.quote, "reason": one.reason}
                for one in done.to_review
            ],
        },
        "\n".join(lines),
        warned=bool(done.to_review),
    )


COMMANDS = (
    Command(
        ("plan", "new"),
        "plan new --kind control|communication --year Y "
        "[--template control|communication|information|province]",
        "tạo kế hoạch từ mẫu có sẵn hoặc mẫu của cơ quan",
        _new,
        _configure_new,
    ),
    Command(
        ("plan", "carry-over"),
        "plan carry-over ID --year Y",
        "chuyển kế hoạch sang năm khác, kèm danh sách cần xem lại",
        _carry_over,
        _configure_carry_over,
    ),
)
