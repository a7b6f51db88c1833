"""What the program is made of, and under which licence each part is used."""

from __future__ import annotations

import json
import platform
import sys
from dataclasses import dataclass
from importlib import metadata

from PySide6.QtCore import qVersion

import resources


@dataclass(frozen=True, slots=True)
class Component:
    """A part that others made; `packages` are its names in Python's registry."""

    name: str
    packages: tuple[str, ...]
    licence: str
    text_file: str

    @property
    def version(self) -> str:
        """Its version as found on this PC; "" for a text that has none."""
        if self.name == "Python":
            return platform.python_version()
        for package in self.packages:
            try:
                return metadata.version(package)
            except metadata.PackageNotFoundError:
                continue
        return ""

    @property
    def text(self) -> str:
        """The wording of its licence."""
        return resources.text(f"licences/{self.text_file}")


def components() -> tuple[Component, ...]:
    """Return the parts in the order they are shown."""
    return tuple(
        Component(one["name"], tuple(one["packages"]), one["licence"], one["text"])
        for one in json.loads(resources.text("licences/packages.json"))
    )


def versions() -> str:
    """Return what the support asks for first."""
    bits = 64 if sys.maxsize > 2**32 else 32
    return f"Python {platform.python_version()} · Qt {qVersion()} · {bits} bit"
