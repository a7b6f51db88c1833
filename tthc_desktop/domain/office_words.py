"""The office's names in running text, where a letterhead has them in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tthc_desktop.domain.office import Office
from tthc_desktop.domain.office_names import province_words, symbol_of
from tthc_desktop.domain.plan_template import (
    AGENCY,
    AGENCY_CAPITALS,
    PROVINCE,
    PROVINCE_CAPITALS,
    SYMBOL,
)
from tthc_desktop.vietnamese_text import clean_line, fold

# An office that is not set yet: blanks to write in, which lay out as any other name.
BLANK = "…"
BLANK_OFFICE = Office(
    parent_agency=f"UBND TỈNH {BLANK}",
    agency=f"SỞ {BLANK}",
    agency_symbol="S",
    place=BLANK,
    signing_position="GIÁM ĐỐC",
)
# Where the name of one field of work ends and that of the next begins.
_FIELDS = re.compile(r"(\s+và\s+|,\s+|\s+-\s+)")


def office_words(office: Office, known_agencies: Iterable[str] = ()) -> dict[str, str]:
    """Return what stands for each placeholder of a template in this office.

    *known_agencies* are names as they are written in a sentence; the blank office's words
    stand for what is not set.
    """
    agency = sentence_name(office.agency or BLANK_OFFICE.agency, known_agencies)
    province = province_words(office.parent_agency) or province_words(office.agency)
    province = province or province_words(BLANK_OFFICE.parent_agency)
    return {
        AGENCY: agency,
        AGENCY_CAPITALS: agency.upper(),
        PROVINCE: province,
        PROVINCE_CAPITALS: province.upper(),
        SYMBOL: office.agency_symbol or symbol_of(agency),
    }


def sentence_name(agency: str, known_agencies: Iterable[str] = ()) -> str:
    """Return "Sở Khoa học và Công nghệ" of "SỞ KHOA HỌC VÀ CÔNG NGHỆ".

    A name not all in capitals stays as it is typed. Of one that is not known, the first word
    and the first of each field of work are capitals (NĐ 30/2020, Phụ lục II, mục II.4).
    """
    name = clean_line(agency)
    if not name.isupper():
        return name
    wanted = fold(name)
    for known in known_agencies:
        if fold(known) == wanted:
            return known
    head, _, rest = name.lower().partition(" ")
    fields = _FIELDS.split(rest)
    fields[::2] = [one[:1].upper() + one[1:] for one in fields[::2]]
    return f"{head.capitalize()} {''.join(fields)}".strip()
