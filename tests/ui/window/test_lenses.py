"""Looking through a lens in the window: from the menu, from the picture, and back."""

from PySide6.QtCore import Qt

from explorer.figures.lenses import FIRST, SECOND
from explorer.ui.pictures.lens.lens_plot import LensPlot
from tests.ui.window.conftest import settle


def entries(program) -> dict[str, str]:
    menu = program.window.menus.submenus["lens"]
    return {str(action.data()): action.text() for action in menu.actions() if action.data()}


def test_the_menu_names_every_lens_and_looks_through_it(program) -> None:
    lenses = program.store.state.scenario.case.lenses
    assert set(entries(program)) == {lens.id for lens in lenses}
    before = program.store.state.scenario
    menu = program.window.menus.submenus["lens"]
    action = next(each for each in menu.actions() if each.data() == "chung-jin-young")
    action.trigger()
    settle(program)
    assert program.store.state.scenario.value("us_max_status") == 1
    assert program.store.state.scenario.name == "October 2025, seen by Chung Jin-young"
    program.window.commands.scenario.undo()
    assert program.store.state.scenario == before


def test_the_picture_looks_through_its_lens_and_hears_the_other_side(program) -> None:
    pictures, below = program.window.desk.pictures, program.window.desk.workbench.below
    pictures.choose_lower_view("lenses")
    pictures.choose(FIRST, "kim-taewoo")
    pictures.choose(SECOND, "trump")
    plot = below.plot
    assert isinstance(plot, LensPlot)
    plot.answers[0].click()
    assert below.choices.box(SECOND).currentData() == "small-deal-critics"
    plot.looks[1].click()
    assert program.store.state.scenario.value("us_min_short_range") == 1


def test_a_lens_that_moves_nothing_says_so(program) -> None:
    program.window.commands.scenario.look_through("trump")
    assert "Nothing moves" in program.window.statusBar().currentMessage()


def test_a_lens_that_scales_assumptions_is_taken_whole_or_refused_in_words(program) -> None:
    before = program.store.state.scenario
    program.window.commands.scenario.look_through("kim-taewoo")
    after = program.store.state.scenario
    if after == before:
        assert program.window.statusBar().currentMessage()
    else:
        assert after.case.changes


def test_both_views_of_a_small_deal_are_one_click_apart(program) -> None:
    pictures, below = program.window.desk.pictures, program.window.desk.workbench.below
    pictures.choose_lower_view("lenses")
    plot = below.plot
    assert isinstance(plot, LensPlot)
    for place, said in ((0, "critics of a small deal"), (1, "Kim Taewoo")):
        plot.looks[place].click()
        assert program.store.state.scenario.name == f"October 2025, seen by {said}"
        program.window.commands.scenario.undo()


def test_what_was_said_of_a_meeting_opens_its_lens(program, qtbot) -> None:
    pictures, below = program.window.desk.pictures, program.window.desk.workbench.below
    pictures.choose(SECOND, "mutual-gain")
    pictures.choose_lower_view("outlook")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(below.plot, key)
    assert pictures.lower_view == "lenses"
    assert below.choices.box(FIRST).currentData() == "chung-dong-young"
    pictures.choose(FIRST, "mutual-gain")
    assert below.choices.box(SECOND).currentData() == "other-experts"
