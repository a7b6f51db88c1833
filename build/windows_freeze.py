"""PyInstaller under Wine: our sources copied beside a Windows Python, frozen, brought back."""

from __future__ import annotations

import shutil
from pathlib import Path

import environment
from console import Stopped
from wine import Prefix

SOURCES = ("tthc_desktop", "ui", "db", "resources", "build/windows")
FILES = ("installer.spec", "build/locks/runtime.txt")
BUNDLE = "TTHCDesktop"
_TEST_REVISION = '''"""A revision that only a trial has, to stand for a later program."""

import sqlalchemy as sa
from alembic import op

revision = "trial"
down_revision = "{last}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a column by making the table anew."""
    with op.batch_alter_table("plan", recreate="always") as batch:
        batch.add_column(sa.Column("trial", sa.String(), nullable=True))


def downgrade() -> None:
    """There is no way back."""
'''


def copy_sources(to: Path) -> None:
    """Copy what the recipe reads; the checkout may change meanwhile."""
    shutil.rmtree(to, ignore_errors=True)
    for name in SOURCES:
        shutil.copytree(
            environment.ROOT / name, to / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    for name in FILES:
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(environment.ROOT / name, to / name)


def make_later(source: Path, version: str) -> None:
    """Make of the copied sources a later program: its version, and one revision more."""
    _replace(source / "tthc_desktop" / "__init__.py", 'VERSION = "', version)
    number = source / "db" / "sqlite_file.py"
    revisions = sorted((source / "db" / "migrations" / "versions").glob("[0-9]*.py"))
    _replace(number, "SCHEMA_VERSION = ", str(len(revisions) + 1))
    text = _TEST_REVISION.format(last=f"{len(revisions):04}")
    revisions[-1].with_name("trial.py").write_text(text, encoding="utf-8")


def _replace(file: Path, before: str, value: str) -> None:
    head, found, rest = file.read_text(encoding="utf-8").partition(f"\n{before}")
    if not found:
        raise Stopped(f"{file.name} has no line “{before}…”.")
    end = rest.index('"') if before.endswith('"') else len(rest) - len(rest.lstrip("0123456789"))
    file.write_text(f"{head}{found}{value}{rest[end:]}", encoding="utf-8")


def freeze(prefix: Prefix, source: Path) -> Path:
    """Run PyInstaller over the copied sources and return the bundle's folder."""
    prefix.must(
        r"C:\python\python.exe",
        *("-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--workpath", ".pyinstaller", "--distpath", "dist", "installer.spec"),
        folder=source,
        seconds=1200,
    )
    prefix.wait()
    return source / "dist" / BUNDLE
