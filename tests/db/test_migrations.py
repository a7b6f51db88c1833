"""Migrations run on a checked copy; a failed one leaves the old file as it was."""

import hashlib
import shutil
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import db.tables  # noqa: F401 - fills Base's metadata
from db import sqlite_engine
from db.data_file import SqliteDataFile
from db.naming import Base
from db.sqlite_file import SCHEMA_VERSION
from db.sqlite_migration import MIGRATIONS, build_schema
from tthc_desktop.domain.reporting.petitions import Petition
from tthc_desktop.domain.reporting.registers import PETITIONS
from tthc_desktop.errors import StorageTrouble
from tthc_desktop.use_cases.report_calendar import office_report_calendar

ADDS_A_COLUMN = """
import sqlalchemy as sa
from alembic import op

revision = "test"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("plan", recreate="always") as batch:
        batch.add_column(sa.Column("keyword", sa.String(), nullable=True))
    {more}


def downgrade():
    pass
"""


def revision(folder: Path, more: str = "pass") -> Path:
    folder.mkdir()
    (folder / "test_revision.py").write_text(ADDS_A_COLUMN.format(more=more), encoding="utf-8")
    return folder


def counts(path: Path) -> dict[str, int]:
    connection = sqlite_engine.connect(path)
    try:
        return sqlite_engine.row_counts(connection)
    finally:
        connection.close()


def test_there_is_one_head_and_the_version_counts_the_revisions() -> None:
    scripts = ScriptDirectory(str(MIGRATIONS))
    assert len(scripts.get_heads()) == 1
    assert len(list(scripts.walk_revisions())) == SCHEMA_VERSION


def test_the_revisions_make_exactly_the_tables(tmp_path: Path) -> None:
    path = tmp_path / "moi.tthc"
    build_schema(path)
    with sqlite_engine.new_engine(path).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_an_older_file_is_migrated_with_all_its_rows_and_a_backup(
    sample: Path, tmp_path: Path
) -> None:
    before = counts(sample)
    data_file = SqliteDataFile(sample, further_revisions=[revision(tmp_path / "revisions")])
    data_file.units_of_work()
    data_file.close()
    assert counts(sample) == before
    with sqlite3.connect(sample) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION + 1,)
        assert connection.execute("SELECT keyword FROM plan").fetchall() == [(None,), (None,)]
    (backup,) = data_file.backups()
    assert backup.reason == "trước nâng cấp"
    assert counts(backup.file) == before


def test_a_file_of_the_first_schema_gets_the_new_tables_and_keeps_its_rows(
    tmp_path: Path,
) -> None:
    first = Path(__file__).parents[1] / "files" / "schema-1.tthc"
    copy = Path(shutil.copy(first, tmp_path / "du-lieu.tthc"))
    before = counts(copy)
    data_file = SqliteDataFile(copy)
    with data_file.units_of_work().reading() as work:
        assert work.register.documents() == ()
        assert work.templates.summaries() == ()
        assert work.attachments.of_subject("plan", work.plans.summaries()[0].id) == ()
    data_file.close()
    after = counts(copy)
    assert {table: after[table] for table in before} == before
    assert {"legal_document", "plan_template", "attachment"} <= set(after) - set(before)


def test_a_file_of_the_second_schema_holds_what_it_was_given(tmp_path: Path) -> None:
    second = Path(__file__).parents[1] / "files" / "schema-2.tthc"
    data_file = SqliteDataFile(Path(shutil.copy(second, tmp_path / "du-lieu.tthc")))
    with data_file.units_of_work().reading() as work:
        (document,) = work.register.documents()
        (summary,) = work.templates.summaries()
        template = work.templates.get(summary.id)
        plans = work.plans.summaries()
        (attached,) = (
            one for plan in plans for one in work.attachments.of_subject("plan", plan.id)
        )
        content = work.attachments.content(attached.id)
    data_file.close()
    assert document.kind == "Luật"
    assert template
    assert template.content.title.endswith("năm {năm}")
    assert content
    assert hashlib.sha256(content).hexdigest() == attached.sha256


