"""Attaching files: the scan of a signed plan, the evidence of a task."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tthc_desktop.domain.attachment import MOST_BYTES_INSIDE, Attachment, HeldFile
from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.journal import Act
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitOfWork, UnitsOfWork
from tthc_desktop.safe_file import write_safely
from tthc_desktop.vietnamese_text import clean_line

_CHUNK = 1024 * 1024


def attach_file(
    units: UnitsOfWork,
    file: Path,
    subject: str,
    subject_id: str,
    *,
    at: datetime,
    plan_id: str | None = None,
) -> Attachment:
    """Attach *file* to a subject ("plan", "task" …); up to 20 MB its bytes are kept inside.

    A larger one is kept as the place where it lies. Raises Refused for a folder, an empty
    file or one that cannot be read.
    """
    held = read_file(file, subject, subject_id, at=at, plan_id=plan_id)
    with units.writing() as work:
        work.attachments.add(held.attachment, held.content)
        work.commit(_act("Đính kèm tệp", held.attachment))
    return held.attachment


def read_file(
    file: Path, subject: str, subject_id: str, *, at: datetime, plan_id: str | None = None
) -> HeldFile:
    """Return *file* as it is attached to a subject, without writing; refused as `attach_file`."""
    attachment, content = _read(file)
    attachment = replace(
        attachment,
        subject=subject,
        subject_id=subject_id,
        plan_id=plan_id,
        added_at=at.isoformat(timespec="seconds"),
    )
    return HeldFile(attachment, content)


def held_file(units: UnitsOfWork, attachment_id: str) -> HeldFile | None:
    """Return an attached file with its bytes, so that it can be put back; None for none."""
    with units.reading() as work:
        attachment = work.attachments.get(attachment_id)
        content = work.attachments.content(attachment_id)
    return HeldFile(attachment, content) if attachment else None


def attachments_of(units: UnitsOfWork, subject: str, subject_id: str) -> tuple[Attachment, ...]:
    """Return what is attached to a subject, in the order it was added."""
    with units.reading() as work:
        return work.attachments.of_subject(subject, subject_id)


def attachment_content(units: UnitsOfWork, attachment_id: str) -> bytes:
    """Return a file's bytes, out of the data file or from where it lies.

    Raises Refused where there is no such file, or where one outside is gone or changed.
    """
    with units.reading() as work:
        attachment = _found(work, attachment_id)
        content = work.attachments.content(attachment_id)
    if content is None:
        content = _outside(attachment)
    if hashlib.sha256(content).hexdigest() != attachment.sha256:
        message = f"Tệp “{attachment.name}” đã khác so với khi đính kèm. Hãy đính kèm lại."
        raise Refused(message)
    return content


def save_attachment(units: UnitsOfWork, attachment_id: str, to: Path, *, force: bool) -> Path:
    """Write a copy of an attached file to *to*: all of it or nothing.

    Raises Refused as `attachment_content` does, and for a target that exists without *force*.
    """
    content = attachment_content(units, attachment_id)

    def check(path: Path) -> None:
        if path.read_bytes() != content:
            message = "the copy of the attached file is not whole"
            raise RuntimeError(message)

    write_safely(to, lambda path: _write(path, content), check, force=force)
    return to


def detach_file(units: UnitsOfWork, attachment_id: str) -> None:
    """Take an attached file out; Refused where there is none of this id."""
    with units.writing() as work:
        attachment = _found(work, attachment_id)
        work.attachments.remove(attachment_id)
        work.commit(_act("Bỏ tệp đính kèm", attachment))


def _read(file: Path) -> tuple[Attachment, bytes | None]:
    """Return what is known of *file*, with its bytes if it is small enough to lie inside."""
    if file.is_dir():
        message = f"“{file.name}” là một thư mục. Hãy chọn một tệp. Chưa đính kèm gì."
        raise Refused(message)
    try:
        size = file.stat().st_size
        if size == 0:
            message = f"Tệp “{file.name}” rỗng. Hãy chọn tệp khác. Chưa đính kèm gì."
            raise Refused(message)
        if size <= MOST_BYTES_INSIDE:
            content = file.read_bytes()
            digest = hashlib.sha256(content).hexdigest()
            return _attachment(file, len(content), digest, None), content
        return _attachment(file, size, _digest(file), str(file.absolute())), None
    except OSError as error:
        message = (
            f"Không đọc được tệp “{file.name}” ({os.strerror(error.errno or 0)}). "
            "Hãy kiểm tra lại tệp. Chưa đính kèm gì."
        )
        raise Refused(message) from error


def _attachment(file: Path, size: int, digest: str, path: str | None) -> Attachment:
    return Attachment(new_id(), "", "", clean_line(file.name), size, digest, "", path=path)


def _digest(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _found(work: UnitOfWork, attachment_id: str) -> Attachment:
    attachment = work.attachments.get(attachment_id)
    if attachment is None:
        raise Refused("Không có tệp đính kèm này. Có thể tệp đã được bỏ ra.")
    return attachment


def _outside(attachment: Attachment) -> bytes:
    try:
        return Path(attachment.path or "").read_bytes()
    except OSError as error:
        message = (
            f"Không đọc được tệp “{attachment.name}” ở “{attachment.path}”. "
            "Hãy đặt tệp về chỗ cũ hoặc đính kèm lại."
        )
        raise Refused(message) from error


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _act(words: str, attachment: Attachment) -> Act:
    return Act(
        words=words,
        subject=attachment.subject,
        subject_id=attachment.subject_id,
        plan_id=attachment.plan_id,
        after={"name": attachment.name, "size": attachment.size, "sha256": attachment.sha256},
    )
