"""The sixth schema: evidence, answers, sources of tasks, comparisons, sent files, settings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_TABLES = (
    "office_setting", "comparison_answer", "report_file",
    "task_source", "difficulty_answer", "evidence",
)  # fmt: skip


def upgrade() -> None:
    """Make six tables and two empty columns; nothing that is there is touched."""
    _make_evidence()
    _make_answers()
    op.create_table(
        "task_source",
        _text("task_id"),
        _text("kind"),
        _text("reference"),
        _owned("task_source", "task_id", "task"),
        sa.PrimaryKeyConstraint("task_id", "kind", "reference", name=op.f("pk_task_source")),
    )
    op.create_table(
        "report_file",
        _text("report_id"),
        _text("suffix"),
        _text("sha256"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        _owned("report_file", "report_id", "report"),
        sa.PrimaryKeyConstraint("report_id", "suffix", name=op.f("pk_report_file")),
    )
    _make_comparison()
    op.create_table(
        "office_setting",
        _text("name"),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_office_setting")),
    )
    op.add_column("sheet", sa.Column("return_on", sa.Date(), nullable=True))
    op.add_column("sheet", sa.Column("addressee", sa.String(), nullable=True))


def _make_evidence() -> None:
    op.create_table(
        "evidence",
        _text("id"),
        _text("occurrence_id"),
        sa.Column("respondent_id", sa.String(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        _text("kind"),
        _text("number"),
        sa.Column("issued_on", sa.Date(), nullable=True),
        _text("subject"),
        _text("link"),
        sa.Column("attachment_id", sa.String(), nullable=True),
        _text("note"),
        _owned("evidence", "occurrence_id", "occurrence"),
        _named("evidence", "respondent_id", "respondent"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
    )
    place = ["occurrence_id", "respondent_id", "position"]
    op.create_index("ix_evidence_place", "evidence", place)


def _make_answers() -> None:
    op.create_table(
        "difficulty_answer",
        _text("id"),
        _text("occurrence_id"),
        sa.Column("respondent_id", sa.String(), nullable=True),
        _text("told"),
        _text("answer"),
        sa.Column("answered_on", sa.Date(), nullable=False),
        _owned("difficulty_answer", "occurrence_id", "occurrence"),
        _named("difficulty_answer", "respondent_id", "respondent"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_difficulty_answer")),
    )
    index = op.f("ix_difficulty_answer_occurrence_id")
    op.create_index(index, "difficulty_answer", ["occurrence_id"])


def _make_comparison() -> None:
    op.create_table(
        "comparison_answer",
        _text("plan_id"),
        _text("superior_id"),
        _text("asked_id"),
        _text("state"),
        sa.Column("answered_by", sa.JSON(), nullable=False),
        _text("note"),
        sa.Column("confirmed_on", sa.Date(), nullable=False),
        _owned("comparison_answer", "plan_id", "plan"),
        _owned("comparison_answer", "superior_id", "plan"),
        sa.PrimaryKeyConstraint(
            "plan_id", "superior_id", "asked_id", name=op.f("pk_comparison_answer")
        ),
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _owned(table: str, column: str, of: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{of}")
    return sa.ForeignKeyConstraint([column], [f"{of}.id"], name=name, ondelete="CASCADE")


def _named(table: str, column: str, of: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{of}.id"], name=op.f(f"fk_{table}_{column}_{of}"))


def downgrade() -> None:
    """Take the tables and columns away."""
    with op.batch_alter_table("sheet") as batch:
        batch.drop_column("addressee")
        batch.drop_column("return_on")
    for table in _TABLES:
        op.drop_table(table)
