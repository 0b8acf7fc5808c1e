"""The view of two cases: which case stands beside the one on screen."""

import json
from pathlib import Path

import pytest

from explorer.figures.two_cases import OTHER, SETTINGS
from explorer.files.case_file import bundled_case, bundled_case_ids
from explorer.files.resources import resource
from explorer.files.shelf import Shelf, read_shelf, stock
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.views.two_cases import figure, other_cases
from explorer.views.view import Viewing

KOREA, SINAI = bundled_case("korea"), bundled_case("sinai")
HERE = solve(preset_scenario(KOREA, KOREA.default_preset))


@pytest.fixture
def own_folder(tmp_path: Path):
    yield tmp_path
    stock(Shelf())


def test_the_other_bundled_case_stands_beside_the_one_on_screen() -> None:
    shown = figure(Viewing(HERE))
    assert [board.case for board in shown.boards] == [KOREA, SINAI]
    assert [choice.chosen for choice in shown.choices] == ["sinai", SINAI.default_preset]
    assert shown.hint == ""


def test_the_scenario_of_the_other_case_is_chosen() -> None:
    shown = figure(Viewing(HERE, choices={SETTINGS: "march-1975"}))
    assert shown.names[1].endswith("Shuttle, March 1975")


def test_cases_of_the_users_own_can_stand_there_too(own_folder: Path) -> None:
    content = json.loads(resource("cases", "sinai.json").read_text("utf-8"))
    (own_folder / "own.json").write_text(json.dumps({**content, "id": "own", "name": "Own"}))
    stock(read_shelf(own_folder, {}, {}))
    assert [id_ for id_, _ in other_cases(KOREA)] == ["sinai", "own"]
    shown = figure(Viewing(HERE, choices={OTHER: "own"}))
    assert shown.boards[1].case.name == "Own"


def test_a_case_that_cannot_be_used_gives_way_and_says_why(own_folder: Path) -> None:
    (own_folder / "bad.json").write_text('{"format": "dealzone-case", "id": "bad", "version": "1"}')
    stock(read_shelf(own_folder, {}, {}))
    shown = figure(Viewing(HERE, choices={OTHER: "bad"}))
    assert shown.boards[1].case is SINAI
    assert "bad.json" in shown.hint
    assert shown.choices[0].chosen == "sinai"


def test_a_case_that_does_not_come_with_the_program_can_be_beside_every_bundled_one() -> None:
    own = KOREA.model_copy(update={"id": "elsewhere"})
    assert [id_ for id_, _ in other_cases(own)] == list(bundled_case_ids())
