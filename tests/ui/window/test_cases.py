"""Several cases in one window: offered on the start page, remembered, asked for by id."""

import json

import pytest

from explorer.files.case_file import bundled_case, usual_case_id
from explorer.files.places import places
from explorer.files.resources import resource
from explorer.ui.window.start_parts import StartChoice

SINAI = bundled_case("sinai")
USUAL = bundled_case(usual_case_id())


def offered(program) -> list[StartChoice]:
    return program.window.start_page.cases.words


def choose(program, name: str, qtbot) -> None:
    next(each for each in offered(program) if each.text() == name).click()
    qtbot.waitUntil(lambda: program.store.state.scenario.case.name == name)
    qtbot.waitUntil(program.window.is_on_start_page)


def test_the_start_page_offers_every_case_and_marks_the_one_on_screen(open_program) -> None:
    program = open_program()
    assert [each.text() for each in offered(program)] == [USUAL.name, SINAI.name]
    assert [each.isChecked() for each in offered(program)] == [True, False]


def test_a_case_that_is_chosen_fills_the_page_and_is_remembered(open_program, qtbot) -> None:
    program = open_program()
    choose(program, SINAI.name, qtbot)
    page = program.window.start_page
    assert page.first_button().accessibleName() == SINAI.preset(SINAI.default_preset).name
    assert [each.isChecked() for each in offered(program)] == [False, True]
    assert program.settings.now.last_case == SINAI.id
    program.settings.write()
    assert open_program().store.state.scenario.case is SINAI


def test_a_case_that_is_not_wanted_after_all_leaves_the_page_as_it_was(
    open_program, qtbot, answers
) -> None:
    program = open_program()
    control = USUAL.controls[0].id
    program.store.edit(program.store.state.scenario.with_value(control, 1), "move")
    program.window.show_start_page()
    answers.changes = "cancel"
    offered(program)[1].click()
    qtbot.waitUntil(lambda: answers.asked == 1)
    qtbot.waitUntil(lambda: offered(program)[0].isChecked())
    assert program.store.state.scenario.case is USUAL
    assert program.window.is_on_start_page()


def test_a_case_asked_for_goes_before_the_one_chosen_last(open_program) -> None:
    first = open_program()
    first.settings.change(last_case=SINAI.id)
    first.settings.write()
    assert open_program(case=USUAL).store.state.scenario.case is USUAL
    assert open_program(case=SINAI).store.state.scenario.case is SINAI


def test_a_case_that_is_gone_gives_way_to_the_usual_one(open_program) -> None:
    first = open_program()
    first.settings.change(last_case="lost")
    first.settings.write()
    assert open_program().store.state.scenario.case is USUAL


@pytest.fixture
def own_case(data_folder):
    """Put a case of its own into the user's folder."""
    content = json.loads(resource("cases", "sinai.json").read_text("utf-8"))
    folder = places(data_folder).cases
    folder.mkdir(parents=True)
    (folder / "own.json").write_text(json.dumps({**content, "id": "own", "name": "Own"}), "utf-8")


def test_own_cases_are_offered_beside_those_of_the_program(open_program, own_case, qtbot) -> None:
    program = open_program()
    assert [each.text() for each in offered(program)] == [
        USUAL.name,
        SINAI.name,
        "1.0: Own (own.json)",
    ]
    offered(program)[2].click()
    qtbot.waitUntil(lambda: program.store.state.scenario.case.id == "own")
    program.settings.write()
    assert open_program().store.state.scenario.case.id == "own"


def test_lessons_stand_by_case_in_the_menu_those_of_the_case_on_screen_first(open_program) -> None:
    program = open_program(case=SINAI)
    menu = program.window.menus.submenus["lessons"]
    menu.aboutToShow.emit()
    titles = [action.text() for action in menu.actions()]
    assert any("Camp David" in title for title in titles[:3])
