"""The panel, the editor and the record are reached by Tab, and everything in them has a name."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from explorer.files.lesson_file import bundled_lesson
from explorer.ui.app.app import Program
from explorer.ui.look.look import TEXT_STEPS
from explorer.ui.window.reading_order import tab_stops
from tests.ui.window.conftest import settle


@pytest.fixture
def places(program: Program) -> dict[str, QWidget]:
    """Return every place in which a lesson is taught or made, at its first question."""
    of = program.window.commands.lessons
    of.session.open(bundled_lesson("who-closed-the-zone"), 1)
    settle(program)
    of.show_record()
    of.edit()
    assert of.dock.panel is not None
    return {"panel": of.dock.panel, "record": of.record, "editor": of.editor}


@pytest.mark.parametrize("place", ["panel", "record", "editor"])
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_whatever_takes_the_keyboard_says_what_it_is(
    places: dict[str, QWidget], place: str
) -> None:
    stops = tab_stops(places[place])
    assert len(stops) > 2
    nameless = [
        type(stop).__name__
        for stop in stops
        if not QAccessible.queryAccessibleInterface(stop).text(QAccessible.Text.Name)
    ]
    assert not nameless


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("percent", TEXT_STEPS)
def test_nothing_in_the_panel_is_wider_than_it(
    program: Program, places: dict[str, QWidget], percent: int
) -> None:
    panel = places["panel"]
    program.window.commands.view.choose_text_size(str(percent))
    QApplication.processEvents()
    for part in panel.findChildren(QWidget):
        if part.isVisible() and part.parentWidget() is not None:
            right = part.mapTo(panel, part.rect().topRight()).x()
            assert right <= panel.width(), (type(part).__name__, percent)
