"""What a report of the second quarter of 2026 must say, by plain SQL alone.

Nothing of the program is used here: the rules are those of domain.md and commands.md (which
occurrences belong to a period, what several units make of one state), written as SQL.
"""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

_LINES = """
WITH RECURSIVE
places AS (
  SELECT id, parent_id, annex_id, plan_id, ROW_NUMBER() OVER (
    PARTITION BY plan_id, annex_id, parent_id ORDER BY position) AS place FROM task),
numbers(id, number) AS (
  SELECT id, CASE WHEN annex_id IS NULL THEN 'T' ELSE '' END || place FROM places
  WHERE parent_id IS NULL
  UNION ALL
  SELECT places.id, numbers.number || '.' || places.place
  FROM places JOIN numbers ON places.parent_id = numbers.id),
leads AS (
  SELECT DISTINCT r.task_id, COALESCE(g.member_id, r.respondent_id) AS unit
  FROM task_respondent r LEFT JOIN group_member g ON g.group_id = r.respondent_id
  WHERE r.role = 'lead'),
begun AS (
  SELECT id, CASE WHEN NOT EXISTS (
      SELECT 1 FROM json_each(task.schedule, '$.clauses')
      WHERE json_extract(value, '$.kind') <> 'external')
    AND json_array_length(task.schedule, '$.clauses') > 0
    THEN 'waiting_document' ELSE 'not_started' END AS state FROM task),
said AS (
  SELECT o.id, COALESCE(u.state, begun.state) AS state, u.percent, u.done_on
  FROM occurrence o JOIN leads l ON l.task_id = o.task_id JOIN begun ON begun.id = o.task_id
  LEFT JOIN unit_progress u ON u.occurrence_id = o.id AND u.respondent_id = l.unit),
counted AS (
  SELECT id, COUNT(*) AS units, SUM(state = 'done') AS done, SUM(state = 'paused') AS paused,
    SUM(state = 'not_started') AS fresh, SUM(state = 'waiting_document') AS waiting,
    SUM(state IN ('done', 'in_progress')) AS active, COUNT(percent) AS told,
    SUM(COALESCE(percent, 0)) * 1.0 / COUNT(*) AS percent, MAX(done_on) AS done_on
  FROM said WHERE state NOT IN ('no_case', 'cancelled') GROUP BY id),
shown AS (
  SELECT o.id, o.task_id, o.period, o.due, CASE
      WHEN o.closed AND o.state IS NOT NULL THEN o.state
      WHEN c.done = c.units THEN 'done' WHEN c.fresh = c.units THEN 'not_started'
      WHEN c.waiting = c.units THEN 'waiting_document' WHEN c.paused = c.units THEN 'paused'
      WHEN c.active > 0 THEN 'in_progress' WHEN c.waiting > 0 THEN 'waiting_document'
      ELSE 'not_started' END AS state,
    CASE WHEN o.closed AND o.percent IS NOT NULL THEN o.percent
      WHEN c.told > 0 THEN c.percent END AS percent,
    CASE WHEN o.closed AND o.done_on IS NOT NULL THEN o.done_on ELSE c.done_on END AS done_on
  FROM occurrence o JOIN counted c ON c.id = o.id)
SELECT numbers.number, (
    SELECT group_concat(json_extract(value, '$[0]'), '') FROM json_each(task.runs)),
  shown.period, shown.due, shown.state, shown.percent, CAST(CASE
    WHEN shown.due IS NULL THEN 0
    WHEN shown.state = 'done' THEN max(0, julianday(shown.done_on) - julianday(shown.due))
    WHEN shown.state IN ('not_started', 'in_progress')
      THEN max(0, julianday(:today) - julianday(shown.due)) ELSE 0 END AS INTEGER),
  json_extract(task.target, '$.value'), json_extract(task.target, '$.actual')
FROM shown JOIN task ON task.id = shown.task_id JOIN numbers ON numbers.id = task.id
WHERE (shown.due BETWEEN :first AND :last)
  OR (shown.due < :first AND shown.state NOT IN ('done', 'no_case', 'cancelled'))
  OR (shown.due IS NULL AND (shown.period LIKE 'once%' OR shown.period = :quarter))
"""
_RECORDED = """
SELECT text FROM (
  SELECT result AS text FROM unit_progress UNION SELECT reason FROM unit_progress
  UNION SELECT difficulty FROM unit_progress UNION SELECT result FROM occurrence
  UNION SELECT reason FROM occurrence UNION SELECT difficulty FROM occurrence
  UNION SELECT name FROM respondent UNION SELECT cause FROM report_line
  UNION SELECT json_extract(content, '$.text') FROM register_entry
  UNION SELECT json_extract(content, '$.answer') FROM register_entry
  UNION SELECT group_concat(json_extract(value, '$[0]'), '')
    FROM task, json_each(task.runs) GROUP BY task.id
) WHERE text <> ''
"""
TODAY, QUARTER, NEXT = "2026-06-30", "2026-Q2", "2026-Q3"
_DAYS = {QUARTER: ("2026-04-01", "2026-06-30"), NEXT: ("2026-07-01", "2026-09-30")}
_OPEN = ("not_started", "in_progress", "waiting_document", "paused")


