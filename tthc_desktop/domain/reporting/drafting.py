"""A report's sentences as drafted from what was recorded; the zero case is told as well."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tthc_desktop.domain.reporting.entry_fields import number_words
from tthc_desktop.domain.reporting.facts import PeriodFacts
from tthc_desktop.domain.reporting.form_sentences import form_sentences
from tthc_desktop.domain.reporting.index_scores import group_scores, rank_of
from tthc_desktop.domain.reporting.number_words import percent_words
from tthc_desktop.domain.reporting.outline import Outline
from tthc_desktop.domain.reporting.sentences import Drafted, Figure
from tthc_desktop.domain.reporting.task_sentences import (
    coming_tasks,
    late_tasks,
    task_counts,
    task_sentences,
)


def draft(outline: Outline, facts: PeriodFacts) -> tuple[Drafted, ...]:
    """Return the sentences of every section in the outline's order."""
    keys = [one.key for one in outline.sections]
    written = [
        one
        for writer in (_forms, _tasks(outline), *_WRITERS)
        for one in writer(facts)
        if one.section in keys
    ]
    sentences: list[Drafted] = []
    for section in outline.sections:
        own = [one for one in written if one.section == section.key]
        if not own and section.zero:
            own = [Drafted(f"{section.key}.zero", section.key, section.zero)]
        sentences += own
    return tuple(sentences)


def _forms(facts: PeriodFacts) -> Iterator[Drafted]:
    for one in facts.forms:
        yield from form_sentences(one)


def _tasks(outline: Outline) -> Callable[[PeriodFacts], Iterator[Drafted]]:
    return lambda facts: task_sentences(outline, facts)


def _petitions(facts: PeriodFacts) -> Iterator[Drafted]:
    if facts.late_petitions:
        count = number_words(facts.late_petitions)
        text = f"Có {count} phản ánh, kiến nghị xử lý quá thời hạn."
        yield Drafted("petitions.late", "I.5", text, (Figure("quá thời hạn", count),))


def _index(facts: PeriodFacts) -> Iterator[Drafted]:
    if not facts.index:
        return
    groups = group_scores(facts.index)
    total = round(sum(groups.values()), 2)
    parts = ", ".join(f"{name.lower()} {_points(score)}" for name, score in groups.items())
    figures = [Figure(name, _points(score)) for name, score in groups.items()]
    yield Drafted(
        "index.total", "I.8",
        f"Kết quả đánh giá theo Quyết định số 766/QĐ-TTg: {_points(total)} điểm, xếp loại "
        f"{rank_of(total)} ({parts}).",
        (Figure("tổng điểm", _points(total)), *figures),
    )  # fmt: skip
    for one in facts.index:
        if one.differs and one.score is not None and one.portal_score is not None:
            yield Drafted(
                f"index.{one.indicator.code}", "I.8",
                f"Chỉ tiêu {one.indicator.code} ({one.indicator.name}): Cổng tính "
                f"{_points(one.portal_score)} điểm, theo tử số và mẫu số là {_points(one.score)} "
                "điểm; cần đối chiếu.",
                (Figure("điểm trên Cổng", _points(one.portal_score)),
                 Figure("điểm tính", _points(one.score))),
            )  # fmt: skip


def _points(score: float) -> str:
    return number_words(score, 2)


def _activities(facts: PeriodFacts) -> Iterator[Drafted]:
    now = [one for one in facts.activities if one.in_period]
    if not now:
        return
    parts = [
        f"{one.kind[:1].lower()}{one.kind[1:]} {number_words(one.in_period)} {one.unit}".strip()
        for one in now
    ]
    figures = tuple(Figure(one.kind, number_words(one.in_period)) for one in now)
    text = f"Trong kỳ, Sở đã thực hiện: {'; '.join(parts)}."
    yield Drafted("activities.period", "I.10", text, figures)
    reached = [one for one in facts.activities if one.target]
    if reached:
        told = "; ".join(
            f"{one.kind[:1].lower()}{one.kind[1:]} {number_words(one.in_year)}/"
            f"{number_words(one.target or 0)} {one.unit} ({percent_words(one.percent)})"
            for one in reached
        )
        yield Drafted(
            "activities.year", "I.10", f"Lũy kế so với chỉ tiêu năm: {told}.",
            tuple(Figure(f"{one.kind} lũy kế", number_words(one.in_year)) for one in reached),
        )  # fmt: skip


def _difficulties(facts: PeriodFacts) -> Iterator[Drafted]:
    for one in facts.difficulties:
        answer = f" Đã trả lời: {one.answer.rstrip('.')}." if one.answer else ""
        unit = f"{one.division}: " if one.division else ""
        yield Drafted(f"difficulty.{one.id}", "II.3", f"- {unit}{one.text.rstrip('.;')}.{answer}")
    for line in facts.progress:
        if line.difficulty:
            text = f"- {line.lead}: {line.difficulty.rstrip('.;')} (nhiệm vụ {line.number})."
            yield Drafted(f"difficulty.{line.key}", "II.3", text)


_WRITERS = (
    _petitions, _index, _activities, task_counts, late_tasks, _difficulties, coming_tasks,
)  # fmt: skip
