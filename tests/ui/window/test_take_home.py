"""A take-home page is asked for in the window and written as a file."""

import json
import re
from pathlib import Path

from PySide6.QtCore import Qt

from explorer.files.resources import resource
from explorer.take_home.record import PageRecord
from explorer.take_home.take_home import MOST_SLIDERS, usual_sliders
from explorer.ui.app.app import Program
from explorer.ui.export.take_home_dialog import TakeHomeDialog
from explorer.ui.look.theme import DARK, LIGHT, Theme
from explorer.ui.widgets.check_box import CheckBox
from tests.ui.window.conftest import Answers


def dialog_of(program: Program) -> TakeHomeDialog:
    program.window.commands.take_home.begin()
    return program.window.commands.take_home.dialog


def record_in(path: Path) -> PageRecord:
    found = re.search(r'id="data">(.*?)</script>', path.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return PageRecord.model_validate(json.loads(found[1]))


def boxes(dialog: TakeHomeDialog) -> dict[str, CheckBox]:
    return dialog._boxes


def test_the_page_holds_what_is_on_screen_and_asked_for(
    program: Program, answers: Answers, qtbot, tmp_path: Path
) -> None:
    store = program.store
    store.edit(store.state.scenario.with_value("china_ties", 12), "move", "")
    dialog = dialog_of(program)
    assert dialog.sliders() == usual_sliders(store.state.scenario.case)
    boxes(dialog)["russia_alignment"].click()
    boxes(dialog)["un_consent"].click()
    qtbot.mouseClick(dialog.asks_prediction, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog.title, "Homework")
    qtbot.keyClicks(dialog.note, "Think <first>.")
    answers.to_export = tmp_path / "page.html"
    qtbot.mouseClick(dialog._export, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    record = record_in(answers.to_export)
    assert record.values["china_ties"] == 12
    sliders = [slider.id for slider in record.sliders]
    assert "russia_alignment" not in sliders
    assert "un_consent" in sliders
    assert record.asks_prediction
    assert record.baseline_name == store.state.baseline.name
    text = answers.to_export.read_text(encoding="utf-8")
    assert "Homework</h1>" in text
    assert "Think &lt;first&gt;." in text
    assert "page.html is written." in program.window.desk.workbench.message_bar.text()


def test_what_was_ticked_stays_for_the_next_page(program: Program) -> None:
    dialog = dialog_of(program)
    boxes(dialog)["us_will"].click()
    ticked = dialog.sliders()
    dialog.reject()
    assert dialog_of(program).sliders() == ticked


def test_too_many_sliders_cannot_be_exported(program: Program) -> None:
    dialog = dialog_of(program)
    for box in boxes(dialog).values():
        box.setChecked(True)
    assert len(dialog.sliders()) > MOST_SLIDERS
    assert not dialog._export.isEnabled()
    for box in boxes(dialog).values():
        box.setChecked(False)
    assert dialog._export.isEnabled()


def test_tab_goes_down_the_dialog(program: Program) -> None:
    dialog = dialog_of(program)
    wanted = [*boxes(dialog).values(), dialog.title, dialog.note, dialog.asks_prediction]
    order = [wanted[0]]
    while len(order) < len(wanted):
        following = order[-1].nextInFocusChain()
        while following.focusPolicy() == Qt.FocusPolicy.NoFocus:
            following = following.nextInFocusChain()
        order.append(following)
    assert order == wanted


def test_a_folder_that_is_gone_is_told(program: Program, answers: Answers, tmp_path: Path) -> None:
    dialog = dialog_of(program)
    answers.to_export = tmp_path / "gone" / "page.html"
    dialog._export.click()
    assert ["the folder does not exist" in each for each in answers.errors] == [True]


def test_thinking_better_of_it_writes_nothing(
    program: Program, answers: Answers, tmp_path: Path
) -> None:
    dialog = dialog_of(program)
    dialog._export.click()
    assert answers.errors == []
    assert [*tmp_path.glob("*.html")] == []


def test_the_page_wears_the_colours_of_the_program() -> None:
    style = resource("take_home", "page.css").read_text(encoding="utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[:2]
    for theme, block in ((LIGHT, light), (DARK, dark)):
        for name, colour in re.findall(r"--([\w-]+): (#\w{6})", block):
            assert getattr(theme, name.replace("-", "_")) == colour, name
        assert isinstance(theme, Theme)
