"""The report a bundle's self-test wrote: read, told, and refused where a step failed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from console import Stopped

FEWEST_PICTURES = 5


def require_passed(report: Path) -> None:
    """Tell every step; stop where one failed, or where there is no report at all."""
    if not report.is_file():
        raise Stopped(f"The self-test left no report: {report.name}")
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    for step in found["steps"]:
        mark = "ok" if step["ok"] else "FAILED"
        print(f"   {mark:6} {step['seconds']:5.2f} s  {step['name']}: {step['detail']}", flush=True)
    versions = ", ".join(f"{name} {version}" for name, version in found["versions"].items())
    print(f"   {versions}", flush=True)
    if not found["ok"]:
        raise Stopped("The self-test failed.")
    if len(found["pictures"]) < FEWEST_PICTURES:
        raise Stopped(f"The self-test made only these pictures: {found['pictures']}")
