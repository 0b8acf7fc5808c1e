"""A case with numbers on another scale, opened beside the old pictures, is drawn in bounds."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF, QTransform
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.files.case_file import read_case
from explorer.model.errors import FileError
from explorer.ui.app.app import Program
from explorer.views.registry import VIEW_IDS
from tests.scaled_case import KOREA, scaled

MOST_DRAWN = 10_000
"""Lines, rectangles, points and texts; the usual pictures have at most four thousand."""

FARTHEST = 5_000.0
"""Pixels from the origin, more than any screen of a test has."""


class Counter:
    """Counts what is painted, and how far from the origin in pixels."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.drawn = 0
        self.farthest = 0.0

    def add(self, shape: object, to_pixels: QTransform) -> None:
        """Count one shape, or each one of a list."""
        if isinstance(shape, list | tuple):
            self.drawn += len(shape)
            for each in shape:
                self._measure(each, to_pixels)
        elif isinstance(shape, QPolygonF):
            self.add([shape[place] for place in range(shape.size())], to_pixels)
        elif isinstance(shape, QPainterPath):
            self.drawn += shape.elementCount()
        else:
            self.drawn += 1
            self._measure(shape, to_pixels)

    def _measure(self, shape: object, to_pixels: QTransform) -> None:
        if isinstance(shape, QLineF):
            shape = QRectF(shape.p1(), shape.p2())
        if isinstance(shape, QRectF):
            shape = to_pixels.mapRect(shape)
            sides = (shape.left(), shape.right(), shape.top(), shape.bottom())
            self.farthest = max(self.farthest, *map(abs, sides))
        if isinstance(shape, QPointF):
            shape = to_pixels.map(shape)
            self.farthest = max(self.farthest, abs(shape.x()), abs(shape.y()))


@pytest.fixture
def counter(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter]:
    """Count every call of the painter from now on."""
    made = Counter()
    for name in (
        "drawLine", "drawLines", "drawRect", "drawPolygon", "drawPolyline", "drawPath",
        "strokePath", "drawEllipse", "drawText", "fillRect", "drawRoundedRect",
    ):  # fmt: skip
        _count(monkeypatch, name, made)
    return made


def _count(monkeypatch: pytest.MonkeyPatch, name: str, counter: Counter) -> None:
    draw = getattr(QPainter, name)

    def counted(painter: QPainter, *shapes: object) -> object:
        counter.add(shapes[0], painter.combinedTransform())
        return draw(painter, *shapes)

    monkeypatch.setattr(QPainter, name, counted)


def largest_case(folder: Path) -> Path:
    """Write a case with points as many times larger as cases can have."""
    path = folder / "case.json"
    for factor in (100_000, 10_000, 1_000, 100):
        path.write_text(scaled(factor), encoding="utf-8")
        try:
            read_case(path)
        except FileError:
            continue
        return path
    pytest.fail("no scale is taken")


def open_and_draw(program: Program, qtbot: QtBot, path: Path) -> None:
    program.window.desk.session.open_path(path)
    program.window.grab()
    qtbot.waitUntil(lambda: not program.store.state.is_stale)
    QApplication.sendPostedEvents()
    program.window.grab()


@pytest.mark.parametrize("factor", [100, 0], ids=["100", "largest"])
def test_a_case_on_another_scale_paints_no_more_than_any_other_and_nothing_far_away(
    program: Program, qtbot: QtBot, tmp_path: Path, counter: Counter, factor: int
) -> None:
    path = tmp_path / "case.json"
    path.write_text(scaled(factor), encoding="utf-8") if factor else largest_case(tmp_path)
    usual = tmp_path / "usual.json"
    usual.write_text(KOREA, encoding="utf-8")
    for view_id in VIEW_IDS[1:]:
        program.window.desk.pictures.choose_lower_view(view_id)
        for each in (path, usual):
            counter.drawn = 0
            open_and_draw(program, qtbot, each)
            assert 0 < counter.drawn < MOST_DRAWN, (view_id, each.name)
            assert counter.farthest < FARTHEST, (view_id, each.name)
