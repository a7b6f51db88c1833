"""The settings part: today's Word behaviour instead of compatibility mode."""

from __future__ import annotations

from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import Role
from tthc_desktop.document.word_xml import Element, add, root, twips_of_mm

# What Word itself writes into a new document; without it Word opens in compatibility mode.
_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}
_WORD = "http://schemas.microsoft.com/office/word"


def settings_part() -> Element:
    """Return the settings of every document we write."""
    settings = root("settings")
    add(settings, "zoom", percent=100)
    add(settings, "defaultTabStop", val=twips_of_mm(nd30.STYLES[Role.BODY].first_line_mm))
    add(settings, "characterSpacingControl", val="doNotCompress")
    compatibility = add(settings, "compat")
    # A line that ends in a line break is not stretched to both margins.
    add(compatibility, "doNotExpandShiftReturn")
    for name, value in _COMPATIBILITY.items():
        add(compatibility, "compatSetting", name=name, uri=_WORD, val=value)
    # As Vietnamese Windows has them.
    add(settings, "decimalSymbol", val=",")
    add(settings, "listSeparator", val=";")
    return settings
