"""Where an error came from, in words that may be logged.

No text of the person's and no folder with the person's name: of a file only what follows the
package or the library it belongs to, of the error only its kind.
"""

from __future__ import annotations

import traceback
from pathlib import PurePath
from types import TracebackType

_OURS = ("tthc_desktop", "ui", "db", "resources", "tests")
_LIBRARIES = "site-packages"


def frames_of(trace: TracebackType | None) -> list[str]:
    """Return a line for every frame: "ui/x.py:12 do"."""
    return [
        f"{short_file(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]


def trace_without_words(error: BaseException) -> str:
    """Return the kind of *error* and its frames, those of its causes too."""
    lines = [type(error).__name__, *(f"  {frame}" for frame in frames_of(error.__traceback__))]
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None and cause is not error:
        lines.append(f"after {trace_without_words(cause)}")
    return "\n".join(lines)


def short_file(name: str) -> str:
    """Return the end of a file's path, which names nobody."""
    parts = PurePath(name.replace("\\", "/")).parts
    for place in range(len(parts) - 1, -1, -1):
        if parts[place] == _LIBRARIES:
            return "/".join(parts[place + 1 :])
        if parts[place] in _OURS and parts[place - 1] not in _OURS:
            return "/".join(parts[place:])
    return "/".join(parts[-1:])
