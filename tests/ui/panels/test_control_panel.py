"""The control panel shows a state, says what the hand did, and nothing else."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QScrollArea, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from explorer.figures.control_words import control_status
from explorer.model.scenario import Scenario
from explorer.ui.controls.factor_control import FactorControl
from explorer.ui.controls.switch_control import SwitchControl
from explorer.ui.look.theme import DARK, LIGHT, PROJECTOR, Theme
from explorer.ui.panels.control_panel import ControlPanel
from explorer.ui.widgets.collapsible import FoldButton
from tests.ui.panels.desks import DECLARED, HANOI, KOREA, OCTOBER, Shown, clipped, dress, nameless
from tests.ui.widgets.faces import turn_wheel

Edits = list[tuple[Scenario, str, str]]


@pytest.fixture
def panel(qtbot: QtBot) -> ControlPanel:
    """Return the panel of the Korea case, on screen, in October 2025."""
    dress(LIGHT, 1)
    panel = ControlPanel(KOREA)
    qtbot.addWidget(panel)
    panel.show_state(Shown())
    panel.resize(300, 700)
    panel.show()
    return panel


def _edits(panel: ControlPanel) -> Edits:
    edits: Edits = []

    def note(scenario: Scenario, name: str, key: str) -> None:
        edits.append((scenario, name, key))

    panel.scenario_edited.connect(note)
    return edits


def _moved(scenario: Scenario) -> dict[str, float]:
    return {
        control.id: scenario.value(control.id)
        for control in KOREA.controls
        if scenario.value(control.id) != OCTOBER.value(control.id)
    }


def _factor(panel: ControlPanel, control_id: str) -> FactorControl:
    control = panel.control(control_id)
    assert isinstance(control, FactorControl)
    return control


def test_showing_a_state_emits_nothing(panel: ControlPanel, qtbot: QtBot) -> None:
    edits = _edits(panel)
    with qtbot.assertNotEmitted(panel.gesture_started, wait=0):
        for scenario in (DECLARED, HANOI, OCTOBER):
            panel.show_state(Shown(scenario=scenario))
    assert edits == []


def test_every_control_shows_its_value_and_its_words(panel: ControlPanel) -> None:
    for scenario in (DECLARED, OCTOBER):
        panel.show_state(Shown(scenario=scenario))
        for control in KOREA.controls:
            widget, value = panel.control(control.id), scenario.value(control.id)
            assert widget.value() == value
            assert widget.status == control_status(KOREA, control.id, value).status


def test_a_value_between_two_steps_is_shown_rounded_and_not_edited(panel: ControlPanel) -> None:
    edits = _edits(panel)
    panel.show_state(Shown(scenario=OCTOBER.with_value("china_ties", 54.6)))
    assert panel.control("china_ties").value() == 55
    assert edits == []


def test_a_drag_is_one_gesture_that_moves_this_control_only(
    panel: ControlPanel, qtbot: QtBot
) -> None:
    edits, slider = _edits(panel), _factor(panel, "russia_alignment").slider
    start = slider.handle_target().center()
    with qtbot.waitSignals([panel.gesture_started, panel.gesture_finished]) as gesture:
        qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
        for step in range(1, 6):
            qtbot.mouseMove(slider, start - QPoint(10 * step, 0))
        qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=start - QPoint(50, 0))
    assert gesture.signal_triggered
    assert len(edits) > 1
    for scenario, name, key in edits:
        assert list(_moved(scenario)) == ["russia_alignment"]
        assert (name, key) == ("move Russia alignment", "russia_alignment")
    values = [scenario.value("russia_alignment") for scenario, _, _ in edits]
    assert values == sorted(values, reverse=True)


@pytest.mark.parametrize("control_id", list(KOREA.control_places))
def test_every_control_can_be_moved_by_the_keyboard_alone(
    panel: ControlPanel, qtbot: QtBot, control_id: str
) -> None:
    edits = _edits(panel)
    panel.focus_control(control_id)
    control = panel.control(control_id)
    if isinstance(control, SwitchControl):
        qtbot.keyClick(control.box, Qt.Key.Key_Space)
    else:
        home_moves = control.slider.value() != control.face.minimum
        qtbot.keyClick(control.slider, Qt.Key.Key_Home if home_moves else Qt.Key.Key_End)
    assert [list(_moved(scenario)) for scenario, _, _ in edits] == [[control_id]]


def test_resets_return_one_control_to_the_loaded_scenario_or_the_baseline(
    panel: ControlPanel,
) -> None:
    edits = _edits(panel)
    panel.show_state(Shown(scenario=HANOI.with_value("china_ties", 10)))
    panel.reset_control("china_ties", "loaded")
    panel.reset_control("china_ties", "baseline")
    panel.reset_control("missile_advances", "baseline")
    values = [scenario.value("china_ties") for scenario, _, _ in edits]
    assert values == [OCTOBER.value("china_ties"), HANOI.value("china_ties")]
    assert {name for _, name, _ in edits} == {"reset China ties"}


def test_a_panel_without_a_state_stays_silent(qtbot: QtBot) -> None:
    panel = ControlPanel(KOREA)
    qtbot.addWidget(panel)
    edits = _edits(panel)
    panel.reset_control("china_ties", "loaded")
    _factor(panel, "china_ties").value_edited.emit("china_ties", 3)
    assert edits == []


def test_details_and_sweeps_name_their_control(panel: ControlPanel, qtbot: QtBot) -> None:
    control = panel.control("us_max_status")
    *_, sweep_entry, _, detail_entry = control.menu().actions()
    with qtbot.waitSignal(panel.detail_requested) as detail:
        detail_entry.trigger()
    with qtbot.waitSignal(panel.sweep_requested) as sweep:
        sweep_entry.trigger()
    assert detail.args == sweep.args == ["us_max_status"]


def test_a_set_of_red_lines_can_be_chosen_in_the_heading(panel: ControlPanel, qtbot: QtBot) -> None:
    names = [preset.name for preset in KOREA.line_presets if preset.party == "sender"]
    offered = panel.group("us_lines").preset_actions()
    assert [action.text() for action in offered] == names
    with qtbot.waitSignal(panel.line_preset_requested) as chosen:
        offered[0].trigger()
    assert chosen.args == ["us-declared"]


def test_the_drawn_set_of_red_lines_is_ticked(panel: ControlPanel) -> None:
    panel.show_state(Shown(scenario=DECLARED))
    ticked = [
        action.data()
        for group in ("us_lines", "dprk_lines", "dprk_leverage")
        for action in panel.group(group).preset_actions()
        if action.isChecked()
    ]
    assert ticked == ["us-declared", "dprk-declared"]


def test_a_fold_tells_how_many_of_its_lines_are_active(panel: ControlPanel) -> None:
    group, fold = panel.group("us_lines"), panel.group("us_lines").findChild(FoldButton)
    folded = next(len(group.folded) for group in KOREA.groups if group.id == "us_lines")
    assert fold.text() == f"{folded} more lines"
    panel.show_state(Shown(scenario=OCTOBER.with_values({"un_consent": 1, "us_min_fissile": 2})))
    assert fold.text() == f"{folded} more lines, 2 active"
    group.show_folded(False)
    assert fold.text() == "Fewer lines"


def is_in_sight(panel: ControlPanel, control_id: str) -> bool:
    """Return whether a control lies within the panel, wherever it is scrolled to."""
    control = panel.control(control_id)
    viewport = panel.findChildren(QScrollArea)[0].viewport()
    place = QRect(control.mapTo(viewport, QPoint(0, 0)), control.size())
    return viewport.rect().contains(place)


def test_a_group_that_is_all_folded_offers_its_switches(panel: ControlPanel) -> None:
    group, fold = panel.group("others"), panel.group("others").findChild(FoldButton)
    assert fold.text() == "Show 5 switches"
    panel.show_state(Shown(scenario=OCTOBER.with_value("no_loss_japan", 1)))
    assert fold.text() == "Show 5 switches, 1 active"
    group.show_folded(False)
    assert fold.text() == "Hide them"


def test_finding_a_folded_control_unfolds_and_scrolls_to_it(
    panel: ControlPanel, qtbot: QtBot
) -> None:
    panel.focus_control("dprk_max_verification")
    assert not panel.group("dprk_lines").is_folded
    qtbot.waitUntil(lambda: is_in_sight(panel, "dprk_max_verification"))


def test_the_wheel_scrolls_the_panel_and_moves_no_slider(panel: ControlPanel, qtbot: QtBot) -> None:
    edits, control = _edits(panel), _factor(panel, "china_ties")
    bar = panel.findChildren(QScrollArea)[0].verticalScrollBar()
    panel.focus_control("missile_advances")
    qtbot.waitExposed(panel)
    before = bar.value()
    turn_wheel(control.slider, -1)
    assert edits == []
    assert bar.value() > before


def test_tipping_points_go_to_sliders_and_not_to_switches(panel: ControlPanel) -> None:
    panel.show_tipping_points("russia_alignment", (61.0,))
    panel.show_tipping_points("un_consent", (1.0,))


@pytest.mark.parametrize("theme", [LIGHT, DARK, PROJECTOR], ids=lambda theme: theme.id)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_clipped_at_any_text_size(qtbot: QtBot, theme: Theme, scale: float) -> None:
    dress(theme, scale)
    panel = ControlPanel(KOREA)
    qtbot.addWidget(panel)
    panel.show_state(Shown(scenario=DECLARED))
    for group in KOREA.groups:
        panel.group(group.id).show_folded(False)
    panel.resize(panel.minimumSizeHint().width(), 700)
    panel.show()
    qtbot.waitExposed(panel)
    qtbot.waitUntil(lambda: clipped(panel) == [])
    assert panel.minimumSizeHint().width() <= 300 * scale
    dress(LIGHT, 1)


def test_leverage_and_red_lines_are_seen_without_scrolling(
    panel: ControlPanel, qtbot: QtBot
) -> None:
    shown = [control_id for group in KOREA.groups[:3] for control_id in group.shown]
    panel.resize(300, 49 * panel.fontMetrics().lineSpacing())
    qtbot.waitUntil(lambda: all(is_in_sight(panel, id_) for id_ in shown))


def test_a_control_that_was_gone_to_is_marked_until_the_keyboard_leaves_it(
    panel: ControlPanel, qtbot: QtBot
) -> None:
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    found, other = panel.control("us_min_verification"), panel.control("russia_alignment")
    plain = found.grab().toImage()
    panel.focus_control("us_min_verification")
    marked = found.grab().toImage()
    corner = (found.width() // 2, 2)
    assert marked.pixelColor(*corner) != plain.pixelColor(*corner)
    panel.focus_control("russia_alignment")
    assert found.grab().toImage().pixelColor(*corner) == plain.pixelColor(*corner)
    assert isinstance(other, FactorControl)
    assert other.slider.hasFocus()


def test_everything_that_takes_the_keyboard_has_a_name(panel: ControlPanel) -> None:
    for group in KOREA.groups:
        panel.group(group.id).show_folded(False)
    assert nameless(panel) == []


def test_access_keys_are_unique_and_spare_the_menus(panel: ControlPanel) -> None:
    keys = [panel.control(c.id).face.access_key for c in KOREA.controls]
    keys = [key for key in keys if key]
    assert len(keys) == len(set(keys))
    assert not set(keys) & set("fesvth")


def test_the_panel_widens_when_what_is_unfolded_is_wider(qtbot: QtBot) -> None:
    dress(LIGHT, 1.5)
    columns, panel = QSplitter(), ControlPanel(KOREA)
    qtbot.addWidget(columns)
    columns.addWidget(panel)
    columns.addWidget(QWidget())
    columns.resize(1200, 700)
    columns.setSizes([1, 1199])
    columns.show()
    for group in KOREA.groups:
        panel.group(group.id).show_folded(False)
    area = panel.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    content, seen = area.widget(), area.viewport()
    qtbot.waitUntil(lambda: content.minimumSizeHint().width() <= seen.width())
    assert content.width() <= seen.width()
    dress(LIGHT, 1)
