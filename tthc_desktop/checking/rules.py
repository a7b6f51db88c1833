"""The table of rules: id, weight, source, and what tests it."""

from __future__ import annotations

from dataclasses import dataclass

from tthc_desktop.checking import (
    annex_rules,
    basis_rules,
    body_rules,
    foot_rules,
    heading_rules,
    letter_rules,
    letterhead_rules,
    line_rules,
    number_rules,
    page_rules,
    table_rules,
    text_mark_rules,
    title_rules,
)
from tthc_desktop.checking.faults import Check
from tthc_desktop.domain.findings import Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO
_DECREE = "Nghị định 30/2020/NĐ-CP, Phụ lục I"
_PRACTICE = "thông lệ trình bày, Nghị định 30/2020/NĐ-CP không quy định"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of nd30.md, section 5; `source` is told with every finding."""

    id: str
    severity: Severity
    source: str
    check: Check


RULES: tuple[Rule, ...] = (
    Rule("L01", _E, f"{_DECREE}, Mục I.1", page_rules.paper),
    Rule("L02", _E, f"{_DECREE}, Mục I.3", page_rules.margins),
    Rule("L03", _E, f"{_DECREE}, Mục I.4", letter_rules.fonts),
    Rule("L04", _E, f"{_DECREE}, Mục I.4", letter_rules.colours),
    Rule("L05", _E, f"{_DECREE}, Mục I.7", page_rules.page_numbers),
    Rule("L06", _E, f"{_DECREE}, Mục III.1", page_rules.annex_numbers),
    Rule("L07", _E, f"{_DECREE}, Mục II.1", letterhead_rules.national_name),
    Rule("L08", _E, f"{_DECREE}, Mục II.1", letterhead_rules.motto),
    Rule("L09", _W, f"{_DECREE}, Mục V, ghi chú 1", letterhead_rules.sizes_together),
    Rule("L10", _W, f"{_DECREE}, Mục II.1, II.2, II.5", line_rules.drawn_lines),
    Rule("L11", _E, f"{_DECREE}, Mục II.2", letterhead_rules.agencies),
    Rule("L12", _E, f"{_DECREE}, Mục II.3", number_rules.number_line),
    Rule("L13", _E, f"{_DECREE}, Mục II.4", number_rules.place_and_date),
    Rule("L14", _E, f"{_DECREE}, Mục II.5; Phụ lục III, Mục I", title_rules.kind_name),
    Rule("L15", _E, f"{_DECREE}, Mục II.5", title_rules.subject),
    Rule("L16", _E, f"{_DECREE}, Mục II.6", basis_rules.legal_bases),
    Rule("L17", _E, f"{_DECREE}, Mục II.6", body_rules.body_paragraphs),
    Rule("L18", _E, f"{_DECREE}, Mục II.6", heading_rules.headings),
    Rule("L19", _E, f"{_DECREE}, Mục II.9", foot_rules.recipients),
    Rule("L20", _E, f"{_DECREE}, Mục II.7", foot_rules.signature),
    Rule("L21", _E, f"{_DECREE}, Mục III.1", annex_rules.annexes),
    Rule("L22", _E, f"{_DECREE}, Mục III.1", annex_rules.notes),
    Rule("L23", _W, _PRACTICE, table_rules.tables),
    Rule("L24", _I, "Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4", text_mark_rules.end_mark),
    Rule("L25", _I, f"{_DECREE}, Mục I.4", text_mark_rules.hidden_signs),
)
