"""The spread of a class: every answer is seen, told, and large enough for a room."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from explorer.figures.spread import Lane, SpreadFigure, answers_spread, numbers_spread
from explorer.ui.look.theme import PROJECTOR, THEMES, Theme, application_font
from explorer.ui.pictures.frame.gallery import plot_for
from explorer.ui.pictures.spread.dot_columns import (
    HALF,
    DotColumn,
    dot_columns,
    highest_column,
    label_shift,
)
from explorer.ui.pictures.spread.spread_layout import spread_layout
from explorer.ui.pictures.spread.spread_plot import SpreadPlot
from explorer.ui.present.present_sizes import present_sizes, presented_theme

ANSWERS = (
    ("opens", "It opens"),
    ("closes", "It closes: no deal is left that both prefer to waiting"),
    ("wider", "It becomes wider"),
    ("narrower", "It becomes narrower"),
    ("unchanged", "It stays as it is"),
)


def answered(*right: str) -> SpreadFigure:
    first = (("opens", 2), ("closes", 9), ("wider", 4), ("narrower", 12), ("unchanged", 3))
    return answers_spread("What happens?", ANSWERS, first, (("closes", 30),), right)


def numbered() -> SpreadFigure:
    lanes = (
        Lane("Least that Pyongyang takes", (("30", 5), ("42", 9)), (("42", 14),), 38.0),
        Lane("Most that Washington gives", (("55", 14),), (("50", 14),), 47.0),
    )
    return numbers_spread("Where do both brackets end?", lanes, (0, 100), "points")


def shown(qtbot: QtBot, figure: SpreadFigure, size: tuple[int, int] = (1000, 420)) -> SpreadPlot:
    plot = plot_for(figure)
    assert isinstance(plot, SpreadPlot)
    qtbot.addWidget(plot)
    plot.resize(*size)
    plot.show_figure(figure)
    plot.show()
    return plot


@pytest.mark.parametrize("figure", [answered(), answered("closes"), numbered()])
@pytest.mark.parametrize("theme", THEMES, ids=lambda each: each.id)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_draws_with_every_theme_and_text_size(
    qtbot: QtBot, figure: SpreadFigure, theme: Theme, scale: float
) -> None:
    plot = shown(qtbot, figure)
    plot.setFont(application_font(scale))
    plot.wear(theme)
    image = plot.grab().toImage()
    colours = {image.pixel(x, y) for x in range(0, 1000, 7) for y in range(0, 420, 5)}
    assert len(colours) > 3


@pytest.mark.parametrize("figure", [answered("closes"), numbered()])
@pytest.mark.parametrize("height", [720, 1080])
def test_before_a_room_every_row_is_seen_whole(
    qtbot: QtBot, figure: SpreadFigure, height: int
) -> None:
    plot = shown(qtbot, figure, (height * 16 // 9, round(0.7 * height)))
    font = QFont(plot.font())
    sizes = present_sizes(height)
    font.setPixelSize(sizes.picture)
    plot.setFont(font)
    plot.wear(presented_theme(PROJECTOR, sizes, grows=True))
    plot.be_presented()
    layout = plot.laid_out(figure)
    assert layout.rows.excess == 0
    assert layout.rows.shown == tuple(range(len(figure.rows)))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("figure", [answered("closes"), numbered()])
@pytest.mark.parametrize("width", [380, 1000])
def test_bars_begin_behind_the_names_and_end_in_the_picture(
    figure: SpreadFigure, width: int
) -> None:
    layout = spread_layout(figure, QRectF(0, 0, width, 420), application_font(1.0))
    assert layout.names.right() <= layout.x_start < layout.x_end <= width
    assert layout.x(figure.minimum) == layout.x_start
    assert layout.x(figure.maximum * 7 + 7) == layout.x_end


def test_keys_go_through_the_answers_and_tell_each(qtbot: QtBot) -> None:
    figure = answered("closes")
    plot = shown(qtbot, figure)
    told: list[str] = []
    plot.pointed.connect(told.append)
    for _ in figure.rows:
        qtbot.keyClick(plot, Qt.Key.Key_Down)
    assert told == [row.detail for row in figure.rows]
    assert plot.readable_rows() == len(figure.rows)


def close(counts: dict[float, int]) -> SpreadFigure:
    """Return a figure of numbers that were predicted in one round."""
    hands = tuple((f"{value:g}", count) for value, count in counts.items())
    return numbers_spread("How wide?", (Lane("", hands, (), 38.0),), (0, 100))


@pytest.mark.usefixtures("qapp")
@given(
    st.dictionaries(st.integers(0, 1000).map(lambda each: each / 10), st.integers(1, 99)),
    st.sampled_from((380, 1000)),
)
def test_columns_of_close_numbers_neither_overlap_nor_lose_a_hand(
    counts: dict[float, int], width: int
) -> None:
    figure = close(counts)
    layout = spread_layout(figure, QRectF(0, 0, width, 420), application_font(1.0))
    for row in figure.rows:
        columns = dot_columns(layout, row)
        assert sum(each.count for each in columns) == sum(counts.values())
        for before, after in pairwise(columns):
            said = (before.count, after.count)
            words = sum(layout.text.small_metrics.width_of(str(each)) for each in said) / 2
            assert after.x - before.x >= 2 * HALF * layout.text.line - 1e-6
            assert after.x - before.x > words
        assert highest_column(layout, figure) == max(each.count for each in columns)


@pytest.mark.usefixtures("qapp")
def test_columns_of_distant_numbers_stand_over_them() -> None:
    figure = close({10: 3, 50: 1, 90: 8})
    layout = spread_layout(figure, QRectF(0, 0, 1000, 420), application_font(1.0))
    columns = dot_columns(layout, figure.rows[0])
    assert [(each.x, each.count) for each in columns] == [
        (layout.x(10), 3),
        (layout.x(50), 1),
        (layout.x(90), 8),
    ]


@pytest.mark.usefixtures("qapp")
def test_two_close_numbers_become_one_column_between_them() -> None:
    figure = close({40: 3, 41: 1})
    layout = spread_layout(figure, QRectF(0, 0, 500, 420), application_font(1.0))
    (column,) = dot_columns(layout, figure.rows[0])
    assert column.count == 4
    assert column.x == pytest.approx(layout.x(40.25))


@pytest.mark.usefixtures("qapp")
@given(st.floats(0, 100), st.floats(0, 100), st.integers(1, 9999))
def test_the_computed_answer_never_crosses_a_count(
    predicted: float, answer: float, count: int
) -> None:
    layout = spread_layout(close({1: 1}), QRectF(0, 0, 500, 420), application_font(1.0))
    column = DotColumn(layout.x(predicted), count)
    shift = label_shift(layout, column, answer)
    half = layout.text.small_metrics.width_of(str(count)) / 2
    assert abs(column.x + shift - layout.x(answer)) > half
    assert abs(shift) <= half + 0.5 * layout.text.line
    assert label_shift(layout, column, None) == 0
