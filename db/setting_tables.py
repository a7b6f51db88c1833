"""The table of what the office sets for all its work."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from db.naming import Base


class OfficeSettingRow(Base):
    """One setting by its name; a setting that is not there has its shipped value."""

    __tablename__ = "office_setting"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(JSON, nullable=False)
