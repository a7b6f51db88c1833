"""Entries of the registers in the data file."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, insert, select

from db import value_codec
from db.report_tables import RegisterEntryRow

T = TypeVar("T")


class SqlEntryStore:
    """The registers as one connection sees them."""

    def __init__(self, connection: Connection) -> None:
        """Work on the connection of a unit of work."""
        self._connection = connection

    def all(self, register: str, entry_type: type[T]) -> tuple[T, ...]:
        """Return the entries of a register, the oldest day first."""
        contents = self._connection.execute(
            select(RegisterEntryRow.content)
            .where(RegisterEntryRow.register == register)
            .order_by(RegisterEntryRow.day, RegisterEntryRow.id)
        ).scalars()
        return tuple(value_codec.from_json(entry_type, one) for one in contents)

    def put(self, register: str, entry: Any, day: date | None) -> None:  # noqa: ANN401 - an entry
        """Write an entry under its id; one of the same id is replaced. *day* orders it."""
        self.remove(entry.id)
        self._connection.execute(
            insert(RegisterEntryRow).values(
                id=entry.id, register=register, day=day, content=value_codec.as_json(entry)
            )
        )

    def remove(self, entry_id: str) -> None:
        """Take an entry out."""
        self._connection.execute(delete(RegisterEntryRow).where(RegisterEntryRow.id == entry_id))
