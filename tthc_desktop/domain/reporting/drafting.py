"""A report's sentences as drafted from what was recorded; the zero case is told as well."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tthc_desktop.domain.progress import LEFT_OUT, STATE_WORDS, State
from tthc_desktop.domain.reporting.entry_fields import number_words
from tthc_desktop.domain.reporting.facts import PeriodFacts, ProgressLine
from tthc_desktop.domain.reporting.form_sentences import form_sentences
from tthc_desktop.domain.reporting.index_scores import group_scores, rank_of
from tthc_desktop.domain.reporting.number_words import percent_words, share_words
from tthc_desktop.domain.reporting.outline import Outline
from tthc_desktop.domain.reporting.sentences import Drafted, Figure

_LONGEST_LIST = 60
_ONCE = "Một lần"  # told by its day alone


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
    def write(facts: PeriodFacts) -> Iterator[Drafted]:
        told = [one for one in facts.progress if one.is_done or one.result]
        for one in told[:_LONGEST_LIST]:
            section = outline.section_of(one.content)
            yield Drafted(f"task.{one.key}", section, _task_words(one))

    return write


def _task_words(line: ProgressLine) -> str:
    head = "Đã hoàn thành" if line.is_done else STATE_WORDS[line.state]
    name = line.content.rstrip(".;")
    percent = f" (đạt {percent_words(line.percent)})" if line.percent and not line.is_done else ""
    result = f": {line.result.rstrip('.;')}" if line.result else ""
    return f"- {head} “{name}” ({_inside(line.period)}){percent}{result}."


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


def _summary(facts: PeriodFacts) -> Iterator[Drafted]:
    counted = [one for one in facts.progress if one.state not in LEFT_OUT]
    if not counted:
        return
    values = {
        "nhiệm vụ": len(counted),
        "hoàn thành": sum(one.is_done for one in counted),
        "hoàn thành sau hạn": sum(one.is_done and one.days_late > 0 for one in counted),
        "đang thực hiện": sum(one.state is State.IN_PROGRESS for one in counted),
        "quá hạn": sum(one.is_overdue for one in counted),
    }
    total, done, late, running, overdue = (number_words(one) for one in values.values())
    share = share_words(values["hoàn thành"], values["nhiệm vụ"])
    yield Drafted(
        "tasks.total", "II.1",
        f"Trong kỳ có {total} lượt nhiệm vụ theo kế hoạch; đã hoàn thành {done} (đạt {share}), "
        f"trong đó {late} hoàn thành sau hạn; đang thực hiện {running}; quá hạn {overdue}.",
        (*(Figure(name, number_words(one)) for name, one in values.items()),
         Figure("tỷ lệ", share)),
    )  # fmt: skip


def _late_tasks(facts: PeriodFacts) -> Iterator[Drafted]:
    for one in facts.progress:
        if one.days_late > 0 and (one.is_done or one.is_overdue):
            reason = f"; lý do: {one.reason.rstrip('.;')}" if one.reason else ""
            verb = "hoàn thành chậm" if one.is_done else "quá hạn"
            days = number_words(one.days_late)
            yield Drafted(
                f"late.{one.key}", "II.2",
                f"- “{one.content.rstrip('.;')}” ({one.lead}, {_inside(one.period)}) {verb} {days} "
                f"ngày{reason}.",
                (Figure("số ngày", days),),
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


def _coming(facts: PeriodFacts) -> Iterator[Drafted]:
    """One line a task, however many of its periods are open."""
    tasks: dict[str, list[ProgressLine]] = {}
    for one in facts.coming:
        tasks.setdefault(one.key.partition(".")[0], []).append(one)
    for key, lines in list(tasks.items())[:_LONGEST_LIST]:
        first = lines[0]
        days = [one.due for one in lines if one.due]
        told = [
            ", ".join(dict.fromkeys(_inside(one.period) for one in lines if one.period != _ONCE)),
            f"hạn {min(days):%d/%m/%Y}" if days else "",
            f"chủ trì: {first.lead}" if first.lead else "",
        ]
        words = "; ".join(filter(None, told))
        text = f"- {first.content.rstrip('.;')} ({words})." if words else f"- {first.content}."
        yield Drafted(f"coming.{key}", "III", text)


def _inside(period: str) -> str:
    """Return the words of a period inside a sentence: quý II."""
    return f"{period[:1].lower()}{period[1:]}"


_WRITERS = (
    _petitions, _index, _activities, _summary, _late_tasks, _difficulties, _coming,
)  # fmt: skip
