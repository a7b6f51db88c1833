"""Stores of a unit of work that came after the first ones; `UnitOfWork` has them all."""

from __future__ import annotations

from typing import Any, Protocol


class SettingStore(Protocol):
    """What the office sets for all its work, by name; the names stand with their use cases."""

    def get(self, name: str) -> Any:  # noqa: ANN401 - any JSON value
        """Return a setting, None where the office has not set it."""
        ...

    def put(self, name: str, value: Any) -> None:  # noqa: ANN401 - any JSON value
        """Keep a setting; None takes it out, so that the shipped value holds again."""
        ...


class FurtherStores(Protocol):
    """The stores beside those named in `UnitOfWork` itself."""

    @property
    def settings(self) -> SettingStore:
        """What the office sets for all its work."""
        ...
