"""The tables. Every text column holds text cleaned by `vietnamese_text`."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.naming import Base, Words


def _owned_by(target: str) -> Any:  # noqa: ANN401 - ForeignKey is generic over nothing
    return ForeignKey(target, ondelete="CASCADE")


class OfficeRow(Base):
    """The office itself: one row."""

    __tablename__ = "office"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_agency: Mapped[Words] = mapped_column(default="")
    agency: Mapped[Words] = mapped_column(default="")
    agency_symbol: Mapped[Words] = mapped_column(default="")
    place: Mapped[Words] = mapped_column(default="")
    signing_authority: Mapped[Words] = mapped_column(default="")
    signing_position: Mapped[Words] = mapped_column(default="")
    signer: Mapped[Words] = mapped_column(default="")


class AgencyNameRow(Base):
    """A former name of the office and the days it was in force."""

    __tablename__ = "agency_former_name"

    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[Words]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class SignerRow(Base):
    """A person who signs, with the lines printed above the name."""

    __tablename__ = "signer"

    position: Mapped[int] = mapped_column(primary_key=True)
    authority: Mapped[Words]
    title: Mapped[Words]
    name: Mapped[Words]


class RespondentRow(Base):
    """One who answers for tasks: a phòng, a đơn vị trực thuộc or a group."""

    __tablename__ = "respondent"

    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[Words]
    folded: Mapped[str] = mapped_column(index=True)
    position: Mapped[int]
    confirmed: Mapped[bool]


class RespondentAliasRow(Base):
    """Another name under which a respondent is met."""

    __tablename__ = "respondent_alias"

    respondent_id: Mapped[str] = mapped_column(_owned_by("respondent.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[Words]


class RespondentNameRow(Base):
    """A former name of a respondent and the days it was in force."""

    __tablename__ = "respondent_former_name"

    respondent_id: Mapped[str] = mapped_column(_owned_by("respondent.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[Words]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class GroupMemberRow(Base):
    """A member of a group."""

    __tablename__ = "group_member"

    group_id: Mapped[str] = mapped_column(_owned_by("respondent.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[str] = mapped_column(ForeignKey("respondent.id"))


class FocalOfficerRow(Base):
    """The person of a unit whom the Văn phòng calls."""

    __tablename__ = "focal_officer"

    respondent_id: Mapped[str] = mapped_column(_owned_by("respondent.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[Words]
    telephone: Mapped[Words]


class PlanRow(Base):
    """A plan's head and foot."""

    __tablename__ = "plan"

    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    year: Mapped[int] = mapped_column(index=True)
    state: Mapped[str]
    parent_agency: Mapped[Words]
    agency: Mapped[Words]
    number: Mapped[str | None]
    symbol: Mapped[str]
    place: Mapped[Words]
    day: Mapped[int | None]
    month: Mapped[int | None]
    date_year: Mapped[int | None]
    title: Mapped[Words]
    folded: Mapped[str]
    recipients: Mapped[list[Any]]
    archive: Mapped[Words]
    drafter: Mapped[Words | None]
    signature_lines: Mapped[list[Any]]
    signer_name: Mapped[Words]
    added: Mapped[int]


class AnnexRow(Base):
    """An annex of a plan."""

    __tablename__ = "annex"

    id: Mapped[str] = mapped_column(primary_key=True)
    plan_id: Mapped[str] = mapped_column(_owned_by("plan.id"), index=True)
    position: Mapped[int]
    label: Mapped[Words]
    title: Mapped[Words]
    attached_to: Mapped[Words]
    headings: Mapped[list[Any]]
    landscape: Mapped[bool]


