"""A zip file from outside, looked through entry by entry before anyone unpacks it.

Sizes written in the file are believed by nobody: a header that said 1,000 bytes held
200 MB. Every part is unpacked once in small chunks, counted, and forgotten.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from tthc_desktop.errors import Refused
from tthc_desktop.reading.limits import CHUNK_BYTES, LIMITS

_LOCAL_HEADER = 30
_ENCRYPTED = 0x1
_CENTRAL_MARK = b"PK\x01\x02"


def check_zip(name: str, content: bytes) -> None:
    """Refuse a zip that is too large, encrypted or made to deceive."""
    # Before the library lists them: 400,000 entries fit into 20 MB.
    if content.count(_CENTRAL_MARK) > LIMITS.parts * 2:
        raise Refused(_too_much(name, "quá nhiều phần"))
    with ZipFile(BytesIO(content)) as archive:
        entries = archive.infolist()
        if len(entries) > LIMITS.parts:
            raise Refused(_too_much(name, "quá nhiều phần"))
        _check_entries(name, entries)
        _check_places(name, content, entries)
        total = 0
        for entry in entries:
            total += _real_size(name, archive, entry, LIMITS.total_bytes - total)


def _check_entries(name: str, entries: list[ZipInfo]) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise Refused(f"Tệp “{name}” có mật khẩu. Hãy bỏ mật khẩu, lưu lại rồi thử lại.")
    if len({entry.filename.casefold() for entry in entries}) < len(entries):
        raise Refused(_deceiving(name))
    if any(entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for entry in entries):
        raise Refused(_deceiving(name))


def _check_places(name: str, content: bytes, entries: list[ZipInfo]) -> None:
    """Refuse entries that share bytes: a few kilobytes would unpack to gigabytes."""
    end = 0
    for entry in sorted(entries, key=lambda one: one.header_offset):
        start = entry.header_offset
        header = content[start : start + _LOCAL_HEADER]
        if start < end or len(header) < _LOCAL_HEADER:
            raise Refused(_deceiving(name))
        names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        end = start + _LOCAL_HEADER + names + entry.compress_size
    if end > len(content):
        raise Refused(_deceiving(name))


def _real_size(name: str, archive: ZipFile, entry: ZipInfo, room: int) -> int:
    most = min(room, LIMITS.part_bytes)
    size = 0
    with archive.open(entry) as part:
        while chunk := part.read(CHUNK_BYTES):
            size += len(chunk)
            if size > most:
                raise Refused(_too_much(name, "nội dung quá lớn"))
            if size > max(LIMITS.ratio_from_bytes, LIMITS.ratio * entry.compress_size):
                raise Refused(_too_much(name, "nén bất thường"))
    return size


def _too_much(name: str, what: str) -> str:
    return f"Tệp “{name}” không được nhận: {what}. Hãy lưu riêng phần kế hoạch thành tệp mới."


def _deceiving(name: str) -> str:
    return (
        f"Tệp “{name}” có cấu trúc bất thường nên không được mở. "
        "Hãy mở bằng Word hoặc Excel, lưu lại thành tệp mới rồi thử lại."
    )
