"""Telling our data file from anything else by its header, before SQLite opens it.

The header is read as bytes, so that a newer, foreign or damaged file is refused without
one byte of it being changed.
"""

from __future__ import annotations

from pathlib import Path

from tthc_desktop.errors import StorageTrouble

APPLICATION_ID = 0x54544843  # "TTHC"
SCHEMA_VERSION = 6  # number of revisions in db/migrations/versions
_MAGIC = b"SQLite format 3\x00"
_HEADER_SIZE = 100
_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)


def read_schema_version(path: Path) -> int:
    """Return the file's schema version.

    Raises StorageTrouble where the file is missing, empty, foreign, or newer than the program.
    """
    header = _header(path)
    if not header:
        raise StorageTrouble(_refusal(path, "là tệp rỗng"))
    if len(header) < _HEADER_SIZE or not header.startswith(_MAGIC):
        raise StorageTrouble(_refusal(path, "không phải tệp dữ liệu của chương trình"))
    if int.from_bytes(header[_APPLICATION_ID], "big") != APPLICATION_ID:
        raise StorageTrouble(_refusal(path, "là dữ liệu của chương trình khác"))
    version = int.from_bytes(header[_USER_VERSION], "big")
    if version > SCHEMA_VERSION:
        message = (
            f"Tệp dữ liệu “{path.name}” do bản mới hơn của chương trình tạo ra (cấu trúc "
            f"{version}, bản này đọc đến {SCHEMA_VERSION}). Hãy cài bản mới. Tệp còn nguyên."
        )
        raise StorageTrouble(message)
    if version < 1:
        raise StorageTrouble(_refusal(path, "không có cấu trúc của chương trình"))
    return version


def _header(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise StorageTrouble(_refusal(path, "là một thư mục"))
        with path.open("rb") as stream:
            return stream.read(_HEADER_SIZE)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StorageTrouble(missing_file(path)) from error
    except OSError as error:
        message = (
            f"Không đọc được tệp dữ liệu “{path}” (mã lỗi {error.errno}). Hãy kiểm tra ổ đĩa và "
            "quyền đọc. Tệp còn nguyên."
        )
        raise StorageTrouble(message) from error


def missing_file(path: Path) -> str:
    """Return the sentence for a data file that is not there."""
    return (
        f"Chưa có tệp dữ liệu “{path}”. Hãy tạo bằng lệnh init, nhập kế hoạch, "
        "hoặc chỉ đúng tệp bằng --data."
    )


def _refusal(path: Path, what: str) -> str:
    return (
        f"“{path}” {what}, không mở được. Hãy chọn đúng tệp dữ liệu hoặc khôi phục từ bản "
        "sao lưu. Tệp còn nguyên."
    )
