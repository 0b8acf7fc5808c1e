"""The deal map: shades, outlines, marks and words agree with the solved map."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from explorer.figures.deal_map import (
    cell_at,
    cell_words,
    deal_map_figure,
    density_shades,
    sender_outline,
    share_shades,
    shut_cells,
    target_outline,
    zone_outline,
)
from explorer.figures.outline import cell_outline, filled_flags
from explorer.files.case_file import bundled_case
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from tests.strategies import small_scenarios

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from syrupy.assertion import SnapshotAssertion

    from explorer.model.result import Result
    from explorer.model.scenario import Scenario

KOREA = bundled_case("korea")
OCTOBER = solve(preset_scenario(KOREA, "october-2025"))
DECLARED = solve(preset_scenario(KOREA, "october-2025-declared"))

FLAGS = arrays.arrays(np.bool_, arrays.array_shapes(min_dims=2, max_dims=2, max_side=9))


@given(scenario=small_scenarios(respects_signs=False))
def test_a_cell_has_a_colour_exactly_when_it_holds_a_package_of_the_zone(
    scenario: "Scenario",
) -> None:
    deal_map = solve(scenario).deal_map
    for shades in (density_shades(deal_map), share_shades(deal_map)):
        assert np.array_equal(shades > 0, deal_map.counts > 0)


def test_more_packages_never_look_paler() -> None:
    shades = density_shades(OCTOBER.deal_map).ravel()
    order = np.argsort(OCTOBER.deal_map.counts.ravel())
    assert np.all(np.diff(shades[order].astype(int)) >= 0)


@given(inside=FLAGS)
def test_an_outline_is_as_long_as_the_edges_between_inside_and_outside(
    inside: "NDArray[np.bool_]",
) -> None:
    x, y = cell_outline(inside, 1.0, 1.0)
    length = np.abs(np.diff(x)[::2]).sum() + np.abs(np.diff(y)[::2]).sum()
    padded = np.pad(inside, 1).astype(int)
    edges = np.abs(np.diff(padded, axis=0)).sum() + np.abs(np.diff(padded, axis=1)).sum()
    assert length == edges


@given(inside=FLAGS)
def test_without_a_rim_no_outline_runs_along_the_border(inside: "NDArray[np.bool_]") -> None:
    x, y = cell_outline(inside, 1.0, 1.0, has_rim=False)
    rows, columns = inside.shape
    upright = x[::2] == x[1::2]
    assert not np.isin(x[::2][upright], (0, columns)).any()
    assert not np.isin(y[::2][~upright], (0, rows)).any()


@given(flags=FLAGS, data=st.data())
def test_filling_never_changes_what_is_known(
    flags: "NDArray[np.bool_]", data: st.DataObject
) -> None:
    known = data.draw(arrays.arrays(np.bool_, flags.shape))
    filled = filled_flags(flags, known)
    assert np.array_equal(filled[known], flags[known])


def test_outlines_stay_inside_the_axes() -> None:
    for outline in (zone_outline, sender_outline, target_outline):
        x, y = outline(OCTOBER.deal_map)
        assert x.size == y.size > 0
        assert x.min() >= 0
        assert x.max() <= OCTOBER.deal_map.x_maximum
        assert y.min() >= 0
        assert y.max() <= OCTOBER.deal_map.y_maximum


def test_what_a_side_accepts_ends_in_one_staircase() -> None:
    for result in (OCTOBER, DECLARED):
        for outline in (sender_outline, target_outline):
            x, y = outline(result.deal_map)
            # Where neither side's part ever goes back, the line is no longer than both axes.
            for places, most in ((x, result.deal_map.x_maximum), (y, result.deal_map.y_maximum)):
                assert 0 < float(np.abs(places[1::2] - places[::2]).sum()) <= most + 1e-9


def test_walls_are_there_only_with_lines() -> None:
    # Coherence rules are on here and draw no walls; pointing at a cell tells of them.
    assert not deal_map_figure(OCTOBER).has_lines
    assert deal_map_figure(OCTOBER).walls[0].size == 0
    assert deal_map_figure(DECLARED).has_lines
    assert shut_cells(DECLARED.deal_map).any()


def test_named_packages_never_move() -> None:
    first, second = deal_map_figure(OCTOBER), deal_map_figure(DECLARED)
    places = [
        [(mark.label, mark.x, mark.y) for mark in figure.marks if mark.kind == "package"]
        for figure in (first, second)
    ]
    assert places[0] == places[1]
    assert len(places[0]) == len(KOREA.packages)


def test_an_empty_zone_has_no_solutions_and_says_so() -> None:
    figure = deal_map_figure(DECLARED)
    assert {mark.kind for mark in figure.marks} == {"package"}
    assert figure.sentence.startswith("None of")


def test_every_mark_lies_in_a_cell_of_the_map() -> None:
    figure = deal_map_figure(OCTOBER)
    rows, columns = figure.shape
    for mark in figure.marks:
        if 0 <= mark.x < figure.x_maximum and 0 <= mark.y < figure.y_maximum:
            cell = cell_at(figure, mark.x, mark.y)
            assert cell is not None
            assert cell[0] < rows
            assert cell[1] < columns


def test_outside_the_axes_there_is_no_cell() -> None:
    figure = deal_map_figure(OCTOBER)
    assert cell_at(figure, -1, 1) is None
    assert cell_at(figure, 1, figure.y_maximum + 1) is None


@pytest.mark.parametrize("result", [OCTOBER, DECLARED], ids=["october", "declared"])
def test_every_cell_can_be_told_in_words(result: "Result") -> None:
    figure = deal_map_figure(result)
    rows, columns = figure.shape
    for row in range(rows):
        for column in range(columns):
            words = cell_words(figure, row, column)
            assert "{" not in words
            assert "Pyongyang" in words
            is_empty = not figure.source.totals[row, column]
            assert ("No package lies here" in words) == is_empty


def test_a_cell_that_both_accept_but_never_the_same_says_so() -> None:
    here = OCTOBER.deal_map
    nothing, all_ = np.zeros_like(here.counts), np.ones_like(here.is_allowed)
    flags = ("sender_accepts", "target_accepts", "is_allowed", "is_coherent")
    torn = replace(here, counts=nothing, **dict.fromkeys(flags, all_))
    figure = deal_map_figure(replace(OCTOBER, deal_map=torn))
    row, column = np.argwhere(here.totals > 0)[0].tolist()
    assert "none that the other accepts" in cell_words(figure, row, column)


def test_the_table_holds_every_package_of_the_zone_once() -> None:
    table = deal_map_figure(OCTOBER).table
    counts = [int(cells[2].replace(",", "")) for cells in table.rows]
    assert sum(counts) == OCTOBER.zone.packages
    assert all(len(cells) == len(table.columns) for cells in table.rows)


def test_the_place_of_the_open_package_and_the_ghost_are_shown() -> None:
    package = OCTOBER.nash.package if OCTOBER.nash else None
    figure = deal_map_figure(DECLARED, ghost=OCTOBER, selected=package)
    assert figure.selected is not None
    assert np.array_equal(figure.ghost[0], zone_outline(OCTOBER.deal_map)[0])


def test_the_maps_words_stay_as_they_were_approved(snapshot: "SnapshotAssertion") -> None:
    words = [
        (figure.title, figure.sentence, figure.x_label, figure.y_label)
        for figure in (deal_map_figure(OCTOBER), deal_map_figure(DECLARED))
    ]
    assert words == snapshot
