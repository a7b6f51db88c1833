"""Progress sheets out: one for all, one for a unit, or one for each unit.

What goes out counts as sent: to whom, when and what every cell held is kept under the
sheet's version, so that the returned sheet can be compared with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tthc_desktop.domain.periods import Period, parse_period
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.sent_sheet import SentSheet
from tthc_desktop.domain.sheet_return import ReturnTerms, return_words
from tthc_desktop.errors import Refused, StorageTrouble, WrongCall
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.safe_file import (
    check_target,
    replace_files,
    sync_file,
    temporary_beside,
    told_as_trouble,
)
from tthc_desktop.use_cases.opening import find_unit, open_plan
from tthc_desktop.use_cases.sheet_sending import SENT_STATES, kept_as_sent, usual_terms

_SUFFIX = ".xlsx"


def export_sheet(
    units: UnitsOfWork,
    plan_id: str | None,
    to: Path,
    *,
    today: date,
    force: bool,
    period: str | None = None,
    division: str | None = None,
    each_division: bool = False,
    only: Collection[str] | None = None,
    terms: ReturnTerms | None = None,
) -> tuple[Path, ...]:
    """Write progress sheets and return their files; all of them or none.

    *to* is an .xlsx file, or an existing folder in which files are named by unit and
    period. Of each division *only* these (ids) get one. *terms* are what units' sheets say of
    their return, None the usual: the working day after the period's closing. Raises
    WrongCall, Refused or StorageTrouble as for every export.
    """
    chosen = _period(period)
    _check_place(to, each_division=each_division)
    opened = open_plan(units, plan_id)
    wanted = [
        one
        for one in _wanted(opened, chosen, division, each_division=each_division)
        if only is None or one in only
    ]
    targets = [_target(to, opened, unit, chosen) for unit in wanted]
    for target in targets:
        check_target(target, force=force)
    is_kept = _is_kept(units, opened, wanted)
    sheets = [_Sheet(unit, to, is_kept) for unit, to in zip(wanted, targets, strict=True)]
    _write_all(units, opened, sheets, chosen, today, terms or usual_terms(opened, chosen))
    return tuple(targets)


class _Sheet(NamedTuple):
    unit: str | None
    target: Path
    is_kept: bool


def _period(key: str | None) -> Period | None:
    if key is None:
        return None
    period = parse_period(key)
    if period is None:
        message = f"Không có kỳ “{key}”. Viết như 2026-01, 2026-Q1, 2026-H1, 2026-9M, 2026."
        raise Refused(message)
    return period


def _check_place(to: Path, *, each_division: bool) -> None:
    is_file = to.suffix.lower() == _SUFFIX and not to.is_dir()
    if to.is_dir() or (is_file and not each_division):
        return
    if is_file:
        message = "Xuất cho từng đơn vị thì --to phải là một thư mục."
        raise WrongCall(message)
    if to.suffix:
        message = f"Phiếu tiến độ chỉ xuất ra .xlsx, không phải “{to.name}”."
        raise WrongCall(message)
    message = f"Không có thư mục “{to}”. Hãy tạo thư mục hoặc chọn nơi khác. Chưa ghi gì."
    raise StorageTrouble(message)


def _wanted(
    opened: PlanProgress, period: Period | None, division: str | None, *, each_division: bool
) -> Iterator[str | None]:
    from tthc_desktop.sheets.progress_rows import units_of_period

    if division is not None and each_division:
        message = "Chỉ dùng một trong hai: --division hoặc --each-division."
        raise WrongCall(message)
    if each_division:
        yield from units_of_period(opened, period)
    elif division is not None:
        yield find_unit(opened.directory, division).id
    else:
        yield None


def _target(to: Path, opened: PlanProgress, unit: str | None, period: Period | None) -> Path:
    from tthc_desktop.sheets.progress_rows import sheet_file_name

    if not to.is_dir():
        return to
    name = opened.directory.get(unit).name if unit else None
    return to / sheet_file_name(opened, name, period)


def _is_kept(units: UnitsOfWork, opened: PlanProgress, wanted: list[str | None]) -> bool:
    """Whether the sheets are kept as sent.

    Those of a plan that is only read are not. The sheet of all units may be looked at from a
    data file that cannot be written; a unit's sheet is to come back, so StorageTrouble.
    """
    if opened.plan.state not in SENT_STATES:
        return False
    try:
        with units.writing() as work:
            # A file that is only read is found by the first act on it, not by beginning.
            work.sheets.remove(())
            return True
    except StorageTrouble:
        if any(wanted):
            raise
        return False


def _write_all(
    units: UnitsOfWork,
    opened: PlanProgress,
    wanted: list[_Sheet],
    period: Period | None,
    today: date,
    terms: ReturnTerms | None,
) -> None:
    """Write every sheet to its temporary name first, then put all of them in place.

    They are kept as sent before the first is put in place: a sheet somewhere outside that
    this data file does not know could not be taken back in.
    """
    from tthc_desktop.sheets.progress_rows import progress_sheet
    from tthc_desktop.sheets.progress_workbook import (
        check_progress_sheet,
        write_progress_sheet,
    )
    from tthc_desktop.sheets.sent_rows import sent_sheet, versioned

    with ExitStack() as stack:
        written: list[tuple[Path, Path]] = []
        sent: list[SentSheet] = []
        for unit, target, is_kept in wanted:
            stack.enter_context(told_as_trouble(target))
            temporary = stack.enter_context(temporary_beside(target))
            asked = terms if unit else None
            told = return_words(asked) if asked else ""
            sheet = progress_sheet(opened, today, period=period, unit=unit, instruction=told)
            if is_kept:
                kept = sent_sheet(sheet, opened.plan.id, period, target.name, asked)
                sheet, kept = versioned(sheet, kept)
                sent.append(kept)
            write_progress_sheet(sheet, temporary)
            sync_file(temporary)
            check_progress_sheet(temporary)
            written.append((temporary, target))
        with kept_as_sent(units, sent):
            replace_files(written)
