"""L10: the drawn lines under Tiêu ngữ, the agency and trích yếu."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from tthc_desktop.checking.facts import Paragraph
from tthc_desktop.checking.faults import Fault, Faults, quote_of
from tthc_desktop.checking.letterhead_rules import sizes_together
from tthc_desktop.checking.measures import broken_evenly, words_width, wrapped
from tthc_desktop.checking.parts import Document, Under
from tthc_desktop.domain.findings import Severity

_MOTTO_ERROR = 0.05
_SHORTEST, _LONGEST = 1 / 3, 1 / 2
_ROUNDING = 0.01
_MOTTO_SIZES = (13.0, 14.0)
# Paragraphs of a component, each with its words as they should be written.
_Words: TypeAlias = Sequence[tuple[Paragraph, str]]


def drawn_lines(document: Document) -> Faults:
    """L10: as long as Tiêu ngữ; a third to a half of the words elsewhere; never underlined."""
    head = document.head
    if head.motto:
        # Sizes that do not go together are told by L09: the line may go with either.
        sizes = _MOTTO_SIZES if any(sizes_together(document)) else (head.motto.size_pt,)
        yield from _under_motto(head.motto, head.motto_under, sizes)
    if head.agency:
        name = "tên cơ quan ban hành"
        words = [(one, one.text.upper()) for one in head.agency]
        yield from _under_words("header", name, words, head.agency_under, (12, 13))
    if document.subject:
        words = [(one, _small(one.text)) for one in document.subject]
        yield from _under_words("title", "trích yếu", words, document.subject_under, (13, 14))


def _under_motto(motto: Paragraph, under: Under, sizes: tuple[float, ...]) -> Iterator[Fault]:
    # So is one out of its range by L08.
    allowed = sizes if set(sizes) <= set(_MOTTO_SIZES) else _MOTTO_SIZES
    widths = [words_width(motto.text, size, bold=True) for size in allowed]
    is_right = any(
        abs(length / width - 1) <= _MOTTO_ERROR for length in under.lengths for width in widths
    )
    wanted = "dài bằng dòng chữ"
    yield from _faults("header", "Tiêu ngữ", (motto,), under, wanted, is_right=is_right)


def _small(text: str) -> str:
    """Return trích yếu as it should be: wrong capitals are told by L15."""
    return text.capitalize() if text.isupper() else text


def _under_words(
    where: str, name: str, words: _Words, under: Under, sizes: tuple[float, float]
) -> Iterator[Fault]:
    widths = list(_widths(words, sizes))
    is_right = any(
        _SHORTEST - _ROUNDING <= length / width <= _LONGEST + _ROUNDING
        for length in under.lengths
        for width in widths
    )
    wanted = "dài từ 1/3 đến 1/2 dòng chữ"
    lines = [one for one, _ in words]
    yield from _faults(where, name, lines, under, wanted, is_right=is_right)


def _widths(words: _Words, sizes: tuple[float, float]) -> Iterator[float]:
    """Yield the widths of the lines that may be meant, as they should look: bold.

    The decree does not say which one is where there are several: the longest, the last, the
    mean one, or the last one of lines broken between phrases.
    """
    least, most = sizes
    shown: list[float] = []
    for one, text in words:
        size = min(max(one.size_pt, least), most)
        room = 0 if one.beside else one.width - one.look.left - one.look.right
        lines = wrapped(text, room, size, bold=True)
        shown += [words_width(line, size, bold=True) for line in lines]
        if len(lines) > 1:
            yield words_width(broken_evenly(text, room, size)[-1], size, bold=True)
    yield from (max(shown), shown[-1], sum(shown) / len(shown))


def _faults(
    where: str,
    name: str,
    lines: Iterable[Paragraph],
    under: Under,
    wanted: str,
    *,
    is_right: bool,
) -> Iterator[Fault]:
    held = tuple(lines)
    quote = quote_of(" ".join(one.text for one in held))
    suggestion = f"Kẻ một nét liền, {wanted}, đặt cân đối dưới {name}."
    if any(run.look.underlined for one in held for run in one.lettered):
        message = f"Dòng {name} dùng gạch chân (Underline) thay cho đường kẻ."
        yield Fault(where, quote, message, suggestion, Severity.ERROR)
    elif not is_right:
        yield Fault(where, quote, _message(name, under, wanted), suggestion)


def _message(name: str, under: Under, wanted: str) -> str:
    if under.lengths:
        return f"Đường kẻ dưới {name} không {wanted}."
    if under.fake:
        return f"Đường kẻ dưới {name} là dãy ký tự, không phải nét vẽ."
    return f"Không thấy đường kẻ dưới {name}."
