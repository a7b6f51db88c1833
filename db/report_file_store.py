"""The files of sent reports in the data file, byte for byte."""

from __future__ import annotations

from hashlib import sha256

from sqlalchemy import Connection, delete, insert, select

from db.report_tables import ReportFileRow
from tthc_desktop.errors import StorageTrouble

_CHANGED = (
    "Tệp báo cáo đã gửi lưu trong tệp dữ liệu không còn nguyên vẹn. Hãy khôi phục tệp dữ liệu "
    "từ một bản sao lưu. Chưa ghi gì."
)


class SqlReportFileStore:
    """The kept files as one connection sees them."""

    def __init__(self, connection: Connection) -> None:
        """Work on the connection of a unit of work."""
        self._connection = connection

    def get(self, report_id: str, suffix: str) -> bytes | None:
        """Return a file's bytes, None where none was kept; StorageTrouble where they changed."""
        row = self._connection.execute(
            select(ReportFileRow.content, ReportFileRow.sha256).where(
                ReportFileRow.report_id == report_id, ReportFileRow.suffix == suffix
            )
        ).one_or_none()
        if row is None:
            return None
        content, digest = row
        if sha256(content).hexdigest() != digest:
            raise StorageTrouble(_CHANGED)
        return bytes(content)

    def put(self, report_id: str, suffix: str, content: bytes) -> None:
        """Keep a file of a report (".docx"); one of the same suffix is replaced."""
        self._connection.execute(
            delete(ReportFileRow).where(
                ReportFileRow.report_id == report_id, ReportFileRow.suffix == suffix
            )
        )
        self._connection.execute(
            insert(ReportFileRow).values(
                report_id=report_id,
                suffix=suffix,
                sha256=sha256(content).hexdigest(),
                content=content,
            )
        )
