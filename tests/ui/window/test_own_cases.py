"""Cases of the user's folder in the window: offered once, opened from the menu, remembered."""

import json

import pytest

from explorer.files.case_file import bundled_case, bundled_case_ids
from explorer.files.places import places
from explorer.files.resources import resource
from explorer.ui.document.own_cases import LEAVE, USE
from explorer.ui.window.message_bar import MessageBar

CASE = bundled_case()
NEWER = "99.1"


@pytest.fixture
def own_case(data_folder):
    """Put a newer version of the bundled case into the user's folder."""
    content = json.loads(resource("cases", f"{CASE.id}.json").read_text("utf-8"))
    folder = places(data_folder).cases
    folder.mkdir(parents=True)
    path = folder / "own.json"
    path.write_text(json.dumps({**content, "version": NEWER}), "utf-8")
    return path


def bar(program) -> MessageBar:
    return program.window.desk.workbench.message_bar


def version(program) -> str:
    return program.store.state.scenario.case.version


def entries(program) -> list[str]:
    return [action.text() for action in program.window.menus.submenus["cases"].actions()]


def test_a_newer_case_is_offered_and_used_from_then_on(open_program, own_case) -> None:
    program = open_program()
    assert NEWER in bar(program).text()
    assert version(program) == CASE.version
    bar(program).first_answer().click()
    assert version(program) == NEWER
    assert program.settings.now.used_versions == {CASE.id: NEWER}
    program.settings.write()
    again = open_program()
    assert version(again) == NEWER
    assert not bar(again).isVisible()


def test_not_now_is_remembered(open_program, own_case) -> None:
    program = open_program()
    bar(program).answer_chosen.emit(LEAVE)
    program.settings.write()
    again = open_program()
    assert version(again) == CASE.version
    assert not bar(again).isVisible()


def test_every_case_stands_in_the_menu_and_the_one_on_screen_is_ticked(
    open_program, own_case
) -> None:
    program = open_program()
    menu = program.window.menus.submenus["cases"]
    assert len(entries(program)) == len(bundled_case_ids()) + 1
    first, *_, second = menu.actions()
    assert first.isChecked()
    program.window.commands.document.own_cases.choose_case(str(second.data()))
    assert version(program) == NEWER
    assert [action.isChecked() for action in menu.actions()] == [False, False, True]
    program.window.commands.document.own_cases.choose_case(str(menu.actions()[0].data()))
    assert version(program) == CASE.version
    assert program.settings.now.used_versions == {}


def test_unsaved_changes_can_keep_the_case(open_program, own_case, answers) -> None:
    program = open_program()
    control = CASE.controls[0]
    store = program.store
    store.edit(store.state.scenario.with_value(control.id, 1), "move")
    answers.changes = "cancel"
    bar(program).answer_chosen.emit(USE)
    assert version(program) == CASE.version
    assert program.settings.now.used_versions == {}
    assert bar(program).first_answer() is not None


def test_a_newer_case_that_is_broken_is_named_and_not_offered(open_program, own_case) -> None:
    own_case.write_text(own_case.read_text("utf-8").replace('"controls"', '"steering"'), "utf-8")
    program = open_program()
    assert own_case.name in bar(program).text()
    assert bar(program).first_answer() is None
    assert version(program) == CASE.version
    second = program.window.menus.submenus["cases"].actions()[-1]
    program.window.commands.document.own_cases.choose_case(str(second.data()))
    assert version(program) == CASE.version


def test_a_newer_record_is_offered_too(open_program, data_folder) -> None:
    content = json.loads(resource("history", f"{CASE.id}.json").read_text("utf-8"))
    folder = places(data_folder).cases
    folder.mkdir(parents=True)
    (folder / "record.json").write_text(json.dumps({**content, "version": NEWER}), "utf-8")
    program = open_program()
    bar(program).first_answer().click()
    assert program.settings.now.used_versions == {f"{CASE.id}.record": NEWER}


def test_what_changed_is_a_page_of_the_guide(program) -> None:
    program.window.commands.help.show_case_changes()
    assert program.window.commands.help.window.page_id == "case-changes"
