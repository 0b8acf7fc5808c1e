"""A row shows all its parts at any width, in order, and is as high as they need."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.widgets.wrapping_row import WrappingRow

WIDTHS = st.integers(150, 1200)


@pytest.fixture
def row(qtbot: QtBot) -> WrappingRow:
    made = WrappingRow()
    qtbot.addWidget(made)
    for place, words in enumerate(("Undo", "Redo", "Scenario: October 2025", "Pin", "Projector")):
        if place == 3:
            made.row.add_stretch()
        made.row.addWidget(QPushButton(words))
    made.show()
    return made


def parts(row: WrappingRow) -> list[QWidget]:
    return row.findChildren(QPushButton)


def laid_out(row: WrappingRow, width: int) -> list[QRect]:
    row.resize(width, 10)
    row.resize(width, row.sizeHint().height())
    return [part.geometry() for part in parts(row)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    width=WIDTHS,
    direction=st.sampled_from([Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]),
)
def test_every_part_is_whole_and_touches_no_other(
    row: WrappingRow, width: int, direction: Qt.LayoutDirection
) -> None:
    row.setLayoutDirection(direction)
    places = laid_out(row, width)
    assert all(row.rect().contains(place) for place in places)
    assert all(
        place.size() == part.sizeHint() for place, part in zip(places, parts(row), strict=True)
    )
    assert not any(one.intersects(other) for one, other in pairwise(places))
    # Reading order: never back to a line above.
    assert [place.top() for place in places] == sorted(place.top() for place in places)


def test_a_wide_row_is_one_line_with_its_last_parts_at_the_far_end(row: WrappingRow) -> None:
    places = laid_out(row, 1200)
    assert len({place.center().y() for place in places}) == 1
    assert places[0].left() == 0
    assert places[-1].right() == row.width() - 1


def test_a_hidden_part_takes_no_space(row: WrappingRow) -> None:
    before = row.sizeHint().height()
    assert row.minimumSizeHint().width() >= parts(row)[2].minimumSizeHint().width()
    parts(row)[2].hide()
    assert row.row.sizeHint().width() < 1200
    assert row.sizeHint().height() <= before
