"""The stores of a unit of work that came after the first ones."""

from __future__ import annotations

from abc import abstractmethod

from sqlalchemy import Connection

from db.comparison_store import SqlComparisonStore
from db.report_file_store import SqlReportFileStore
from db.setting_store import SqlSettingStore
from db.source_store import SqlSourceStore


class FurtherStores:
    """Stores on the connection of the unit of work that inherits them."""

    @property
    @abstractmethod
    def _open(self) -> Connection: ...

    @property
    def settings(self) -> SqlSettingStore:
        """What the office sets for all its work."""
        return SqlSettingStore(self._open)

    @property
    def sources(self) -> SqlSourceStore:
        """What tasks follow."""
        return SqlSourceStore(self._open)

    @property
    def report_files(self) -> SqlReportFileStore:
        """The files of sent reports."""
        return SqlReportFileStore(self._open)

    @property
    def comparisons(self) -> SqlComparisonStore:
        """Confirmed answers to what a superior's plan asks."""
        return SqlComparisonStore(self._open)
