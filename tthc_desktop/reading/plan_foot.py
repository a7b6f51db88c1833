"""The foot of a plan: nơi nhận, lưu, the drafter's mark, the signature."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tthc_desktop.domain.plan import Signature
from tthc_desktop.reading.findings import Findings
from tthc_desktop.reading.markers import dash_length, marker_of
from tthc_desktop.reading.plan_parts import begins_annex
from tthc_desktop.reading.source import SourceItem, SourceParagraph, SourceTable, has_letters
from tthc_desktop.reading.wording import ARCHIVE, RECIPIENTS, is_signing_line, names_position

# "VT, VP. Maintt", "VT, KSTT.Maintt", "VT, VP. PL.(300)"; but not "VT, P.KSTT".
_DRAFTER = re.compile(
    r"^(?P<archive>.+?)(?<![ ,]P)(?:\.\s+(?P<mark>\S.*)|\.(?P<close>[A-ZĐ]?[a-zđ]\w*))\s*$"
)
_SIGNED = re.compile(r"^\(.*\)$")
_MOST_LINES = 3
_MOST_COLUMNS = 3
_LONGEST_RECIPIENT = 300


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands below the text, and how many items of the file it took."""

    recipients: tuple[str, ...] = ()
    archive: str = ""
    drafter: str | None = None
    signature: Signature = Signature()
    taken: int = 0


@dataclass
class _Reading:
    findings: Findings
    recipients: list[str] = field(default_factory=list)
    archive: str = ""
    drafter: str | None = None
    archived: bool = False
    begun: bool = False
    second_signer: bool = False
    signed: list[str] = field(default_factory=list)
    name: str = ""

    def take_left(self, line: SourceParagraph) -> None:
        """Take a line of nơi nhận."""
        text = line.shown_text
        if label := RECIPIENTS.match(text):
            self.begun = True
            self.findings.skip(label[0])
            text = text[label.end() :]
            if ";" in text:
                # "Nơi nhận: UBND tỉnh; Lãnh đạo Sở; Lưu: VT." on one line.
                for piece in text.split(";"):
                    self._take_listed(piece.strip())
                return
        elif not self.begun and not ARCHIVE.match(text[dash_length(text) :]):
            # Above nơi nhận stands another signature; a plan keeps one.
            if has_letters(text):
                self.leave_signature(text)
            return
        self._take_listed(text)

    def leave_signature(self, text: str) -> None:
        """List what another signer wrote, and tell of it once."""
        if not self.second_signer:
            self.second_signer = True
            self.findings.warn("signature", "Văn bản có hai bên cùng ký; chỉ lấy một bên.")
        self.findings.leave(text)

    def _take_listed(self, text: str) -> None:
        bare = text[dash_length(text) :]
        if lead := ARCHIVE.match(bare):
            self.archived = True
            self.findings.skip(lead[0])
            self.archive, self.drafter = _archive_and_drafter(bare[lead.end() :])
        elif has_letters(bare):
            self._take_recipient(text, bare.rstrip(" ;.").strip())

    def _take_recipient(self, text: str, bare: str) -> None:
        goes_on = text[:1].islower() and not self.archived
        if goes_on and self.recipients and len(self.recipients[-1]) < _LONGEST_RECIPIENT:
            self.recipients[-1] = f"{self.recipients[-1]} {bare}"
        elif self.archived:
            self.findings.leave(text)
        else:
            self.recipients.append(bare)

    def take_right(self, line: SourceParagraph) -> None:
        """Take a line of the signature."""
        text = line.text
        if not has_letters(text):
            return
        if _SIGNED.match(text) or self.name:
            self.findings.leave(text)
        elif text.isupper() or self._is_position(line):
            self.signed.append(text)
        else:
            self.name = text

    def _is_position(self, line: SourceParagraph) -> bool:
        """Whether a line in small letters is a position: "Phó Giám đốc" before the name."""
        return names_position(line.text) and len(self.signed) < _MOST_LINES and not line.bold

    def signature(self) -> Signature:
        """Return the lines and the name; a name in capitals is the last line."""
        lines, name = list(self.signed), self.name
        if not name and len(lines) > 1 and not names_position(lines[-1]):
            name = lines.pop()
        return Signature(tuple(lines), name)


