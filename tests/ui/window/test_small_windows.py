"""The windows beside the main one, and the bar above the pictures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QPushButton, QSpinBox

from explorer.files.case_file import bundled_case
from explorer.files.scenario_code import PREFIX, scenario_code, scenario_from_code
from explorer.files.settings import Settings
from explorer.model.errors import ScenarioError
from explorer.model.scenario import control_range, preset_scenario
from explorer.ui.export.export import ExportDialog
from explorer.ui.window.message_bar import Message, MessageBar
from explorer.ui.window.preferences import PreferencesDialog


def test_showing_preferences_emits_nothing_and_choosing_does(program, qtbot) -> None:
    dialog = PreferencesDialog(program.window)
    chosen: list[str] = []
    dialog.theme_chosen.connect(chosen.append)
    dialog.show_settings(Settings(theme="dark"))
    assert chosen == []
    box = dialog.findChildren(QComboBox)[0]
    assert box.currentData() == "dark"
    box.activated.emit(box.findData("light"))
    assert chosen == ["light"]


def test_reduced_motion_is_remembered(program) -> None:
    program.window.commands.view.show_preferences()
    program.window.commands.view._choose_motion(True)
    assert program.settings.now.reduce_motion


def test_the_export_offers_what_was_chosen_the_last_time(program) -> None:
    dialog = ExportDialog(program.window)
    asked: list[tuple[str, int, int]] = []

    def take(suffix: str, width: int, height: int) -> None:
        asked.append((suffix, width, height))

    dialog.export_requested.connect(take)
    dialog.show_settings(Settings(last_export_format="svg", last_export_size=(640, 480)))
    sides = dialog.findChildren(QSpinBox)
    assert [side.value() for side in sides] == [640, 480]
    assert all(side.isEnabled() for side in sides)
    dialog.findChildren(QComboBox)[1].activated.emit(0)
    buttons = dialog.findChild(QDialogButtonBox)
    buttons.accepted.emit()
    assert asked == [("svg", 1920, 1080)]


def test_a_message_goes_with_its_answer(qtbot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    answers: list[str] = []
    bar.answer_chosen.connect(answers.append)
    bar.show_message(Message("Something happened.", (("yes", "Yes"), ("no", "No"))))
    words = {button.text(): button for button in bar.findChildren(QPushButton)}
    words["No"].click()
    assert answers == ["no"]
    assert not bar.isVisible()


@given(st.data())
def test_every_scenario_survives_its_code(data: st.DataObject) -> None:
    case = bundled_case()
    scenario = preset_scenario(case, case.default_preset)
    for control in case.controls:
        reach = control_range(case, control)
        values = st.integers(int(reach.minimum), int(reach.maximum))
        scenario = scenario.with_value(control.id, data.draw(values))
    code = scenario_code(scenario)
    assert scenario_from_code(case, f" {code[:40]}\n{code[40:]} ") == scenario


@given(st.text() | st.binary().map(lambda raw: PREFIX + raw.hex()))
def test_any_other_text_is_refused_with_advice(text: str) -> None:
    with pytest.raises(ScenarioError):
        scenario_from_code(bundled_case(), text)
