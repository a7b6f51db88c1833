"""The annexes of a plan out as electronic documents of their own (Nghị định 30, Mẫu 2.2)."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.domain.plan import Annex, Plan
from tthc_desktop.errors import Refused, WrongCall
from tthc_desktop.ports import PagePainter, UnitsOfWork
from tthc_desktop.safe_file import (
    check_target,
    replace_file,
    sync_file,
    temporary_beside,
    told_as_trouble,
)
from tthc_desktop.use_cases.plan_export import check_document, printed_plan, write_document
from tthc_desktop.vietnamese_text import clean_line

if TYPE_CHECKING:
    from tthc_desktop.document.blocks import DocumentLayout

SUFFIXES = (".docx", ".pdf")
_NOT_IN_NAMES = re.compile(r'[\\/<>:"|?*\x00-\x1f]')
_LONGEST_LABEL = 40


def annex_files(plan: Plan, to: Path) -> tuple[Path, ...]:
    """Return where the annexes of *plan* go: *to* for one, else its name with each label."""
    if len(plan.annexes) == 1:
        return (to,)
    names = [_name(annex, place) for place, annex in enumerate(plan.annexes, 1)]
    return tuple(
        # Two annexes may be headed alike.
        to.with_stem(f"{to.stem} - {name}" + (f" ({place})" if names.count(name) > 1 else ""))
        for place, name in enumerate(names, 1)
    )


def export_electronic_annex(
    units: UnitsOfWork,
    plan_id: str | None,
    to: Path,
    *,
    new_painter: Callable[[], PagePainter],
    force: bool,
    current: bool = False,
    signed: datetime | None = None,
    draft_mark: bool = False,
) -> tuple[Path, ...]:
    """Write each annex as a Word or PDF file of its own (`annex_files`): all of them or none.

    An issued plan gives its issued version, with *current* its present state. *signed* is the
    moment of the digital signature with its time zone; without it the day of issue is told,
    and nothing for a draft. Raises WrongCall for another suffix, Refused for a plan without
    annexes or an existing target without *force*, StorageTrouble where nothing can be written.
    """
    from tthc_desktop.document.electronic_annex import Signing, lay_out_electronic_annex

    if to.suffix.lower() not in SUFFIXES:
        message = f"Phụ lục điện tử chỉ xuất ra .docx hoặc .pdf, không phải “{to.name}”."
        raise WrongCall(message)
    plan, directory = printed_plan(units, plan_id, current=current)
    if not plan.annexes:
        message = "Kế hoạch này không có phụ lục nên không có gì để xuất. Chưa ghi tệp nào."
        raise Refused(message)
    targets = annex_files(plan, to)
    for target in targets:
        check_target(target, force=force)
    day = plan.date.as_date() if plan.number else None
    signing = Signing(plan.number, plan.symbol, signed or day)
    layouts = [
        lay_out_electronic_annex(annex, directory, signing, draft_mark=draft_mark)
        for annex in plan.annexes
    ]
    _write_all(list(zip(layouts, targets, strict=True)), new_painter)
    return targets


def _write_all(
    wanted: list[tuple[DocumentLayout, Path]], new_painter: Callable[[], PagePainter]
) -> None:
    """Write every file to its temporary name first, then put all of them in place."""
    with ExitStack() as stack:
        written = []
        for layout, target in wanted:
            stack.enter_context(told_as_trouble(target))
            temporary = stack.enter_context(temporary_beside(target))
            write_document(layout, temporary, new_painter)
            sync_file(temporary)
            check_document(temporary)
            written.append((temporary, target))
        for temporary, target in written:
            replace_file(temporary, target)


def _name(annex: Annex, place: int) -> str:
    name = _NOT_IN_NAMES.sub("", clean_line(annex.label))[:_LONGEST_LABEL].strip(". ")
    return name or f"Phụ lục {place}"
