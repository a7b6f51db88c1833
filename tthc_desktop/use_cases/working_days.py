"""The table of days off and days worked that is shipped (resources/calendar)."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache

import resources
from tthc_desktop.domain.working_days import WorkingDays


@lru_cache(maxsize=1)
def shipped_working_days() -> WorkingDays:
    """Return the shipped table for 2025 to 2028; other years know weekends only."""
    days = json.loads(resources.text("calendar/working_days.json"))["days"]
    worked = {date.fromisoformat(day["date"]) for day in days if day["kind"] == "worked"}
    off = {date.fromisoformat(day["date"]) for day in days if day["kind"] != "worked"}
    return WorkingDays(frozenset(off), frozenset(worked))
