"""The index of Quyết định 766/QĐ-TTg: scores computed beside those of the portal.

Score: R × Pmax ÷ 100, or with a threshold T: Pmax from R ≥ T, else R × Pmax ÷ T.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

WHOLE_INDEX = 100  # points that all indicators give at most
DIFFERENCE = 0.05  # a computed score further from the portal's is flagged
_RANKS = ((90, "Xuất sắc"), (80, "Tốt"), (70, "Khá"), (50, "Trung bình"), (0, "Yếu"))


@dataclass(frozen=True, slots=True)
class Indicator:
    """A chỉ tiêu: its code, its group, how many points it gives at most, and its threshold."""

    code: str
    name: str
    group: str
    maximum: float | None
    threshold: float | None = None


@dataclass(frozen=True, slots=True)
class IndicatorLimit:
    """The office's own maximum and threshold of an indicator; goes before the shipped one."""

    register: ClassVar[str] = "indicator_limit"

    id: str
    indicator: str
    maximum: float
    threshold: float | None = None

    def trouble(self) -> str:
        """Nothing can be wrong between its values."""
        return ""


@dataclass(frozen=True, slots=True)
class IndexFigure:
    """What the portal shows of an indicator in a period; what is not typed yet is None."""

    register: ClassVar[str] = "index_figure"

    id: str
    period: str
    indicator: str
    numerator: float | None = None
    denominator: float | None = None
    portal_score: float | None = None

    def trouble(self) -> str:
        """Nothing can be wrong between its values: some rates go above 100 %."""
        return ""


@dataclass(frozen=True, slots=True)
class IndexScore:
    """An indicator of a period: rate in percent, computed score, the portal's, the one before."""

    indicator: Indicator
    rate: float | None
    score: float | None
    portal_score: float | None
    before: float | None = None

    @property
    def counted(self) -> float | None:
        """The score that counts: the portal's where there is one."""
        return self.portal_score if self.portal_score is not None else self.score

    @property
    def trend(self) -> float | None:
        """By how many points it counts more than the period before; None where one is missing."""
        if self.counted is None or self.before is None:
            return None
        return round(self.counted - self.before, 2)

    @property
    def differs(self) -> bool:
        """Whether the portal's score is not the computed one."""
        if self.score is None or self.portal_score is None:
            return False
        return round(abs(self.score - self.portal_score), 4) > DIFFERENCE


def score_of(rate: float, maximum: float, threshold: float | None = None) -> float:
    """Return the points of a rate in percent, rounded to two decimals, at most the maximum."""
    if threshold:
        return round(maximum if rate >= threshold else rate * maximum / threshold, 2)
    return round(min(rate, 100.0) * maximum / 100, 2)


def with_limits(
    shipped: Iterable[Indicator], limits: Iterable[IndicatorLimit]
) -> tuple[Indicator, ...]:
    """Return the indicators with the office's own maxima."""
    own = {one.indicator: one for one in limits}
    return tuple(
        replace(one, maximum=own[one.code].maximum, threshold=own[one.code].threshold)
        if one.code in own
        else one
        for one in shipped
    )


def index_scores(
    indicators: Iterable[Indicator],
    figures: Iterable[IndexFigure],
    period: str,
    before: str | None,
) -> tuple[IndexScore, ...]:
    """Return the indicators that have figures in *period*, with the score of *before*."""
    by_place = {(one.period, one.indicator): one for one in figures}
    scores = []
    for one in indicators:
        figure = by_place.get((period, one.code))
        if figure is not None:
            earlier = by_place.get((before or "", one.code))
            score = _score(one, figure)
            then = _score(one, earlier).counted if earlier else None
            scores.append(replace(score, before=then))
    return tuple(scores)


def _score(indicator: Indicator, figure: IndexFigure) -> IndexScore:
    is_whole = figure.numerator is not None and bool(figure.denominator)
    rate = (figure.numerator or 0) / (figure.denominator or 1) * 100 if is_whole else None
    known = rate is not None and indicator.maximum is not None
    score = (
        score_of(rate or 0, indicator.maximum or 0, indicator.threshold) if known else None
    )  # fmt: skip
    return IndexScore(indicator, rate, score, figure.portal_score)


def group_scores(scores: Iterable[IndexScore]) -> Mapping[str, float]:
    """Return the points of each group, in the order of its first indicator."""
    groups: dict[str, float] = {}
    for one in scores:
        groups[one.indicator.group] = round(
            groups.get(one.indicator.group, 0) + (one.counted or 0), 2
        )
    return groups


def rank_of(total: float) -> str:
    """Return the rank of a total out of 100 (bounds 90, 80, 70, 50: cần đối chiếu)."""
    return next(words for bound, words in _RANKS if total >= bound)
