"""The fifth schema: reports with their figures, and the registers they are drafted from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make four tables; nothing that is there is touched."""
    op.create_table(
        "report",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sa.UniqueConstraint(
            "kind", "period", "version", name=op.f("uq_report_kind_period_version")
        ),
    )
    op.create_table(
        "report_line",
        _report_id(),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("cause", sa.String(), nullable=False),
        _of_report("report_line"),
        sa.PrimaryKeyConstraint("report_id", "form", "position", name=op.f("pk_report_line")),
    )
    op.create_table(
        "report_cell",
        _report_id(),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        _of_report("report_cell"),
        sa.PrimaryKeyConstraint(
            "report_id", "form", "position", "number", name=op.f("pk_report_cell")
        ),
    )
    op.create_table(
        "register_entry",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("register", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_register_entry")),
    )
    op.create_index(op.f("ix_register_entry_register"), "register_entry", ["register"])


def _report_id() -> sa.Column[str]:
    return sa.Column("report_id", sa.String(), nullable=False)


def _of_report(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["report_id"], ["report.id"], name=op.f(f"fk_{table}_report_id_report"), ondelete="CASCADE"
    )


def downgrade() -> None:
    """Take the tables away."""
    for table in ("register_entry", "report_cell", "report_line", "report"):
        op.drop_table(table)
