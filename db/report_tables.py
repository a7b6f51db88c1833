"""The tables of reports and registers."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.naming import Base, Words


class ReportRow(Base):
    """One version of a report; `content` holds what is neither searched nor counted."""

    __tablename__ = "report"
    __table_args__ = (UniqueConstraint("kind", "period", "version"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    period: Mapped[str]
    version: Mapped[int]
    state: Mapped[str]
    content: Mapped[dict[str, Any]]


class ReportLineRow(Base):
    """A row of a form in a report."""

    __tablename__ = "report_line"

    report_id: Mapped[str] = mapped_column(
        ForeignKey("report.id", ondelete="CASCADE"), primary_key=True
    )
    form: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[Words]
    cause: Mapped[Words]


class ReportCellRow(Base):
    """A figure that is kept; what a formula gives is not."""

    __tablename__ = "report_cell"

    report_id: Mapped[str] = mapped_column(
        ForeignKey("report.id", ondelete="CASCADE"), primary_key=True
    )
    form: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[int]
    source: Mapped[str]


class RegisterEntryRow(Base):
    """An entry of a register (PAKN, communication, index, TTHC, difficulties)."""

    __tablename__ = "register_entry"

    id: Mapped[str] = mapped_column(primary_key=True)
    register: Mapped[str] = mapped_column(index=True)
    day: Mapped[date | None]
    content: Mapped[dict[str, Any]]


class ReportFileRow(Base):
    """A file of a report as it was sent, byte for byte."""

    __tablename__ = "report_file"

    report_id: Mapped[str] = mapped_column(
        ForeignKey("report.id", ondelete="CASCADE"), primary_key=True
    )
    suffix: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str]
    content: Mapped[bytes] = mapped_column(deferred=True)


class ComparisonAnswerRow(Base):
    """What the office said answers one thing that a superior's plan asks."""

    __tablename__ = "comparison_answer"

    plan_id: Mapped[str] = mapped_column(
        ForeignKey("plan.id", ondelete="CASCADE"), primary_key=True
    )
    superior_id: Mapped[str] = mapped_column(
        ForeignKey("plan.id", ondelete="CASCADE"), primary_key=True
    )
    # The id of the block or task of the superior's plan that asks.
    asked_id: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str]
    # Ids of tasks and blocks of ours.
    answered_by: Mapped[list[Any]]
    note: Mapped[Words]
    confirmed_on: Mapped[date]
