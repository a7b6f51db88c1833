"""What is told before printing: findings of the check, and what a draft leaves blank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tthc_desktop.domain.findings import Finding, Severity
from tthc_desktop.domain.plan import Plan

# Paper, margins, font and colour: nd30.md, section 5.
_LOOK_RULES = ("L01", "L02", "L03", "L04")


@dataclass(frozen=True, slots=True)
class Check:
    """A line of the list: an icon's name and words; `details` are shown when asked for."""

    icon: str
    words: str
    details: tuple[str, ...] = ()


CHECKING = (Check("info", "Đang kiểm văn bản…"),)


def checks_of(plan: Plan, findings: Sequence[Finding] | None) -> tuple[Check, ...]:
    """Return what to tell of *plan*; without *findings* that nothing could be checked."""
    told: list[Check] = []
    if findings is None:
        told.append(Check("info", "Chưa kiểm được văn bản"))
    else:
        told += _of_findings(findings)
    if (blank := blank_words(plan)) and plan.number is None:
        told.append(Check("info", blank))
    return tuple(told)


def blank_words(plan: Plan) -> str:
    """Return what of number and date is still blank, empty where nothing is."""
    no_number, no_day = plan.number is None, plan.date.as_date() is None
    if no_number and no_day:
        return "Số và ngày còn để trống"
    return "Số còn để trống" if no_number else "Ngày còn để trống" if no_day else ""


def _of_findings(findings: Sequence[Finding]) -> list[Check]:
    errors = [one for one in findings if one.severity is Severity.ERROR]
    warnings = [one for one in findings if one.severity is Severity.WARNING]
    told = []
    if errors:
        told.append(Check("error", f"{len(errors)} lỗi trong văn bản", _told(errors)))
    if warnings:
        told.append(Check("warning", f"{len(warnings)} điều cần xem lại", _told(warnings)))
    if not errors and not warnings:
        told.append(Check("state-done", "Văn bản: không có lỗi"))
    if not any(one.rule in _LOOK_RULES for one in findings):
        told.append(Check("state-done", "Khổ giấy, lề, phông chữ: đạt"))
    return told


def _told(findings: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(f"– {one.message}" for one in findings)
