"""Lenses as a picture: buttons, list, keyboard, and what is told."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from explorer.figures.lenses import ALL, FIRST, SECOND, SHOWN, TWO, LensesFigure
from explorer.model.result import Result
from explorer.ui.look.theme import LIGHT, application_font
from explorer.ui.pictures.lens.lens_layout import lens_height, lens_layout
from explorer.ui.pictures.lens.lens_plot import LensPlot
from explorer.ui.pictures.rows.row_places import LEAST_ROW
from explorer.ui.pictures.word_wrap import wrapped_lines
from explorer.views.registry import figure_of
from explorer.views.view import Viewing

Key = Qt.Key


def figure(result: Result, **wishes: str) -> LensesFigure:
    look = Viewing(result, None, None, "yongbyon", None, "us_will", choices=wishes)
    shown = figure_of("lenses", look)
    assert isinstance(shown, LensesFigure)
    return shown


def plot(qtbot: QtBot, shown: LensesFigure) -> LensPlot:
    widget = LensPlot()
    qtbot.addWidget(widget)
    widget.resize(760, 420)
    widget.show_figure(shown)
    widget.show()
    return widget


def last_row(widget: LensPlot) -> QPoint:
    """Return a point of the last row on screen."""
    _, place, _ = widget.readable_row(widget.readable_rows() - 1)
    return place.center()


@pytest.fixture
def two(qtbot: QtBot, october: Result) -> LensPlot:
    return plot(qtbot, figure(october, **{FIRST: "kim-taewoo", SECOND: "trump"}))


@pytest.fixture
def listed(qtbot: QtBot, october: Result) -> LensPlot:
    return plot(qtbot, figure(october, **{SHOWN: ALL}))


@pytest.mark.parametrize(("place", "lens"), [(0, "kim-taewoo"), (1, "trump")])
def test_a_button_looks_through_its_lens(
    qtbot: QtBot, two: LensPlot, place: int, lens: str
) -> None:
    with qtbot.waitSignal(two.lens_chosen) as chosen:
        two.looks[place].click()
    assert chosen.args == [lens]


def test_the_other_side_is_one_click_away_and_then_on_screen(
    qtbot: QtBot, two: LensPlot, october: Result
) -> None:
    with qtbot.waitSignal(two.choice_made) as chosen:
        two.answers[0].click()
    assert chosen.args == [SECOND, "small-deal-critics"]
    two.show_figure(figure(october, **{FIRST: "kim-taewoo", SECOND: "small-deal-critics"}))
    assert not two.answers[0].isVisible()
    with qtbot.waitSignal(two.lens_chosen):
        two.looks[0].click()


def test_rows_of_the_boards_are_chosen_by_keyboard_and_by_hand(qtbot: QtBot, two: LensPlot) -> None:
    with qtbot.waitSignal(two.row_chosen) as chosen:
        qtbot.keyClick(two, Key.Key_Down)
    assert chosen.args == ["interim-freeze"]
    with qtbot.waitSignal(two.row_chosen):
        qtbot.mouseClick(two, Qt.MouseButton.LeftButton, pos=QPoint(600, 300))


def test_pointing_tells_the_lens_or_the_row(qtbot: QtBot, two: LensPlot) -> None:
    told: list[str] = []
    two.pointed.connect(told.append)
    for key in (Key.Key_Left, Key.Key_Right):
        qtbot.keyClick(two, key)
    for place in (QPoint(60, 70), QPoint(60, 300), QPoint(380, 5)):
        qtbot.mouseMove(two, place)
    assert any("decades" in words and "Source" in words for words in told)
    assert any("points" in words for words in told)


def test_a_lens_of_the_list_opens_beside_its_answer(qtbot: QtBot, listed: LensPlot) -> None:
    asked: list[tuple[str, str]] = []
    listed.choice_made.connect(lambda *choice: asked.append(choice))
    qtbot.keyClick(listed, Key.Key_Return)
    assert not asked
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Return):
        qtbot.keyClick(listed, key)
    assert asked == [(FIRST, "kim-taewoo"), (SHOWN, TWO)]
    asked.clear()
    qtbot.keyClick(listed, Key.Key_End)
    qtbot.mouseClick(listed, Qt.MouseButton.LeftButton, pos=last_row(listed))
    assert asked == [(FIRST, "arms-control"), (SHOWN, TWO)]


def test_the_list_tells_the_lens_under_the_hand(qtbot: QtBot, listed: LensPlot) -> None:
    qtbot.keyClick(listed, Key.Key_End)
    qtbot.mouseMove(listed, QPoint(100, 10))
    with qtbot.waitSignal(listed.pointed) as told:
        qtbot.mouseMove(listed, last_row(listed))
    assert told.args is not None
    assert "Arms control" in str(told.args[0])
    listed.grab()


def test_a_case_without_lenses_is_drawn_as_its_sentence(qtbot: QtBot, october: Result) -> None:
    empty = replace(figure(october), cards=(), entries=(), choices=())
    widget = plot(qtbot, empty)
    for key in (Key.Key_Down, Key.Key_Return, Key.Key_A):
        qtbot.keyClick(widget, key)
    qtbot.mouseMove(widget, QPoint(100, 100))
    assert not widget.grab().isNull()


def test_lines_never_exceed_what_may_stand(qtbot: QtBot, two: LensPlot) -> None:
    metrics = QFontMetricsF(two.font())
    words = "one two three four five six"
    width = metrics.horizontalAdvance("one two three")
    assert wrapped_lines(metrics, words, width, most=9)[0] == "one two three"
    assert " ".join(wrapped_lines(metrics, words, width, most=9)) == words
    assert wrapped_lines(metrics, words, width, most=0) == ()
    (only,) = wrapped_lines(metrics, words, width, most=1)
    assert only.endswith("…")
    assert metrics.horizontalAdvance(only) <= width


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [560, 760, 980, 1500])
def test_two_lenses_as_high_as_they_wish_leave_their_boards_whole(
    october: Result, width: int, scale: float
) -> None:
    shown, font = figure(october, **{FIRST: "kim-taewoo", SECOND: "trump"}), application_font(scale)
    room = QRectF(0, 0, width, lens_height(shown, width, font, LIGHT))
    layout = lens_layout(shown, room, font, LIGHT)
    line = QFontMetricsF(font).height()
    for card, board in zip(layout.cards, layout.boards, strict=True):
        assert card.bottom() <= board.rect.top() + 0.01
        assert board.rows == layout.rows
        assert all(board.row(row).height() >= LEAST_ROW * line for row in board.rows.shown)
        assert len(board.rows.shown) + board.rows.hidden == len(october.board)
        assert board.rows.bottom < room.bottom()
