"""A scene on screen: its scenario in one step, its pictures with it, and back by undo."""

import pytest

from explorer.model.classroom import Classroom
from explorer.model.errors import ScenarioError
from explorer.model.package import package_of
from explorer.model.scenario import preset_scenario
from explorer.model.scene import Scene, Settings, settings_of
from explorer.ui.app.app import Program
from explorer.ui.classroom.scene_player import ScenePlayer
from explorer.ui.controls.factor_control import FactorControl
from explorer.ui.controls.factor_slider import TrackSlider
from explorer.ui.pictures.board import board_plot
from explorer.ui.pictures.board.board_plot import BoardPlot
from tests.ui.window.conftest import settle


def player(program: Program) -> ScenePlayer:
    return program.window.commands.scenes.player


def hanoi(program: Program) -> Scene:
    case = program.store.state.scenario.case
    scenario = preset_scenario(case, "hanoi-2019")
    return Scene(
        settings=settings_of(scenario),
        name="Hanoi",
        view="gains",
        lower="split",
        row=case.rows[2].id,
        package=case.packages[0].levels,
    )


def play(program: Program, *scenes: Scene, at: int = 0) -> None:
    player(program).play(scenes[at], Classroom(scenes=scenes, scene=at), "go")
    settle(program)


def slider(program: Program, control_id: str) -> TrackSlider:
    control = program.window.desk.workbench.controls.control(control_id)
    assert isinstance(control, FactorControl)
    return control.slider


def test_what_is_captured_comes_back_as_it_was(program: Program) -> None:
    pictures, store = program.window.desk.pictures, program.store
    case = store.state.scenario.case
    store.edit(store.state.scenario.with_value("russia_alignment", 30), "move")
    pictures.show_views({"upper": "two-factor", "lower": "gains"})
    pictures.choose("factors.show", "count")
    pictures.sweep("china_ties" if "china_ties" in case.control_places else "missile_advances")
    pictures.choose_row(case.rows[3].id)
    pictures.choose_package(package_of(case, case.packages[0].levels))
    scene, seen = player(program).captured(), pictures.looked_at()
    store.edit(store.state.scenario.with_value("russia_alignment", 90), "move")
    pictures.show_views({"upper": "board", "lower": "split"})
    pictures.choose("factors.show", "row")
    pictures.choose_row(case.rows[0].id)
    play(program, scene)
    assert store.state.scenario.value("russia_alignment") == 30
    assert pictures.looked_at() == seen
    assert player(program).captured() == scene


def test_going_to_a_scene_is_one_step_and_undo_and_redo_bring_the_pictures(
    program: Program,
) -> None:
    pictures, start = program.window.desk.pictures, program.store.state.scenario
    first = player(program).captured().model_copy(update={"name": "Now"})
    scenes = (first, hanoi(program))
    play(program, *scenes, at=0)
    play(program, *scenes, at=1)
    assert program.store.state.undo_name == "go"
    assert (pictures.upper_view, pictures.lower_view) == ("gains", "split")
    assert program.store.state.scenario != start
    program.store.undo()
    settle(program)
    assert pictures.upper_view == "board"
    assert program.store.state.scenario == start
    assert program.store.state.classroom.scene == 0
    program.store.redo()
    settle(program)
    assert (pictures.upper_view, pictures.lower_view) == ("gains", "split")
    assert program.store.state.classroom.scene == 1


def test_a_scene_that_names_what_the_case_lacks_changes_nothing(program: Program) -> None:
    before, seen = program.store.state, program.window.desk.pictures.looked_at()
    wrong = Scene(settings=Settings(controls={"no_such_control": 1.0}))
    lost = Scene(settings=Settings(), package={"no_such_issue": 1})
    for scene in (wrong, lost):
        with pytest.raises(ScenarioError):
            play(program, scene)
        assert program.store.state == before
        assert program.window.desk.pictures.looked_at() == seen


def test_what_a_scene_leaves_open_or_is_not_known_is_as_at_first(program: Program) -> None:
    case = program.store.state.scenario.case
    play(program, Scene(settings=Settings(), view="of tomorrow", lower="board"))
    pictures = program.window.desk.pictures
    assert (pictures.upper_view, pictures.lower_view) == ("board", "map")
    assert pictures.looked_at().row == case.rows[0].id
    play(program, Scene(settings=Settings(), view="map", rows=(case.rows[2].id,)))
    assert (pictures.upper_view, pictures.lower_view) == ("map", "board")
    assert pictures.looked_at().row == case.rows[2].id


def test_a_scene_is_played_under_the_assumptions_of_the_document(program: Program) -> None:
    case = program.store.state.scenario.case
    scene = player(program).captured()
    varied = case.model_copy(update={"changes": case.changes})
    assert scene.settings.scenario(varied).case is varied
    play(program, scene)
    assert program.store.state.scenario.case is case


def test_handles_and_brackets_glide_once_from_scene_to_scene(
    program: Program, still: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board_plot, "GLIDE_MILLISECONDS", 200)
    moved = slider(program, "russia_alignment")
    was = moved.value()
    play(program, hanoi(program).model_copy(update={"view": "board"}))
    assert moved.value() != was
    assert moved.is_gliding
    assert abs(moved.drawn_value() - was) <= abs(moved.value() - was)
    board = program.window.desk.workbench.stage.upper_frame.plot
    assert isinstance(board, BoardPlot)
    assert board.glide.is_under_way
    assert board.glide.animation is not None
    assert board.glide.animation.duration() == 400
    program.store.undo()
    settle(program)
    assert moved.value() == was


def test_nothing_glides_where_motion_is_reduced(
    program: Program, still: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board_plot, "GLIDE_MILLISECONDS", 200)
    program.settings.change(reduce_motion=True)
    play(program, hanoi(program).model_copy(update={"view": "board"}))
    moved = slider(program, "russia_alignment")
    assert not moved.is_gliding
    assert moved.drawn_value() == moved.value()
    board = program.window.desk.workbench.stage.upper_frame.plot
    assert isinstance(board, BoardPlot)
    assert not board.glide.is_under_way


def test_explore_stays_explore_and_shows_the_scene(program: Program) -> None:
    program.window.menus.trigger("explore")
    play(program, hanoi(program))
    levels = program.window.commands.levels.levels
    assert levels.level == "explore"
    assert player(program).captured().view == "board"
    page = program.window.desk.workbench.page
    assert page is not None
    value = program.store.state.scenario.value("russia_alignment")
    control = page.controls.control("russia_alignment")
    assert control.value() == value


def test_a_presentation_shows_the_view_of_the_scene(program: Program) -> None:
    presentation = program.window.commands.levels.presentation
    presentation.begin("board")
    scene = hanoi(program).model_copy(
        update={"caption": "A caption to read.", "sliders": ("missile_advances",)}
    )
    play(program, scene, scene)
    window = presentation.window
    assert window is not None
    assert presentation.view_id == "gains"
    assert window.caption.text() == "A caption to read."
    assert window.scenario.text() == "Scene 1 of 2"
    assert [each.id for each in window.sliders] == ["missile_advances"]
    presentation.end()
