from tests.command_line import Tthc


def test_office_is_set_and_shown(fresh: Tthc) -> None:
    shown = fresh.json(
        "office", "set", "parent_agency=UBND TỈNH MẪU", "agency=SỞ MẪU", "agency_symbol=SM",
        "place=Mẫu", "signing_authority=KT. GIÁM ĐỐC", "signing_position=PHÓ GIÁM ĐỐC",
        "signer=Nguyễn Văn Mẫu", "divisions=Văn phòng; Phòng Một;Trung tâm Hai",
        "groups=Các phòng thuộc Sở=Văn phòng;Phòng Một",
    )  # fmt: skip
    assert shown == fresh.json("office", "show")
    assert shown["divisions"] == ["Văn phòng", "Phòng Một", "Trung tâm Hai"]
    assert shown["groups"] == {"Các phòng thuộc Sở": ["Văn phòng", "Phòng Một"]}
    assert shown["agency"] == "SỞ MẪU"
    assert list(shown) == [
        "parent_agency", "agency", "agency_symbol", "place", "signing_authority",
        "signing_position", "signer", "divisions", "groups",
    ]  # fmt: skip


def test_units_that_no_plan_names_go_and_the_others_stay(fresh: Tthc, tthc: Tthc) -> None:
    fresh.json("office", "set", "divisions=A;B;C", "groups=Các phòng=A;B")
    shown = fresh.json("office", "set", "divisions=C;A")
    assert shown["divisions"] == ["C", "A"]
    assert shown["groups"] == {"Các phòng": ["A"]}
    named = tthc.json("office", "set", "divisions=Phòng Pháp chế")["divisions"]
    assert named[0] == "Phòng Pháp chế"
    assert "Văn phòng" in named


def test_a_group_has_known_members_only(fresh: Tthc) -> None:
    fresh.json("office", "set", "divisions=A;B")
    assert fresh.run("office", "set", "groups=Các phòng=A;Z") == 3
    assert fresh.run("office", "set", "groups=Các phòng") == 2
    assert fresh.json("office", "show")["groups"] == {}
