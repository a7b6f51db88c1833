"""The pictures of a report as plain values: what they show, and the same told in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tthc_desktop.domain.numbering import roman
from tthc_desktop.domain.reporting.entry_fields import number_words
from tthc_desktop.domain.reporting.forms import Form, Ratio
from tthc_desktop.domain.reporting.grids import Grid, total_values
from tthc_desktop.domain.reporting.index_scores import IndexScore, Indicator, group_scores
from tthc_desktop.domain.reporting.period_words import period_in_sentence


class PictureKind(StrEnum):
    """How a picture is drawn: a stacked bar a unit, a column a quarter, a bar a group."""

    UNITS = "units"
    QUARTERS = "quarters"
    GROUPS = "groups"


@dataclass(frozen=True, slots=True)
class PicturePart:
    """A part of a stacked bar: the words of its state and its count."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class PictureBar:
    """A bar: what it stands for, its figure as printed, and how long it is.

    `value` None: there is no figure. `maximum`: what it could be at most, where that is known.
    """

    label: str
    words: str
    value: float | None = None
    maximum: float | None = None
    parts: tuple[PicturePart, ...] = ()
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class ReportPicture:
    """A picture; `alt` tells what it shows with all its figures, for who does not see it."""

    kind: PictureKind
    title: str
    bars: tuple[PictureBar, ...]
    alt: str


_NO_FIGURE = "–"


def unit_picture(
    units: Iterable[tuple[str, tuple[PicturePart, ...]]], day: str
) -> ReportPicture | None:  # fmt: skip
    """Return the tasks of each unit by state; None where no unit has a task."""
    bars = []
    for name, parts in units:
        total = sum(one.count for one in parts)
        bars.append(PictureBar(name, str(total), float(total), parts=parts))
    if not bars:
        return None
    told = "; ".join(f"{one.label}: {one.words} ({_parts_words(one)})" for one in bars)
    title = f"Nhiệm vụ theo phòng, đơn vị chủ trì (đến ngày {day})"
    return ReportPicture(PictureKind.UNITS, title, tuple(bars), _alt(title, told))


def ratio_picture(
    form: Form, ratio: Ratio, quarters: Iterable[tuple[str, Grid | None]]
) -> ReportPicture | None:  # fmt: skip
    """Return a share of a form by quarter, the last one the current; None where that has none.

    Quarters before the first figure are left out.
    """
    found = [(key, _percent(form, ratio, grid)) for key, grid in quarters]
    while found and found[0][1] is None:
        found = found[1:]
    if not found or found[-1][1] is None:
        return None
    last = found[-1][0]
    bars = tuple(
        PictureBar(_short(key), _figure(value), value, 100.0, is_current=key == last)
        for key, value in found
    )
    title = f"{ratio.label[:1].upper()}{ratio.label[1:]} theo quý (%)"
    told = "; ".join(
        f"{period_in_sentence(key)}: {_figure(value)}{'' if value is None else '%'}"
        for key, value in found
    )
    return ReportPicture(PictureKind.QUARTERS, title, bars, _alt(title, told))


def group_picture(
    scores: Iterable[IndexScore], indicators: Iterable[Indicator], period: str
) -> ReportPicture | None:
    """Return the points of each group of the index 766 against what it gives at most."""
    scores = tuple(scores)
    if not scores:
        return None
    maxima: dict[str, float] = {}
    for one in indicators:
        maxima[one.group] = maxima.get(one.group, 0.0) + (one.maximum or 0.0)
    # What counts without a known maximum makes that of its group unknown.
    for score in scores:
        if score.indicator.maximum is None:
            maxima.pop(score.indicator.group, None)
    bars = tuple(
        _group_bar(group, score, maxima.get(group)) for group, score in group_scores(scores).items()
    )
    title = f"Điểm theo nhóm chỉ số (Quyết định số 766/QĐ-TTg), {period_in_sentence(period)}"
    told = "; ".join(f"{one.label}: {one.words} điểm" for one in bars)
    return ReportPicture(PictureKind.GROUPS, title, bars, _alt(title, told))


def _group_bar(group: str, score: float, maximum: float | None) -> PictureBar:
    most = f"/{number_words(maximum)}" if maximum else ""
    return PictureBar(group, f"{number_words(score, 2)}{most}", score, maximum or None)


def _percent(form: Form, ratio: Ratio, grid: Grid | None) -> float | None:
    if grid is None:
        return None
    total = total_values(form, grid)
    whole = ratio.denominator.of(total)
    return round(ratio.numerator.of(total) / whole * 100 + 1e-9, 1) if whole else None


def _figure(value: float | None) -> str:
    return _NO_FIGURE if value is None else number_words(value, 1)


def _short(quarter: str) -> str:
    """Return a quarter as it stands under its column: II/26."""
    year, _, number = quarter.partition("-Q")
    return f"{roman(int(number))}/{year[2:]}"


def _parts_words(bar: PictureBar) -> str:
    return ", ".join(f"{one.words.lower()} {one.count}" for one in bar.parts if one.count)


def _alt(title: str, told: str) -> str:
    return f"Biểu đồ: {title}. {told}."
