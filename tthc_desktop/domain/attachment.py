"""A file attached to something: the scan of a signed plan, the evidence of a task."""

from __future__ import annotations

from dataclasses import dataclass

# Larger files are kept as a path, so that the data file stays small enough to back up.
MOST_BYTES_INSIDE = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attached file without its bytes.

    `subject` is "plan", "task", "occurrence" …, `subject_id` its id. `size` in bytes.
    `path` where the file is too large to lie in the data file, else None. `added_at` is
    ISO, local time.
    """

    id: str
    subject: str
    subject_id: str
    name: str
    size: int
    sha256: str
    added_at: str
    plan_id: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class HeldFile:
    """An attached file with its bytes; None where they lie outside, at its path."""

    attachment: Attachment
    content: bytes | None
