"""A live change of theme or text size leaves the window as a start with that choice shows it."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QCursor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from explorer.ui.app.app import Program
from explorer.ui.live.rest_watch import RestWatch
from explorer.ui.look.theme import THEMES
from explorer.ui.window.gallery import Gallery
from tests.images.pictures import image_pixels
from tests.ui.window.conftest import OpenProgram, settle

WIDE = QSize(1900, 1000)
"""A window in which the summary has a column of its own at every size that is tried."""

BESIDE = QPoint(40, 40)
"""From the corner of the window to where the pointer is out of it."""

MOST_TURNS = 60
"""After how many turns of the event loop every part has found its place, even if slowly."""

SAME = 3
"""How many pictures in a row have to be equal until the window counts as at rest."""

FROM_ANY_TO_ANY = [
    *(({"theme": "light"}, {"theme": theme.id}) for theme in THEMES if theme.id != "light"),
    ({"theme": "projector", "text_scale": 1.5}, {"theme": "light", "text_scale": 1.0}),
    ({"theme": "light", "text_scale": 1.0}, {"text_scale": 1.25}),
    ({"theme": "dark", "text_scale": 2.0}, {"text_scale": 1.0}),
]


def photograph(program: Program) -> QImage:
    """Show the window at one size and return what is seen."""
    window = program.window
    window.show_workbench()
    window.resize(WIDE)
    settle(program)
    # Where the row of tabs is scrolled to, and by which buttons, comes from what went before.
    for gallery in window.findChildren(Gallery):
        gallery.hide()
    # Neither what the pointer is over nor which part has the keyboard is a matter of the look.
    QCursor.setPos(window.frameGeometry().bottomRight() + BESIDE)
    QApplication.processEvents()
    if focused := window.focusWidget():
        focused.clearFocus()
    # A window that comes up where the pointer stood last is not told that it has left.
    for part in window.findChildren(QWidget):
        if part.underMouse():
            part.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
            part.update()
    return picture_at_rest(window)


def picture_at_rest(window: QWidget) -> QImage:
    """Return what a window shows once nothing of it moves any more."""
    # Rows that wrap ask for another height once they have their width, and so on outwards.
    picture, same = window.grab().toImage(), 0
    for _ in range(MOST_TURNS):
        QApplication.processEvents()
        before, picture = picture, window.grab().toImage()
        same = same + 1 if picture == before else 0
        if same == SAME:
            return picture
    pytest.fail("The window never comes to rest.")


def where_different(first: QImage, second: QImage, window: QWidget) -> str:
    """Return which part of two pictures differs, and the innermost widget that holds all of it."""
    rows, columns = np.nonzero(np.any(image_pixels(first) != image_pixels(second), axis=2))
    if not rows.size:
        return ""
    area = QRect(
        QPoint(int(columns.min()), int(rows.min())), QPoint(int(columns.max()), int(rows.max()))
    )
    holder = window.childAt(area.topLeft()) or window
    while holder is not window:
        if QRect(holder.mapTo(window, QPoint()), holder.size()).contains(area):
            break
        holder = holder.parentWidget() or window
    return f"{area} in {type(holder).__name__} {holder.objectName()!r}"


@pytest.fixture(autouse=True)
def nothing_comes_at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what the window finds while the hand rests, sooner or later."""
    monkeypatch.setattr(RestWatch, "ask", lambda _watch, _result, _row_id: None)


@pytest.mark.parametrize(("before", "after"), FROM_ANY_TO_ANY)
def test_a_live_change_shows_the_same_pixels_as_a_restart(
    open_program: OpenProgram,
    before: dict[str, object],
    after: dict[str, object],
) -> None:
    program = open_program()
    program.settings.change(coach_marks_seen=True, start_page_seen=True, **before)
    photograph(program)
    program.settings.change(**after)
    live = photograph(program)
    program.settings.write()
    program.end()
    again = open_program()
    assert again.settings.now.theme == program.settings.now.theme
    started = photograph(again)
    assert live.size() == started.size()
    assert not where_different(live, started, again.window)
