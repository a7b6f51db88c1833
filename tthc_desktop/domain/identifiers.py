"""Identifiers are made by the domain, so that an act done again recreates the same ones."""

from __future__ import annotations

from uuid import uuid4


def new_id() -> str:
    """Return a new identifier: 32 lower-case hexadecimal digits."""
    return uuid4().hex
