"""What lies outside a picture costs nothing, and another axis is another layout."""

import pytest
from PySide6.QtCore import QBuffer, QCoreApplication, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtSvg import QSvgGenerator
from pytestqt.qtbot import QtBot

from explorer.files.case_file import read_case
from explorer.model.result import Result
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.ui.pictures.frame.gallery import show_on
from explorer.ui.pictures.hatching import hatch
from explorer.ui.pictures.strokes import flat_pen
from explorer.views.registry import figure_of
from tests.scaled_case import scaled
from tests.ui.pictures.test_plots import EVERY_VIEW, shown, viewing


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Result:
    """Return a result of a case with the same rows, other points and other names of parties."""
    path = tmp_path_factory.mktemp("cases") / "other.json"
    text = scaled(30).replace('"Washington"', '"Rome"').replace('"Pyongyang"', '"Carthage"')
    path.write_text(text, encoding="utf-8")
    return solve(preset_scenario(read_case(path), "october-2025"))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("shift", [0.0, -500_000.0])
def test_hatching_draws_only_inside_the_picture(
    monkeypatch: pytest.MonkeyPatch, shift: float
) -> None:
    drawn: list[QPainterPath] = []
    monkeypatch.setattr(QPainter, "strokePath", lambda _, path, _pen: drawn.append(path))
    page = QSvgGenerator()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    page.setOutputDevice(buffer)
    page.setSize(QSize(200, 100))
    painter = QPainter(page)
    painter.translate(20, 10)
    hatch(painter, QRectF(shift, -3_000, 1_000_000, 6_000), 5)
    painter.end()
    (path,) = drawn
    assert 0 < path.elementCount() <= 2 * (300 / 5 + 1)
    assert QRectF(-21, -11, 202, 102).contains(path.boundingRect())


@pytest.mark.usefixtures("qapp")
def test_hatching_on_the_screen_stays_in_its_rectangle_and_stands_still() -> None:
    images: list[QImage] = []
    for room in (QRectF(-1e5, -1e5, 2e5, 2e5), QRectF(40, 20, 61, 33)):
        image = QImage(200, 100, QImage.Format.Format_RGB32)
        image.fill("white")
        painter = QPainter(image)
        painter.setPen(flat_pen("#000000", 1.0))
        hatch(painter, room, 5.6)
        painter.end()
        images.append(image)
    part = QRect(40, 20, 61, 33)
    assert images[0].copy(part) == images[1].copy(part)
    painter = QPainter(images[1])
    painter.fillRect(part, "white")
    painter.end()
    empty = QImage(images[1].size(), images[1].format())
    empty.fill("white")
    assert images[1] == empty
    assert images[0] != empty


@pytest.mark.parametrize("view_id", EVERY_VIEW)
def test_another_case_is_drawn_as_if_no_case_had_been_shown_before(
    qtbot: QtBot, view_id: str, october: Result, other: Result
) -> None:
    plot = shown(qtbot, view_id, viewing(october))
    plot.grab()
    figure = figure_of(view_id, viewing(other))
    show_on(plot, figure)
    # Words of another width are given their room by an event.
    QCoreApplication.sendPostedEvents()
    fresh = shown(qtbot, view_id, viewing(other))
    assert plot.grab().toImage() == fresh.grab().toImage()
