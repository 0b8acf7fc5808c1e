"""What lies outside a picture costs nothing, and another axis is another layout."""

import pytest
from PySide6.QtCore import QCoreApplication, QLineF, QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from explorer.files.case_file import read_case
from explorer.model.result import Result
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.ui.pictures.frame.gallery import show_on
from explorer.ui.pictures.hatching import hatch
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
    drawn: list[QLineF] = []
    monkeypatch.setattr(QPainter, "drawLines", lambda _, lines: drawn.extend(lines))
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.translate(20, 10)
    hatch(painter, QRectF(shift, -3_000, 1_000_000, 6_000), 5)
    painter.end()
    assert 0 < len(drawn) <= 300 / 5 + 1
    for line in drawn:
        assert QRectF(-21, -11, 202, 102).contains(line.p1())
        assert QRectF(-21, -11, 202, 102).contains(line.p2())


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
