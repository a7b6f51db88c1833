"""The foot of a document: nơi nhận beside the signature."""

from __future__ import annotations

from collections.abc import Iterator

from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import Flow, Paragraph, Role, SideBySide
from tthc_desktop.domain.plan import Signature
from tthc_desktop.domain.text_run import plain_runs


def lay_out_foot(
    recipients: tuple[str, ...], archive: str, drafter: str | None, signature: Signature
) -> tuple[SideBySide, ...]:
    """Return both columns, which stay on the page of what is before them; nothing for nothing."""
    width = nd30.PORTRAIT.text_width_mm
    left = width * nd30.SIGNATURE.left_ratio
    columns = (tuple(_recipients(recipients, archive, drafter)), tuple(_signature(signature)))
    return (SideBySide((left, width - left), (columns,), keep_together=True),) * any(columns)


def _recipients(recipients: tuple[str, ...], archive: str, drafter: str | None) -> Iterator[Flow]:
    items = [*recipients, *([nd30.ARCHIVE_LABEL + archive] if archive else [])]
    if not items:
        return
    yield Paragraph(Role.RECIPIENTS_LABEL, plain_runs(nd30.RECIPIENTS_HEADING))
    for item in items[:-1]:
        yield Paragraph(Role.RECIPIENTS, plain_runs(f"- {item};"))
    mark = f" {drafter}" if drafter else ""
    yield Paragraph(Role.RECIPIENTS, plain_runs(f"- {items[-1]}.{mark}"))


def _signature(signature: Signature) -> Iterator[Flow]:
    for line in signature.lines:
        yield Paragraph(Role.SIGNING_LINE, plain_runs(line))
    if signature.name:
        yield Paragraph(Role.SIGNER_NAME, plain_runs(signature.name))
