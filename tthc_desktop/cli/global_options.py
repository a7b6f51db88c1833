"""Options that stand before or after any command; light, since the window reads them too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tthc_desktop.errors import WrongCall

_WITH_VALUE = ("--data", "--today")
_FLAGS = ("--json", "--force")


@dataclass(frozen=True, slots=True)
class Globals:
    """Options that stand before or after any command."""

    data: str | None = None
    today: str | None = None
    json: bool = False
    force: bool = False


def split_globals(arguments: Sequence[str]) -> tuple[Globals, list[str]]:
    """Take the global options out of *arguments*, wherever they stand."""
    found: dict[str, str | bool] = {}
    rest: list[str] = []
    remaining = iter(arguments)
    for one in remaining:
        name, equals, value = one.partition("=")
        if one in _FLAGS:
            found[one[2:]] = True
        elif name in _WITH_VALUE:
            given = value if equals else next(remaining, None)
            if not given:  # an empty one is a script's unset variable, not the person's own file
                message = f"Tùy chọn {name} cần một giá trị. Xem: tthc --help"
                raise WrongCall(message)
            found[name[2:]] = given
        else:
            rest.append(one)
    return Globals(**found), rest  # type: ignore[arg-type]
