"""Search over titles, paragraphs and tasks of all plans, on their folded columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, select

from db.row_codec import runs_from_json
from db.tables import AnnexRow, BlockRow, PlanRow, TaskRow
from tthc_desktop.domain.search import HitKind, SearchHit
from tthc_desktop.domain.text_run import runs_text


class SqlSearchStore:
    """The search as one connection sees it."""

    def __init__(self, connection: Connection) -> None:
        """Work on the connection of a unit of work."""
        self._connection = connection

    def search(self, words: Sequence[str], limit: int) -> tuple[SearchHit, ...]:
        """Return what holds all *words*, at most *limit*: titles, then tasks, then text."""
        if not words:
            return ()
        found: list[SearchHit] = []
        for kind, query in self._queries(words):
            rows = self._connection.execute(query.limit(limit - len(found)))
            found += [
                SearchHit(plan_id, kind, place, text if kind is HitKind.TITLE else _text(text))
                for plan_id, place, text in rows
            ]
            if len(found) >= limit:
                break
        return tuple(found)

    def numbered(
        self, places: Sequence[int], limit: int, *, is_followed: bool = False
    ) -> tuple[SearchHit, ...]:
        """Return the tasks that stand at *places*, from the top row down, in every list.

        Places count from 0. *is_followed* looks in the lists of what is followed, not printed.
        """
        is_list = TaskRow.annex_id.is_(None) if is_followed else TaskRow.annex_id.is_not(None)
        found = select(TaskRow.id).where(is_list, TaskRow.parent_id.is_(None))
        found = found.where(TaskRow.position == places[0])
        for place in places[1:]:
            found = select(TaskRow.id).where(
                TaskRow.parent_id.in_(found), TaskRow.position == place
            )
        rows = self._connection.execute(
            select(TaskRow.plan_id, TaskRow.id, TaskRow.runs)
            .join(PlanRow, PlanRow.id == TaskRow.plan_id)
            .outerjoin(AnnexRow, AnnexRow.id == TaskRow.annex_id)
            .where(TaskRow.id.in_(found))
            .order_by(PlanRow.year.desc(), PlanRow.added, AnnexRow.position)
            .limit(limit)
        )
        number = ("T" if is_followed else "") + ".".join(str(one + 1) for one in places)
        return tuple(
            SearchHit(plan_id, HitKind.TASK, place, _text(text), number)
            for plan_id, place, text in rows
        )

    @staticmethod
    def _queries(words: Sequence[str]) -> tuple[tuple[HitKind, Select[*tuple[Any, ...]]], ...]:
        newest = PlanRow.year.desc(), PlanRow.added
        titles = select(PlanRow.id, PlanRow.id, PlanRow.title)
        tasks = select(TaskRow.plan_id, TaskRow.id, TaskRow.runs)
        tasks = tasks.join(PlanRow, PlanRow.id == TaskRow.plan_id)
        texts = select(BlockRow.plan_id, BlockRow.id, BlockRow.runs)
        texts = texts.join(PlanRow, PlanRow.id == BlockRow.plan_id)
        return (
            (HitKind.TITLE, titles.where(_holds(PlanRow.folded, words)).order_by(*newest)),
            (
                HitKind.TASK,
                tasks.where(_holds(TaskRow.folded, words)).order_by(*newest, TaskRow.position),
            ),
            (
                HitKind.TEXT,
                texts.where(_holds(BlockRow.folded, words)).order_by(*newest, BlockRow.position),
            ),
        )


def _holds(column: Any, words: Sequence[str]) -> ColumnElement[bool]:  # noqa: ANN401 - a column
    return and_(*(column.contains(word, autoescape=True) for word in words))


def _text(runs: list[Any]) -> str:
    return runs_text(runs_from_json(runs))
