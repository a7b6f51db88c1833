"""Everything the tab shows of a report, read in the worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tthc_desktop.domain.reporting.pictures import ReportPicture
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.reporting.report_sections import TextSection
from tthc_desktop.use_cases.reporting.report_view import ReportView


@dataclass(frozen=True)
class ReportContent:
    """A report with its text and its pictures, as of a moment."""

    view: ReportView
    sections: tuple[TextSection, ...]
    pictures: tuple[ReportPicture, ...]
    read_at: datetime

    @property
    def note(self) -> str:
        """What the text's head says of it."""
        return f"Bản nháp, theo số liệu lúc {self.read_at:%H:%M}"


def load_report(units: UnitsOfWork, report_id: str, today: date) -> ReportContent:
    """Read a report with its text and pictures; Refused where there is none of this id."""
    from tthc_desktop.use_cases.reporting.report_pictures import pictures_for
    from tthc_desktop.use_cases.reporting.report_sections import text_by_section
    from tthc_desktop.use_cases.reporting.report_view import view_report

    return ReportContent(
        view_report(units, report_id),
        text_by_section(units, report_id, today=today),
        pictures_for(units, report_id, today=today),
        datetime.now().astimezone(),
    )
