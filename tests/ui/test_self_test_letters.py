"""The self-test sees a letter that cannot be drawn."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui import self_test


def test_every_letter_is_drawn_and_kept_as_a_picture(qtbot: QtBot, tmp_path: Path) -> None:
    assert self_test.DOCUMENT_FAMILY in self_test.draw_letters(tmp_path)
    assert (tmp_path / "chu-viet.png").is_file()


def test_a_letter_no_font_has_is_named(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody_has_it = chr(0x10FFFD)
    monkeypatch.setattr(self_test, "WORDS", f"ổ{nobody_has_it}")
    with pytest.raises(ValueError, match=f"không vẽ được: {nobody_has_it}"):
        self_test.draw_letters(tmp_path)
