import pytest

import resources

NAME = "fonts/times_new_roman_widths.json"


def test_the_three_functions_give_the_same_file() -> None:
    assert resources.text(NAME).encode() == resources.data(NAME)
    assert resources.path(NAME).read_bytes() == resources.data(NAME)


@pytest.mark.parametrize(
    "name", ["", "/etc/hosts", "../pyproject.toml", "fonts/../../x", "C:/x", "fonts\\x", "\\\\a\\b"]
)
def test_a_name_never_leads_outside(name: str) -> None:
    for function in (resources.text, resources.data, resources.path):
        with pytest.raises(ValueError, match="not a name of a resource"):
            function(name)


def test_a_missing_file_is_no_silence() -> None:
    with pytest.raises(FileNotFoundError):
        resources.data("fonts/no-such-file.json")
