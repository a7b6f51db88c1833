import json
from pathlib import Path

import pytest

import make_font_widths
import resources
from tthc_desktop.document.text_width import text_width_mm

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
DATE = "Thái Nguyên, ngày 05 tháng 02 năm 2026"
DEBIAN_FONTS = Path("/usr/share/fonts/truetype/liberation2")


def twips(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    return text_width_mm(text, size, bold=bold, italic=italic) * 1440 / 25.4


@pytest.mark.parametrize(
    ("text", "size", "bold", "italic", "measured"),
    [
        (QUOC_HIEU, 12, True, False, 5007),
        (QUOC_HIEU, 13, True, False, 5424),
        (TIEU_NGU, 13, True, False, 3183),
        (TIEU_NGU, 14, True, False, 3428),
        ("UBND TỈNH AN GIANG", 12, False, False, 2553),
        ("UBND TỈNH AN GIANG", 13, False, False, 2766),
        ("SỞ TƯ PHÁP", 13, True, False, 1565),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", 12, True, False, 3674),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", 13, True, False, 4562),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", 13, True, False, 4753),
        (DATE, 13, False, True, 4376),
        (DATE, 14, False, True, 4713),
    ],
)
def test_widths_are_those_measured(
    text: str, size: float, bold: bool, italic: bool, measured: int
) -> None:
    assert twips(text, size, bold=bold, italic=italic) == pytest.approx(measured, abs=1)


def test_horned_letters_are_wider_than_their_base() -> None:
    advances = {"Ư": 1630, "U": 1479, "ư": 1229, "u": 1139, "ơ": 1134, "o": 1024, "Ơ": 1593}
    found = {letter: round(twips(letter, 2048 / 20, bold=True)) for letter in advances}
    assert found == advances


def test_every_vietnamese_letter_is_known_in_every_face() -> None:
    table = json.loads(resources.text("fonts/times_new_roman_widths.json"))
    for face in make_font_widths.FACES:
        for first, last in ((0x20, 0x7E), (0xA0, 0x24F), (0x1EA0, 0x1EF9)):
            assert len(table[face][str(first)]) == last - first + 1


def test_unknown_characters_have_a_width_and_marks_have_none() -> None:
    assert text_width_mm("\u4e00", 12) > 0
    assert text_width_mm("a\u0301", 12) == text_width_mm("a", 12)
    assert text_width_mm("", 12) == 0


@pytest.mark.skipif(not DEBIAN_FONTS.is_dir(), reason="fonts-liberation2 is not installed")
def test_the_table_is_remade_alike(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(make_font_widths, "TARGET", tmp_path / "widths.json")
    make_font_widths.main([str(DEBIAN_FONTS)])
    remade = (tmp_path / "widths.json").read_bytes()
    assert remade == resources.data("fonts/times_new_roman_widths.json")
