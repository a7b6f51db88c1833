"""`plan …` commands."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from tthc_desktop.cli.call import Answer, Call, Command
from tthc_desktop.cli.json_forms import plan_json, summary_json
from tthc_desktop.cli.person_texts import plan_list_text, plan_text
from tthc_desktop.use_cases.opening import list_plans, open_plan


def _configure_import(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--reference", action="store_true")


def _import(call: Call) -> Answer:
    from tthc_desktop.use_cases.plan_import import import_plan

    done = import_plan(
        call.data_file(),
        Path(call.arguments.file),
        today=call.today,
        reference=call.arguments.reference,
    )
    lines = [f"Đã nhập kế hoạch {done.plan_id} ({done.tasks} dòng nhiệm vụ)."]
    lines += [f"Cảnh báo – {one.where}: {one.message}" for one in done.warnings]
    lines += [f"Chưa hiểu: {text}" for text in done.not_understood]
    return Answer(
        {
            "plan": done.plan_id,
            "tasks": done.tasks,
            "warnings": [{"where": one.where, "message": one.message} for one in done.warnings],
            "not_understood": list(done.not_understood),
        },
        "\n".join(lines),
        warned=bool(done.warnings or done.not_understood),
    )


def _list(call: Call) -> Answer:
    plans = list_plans(call.units())
    return Answer([summary_json(one) for one in plans], plan_list_text(plans))


def _configure_show(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", nargs="?")


def _show(call: Call) -> Answer:
    opened = open_plan(call.units(), call.arguments.id)
    return Answer(plan_json(opened.plan, opened.directory), plan_text(opened))


def _configure_export(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", nargs="?")
    parser.add_argument("--to", required=True)
    parser.add_argument("--current", action="store_true")


def _export(call: Call) -> Answer:
    from tthc_desktop.use_cases.plan_export import export_plan

    done = export_plan(
        call.units(),
        call.arguments.id,
        Path(call.arguments.to),
        new_painter=call.program.new_painter,
        force=call.force,
        current=call.arguments.current,
    )
    document: dict[str, object] = {"file": str(done.file)}
    text = f"Đã xuất kế hoạch ra {done.file}."
    if done.pages is not None:
        document["pages"] = done.pages
        text = f"Đã xuất kế hoạch ra {done.file} ({done.pages} trang)."
    return Answer(document, text)


COMMANDS = (
    Command(
        ("plan", "import"),
        "plan import FILE.docx|FILE.txt [--reference]",
        "nhập kế hoạch từ Word hoặc tệp chữ; --reference: kế hoạch của cơ quan khác để đối chiếu",
        _import,
        _configure_import,
    ),
    Command(("plan", "list"), "plan list", "liệt kê kế hoạch", _list),
    Command(("plan", "show"), "plan show ID", "in cả kế hoạch", _show, _configure_show),
    Command(
        ("plan", "export"),
        "plan export ID --to F.docx|F.pdf [--current] [--force]",
        "xuất kế hoạch ra Word hoặc PDF",
        _export,
        _configure_export,
    ),
)
