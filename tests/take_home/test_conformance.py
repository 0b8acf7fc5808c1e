"""The page's scripts against the program: to the package, to the last digit and to the word."""

import json
from typing import cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.board import NO_COMPANY
from explorer.figures.board_lane import board_lanes
from explorer.figures.case_place import case_places
from explorer.figures.control_words import control_status, drawn_lines, set_words
from explorer.figures.gains import gains_figure
from explorer.figures.headline import headline
from explorer.figures.phrase import capitalised
from explorer.figures.prices import row_status
from explorer.files.case_file import bundled_case, bundled_case_ids
from explorer.model.assumption import Estimate, with_estimates
from explorer.model.case import Case
from explorer.model.result import BoardRow, Result, Solution
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.gain_cloud import gain_cloud
from explorer.solver.solve import solve
from explorer.take_home.lane_shapes import lane_shapes
from explorer.take_home.page_data import page_record
from explorer.take_home.take_home import TakeHome, usual_baseline
from tests.examples import examples
from tests.packages import package_index
from tests.renamed_case import renamed_case
from tests.scaled_case import scaled_side
from tests.solver.test_structure import with_option
from tests.strategies import small_cases
from tests.take_home.node import PageScripts
from tests.take_home.pages import moved_pages

KOREA = bundled_case()
Json = dict[str, object]


def question(page: TakeHome, scenario: Scenario) -> Json:
    """Return what the scripts are asked about a page whose sliders stand somewhere."""
    values = dict(zip(scenario.case.control_places, scenario.values, strict=True))
    return {"record": json.loads(page_record(page).model_dump_json()), "values": values}


def row_numbers(row: BoardRow) -> Json:
    return {
        "id": row.row.id,
        "packages": row.packages,
        "sender_limit": row.sender_limit,
        "sender_wall": row.sender_wall,
        "target_floor": row.target_floor,
        "target_floor_any": row.target_floor_any,
        "zone": None if row.zone is None else list(row.zone),
        "gap": row.gap,
        "broken_lines": list(row.broken_lines),
        "blocking_lines": list(row.blocking_lines),
    }


def point(case: Case, found: Solution | None) -> object:
    if found is None:
        return None
    return [package_index(case, found.package), found.sender_gain, found.target_gain, found.ties]


def numbers_of(result: Result) -> Json:
    """Return what the program finds, as the page tells it."""
    case, front = result.scenario.case, result.frontier
    gains = zip(front.packages, front.sender_gain, front.target_gain, strict=True)
    return {
        "packages": result.zone.packages,
        "total": result.zone.total,
        "by_class": [count for _, count in result.zone.by_class],
        "board": [row_numbers(row) for row in result.board],
        "frontier": [[int(number), float(x), float(y)] for number, x, y in gains],
        "ideal": None if result.ideal is None else list(result.ideal),
        "nash": point(case, result.nash),
        "kalai": point(case, result.kalai_smorodinsky),
    }


def words_of(page: TakeHome, result: Result) -> Json:
    """Return what the program says and draws of a result, as the page tells it."""
    scenario, case = result.scenario, result.scenario.case
    lanes = board_lanes(result, baseline=None, ghost=None, selected=None, company=NO_COMPANY)
    places = case_places(case)
    said = headline(result, solve(page.baseline))
    marks = [landmark.price for landmark in places.landmarks]
    return {
        "headline": {
            "title": said.title,
            # A page has no map.
            "details": [
                each.replace("see the deal map", "see both sides’ gains") for each in said.details
            ],
            "baseline_line": said.baseline_line,
        },
        "statuses": [row_status(case, row) for row in result.board],
        "lanes": [
            {
                "reach": lane.reach,
                "limit": lane.limit,
                "floor": lane.floor,
                "is_floor_beyond_lines": lane.is_floor_beyond_lines,
                "zone": None if lane.zone is None else list(lane.zone),
                "gap": None if lane.gap is None else list(lane.gap),
                "gap_words": lane.gap_words,
            }
            for lane in lanes
        ],
        "shapes": [
            [list(shape) for shape in lane_shapes(lane, places.highest_price, marks)]
            for lane in lanes
        ],
        "gains": gains_figure(result, gain_cloud(result)).sentence,
        "lines": [
            capitalised(set_words(case, each, scenario.value(each)))
            for each in drawn_lines(scenario)
        ],
        "sliders": [
            control_status(case, each, scenario.value(each)).status for each in page.sliders
        ],
    }


