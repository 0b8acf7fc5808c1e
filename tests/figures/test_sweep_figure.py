"""What moves the zone: lanes and tipping values agree with the sweep."""

import numpy as np
import pytest

from explorer.figures.sweep import SweepFigure, sweep_figure, sweep_lane_words, tip_words
from explorer.files.case_file import bundled_case
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.solver.sweep import sweep

KOREA = bundled_case("korea")
OCTOBER = solve(preset_scenario(KOREA, "october-2025"))
EVERY_CONTROL = [control.id for control in KOREA.controls]


def _figure(control_id: str, row: str = "") -> SweepFigure:
    return sweep_figure(OCTOBER, sweep(OCTOBER.scenario, control_id), selected_row=row)


@pytest.mark.parametrize("control_id", EVERY_CONTROL)
def test_a_lane_has_a_width_only_where_its_row_is_open(control_id: str) -> None:
    figure = _figure(control_id)
    for lane, is_open in zip(figure.lanes, figure.source.is_open, strict=True):
        assert np.array_equal(lane.is_open, is_open)
        assert not lane.widths[~is_open].any()
        assert np.all((lane.widths >= 0) & (lane.widths <= 1))


@pytest.mark.parametrize("control_id", EVERY_CONTROL)
def test_every_tipping_value_has_words_and_stands_in_the_table(control_id: str) -> None:
    figure = _figure(control_id)
    for lane, cells in zip(figure.lanes, figure.table.rows, strict=True):
        assert cells[0] == lane.name
        for tip in lane.tips:
            assert tip.label
            assert tip_words(tip) in cells[-1]


@pytest.mark.parametrize("control_id", EVERY_CONTROL)
def test_the_present_value_lies_in_the_range(control_id: str) -> None:
    figure = _figure(control_id)
    assert figure.minimum <= figure.current <= figure.maximum
    assert figure.ticks[0][0] == figure.minimum
    assert figure.ticks[-1][0] == figure.maximum


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("phased-step", "closes at"),
        ("yongbyon", "stays open"),
        ("full-denuclearisation", "stays closed"),
        ("", "opens or closes"),
    ],
)
def test_the_sentence_speaks_of_the_selected_row(row: str, words: str) -> None:
    assert words in _figure("russia_alignment", row).sentence


def test_a_control_that_changes_nothing_says_so() -> None:
    assert "no commitment" in _figure("us_max_exercises").sentence


def test_a_lane_is_read_at_a_value() -> None:
    figure = _figure("russia_alignment")
    lanes = {lane.row_id: lane for lane in figure.lanes}
    assert "is open at 0" in sweep_lane_words(figure, lanes["yongbyon"], 0)
    assert "is closed at 100" in sweep_lane_words(figure, lanes["full-denuclearisation"], 100)


def test_a_red_line_is_tightened_or_loosened_and_never_rises() -> None:
    limits = [control.id for control in KOREA.controls if control.kind == "limit"]
    said = {
        _figure(control_id, row.id).sentence.split(" ")[0]
        + _figure(control_id, row.id).sentence.split(",")[0].rpartition(" ")[2]
        for control_id in limits
        for row in KOREA.rows
        if _figure(control_id, row.id).sentence.startswith("As ")
    }
    assert said <= {"Astightened", "Asloosened"}
    assert said
