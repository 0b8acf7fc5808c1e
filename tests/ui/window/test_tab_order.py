"""Tab and Shift+Tab go through everything in a window once, in reading order, and come back."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from explorer.model.package import package_at
from explorer.ui.app.app import Program
from explorer.ui.window.message_bar import Message
from explorer.ui.window.preferences import PreferencesDialog
from explorer.views.registry import VIEWS

MOST_STOPS = 400


def named(parts: Iterable[QWidget]) -> list[str]:
    return [f"{type(part).__name__} {part.accessibleName()}" for part in parts]


def focusable(window: QWidget) -> list[QWidget]:
    """Return what takes the keyboard in a window now, found without any order."""
    return [
        part
        for part in window.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
        and part.window() is window
        and part.isVisible()
        and part.isEnabled()
    ]


def steps(key: Qt.Key) -> Iterator[QWidget]:
    """Press a key until the keyboard is back where it started; yield each stop when reached."""
    first = last = QApplication.focusWidget()
    for _ in range(MOST_STOPS):
        QTest.keyClick(last, key)
        reached = QApplication.focusWidget()
        # A page goes through its links before it gives the keyboard away.
        if reached is not last:
            yield reached
            if reached is first:
                break
        last = reached


def in_chain(window: QWidget) -> list[QWidget]:
    """Return what Qt goes through next, from one stop back to the same, after one key."""
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    wanted = {id(part) for part in focusable(window)}
    first = part = window.focusWidget()
    chain = [first]
    while (part := part.nextInFocusChain()) is not first and len(chain) < MOST_STOPS:
        if id(part) in wanted:
            chain.append(part)
    return chain


def demand_all_reached(window: QWidget, stops: list[QWidget]) -> None:
    """Demand that everything that takes the keyboard is among some stops once."""
    wanted = focusable(window)
    assert len(wanted) > 1
    assert Counter(named(stops)) == Counter(named(wanted))
    assert len(set(map(id, stops))) == len(stops)


def demand_one_ring(window: QWidget) -> None:
    """Demand that Tab reaches everything once, and Shift+Tab the same the other way round."""
    forwards, backwards = [*steps(Qt.Key.Key_Tab)], [*steps(Qt.Key.Key_Backtab)]
    demand_all_reached(window, forwards)
    assert named(backwards) == named([*reversed(forwards[:-1]), forwards[-1]])


def activate(window: QWidget, qtbot: QtBot) -> None:
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def _unfold(program: Program) -> None:
    controls = program.window.desk.workbench.controls
    for group in program.store.state.scenario.case.groups:
        controls.group(group.id).show_folded(False)


def _open_detail(program: Program) -> None:
    program.window.desk.pictures.show_detail("russia_alignment")


def _open_term_sheet(program: Program) -> None:
    case = program.store.state.scenario.case
    program.window.desk.pictures.choose_package(package_at(case, 0))


def _compare(program: Program) -> None:
    program.window.commands.comparison.comparing.pin_snapshot()
    program.window.commands.scenario.load_preset("hanoi-2019")
    program.window.commands.comparison.comparing.toggle(True)


def _show_message(program: Program) -> None:
    message = Message("Something happened.", answers=(("a", "Open it"), ("b", "Discard it")))
    program.window.desk.workbench.message_bar.show_message(message)


def _show_tables(program: Program) -> None:
    for frame in (program.window.desk.workbench.board, program.window.desk.workbench.below):
        frame.show_table(is_shown=True)


def _fold_the_column(program: Program) -> None:
    program.window.resize(1280, 720)


def _close_the_zone(program: Program) -> None:
    scenario = program.store.state.scenario
    program.window.commands.scenario.edit_scenario(
        scenario.with_value("russia_alignment", 20), "move", ""
    )


def _show_start_page(program: Program) -> None:
    program.window.show_start_page()


def _show_tips(program: Program) -> None:
    program.window.show_tips()


SHAPES = (
    _unfold,
    _open_detail,
    _open_term_sheet,
    _compare,
    _show_message,
    _show_tables,
    _fold_the_column,
    _close_the_zone,
    _show_start_page,
    _show_tips,
)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__.strip("_"))
def test_tab_goes_through_the_whole_window_once(
    program: Program, qtbot: QtBot, shape: Callable[[Program], None]
) -> None:
    activate(program.window, qtbot)
    shape(program)
    demand_one_ring(program.window)


def test_tab_goes_through_every_picture_once(program: Program, qtbot: QtBot) -> None:
    activate(program.window, qtbot)
    for view in VIEWS:
        if view.id != "board":
            program.window.desk.pictures.choose_lower_view(view.id)
            demand_all_reached(program.window, in_chain(program.window))


def test_tab_goes_through_the_regions_in_the_order_in_which_they_are_read(
    program: Program, qtbot: QtBot
) -> None:
    activate(program.window, qtbot)
    _close_the_zone(program)
    _show_message(program)
    window, bench = program.window, program.window.desk.workbench
    regions = (
        *(window.menus.toolbar, bench.message_bar, bench.gallery, bench.controls),
        *(bench.board, bench.below, bench.summary, window.statusBar()),
    )
    reached = [
        next(
            place
            for place, region in enumerate(regions)
            if region is stop or region.isAncestorOf(stop)
        )
        for stop in in_chain(window)
    ]
    first = reached.index(0)
    in_order = reached[first:] + reached[:first]
    assert in_order == sorted(in_order)
    assert set(in_order) == set(range(len(regions)))


def test_what_tab_reaches_is_scrolled_into_view(program: Program, qtbot: QtBot) -> None:
    activate(program.window, qtbot)
    _unfold(program)
    program.window.resize(1280, 720)
    controls = program.window.desk.workbench.controls
    (around,) = controls.findChildren(QScrollArea)
    seen = 0
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        for stop in steps(key):
            if controls.isAncestorOf(stop):
                top = stop.mapTo(around.viewport(), QPoint(0, 0))
                assert around.viewport().rect().contains(QRect(top, stop.size())), named([stop])
                seen += 1
    assert seen > 100


def _assumptions(program: Program) -> QWidget:
    program.window.commands.scenario.assumptions.open()
    return program.window.commands.scenario.assumptions.window


def _preferences(program: Program) -> QWidget:
    program.window.commands.view.show_preferences()
    return program.window.findChild(PreferencesDialog)


def _export(program: Program) -> QWidget:
    program.window.commands.picture.export_image()
    return program.window.commands.picture.dialog


def _guide(program: Program) -> QWidget:
    program.window.commands.help.show_guide()
    return program.window.commands.help.window


@pytest.mark.parametrize(
    "open_it", [_assumptions, _preferences, _export, _guide], ids=lambda each: each.__name__[1:]
)
def test_tab_goes_through_every_other_window_once(
    program: Program, qtbot: QtBot, open_it: Callable[[Program], QWidget]
) -> None:
    window = open_it(program)
    activate(window, qtbot)
    demand_one_ring(window)
