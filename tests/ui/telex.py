"""Typing as Unikey does it: Backspaces that take back what stood there, then whole letters.

`type_vi` takes what the hands do in Telex ("Vawn phofng"); letters that are Vietnamese already
("ò") come whole, as from a keyboard that has them. Qt's test library ends the process at a
Vietnamese letter, so those go as events without a key.
"""

import unicodedata

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_TONES = {"f": "\u0300", "s": "\u0301", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_HORNS = {"a": "ă", "o": "ơ", "u": "ư"}
_DOUBLED = {"a": "â", "e": "ê", "o": "ô", "d": "đ"}
_KEY_OF = {"ă": "aw", "ơ": "ow", "ư": "uw", "â": "aa", "ê": "ee", "ô": "oo", "đ": "dd"}
_VOWELS = "aăâeêioôơuưy"
_STRONG = "ăâêôơ"
_NO_KEYS = Qt.KeyboardModifier.NoModifier


def type_vi(widget: QWidget, telex: str) -> None:
    """Type *telex* into *widget*, or into the editor or popup that opens over it."""
    shown = keys = ""
    for key in telex:
        if not (key.isascii() and key.isalpha()):
            _letter(widget, key)
            shown = keys = ""
            continue
        keys += key
        wanted = written(keys)
        kept = _common(shown, wanted)
        for _ in shown[kept:]:
            QTest.keyClick(_receiver(widget), Qt.Key.Key_Backspace, _NO_KEYS)
        for letter in wanted[kept:]:
            _letter(widget, letter)
        shown = wanted


def type_words(widget: QWidget, words: str) -> None:
    """Type Vietnamese *words* as hands would in Telex."""
    type_vi(widget, telex_of(words))


def telex_of(words: str) -> str:
    """Return the keys that give *words*: the mark after its letter, the tone after the word."""
    return " ".join(_keys_of(word) for word in words.split(" "))


def written(keys: str) -> str:
    """Return what Unikey shows for the keys of one word."""
    letters: list[str] = []
    tone = ""
    for key in keys:
        low = key.lower()
        if low in _TONES and any(_low(one) in _VOWELS for one in letters):
            tone = _TONES[low]
        elif not _marked(letters, _marks_of(low)):
            letters.append(key)
    if tone:
        place = _tone_place([_low(one) for one in letters])
        letters[place] = unicodedata.normalize("NFC", letters[place] + tone)
    return "".join(letters)


def _marks_of(key: str) -> dict[str, str]:
    return _HORNS if key == "w" else {key: _DOUBLED[key]} if key in _DOUBLED else {}


def _marked(letters: list[str], marks: dict[str, str]) -> bool:
    """Give its mark to the last letter that takes one of *marks*; "uo" takes both horns."""
    for place in reversed(range(len(letters))):
        mark = marks.get(_low(letters[place]))
        if mark:
            letters[place] = mark.upper() if letters[place].isupper() else mark
            if mark == "ơ" and place and _low(letters[place - 1]) == "u":
                letters[place - 1] = "Ư" if letters[place - 1].isupper() else "ư"
            return True
    return False


def _tone_place(letters: list[str]) -> int:
    """Return where the tone stands, in the old way ("hòa")."""
    start = 2 if "".join(letters[:2]) in ("qu", "gi") and len(letters) > 2 else 0
    vowels = [place for place in range(start, len(letters)) if letters[place] in _VOWELS]
    strong = [place for place in vowels if letters[place] in _STRONG]
    if strong:
        return strong[-1]
    if len(vowels) == 1 or vowels[-1] == len(letters) - 1:
        return vowels[-2] if len(vowels) > 1 else vowels[0]
    return vowels[-1]


def _keys_of(word: str) -> str:
    keys, tone = "", ""
    for letter in word:
        parts = unicodedata.normalize("NFD", letter)
        tones = [key for key, mark in _TONES.items() if mark in parts]
        tone = tones[0] if tones else tone
        base = "".join(one for one in parts if one not in _TONES.values())
        base = unicodedata.normalize("NFC", base)
        typed = _KEY_OF.get(base.lower(), base)
        keys += typed.capitalize() if base.isupper() else typed
    return keys + tone


def _low(letter: str) -> str:
    return letter.lower()


def _common(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _receiver(widget: QWidget) -> QWidget:
    """Return who gets a key: an open popup, the editor inside, else the widget itself."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup
    focused = QApplication.focusWidget() or widget.window().focusWidget()
    return focused if widget.isAncestorOf(focused) else widget


def _letter(widget: QWidget, letter: str) -> None:
    receiver = _receiver(widget)
    if letter.isascii():
        QTest.keyClick(receiver, letter)  # type: ignore[call-overload] # Qt's hints want bytes
        return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_unknown.value, _NO_KEYS, letter)
        QApplication.sendEvent(receiver, event)
