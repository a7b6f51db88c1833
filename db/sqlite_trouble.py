"""SQLite's result codes in two kinds: trouble of the surroundings, told; anything else is ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from tthc_desktop.errors import StorageTrouble

_UNCHANGED = "Dữ liệu đã lưu trước đó còn nguyên."
_SENTENCES = {
    "SQLITE_BUSY": "Tệp dữ liệu “{name}” đang bận vì chương trình khác đang ghi. Hãy thử lại.",
    "SQLITE_LOCKED": "Tệp dữ liệu “{name}” đang bận vì chương trình khác đang ghi. Hãy thử lại.",
    "SQLITE_READONLY": "Tệp dữ liệu “{name}” hoặc thư mục của nó chỉ cho đọc.",
    "SQLITE_FULL": "Ổ đĩa đầy, chưa lưu được. Hãy dọn bớt rồi làm lại.",
    "SQLITE_IOERR": "Không đọc hoặc ghi được ổ đĩa chứa “{name}”. Hãy kiểm tra ổ đĩa, dung lượng.",
    "SQLITE_CORRUPT": "Tệp dữ liệu “{name}” bị hỏng. Hãy khôi phục từ bản sao lưu.",
    "SQLITE_NOTADB": "“{name}” không phải tệp dữ liệu, hoặc đã hỏng. Hãy khôi phục từ bản sao lưu.",
    "SQLITE_CANTOPEN": "Không mở được tệp dữ liệu “{name}”. Hãy kiểm tra đường dẫn và quyền đọc.",
    "SQLITE_PERM": "Không có quyền mở tệp dữ liệu “{name}”.",
    "SQLITE_TOOBIG": "Nội dung quá dài, không lưu được.",
}


@contextmanager
def told_as_trouble(path: Path) -> Iterator[None]:
    """Turn what the surroundings cause into a StorageTrouble; let bugs pass."""
    try:
        yield
    except DBAPIError as error:
        sentence = _sentence(error.orig, path)
        if sentence is None:
            raise
        raise StorageTrouble(sentence) from error
    except sqlite3.Error as error:
        sentence = _sentence(error, path)
        if sentence is None:
            raise
        raise StorageTrouble(sentence) from error
    except UnicodeDecodeError as error:
        # A changed byte in a text: the check of the file does not see it, reading does.
        raise StorageTrouble(_SENTENCES["SQLITE_CORRUPT"].format(name=path.name)) from error


def _sentence(error: BaseException | None, path: Path) -> str | None:
    name = getattr(error, "sqlite_errorname", "") or ""
    for code, sentence in _SENTENCES.items():
        if name.startswith(code):
            return f"{sentence.format(name=path.name)} {_UNCHANGED}"
    return None
