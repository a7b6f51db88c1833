"""The tables of progress sheets: what was sent to whom, and what came back of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.naming import Base, Words


class SheetRow(Base):
    """A sheet as it was sent; `rows` holds what every cell held, `period` "" the whole year."""

    __tablename__ = "sheet"

    id: Mapped[str] = mapped_column(primary_key=True)
    plan_id: Mapped[str] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    # None: the sheet of all units.
    respondent_id: Mapped[str | None] = mapped_column(
        ForeignKey("respondent.id", ondelete="CASCADE"), index=True
    )
    period: Mapped[str]
    sent_at: Mapped[str]
    file_name: Mapped[Words]
    rows: Mapped[list[Any]]
    # When it is asked back and who it was sent to; empty in sheets of earlier versions.
    return_on: Mapped[date | None]
    addressee: Mapped[Words | None]


class SheetAnswerRow(Base):
    """What one returned file brought of one sheet; files of several sheets share `merge_id`."""

    __tablename__ = "sheet_answer"

    id: Mapped[str] = mapped_column(primary_key=True)
    merge_id: Mapped[str] = mapped_column(index=True)
    sheet_id: Mapped[str] = mapped_column(ForeignKey("sheet.id", ondelete="CASCADE"), index=True)
    merged_at: Mapped[str]
    file_name: Mapped[Words]
    sha256: Mapped[str]
    cells: Mapped[list[Any]]
    undone: Mapped[bool]
