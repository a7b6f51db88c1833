"""The forms as the office has them: which it compared with the circular's own wording."""

from __future__ import annotations

from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.reporting.forms import Form
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.reporting.report_data import (
    CONFIRMED_SETTING,
    confirmed_by_office,
    find_form,
    forms,
)


def list_forms(units: UnitsOfWork) -> tuple[tuple[Form, ...], frozenset[str]]:
    """Return all forms as shipped, and the codes of those the office compared."""
    with units.reading() as work:
        return forms(), confirmed_by_office(work)


def confirm_form(
    units: UnitsOfWork, code: str, *, is_confirmed: bool, undoing: bool = False
) -> None:
    """Keep that the office compared a form with its source, or take that back.

    Raises Refused where there is no such form.
    """
    form = find_form(code)
    with units.writing() as work:
        codes = set(confirmed_by_office(work))
        before = sorted(codes)
        (codes.add if is_confirmed else codes.discard)(form.code)
        work.settings.put(CONFIRMED_SETTING, sorted(codes) or None)
        said = "đã đối chiếu" if is_confirmed else "chưa đối chiếu"
        words = f"Đánh dấu biểu {form.code} {said}"
        words = f"Hoàn tác: {words}" if undoing else words
        work.commit(Act(words, "form", form.code, before=before, after=sorted(codes)))
