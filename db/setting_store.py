"""What the office sets, in a table of names and values."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, insert, select

from db.setting_tables import OfficeSettingRow


class SqlSettingStore:
    """Settings as one connection sees them."""

    def __init__(self, connection: Connection) -> None:
        """Work on the connection of a unit of work."""
        self._connection = connection

    def get(self, name: str) -> Any:  # noqa: ANN401 - what was put
        """Return a setting, None where the office has not set it."""
        wanted = select(OfficeSettingRow.value).where(OfficeSettingRow.name == name)
        return self._connection.execute(wanted).scalar_one_or_none()

    def put(self, name: str, value: Any) -> None:  # noqa: ANN401 - any JSON value
        """Keep a setting; None takes it out, so that the shipped value holds again."""
        self._connection.execute(delete(OfficeSettingRow).where(OfficeSettingRow.name == name))
        if value is not None:
            row = {"name": name, "value": value}
            self._connection.execute(insert(OfficeSettingRow), [row])
