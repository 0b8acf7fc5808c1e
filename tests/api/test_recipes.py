"""Recipes: the command and the lines of Python make the very picture that is on screen."""

import json
import re
import shlex
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import explorer
from explorer.figures.board_layers import BASELINE, ENDS, OFFERS
from explorer.figures.bold import LEAST
from explorer.figures.choice import ON
from explorer.figures.figure import Figure
from explorer.figures.table import table_text
from explorer.files.case_file import bundled_case, bundled_case_ids
from explorer.model.assumption import assumption, estimate_of, with_estimates
from explorer.model.errors import ExplorerError, ScenarioError
from explorer.model.package import package_of
from explorer.model.scenario import Scenario, preset_scenario
from explorer.views import recipe
from explorer.views.recipe import (
    _windows_line,
    case_name,
    command_recipe,
    package_text,
    python_recipe,
    scenario_parts,
)
from explorer.views.registry import VIEW_IDS, figure_of
from explorer.views.showing import Showing, showing_of
from tests.cli.conftest import Dealzone, Rooms

CASE = bundled_case()
OCTOBER = preset_scenario(CASE, "october-2025")
VARIED = with_estimates(
    CASE,
    {
        "issues.icbm.cost.base": estimate_of(
            CASE,
            "issues.icbm.cost.base",
            tuple(1.1 * each for each in assumption(CASE, "issues.icbm.cost.base").estimate.values),
        )
    },
)
CHOICE = next(each for each in CASE.structure)
OTHER_FORM = with_estimates(
    CASE,
    {
        f"structure.{CHOICE.id}": estimate_of(
            CASE,
            f"structure.{CHOICE.id}",
            next(each.id for each in CHOICE.options if each.id != CHOICE.default),
        )
    },
)
MOVED = OCTOBER.with_values({"russia_alignment": 40.5, "us_congress": 1, "us_max_status": 2})
WITHOUT_PRESET = MOVED.with_name('My O\'Brien "x" $HOME & 50 %')
SCENARIOS = {
    "preset": OCTOBER,
    "moved": MOVED,
    "assumed": MOVED.with_case(VARIED),
    "structure": OCTOBER.with_case(OTHER_FORM),
    "named": WITHOUT_PRESET,
    "dated": MOVED.with_date(None),
}


def shown(figure: Figure) -> tuple[object, ...]:
    """Return what can be read of a figure."""
    return (figure.title, figure.sentence, figure.choices, table_text(figure.table))


def drawn_by_command(
    dealzone: Dealzone,
    rooms: Rooms,
    command: str,
    folder: Path,
) -> Figure:
    words = shlex.split(command)
    assert words[:2] == ["dealzone", "picture"]
    assert words[-2] == "-o"
    ran = dealzone(*words[1:-1], folder / words[-1])
    assert (ran.code, ran.err) == (0, "")
    options = rooms.pictures[-1]
    return figure_of(options.view_id, options.viewing)


def made_by_python(text: str) -> Figure:
    lines = [line for line in text.splitlines() if not line.startswith("picture.save(")]
    known: dict[str, Any] = {}
    exec("\n".join(lines), known)
    picture = known["picture"]
    assert isinstance(picture, explorer.Picture)
    return picture.figure


def assert_recipes_hold(
    showing: Showing,
    dealzone: Dealzone,
    rooms: Rooms,
    folder: Path,
) -> None:
    viewing = showing.viewing()
    figure = figure_of(showing.view_id, viewing)
    told = showing_of(showing.view_id, viewing, figure.choices)
    command = command_recipe(told, is_windows=False)
    assert shown(drawn_by_command(dealzone, rooms, command, folder)) == shown(figure)
    assert shown(made_by_python(python_recipe(told))) == shown(figure)


@pytest.mark.parametrize("view_id", VIEW_IDS)
def test_every_view_is_made_again(
    dealzone: Dealzone,
    rooms: Rooms,
    tmp_path: Path,
    view_id: str,
) -> None:
    showing = Showing(
        view_id=view_id,
        scenario=MOVED,
        baseline=preset_scenario(CASE, CASE.baseline_preset),
        loaded=OCTOBER,
        before=MOVED.with_value("russia_alignment", 70),
        pins=(("A", OCTOBER.with_name("first")), ("C", WITHOUT_PRESET)),
        row="yongbyon",
        control="china_ties",
        package=package_of(CASE, CASE.packages[2].levels),
        seed=7,
    )
    assert_recipes_hold(showing, dealzone, rooms, tmp_path)


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
def test_settings_assumptions_and_structure_are_told(
    dealzone: Dealzone,
    rooms: Rooms,
    tmp_path: Path,
    scenario: Scenario,
) -> None:
    showing = Showing("boards", scenario, row="test-pause", control="missile_advances")
    assert_recipes_hold(showing, dealzone, rooms, tmp_path)
    assert_recipes_hold(replace(showing, view_id="board"), dealzone, rooms, tmp_path)


