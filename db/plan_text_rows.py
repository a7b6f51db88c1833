"""A plan's text in tables: only the rows that an edit changes are written."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, update

from db import plan_rows
from db.tables import AnnexRow, BlockRow, PlanRow
from tthc_desktop.domain.plan import Plan

_AT_ONCE = 500  # SQLite takes a bounded number of values in one statement
_Table = type[AnnexRow] | type[BlockRow]
_Rows = list[dict[str, Any]]


def write_head(connection: Connection, plan: Plan) -> None:
    """Write head, foot and state of a known plan."""
    values = plan_rows.plan_row(plan, 0)
    del values["added"]
    connection.execute(update(PlanRow).where(PlanRow.id == plan.id).values(values))


def write_text(connection: Connection, before: Plan, after: Plan) -> None:
    """Lead the rows from the text *before* to the text *after*.

    What comes is written before what stands in it; what goes goes last, so that nothing
    that moved away goes with it.
    """
    write_head(connection, after)
    annexes = plan_rows.annex_rows(before), plan_rows.annex_rows(after)
    blocks = plan_rows.block_rows(before), plan_rows.block_rows(after)
    _put(connection, AnnexRow, *annexes)
    _put(connection, BlockRow, *blocks)
    _remove(connection, BlockRow, *blocks)
    _remove(connection, AnnexRow, *annexes)


def _put(connection: Connection, table: _Table, before: _Rows, after: _Rows) -> None:
    was = {row["id"]: row for row in before}
    added = [row for row in after if row["id"] not in was]
    if added:
        connection.execute(insert(table), added)
    changed = [
        {**row, "changed_id": row["id"]}
        for row in after
        if row["id"] in was and row != was[row["id"]]
    ]
    if changed:
        connection.execute(update(table).where(table.id == bindparam("changed_id")), changed)


def _remove(connection: Connection, table: _Table, before: _Rows, after: _Rows) -> None:
    now = {row["id"] for row in after}
    gone = [row["id"] for row in before if row["id"] not in now]
    for start in range(0, len(gone), _AT_ONCE):
        some = gone[start : start + _AT_ONCE]
        connection.execute(delete(table).where(table.id.in_(some)))
