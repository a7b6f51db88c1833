"""The stores of a unit of work that came after the first ones."""

from __future__ import annotations

from abc import abstractmethod

from sqlalchemy import Connection

from db.setting_store import SqlSettingStore


class FurtherStores:
    """Stores on the connection of the unit of work that inherits them."""

    @property
    @abstractmethod
    def _open(self) -> Connection: ...

    @property
    def settings(self) -> SqlSettingStore:
        """What the office sets for all its work."""
        return SqlSettingStore(self._open)
