"""The hint at a known name in place of one that is not."""

import pytest

from explorer.cli.subject import MOST_NAMES, nearest

NAMES = ("us_min_fissile", "missile_advances", "russia_alignment", "aid")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("missile", "missile_advances"),
        ("Russia", "russia_alignment"),
        ("us_min_fisile", "us_min_fissile"),
        ("aids", "aid"),
    ],
)
def test_a_part_of_a_name_or_a_misspelt_one_means_it(wanted: str, found: str) -> None:
    assert nearest(wanted, NAMES) == f'Did you mean "{found}"?'


@pytest.mark.parametrize("wanted", ["", "xyzzy"])
def test_where_none_is_near_each_known_name_is_told_once(wanted: str) -> None:
    assert nearest(wanted, (*NAMES, *NAMES)) == f"Known: {', '.join(NAMES)}."


def test_a_long_list_is_cut_short_and_says_by_how_many() -> None:
    names = [f"control_{number}" for number in range(MOST_NAMES + 7)]
    told = nearest("xyzzy", names)
    assert told.startswith("Known: control_0, control_1,")
    assert told.endswith(f"control_{MOST_NAMES - 1} and 7 more.")
