"""Lists typed into one paragraph, each item on a line of its own behind a soft break."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tthc_desktop.domain.text_run import Run
from tthc_desktop.reading.markers import dash_length, marker_of
from tthc_desktop.reading.source import LINE_BREAK, SourceParagraph, single_blanks
from tthc_desktop.reading.text_source import has_end_mark


def soft_items(item: SourceParagraph) -> Iterator[SourceParagraph]:
    """Yield *item* cut where a soft break parts a finished line from a dash, a number or a căn cứ.

    Any other soft break is a blank: the line was only broken to look well.
    """
    lines = item.lines()
    held: list[SourceParagraph] = []
    for line in lines:
        if held and _begins_item(line) and _is_finished(held):
            yield _joined(held)
            held = []
        held.append(replace(line, label=None) if held or line is not lines[0] else line)
    if held:
        yield _joined(held)


def _is_finished(lines: list[SourceParagraph]) -> bool:
    """Whether what came before ends here: with a mark, or an item that another follows."""
    return has_end_mark(lines[-1].text) or _begins_item(lines[0])


def _begins_item(line: SourceParagraph) -> bool:
    begins = line.text.startswith("Căn cứ ") or dash_length(line.text)
    return bool(begins) or marker_of(line.text) is not None


def _joined(lines: list[SourceParagraph]) -> SourceParagraph:
    if len(lines) == 1:
        return lines[0]
    raw = tuple(run for line in lines for run in (*line.raw, Run(LINE_BREAK)))
    return replace(lines[0], raw=raw, runs=single_blanks(raw))