@dataclass(frozen=True)
class Line:
    """A period of a task as SQL sees it; `target` is what is aimed at and what was reached."""

    number: str
    content: str
    period: str
    due: str | None
    state: str
    percent: float | None
    days_late: int
    target: tuple[float, ...]

    @property
    def is_open(self) -> bool:
        return self.state in _OPEN


class SqlFigures:
    """Reads the data file by its own connection."""

    def __init__(self, data: Path) -> None:
        self._connection = sqlite3.connect(data)

    def close(self) -> None:
        self._connection.close()

    def lines(self, quarter: str = QUARTER) -> list[Line]:
        """Return the periods that belong to a quarter."""
        first, last = _DAYS[quarter]
        names = {"today": TODAY, "first": first, "last": last, "quarter": quarter}
        lines = []
        for row in self._connection.execute(_LINES, names):
            number, content, period, due, state, percent, late, value, actual = row
            target = tuple(one for one in (value, actual) if one is not None)
            lines.append(Line(number, content, period, due, state, percent, late, target))
        return lines

    def recorded(self) -> list[str]:
        """Return every text that a person wrote, the longest first."""
        found = [text for (text,) in self._connection.execute(_RECORDED)]
        return sorted(found, key=len, reverse=True)

    def cells(self, report: str, form: str) -> dict[int, int]:
        """Return the sum of each kept column of a form."""
        rows = self._connection.execute(
            "SELECT number, SUM(value) FROM report_cell WHERE report_id = ? AND form = ? "
            "GROUP BY number",
            (report, form),
        )
        return dict(rows.fetchall())

    def rows(self, report: str, form: str) -> dict[str, dict[int, int]]:
        """Return the kept figures of a form by the label of the row."""
        found: dict[str, dict[int, int]] = {}
        rows = self._connection.execute(
            "SELECT label, number, value FROM report_line l JOIN report_cell c USING "
            "(report_id, form, position) WHERE report_id = ? AND form = ? ORDER BY position",
            (report, form),
        )
        for label, number, value in rows:
            found.setdefault(label, {})[number] = value
        return found

    def report(self, period: str) -> str:
        """Return the id of a period's control report."""
        (found,) = self._connection.execute(
            "SELECT id FROM report WHERE kind = 'control' AND period = ?", (period,)
        ).fetchone()
        return str(found)

    def one(self, question: str, *values: object) -> tuple[float, ...]:
        """Return the one row that a question gives."""
        row: tuple[float, ...] = self._connection.execute(question, values).fetchone()
        return row

    def all(self, question: str, *values: object) -> list[tuple[object, ...]]:
        """Return all rows."""
        return self._connection.execute(question, values).fetchall()
