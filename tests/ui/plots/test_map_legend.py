"""The words above the deal map: all of them, in rows, and never over each other."""

import pytest
from PySide6.QtGui import QFontMetricsF

from explorer.figures.deal_map import deal_map_figure
from explorer.model.result import Result
from explorer.ui.plots.map_legend import GAP, SAMPLE, legend_entries, legend_lines
from explorer.ui.plots.strokes import small_font
from explorer.ui.theme import application_font


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [420, 560, 760, 1400])
def test_every_meaning_is_told_and_none_lies_over_another(
    declared: Result, width: int, scale: float
) -> None:
    font = application_font(scale)
    entries = legend_entries(deal_map_figure(declared), font, width)
    assert len(entries) == 4
    metrics = QFontMetricsF(small_font(font))
    ends: dict[int, float] = {}
    for entry in entries:
        assert entry.left >= ends.get(entry.row, 0.0)
        end = entry.left + SAMPLE * metrics.height() + metrics.horizontalAdvance(entry.words)
        assert end <= width or entry.left == 0
        ends[entry.row] = end + 0.9 * GAP * metrics.height()
    assert legend_lines(deal_map_figure(declared), font, width) >= 1.2 * len(ends)
