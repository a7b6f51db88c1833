"""The comparison of returned sheets with the office, kept as a file: nothing else is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tthc_desktop.errors import WrongCall
from tthc_desktop.safe_file import write_safely
from tthc_desktop.sheets.comparison_workbook import ComparisonLine, write_comparison
from tthc_desktop.sheets.register_workbook import check_register

_SUFFIX = ".xlsx"


def save_comparison(
    lines: Sequence[ComparisonLine], told: str, to: Path, *, force: bool = False
) -> Path:
    """Write the lines to an Excel file; *told* stands below its title.

    Raises WrongCall for another suffix, Refused for an existing target without *force* or a
    text that does not fit into a cell, StorageTrouble where the target cannot be written.
    """
    if to.suffix.lower() != _SUFFIX:
        message = f"Bảng đối chiếu chỉ lưu ra .xlsx, không phải “{to.name}”."
        raise WrongCall(message)
    write_safely(to, lambda path: write_comparison(lines, told, path), check_register, force=force)
    return to
