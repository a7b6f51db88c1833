"""Forms, outlines and indicators as they are shipped: every file in its folder counts."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache

import resources
from tthc_desktop.domain.reporting.forms import Form, form_from_json
from tthc_desktop.domain.reporting.index_scores import Indicator
from tthc_desktop.domain.reporting.outline import Outline, outline_from_json
from tthc_desktop.domain.reporting.report import ReportKind
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitOfWork
from tthc_desktop.vietnamese_text import clean_line, fold

_FORMS = "forms"
# Under this name the office keeps the codes of the forms it compared with their source.
CONFIRMED_SETTING = "forms_confirmed"


def forms() -> tuple[Form, ...]:
    """Return all forms in the order of their codes."""
    return tuple(_form(name) for name in resources.names(_FORMS) if name.endswith(".json"))


def confirmed_by_office(work: UnitOfWork) -> frozenset[str]:
    """Return the codes of the forms that the office compared itself."""
    return frozenset(work.settings.get(CONFIRMED_SETTING) or ())


def office_forms(work: UnitOfWork) -> tuple[Form, ...]:
    """Return all forms; those the office compared count as confirmed."""
    codes = confirmed_by_office(work)
    return tuple(replace(one, confirmed=one.confirmed or one.code in codes) for one in forms())


@lru_cache(maxsize=64)
def _form(name: str) -> Form:
    return form_from_json(json.loads(resources.text(name)))


def find_form(code: str) -> Form:
    """Return the form with this code, letters folded; Refused where there is none."""
    wanted = fold(clean_line(code))
    for one in forms():
        if fold(one.code) == wanted:
            return one
    known = ", ".join(one.code for one in forms())
    message = f"Không có biểu “{clean_line(code)}”. Có các biểu: {known}. Chưa thay đổi gì."
    raise Refused(message)


@lru_cache(maxsize=2)
def outline(kind: ReportKind) -> Outline:
    """Return the outline of a kind of report."""
    return outline_from_json(json.loads(resources.text(f"reports/{kind.value}.json")))


@lru_cache(maxsize=1)
def shipped_indicators() -> tuple[Indicator, ...]:
    """Return the indicators of Quyết định 766/QĐ-TTg with the maxima as known."""
    content = json.loads(resources.text("index/index_766.json"))
    return tuple(
        Indicator(one["code"], one["name"], one["group"], one["maximum"], one["threshold"])
        for one in content["indicators"]
    )
