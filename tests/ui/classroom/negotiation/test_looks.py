"""Every page of the negotiation table is whole, named and reached by Tab."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.classroom.negotiation.score_bar import ScoreBar
from explorer.ui.classroom.negotiation.table_window import NegotiationWindow
from tests.ui.classroom.negotiation.conftest import Watch
from tests.ui.sights import cut_parts
from tests.ui.window.conftest import OpenProgram

SHAPES = [((1280, 720), 1.0), ((1280, 720), 1.5), ((1000, 640), 2.0)]


def pages(table: NegotiationWindow) -> Iterator[str]:
    """Go through all pages; yield the name of each once it is laid out."""
    yield from laid_out("set up")
    table.set_up.start.click()
    yield from laid_out("curtain")
    table.curtain.button.click()
    table.turn.grid.boxes["icbm"].setCurrentIndex(1)
    table.turn.grid.boxes["sanc"].setCurrentIndex(3)
    yield from laid_out("turn")
    table.turn.make.click()
    table.curtain.button.click()
    table.turn.walk.click()
    yield from laid_out("walk")
    table.turn.stay.click()
    table.turn.accept.click()
    yield from laid_out("end")


def laid_out(name: str) -> Iterator[str]:
    for _ in range(4):
        QApplication.processEvents()
    yield name


@pytest.mark.parametrize(("size", "scale"), SHAPES)
def test_nothing_is_cut_on_any_page(
    open_program: OpenProgram, watch: Watch, size: tuple[int, int], scale: float
) -> None:
    program = open_program(size=size, text_scale=scale)
    program.window.commands.negotiation.open()
    table = program.window.commands.negotiation.window
    table.resize(size[0], size[1] - 40)
    found: list[str] = []
    for name in pages(table):
        found += [f"{name}: {each}" for each in cut_parts(table)]
    assert not found, "\n".join(found)


def stops(page: QWidget) -> list[QWidget]:
    return [
        part
        for part in page.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
        and part.isVisible()
        and part.isEnabled()
    ]


def test_whatever_takes_the_keyboard_has_a_name_and_is_reached_by_tab(
    table: NegotiationWindow, qtbot: QtBot
) -> None:
    for name in pages(table):
        wanted = set(stops(table.pages.currentWidget()))
        assert wanted, name
        for part in wanted:
            said = part.accessibleName() or getattr(part, "text", str)()
            assert said, (name, part)
        reached: set[QWidget] = set()
        for _ in range(3 * len(wanted) + 3):
            qtbot.keyClick(table.focusWidget() or table, Qt.Key.Key_Tab)
            focused = table.focusWidget()
            if focused is not None:
                reached.add(focused)
        assert wanted <= reached, (name, wanted - reached)


def test_a_bar_goes_right_for_better_and_left_for_worse(qtbot: QtBot) -> None:
    bar = ScoreBar()
    qtbot.addWidget(bar)
    bar.resize(200, 20)
    bar.show()
    images = []
    for gain, share in ((5.0, 0.5), (-5.0, -0.5), (50.0, 1.0), (0.0, 0.0)):
        bar.show_score(gain, 10.0, "sender", f"{gain:g} points")
        assert bar.share == share
        assert bar.accessibleName() == f"{gain:g} points"
        images.append(bar.grab().toImage())
    assert all(a != b for place, a in enumerate(images) for b in images[:place])
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bar.show_score(5.0, 10.0, "sender", "5 points")
    assert bar.grab().toImage() != images[0]
    bar.show_score(5.0, 0.0, "sender", "5 points")
    assert bar.share == 0
