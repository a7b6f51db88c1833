"""Nothing of a file is lost: every word is in the plan, in the layout, or is listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Annex, Block, Plan
from tthc_desktop.domain.task import Task
from tthc_desktop.reading.findings import Findings, words_of
from tthc_desktop.reading.source import Source


def leave_what_is_missing(
    source: Source, plan: Plan, directory: Directory, findings: Findings
) -> None:
    """List every line of *source* that holds a word found nowhere else."""
    there = Counter(findings.layout)
    for text in (*_plan_texts(plan, directory), *findings.not_understood):
        there.update(words_of(text))
    lines = [line for line in source.texts() if line]
    missing = Counter(word for line in lines for word in words_of(line))
    missing.subtract(there)
    for line in lines:
        words = Counter(words_of(line))
        if any(missing[word] > 0 for word in words):
            missing.subtract(words)
            findings.leave(line)


def _plan_texts(plan: Plan, directory: Directory) -> Iterator[str]:
    yield from (plan.parent_agency, plan.agency, plan.number or "", plan.symbol, plan.place)
    yield from (plan.title, plan.archive, plan.drafter or "", *plan.recipients)
    yield from (*plan.signature.lines, plan.signature.name)
    yield from _block_texts(plan.blocks)
    for annex in plan.annexes:
        yield from _annex_texts(annex, directory)


def _annex_texts(annex: Annex, directory: Directory) -> Iterator[str]:
    yield from (annex.label, annex.title, annex.attached_to)
    yield from _block_texts(annex.blocks)
    yield from _task_texts(annex.tasks, directory)


def _block_texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield block.text
        yield from (text for row in block.rows for text in row)


def _task_texts(tasks: tuple[Task, ...], directory: Directory) -> Iterator[str]:
    for task in tasks:
        yield from (task.content, task.timing)
        for one in (*task.lead, *task.coordinating):
            yield one.words or directory.get(one.respondent_id).name
        yield from _task_texts(task.children, directory)
