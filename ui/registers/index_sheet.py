"""Bộ chỉ số 766: figures of a period with scores worked out, groups summed, trend; and maxima."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tthc_desktop.domain.reporting.entry_fields import number_words
from tthc_desktop.domain.reporting.index_scores import (
    DIFFERENCE,
    IndexFigure,
    IndexScore,
    Indicator,
    group_scores,
    index_scores,
    rank_of,
    with_limits,
)
from tthc_desktop.domain.reporting.registers import INDEX, INDICATOR_LIMITS
from tthc_desktop.domain.reporting.windows import previous_period
from tthc_desktop.use_cases.reporting.register_book import RegisterBook
from ui.registers.entry_sheet import field_columns
from ui.registers.indicator_sheet import IndicatorSheet
from ui.registers.register_sheet import (
    FactTable,
    Picks,
    Scope,
    SheetCell,
    SheetColumn,
    SheetFacts,
    SheetRow,
)

_DIFFERS, _MISSING = "differs", "missing"
_NAME_WIDTH = 270
_DIFFERENCE_AT = 8


class IndexSheet(IndicatorSheet):
    """The indicators of a period by group; the portal's score counts where there is one."""

    def __init__(self) -> None:
        """Show the figures."""
        own = field_columns(INDEX, numerator=84, denominator=84, portal_score=84)
        columns = (
            SheetColumn("Mã", 56),
            SheetColumn("Chỉ tiêu", _NAME_WIDTH),
            own["numerator"],
            own["denominator"],
            SheetColumn("Tỷ lệ (%)", 76, is_number=True),
            SheetColumn("Điểm tối đa", 70, is_number=True),
            SheetColumn("Điểm tính", 70, is_number=True),
            own["portal_score"],
            SheetColumn("Chênh lệch", 76, is_number=True),
            SheetColumn("Kỳ trước", 70, is_number=True),
            SheetColumn("So với\nkỳ trước", 84, is_number=True),
        )
        super().__init__(INDEX, columns, "Số liệu")

    def picks(self, book: RegisterBook) -> Picks:
        """Return what can be looked for."""
        del book
        return Picks(
            "Mọi chỉ tiêu",
            ((_DIFFERS, "Lệch điểm trên Cổng"), (_MISSING, "Chưa có số liệu")),
        )

    def begun(self, book: RegisterBook, scope: Scope, indicator: Indicator) -> dict[str, str]:
        """Return the period and the indicator."""
        del book
        return {"period": scope.key, "indicator": indicator.code}

    def rows(self, book: RegisterBook, scope: Scope) -> tuple[SheetRow, ...]:
        """Return a row for each indicator under a row for its group."""
        figures = {
            one.indicator: one for one in book.of(INDEX) if one.period == scope.key
        }  # fmt: skip
        scores = {one.indicator.code: one for one in scores_of(book, scope)}
        return tuple(_with_groups(indicators_of(book), figures, scores))

    def facts(self, book: RegisterBook, scope: Scope) -> SheetFacts:
        """Return total and rank, and the points of each group."""
        scores = scores_of(book, scope)
        groups = group_scores(scores)
        total = sum(groups.values())
        differing = [one.indicator.code for one in scores if one.differs]
        line = "Chưa có số liệu của kỳ này. Gõ tử số, mẫu số và điểm trên Cổng theo từng chỉ tiêu."
        if scores:
            line = (
                f"Tổng {number_words(total, 2)} điểm · xếp loại {rank_of(total)} (cần đối chiếu) · "
                f"{len(scores)}/{len(book.indicators)} chỉ tiêu có số liệu"
            )
        if differing:
            line += f" · lệch điểm trên Cổng: {', '.join(differing)}"
        most: dict[str, float] = {}
        for one in indicators_of(book):
            most[one.group] = most.get(one.group, 0) + (one.maximum or 0)
        rows = tuple(
            (group, number_words(groups.get(group, 0), 2), number_words(maximum))
            for group, maximum in most.items()
        )
        note = "Tính theo điểm trên Cổng; chỉ tiêu chưa có thì theo tử số và mẫu số."
        table = FactTable("Điểm theo nhóm", rows, note, ("Nhóm", "Điểm", "Tối đa"))
        return SheetFacts(line, (table,))


