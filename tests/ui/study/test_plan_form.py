"""The form of a study: each change of a field is a step; what is wrong stays in its field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from explorer.figures.study_words import ON_SCREEN
from explorer.model.study_plan import (
    AssumptionSets,
    ControlFactor,
    Cross,
    LatinHypercube,
    Sobol,
    StructureFactor,
)
from explorer.model.study_ways import AroundWays, ListedWays, RangeWays, Ways
from explorer.ui.study.plan_form import USUAL_ROWS, USUAL_SETS, PlanForm
from explorer.ui.study.ways_editor import WaysEditor
from tests.solved_studies import KOREA, small_plan
from tests.ui.patience import PatientQtBot
from tests.ui.study.conftest import Studies

Checked = Qt.CheckState


@pytest.fixture
def form(studies: Studies) -> PlanForm:
    studies.session.edit(small_plan(), "plan it")
    return studies.window.form


@pytest.fixture
def editor(qtbot: PatientQtBot) -> WaysEditor:
    made = WaysEditor()
    qtbot.addWidget(made)
    made.show()
    return made


def actions_of(menu: QMenu) -> list[QAction]:
    found: list[QAction] = []
    for action in menu.actions():
        within = action.menu()
        found += actions_of(within) if isinstance(within, QMenu) else [action]
    return found


def test_a_study_begins_with_what_is_on_screen_and_nothing_varied(studies: Studies) -> None:
    plan = studies.session.plan
    assert [start.id for start in plan.starts] == [ON_SCREEN]
    assert plan.factors == ()
    form = studies.window.form
    assert form.editor._pages.currentWidget() is form.editor.nothing
    studies.qtbot.waitUntil(lambda: "1 row" in studies.window.size_panel.text())


def test_everything_is_chosen_by_its_name_in_menus(studies: Studies, form: PlanForm) -> None:
    actions = {action.text(): action for action in actions_of(form.factors.menu)}
    actions["The US president's will"].trigger()
    added = studies.session.plan.factors[-1]
    assert isinstance(added, ControlFactor)
    assert added.control == "us_will"
    assert form.factors.place == 2
    assert "The US president's will" not in {a.text() for a in actions_of(form.factors.menu)}
    assert form.editor.title.text() == "The US president's will"


def test_name_and_question_are_taken_and_an_empty_name_is_not(
    studies: Studies, form: PlanForm
) -> None:
    form.name.setText("Patrons")
    form.name.editingFinished.emit()
    form.question.setText("Who?")
    form.question.editingFinished.emit()
    form.question.editingFinished.emit()
    plan = studies.session.plan
    assert (plan.name, plan.question) == ("Patrons", "Who?")
    assert studies.window.windowTitle() == "Study: Patrons"
    form.name.setText("  ")
    form.name.editingFinished.emit()
    assert form.name.text() == studies.session.plan.name == "Patrons"


def test_starts_are_ticked_and_one_stays(studies: Studies, form: PlanForm) -> None:
    rows = {form.starts.item(row).data(Qt.ItemDataRole.UserRole): row for row in range(6)}
    hanoi = form.starts.item(rows["hanoi-2019"])
    hanoi.setCheckState(Checked.Checked)
    assert [start.id for start in studies.session.plan.starts] == ["october-2025", "hanoi-2019"]
    form.starts.item(rows["october-2025"]).setCheckState(Checked.Unchecked)
    hanoi.setCheckState(Checked.Unchecked)
    assert [start.id for start in studies.session.plan.starts] == ["hanoi-2019"]
    assert hanoi.checkState() == Checked.Checked


def test_what_is_on_screen_can_be_taken_anew(studies: Studies, form: PlanForm) -> None:
    assert not form.anew.isEnabled()
    form.starts.item(0).setCheckState(Checked.Checked)
    store = studies.program.store
    store.edit(store.state.scenario.with_value("us_will", 7), "move it")
    form.anew.click()
    start = next(each for each in studies.session.plan.starts if each.id == ON_SCREEN)
    assert start.controls["us_will"] == 7


def test_a_start_of_a_file_is_shown_by_its_id(studies: Studies, form: PlanForm) -> None:
    start = small_plan().starts[0].model_validate({"id": "mine", "preset": "hanoi-2019"})
    studies.session.edit(small_plan().having(starts=(start,)), "open")
    words = [form.starts.item(row).text() for row in range(form.starts.count())]
    assert words[-1] == "mine"


def test_factors_are_moved_and_removed(studies: Studies, form: PlanForm) -> None:
    form.factors.list.setCurrentRow(0)
    assert not form.factors.up_button.isEnabled()
    form.factors.down_button.click()
    keys = [factor.key for factor in studies.session.plan.factors]
    assert keys == ["control.china_ties", "control.russia_alignment"]
    assert form.factors.place == 1
    form.factors.up_button.click()
    QTest.keyClick(form.factors.list, Qt.Key.Key_Down)
    QTest.keyClick(form.factors.list, Qt.Key.Key_Delete)
    assert [each.key for each in studies.session.plan.factors] == ["control.russia_alignment"]
    form.factors.remove_button.click()
    assert studies.session.plan.factors == ()
    QTest.keyClick(form.factors.list, Qt.Key.Key_Delete)
    assert not form.factors.remove_button.isEnabled()


def test_combinations_are_chosen_with_their_numbers(studies: Studies, form: PlanForm) -> None:
    def choose(kind: str) -> None:
        form.combine.setCurrentIndex(form.combine.findData(kind))
        form.combine.activated.emit(form.combine.currentIndex())

    assert not form.count.isEnabled()
    choose("latin_hypercube")
    assert studies.session.plan.combine == LatinHypercube(rows=USUAL_ROWS)
    form.count.setValue(64)
    choose("sobol")
    assert studies.session.plan.combine == Sobol(rows=64)
    choose("assumption_sets")
    assert studies.session.plan.combine == AssumptionSets(sets=64)
    choose("cross")
    assert studies.session.plan.combine == Cross()
    choose("assumption_sets")
    assert studies.session.plan.combine == AssumptionSets(sets=USUAL_SETS)
    form.seed.setValue(9)
    assert studies.session.plan.seed == 9


def test_outputs_are_ticked_and_one_stays(studies: Studies, form: PlanForm) -> None:
    form.outputs["gains"].setChecked(True)
    assert studies.session.plan.outputs == ("zone", "rows", "gains")
    for kind in ("gains", "rows", "zone"):
        form.outputs[kind].setChecked(False)
    assert studies.session.plan.outputs == ("zone",)
    assert form.outputs["zone"].isChecked()


def test_few_values_are_ticked_and_one_stays(studies: Studies, form: PlanForm) -> None:
    patrons = StructureFactor(choice="patrons")
    studies.session.edit(small_plan().having(factors=(patrons,)), "vary it")
    ticks = form.editor.ticks
    assert [ticks.item(row).text() for row in range(ticks.count())] == [
        "they partly leave",
        "they stay",
        "they leave",
    ]
    ticks.item(0).setCheckState(Checked.Unchecked)
    ticks.item(1).setCheckState(Checked.Unchecked)
    (factor,) = studies.session.plan.factors
    assert factor == StructureFactor(choice="patrons", options=("leave",))
    ticks.item(2).setCheckState(Checked.Unchecked)
    assert studies.session.plan.factors == (factor,)
    assert ticks.item(2).checkState() == Checked.Checked


def test_numbers_are_edited_in_fields(studies: Studies, form: PlanForm) -> None:
    form.factors.list.setCurrentRow(0)
    field = form.editor.ways.fields["high"]
    field.setText("75")
    field.editingFinished.emit()
    assert studies.session.plan.factors[0].ways == RangeWays(low=0, high=75, step=50)
    assert "75" in form.factors.list.item(0).text()


@pytest.mark.parametrize(
    ("ways", "fields", "expected"),
    [
        (ListedWays(values=(1, 2)), {"values": "3; 4.5"}, ListedWays(values=(3, 4.5))),
        (RangeWays(low=0, high=9, step=3), {"step": ""}, RangeWays(low=0, high=9)),
        (RangeWays(low=0, high=9, step=3), {"low": "-3"}, RangeWays(low=-3, high=9, step=3)),
        (AroundWays(minus=1, plus=1), {"steps": "3"}, AroundWays(minus=1, plus=1, steps=3)),
    ],
)
def test_what_is_typed_is_taken(
    editor: WaysEditor, ways: Ways, fields: dict[str, str], expected: Ways
) -> None:
    edited: list[Ways] = []
    editor.edited.connect(edited.append)
    editor.show_ways(ways)
    editor.fields["low"].editingFinished.emit()
    for name, text in fields.items():
        assert editor.fields[name].isVisible()
        editor.fields[name].setText(text)
        editor.fields[name].editingFinished.emit()
    assert edited == [expected]
    assert editor.problem.isHidden()


@pytest.mark.parametrize(
    ("ways", "name", "text", "problem"),
    [
        (ListedWays(values=(1,)), "values", "two", "“two” is not a number"),
        (RangeWays(low=0, high=9, step=3), "low", "10", "low 10 is above high 9"),
        (RangeWays(low=0, high=9, step=3), "step", "0", "greater than 0"),
        (RangeWays(low=0, high=9, step=3), "high", "", "is not a number"),
        (AroundWays(minus=1, plus=1), "steps", "1.5", "is no whole number"),
    ],
)
def test_what_is_no_way_is_said_and_left_in_its_field(
    editor: WaysEditor, ways: Ways, name: str, text: str, problem: str
) -> None:
    edited: list[Ways] = []
    editor.edited.connect(edited.append)
    editor.show_ways(ways)
    editor.fields[name].setText(text)
    editor.fields[name].editingFinished.emit()
    assert not edited
    assert problem in editor.problem.text()
    assert editor.fields[name].text() == text


@pytest.mark.parametrize(
    ("ways", "kind", "expected"),
    [
        (RangeWays(low=0, high=10, step=5), "list", ListedWays(values=(0, 5, 10))),
        (RangeWays(low=0, high=10), "list", ListedWays(values=(0, 10))),
        (RangeWays(low=3, high=3), "list", ListedWays(values=(3,))),
        (ListedWays(values=(0, 4, 10)), "range", RangeWays(low=0, high=10, step=1)),
        (ListedWays(values=(0, 10)), "around", AroundWays(minus=5, plus=5)),
        (AroundWays(minus=2, plus=3), "range", RangeWays(low=-2, high=3, step=0.5)),
    ],
)
def test_one_way_becomes_another(editor: WaysEditor, ways: Ways, kind: str, expected: Ways) -> None:
    edited: list[Ways] = []
    editor.edited.connect(edited.append)
    editor.show_ways(ways)
    editor.kind.setCurrentIndex(editor.kind.findData(kind))
    editor.kind.activated.emit(editor.kind.currentIndex())
    assert edited == [expected]


def test_steps_are_taken_back_and_repeated_by_the_usual_keys(
    studies: Studies, form: PlanForm
) -> None:
    scenario = studies.program.store.state.scenario
    form.seed.setValue(5)
    form.seed.setValue(6)
    form.starts.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(form.starts, Qt.Key.Key_Z, control)
    assert studies.session.plan.seed == 5
    assert "Undone" in studies.window.status.text()
    QTest.keyClick(form.starts, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    assert studies.session.plan.seed == 6
    QTest.keyClick(form.starts, Qt.Key.Key_Z, control)
    QTest.keyClick(form.starts, Qt.Key.Key_Y, control)
    assert studies.session.plan.seed == 6
    assert studies.program.store.state.scenario is scenario
    assert KOREA.id == studies.session.plan.case


def test_problems_name_their_place_and_nothing_is_run(studies: Studies, form: PlanForm) -> None:
    far = ControlFactor(control="china_ties", ways=RangeWays(low=0, high=500, step=100))
    studies.session.edit(small_plan().having(factors=(far,)), "vary it")
    studies.qtbot.waitUntil(
        lambda: "China ties: 200 is not possible" in studies.window.size_panel.text()
    )
    assert not studies.window.buttons["run"].isEnabled()
