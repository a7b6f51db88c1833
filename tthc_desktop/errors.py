"""The two kinds of trouble that are told to the person; every other exception is our bug.

The sentence carried by an error is Vietnamese and complete: what happened, what to do.
"""

from __future__ import annotations


class Refused(Exception):
    """What was asked is refused: unreadable input, unknown id, number, unit or period."""

    def __init__(self, message: str) -> None:
        """Keep the Vietnamese sentence that is shown."""
        super().__init__(message)
        self.message = message


class WrongCall(Refused):
    """The call itself is wrong: unknown command or option, missing argument, unknown suffix."""


class StorageTrouble(Exception):
    """The surroundings do not allow it: file missing, locked, read-only, damaged, disk full."""

    def __init__(self, message: str) -> None:
        """Keep the Vietnamese sentence that is shown."""
        super().__init__(message)
        self.message = message
