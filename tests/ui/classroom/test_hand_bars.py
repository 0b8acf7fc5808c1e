"""Bars of hands and handles of brackets: by hand or by key, with the numbers beside them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.classroom.lesson.progress import present_hands
from explorer.files.lesson_file import bundled_lesson
from explorer.model.classroom import MOST_STUDENTS
from explorer.ui.app.app import Program
from explorer.ui.classroom.lesson.bracket_lane import BracketHandle, BracketLane
from explorer.ui.classroom.lesson.count_bar import CountBar, bar_length
from explorer.ui.classroom.lesson.hand_counts import AnswerCounts, BracketCounts
from explorer.ui.controls.factor_slider import TrackSlider
from tests.ui.window.conftest import settle

LESSON = bundled_lesson("who-closed-the-zone")
ROWS, AGAIN, BRACKETS = 1, 2, 4
"""Places of the steps that ask for rows, for rows once more, and for brackets."""


@pytest.fixture
def taught(program: Program) -> Program:
    program.settings.change(reduce_motion=True)
    program.window.commands.lessons.open_bundled(LESSON.id)
    settle(program)
    return program


def counts_at(program: Program, place: int) -> QWidget:
    lessons = program.window.commands.lessons
    lessons.session.go_to(place)
    settle(program)
    panel = lessons.dock.panel
    assert panel is not None
    assert panel.predict is not None
    return panel.predict.counts


def rows_at(program: Program, place: int = ROWS) -> AnswerCounts:
    counts = counts_at(program, place)
    assert isinstance(counts, AnswerCounts)
    return counts


def brackets_of(program: Program) -> tuple[BracketCounts, BracketLane]:
    counts = counts_at(program, BRACKETS)
    assert isinstance(counts, BracketCounts)
    assert counts.lane is not None
    return counts, counts.lane


def drag(qtbot: QtBot, slider: TrackSlider, value: int, *, lets_go: bool = True) -> None:
    """Drag a handle by hand to where a value lies now."""
    track = slider.track()
    start = QPoint(track.x_of(slider.value()), round(track.centre))
    end = QPoint(track.x_of(value), round(track.centre))
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(slider, (start + end) / 2)
    qtbot.mouseMove(slider, end)
    if lets_go:
        qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=end)


def kept(program: Program, of_round: int = 1) -> dict[str, int]:
    return dict(present_hands(program.store.state.classroom)[of_round - 1])


@given(st.integers(0, MOST_STUDENTS - 1))
def test_a_whole_bar_stands_for_more_hands_than_there_are(hands: int) -> None:
    length = bar_length(hands)
    assert hands < length <= MOST_STUDENTS
    assert length <= max(10, 2 * hands)
    assert bar_length(hands + 1) >= length


def test_the_most_hands_of_all_fill_the_bar() -> None:
    assert bar_length(MOST_STUDENTS) == MOST_STUDENTS


def test_a_dragged_bar_and_its_number_are_one_count_and_one_step_of_undo(
    taught: Program, qtbot: QtBot
) -> None:
    counts = rows_at(taught)
    first, second = list(counts._bars)[:2]
    drag(qtbot, counts._bars[first], 6)
    assert counts._boxes[first].value() == 6
    drag(qtbot, counts._bars[second], 3)
    assert kept(taught) == {first: 6, second: 3}
    assert counts.hands() == ((first, 6), (second, 3))
    taught.store.undo()
    settle(taught)
    assert kept(taught) == {first: 6}
    assert (counts._bars[second].value(), counts._boxes[second].value()) == (0, 0)
    taught.store.undo()
    settle(taught)
    assert kept(taught) == {}
    assert counts._bars[first].value() == 0
    taught.store.redo()
    settle(taught)
    assert (counts._bars[first].value(), counts._boxes[first].value()) == (6, 6)


def test_a_typed_number_moves_its_bar_and_takes_no_second_tab(
    taught: Program, qtbot: QtBot
) -> None:
    taught.window.activateWindow()
    qtbot.waitUntil(lambda: taught.window.isActiveWindow())
    counts = rows_at(taught)
    (first, box), (_, following) = list(counts._boxes.items())[:2]
    qtbot.waitUntil(following.isVisible)
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "140")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert counts._bars[first].value() == 140
    assert counts._bars[first].maximum() > 140
    assert taught.window.focusWidget() is following


def test_keys_move_a_bar_that_was_clicked(taught: Program, qtbot: QtBot) -> None:
    counts = rows_at(taught)
    answer, bar = next(iter(counts._bars.items()))
    track = bar.track()
    place = QPoint(track.x_of(4), round(track.centre))
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
    assert bar.hasFocus()
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert counts._boxes[answer].value() == bar.value() == 5
    qtbot.keyClick(bar, Qt.Key.Key_Home)
    assert kept(taught) == {}
    assert counts._boxes[answer].value() == 0


def test_all_bars_have_one_scale_that_grows_once_the_hand_lets_go(
    taught: Program, qtbot: QtBot
) -> None:
    counts = rows_at(taught)
    bars = list(counts._bars.values())
    before = bars[0].maximum()
    drag(qtbot, bars[0], before, lets_go=False)
    assert (bars[0].value(), bars[0].maximum()) == (before, before)
    end = QPoint(bars[0].track().x_of(before), round(bars[0].track().centre))
    qtbot.mouseRelease(bars[0], Qt.MouseButton.LeftButton, pos=end)
    settle(taught)
    (length,) = {bar.maximum() for bar in bars}
    assert length == bar_length(before) > before


def test_a_second_count_keeps_the_scale_of_the_class_and_marks_the_first(
    taught: Program, qtbot: QtBot
) -> None:
    counts = rows_at(taught)
    answer = next(iter(counts._bars))
    counts._boxes[answer].setValue(34)
    again = rows_at(taught, AGAIN)
    bar = again._bars[answer]
    assert (bar.value(), bar.maximum()) == (0, bar_length(34))
    assert "First: 34 hands" in bar.words_about(0)
    drag(qtbot, bar, 20)
    assert (kept(taught)[answer], kept(taught, 2)[answer]) == (34, 20)
    assert brackets_of(taught)


def test_bars_and_handles_say_whose_they_are_and_where_they_stand(taught: Program) -> None:
    counts = rows_at(taught)
    bars = list(counts._bars.values())
    next(iter(counts._boxes.values())).setValue(1)
    assert bars[0].accessibleDescription() == "1 hand"
    assert len({bar.accessibleName() for bar in bars}) == len(bars)
    assert "Drag" in bars[0].words_about(10)
    counts, lane = brackets_of(taught)
    assert lane.floor.accessibleName() == counts._boxes[0].accessibleName()
    assert lane.limit.accessibleName() == counts._boxes[1].accessibleName()
    assert lane.limit.accessibleName() in lane.limit.words_about(10)


def test_handles_of_brackets_and_their_numbers_are_one(taught: Program, qtbot: QtBot) -> None:
    counts, lane = brackets_of(taught)
    floor, limit = counts._boxes
    drag(qtbot, lane.floor, 24)
    drag(qtbot, lane.limit, 41)
    assert (floor.value(), limit.value()) == (24, 41)
    assert "at or beyond" in lane.limit.accessibleDescription()
    qtbot.keyClick(lane.limit, Qt.Key.Key_Right)
    assert limit.value() == 42
    floor.setValue(13)
    assert lane.floor.value() == 13
    counts.add()
    assert len(counts.hands()) == 1


@pytest.mark.parametrize("ends", [(10, 50), (50, 10)])
def test_a_zone_is_drawn_where_both_brackets_meet_and_only_there(
    taught: Program, ends: tuple[int, int]
) -> None:
    _, lane = brackets_of(taught)
    lane.show_ends(*ends)
    image = lane.grab().toImage()
    ratio = image.devicePixelRatio()
    upper, lower = lane._lines()
    y = round((upper + lower) / 2 * ratio)
    found = {
        image.pixelColor(round(lane._x(points) * ratio), y).name().upper()
        for points in range(20, 40)
    }
    theme = lane._theme
    assert (theme.zone_fill.upper() in found) == (ends[0] < ends[1])


def test_words_of_landmarks_stand_side_by_side_in_the_lane(taught: Program) -> None:
    _, lane = brackets_of(taught)
    places = [place for place, _ in lane.label_places()]
    assert places
    for earlier, later in pairwise(places):
        assert earlier.right() < later.left()
    assert places[0].left() >= 0
    assert places[-1].right() <= lane.width()


def test_bars_and_handles_are_not_on_the_way_of_the_tab_key(taught: Program) -> None:
    counts = rows_at(taught)
    handles = brackets_of(taught)[1].findChildren(BracketHandle)
    policies = {each.focusPolicy() for each in handles}
    assert counts is not None
    assert policies == {Qt.FocusPolicy.ClickFocus}
    assert CountBar("Bar", 1).focusPolicy() == Qt.FocusPolicy.ClickFocus
