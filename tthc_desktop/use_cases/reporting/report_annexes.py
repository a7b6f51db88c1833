"""The annexes of a report: its forms, communication, progress, and last its pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tthc_desktop.domain.numbering import roman
from tthc_desktop.domain.reporting.annex_tables import activity_annex, form_table, progress_table
from tthc_desktop.domain.reporting.facts import PeriodFacts
from tthc_desktop.domain.reporting.pictures import ReportPicture
from tthc_desktop.domain.reporting.printed import PrintedPictures, PrintedTable


def table_annexes(facts: PeriodFacts, words: Mapping[str, str]) -> Iterator[PrintedTable]:
    """Yield the tables that have rows; *words* fill the blanks of their headings."""
    attached = (_attached(words),)
    note = (f"Kỳ báo cáo: {words['kỳ']}, từ ngày {words['từ']} đến ngày {words['đến']}",)
    place = 0
    for one in facts.forms:
        if one.grid.rows:
            place += 1
            yield form_table(one.form, one.grid, place, note)
    if facts.activities:
        place += 1
        yield activity_annex(facts.activities, place, attached)
    if facts.progress:
        place += 1
        yield progress_table(facts.progress, place, attached)


def picture_annex(
    pictures: tuple[ReportPicture, ...], place: int, words: Mapping[str, str]
) -> PrintedPictures | None:
    """Return the annex of pictures at its *place* among the annexes; None without a picture."""
    if not pictures:
        return None
    return PrintedPictures(f"Phụ lục {roman(place)}", "BIỂU ĐỒ", _attached(words), pictures)


def _attached(words: Mapping[str, str]) -> str:
    return f"(Kèm theo Báo cáo {words['kỳ']} của {words['cơ quan']})"
