"""Sentences about tasks: what was done in the period, how many, which late, what comes next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from tthc_desktop.domain.progress import LEFT_OUT, STATE_WORDS, State
from tthc_desktop.domain.reporting.entry_fields import number_words
from tthc_desktop.domain.reporting.facts import PeriodFacts, ProgressLine
from tthc_desktop.domain.reporting.number_words import percent_words, share_words
from tthc_desktop.domain.reporting.outline import Outline
from tthc_desktop.domain.reporting.sentences import Drafted, Figure
from tthc_desktop.domain.reporting.told_words import in_one_line

_LONGEST_LIST = 60
_ONCE = "Một lần"  # told by its day alone
# Words that begin a result and are no names: small inside a sentence.
_OPENING = re.compile(r"(^|; )(Đã|Đang|Chưa|Có|Không|Kết quả|Thu|Tổ chức|Hoàn thành) ")


def task_sentences(outline: Outline, facts: PeriodFacts) -> Iterator[Drafted]:
    """Yield what was told of each task: a line, or a line and one below it for each period."""
    told = _by_task(one for one in facts.progress if one.is_done or in_one_line(one.result))
    for key, lines in list(told.items())[:_LONGEST_LIST]:
        first = lines[0]
        section, name = outline.section_of(first.content), _name(first)
        if first.target:
            name = f"{name} (chỉ tiêu {first.target})"
        if len(lines) > 1:
            yield Drafted(f"task.{key}", section, f"- {name}:")
            for one in lines:
                words = _with_state(_result(one.result), _state(one))
                yield Drafted(f"task.{one.key}", section, f"+ {one.period}: {words}.")
            continue
        period = "" if first.period == _ONCE else f"{inside(first.period)}, "
        state = f"{period}{_state(first)}"
        of_units = [(unit, words) for unit, said in first.told if (words := _result(said))]
        if of_units:
            yield Drafted(f"task.{first.key}", section, f"- {name} ({state}):")
            for unit, result in of_units:
                words = f"+ {unit}: {result}."
                yield Drafted(f"task.{first.key}.{unit}", section, words)
        else:
            words = _with_state(_result(first.result), state)
            yield Drafted(f"task.{first.key}", section, f"- {name}: {words}.")
    rest = [lines[0].content for lines in list(told.values())[_LONGEST_LIST:]]
    for section, count in Counter(map(outline.section_of, rest)).items():
        yield _more(f"task.more.{section}", section, count, "chi tiết tại phụ lục tiến độ")


def _more(key: str, section: str, count: int, words: str) -> Drafted:
    """Return the line that tells how many tasks a list that would be too long leaves out."""
    said = number_words(count)
    return Drafted(key, section, f"- {said} nhiệm vụ khác: {words}.", (Figure("nhiệm vụ", said),))


def _state(line: ProgressLine) -> str:
    if line.is_done:
        return "đã hoàn thành"
    percent = f", đạt {percent_words(line.percent)}" if line.percent else ""
    return f"{STATE_WORDS[line.state].lower()}{percent}"


def _result(result: str) -> str:
    return _OPENING.sub(lambda match: match.group().lower(), in_one_line(result))


def _with_state(result: str, state: str) -> str:
    return f"{result} ({state})" if result else state


def task_counts(facts: PeriodFacts) -> Iterator[Drafted]:
    """Yield the sentence that counts the occurrences of the period by their state."""
    counted = [one for one in facts.progress if one.state not in LEFT_OUT]
    if not counted:
        return
    done = [one for one in counted if one.is_done]
    late = sum(one.days_late > 0 for one in done)
    values = [("hoàn thành", len(done))]
    values += [
        (STATE_WORDS[state].lower(), sum(one.state is state for one in counted))
        for state in (State.IN_PROGRESS, State.NOT_STARTED, State.WAITING_DOCUMENT, State.PAUSED)
    ]
    overdue = sum(one.is_overdue for one in counted)
    share = share_words(len(done), len(counted))
    parts = [f"đã hoàn thành {number_words(len(done))} (đạt {share}"]
    parts[0] += f"; {number_words(late)} hoàn thành sau hạn)" if late else ")"
    parts += [f"{name} {number_words(count)}" for name, count in values[1:] if count]
    overdue_words = f" Có {number_words(overdue)} lượt quá hạn." if overdue else ""
    total = ("nhiệm vụ", len(counted))
    rest = (("hoàn thành sau hạn", late), ("quá hạn", overdue))
    figures = [Figure(name, number_words(count)) for name, count in (total, *values, *rest)]
    yield Drafted(
        "tasks.total", "II.1",
        f"Trong kỳ có {number_words(len(counted))} lượt nhiệm vụ theo kế hoạch: "
        f"{'; '.join(parts)}.{overdue_words}",
        (*figures, Figure("tỷ lệ", share)),
    )  # fmt: skip


def late_tasks(facts: PeriodFacts) -> Iterator[Drafted]:
    """Yield each task that is late or was finished late, with the reason told."""
    for one in facts.progress:
        if one.days_late > 0 and (one.is_done or one.is_overdue):
            why = in_one_line(one.reason)
            reason = f"; lý do: {why}" if why else ""
            verb = "hoàn thành chậm" if one.is_done else "quá hạn"
            days = number_words(one.days_late)
            period = "" if one.period == _ONCE else inside(one.period)
            who = ", ".join(filter(None, (one.lead, period)))
            place = f" ({who})" if who else ""
            yield Drafted(
                f"late.{one.key}", "II.2",
                f"- {_name(one)}{place}: {verb} {days} ngày{reason}.",
                (Figure("số ngày", days),),
            )  # fmt: skip


def coming_tasks(facts: PeriodFacts) -> Iterator[Drafted]:
    """Yield a line for each task of the next period, however many of its periods are open."""
    tasks = _by_task(facts.coming)
    for key, lines in list(tasks.items())[:_LONGEST_LIST]:
        first = lines[0]
        days = [one.due for one in lines if one.due]
        told = [
            ", ".join(dict.fromkeys(inside(one.period) for one in lines if one.period != _ONCE)),
            f"hạn {min(days):%d/%m/%Y}" if days else "",
            f"chủ trì: {first.lead}" if first.lead else "",
        ]
        words = "; ".join(filter(None, told))
        text = f"- {_name(first)} ({words})." if words else f"- {_name(first)}."
        yield Drafted(f"coming.{key}", "III", text)
    if len(tasks) > _LONGEST_LIST:
        yield _more("coming.more", "III", len(tasks) - _LONGEST_LIST, "theo kế hoạch")


def inside(period: str) -> str:
    """Return the words of a period inside a sentence: quý II."""
    return f"{period[:1].lower()}{period[1:]}"


def _by_task(lines: Iterable[ProgressLine]) -> dict[str, list[ProgressLine]]:
    tasks: dict[str, list[ProgressLine]] = {}
    for one in lines:
        tasks.setdefault(one.key.partition(".")[0], []).append(one)
    return tasks


def _name(line: ProgressLine) -> str:
    return in_one_line(line.content)
