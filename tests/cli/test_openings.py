"""Openings on the command line: what is told really opens what is closed."""

import json

import pytest

from explorer.files.case_file import bundled_case
from explorer.model.control import movers
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from tests.cli.conftest import Dealzone

CASE = bundled_case()


@pytest.mark.parametrize("preset", ["october-2025", "october-2025-declared"])
def test_each_change_that_is_told_opens_what_it_says(dealzone: Dealzone, preset: str) -> None:
    told = json.loads(dealzone("solve", preset, "--openings", "--json").out)["openings"]
    assert told
    scenario = preset_scenario(CASE, preset)
    for each in told:
        result = solve(scenario.with_value(each["control"], each["value"]))
        opened = {row.row.id for row in result.board if row.is_open}
        assert result.zone.packages == each["packages"] > 0
        assert set(each["opens"]) <= opened
        assert each["row"] is None or each["row"] in opened


def test_where_no_single_change_opens_a_row_the_pairs_that_are_told_do(dealzone: Dealzone) -> None:
    told = json.loads(dealzone("solve", "october-2025", "--openings", "--json").out)
    assert told["opening_pairs"]
    scenario = preset_scenario(CASE, "october-2025")
    single = {each["row"] for each in told["openings"] if each["mover"] != "nobody"}
    for each in told["opening_pairs"]:
        assert each["row"] not in single
        moved = {move["control"]: move["value"] for move in each["moves"]}
        result = solve(scenario.with_values(moved))
        opened = {row.row.id for row in result.board if row.is_open}
        assert each["row"] in set(each["opens"]) <= opened
        assert each["packages"] == result.zone.packages
        assert each["share_of_range"] == max(move["share_of_range"] for move in each["moves"])
    out = " ".join(dealzone("solve", "october-2025", "--openings").out.split())
    assert "two together do" in out
    assert "of their ranges. Opens:" in out


def test_two_conflicts_need_two_changes_and_both_are_told(dealzone: Dealzone) -> None:
    clash = ("--set", "us_min_warheads=2", "--set", "dprk_max_warheads=1")
    told = json.loads(
        dealzone("solve", "october-2025-declared", *clash, "--openings", "--json").out
    )
    assert told["openings"] == []
    assert {each["row"] for each in told["opening_pairs"]} == {None}
    out = dealzone("solve", "october-2025-declared", *clash, "--openings").out
    assert "Smallest pairs of changes that open a zone" in out


def test_with_both_declared_lines_the_lines_to_loosen_are_named(dealzone: Dealzone) -> None:
    out = dealzone("solve", "october-2025-declared", "--openings").out
    assert "Smallest single changes that open a zone" in out
    assert "Washington moves its line on nuclear status" in out
    assert "Pyongyang moves its line on nuclear status" in out


def test_every_closed_row_has_its_own_changes_or_says_that_it_takes_more(
    dealzone: Dealzone,
) -> None:
    out = dealzone("solve", "october-2025", "--openings").out
    assert "that open phased step one" in out
    assert "No single change that somebody can make opens it" in out


def test_without_the_wish_nothing_is_added(dealzone: Dealzone) -> None:
    assert "openings" not in json.loads(dealzone("solve", "--json").out)


def test_what_nobody_can_move_is_held_apart_from_the_moves(dealzone: Dealzone) -> None:
    told = json.loads(dealzone("solve", "october-2025", "--openings", "--json").out)["openings"]
    scenario = preset_scenario(CASE, "october-2025")
    for each in told:
        lowered_by, raised_by = movers(CASE.control(each["control"]))
        rises = each["value"] > scenario.value(each["control"])
        assert each["mover"] == (raised_by if rises else lowered_by)
    out = dealzone("solve", "october-2025", "--openings").out
    assert ("If things were different" in out) == any(each["mover"] == "nobody" for each in told)


def test_the_list_of_controls_tells_who_can_move_each(dealzone: Dealzone) -> None:
    listed = {each["id"]: each for each in json.loads(dealzone("list", "controls", "--json").out)}
    for control in CASE.controls:
        each = listed[control.id]
        assert (each["lowered_by"], each["raised_by"]) == movers(control)
    out = " ".join(dealzone("list", "controls").out.split())
    assert "Who can raise it: Pyongyang; who can lower it: nobody." in out
    assert "Who can move it: others." in out
