"""The kinds of file a plan goes out as, and the names they are offered under."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tthc_desktop.domain.plan import Plan
from tthc_desktop.vietnamese_text import clean_line
from ui.session.wording import document_number, plan_name

_LONGEST_NAME = 150
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\x00-\x1f]')


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """Words and suffix of a kind of file; `name` is filled with the plan's name."""

    suffix: str
    files: str
    asked: str
    working: str
    done: str
    failed: str
    name: str


WORD = ExportFormat(
    ".docx",
    "Tệp Word (*.docx)",
    "Xuất kế hoạch ra Word",
    "Đang xuất kế hoạch ra Word…",
    "Đã xuất kế hoạch ra Word",
    "Chưa xuất được kế hoạch ra Word",
    "{plan}",
)
PDF = ExportFormat(
    ".pdf",
    "Tệp PDF (*.pdf)",
    "Xuất kế hoạch ra PDF",
    "Đang xuất kế hoạch ra PDF…",
    "Đã xuất kế hoạch ra PDF",
    "Chưa xuất được kế hoạch ra PDF",
    "{plan}",
)
EXCEL = ExportFormat(
    ".xlsx",
    "Tệp Excel (*.xlsx)",
    "Xuất phiếu tiến độ ra Excel",
    "Đang xuất phiếu tiến độ ra Excel…",
    "Đã xuất phiếu tiến độ ra Excel",
    "Chưa xuất được phiếu tiến độ ra Excel",
    "Phiếu tiến độ {plan}",
)


def proposed_name(plan: Plan, form: ExportFormat) -> str:
    """Return the file name offered: diacritics kept, nothing a file system refuses."""
    number = document_number(plan)
    whole = form.name.format(plan=" ".join(filter(None, (plan_name(plan), number))))
    return safe_name(whole) + form.suffix


def safe_name(words: str) -> str:
    """Return *words* as a file name without suffix, at most 150 characters."""
    name = _NOT_IN_NAMES.sub("", re.sub(r"[\\/]", "-", clean_line(words)))
    # Windows drops dots and blanks at the end by itself and then does not find the file.
    return name[:_LONGEST_NAME].rstrip(". ") or "Kế hoạch"
