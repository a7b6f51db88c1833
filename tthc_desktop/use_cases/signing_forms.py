"""The lines above a signer's name in every case of NĐ 30/2020 (Phụ lục I, II.7.b; Điều 13)."""

from __future__ import annotations

from dataclasses import dataclass

from tthc_desktop.domain.office import Office
from tthc_desktop.domain.office_names import province_words

_HEAD = "GIÁM ĐỐC"


@dataclass(frozen=True, slots=True)
class SigningForm:
    """A case and the lines it prints; `note` says what it asks for."""

    name: str
    lines: tuple[str, ...]
    note: str = ""


def signing_forms() -> tuple[SigningForm, ...]:
    """Return the cases for a Sở; TM. last, which it does not use."""
    office, deputy = "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"
    by_order = "Việc ký thừa lệnh phải được quy định trong quy chế làm việc."
    by_mandate = "Ký thừa ủy quyền phải có văn bản ủy quyền, có thời hạn, không ủy quyền lại."
    committee = "TM. dùng cho tập thể như UBND; kế hoạch của Sở không ký TM."
    return (
        SigningForm("Người đứng đầu ký", (_HEAD,)),
        SigningForm("Q. – được giao quyền", (f"Q. {_HEAD}",)),
        SigningForm("KT. – cấp phó ký thay", (f"KT. {_HEAD}", f"PHÓ {_HEAD}")),
        SigningForm("TL. – ký thừa lệnh", (f"TL. {_HEAD}", office), by_order),
        SigningForm(
            "TL. và KT. – cấp phó của người được giao ký",
            (f"TL. {_HEAD}", f"KT. {office}", deputy),
            by_order,
        ),
        SigningForm("TUQ. – ký thừa ủy quyền", (f"TUQ. {_HEAD}", office), by_mandate),
        SigningForm("TM. – thay mặt tập thể", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), committee),
        SigningForm(
            "TM. và KT. – cấp phó thay mặt tập thể",
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            committee,
        ),
    )


def usual_recipients(office: Office) -> tuple[str, ...]:
    """Return whom an office usually sends a plan to."""
    parent = f"UBND {province_words(office.parent_agency) or 'tỉnh'}"
    return (
        f"{parent} (báo cáo)",
        f"Văn phòng {parent}",
        "Trung tâm Phục vụ hành chính công tỉnh (phối hợp)",
        "Giám đốc, các Phó Giám đốc Sở",
        "Lãnh đạo Sở",
        "Các phòng, đơn vị thuộc Sở",
        "UBND các xã, phường (phối hợp)",
        "Trang thông tin điện tử của Sở (đăng tải)",
    )