def test_a_file_of_the_fifth_schema_holds_its_report_and_registers(tmp_path: Path) -> None:
    fifth = Path(__file__).parents[1] / "files" / "schema-5.tthc"
    data_file = SqliteDataFile(Path(shutil.copy(fifth, tmp_path / "du-lieu.tthc")))
    with data_file.units_of_work().reading() as work:
        (report,) = work.reports.all()
        (petition,) = work.entries.all(PETITIONS.key, Petition)
        assert work.reports.newest(report.kind, "2026-Q2") == report
    data_file.close()
    row = report.grid("II.06a").row("Lưu trú")
    assert row
    assert row.typed() == {4: 100, 8: 90, 12: 10}
    assert report.printed
    assert (report.printed.number, len(report.printed.sections)) == ("215", 19)
    assert (petition.received_on, petition.field) == (date(2026, 4, 2), "Lưu trú")


def test_a_file_of_the_sixth_schema_holds_what_stands_behind_records(tmp_path: Path) -> None:
    sixth = Path(__file__).parents[1] / "files" / "schema-6.tthc"
    data_file = SqliteDataFile(Path(shutil.copy(sixth, tmp_path / "du-lieu.tthc")))
    with data_file.units_of_work().reading() as work:
        held = [
            one
            for plan in work.plans.summaries()
            for kept in work.progress.of_plan(plan.id).values()
            for one in kept
        ]
        sources = [one for plan in work.plans.summaries() for one in work.sources.of_plan(plan.id)]
        calendar = office_report_calendar(work)
    data_file.close()
    (piece,) = [piece for one in held for piece in one.evidence]
    (answer,) = [answer for one in held for answer in one.answers]
    assert piece.words == "Báo cáo số 12/BC-VP ngày 05/03/2026 về kết quả quý I"
    assert (answer.answer, answer.answered_on) == ("Đã có văn bản hướng dẫn", date(2026, 6, 20))
    assert [(one.kind.value, one.reference) for one in sources] == [("report", "control")]
    assert (calendar.closing_day, calendar.working_days_after) == (20, 3)


def test_a_file_of_the_fourth_schema_knows_what_was_sent_and_what_came_back(
    tmp_path: Path,
) -> None:
    fourth = Path(__file__).parents[1] / "files" / "schema-4.tthc"
    data_file = SqliteDataFile(Path(shutil.copy(fourth, tmp_path / "du-lieu.tthc")))
    with data_file.units_of_work().reading() as work:
        heads = work.sheets.heads()
        (answer,) = work.sheets.answers(one.id for one in heads)
        sheet = work.sheets.get(answer.sheet_id)
    data_file.close()
    assert len(heads) == 9
    assert sheet
    (cell,) = answer.cells
    (row,) = [one for one in sheet.rows if one.occurrence_id == cell.occurrence_id]
    assert row.fields[cell.field] == cell.old != cell.new


@pytest.mark.parametrize(
    "more",
    [
        'raise RuntimeError("broken in the middle")',
        'op.execute("DELETE FROM task")',
        'op.execute("DELETE FROM respondent")',
        "op.execute(\"UPDATE task SET plan_id = 'x'\")",
    ],
)
def test_a_migration_that_fails_or_loses_rows_changes_no_byte(
    sample: Path, tmp_path: Path, more: str
) -> None:
    before = hashlib.sha256(sample.read_bytes()).hexdigest()
    revisions = revision(tmp_path / "revisions", more)
    data_file = SqliteDataFile(sample, further_revisions=[revisions])
    with pytest.raises((StorageTrouble, RuntimeError)):
        data_file.units_of_work()
    data_file.close()
    assert hashlib.sha256(sample.read_bytes()).hexdigest() == before
    assert not list(sample.parent.glob(".tthc-tam-*"))
    SqliteDataFile(sample).units_of_work()
