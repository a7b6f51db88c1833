"""Alembic's environment: the connection is handed over, transactions are ours."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    render_as_batch=True,
    transactional_ddl=False,  # one BEGIN EXCLUSIVE around everything, made by the caller
)
context.run_migrations()
