"""Tracks show live where the selected row tips; at rest a click opens what is shut."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.solver.sweep import sweep
from explorer.ui.controls.factor_control import FactorControl
from explorer.ui.live.rest_watch import OLDEST, RestWatch
from explorer.ui.look.typography import PanelLabel
from explorer.ui.panels.entry_button import EntryButton
from explorer.ui.panels.opening_block import MoveEntry
from tests.ui.window.conftest import settle


def _points(program, control_id: str) -> tuple[int, ...]:
    control = program.window.desk.workbench.controls.control(control_id)
    assert isinstance(control, FactorControl)
    return control.slider.tipping_points


def _expected(program, control_id: str, row_id: str) -> tuple[int, ...]:
    swept = sweep(program.store.state.scenario, control_id)
    return tuple(round(value) for row, value, _ in swept.tipping if row == row_id)


def test_tracks_show_where_the_selected_row_tips(program, qtbot) -> None:
    program.window.desk.pictures.choose_row("phased-step")
    for control_id in ("russia_alignment", "us_credibility"):
        expected = _expected(program, control_id, "phased-step")
        assert expected
        # Control after control is looked at, in slices.
        qtbot.waitUntil(lambda id_=control_id, now=expected: _points(program, id_) == now)


def test_the_marks_of_all_controls_move_while_one_is_dragged(program, qtbot) -> None:
    program.window.desk.pictures.choose_row("phased-step")
    expected = _expected(program, "russia_alignment", "phased-step")
    qtbot.waitUntil(lambda: _points(program, "russia_alignment") == expected)
    store = program.store
    store.begin_gesture("move")
    for value in (80, 65, 50):
        store.edit(store.state.scenario.with_value("russia_alignment", value), "move")
        assert _points(program, "russia_alignment") == expected
        now = _expected(program, "china_ties", "phased-step")
        qtbot.waitUntil(lambda now=now: _points(program, "china_ties") == now)
    assert store.state.gesture_start is not None
    store.end_gesture()


def test_marks_of_an_earlier_result_go_after_a_few_moves(program, qtbot) -> None:
    program.window.desk.pictures.stop()
    scenario = program.store.state.scenario
    expected = _expected(program, "china_ties", "phased-step")
    watch = RestWatch(program.window.desk.workbench)
    watch.ask(solve(scenario), "phased-step")
    qtbot.waitUntil(lambda: _points(program, "china_ties") == expected)
    # Nothing is looked at in between, because no event is handled.
    for step in range(OLDEST):
        assert _points(program, "china_ties") == expected
        watch.ask(solve(scenario.with_value("russia_alignment", 90 - step)), "phased-step")
    watch.stop()
    assert _points(program, "china_ties") == ()


def test_no_answer_comes_while_a_slider_is_held(program, qtbot) -> None:
    program.window.desk.pictures.stop()
    slider = program.window.desk.workbench.controls.control("china_ties").slider
    watch = RestWatch(program.window.desk.workbench)
    rests: list[bool] = []
    watch.rested.connect(lambda: rests.append(True))
    watch.ask(program.store.state.result, "phased-step")
    QTest.mousePress(slider, Qt.MouseButton.LeftButton)
    # However long the hand rests on it.
    for _ in range(3):
        watch._timer.timeout.emit()
    assert not rests
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(rests))
    watch.stop()


def test_another_row_has_other_marks(program, qtbot) -> None:
    for row in ("phased-step", "yongbyon"):
        program.window.desk.pictures.choose_row(row)
        expected = _expected(program, "russia_alignment", row)
        qtbot.waitUntil(lambda now=expected: _points(program, "russia_alignment") == now)


def test_why_a_move_opens_the_zone_is_told_on_demand(program, qtbot) -> None:
    store = program.store
    store.load(preset_scenario(store.state.scenario.case, "october-2025-declared"), "load")
    summary = program.window.desk.workbench.summary

    def offered() -> list[MoveEntry]:
        entries = summary.findChildren(MoveEntry)
        return [entry for entry in entries if entry.why_button.isVisibleTo(summary)]

    qtbot.waitUntil(lambda: bool(offered()))
    button = offered()[0].why_button
    button.click()
    words = [label.text() for label in offered()[0].findChildren(PanelLabel)]
    told = next(each for each in summary.openings.moves if each.why)
    assert all(sentence in " ".join(words) for sentence in told.why)
    assert button.accessibleDescription() in words


def test_lines_that_bind_are_told_and_dropped_by_a_click(program, qtbot) -> None:
    store = program.store
    plain = preset_scenario(store.state.scenario.case, "october-2025")
    start = plain.with_value("us_max_relief_before_disarmament", 1)
    store.load(start, "load")
    summary = program.window.desk.workbench.summary

    def drops() -> list[EntryButton]:
        entries = summary.findChildren(EntryButton)
        named = [each for each in entries if each.accessibleName().startswith("Drop ")]
        return [each for each in named if each.isVisibleTo(summary)]

    settle(program)
    before = store.state.result.zone.packages
    qtbot.waitUntil(lambda: bool(drops()))
    drops()[0].click()
    settle(program)
    assert store.state.result.zone.packages > before
    store.undo()
    assert store.state.scenario == start


def test_an_empty_zone_is_opened_by_a_click_and_undone(program, qtbot) -> None:
    store = program.store
    declared = preset_scenario(store.state.scenario.case, "october-2025-declared")
    store.load(declared, "load")
    summary = program.window.desk.workbench.summary

    def offered() -> list[EntryButton]:
        buttons = summary.findChildren(EntryButton)
        return [each for each in buttons if "Opens: " in each.accessibleName()]

    qtbot.waitUntil(lambda: bool([each for each in offered() if each.isVisibleTo(summary)]))
    next(each for each in offered() if each.isVisibleTo(summary)).click()
    settle(program)
    assert store.state.result.zone.packages > 0
    assert store.state.undo_name is not None
    store.undo()
    assert store.state.scenario == declared
