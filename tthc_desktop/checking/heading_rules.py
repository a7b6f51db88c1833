"""L18: mục, khoản, điểm and their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tthc_desktop.checking.body_parts import is_part, is_section
from tthc_desktop.checking.faults import Fault, Faults, listed, quote_of
from tthc_desktop.checking.parts import BodyParagraph, Document
from tthc_desktop.domain.numbering import Numbering, number_text

_MOST_TITLE_WORDS = 14
_SENTENCE_SIGNS = frozenset(".;:,…")


def headings(document: Document) -> Faults:
    """L18: mục in bold capitals, titles of khoản bold, numbers one after the other."""
    counts = _Counts()
    for item in document.body:
        if is_part(item) or (item.where != counts.article and _is_article(item)):
            counts.begin_anew(item.where)
        if item.numbering is None:
            continue
        if is_section(item):
            yield from _section(item)
        elif _is_title(item) and not item.paragraph.bold:
            yield Fault(
                item.where,
                quote_of(item.paragraph.text),
                "Tiêu đề của khoản không in đậm.",
                "In đậm tiêu đề của khoản.",
            )
        yield from counts.take(item)


def _section(item: BodyParagraph) -> Iterator[Fault]:
    wrong = [
        words
        for words, is_wrong in (
            ("không in hoa", not item.words.isupper()),
            ("không in đậm", not item.paragraph.bold),
        )
        if is_wrong
    ]
    if wrong:
        yield Fault(
            item.where,
            quote_of(item.paragraph.text),
            f"Tiêu đề mục {listed(wrong)}.",
            "Viết tiêu đề mục in hoa, đứng, đậm.",
        )


def _is_article(item: BodyParagraph) -> bool:
    return item.numbering is None and item.where.startswith("section Điều")


def _is_title(item: BodyParagraph) -> bool:
    """Whether a khoản is a title: short, no sentence, above content of its own."""
    words = item.words
    return (
        item.numbering is Numbering.ARABIC
        and item.followed_by_content
        and len(words.split()) <= _MOST_TITLE_WORDS
        and not _SENTENCE_SIGNS & {words[-1:], *(sign for sign in words if sign in ".;:")}
    )


@dataclass
class _Counts:
    """Follows numbers of each style; a higher number begins the lower ones anew."""

    levels: list[tuple[str, int]] = field(default_factory=list)
    last: dict[str, int] = field(default_factory=dict)
    article: str = ""

    def begin_anew(self, where: str) -> None:
        """Forget all numbers at Phần, Chương, or a new Điều."""
        self.article = where
        self.levels.clear()
        self.last.clear()

    def take(self, item: BodyParagraph) -> Iterator[Fault]:
        """Take the next number; it is counted on from what is printed, so one slip is told once."""
        styles = [style for style, _ in self.levels]
        if is_section(item):
            wanted = {self.levels[0][1] + 1} if styles[:1] == [item.style] else {1}
            self.levels.clear()
        elif item.style in styles:
            place = styles.index(item.style)
            wanted = {self.levels[place][1] + 1}
            del self.levels[place:]
        else:
            # Khoản may count on through all mục; điểm begin with a.
            goes_on = item.numbering is Numbering.ARABIC and item.style in self.last
            wanted = {1, self.last[item.style] + 1} if goes_on else {1}
        self.levels.append((item.style, item.value))
        self.last[item.style] = item.value
        if item.value not in wanted:
            yield _out_of_order(item, max(wanted))


def _out_of_order(item: BodyParagraph, wanted: int) -> Fault:
    number = number_text(item.numbering or Numbering.ARABIC, wanted)
    head, dot, _ = item.typed.rpartition(".")
    return Fault(
        item.where,
        quote_of(item.paragraph.text),
        f"Số thứ tự “{item.typed}” không liên tục.",
        f"Đánh lại thành “{head}{dot}{number}” và xem các số sau.",
    )