class LimitSheet(IndicatorSheet):
    """The office's own maxima and thresholds beside those shipped."""

    has_scope = False

    def __init__(self) -> None:
        """Show the maxima."""
        own = field_columns(INDICATOR_LIMITS)
        columns = (
            SheetColumn("Mã", 56),
            SheetColumn("Chỉ tiêu", 360),
            SheetColumn("Nhóm", 190),
            SheetColumn("Tối đa đưa sẵn", 110, is_number=True),
            own["maximum"],
            SheetColumn("Ngưỡng đưa sẵn", 110, is_number=True),
            own["threshold"],
        )
        super().__init__(INDICATOR_LIMITS, columns, "Điểm tối đa")

    def begun(self, book: RegisterBook, scope: Scope, indicator: Indicator) -> dict[str, str]:
        """Return what is shipped: the office changes one of two values and keeps the other."""
        del book, scope
        return {
            "indicator": indicator.code,
            "maximum": _number(indicator.maximum),
            "threshold": _number(indicator.threshold),
        }

    def is_ended(self, texts: Mapping[str, str]) -> bool:
        """Whether the shipped values hold again."""
        return not texts.get("maximum") and not texts.get("threshold")

    def rows(self, book: RegisterBook, scope: Scope) -> tuple[SheetRow, ...]:
        """Return a row for each indicator."""
        del scope
        own = {one.indicator: one for one in book.of(INDICATOR_LIMITS)}
        rows = []
        for one in book.indicators:
            limit = own.get(one.code)
            cells = (
                SheetCell(one.code), SheetCell(one.name), SheetCell(one.group),
                _cell(one.maximum), _cell(limit.maximum if limit else None),
                _cell(one.threshold), _cell(limit.threshold if limit else None),
            )  # fmt: skip
            rows.append(SheetRow(one.code, cells, limit))
        return tuple(rows)

    def facts(self, book: RegisterBook, scope: Scope) -> SheetFacts:
        """Say what holds."""
        del scope
        count = len(book.of(INDICATOR_LIMITS))
        unknown = sum(one.maximum is None for one in indicators_of(book))
        return SheetFacts(
            f"{count} chỉ tiêu theo điểm của cơ quan, còn lại theo điểm đưa sẵn (cần đối chiếu với "
            f"Quyết định 766/QĐ-TTg). {unknown} chỉ tiêu chưa xác định điểm tối đa. "
            "Xóa dòng (Ctrl+-) thì trở lại điểm đưa sẵn."
        )


def indicators_of(book: RegisterBook) -> tuple[Indicator, ...]:
    """Return the indicators with the office's own maxima."""
    return with_limits(book.indicators, book.of(INDICATOR_LIMITS))


def scores_of(book: RegisterBook, scope: Scope) -> tuple[IndexScore, ...]:
    """Return the scores of a period beside those of the period before."""
    return index_scores(
        indicators_of(book), book.of(INDEX), scope.key, previous_period(scope.key)
    )  # fmt: skip


def _with_groups(
    indicators: tuple[Indicator, ...],
    figures: Mapping[str, IndexFigure],
    scores: Mapping[str, IndexScore],
) -> Iterator[SheetRow]:
    sums, group = group_scores(scores.values()), ""
    for one in indicators:
        if one.group != group:
            group = one.group
            most = sum(each.maximum or 0 for each in indicators if each.group == group)
            yield _group_row(group, sums.get(group), most)
        yield _row(one, figures.get(one.code), scores.get(one.code))


def _group_row(group: str, points: float | None, most: float) -> SheetRow:
    none = SheetCell()
    cells = (
        none, SheetCell(group), none, none, none, _cell(most), none, _cell(points, 2),
        none, none, none,
    )  # fmt: skip
    return SheetRow(f"group:{group}", cells, is_group=True)


def _row(one: Indicator, figure: IndexFigure | None, score: IndexScore | None) -> SheetRow:
    cells = [
        SheetCell(one.code),
        SheetCell(one.name),
        _cell(figure.numerator if figure else None),
        _cell(figure.denominator if figure else None),
        _cell(score.rate if score else None, 2),
        _cell(one.maximum),
        _cell(score.score if score else None, 2),
        _cell(figure.portal_score if figure else None),
        SheetCell(_signed(_difference(score), "", ""), value=_difference(score)),
        _cell(score.before if score else None, 2),
        SheetCell(_signed(score.trend if score else None), value=score.trend if score else None),
    ]
    picks = set()
    if score is not None and score.differs:
        picks.add(_DIFFERS)
        words = number_words(DIFFERENCE, 2)
        said = f"Điểm tính khác điểm trên Cổng quá {words} điểm."
        cells[_DIFFERENCE_AT] = replace(cells[_DIFFERENCE_AT], warning=said)
    if figure is None:
        picks.add(_MISSING)
    elif (figure.numerator is None) != (figure.denominator is None):
        place, name = (2, "tử số") if figure.numerator is None else (3, "mẫu số")
        cells[place] = SheetCell("", warning=f"Chưa ghi {name} nên chưa tính được điểm.")
    return SheetRow(one.code, tuple(cells), figure, frozenset(picks))


def _difference(score: IndexScore | None) -> float | None:
    if score is None or score.score is None or score.portal_score is None:
        return None
    return round(score.portal_score - score.score, 2)


def _signed(value: float | None, up: str = "▲ ", down: str = "▼ ") -> str:
    if value is None:
        return ""
    if not value:
        return "0,00"
    arrow = f"{up}+" if value > 0 else f"{down}−"
    return f"{arrow}{number_words(abs(value), 2)}"


def _number(value: float | None) -> str:
    return "" if value is None else number_words(value)


def _cell(value: float | None, decimals: int | None = None) -> SheetCell:
    words = "" if value is None else number_words(value, decimals)
    return SheetCell(words, value=value if value is None else round(value, 4))
