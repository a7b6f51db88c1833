"""What a file is that should have been a Word or Excel file and is not."""

from __future__ import annotations

import re

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"<\s*(?:!doctype\s+html|html|head|body|table|div|meta|p|span|style)\b", re.IGNORECASE
)
_HEAD_BYTES = 4096
_SAVE_AS = {
    "word": "Hãy mở bằng Word rồi lưu lại thành .docx.",
    "excel": "Hãy mở bằng Excel rồi lưu lại thành .xlsx.",
}
_WANTED = {"word": "tệp Word (.docx)", "excel": "tệp Excel (.xlsx)"}


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def what_it_is(name: str, content: bytes, kind: str) -> str:
    """Return one sentence: the file is no zip, what it seems to be and what to do."""
    head = content[:_HEAD_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not content:
        return f"Tệp “{name}” rỗng. Hãy chọn tệp khác."
    if content.startswith(_OLE):
        return f"{_what_ole_is(name, content)} {_SAVE_AS[kind]}"
    if head.startswith(b"{\\rtf"):
        return f"Tệp “{name}” là văn bản RTF. {_SAVE_AS[kind]}"
    if head.startswith(b"%PDF"):
        return f"Tệp “{name}” là tệp PDF, không phải {_WANTED[kind]}. Hãy chọn tệp gốc."
    if _HTML.search(head):
        return f"Tệp “{name}” là trang HTML mang tên tệp văn phòng. {_SAVE_AS[kind]}"
    if _is_text(content):
        return _what_text_is(name, kind)
    return f"Tệp “{name}” không phải {_WANTED[kind]} hoặc đã hỏng. Hãy chọn tệp khác."


def what_text_is_not(name: str, content: bytes) -> str:
    """Return why a file named .txt is no text that can be read, "" where it is one."""
    if content.startswith((b"PK\x03\x04", _OLE)):
        return f"Tệp “{name}” là tệp văn phòng mang đuôi .txt. Hãy đổi đuôi tệp cho đúng."
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return (
            f"Tệp “{name}” dùng bảng mã UTF-16. Hãy mở bằng Notepad, chọn Lưu thành (Save as), "
            "mục Encoding chọn UTF-8, rồi thử lại."
        )
    if b"\0" in content:
        return f"Tệp “{name}” không phải tệp văn bản. Hãy chọn tệp khác."
    return "" if content.strip() else f"Tệp “{name}” rỗng. Hãy chọn tệp khác."


def _what_ole_is(name: str, content: bytes) -> str:
    if _utf16("EncryptedPackage") in content:
        return f"Tệp “{name}” có mật khẩu. Hãy bỏ mật khẩu trước;"
    if _utf16("WordDocument") in content:
        return f"Tệp “{name}” là tệp Word đời cũ (.doc)."
    if _utf16("Workbook") in content:
        return f"Tệp “{name}” là tệp Excel đời cũ (.xls)."
    return f"Tệp “{name}” là tệp văn phòng đời cũ."


def _what_text_is(name: str, kind: str) -> str:
    advice = "Hãy chọn tệp khác."
    if kind == "word":
        advice = "Nếu đây là kế hoạch ở dạng chữ, hãy đổi đuôi tệp thành .txt."
    return f"Tệp “{name}” là tệp văn bản thường, không phải {_WANTED[kind]}. {advice}"


def _is_text(content: bytes) -> bool:
    try:
        text = content[: 64 * 1024].decode("utf-8", "ignore")
    except ValueError:
        return False
    strange = sum(1 for c in text if ord(c) < 0x20 and c not in "\t\r\n\f")
    return strange * 50 <= len(text) and len(text) * 4 >= min(len(content), 64 * 1024)
