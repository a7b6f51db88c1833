"""A report's sentences as drafted from what was recorded; the zero case is told as well."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tthc_desktop.domain.reporting.difficulties import ToldDifficulty
from tthc_desktop.domain.reporting.entry_fields import number_words
from tthc_desktop.domain.reporting.facts import PeriodFacts
from tthc_desktop.domain.reporting.form_sentences import form_sentences
from tthc_desktop.domain.reporting.index_scores import WHOLE_INDEX, group_scores, rank_of
from tthc_desktop.domain.reporting.number_words import percent_words
from tthc_desktop.domain.reporting.outline import Outline
from tthc_desktop.domain.reporting.sentences import Drafted, Figure
from tthc_desktop.domain.reporting.task_sentences import (
    coming_tasks,
    late_tasks,
    task_counts,
    task_sentences,
)
from tthc_desktop.domain.reporting.told_words import in_one_line, says_nothing


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
    figures = [Figure("tổng điểm", _points(total))]
    figures += [Figure(name, _points(score)) for name, score in groups.items()]
    known = [one for one in facts.index if one.counted is not None]
    most = sum(one.indicator.maximum or 0 for one in known)
    rank = f", xếp loại {rank_of(total)}"
    if most < WHOLE_INDEX:
        # A total of some indicators has no rank: what is missing would count as none reached.
        rank = f" trên {number_words(most)} điểm tối đa của các chỉ tiêu đã có số liệu"
        figures.insert(1, Figure("điểm tối đa", number_words(most)))
    yield Drafted(
        "index.total", "I.8",
        f"Kết quả đánh giá theo Quyết định số 766/QĐ-TTg: {_points(total)} điểm{rank} ({parts}).",
        tuple(figures),
    )  # fmt: skip
    if known and all(one.before is not None for one in known):
        moved = round(total - sum(one.before or 0 for one in known), 2)
        by = f"{'tăng' if moved > 0 else 'giảm'} {_points(abs(moved))} điểm"
        told = by if moved else "không thay đổi"
        used = (Figure("điểm thay đổi", _points(abs(moved))),) if moved else ()
        text = f"So với kỳ trước, điểm các chỉ tiêu này {told}."
        yield Drafted("index.kỳ trước", "I.8", text, used)
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
    told = [one for one in facts.difficulties if not says_nothing(one.text)]
    if not told:
        return
    answered = sum(one.is_answered for one in told)
    left = len(told) - answered
    figures = (
        Figure("khó khăn, vướng mắc", f"{len(told)}"),
        Figure("đã trả lời", f"{answered}"),
        Figure("chưa trả lời", f"{left}"),
    )
    rest = f"còn {left} chưa trả lời" if left else "không còn nội dung chưa trả lời"
    yield Drafted(
        "difficulty.count", "II.3",
        f"Trong kỳ, các phòng, đơn vị nêu {len(told)} khó khăn, vướng mắc; đã trả lời {answered}, "
        f"{rest}.", figures,
    )  # fmt: skip
    for one in told:
        yield Drafted(f"difficulty.{one.key}", "II.3", _told(one))


def _told(one: ToldDifficulty) -> str:
    who = f"{one.who}: " if one.who else ""
    where = f" (nhiệm vụ {one.place.number})" if one.place else ""
    answer = f" Đã trả lời: {in_one_line(one.answer)}." if one.answer else ""
    changed = " Nội dung đã đổi sau khi trả lời." if one.is_changed else ""
    return f"- {who}{in_one_line(one.text)}{where}.{answer}{changed}"


_WRITERS = (
    _petitions, _index, _activities, task_counts, late_tasks, _difficulties, coming_tasks,
)  # fmt: skip
