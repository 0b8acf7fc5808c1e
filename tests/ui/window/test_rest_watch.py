"""Once the hand rests, tracks show where the selected row tips, and a click opens what is shut."""

from explorer.model.scenario import preset_scenario
from explorer.solver.sweep import sweep
from explorer.ui.panels.entry_button import EntryButton
from explorer.ui.widgets.factor_control import FactorControl


def _points(program, control_id: str) -> tuple[int, ...]:
    control = program.window.desk.workbench.controls.control(control_id)
    assert isinstance(control, FactorControl)
    return control.slider.tipping_points


def _expected(program, control_id: str, row_id: str) -> tuple[int, ...]:
    swept = sweep(program.store.state.scenario, control_id)
    return tuple(round(value) for row, value, _ in swept.tipping if row == row_id)


def test_tracks_show_where_the_selected_row_tips(program, qtbot) -> None:
    program.window.desk.pictures.choose_row("phased-step")
    expected = _expected(program, "russia_alignment", "phased-step")
    assert expected
    qtbot.waitUntil(lambda: _points(program, "russia_alignment") == expected)
    assert _points(program, "china_ties") == _expected(program, "china_ties", "phased-step")


def test_while_a_control_moves_only_its_own_tipping_points_stay(program, qtbot) -> None:
    program.window.desk.pictures.choose_row("phased-step")
    expected = _expected(program, "russia_alignment", "phased-step")
    qtbot.waitUntil(lambda: _points(program, "russia_alignment") == expected)
    store = program.store
    store.begin_gesture("move")
    store.edit(store.state.scenario.with_value("russia_alignment", 50), "move")
    assert _points(program, "russia_alignment") == expected
    assert _points(program, "china_ties") == ()
    store.end_gesture()
    expected = _expected(program, "china_ties", "phased-step")
    qtbot.waitUntil(lambda: _points(program, "china_ties") == expected)


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
    assert store.state.result.zone.packages > 0
    assert store.state.undo_name is not None
    store.undo()
    assert store.state.scenario == declared
