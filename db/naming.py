"""The base of all tables, with names for every constraint.

Without a naming convention SQLite's batch migrations cannot drop a constraint.
"""

from __future__ import annotations

from typing import Annotated, Any

from sqlalchemy import JSON, Dialect, MetaData, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, mapped_column

from tthc_desktop.vietnamese_text import clean_text

CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class CleanText(TypeDecorator[str]):
    """Words of a person: cleaned on the way into the database, the last net of several."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Clean the text that is about to be written."""
        del dialect
        return value if value is None else clean_text(value)


Words = Annotated[str, mapped_column(CleanText)]


class Base(DeclarativeBase):
    """Base of all rows."""

    metadata = MetaData(naming_convention=CONVENTION)
    type_annotation_map = {dict[str, Any]: JSON, list[Any]: JSON}  # noqa: RUF012 - SQLAlchemy's
