"""Old names are found where they stand as names, not where they are part of others."""

from datetime import date

from tthc_desktop.domain.obsolete_names import NameFinder, ObsoleteName, no_longer_borne
from tthc_desktop.use_cases.legal_register import shipped_obsolete_names

DAY = date(2027, 1, 1)


def found(text: str, day: date = DAY) -> list[str]:
    return [quote for quote, _ in NameFinder(shipped_obsolete_names(), day).in_text(text)]


def test_names_are_found_as_they_are_written() -> None:
    assert found("CỦA BAN DÂN TỘC TỈNH MẪU") == ["BAN DÂN TỘC"]
    assert found("báo cáo lãnh đạo Ban kết quả; Lãnh đạo Ban") == ["lãnh đạo Ban", "Lãnh đạo Ban"]
    assert found("UBND các huyện, thành phố, thị xã") == ["UBND các huyện, thành phố, thị xã"]
    assert found("Bộ phận Một cửa cấp huyện, cấp xã") == ["cấp huyện"]


def test_what_only_looks_like_one_is_left() -> None:
    assert found("trình lãnh đạo ban hành Kế hoạch") == []
    assert found("Sở Dân tộc và Tôn giáo, các xã, phường") == []
    assert found("Quyết định số 5/QĐ-BDT ngày 05/01/2024 của Ban Dân tộc về công tác") == []


def test_a_name_is_old_only_after_its_last_day() -> None:
    assert found("cấp huyện", date(2025, 6, 30)) == []
    assert found("cấp huyện", date(2025, 7, 1)) == ["cấp huyện"]


def test_a_present_name_hides_a_former_one_inside_it() -> None:
    former = ObsoleteName("Phòng Mẫu", date(2025, 1, 1), "Phòng Mẫu và Thử")
    finder = NameFinder((former,), DAY, ("Phòng Mẫu và Thử",))
    texts = ("Phòng Mẫu chủ trì", "Phòng Mẫu và Thử chủ trì")
    assert [[quote for quote, _ in finder.in_text(text)] for text in texts] == [["Phòng Mẫu"], []]


def test_an_office_that_is_a_ban_still_has_its_leaders() -> None:
    names = {one.name for one in no_longer_borne(shipped_obsolete_names(), "BAN DÂN TỘC")}
    assert names.isdisjoint({"Ban Dân tộc", "lãnh đạo Ban"})
    assert "cấp huyện" in names
