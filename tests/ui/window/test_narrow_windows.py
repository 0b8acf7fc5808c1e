"""A narrow window, whose summary lies as a strip between the two pictures."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from explorer.ui.panels.opening_block import MoveEntry
from explorer.ui.window.workbench import Workbench
from explorer.views.registry import VIEWS

SHAPES = [((1280, 720), 1.0), ((1280, 720), 1.5), ((1280, 1024), 1.0), ((1920, 1080), 1.5)]
"""Sizes of the window, and of its text."""


@pytest.fixture(params=SHAPES)
def narrow(request, open_program):
    """Return a program in a narrow window, without tips."""
    size, scale = request.param
    opened = open_program(size=size, text_scale=scale)
    opened.settings.change(coach_marks_seen=True)
    opened.window.show_workbench()
    return opened


def scroll_of(bench: Workbench) -> QScrollArea:
    return next(
        each for each in bench.findChildren(QScrollArea) if each.widget().isAncestorOf(bench.board)
    )


def strip_of(bench: Workbench) -> QScrollArea:
    return bench.summary.findChildren(QScrollArea)[0]


def place(part: QWidget, whole: QWidget) -> QRect:
    return QRect(part.mapTo(whole, QPoint()), part.size())


def close_everything(program, qtbot) -> list[MoveEntry]:
    program.window.commands.scenario.load_preset("october-2025-declared")
    bench = program.window.desk.workbench
    least = bench.summary.height()

    def has_room() -> None:
        assert bench.summary.height() > least
        assert bench.summary.findChildren(MoveEntry)

    qtbot.waitUntil(has_room, timeout=10_000)
    return [each for each in bench.summary.findChildren(MoveEntry) if each.isVisible()]


def test_what_opens_an_empty_zone_is_read_without_scrolling_the_strip(narrow, qtbot) -> None:
    moves = close_everything(narrow, qtbot)
    bench = narrow.window.desk.workbench
    opening = moves[0].parentWidget()
    qtbot.waitUntil(
        lambda: strip_of(bench).viewport().rect().contains(place(opening, strip_of(bench)))
    )


def test_a_page_that_scrolls_has_one_scroll_bar(narrow, qtbot) -> None:
    close_everything(narrow, qtbot)
    bench = narrow.window.desk.workbench

    def scrolls_once() -> None:
        is_paged = scroll_of(bench).verticalScrollBar().isVisible()
        assert not (is_paged and strip_of(bench).verticalScrollBar().isVisible())

    qtbot.waitUntil(scrolls_once)


def test_a_chosen_picture_is_brought_into_sight(narrow, qtbot) -> None:
    close_everything(narrow, qtbot)
    bench = narrow.window.desk.workbench

    def is_seen() -> None:
        shown = place(bench.below, scroll_of(bench).viewport())
        window = scroll_of(bench).viewport().rect()
        assert shown.height() >= bench.below.minimumSizeHint().height()
        assert shown.top() >= 0
        assert shown.bottom() <= window.bottom() or shown.top() == 0

    for view in VIEWS:
        if view.id in ("gains", "lenses", "outlook", "map"):
            narrow.window.desk.pictures.choose_lower_view(view.id)
            qtbot.waitUntil(is_seen)


def test_what_was_in_sight_stays_there_when_the_zone_empties(narrow, qtbot) -> None:
    narrow.window.desk.pictures.choose_lower_view("gains")
    bench = narrow.window.desk.workbench
    bar = scroll_of(bench).verticalScrollBar()
    was_scrolled = bar.value() > 0
    close_everything(narrow, qtbot)
    if was_scrolled:
        qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    else:
        qtbot.waitUntil(lambda: bar.value() == 0)
