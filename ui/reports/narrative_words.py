"""Words about a report's sentences: what moved, what is offered, what is read aloud."""

from __future__ import annotations

from tthc_desktop.domain.reporting.sentences import Figure, Sentence

TAKEN_OUT = "(Câu này không in trong báo cáo)"
_MOST_TOLD = 4


def moved_words(sentence: Sentence) -> str:
    """Return what moved under a sentence the person wrote."""
    if sentence.offered == "":
        return "Số liệu của câu này không còn."
    if not sentence.changed:
        return "Nội dung đã ghi có thay đổi."
    told = list(dict.fromkeys(_moved(then, now) for then, now in sentence.changed))
    more = f"; và {len(told) - _MOST_TOLD} số khác" if len(told) > _MOST_TOLD else ""
    return f"Số liệu đã đổi: {'; '.join(told[:_MOST_TOLD])}{more}."


def offer_words(sentence: Sentence) -> str:
    """Return the question under a sentence."""
    if sentence.offered == "":
        return f"{moved_words(sentence)} Bỏ câu này?"
    return f"{moved_words(sentence)} Cập nhật câu này?"


def new_words(sentence: Sentence) -> str:
    """Return the whole sentence where *Cập nhật* would write it anew; "" for figures alone."""
    if not sentence.offered or sentence.updated is not None:
        return ""
    return f"Câu mới: “{sentence.offered}”"


def update_words(sentence: Sentence) -> str:
    """Return what the button of an offer says."""
    return "Bỏ câu" if sentence.offered == "" else "Cập nhật"


def spoken(sentence: Sentence, *, is_offer: bool = False) -> str:
    """Return a sentence as it is read aloud: whose it is, and what is offered."""
    if is_offer:
        return offer_words(sentence)
    if not sentence.text:
        return TAKEN_OUT
    whose = "Câu của phòng" if sentence.is_own else "Câu soạn theo số liệu"
    offer = f" {moved_words(sentence)}" if sentence.offered is not None else ""
    return f"{whose}: {sentence.text}{offer}"


def _moved(then: Figure, now: Figure | None) -> str:
    return f"{then.value} → {now.value if now else 'không còn'}"
