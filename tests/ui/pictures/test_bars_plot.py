"""Bars: every one can be seen, told and chosen, at any size, text size and theme."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from explorer.figures.bars import Bar, BarGroup, BarRange, BarsFigure, Meaning
from explorer.figures.table import Table
from explorer.model.package import Package
from explorer.ui.look.theme import LIGHT, THEMES, Theme, application_font
from explorer.ui.pictures.bars.bars_layout import bars_layout, outer_end
from explorer.ui.pictures.bars.bars_plot import BarsPlot
from explorer.ui.pictures.strokes import small_font
from explorer.ui.pictures.word_wrap import wrapped_lines

PACKAGE = Package(target=(1,), sender=(0,))
MEANINGS: tuple[Meaning, ...] = ("sender", "target", "zone", "neutral")


def bar(number: int, value: float | None) -> Bar:
    has_range = value is not None and number % 2 == 0
    return Bar(
        id=f"bar-{number}",
        name=f"A control with a name of some length, number {number}",
        value=value,
        words="not defined" if value is None else f"{value:+,.1f}",
        detail=f"Bar {number} says what it means.",
        meaning=MEANINGS[number % 4],
        low=(value or 0) - 8 if has_range else None,
        high=(value or 0) + 6 if has_range else None,
        is_selected=number == 1,
        row_id=f"row-{number}" if number % 3 == 0 else "",
        control_id=f"control-{number}" if number % 3 == 1 else "",
        package=PACKAGE if number % 3 == 2 else None,
    )


def figure(count: int = 8) -> BarsFigure:
    values = (-70.0, 42.5, None, 0.0, 85.0, -12.0, 3.0, 60.0)
    bars = tuple(bar(number, values[number % 8]) for number in range(count))
    half = (count + 1) // 2
    return BarsFigure(
        title="Why it changed",
        sentence="Some took, others gave.",
        axis_words="Packages in the deal zone",
        minimum=-80,
        maximum=100,
        ticks=((-80, "\N{MINUS SIGN}80"), (0, "0"), (100, "+100")),
        groups=(BarGroup("Outside powers", bars[:half]), BarGroup("", bars[half:])) if bars else (),
        table=Table("Bars", ("Name",), tuple((each.name,) for each in bars)),
        ends=("fewer packages away", "more packages"),
        notes=("A note that warns of something that the reader must know before all else.",),
        empty_words="Nothing differs.",
    )


def with_range(number: int, now: float, turn: float) -> Bar:
    turned = (turn, 90.0) if turn > now else (50.0, turn)
    words = [f"{value:g}" for value in (50.0, 90.0, now, turn)]
    span = BarRange(50, 90, now, turn, turned if number % 2 else None, *words, MEANINGS[number % 4])
    return replace(bar(number, 0.5), low=None, high=None, words="50 % of the way", range=span)


def ranged(names: str = "Trust") -> BarsFigure:
    """Return bars, then ranges under a heading, then bars again."""
    drawn = figure(4)
    spans = ((75.0, 88.0), (75.0, 76.0), (50.0, 50.5), (90.0, 52.0), (75.0, 50.0))
    ranges = tuple(
        replace(with_range(9 + number, *span), name=names) for number, span in enumerate(spans)
    )
    first, last = drawn.groups
    return replace(drawn, groups=(first, BarGroup("Alone", ranges), replace(last, name="Others")))


def shown(
    qtbot: QtBot, drawn: BarsFigure, size: tuple[int, int] = (700, 300), scale: float = 1.0
) -> BarsPlot:
    plot = BarsPlot()
    qtbot.addWidget(plot)
    plot.setFont(application_font(scale))
    plot.resize(*size)
    plot.show_figure(drawn)
    plot.show()
    return plot


@pytest.mark.parametrize("count", [1, 8, 30])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_bar_has_room_for_its_words(qtbot: QtBot, count: int, scale: float) -> None:
    font = application_font(scale)
    room = QRectF(0, 0, 700, 300)
    layout = bars_layout(figure(count), room, font)
    metrics = QFontMetricsF(small_font(font))
    assert layout.x_start >= layout.names.right()
    assert layout.x_end <= room.right()
    for drawn in layout.bars:
        end = outer_end(drawn)
        if end is None:
            continue
        width = metrics.horizontalAdvance(drawn.words)
        if end < 0:
            assert layout.x(end) - width >= layout.names.right() - 1
        else:
            assert layout.x(end) + width <= room.right() + 1


@pytest.mark.parametrize("count", [1, 8, 30])
def test_rows_follow_each_other_and_none_is_lost(qtbot: QtBot, count: int) -> None:
    drawn = figure(count)
    layout = bars_layout(drawn, QRectF(0, 0, 700, 300), application_font())
    lines = [layout.row(row) for row in layout.rows.shown]
    lines += [layout.heading(heading) for heading in layout.headings]
    lines.sort(key=QRectF.top)
    for line, following in pairwise(lines):
        assert line.bottom() == pytest.approx(following.top())
    assert layout.bars == tuple(each for group in drawn.groups for each in group.bars)
    assert [each.name for each in layout.headings] == ["Outside powers"]
    scrolled = replace(layout, rows=layout.rows.scrolled(layout.rows.excess))
    assert scrolled.row(count - 1).bottom() <= layout.window().bottom() + 0.5


@pytest.mark.parametrize("count", [1, 3, 8, 30])
@pytest.mark.parametrize("height", [140, 187, 301, 420])
def test_bars_that_do_not_all_fit_leave_no_blank_and_none_is_cut_at_first(
    qtbot: QtBot, count: int, height: int
) -> None:
    layout = bars_layout(figure(count), QRectF(0, 0, 700, height), application_font())
    if not layout.rows.excess:
        return
    ends = [layout.row(row).bottom() for row in layout.rows.shown]
    bottom = layout.window().bottom()
    assert any(abs(end - bottom) < 0.1 for end in ends)
    assert height - bottom <= 2.7 * layout.text.small_line + 0.1


def test_all_names_of_a_figure_are_written_in_one_type_and_whole(qtbot: QtBot) -> None:
    drawn = figure(4)
    long = "Washington: Relief before disarmament: no line to small easing of sanctions"
    bars = drawn.groups[0].bars
    group = replace(drawn.groups[0], bars=(replace(bars[0], name=long), *bars[1:]))
    layout = bars_layout(
        replace(drawn, groups=(group,)), QRectF(0, 0, 700, 400), application_font()
    )
    assert layout.label == layout.text.small
    metrics = QFontMetricsF(layout.label)
    row = next(row for row, each in enumerate(layout.bars) if each.name == long)
    lines = wrapped_lines(metrics, long, layout.names.width(), most=9)
    assert len(lines) * metrics.height() <= layout.row(row).height()


def test_paper_shrinks_the_text_until_all_is_seen(qtbot: QtBot) -> None:
    room = QRectF(0, 0, 700, 300)
    plot = shown(qtbot, figure(12))
    assert bars_layout(figure(12), room, application_font()).rows.excess > 0
    assert plot.paper_layout(figure(12), room, application_font()).rows.excess == 0


def test_paper_says_what_has_no_room_at_all(qtbot: QtBot) -> None:
    plot = shown(qtbot, figure(60))
    images = []
    for drawn in (figure(60), figure(0)):
        plot.show_figure(drawn)
        image = QImage(700, 300, QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT.ground))
        painter = QPainter(image)
        plot.paint_on(painter, QRectF(0, 0, 700, 300))
        painter.end()
        images.append(image)
    raised = QColor(LIGHT.raised).rgb()
    with_words = [
        any(image.pixel(x, y) == raised for x in (1, 350) for y in range(300)) for image in images
    ]
    assert with_words == [True, False]


def test_the_cursor_reaches_every_bar_and_tells_it(qtbot: QtBot) -> None:
    plot = shown(qtbot, figure(30))
    told: list[str] = []
    plot.pointed.connect(told.append)
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    for _ in range(40):
        qtbot.keyClick(plot, Qt.Key.Key_Down)
    assert list(dict.fromkeys(told)) == [f"Bar {n} says what it means." for n in range(30)]
    qtbot.keyClick(plot, Qt.Key.Key_End)
    qtbot.keyClick(plot, Qt.Key.Key_PageUp)
    qtbot.keyClick(plot, Qt.Key.Key_Up)
    assert told[-1] == "Bar 23 says what it means."


def test_the_cursor_starts_on_the_chosen_bar_or_at_the_near_end(qtbot: QtBot) -> None:
    told: list[str] = []
    plot = shown(qtbot, figure())
    plot.pointed.connect(told.append)
    qtbot.keyClick(plot, Qt.Key.Key_Down)
    assert told == ["Bar 2 says what it means."]
    free = figure()
    bars = tuple(replace(each, is_selected=False) for each in free.groups[1].bars)
    plot = shown(qtbot, replace(free, groups=(BarGroup("", bars),)))
    plot.pointed.connect(told.append)
    qtbot.keyClick(plot, Qt.Key.Key_Up)
    assert told[-1] == "Bar 7 says what it means."


def test_enter_chooses_what_a_bar_stands_for(qtbot: QtBot) -> None:
    plot = shown(qtbot, figure())
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    with qtbot.waitSignal(plot.row_chosen) as row:
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    qtbot.keyClick(plot, Qt.Key.Key_Down)
    with qtbot.waitSignal(plot.control_chosen) as control:
        qtbot.keyClick(plot, Qt.Key.Key_Enter)
    qtbot.keyClick(plot, Qt.Key.Key_Down)
    with qtbot.waitSignal(plot.package_chosen) as package:
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert (row.args, control.args, package.args) == (["row-0"], ["control-1"], [PACKAGE])


def test_a_click_chooses_and_pointing_tells(qtbot: QtBot) -> None:
    plot = shown(qtbot, figure(4), (700, 400))
    layout = bars_layout(figure(4), QRectF(plot.rect()), plot.font())
    first = layout.row(0).center().toPoint()
    with qtbot.waitSignal(plot.row_chosen) as row:
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=first)
    with qtbot.waitSignal(plot.pointed) as told:
        qtbot.mouseMove(plot, first + QPoint(3, 0))
    assert (row.args, told.args) == (["row-0"], ["Bar 0 says what it means."])
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(3, plot.height() - 2))


def test_nothing_to_show_says_so(qtbot: QtBot) -> None:
    plot = shown(qtbot, figure(0))
    plain = BarsPlot()
    qtbot.addWidget(plain)
    plain.resize(700, 300)
    assert plot.grab().toImage() != plain.grab().toImage()
    qtbot.keyClick(plot, Qt.Key.Key_Down)
    qtbot.keyClick(plain, Qt.Key.Key_Return)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
@pytest.mark.parametrize("size", [(700, 300), (1200, 700)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_bars_are_painted_in_every_theme_and_grow_pale(
    qtbot: QtBot, theme: Theme, size: tuple[int, int], scale: float
) -> None:
    plot = shown(qtbot, figure(), size, scale)
    plot.wear(theme)
    fresh = plot.grab().toImage()
    assert QColor(fresh.pixel(2, fresh.height() - 3)) == QColor(theme.ground)
    plot.show_stale(True)
    assert plot.grab().toImage() != fresh


# --- ranges -------------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("names", ["Trust", "A name that is so long that it takes more lines " * 2])
def test_lines_of_ranges_are_alike_and_leave_room_for_their_words(
    qtbot: QtBot, scale: float, names: str
) -> None:
    room = QRectF(0, 0, 900, 900)
    layout = bars_layout(ranged(names), room, application_font(scale))
    spans = [(row, each) for row, each in enumerate(layout.bars) if each.range is not None]
    assert len(spans) == 5
    metrics = QFontMetricsF(layout.text.small)
    for row, each in spans:
        span = each.range
        assert span is not None
        start, end = layout.x_on(span, span.low), layout.x_on(span, span.high)
        assert start - layout.x_start == pytest.approx(layout.x_end - end)
        assert metrics.horizontalAdvance(span.low_words) < start - layout.x_start
        assert start <= layout.x_on(span, span.now) <= end
        assert layout.x_end + metrics.horizontalAdvance(each.words) <= room.right()
        lines = 2 if len(names) > 10 else 1
        assert layout.row(row).height() >= (1 + lines) * metrics.height() - 1


def test_the_axis_is_broken_off_beside_ranges_and_their_heading(qtbot: QtBot) -> None:
    layout = bars_layout(ranged(), QRectF(0, 0, 900, 900), application_font())
    parts = layout.axis_parts()
    assert len(parts) == 2
    heading = layout.heading(layout.headings[1])
    rows = [layout.row(row) for row, each in enumerate(layout.bars) if each.range is not None]
    assert parts[0][1] == pytest.approx(heading.top())
    assert parts[1][0] == pytest.approx(rows[-1].bottom())
    plain = bars_layout(figure(4), QRectF(0, 0, 900, 900), application_font())
    window = plain.window()
    assert plain.axis_parts() == [(window.top(), window.bottom())]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_ranges_are_painted_in_every_theme(qtbot: QtBot, theme: Theme, scale: float) -> None:
    drawn = ranged()
    plot = shown(qtbot, drawn, (900, 700), scale)
    plot.wear(theme)
    layout = plot.laid_out(drawn)
    row, first = next((row, each) for row, each in enumerate(layout.bars) if each.range)
    span = first.range
    assert span is not None
    image, below = plot.grab().toImage(), layout.row(row).adjusted(0, layout.text.small_line, 0, 0)
    ratio = image.devicePixelRatio()
    y = round(below.center().y() * ratio)
    assert QColor(image.pixel(round(layout.x_on(span, span.turn) * ratio), y)) == QColor(theme.ink)
    assert QColor(image.pixel(round(layout.x_on(span, span.now) * ratio), y)) == QColor(
        theme.ground
    )
    beside = QColor(image.pixel(round((layout.x_start + 1) * ratio), y))
    assert beside == QColor(theme.ground)
