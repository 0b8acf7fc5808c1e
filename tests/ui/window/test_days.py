"""The day in the window: title, headline, whose will it is, and that facts have moved on."""

from datetime import date, timedelta

from explorer.files.later_page import LATER
from explorer.model.day_words import MOVED_ON_DAYS
from explorer.ui.app.app import Program
from tests.ui.window.conftest import DAY_OF_THE_CASE, OpenProgram, settle

LAST_QUIET_DAY = DAY_OF_THE_CASE + timedelta(MOVED_ON_DAYS)


def test_title_and_headline_say_as_of_which_day(program: Program) -> None:
    assert "as of 23 October 2025" in program.window.windowTitle()
    program.window.commands.scenario.load_preset("hanoi-2019")
    settle(program)
    assert "as of 26 February 2019" in program.window.windowTitle()
    block = program.window.desk.workbench.summary._headline
    assert "As of 26 February 2019" in block.accessibleDescription()
    program.window.commands.scenario.undo()
    settle(program)
    assert "as of 23 October 2025" in program.window.windowTitle()


def test_a_will_carries_the_name_of_whose_it_is(program: Program) -> None:
    control = program.window.desk.workbench.controls.control("us_will")
    assert "(Trump)" in control.value_sentence()
    program.window.commands.scenario.load_preset("period-1994-2000")
    assert "(Clinton)" in control.value_sentence()
    assert "Trump" not in control.value_sentence()


def test_the_window_says_quietly_that_facts_have_moved_on(open_program: OpenProgram) -> None:
    for day, is_shown in ((LAST_QUIET_DAY, False), (LAST_QUIET_DAY + timedelta(1), True)):
        opened = open_program(today=day)
        opened.window.show_workbench()
        assert opened.window._status.later.isVisible() == is_shown
        opened.end()


def test_the_quiet_line_leads_to_the_page(open_program: OpenProgram) -> None:
    opened = open_program(today=date(2027, 1, 1))
    opened.window.show_workbench()
    opened.window._status.later.click()
    guide = opened.window.commands.help.window
    assert guide.page_id == LATER
    assert "23 October 2025" in guide.text()
    guide.search_field.setText("submarine")
    assert LATER in guide.listed_ids()


def test_a_scenario_of_a_later_day_counts_from_there(open_program: OpenProgram) -> None:
    opened = open_program(today=date(2026, 8, 21))
    opened.window.show_workbench()
    assert opened.window._status.later.isVisible()
    opened.window.commands.scenario.load_preset("august-2026")
    settle(opened)
    assert not opened.window._status.later.isVisible()
