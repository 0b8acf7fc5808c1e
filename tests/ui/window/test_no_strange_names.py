"""The window names nobody from another case: not on pages, in menus, nor in what is pointed at."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTextEdit, QWidget

from explorer.files.case_file import bundled_case, bundled_case_ids
from explorer.views.registry import VIEW_IDS
from tests.foreign_names import strange_names
from tests.ui.window.conftest import settle

ABOUT_OTHERS = ("cases", "lessons", "recent")
"""Menus that offer other cases on purpose."""

BOTH = "two-cases"


def words_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    yield from (widget.windowTitle(), widget.whatsThis(), widget.statusTip())
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield widget.text()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if isinstance(widget, QTextEdit):
        yield widget.toPlainText()


def action_words(window: QWidget, offering: set[QAction]) -> Iterator[str]:
    for action in window.findChildren(QAction):
        if action not in offering:
            yield from (action.text(), action.toolTip(), action.statusTip())


def strangers(program) -> set[str]:
    window = program.window
    choosing = {*window.start_page.cases.words}
    menus = [window.menus.submenus[id_] for id_ in ABOUT_OTHERS]
    offering = {action for menu in menus for action in menu.actions()}
    widgets = [window, *window.findChildren(QWidget)]
    spoken = [words for each in widgets if each not in choosing for words in words_of(each)]
    spoken += action_words(window, offering)
    return strange_names(" ".join(spoken), program.store.state.scenario.case.id)


@pytest.mark.parametrize("case_id", bundled_case_ids())
def test_the_window_names_nobody_from_another_case(open_program, case_id: str) -> None:
    program = open_program(case=bundled_case(case_id), level="analyse")
    assert strangers(program) == set()
    program.window.show_workbench()
    for view_id in VIEW_IDS:
        if view_id != BOTH:
            program.window.desk.pictures.choose_lower_view(view_id)
            settle(program)
            assert strangers(program) == set(), view_id
    program.window.commands.help.show_view_help("board")
    program.window.commands.scenario.assumptions.open()
    assert strangers(program) == set()


@pytest.mark.parametrize("case_id", bundled_case_ids())
def test_another_case_that_is_chosen_leaves_no_name_behind(
    open_program, qtbot, case_id: str
) -> None:
    other = next(id_ for id_ in bundled_case_ids() if id_ != case_id)
    program = open_program(case=bundled_case(other))
    program.window.show_workbench()
    own = program.window.commands.document.own_cases
    own.choose_case(own.place_of(bundled_case(case_id)))
    settle(program)
    qtbot.waitUntil(lambda: program.store.state.scenario.case.id == case_id)
    program.window.show_start_page()
    # What belonged to the case before is deleted once Qt gets to it.
    qtbot.waitUntil(lambda: strangers(program) == set())
