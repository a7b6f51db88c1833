"""Names that are offered while one types."""

from __future__ import annotations

import resources

POSITIONS = (
    "GIÁM ĐỐC",
    "PHÓ GIÁM ĐỐC",
    "CHÁNH VĂN PHÒNG",
    "PHÓ CHÁNH VĂN PHÒNG",
    "CHÁNH THANH TRA",
)
AUTHORITIES = ("KT. GIÁM ĐỐC", "TL. GIÁM ĐỐC", "TUQ. GIÁM ĐỐC", "Q. GIÁM ĐỐC")
DIVISIONS = (
    "Văn phòng",
    "Thanh tra Sở",
    "Phòng Kế hoạch - Tài chính",
    "Phòng Tổ chức - Hành chính",
    "Phòng Pháp chế",
)


def parent_agencies() -> tuple[str, ...]:
    """Return the people's committees a Sở may stand below."""
    return tuple(f"UBND {one}" for one in _lines("provinces"))


def agencies() -> tuple[str, ...]:
    """Return usual names of a Sở."""
    return _lines("agencies")


def _lines(name: str) -> tuple[str, ...]:
    lines = resources.text(f"names/{name}.txt").splitlines()
    return tuple(one for one in lines if one and not one.startswith("#"))
