"""Names that are no longer borne: of agencies and levels, of the office and its units."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tthc_desktop.domain.citation_spans import citation_spans, is_cited
from tthc_desktop.domain.office import DatedName, Directory, Office
from tthc_desktop.vietnamese_text import fold


@dataclass(frozen=True, slots=True)
class ObsoleteName:
    """A name, the last day it was used (None: not known) and what is said now."""

    name: str
    until: date | None
    now: str

    @property
    def reason(self) -> str:
        """The sentence that says what to write instead."""
        instead = f", nay là {self.now}" if self.now else ""
        return f"Tên gọi cũ{instead}."


def former_names(office: Office, directory: Directory) -> Iterator[ObsoleteName]:
    """Yield the former names of the office and of its units, with the present ones."""
    yield from (_obsolete(one, office.agency) for one in office.former_agency_names)
    for unit in directory.respondents:
        yield from (_obsolete(one, unit.name) for one in unit.former_names)


def _obsolete(former: DatedName, present: str) -> ObsoleteName:
    return ObsoleteName(former.name, former.valid_to, present)


class NameFinder:
    """Finds obsolete names in texts, as of a day; what is cited keeps its names."""

    def __init__(
        self, names: Iterable[ObsoleteName], day: date, present: Iterable[str] = ()
    ) -> None:
        """Look for *names* that are obsolete on *day*; *present* ones hide those inside them."""
        self._names: dict[str, ObsoleteName] = {}
        for one in names:
            if one.until is None or one.until < day:
                for spelling in _spellings(one.name):
                    self._names.setdefault(spelling, one)
        known = [spelling for name in present for spelling in _spellings(name)]
        longest = sorted({*self._names, *known}, key=len, reverse=True)
        self._pattern = re.compile(
            rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)" if longest else r"(?!)"
        )

    def in_text(self, text: str) -> Iterator[tuple[str, ObsoleteName]]:
        """Yield each obsolete name of *text* as it is written there, once."""
        found: dict[str, ObsoleteName] = {}
        spans = citation_spans(text)
        for match in self._pattern.finditer(text):
            name = self._names.get(match[0])
            if name and not is_cited(spans, match.start()):
                found.setdefault(match[0], name)
        yield from found.items()


def no_longer_borne(names: Iterable[ObsoleteName], agency: str) -> Iterator[ObsoleteName]:
    """Yield *names* but those that an office called *agency* still bears ("Ban …")."""
    own = fold(agency)
    for one in names:
        words = fold(one.name)
        if words not in own and not (own.startswith("ban ") and words.endswith(" ban")):
            yield one


def _spellings(name: str) -> tuple[str, ...]:
    """Return *name* as it stands in a sentence, at its beginning and in capitals."""
    return tuple(dict.fromkeys((name, name[:1].upper() + name[1:], name.upper()))) if name else ()
