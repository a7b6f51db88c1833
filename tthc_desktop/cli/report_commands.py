"""`report …` commands."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from tthc_desktop.cli.call import Answer, Call, Command, parse_year
from tthc_desktop.cli.check_commands import finding_json, findings_text
from tthc_desktop.domain.findings import Severity
from tthc_desktop.domain.occurrences import SHIPPED_CALENDAR
from tthc_desktop.domain.reporting.report import ReportKind
from tthc_desktop.domain.reporting.windows import report_windows
from tthc_desktop.errors import Refused, WrongCall
from tthc_desktop.use_cases.report_calendar import office_report_calendar
from tthc_desktop.use_cases.reporting.report_export import export_report
from tthc_desktop.use_cases.reporting.reports import check_report, create_report, set_figure
from tthc_desktop.use_cases.working_days import office_working_days, shipped_working_days


def _configure_periods(parser: ArgumentParser) -> None:
    parser.add_argument("--year", required=True)


def _periods(call: Call) -> Answer:
    year = parse_year(call.arguments.year)
    days, calendar = shipped_working_days(), SHIPPED_CALENDAR
    if call.data_file().exists():
        with call.units().reading() as work:
            days, calendar = office_working_days(work), office_report_calendar(work)
    windows = list(report_windows(year, days, calendar))
    document = [
        {
            "period": one.period,
            "from": one.start.isoformat(),
            "to": one.end.isoformat(),
            "due": one.due.isoformat(),
        }
        for one in windows
    ]
    lines = [
        f"{one.period:8}  {one.start:%d/%m/%Y} - {one.end:%d/%m/%Y}  hạn gửi {one.due:%d/%m/%Y}"
        for one in windows
    ]
    return Answer(document, "\n".join(lines))


def _configure_create(parser: ArgumentParser) -> None:
    parser.add_argument("--kind", required=True)
    parser.add_argument("--period", required=True)


def _create(call: Call) -> Answer:
    kinds = [one.value for one in ReportKind]
    kind: str = call.arguments.kind
    if kind not in kinds:
        raise WrongCall(f"--kind là một trong: {', '.join(kinds)}. Xem: tthc --help")
    report = create_report(call.units(), ReportKind(kind), call.arguments.period)
    return Answer({"report": report.id}, f"Đã tạo báo cáo {report.id}.")


def _configure_set(parser: ArgumentParser) -> None:
    names = {"id": "ID", "form": "FORM", "row": "ROW", "column": "COL", "value": "VALUE"}
    for name, told in names.items():
        parser.add_argument(name, metavar=told)


def _set(call: Call) -> Answer:
    given = call.arguments
    if not (given.column.isascii() and given.column.isdecimal()):
        raise Refused(f"“{given.column}” không phải số của cột. Chưa thay đổi gì.")
    report = set_figure(
        call.units(), given.id, given.form, given.row, int(given.column), given.value
    )  # fmt: skip
    return Answer(
        {"report": report.id}, f"Đã ghi biểu {given.form}, dòng “{given.row}”, cột {given.column}."
    )


def _configure_id(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID")


def _check(call: Call) -> Answer:
    findings = check_report(call.units(), call.arguments.id)
    return Answer(
        {"findings": [finding_json(one) for one in findings]},
        findings_text(findings) if findings else "Các phép kiểm tra số liệu đều đạt.",
        warned=any(one.severity is not Severity.INFO for one in findings),
    )


def _configure_export(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID")
    parser.add_argument("--to", required=True)


def _export(call: Call) -> Answer:
    done = export_report(
        call.units(),
        call.arguments.id,
        Path(call.arguments.to),
        today=call.today,
        new_painter=call.program.new_painter,
        force=call.force,
    )
    document: dict[str, object] = {"file": str(done.file)}
    if done.pages is not None:
        document["pages"] = done.pages
    lack = " Tệp không có biểu đồ vì máy này không vẽ được." if done.lacks_pictures else ""
    return Answer(document, f"Đã xuất báo cáo ra {done.file}.{lack}")


COMMANDS = (
    Command(
        ("report", "periods"),
        "report periods --year Y",
        "liệt kê các kỳ báo cáo của một năm với ngày chốt số liệu và hạn gửi",
        _periods,
        _configure_periods,
    ),
    Command(
        ("report", "create"),
        "report create --kind control|communication --period P",
        "tạo báo cáo của một kỳ",
        _create,
        _configure_create,
    ),
    Command(
        ("report", "set"),
        "report set ID FORM ROW COL VALUE",
        "ghi một ô số liệu của biểu (thêm dòng nếu chưa có)",
        _set,
        _configure_set,
    ),
    Command(
        ("report", "check"),
        "report check ID",
        "kiểm tra số liệu các biểu của báo cáo",
        _check,
        _configure_id,
    ),
    Command(
        ("report", "export"),
        "report export ID --to F.docx|F.xlsx|F.pdf [--force]",
        "xuất báo cáo ra Word, Excel hoặc PDF",
        _export,
        _configure_export,
    ),
)