def assert_conforms(scripts: PageScripts, page: TakeHome, scenario: Scenario) -> None:
    """Fail unless a page says of a scenario exactly what the program says."""
    answer = cast("Json", scripts.ask("solved", **question(page, scenario)))
    result = solve(scenario)
    wanted = {**numbers_of(result), **words_of(page, result)}
    for name, expected in wanted.items():
        assert answer[name] == expected, name
    assert {*answer} == {*wanted}


@examples(180)
@given(moved_pages(small_cases()))
def test_random_cases_agree_to_the_package_and_to_the_word(
    scripts: PageScripts, drawn: tuple[TakeHome, Scenario]
) -> None:
    assert_conforms(scripts, *drawn)


@examples(40)
@given(moved_pages(small_cases(respects_signs=False)))
def test_cases_without_rules_of_signs_agree_too(
    scripts: PageScripts, drawn: tuple[TakeHome, Scenario]
) -> None:
    assert_conforms(scripts, *drawn)


@examples(80)
@given(moved_pages(st.just(KOREA)))
def test_random_scenarios_of_korea_agree(
    scripts: PageScripts, drawn: tuple[TakeHome, Scenario]
) -> None:
    assert_conforms(scripts, *drawn)


@pytest.mark.parametrize(
    ("case_id", "preset_id"),
    [(id_, preset.id) for id_ in bundled_case_ids() for preset in bundled_case(id_).presets],
)
def test_every_preset_agrees(scripts: PageScripts, case_id: str, preset_id: str) -> None:
    scenario = preset_scenario(bundled_case(case_id), preset_id)
    page = TakeHome(scenario, usual_baseline(scenario), ())
    assert_conforms(scripts, page, scenario)


@pytest.mark.parametrize(
    ("choice", "option"),
    [(choice.id, option.id) for choice in KOREA.structure for option in choice.options],
)
def test_every_structure_agrees(scripts: PageScripts, choice: str, option: str) -> None:
    scenario = with_option(preset_scenario(KOREA, KOREA.default_preset), choice, option)
    assert_conforms(scripts, TakeHome(scenario, usual_baseline(scenario), ()), scenario)


@pytest.mark.parametrize("case", [renamed_case(), scaled_side(KOREA, "sender", 3)])
def test_other_cases_agree(scripts: PageScripts, case: Case) -> None:
    scenario = preset_scenario(case, case.default_preset)
    assert_conforms(scripts, TakeHome(scenario, usual_baseline(scenario), ()), scenario)


def test_of_packages_that_tie_the_same_one_is_named(scripts: PageScripts) -> None:
    """An issue that costs and brings nothing makes three of every package."""
    nothing = Estimate((0.0, 0.0, 0.0), 0.7, 1.3)
    names = ("issues.aid.cost.base", "issues.aid.benefit.points")
    case = with_estimates(KOREA, dict.fromkeys(names, nothing))
    scenario = preset_scenario(case, case.baseline_preset)
    result = solve(scenario)
    assert result.nash is not None
    assert result.nash.ties == 3
    assert_conforms(scripts, TakeHome(scenario, usual_baseline(scenario), ()), scenario)


@examples(60)
@given(moved_pages(small_cases()))
def test_the_cells_of_gains_hold_the_same_packages(
    scripts: PageScripts, drawn: tuple[TakeHome, Scenario]
) -> None:
    page, scenario = drawn
    cloud = gain_cloud(solve(scenario))
    rows, columns = cloud.counts.shape
    maxima = [cloud.x_maximum, cloud.y_maximum]
    size = {"columns": columns, "rows": rows, "maxima": maxima}
    assert (
        scripts.ask("clouded", **question(page, scenario), **size) == cloud.counts.ravel().tolist()
    )


@given(st.lists(st.floats(-1e6, 1e6)), st.lists(st.integers(-(10**12), 10**12)))
def test_numbers_are_rounded_as_numpy_rounds(
    scripts: PageScripts, numbers: list[float], halves: list[int]
) -> None:
    tried = [*numbers, *((each + 0.5) / 1e9 for each in halves)]
    assert scripts.ask("rounded", numbers=tried) == np.round(np.asarray(tried), 9).tolist()
