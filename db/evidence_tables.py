"""The tables of what stands behind a record: evidence, answered difficulties, sources."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.naming import Base, Words


class EvidenceRow(Base):
    """One piece of evidence; `respondent_id` None where the Văn phòng recorded it itself."""

    __tablename__ = "evidence"
    __table_args__ = (Index("ix_evidence_place", "occurrence_id", "respondent_id", "position"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    occurrence_id: Mapped[str] = mapped_column(ForeignKey("occurrence.id", ondelete="CASCADE"))
    respondent_id: Mapped[str | None] = mapped_column(ForeignKey("respondent.id"))
    position: Mapped[int]
    kind: Mapped[str]
    number: Mapped[Words]
    issued_on: Mapped[date | None]
    subject: Mapped[Words]
    link: Mapped[Words]
    # No foreign key: a file taken out leaves the words that told of it.
    attachment_id: Mapped[str | None]
    note: Mapped[Words]


class DifficultyAnswerRow(Base):
    """What was answered to a difficulty; `told` are its words when it was answered."""

    __tablename__ = "difficulty_answer"

    id: Mapped[str] = mapped_column(primary_key=True)
    occurrence_id: Mapped[str] = mapped_column(
        ForeignKey("occurrence.id", ondelete="CASCADE"), index=True
    )
    respondent_id: Mapped[str | None] = mapped_column(ForeignKey("respondent.id"))
    told: Mapped[Words]
    answer: Mapped[Words]
    answered_on: Mapped[date]


class TaskSourceRow(Base):
    """What closes a task's period by itself: a report, the index, another plan of ours."""

    __tablename__ = "task_source"

    task_id: Mapped[str] = mapped_column(
        ForeignKey("task.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(primary_key=True)
    # A kind of report, or the id of a plan; "" for the index.
    reference: Mapped[str] = mapped_column(primary_key=True)