def read_foot(items: Sequence[SourceItem], findings: Findings) -> Foot:
    """Return the foot that begins with the first of *items*."""
    reading = _Reading(findings)
    place = 0
    while place < len(items) and not begins_annex(items, place):
        item = items[place]
        if isinstance(item, SourceTable):
            if not _take_table(reading, item):
                break
        elif not _take_paragraph(reading, item):
            break
        place += 1
    return Foot(
        tuple(reading.recipients),
        reading.archive,
        reading.drafter,
        reading.signature(),
        place,
    )


def _take_table(reading: _Reading, table: SourceTable) -> bool:
    """Take nơi nhận and the signature out of an invisible table; False if it is another."""
    if table.columns > _MOST_COLUMNS:
        return False
    columns = [list(_column(table, place)) for place in range(table.columns)]
    lists = (place for place, held in enumerate(columns) if any(map(_begins_list, held)))
    left = next(lists, None)
    if left is None or reading.archived:
        return _take_signature_table(reading, columns)
    right = max((place for place, held in enumerate(columns) if held and place != left), default=-1)
    for place, held in enumerate(columns):
        for line in held:
            if place == left:
                reading.take_left(line)
            elif place == right:
                reading.take_right(line)
            else:
                reading.findings.leave(line.text)
    return True


def _take_signature_table(reading: _Reading, columns: list[list[SourceParagraph]]) -> bool:
    """Take a table that holds the signature alone, beside nơi nhận in running lines."""
    if reading.signed or not any(_signs(held) for held in columns):
        return False
    signed = max(columns, key=_signs)
    for held in columns:
        for line in held:
            if held is signed:
                reading.take_right(line)
            else:
                reading.take_left(line)
    return True


def _column(table: SourceTable, place: int) -> Iterator[SourceParagraph]:
    for row in table.rows:
        column = 0
        for cell in row:
            if column == place:
                for one in cell.paragraphs:
                    yield from one.lines()
            column += cell.span


def _begins_list(line: SourceParagraph) -> bool:
    return bool(RECIPIENTS.match(line.text))


def _signs(held: Iterable[SourceParagraph]) -> bool:
    return any(is_signing_line(line.text) for line in held)


def _take_paragraph(reading: _Reading, item: SourceParagraph) -> bool:
    """Take a running line; False where the foot has ended."""
    for line in item.lines():
        columns = line.columns()
        if len(columns) > 1:
            reading.take_left(columns[0])
            for column in columns[1:]:
                reading.take_right(column)
        elif _is_left(reading, line):
            reading.take_left(line)
        elif _is_right(reading, line):
            reading.take_right(line)
        else:
            return False
    return True


def _is_left(reading: _Reading, line: SourceParagraph) -> bool:
    if _begins_list(line) or ARCHIVE.match(line.shown_text):
        return True
    if not reading.begun or reading.archived:
        return False
    if line.label or dash_length(line.text):
        return True
    return not (reading.signed or line.centred or line.text.isupper())


def _is_right(reading: _Reading, line: SourceParagraph) -> bool:
    if reading.name or line.label or marker_of(line.text):
        return bool(_SIGNED.match(line.text)) and not reading.name
    if is_signing_line(line.text) or _SIGNED.match(line.text):
        return True
    return bool(reading.signed)


def _archive_and_drafter(text: str) -> tuple[str, str | None]:
    """Return what stands behind "Lưu:" and the mark behind its period."""
    text = text.strip()
    if match := _DRAFTER.match(text):
        mark = (match["mark"] or match["close"]).strip().rstrip(".").strip()
        if mark:
            return match["archive"].strip(), mark
    return text.rstrip(" .;"), None
