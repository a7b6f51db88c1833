"""What a check of a document found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: E, W and I of the rules."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a document.

    `where` is "header", "section II.1", "recipients", "task 3.4", "table 2 row 5", "page" …;
    `quote` the words at fault, at most a sentence; `message` and `suggestion` are Vietnamese.
    """

    rule: str
    severity: Severity
    where: str
    quote: str
    message: str
    suggestion: str
