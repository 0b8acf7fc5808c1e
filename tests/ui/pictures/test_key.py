"""The key above a plot: all of its entries, in rows, and never over each other."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem
from pytestqt.qtbot import QtBot

from explorer.figures.deal_map import deal_map_figure
from explorer.model.result import Result
from explorer.ui.look.theme import LIGHT, application_font
from explorer.ui.pictures.axes.axes_words import Key, KeyEntry
from explorer.ui.pictures.axes.map_key import line_pens, map_key
from explorer.ui.pictures.strokes import small_font

TALL = 10_000.0
"""A height of which any key takes little."""


def entries(result: Result) -> tuple[KeyEntry, ...]:
    figure = deal_map_figure(result)
    return map_key(figure, LIGHT, line_pens(LIGHT))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [420, 560, 760, 1400])
def test_every_meaning_is_told_and_none_lies_over_another(
    qtbot: QtBot, declared: Result, width: int, scale: float
) -> None:
    key, font = Key(), small_font(application_font(scale))
    told = entries(declared)
    key.show_entries(told, font)
    places = key.places(width)
    assert len(places) == len(told) == 6
    metrics = QFontMetricsF(font)
    ends: dict[int, float] = {}
    for entry, (row, left) in zip(told, places, strict=True):
        assert left >= ends.get(row, 0.0)
        end = left + Key.SAMPLE * metrics.height() + metrics.horizontalAdvance(entry.words)
        assert end <= width or left == 0
        ends[row] = end + 0.9 * Key.GAP * metrics.height()
    assert key.fit(width, TALL).height() >= len(ends) * Key.STEP * metrics.height()


def drawn(key: Key) -> QImage:
    image = QImage(900, 80, QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    key.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    return image


def test_an_entry_that_is_not_shown_keeps_its_room(qtbot: QtBot, declared: Result) -> None:
    key, font = Key(), small_font(application_font())
    told = entries(declared)
    pictures: list[QImage] = []
    heights: list[float] = []
    for shown in (told, (*told[:-1], replace(told[-1], is_shown=False))):
        key.show_entries(shown, font)
        heights.append(key.fit(900, TALL).height())
        key.resize(900, 80)
        pictures.append(drawn(key))
    assert heights[0] == heights[1]
    assert pictures[0] != pictures[1]


def test_without_entries_half_a_word_at_the_end_of_the_axis_has_its_room(qtbot: QtBot) -> None:
    key, font = Key(), application_font()
    key.show_entries((), font)
    assert key.fit(900, TALL).height() >= 0.5 * QFontMetricsF(font).height()


def test_a_key_that_would_take_too_much_height_is_brief_and_stands_beside(
    qtbot: QtBot, declared: Result
) -> None:
    key, font = Key(), small_font(application_font(3.5))
    told, line = entries(declared), QFontMetricsF(font).height()
    key.show_entries(told, font)
    assert key.fit(30 * line, 60 * line).width() == 0
    assert not key.is_brief
    assert not key.is_beside
    taken = key.fit(30 * line, 10 * line)
    assert key.is_brief
    assert key.is_beside
    assert taken.height() == pytest.approx(0.5 * line)
    rows = key.places(taken.width())
    assert [row for row, _ in rows] == list(range(len(told)))
    metrics = QFontMetricsF(font)
    for entry, (_, left) in zip(told, rows, strict=True):
        end = left + key.sample * line + metrics.horizontalAdvance(key.words_of(entry))
        assert end <= taken.width()
    assert any(key.words_of(entry) != entry.words for entry in told)