class BlockRow(Base):
    """A paragraph or table of a plan's text, or of an annex's (`annex_id`)."""

    __tablename__ = "plan_block"
    __table_args__ = (Index("ix_plan_block_place", "plan_id", "annex_id", "position"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    plan_id: Mapped[str] = mapped_column(_owned_by("plan.id"))
    annex_id: Mapped[str | None] = mapped_column(_owned_by("annex.id"))
    position: Mapped[int]
    kind: Mapped[str]
    level: Mapped[int]
    numbering: Mapped[str | None]
    runs: Mapped[list[Any]]
    rows: Mapped[list[Any]]
    folded: Mapped[str]


class TaskRow(Base):
    """A task; without `annex_id` it is followed up and not printed."""

    __tablename__ = "task"
    __table_args__ = (Index("ix_task_place", "plan_id", "annex_id", "parent_id", "position"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    plan_id: Mapped[str] = mapped_column(_owned_by("plan.id"))
    annex_id: Mapped[str | None] = mapped_column(_owned_by("annex.id"))
    parent_id: Mapped[str | None] = mapped_column(_owned_by("task.id"), index=True)
    position: Mapped[int]
    runs: Mapped[list[Any]]
    folded: Mapped[str]
    timing: Mapped[Words]
    schedule: Mapped[dict[str, Any]]
    target: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    # No foreign key: last year's plan may be deleted while this year's stays.
    previous_id: Mapped[str | None]


class TaskRespondentRow(Base):
    """Who leads or co-ordinates a task; `words` where the document uses another name."""

    __tablename__ = "task_respondent"
    __table_args__ = (CheckConstraint("role IN ('lead', 'coordinating')", name="role"),)

    task_id: Mapped[str] = mapped_column(_owned_by("task.id"), primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    respondent_id: Mapped[str] = mapped_column(ForeignKey("respondent.id"), index=True)
    words: Mapped[Words]


class OccurrenceRow(Base):
    """A period of a task, with the Văn phòng's own closing of it."""

    __tablename__ = "occurrence"
    __table_args__ = (UniqueConstraint("task_id", "period"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    task_id: Mapped[str] = mapped_column(_owned_by("task.id"))
    period: Mapped[str]
    position: Mapped[int]
    due: Mapped[date | None] = mapped_column(index=True)
    overdue_from: Mapped[date | None]
    closed: Mapped[bool]
    state: Mapped[str | None]
    percent: Mapped[float | None]
    result: Mapped[Words]
    evidence: Mapped[Words]
    difficulty: Mapped[Words]
    done_on: Mapped[date | None]
    reason: Mapped[Words]
    note: Mapped[Words]
    # What dated it: a document that came or a case; all empty where the plan's words do.
    source_kind: Mapped[str | None]
    source_number: Mapped[Words | None]
    source_day: Mapped[date | None]
    source_text: Mapped[Words | None]


class UnitProgressRow(Base):
    """What one unit recorded for an occurrence; no row means not started."""

    __tablename__ = "unit_progress"

    occurrence_id: Mapped[str] = mapped_column(_owned_by("occurrence.id"), primary_key=True)
    respondent_id: Mapped[str] = mapped_column(ForeignKey("respondent.id"), primary_key=True)
    state: Mapped[str | None]
    percent: Mapped[float | None]
    result: Mapped[Words]
    evidence: Mapped[Words]
    difficulty: Mapped[Words]
    done_on: Mapped[date | None]
    reason: Mapped[Words]
    note: Mapped[Words]


class PlanVersionRow(Base):
    """A frozen copy of a plan's content as issued."""

    __tablename__ = "plan_version"
    __table_args__ = (UniqueConstraint("plan_id", "version"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    plan_id: Mapped[str] = mapped_column(_owned_by("plan.id"))
    version: Mapped[int]
    issued_number: Mapped[str]
    issued_on: Mapped[date]
    content: Mapped[dict[str, Any]]


class JournalRow(Base):
    """One act: who, when, what, with the values before and after."""

    __tablename__ = "journal"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[str]
    who: Mapped[str]
    words: Mapped[Words]
    subject: Mapped[str]
    subject_id: Mapped[str] = mapped_column(index=True)
    # No foreign key: the journal outlives what it tells of.
    plan_id: Mapped[str | None] = mapped_column(index=True)
    before: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    after: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    reason: Mapped[Words]
    document: Mapped[Words]


class LegalDocumentRow(Base):
    """A document of the office's own legal register."""

    __tablename__ = "legal_document"

    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[Words]
    number: Mapped[Words]
    issued_on: Mapped[date | None]
    issuer: Mapped[Words]
    subject: Mapped[Words]
    in_force_from: Mapped[date | None]
    in_force_to: Mapped[date | None]
    replaced_by: Mapped[Words]
    checked_on: Mapped[date | None]
    note: Mapped[Words]


class PlanTemplateRow(Base):
    """A plan saved as a template; `content` is the plan with its placeholders."""

    __tablename__ = "plan_template"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[Words]
    kind: Mapped[str]
    content: Mapped[dict[str, Any]]
    made_on: Mapped[date]


class AttachmentRow(Base):
    """A file attached to a plan, a task, an occurrence: its bytes, or where it lies."""

    __tablename__ = "attachment"
    __table_args__ = (
        CheckConstraint("(content IS NULL) <> (path IS NULL)", name="one_place"),
        Index("ix_attachment_subject", "subject", "subject_id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    plan_id: Mapped[str | None] = mapped_column(_owned_by("plan.id"), index=True)
    subject: Mapped[str]
    subject_id: Mapped[str]
    name: Mapped[Words]
    size: Mapped[int]
    sha256: Mapped[str]
    content: Mapped[bytes | None] = mapped_column(deferred=True)
    path: Mapped[str | None]
    added_at: Mapped[str]


class WorkingDayRow(Base):
    """A day of the calendar as the office set it; goes before the shipped table's."""

    __tablename__ = "working_day"

    day: Mapped[date] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[Words]


class WorkingYearRow(Base):
    """A year whose working days the office has confirmed."""

    __tablename__ = "working_year"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    confirmed_on: Mapped[date]
