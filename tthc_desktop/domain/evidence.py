"""Evidence (minh chứng): what proves that a period of a task was done (domain.md section 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EvidenceKind(StrEnum):
    """What a piece of evidence is."""

    DOCUMENT = "document"
    FILE = "file"
    PHOTO = "photo"
    LINK = "link"
    MINUTES = "minutes"
    SYSTEM = "system"


EVIDENCE_WORDS: dict[EvidenceKind, str] = {
    EvidenceKind.DOCUMENT: "Văn bản",
    EvidenceKind.FILE: "Tệp",
    EvidenceKind.PHOTO: "Ảnh chụp",
    EvidenceKind.LINK: "Liên kết",
    EvidenceKind.MINUTES: "Biên bản",
    EvidenceKind.SYSTEM: "Số liệu hệ thống",
}
# The kinds of document an office sends most; Nghị định 30/2020, Phụ lục III, Mục I.
_BY_SYMBOL = {
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "TB": "Thông báo", "HD": "Hướng dẫn",
    "CTr": "Chương trình", "KH": "Kế hoạch", "BC": "Báo cáo", "BB": "Biên bản", "TTr": "Tờ trình",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece: a document with number and day, a file, a link and so on.

    `respondent_id` is whose result it proves, None for the Văn phòng's own closing.
    `number` is as written, with or without the kind ("12/BC-VP", "Báo cáo số 12/BC-VP");
    `subject` the trích yếu, or the name of a file. `note` is not printed.
    """

    id: str
    kind: EvidenceKind
    respondent_id: str | None = None
    number: str = ""
    issued_on: date | None = None
    subject: str = ""
    link: str = ""
    attachment_id: str | None = None
    note: str = ""

    @property
    def words(self) -> str:
        """The piece in one line: "Báo cáo số 12/BC-VP ngày 05/03/2026 về rà soát"."""
        head = " ".join(part for part in (self._name, self._day) if part)
        if self.kind in (EvidenceKind.DOCUMENT, EvidenceKind.MINUTES):
            parts = [f"{head} {_about(self.subject)}".strip()]
        else:
            parts = [f"{head}: {self.subject}" if self.subject else head]
        if self.link:
            bare = parts == [EVIDENCE_WORDS[self.kind]]
            parts = [f"{parts[0]}: {self.link}" if bare else f"{parts[0]} ({self.link})"]
        # A semicolon parts one piece from the next in the text of a result.
        return parts[0].replace(";", ",")

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said that could be looked for."""
        said = (self.number, self.issued_on, self.subject, self.link, self.attachment_id)
        return not any(said)

    @property
    def _name(self) -> str:
        kind = EVIDENCE_WORDS[self.kind]
        if not self.number:
            return kind
        if not self.number[0].isdigit():
            return self.number
        if self.kind is EvidenceKind.DOCUMENT:
            symbol = self.number.partition("/")[2]
            kind = _BY_SYMBOL.get(symbol.partition("-")[0], kind)
        return f"{kind} số {self.number}"

    @property
    def _day(self) -> str:
        return f"ngày {self.issued_on:%d/%m/%Y}" if self.issued_on else ""


def _about(subject: str) -> str:
    begins = subject.lower().startswith(("về ", "v/v ", "của "))
    return subject if begins or not subject else f"về {subject}"
