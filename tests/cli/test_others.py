"""``dealzone others`` says who else gains, for a package, the zone and every row."""

import json

import pytest

from explorer.files.case_file import bundled_case
from explorer.model.scenario import preset_scenario
from explorer.solver.stakeholder import row_others, zone_others
from tests.cli.conftest import Dealzone

CASE = bundled_case()


def test_the_text_names_everybody_and_the_gauge_in_words(
    dealzone: Dealzone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    ran = dealzone("others", "--package", "icbm_freeze")
    assert (ran.code, ran.err) == (0, "")
    for wanted in ("Who else gains: ICBM freeze", "could go either way"):
        assert wanted in ran.out
    assert all(stakeholder.name in ran.out for stakeholder in CASE.stakeholders)
    assert "serves the United States alone, or nearly so" in ran.out
    assert all(row.short in ran.out for row in CASE.rows)


def test_the_record_holds_what_the_solver_found(dealzone: Dealzone) -> None:
    ran = dealzone("others", "october-2025", "--set", "no_loss_japan=on", "--json")
    record = json.loads(ran.out)
    scenario = preset_scenario(CASE, "october-2025").with_value("no_loss_japan", 1)
    assert record["scenario"]["controls"]["no_loss_japan"] is True
    assert record["package"]["name"] == "Nash solution"
    assert record["zone"]["packages"] == zone_others(scenario).packages
    assert record["zone"]["stakeholders"]["japan"]["share_not_below_zero"] == 1
    for row in record["rows"]:
        assert row["packages"] == row_others(scenario, row["id"]).packages
    points = {item["id"]: item for item in record["package"]["stakeholders"]}
    assert all(
        sum(item["parts"].values()) == pytest.approx(item["points"]) for item in points.values()
    )


def test_an_empty_zone_is_an_answer_too(dealzone: Dealzone) -> None:
    ran = dealzone("others", "october-2025-declared")
    assert ran.code == 0
    assert "No package is in the deal zone here" in ran.out


def test_an_unknown_package_is_refused_with_the_nearest(dealzone: Dealzone) -> None:
    ran = dealzone("others", "--package", "icbm_frieze")
    assert ran.code == 2
    assert "icbm_freeze" in ran.err


def test_the_help_explains_itself(dealzone: Dealzone) -> None:
    assert "--package" in dealzone("others", "--help").out
