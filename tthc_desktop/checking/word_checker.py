"""A Word file in, findings out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tthc_desktop.checking.collect import collect_facts
from tthc_desktop.checking.faults import Fault
from tthc_desktop.checking.parts import Document
from tthc_desktop.checking.recognise import recognise
from tthc_desktop.checking.rules import RULES, Rule
from tthc_desktop.domain.findings import Finding
from tthc_desktop.reading.foreign_errors import refusing_broken
from tthc_desktop.reading.gate import open_office_file

# A wrong font in a whole document is one thing to put right, not ten thousand.
_MOST_ALIKE = 20


def check_word_file(path: Path) -> tuple[Finding, ...]:
    """Return the layout faults of a Word file, in the order of the rules.

    Raises Refused for a file that is not Word, broken, or longer than any we take.
    """
    package = open_office_file(path, "word")
    with refusing_broken(path.name):
        document = recognise(collect_facts(package))
    return check_document(document)


def check_document(document: Document) -> tuple[Finding, ...]:
    """Return the faults of a recognised document."""
    return tuple(finding for rule in RULES for finding in _findings(rule, document))


def _findings(rule: Rule, document: Document) -> Iterator[Finding]:
    faults = list(rule.check(document))
    alike = Counter(fault.message for fault in faults)
    told = Counter[str]()
    for fault in faults:
        told[fault.message] += 1
        if told[fault.message] <= _MOST_ALIKE:
            rest = alike[fault.message] - _MOST_ALIKE
            is_last = told[fault.message] == _MOST_ALIKE and rest > 0
            more = f" Còn {rest} chỗ khác như vậy." if is_last else ""
            yield _finding(rule, fault, more)


def _finding(rule: Rule, fault: Fault, more: str) -> Finding:
    return Finding(
        rule.id,
        fault.severity or rule.severity,
        fault.where,
        fault.quote,
        f"{fault.message}{more} ({rule.source}.)",
        fault.suggestion,
    )
