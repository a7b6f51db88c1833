from tthc_desktop.domain.office import DatedName, Directory, Respondent, RespondentKind

OFFICE = Respondent("v", RespondentKind.DIVISION, "Văn phòng", aliases=("Văn phòng Sở",))
FAITH = Respondent(
    "t",
    RespondentKind.DIVISION,
    "Phòng Mẫu, Thử",
    aliases=("Mẫu, Thử",),
    former_names=(DatedName("Phòng Cũ"),),
)
GROUP = Respondent("g", RespondentKind.GROUP, "Các phòng thuộc Sở", members=("v", "t"))
DIRECTORY = Directory((OFFICE, FAITH, GROUP))


def test_a_unit_is_found_by_any_of_its_names_with_marks_dropped() -> None:
    for name, found in (("VĂN PHÒNG", "v"), ("van phong so", "v"), ("phòng cũ", "t")):
        respondent = DIRECTORY.find(name)
        assert respondent is not None
        assert respondent.id == found


def test_a_comma_inside_a_name_does_not_split_it() -> None:
    assert DIRECTORY.split_names("Mẫu, Thử; Văn phòng") == ("Mẫu, Thử", "Văn phòng")
    assert DIRECTORY.split_names("Văn phòng, Mẫu, Thử") == ("Văn phòng", "Mẫu, Thử")
    assert DIRECTORY.split_names("Phòng Lạ, Quen") == ("Phòng Lạ, Quen",)
    assert DIRECTORY.split_names("- Văn phòng;\n- Phòng Cũ.") == ("Văn phòng", "Phòng Cũ")


def test_a_group_answers_as_its_members_each_once() -> None:
    assert DIRECTORY.answering(("g", "v")) == ("v", "t")
    alone = Respondent("h", RespondentKind.GROUP, "Các nơi")
    assert Directory((alone,)).answering(("h",)) == ("h",)
