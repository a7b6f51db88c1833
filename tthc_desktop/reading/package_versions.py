"""Versions of the libraries that read files from outside, as they are linked here."""

from __future__ import annotations

import pyexpat
import zlib

from lxml import etree


def library_versions() -> dict[str, str]:
    """Return names and versions."""
    return {
        "lxml": _dotted(etree.LXML_VERSION),
        "libxml2": _dotted(etree.LIBXML_VERSION),
        "libxslt": _dotted(etree.LIBXSLT_VERSION),
        "expat": pyexpat.EXPAT_VERSION.removeprefix("expat_"),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }


def _dotted(numbers: tuple[int, ...]) -> str:
    return ".".join(map(str, numbers))
