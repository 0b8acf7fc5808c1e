"""``dealzone split``: what it prints is what the solver found."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from explorer.files.case_file import bundled_case
from explorer.files.resources import resource
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from tests.cli.conftest import Dealzone

CASE = bundled_case()
THEN, NOW = (solve(preset_scenario(CASE, id_)) for id_ in ("hanoi-2019", "october-2025"))


def test_the_parts_in_json_add_up_to_the_difference(dealzone: Dealzone) -> None:
    found = json.loads(dealzone("split", "--json").out)
    total = sum(Fraction(part["exact"]) for part in found["parts"])
    assert total == found["after"] - found["before"] == NOW.zone.packages - THEN.zone.packages
    assert {part["id"] for part in found["parts"]} == {
        control.id
        for control in CASE.controls
        if NOW.scenario.value(control.id) != THEN.scenario.value(control.id)
    }


def test_the_text_says_what_each_setting_did(dealzone: Dealzone) -> None:
    ran = dealzone("split", "hanoi-2019", "october-2025")
    assert ran.code == 0
    lost = THEN.zone.packages - NOW.zone.packages
    assert f"lost {lost:,} packages" in " ".join(ran.out.split())
    assert "Russia alignment" in ran.out
    assert "not a forecast" in ran.out


@pytest.mark.parametrize("measure", ["row-packages", "floor", "limit"])
def test_every_measure_of_a_row_can_be_split(dealzone: Dealzone, measure: str) -> None:
    words = ("split", "--measure", measure, "--row", "phased-step")
    assert dealzone(*words).code == 0
    found = json.loads(dealzone(*words, "--json").out)
    assert found["row"] == "phased-step"
    assert found["is_defined"]


def test_a_floor_without_allowed_concessions_is_replaced_by_name(dealzone: Dealzone) -> None:
    words = ("split", "october-2025", "october-2025-declared", "--measure", "floor")
    found = json.loads(dealzone(*words, "--row", "phased-step", "--json").out)
    assert found["measure"] == "floor_any"
    ran = dealzone(*words, "--row", "phased-step")
    assert "without any red line" in " ".join(ran.out.split())


def test_red_lines_are_told_one_by_one(dealzone: Dealzone) -> None:
    for preset in ("hanoi-2019-declared", "period-2025"):
        words = ("split", CASE.default_preset, preset, "--measure", "lines")
        found = json.loads(dealzone(*words, "--json").out)
        regained = {line["id"]: line["regained"] for line in found["lines"]}
        assert regained
        assert all(count >= 0 for count in regained.values())
        assert ("Without" in dealzone(*words).out) == any(regained.values())


def test_what_is_not_known_is_refused(dealzone: Dealzone) -> None:
    assert dealzone("split", "hanoi-2091").code == 2
    assert dealzone("split", "--row", "nothing").code == 2
    assert dealzone("split", "--measure", "hope").code == 2


def test_scenarios_of_different_cases_are_not_held_against_each_other(
    dealzone: Dealzone, tmp_path: Path
) -> None:
    text = resource("cases", "korea.json").read_text(encoding="utf-8")
    content = {**json.loads(text), "version": "0.0.1"}
    other = tmp_path / "other.json"
    other.write_text(json.dumps(content), encoding="utf-8")
    ran = dealzone("split", "october-2025", other)
    assert ran.code == 2
    assert "different cases" in ran.err
