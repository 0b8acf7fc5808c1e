"""The headline counts what the board shows and names only what the case names."""

from dataclasses import replace

import pytest
from hypothesis import given

from explorer.figures.headline import headline, hint
from explorer.files.case_file import bundled_case
from explorer.model.result import Result
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.solve import solve
from tests.figures.sentences import assert_reads_well
from tests.made_results import hollow_result
from tests.strategies import korea_scenarios, small_scenarios


@pytest.fixture(scope="module")
def october() -> Scenario:
    """Return the scenario that the program starts with."""
    return preset_scenario(bundled_case(), "october-2025")


def _open(result: Result) -> int:
    return sum(row.is_open for row in result.board)


@given(small_scenarios())
def test_every_sentence_of_any_case_reads_well(scenario: Scenario) -> None:
    result = solve(scenario)
    found = headline(result, result)
    for text in (found.title, *found.details, found.baseline_line):
        assert_reads_well(text)
        assert text


@given(small_scenarios())
def test_the_title_counts_the_open_rows(scenario: Scenario) -> None:
    result = solve(scenario)
    title, opened, total = headline(result, None).title, _open(result), len(result.board)
    if result.zone.packages == 0:
        assert title == "The deal zone is empty"
    elif opened == 0:
        assert title.startswith("No commitment")
    else:
        assert str(opened) in title
        assert str(total) in title


@given(korea_scenarios())
def test_every_closed_row_is_accounted_for(scenario: Scenario) -> None:
    result = solve(scenario)
    text = " ".join(headline(result, None).details)
    for row in result.board:
        if not row.is_open and row.target_floor_any is None:
            assert row.row.short in text.partition("Out of reach at any price")[2]


@given(korea_scenarios())
def test_it_names_a_widest_row_only_among_open_ones(scenario: Scenario) -> None:
    result = solve(scenario)
    named = [text for text in headline(result, None).details if text.startswith("Widest")]
    assert bool(named) == (_open(result) > 1)
    shorts = {row.row.short for row in result.board if row.is_open}
    assert all(
        text.removeprefix("Widest deal zone: ").removesuffix(".") in shorts for text in named
    )


def test_october_2025_reads_as_the_window_promises(october: Scenario) -> None:
    baseline = solve(preset_scenario(october.case, "hanoi-2019"))
    found = headline(solve(october), baseline)
    assert found.title == "4 of 8 commitments have a deal zone"
    assert found.details == (
        "Widest deal zone: interim freeze.",
        "Nearest to opening: phased step one.",
        "Out of reach at any price: full denuclearisation.",
    )
    assert found.baseline_line == f"Baseline, Hanoi 2019: {_open(baseline)} of 8"


def test_an_empty_zone_names_the_lines_that_stand_in_the_way() -> None:
    scenario = preset_scenario(bundled_case(), "october-2025-declared")
    found = headline(solve(scenario), None)
    assert found.title == "The deal zone is empty"
    clash, *_ = found.details
    assert all(word in clash for word in ("Washington", "Pyongyang", "nuclear status"))
    assert clash.endswith("No package satisfies both.")
    assert found.baseline_line == ""


def test_one_open_row_takes_the_singular(october: Scenario) -> None:
    result = solve(october.with_values({"us_min_icbm": 2}))
    assert headline(result, None).title == "1 of 8 commitments has a deal zone"


def test_rows_closed_by_lines_alone_are_named_while_others_are_open(october: Scenario) -> None:
    details = headline(solve(october.with_values({"us_min_icbm": 2})), None).details
    assert any(text.startswith("Closed by red lines alone:") for text in details)


def test_a_board_of_open_rows_says_that_the_settings_are_permissive(october: Scenario) -> None:
    result = solve(october)
    opened = replace(result, board=tuple(row for row in result.board if row.is_open))
    found = headline(opened, None)
    assert found.title == "All 4 commitments have a deal zone"
    assert found.details[0] == "These settings are unusually permissive."


def test_packages_outside_the_board_are_pointed_to(october: Scenario) -> None:
    result = solve(october)
    closed = replace(result, board=tuple(row for row in result.board if not row.is_open))
    found = headline(closed, None)
    assert found.title == "No commitment on the board has a deal zone"
    count = f"{result.zone.packages:,}"
    assert found.details[0] == f"{count} packages elsewhere are in the zone: see the deal map."


def test_a_case_without_rows_counts_packages(october: Scenario) -> None:
    result = solve(october)
    found = headline(replace(result, board=()), None)
    assert found.title == f"{result.zone.packages:,} packages are in the deal zone"
    assert found.details == ()


def test_rows_that_only_several_lines_close_are_told_apart(october: Scenario) -> None:
    lines = {"us_max_relief_before_disarmament": 0, "us_max_status": 0, "us_max_exercises": 0}
    result = solve(october.with_values(lines | {"us_min_warheads": 3}))
    board = tuple(replace(row, broken_lines=(), blocking_lines=()) for row in result.board)
    details = headline(replace(result, board=board), None).details
    assert details[0].startswith("Closed only by several red lines together: test pause")


def test_the_baseline_is_recognised_as_itself(october: Scenario) -> None:
    result = solve(october)
    assert headline(result, result).baseline_line == "These are the baseline’s settings."
    assert headline(hollow_result(october), None).title == "The deal zone is empty"


def test_the_hint_names_the_leverage_that_waiting_depends_on_most(october: Scenario) -> None:
    assert hint(october, october) == "Move Russia alignment and watch the zones."
    assert hint(october.with_value("china_ties", 1), october) == ""
    hanoi = preset_scenario(october.case, "hanoi-2019")
    assert hint(hanoi, hanoi) == ""
