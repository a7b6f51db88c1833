"""`plan check`."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path

from tthc_desktop.cli.call import Answer, Call, Command
from tthc_desktop.domain.findings import Finding, Severity
from tthc_desktop.use_cases.plan_check import check_file, check_plan

_WORD = ".docx"
_SEVERITIES = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo", Severity.INFO: "Lưu ý"}
_PLACES = {
    "header": "phần đầu văn bản",
    "title": "tên loại, trích yếu",
    "legal_bases": "căn cứ",
    "opening": "phần mở đầu",
    "closing": "đoạn kết",
    "recipients": "nơi nhận",
    "signature": "chữ ký",
    "page": "trang",
}
_PLACE_WORDS = (
    (re.compile(r"^section (?=Điều)"), ""),
    (re.compile(r"^section "), "mục "),
    (re.compile(r"^task "), "nhiệm vụ "),
    (re.compile(r"^form (\S+) row (.+) column (\d+)$"), r"biểu \1, dòng “\2”, cột \3"),
    (re.compile(r"^table (\d+) row "), r"bảng \1 dòng "),
    (re.compile(r"^table "), "bảng "),
    (re.compile(r"^annex (?=\d)"), "phụ lục thứ "),
    (re.compile(r"^annex$"), "phụ lục"),
)


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID|FILE.docx", nargs="?")


def _check(call: Call) -> Answer:
    given: str | None = call.arguments.id
    if given and given.lower().endswith(_WORD):
        findings = check_file(Path(given), today=call.today)
    else:
        findings = check_plan(call.units(), given)
    return Answer(
        {"findings": [finding_json(one) for one in findings]},
        findings_text(findings),
        warned=any(one.severity is not Severity.INFO for one in findings),
    )


def findings_text(findings: Iterable[Finding]) -> str:
    """Return findings for a person: one paragraph each, then how many there are."""
    held = tuple(findings)
    if not held:
        return "Không thấy lỗi thể thức."
    counts = ", ".join(
        f"{number} {words.lower()}"
        for severity, words in _SEVERITIES.items()
        if (number := sum(one.severity is severity for one in held))
    )
    return "\n\n".join([*map(_text, held), f"Có {counts}."])


def place_words(where: str) -> str:
    """Return where a finding stands, in words for a person."""
    if where in _PLACES:
        return _PLACES[where]
    for pattern, words in _PLACE_WORDS:
        where = pattern.sub(words, where)
    return where


def _text(finding: Finding) -> str:
    head = f"{_SEVERITIES[finding.severity]} {finding.rule}, {place_words(finding.where)}"
    lines = [
        f"{head}: {finding.message}",
        *([f"    Chữ trong văn bản: “{finding.quote}”"] if finding.quote else []),
        f"    Cách sửa: {finding.suggestion}",
    ]
    return "\n".join(lines)


def finding_json(finding: Finding) -> dict[str, str]:
    """Return a finding as JSON."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "where": finding.where,
        "quote": finding.quote,
        "message": finding.message,
        "suggestion": finding.suggestion,
    }


COMMANDS = (
    Command(
        ("plan", "check"),
        "plan check ID|FILE.docx",
        "kiểm tra thể thức của một kế hoạch hoặc của một tệp Word",
        _check,
        _configure,
    ),
)