@pytest.mark.parametrize(
    ("view_id", "choices"),
    [
        ("board", {BASELINE: ON, OFFERS: ON, ENDS: ON, "map.colour": "share"}),
        ("bold", {"bold.rank": "sender", LEAST: "55"}),
        ("sure", {"sure.show": "rule", "sure.about": "yongbyon"}),
        ("split", {"split.from": "pin A", "split.measure": "row_packages"}),
        ("boards", {"boards.second": "history-2019"}),
        ("history", {"history.show": "check"}),
    ],
)
def test_choices_are_told(
    dealzone: Dealzone,
    rooms: Rooms,
    tmp_path: Path,
    view_id: str,
    choices: dict[str, str],
) -> None:
    showing = Showing(
        view_id,
        MOVED,
        baseline=OCTOBER,
        pins=(("A", OCTOBER),),
        is_comparing=view_id == "board",
        row="yongbyon",
        control="china_ties",
        choices=choices,
        seed=11,
    )
    assert_recipes_hold(showing, dealzone, rooms, tmp_path)


def test_what_is_ordinary_is_not_told() -> None:
    showing = Showing("map", OCTOBER, row="test-pause", control="china_ties", baseline=MOVED)
    assert command_recipe(showing, is_windows=False) == (
        "dealzone picture october-2025 --view map -o map.png"
    )
    assert "set(" not in python_recipe(showing)
    assert command_recipe(showing, is_windows=True, output="a b.svg").endswith('-o "a b.svg"')


def test_a_scenario_of_no_preset_or_with_edited_ranges_is_told_by_its_code() -> None:
    item = assumption(CASE, "issues.icbm.cost.base")
    wider = replace(item.estimate, high=item.estimate.high + 0.1)
    ranged = OCTOBER.with_case(with_estimates(CASE, {item.id: wider}))
    for scenario in (WITHOUT_PRESET, ranged, OCTOBER.with_date(None)):
        assert scenario_parts(scenario) is None
        assert "from_code('dealzone:" in python_recipe(Showing("board", scenario))
    assert scenario_parts(MOVED) is not None


def test_assumptions_that_only_stand_together_are_told_by_the_code(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(*_words: object) -> object:
        raise ScenarioError("not alone")

    monkeypatch.setattr(recipe, "with_estimates", refused)
    assert scenario_parts(MOVED.with_case(VARIED)) is None


@pytest.mark.skipif(sys.platform == "win32", reason="reads words as POSIX shells do")
def test_windows_words_are_split_off_as_they_were() -> None:
    words = ["a", "a b", 'say "x"', "50%", "a&b", "icbm=2,test=1", "C:\\x\\", "it's", "$HOME", '"&']
    showing = Showing("board", OCTOBER.with_value("us_congress", 1), choices={"a": "b"})
    line = _windows_line(words)
    # Each word is bare, or in quotation marks that no other shell sign is outside of.
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', "", line)
    assert not set(bare) & set("&|<>^%,$")
    assert shlex.split(command_recipe(showing, is_windows=True))[-4:-2] == ["--choose", "a=b"]


def test_packages_are_told_by_their_levels() -> None:
    assert package_text(CASE, package_of(CASE, {})) == "none"
    assert package_text(CASE, package_of(CASE, {"icbm": 2, "aid": 1})) == "icbm=2,aid=1"


def test_cases_are_told_by_their_name_and_others_by_version(monkeypatch: Any) -> None:
    assert case_name(CASE) == "korea"
    other = CASE.model_copy(update={"version": "9.9"})
    assert case_name(other) == "korea@9.9"
    unknown = CASE.model_copy(update={"id": "elsewhere"})
    assert case_name(unknown) == f"elsewhere@{CASE.version}"
    text = python_recipe(Showing("board", preset_scenario(unknown, "october-2025")))
    assert f"explorer.case('elsewhere@{CASE.version}')" in text
    command = command_recipe(
        Showing("board", preset_scenario(unknown, "october-2025")), is_windows=False
    )
    assert f"--case elsewhere@{CASE.version}" in command
    with pytest.raises(ExplorerError, match="no case"):
        explorer.case("elsewhere")


def test_importing_the_package_needs_neither_qt_nor_the_solver() -> None:
    code = (
        "import explorer, sys, json; light = sorted(sys.modules); dir(explorer);"
        "explorer.case(); print(json.dumps([light, sorted(sys.modules)]))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, cwd=Path.cwd()
    )
    light, heavy = json.loads(ran.stdout)
    assert not [name for name in light if name.startswith(("numpy", "pydantic", "PySide6"))]
    assert not [name for name in heavy if name.startswith(("PySide6", "pyqtgraph", "pandas"))]


def test_every_bundled_case_is_told_by_its_name(
    dealzone: Dealzone, rooms: Rooms, tmp_path: Path
) -> None:
    for case_id in bundled_case_ids():
        case = bundled_case(case_id)
        showing = Showing("bold", preset_scenario(case, case.default_preset), row=case.rows[0].id)
        assert_recipes_hold(showing, dealzone, rooms, tmp_path)
