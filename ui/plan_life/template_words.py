"""How templates and the office behind them are told of in lists."""

from __future__ import annotations

from tthc_desktop.domain.office import Office
from tthc_desktop.use_cases.template_list import DescribedTemplate
from ui.session.wording import KIND_WORDS

NO_OFFICE = (
    "Chưa đặt cơ quan: tên, ký hiệu, địa danh để chỗ trống. Đặt ở Công cụ › Cơ quan, phòng, "
    "người ký."
)


def template_words(one: DescribedTemplate) -> str:
    """Return kind and content of a template in one line."""
    parts = [f"{one.sections} phần"] if one.sections else []
    if one.annex_tasks:
        parts.append(f"{one.annex_tasks} nhiệm vụ trong phụ lục")
    if one.follow_up:
        parts.append(f"{one.follow_up} nhiệm vụ theo dõi")
    origin = "của cơ quan" if one.is_own else "có sẵn"
    holds = ", ".join(parts) or "chưa có phần nào"
    return f"{KIND_WORDS[one.summary.kind]}, mẫu {origin} · {holds}"


def office_words(office: Office) -> str:
    """Return what a new plan takes from the office."""
    if not office.is_set:
        return NO_OFFICE
    signer = " ".join(filter(None, (office.signing_position, office.signer)))
    told = (
        ("cơ quan chủ quản", office.parent_agency),
        ("cơ quan", office.agency),
        ("ký hiệu", f"KH-{office.agency_symbol}" if office.agency_symbol else ""),
        ("địa danh", office.place),
        ("người ký", signer),
    )
    known = [f"{name} {value}" for name, value in told if value]
    return f"Điền sẵn từ cơ quan: {'; '.join(known)}. Đơn vị chủ trì lấy theo danh bạ."
