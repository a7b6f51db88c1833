"""The sentences that tell a form's figures: its total, and how it moved."""

from __future__ import annotations

from collections.abc import Iterator

from tthc_desktop.domain.reporting.entry_fields import number_words
from tthc_desktop.domain.reporting.facts import FormFigures
from tthc_desktop.domain.reporting.grids import Grid, shown_values, total_values
from tthc_desktop.domain.reporting.number_words import change_words, share_words
from tthc_desktop.domain.reporting.sentences import Drafted, Figure
from tthc_desktop.domain.reporting.told_words import in_one_line


def form_sentences(figures: FormFigures) -> Iterator[Drafted]:
    """Yield the sentences of a form; none where all its figures are 0."""
    form, total = figures.form, total_values(figures.form, figures.grid)
    if not form.sentence or not any(total.values()):
        return
    values = {str(column): number_words(value) for column, value in total.items()}
    values |= {
        one.name: share_words(one.numerator.of(total), one.denominator.of(total))
        for one in form.ratios
    }
    text = form.sentence
    used = []
    for name, value in values.items():
        if f"{{{name}}}" in text:
            text = text.replace(f"{{{name}}}", value)
            used.append(Figure(f"{form.code} cột {name}" if name.isdigit() else name, value))
    yield Drafted(f"{form.code}.total", form.section, text, tuple(used))
    yield from _moved(figures, total)
    yield from _causes(figures)


def _moved(figures: FormFigures, total: dict[int, int]) -> Iterator[Drafted]:
    earlier = ((figures.before, "kỳ trước"), (figures.last_year, "cùng kỳ năm trước"))
    for grid, words in earlier:
        if not figures.form.compared or not _has_figures(figures, grid):
            continue
        then = total_values(figures.form, grid or Grid(figures.form.code))
        parts, used = [], []
        for one in figures.form.compared:
            now_value, then_value = one.formula.of(total), one.formula.of(then)
            parts.append(f"{one.label} {change_words(now_value, then_value)}")
            used += [
                Figure(one.label, number_words(now_value)),
                Figure(f"{one.label} {words}", number_words(then_value)),
            ]
        yield Drafted(
            f"{figures.form.code}.{words}", figures.form.section,
            f"So với {words}, {', '.join(parts)}.", tuple(used),
        )  # fmt: skip


def _causes(figures: FormFigures) -> Iterator[Drafted]:
    for row in figures.grid.body(figures.form):
        values = shown_values(figures.form, row)
        late = sum(values[column] for column in figures.form.reason_for)
        if late and in_one_line(row.cause):
            yield Drafted(
                f"{figures.form.code}.cause.{row.label}", figures.form.section,
                f"Nguyên nhân {number_words(late)} hồ sơ quá hạn lĩnh vực {row.label}: "
                f"{in_one_line(row.cause)}.",
                (Figure("hồ sơ quá hạn", number_words(late)),),
            )  # fmt: skip


def _has_figures(figures: FormFigures, grid: Grid | None) -> bool:
    return grid is not None and any(total_values(figures.form, grid).values())
