from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tthc_desktop.domain.shown_state import Shown
from ui.kit import theme
from ui.kit.state_look import state_look

ROOT = Path(__file__).resolve().parents[2]
_ENOUGH = 4.5


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours as WCAG 2 counts it."""

    def light(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((light(one), light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def high_contrast() -> QPalette:
    palette = QPalette(QColor("black"))
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        palette.setColor(role, QColor("black"))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(role, QColor("white"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("yellow"))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("black"))
    return palette


@pytest.mark.parametrize("palette", [theme.light_palette, high_contrast])
def test_words_can_be_read_on_every_ground(qapp: QApplication, palette: object) -> None:
    chosen = palette()  # type: ignore[operator]
    paints = theme.paints(chosen)
    for ground in (paints.surf, paints.surf2, paints.win, paints.sel, paints.tint):
        assert contrast(paints.text, ground) >= _ENOUGH
        assert contrast(paints.text2, ground) >= _ENOUGH
    assert contrast(paints.on_acc, paints.acc) >= _ENOUGH
    for shown in Shown:
        look = state_look(shown, chosen)
        assert contrast(look.colour, look.tint) >= _ENOUGH
        assert contrast(look.colour, paints.surf) >= _ENOUGH
        assert contrast(look.colour, paints.sel) >= _ENOUGH


def test_states_differ_by_shape_not_only_by_colour(qapp: QApplication) -> None:
    icons = [state_look(shown, theme.light_palette()).icon for shown in Shown]
    assert len(set(icons)) == len(Shown)


def test_high_contrast_of_the_system_is_left_alone(qapp: QApplication) -> None:
    paints = theme.paints(high_contrast())
    assert (paints.surf, paints.text) == (QColor("black"), QColor("white"))
    assert not theme.is_ours(high_contrast())


def test_text_grows_with_the_setting(dressed: QApplication) -> None:
    before = theme.line_height(theme.font()), theme.scaled(100)
    theme.dress(dressed, text_scale=1.5)
    assert theme.text_scale() == pytest.approx(1.5)
    assert (theme.line_height(theme.font()), theme.scaled(100)) > before
    assert theme.font(theme.HEADER_PT).pointSizeF() == pytest.approx(13.5)


def test_every_icon_is_used_and_takes_our_colour() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in ROOT.glob("ui/**/*.py"))
    for path in (ROOT / "resources" / "icons").glob("*.svg"):
        assert f'"{path.stem}"' in sources or f"icons/{path.name}" in sources
        if path.stem != "app":
            drawing = path.read_text(encoding="utf-8")
            assert 'stroke="currentColor"' in drawing
            assert 'viewBox="0 0 20 20"' in drawing
