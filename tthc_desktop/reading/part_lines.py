"""A number on a line of its own, "PHẦN THỨ NHẤT" or "I.", joined to the heading below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tthc_desktop.domain.text_run import Run
from tthc_desktop.reading.markers import marker_of
from tthc_desktop.reading.source import SourceItem, SourceParagraph, paragraph
from tthc_desktop.reading.wording import is_part_label, is_signing_line

_NUMBER_ALONE = re.compile(r"^[IVX]{1,5}\s?[.:]?$")


def with_whole_parts(items: Iterable[SourceItem]) -> Iterator[SourceItem]:
    """Yield *items*; a label that no heading follows stays a line of its own."""
    label: SourceParagraph | None = None
    for item in items:
        if label is not None:
            if isinstance(item, SourceParagraph) and _is_heading(item):
                stop = "" if label.text.endswith((".", ":")) else "."
                raw = (*label.raw, Run(f"{stop} ", bold=True), *item.raw)
                yield paragraph(raw, centred=item.centred, heading=item.bold)
                label = None
                continue
            yield label
            label = None
        if isinstance(item, SourceParagraph) and not item.label and _is_label(item.text):
            label = item
        else:
            yield item
    if label is not None:
        yield label


def _is_label(text: str) -> bool:
    """Whether a line is "Phần I" or "I." and nothing else, and a number in front of words."""
    if _NUMBER_ALONE.match(text):
        return True
    return is_part_label(text) and marker_of(f"{text.rstrip(' .:')}. x") is not None


def _is_heading(item: SourceParagraph) -> bool:
    stands_out = item.centred or item.bold or item.text.isupper()
    stands_out = stands_out and not is_signing_line(item.text)
    return stands_out and not item.label and marker_of(item.text) is None and bool(item.text)
