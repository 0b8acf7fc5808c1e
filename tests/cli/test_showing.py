"""What a picture shows beside its view: opened, compared and pinned on the command line."""

from pathlib import Path

import pytest

from explorer.files.case_file import bundled_case
from explorer.files.scenario_code import scenario_code
from explorer.model.package import package_of
from explorer.model.scenario import preset_scenario
from tests.cli.conftest import Dealzone, Rooms

CASE = bundled_case()
OCTOBER = preset_scenario(CASE, "october-2025")


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("none", {}),
        ("icbm_freeze", next(each.levels for each in CASE.packages if each.id == "icbm_freeze")),
        ("icbm=2, aid=1", {"icbm": 2, "aid": 1}),
    ],
)
def test_a_package_is_opened_by_name_by_levels_or_as_none(
    dealzone: Dealzone, rooms: Rooms, tmp_path: Path, text: str, levels: dict[str, int]
) -> None:
    ran = dealzone("picture", "-o", tmp_path / "a.png", "--view", "map", "--package", text)
    assert (ran.code, ran.err) == (0, "")
    assert rooms.pictures[-1].viewing.selected_package == package_of(CASE, levels)


@pytest.mark.parametrize("text", ["nonsense", "icbm=9", "icbm=x", "nonsense=1"])
def test_a_package_that_is_not_there_is_refused(
    dealzone: Dealzone, tmp_path: Path, text: str
) -> None:
    ran = dealzone("picture", "-o", tmp_path / "a.png", "--package", text)
    assert ran.code == 2
    assert ran.err


def test_a_scenario_code_stands_wherever_a_scenario_can(
    dealzone: Dealzone, rooms: Rooms, tmp_path: Path
) -> None:
    mine = OCTOBER.with_value("russia_alignment", 33).with_name("Mine")
    code = scenario_code(mine)
    words = ("--baseline", code, "--before", code, "--loaded", code, "--pin", f"B={code}")
    ran = dealzone("picture", code, "-o", tmp_path / "a.png", *words, "--compare", "--seed", "4")
    assert (ran.code, ran.err) == (0, "")
    viewing = rooms.pictures[-1].viewing
    assert viewing.result.scenario == mine
    assert viewing.baseline is not None
    assert viewing.baseline.scenario == viewing.before == mine
    assert [each.letter for each in viewing.pins] == ["B"]
    assert [id_ for id_, _ in viewing.comparable] == ["loaded", "pin B"]
    assert (viewing.is_comparing, viewing.seed) == (True, 4)


def test_what_is_no_code_is_refused(dealzone: Dealzone) -> None:
    ran = dealzone("solve", "dealzone:nonsense")
    assert ran.code == 2
    assert "not a scenario code" in ran.err
