"""Text typed in TCVN3 or VNI, known by its letters: "KÕ ho¹ch", "Keá hoaïch".

Files lose the names of their fonts, and text files have none. Both codes write Vietnamese with
signs that no word of Unicode text has; letters that only Unicode has are missing altogether.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tthc_desktop.errors import Refused

_ONLY_UNICODE = re.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
# Signs of Latin-1 that TCVN3 puts into words, beside a letter.
_SIGNS = "[\u00a8-\u00ac\u00ae\u00b5-\u00b9\u00bb-\u00be]"
_TCVN3 = re.compile(rf"(?<=[^\W\d_]){_SIGNS}|{_SIGNS}(?=[^\W\d_])")
# VNI writes a vowel and behind it a letter that stands for its marks.
_VNI = re.compile(r"[aeouyAEOUY][ùøûõïáàåãäéèúüëÙØÛÕÏÁÀÅÃÄÉÈÚÜË]|[ñÑ](?=[aeiouyöô])")
_LEAST_SIGNS = 8
# "naïve" a hundred times is one foreign word.
_LEAST_DIFFERENT = 4
_ONE_OF = 40


def refuse_legacy_letters(name: str, texts: Iterable[str]) -> None:
    """Raise Refused where *texts* are Vietnamese in a code from before Unicode."""
    text = "\n".join(texts)
    if _ONLY_UNICODE.search(text):
        return
    for code, signs in (("TCVN3", _TCVN3), ("VNI", _VNI)):
        found = signs.findall(text)
        many = len(found) >= _LEAST_SIGNS and len(found) * _ONE_OF > len(text)
        if many and len(set(found)) >= _LEAST_DIFFERENT:
            raise Refused(
                f"Tệp “{name}” gõ bằng bảng mã cũ {code} nên không đọc được chữ. Hãy dùng Unikey "
                "(Công cụ – Chuyển mã) đổi sang Unicode rồi thử lại. Chưa ghi gì."
            )
