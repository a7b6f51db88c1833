"""The office as it is written, for those who show or edit it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tthc_desktop.domain.office import Directory, Office
from tthc_desktop.ports import DataFile, UnitsOfWork


@dataclass(frozen=True)
class OfficeState:
    """Names, units and signers, and where the data file lies or will lie."""

    office: Office
    directory: Directory
    data: Path


def load_office(data_file: DataFile, units: UnitsOfWork | None) -> OfficeState:
    """Read the office; an empty one while there is no file; for a worker."""
    if units is None:
        return OfficeState(Office(), Directory(()), data_file.path)
    from tthc_desktop.use_cases.opening import open_directory, open_office

    return OfficeState(open_office(units), open_directory(units), data_file.path)
