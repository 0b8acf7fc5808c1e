"""A live change of theme or text size leaves the window as a start with that choice shows it."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from explorer.ui.app.app import Program
from explorer.ui.live.rest_watch import RestWatch
from explorer.ui.look.theme import THEMES
from tests.ui.window.conftest import OpenProgram, settle

WIDE = QSize(1900, 1000)
"""A window in which the summary has a column of its own at every size that is tried."""

FROM_ANY_TO_ANY = [
    *(({"theme": "light"}, {"theme": theme.id}) for theme in THEMES if theme.id != "light"),
    ({"theme": "projector", "text_scale": 1.5}, {"theme": "light", "text_scale": 1.0}),
    ({"theme": "light", "text_scale": 1.0}, {"text_scale": 1.25}),
    ({"theme": "dark", "text_scale": 2.0}, {"text_scale": 1.0}),
]


def photograph(program: Program, *, page: bool) -> QImage:
    """Show a page of the window at one size and return what is seen."""
    window = program.window
    window.show_start_page() if page else window.show_workbench()
    window.resize(WIDE)
    settle(program)
    QApplication.processEvents()
    return window.grab().toImage()


@pytest.fixture(autouse=True)
def nothing_comes_at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what the window finds while the hand rests, sooner or later."""
    monkeypatch.setattr(RestWatch, "ask", lambda _watch, _result, _row_id: None)


@pytest.mark.parametrize("page", [False, True], ids=["workbench", "start page"])
@pytest.mark.parametrize(("before", "after"), FROM_ANY_TO_ANY)
def test_a_live_change_shows_the_same_pixels_as_a_restart(
    open_program: OpenProgram,
    before: dict[str, object],
    after: dict[str, object],
    page: bool,
) -> None:
    program = open_program()
    program.settings.change(coach_marks_seen=True, start_page_seen=True, **before)
    photograph(program, page=page)
    program.settings.change(**after)
    live = photograph(program, page=page)
    program.settings.write()
    program.end()
    again = open_program()
    assert again.settings.now.theme == program.settings.now.theme
    started = photograph(again, page=page)
    assert live.size() == started.size()
    if live != started: live.save(f"/tmp/shots/l{page}{after}.png"); started.save(f"/tmp/shots/s{page}{after}.png")
    assert live == started
