"""The third schema: the office's own working days, and what dated an occurrence."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_SOURCE = (
    ("source_kind", sa.String()),
    ("source_number", sa.String()),
    ("source_day", sa.Date()),
    ("source_text", sa.String()),
)


def upgrade() -> None:
    """Make two tables and four empty columns; nothing that is there is touched."""
    op.create_table(
        "working_day",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_working_day")),
    )
    op.create_table(
        "working_year",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_working_year")),
    )
    for name, kind in _SOURCE:
        op.add_column("occurrence", sa.Column(name, kind, nullable=True))


def downgrade() -> None:
    """Take the tables and columns away."""
    with op.batch_alter_table("occurrence") as batch:
        for name, _ in _SOURCE:
            batch.drop_column(name)
    op.drop_table("working_year")
    op.drop_table("working_day")
