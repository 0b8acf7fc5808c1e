"""What assistive technology does to a node happens, and is not only shown on it."""

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.app.app import Program
from explorer.ui.look.look import theme_choices
from explorer.ui.pictures.picture_plot import PicturePlot
from explorer.ui.widgets.menu_button import MenuButton
from explorer.ui.window.preferences import PreferencesDialog
from explorer.ui.window.start_page import PERCENTS
from explorer.ui.window.start_parts import StartChoice
from tests.ui.window.conftest import Answers, settle

Fingerprint = tuple[object, ...]


def act(widget: QWidget, action: str) -> None:
    """Do what a screen reader does when its user chooses an action of a node."""
    actions = QAccessible.queryAccessibleInterface(widget).actionInterface()
    assert action in actions.actionNames()
    actions.doAction(action)


def fingerprint(program: Program, toggled: QAbstractButton) -> Fingerprint:
    """Return everything that can be seen to be in force, but for the button's own look.

    Scroll bars do not count: they come and go with the room that is left, after the layout has run.
    """
    pictures = program.window.desk.pictures
    shown = Counter(
        (type(part).__name__, part.accessibleName())
        for top in QApplication.topLevelWidgets()
        for part in top.findChildren(QWidget)
        if part.isVisible() and part is not toggled and not _scrolls(part)
    )
    return (
        program.settings.now,
        program.store.state.scenario,
        pictures.comparing.is_on,
        pictures.replay.is_showing_before,
        tuple(pictures.viewing().choices.items()),
        program.window.desk.workbench.stage.is_maximised,
        shown,
    )


def _scrolls(part: QWidget) -> bool:
    """Return whether a part is a scroll bar, or Qt's own box around one."""
    return isinstance(part, QScrollBar) or part.objectName().startswith("qt_scrollarea_")


def checkable(window: QWidget) -> list[QAbstractButton]:
    """Return the buttons that switch something on and off; one of many is never given up."""
    return [
        each
        for each in window.findChildren(QAbstractButton)
        if each.isCheckable()
        and each.isVisible()
        and each.isEnabled()
        and not each.property("segment")
        and not (each.group() is not None and each.group().exclusive())
    ]


def demand_toggle_acts(program: Program, button: QAbstractButton, qtbot: QtBot) -> None:
    """Demand that toggling changes more than the button, and the same as a click does."""
    name = button.accessibleName() or button.text()

    def once_solved() -> Fingerprint:
        # What answers bring on screen follows them in a turn of its own.
        while True:
            settle(program)
            found = fingerprint(program, button)
            QApplication.processEvents()
            if not program.store.state.is_waiting and fingerprint(program, button) == found:
                return found

    before, was_checked = once_solved(), button.isChecked()
    act(button, "Toggle")
    after = once_solved()
    assert button.isChecked() is not was_checked, name
    # What a switch inside a picture changes is drawn, and looked at among the pictures.
    assert after != before or isinstance(button.parentWidget(), PicturePlot), name
    act(button, "Toggle")
    assert button.isChecked() is was_checked, name
    once_solved()
    button.click()
    qtbot.waitUntil(lambda: once_solved() == after)
    button.click()


def _show_workbench(program: Program) -> QWidget:
    controls = program.window.desk.workbench.controls
    for group in program.store.state.scenario.case.groups:
        controls.group(group.id).show_folded(False)
    return program.window


def _preferences(program: Program) -> QWidget:
    program.window.commands.view.show_preferences()
    return program.window.findChild(PreferencesDialog)


def _assumptions(program: Program) -> QWidget:
    program.window.commands.scenario.assumptions.open()
    return program.window.commands.scenario.assumptions.window


@pytest.mark.parametrize(
    "open_it", [_show_workbench, _preferences, _assumptions], ids=lambda each: each.__name__
)
def test_toggling_does_what_a_click_does(
    program: Program, qtbot: QtBot, open_it: Callable[[Program], QWidget]
) -> None:
    buttons = checkable(open_it(program))
    assert buttons
    for button in buttons:
        demand_toggle_acts(program, button, qtbot)


def test_toggling_a_choice_of_the_start_page_makes_it_the_only_one(program: Program) -> None:
    program.window.show_start_page()
    page = program.window.start_page
    choices = [each for each in page.findChildren(StartChoice) if each.group() is not page.cases]
    groups = Counter(each.group() for each in choices)
    assert sorted(groups.values()) == sorted((len(PERCENTS), len(theme_choices())))
    for choice in choices:
        act(choice, "Toggle")
        chosen = {each.value for each in choices if each.isChecked()}
        settings = program.settings.now
        assert chosen == {f"{settings.text_scale:.0%}".rstrip("%"), settings.theme}
        assert choice.value in chosen


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_pressing_a_menu_button_opens_its_menu_and_answers_at_once(program: Program) -> None:
    window = _show_workbench(program)
    window.commands.comparison.comparing.pin_snapshot()
    window.commands.comparison.comparing.toggle(True)
    buttons = [each for each in window.findChildren(MenuButton) if each.isVisible()]
    opening = [each for each in buttons if not each.popup_menu.isEmpty()]
    assert len(opening) >= 5
    for button in opening:
        act(button, "Press")
        assert button.popup_menu.isVisible(), button.text()
        assert QApplication.activePopupWidget() is button.popup_menu
        button.popup_menu.close()
        assert not button.isDown()


def entries(menu: QMenu) -> Iterator[tuple[str, QAccessibleInterface]]:
    """Yield the entries of a menu and of those inside it as a screen reader sees them."""
    for inner in menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        yield from entries(inner)
    interface = QAccessible.queryAccessibleInterface(menu)
    for place, action in enumerate(menu.actions()):
        yield action.text(), interface.child(place)


@pytest.mark.parametrize("words", ["&Open…", "Save &as…", "Export &data…"])
def test_a_command_that_asks_answers_before_the_question_does(
    program: Program, answers: Answers, monkeypatch: pytest.MonkeyPatch, words: str, qtbot: QtBot
) -> None:
    asked: list[str] = []
    for name in ("path_to_open", "path_to_save", "path_to_export"):
        monkeypatch.setattr(answers, name, lambda *_: asked.append(words))
    file_menu = program.window.menus.menus[0]
    entry = dict(entries(file_menu))[words]
    entry.actionInterface().doAction("Press")
    assert not asked
    qtbot.waitUntil(lambda: asked == [words])
