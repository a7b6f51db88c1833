"""An annex as an electronic document of its own: Mẫu 2.2 of Nghị định 30 (nd30.md, 3.4).

It goes beside the plan, not behind it, so it says at its top right which document it belongs
to and when that was signed, and leaves number and date of its note blank.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from tthc_desktop.document import nd30
from tthc_desktop.document.annex_layout import lay_out_annex
from tthc_desktop.document.blocks import DocumentLayout, Paragraph, Role, Table
from tthc_desktop.document.letterhead import number_line
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Annex
from tthc_desktop.domain.text_run import Run, plain_runs

# The first number and the first date of the note are those of the plan.
_NUMBER = re.compile(r"(?<=\bsố)\s+[^\s/]*\s*(?=/)", re.IGNORECASE)
_DATE = re.compile(
    r"\bngày\s*(?:\d{1,2})?\s*(?:tháng\s*(?:\d{1,2})?\s*năm(?:\s+\d{4})?"
    r"|/\s*\d{1,2}\s*/\s*\d{4}|/\s*\d{4})\s?"
)
# Nothing in it breaks, nor does a line end in its last blank.
_BLANK_DATE = "".join(f"{word}{nd30.DAY_BLANK}" for word in ("ngày", "tháng", "năm"))
_ENDS = ".;"


@dataclass(frozen=True, slots=True)
class Signing:
    """What the annex says of the plan it goes with; None is what a draft leaves blank.

    `signed` is a day, or a moment with its time zone; it is written as in ISO 8601.
    """

    number: str | None
    symbol: str
    signed: date | datetime | None = None


def lay_out_electronic_annex(
    annex: Annex, directory: Directory, signing: Signing, *, draft_mark: bool = False
) -> DocumentLayout:
    """Return the pages of *annex* alone; nothing of its own text is changed but the end mark."""
    unsaid = replace(annex, attached_to=blank_note(annex.attached_to))
    section = lay_out_annex(unsaid, directory)
    blocks = (_signing_info(signing), *section.blocks)
    last = blocks[-1]
    if isinstance(last, Paragraph) and annex.blocks:
        blocks = (*blocks[:-1], replace(last, runs=_ended(last.runs)))
    elif isinstance(last, Table):
        blocks = (*blocks, Paragraph(Role.BODY, plain_runs(nd30.END_MARK)))
    title = " ".join(filter(None, (annex.label, annex.title)))
    return DocumentLayout((replace(section, blocks=blocks),), title, draft_mark=draft_mark)


def blank_note(attached_to: str) -> str:
    """Return the note "(Kèm theo …)" with room for number and date instead of both."""
    blank = _NUMBER.sub(nd30.NUMBER_BLANK, attached_to, count=1)
    return _DATE.sub(_BLANK_DATE, blank, count=1)


def _signing_info(signing: Signing) -> Paragraph:
    lines = (number_line(signing.number, signing.symbol), _signed_line(signing.signed))
    return Paragraph(Role.SIGNING_INFO, plain_runs("\n".join(lines)))


def _signed_line(signed: date | datetime | None) -> str:
    if isinstance(signed, datetime):
        return nd30.SIGNED_AT_LABEL + signed.isoformat(timespec="seconds")
    return nd30.SIGNED_AT_LABEL + (signed.isoformat() if signed else nd30.SIGNED_AT_BLANK)


def _ended(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Put the end mark behind the last words, in the place of what ends the sentence."""
    *before, last = runs
    words = last.text.rstrip()
    if words.endswith(nd30.END_MARK):
        return runs
    return (*before, replace(last, text=words.rstrip(_ENDS) + nd30.END_MARK))
