"""Names of units in the cells of a task table, matched with the office's directory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tthc_desktop.domain.office import Directory, Respondent, unconfirmed_respondent
from tthc_desktop.domain.task import Assignment
from tthc_desktop.reading.findings import Findings
from tthc_desktop.vietnamese_text import fold

# A longer cell is no list of units; splitting it at commas would take long.
_LONGEST_CELL = 1000


@dataclass
class UnitNames:
    """Knows the office's names and adds those it meets, each once."""

    directory: Directory
    findings: Findings
    added: list[Respondent] = field(default_factory=list)
    _unannounced: set[str] = field(default_factory=set)
    _known_cells: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)

    def learn(self, cells: Iterable[tuple[str, ...]]) -> None:
        """Add the names of these cells; those that stand alone first, to split lists by them."""
        kept = [cell for cell in cells if cell]
        self._add(name for cell in kept for name in self._split(cell) if "," not in name)
        self._add(name for cell in kept for name in self._split(cell))

    def _add(self, names: Iterable[str]) -> None:
        # Found again under any case and with or without marks: the same name once.
        fresh: dict[str, str] = {}
        for name in names:
            if self.directory.find(name) is None:
                fresh.setdefault(fold(name), name)
        if fresh:
            added = [unconfirmed_respondent(name) for name in fresh.values()]
            self.added.extend(added)
            self._unannounced.update(one.id for one in added)
            self._known_cells.clear()
            self.directory = Directory((*self.directory.respondents, *added))

    def _split(self, cell: tuple[str, ...]) -> tuple[str, ...]:
        if cell not in self._known_cells:
            words = "\n".join(cell)
            short = len(words) <= _LONGEST_CELL
            self._known_cells[cell] = self.directory.split_names(words) if short else ()
        return self._known_cells[cell]

    def assignments(self, cell: tuple[str, ...], where: str) -> tuple[Assignment, ...]:
        """Return who is named in a cell; a name not known before is told once."""
        found: dict[str, Assignment] = {}
        for name in self._split(cell):
            one = self.directory.find(name)
            if one is None:
                continue
            if one.id in self._unannounced:
                self._unannounced.remove(one.id)
                self.findings.warn(
                    where,
                    f"Chưa có “{one.name}” trong danh sách đơn vị; đã thêm, cần xác nhận.",
                )
            found.setdefault(one.id, Assignment(one.id, "" if name == one.name else name))
        return tuple(found.values())
