"""Both sides' gains: marks, stairs and words agree with the solved frontier."""

from dataclasses import replace

import numpy as np

from explorer.figures.gains import (
    GainsFigure,
    cloud_shades,
    frontier_steps,
    gain_words,
    gains_figure,
    place_words,
)
from explorer.files.case_file import bundled_case
from explorer.model.package import package_of
from explorer.model.scenario import preset_scenario
from explorer.solver.gain_cloud import gain_cloud
from explorer.solver.solve import solve
from explorer.solver.term_sheet import term_sheet
from tests.made_results import hollow_result

KOREA = bundled_case("korea")
OCTOBER = solve(preset_scenario(KOREA, "october-2025"))
DECLARED = solve(preset_scenario(KOREA, "october-2025-declared"))


def _october() -> GainsFigure:
    scenario = OCTOBER.scenario
    named = tuple(term_sheet(scenario, package_of(KOREA, p.levels)) for p in KOREA.packages)
    return gains_figure(OCTOBER, gain_cloud(OCTOBER), named=named, selected=named[2], ghost=OCTOBER)


def test_every_mark_lies_inside_the_axes() -> None:
    figure = _october()
    assert {"nash", "kalai_smorodinsky", "ideal", "waiting", "package", "selected"} == {
        mark.kind for mark in figure.marks
    }
    for mark in figure.marks:
        assert 0 <= mark.x <= figure.cloud.x_maximum
        assert 0 <= mark.y <= figure.cloud.y_maximum


def test_solutions_stand_on_the_frontier() -> None:
    figure = _october()
    corners = set(zip(*(ends.round(6).tolist() for ends in figure.frontier), strict=True))
    for mark in figure.marks:
        if mark.kind in ("nash", "kalai_smorodinsky"):
            assert (round(mark.x, 6), round(mark.y, 6)) in corners


def test_the_stairs_never_pass_beyond_the_frontier() -> None:
    x, y = frontier_steps(*_october().frontier)
    assert np.all(np.diff(x) <= 1e-9)
    assert np.all(np.diff(y) >= -1e-9)
    assert x[-1] == 0
    assert y[0] == 0


def test_an_empty_frontier_has_no_stairs() -> None:
    nothing = np.zeros(0)
    assert frontier_steps(nothing, nothing)[0].size == 0


def test_a_cell_has_a_colour_exactly_when_a_package_lies_in_it() -> None:
    cloud = gain_cloud(OCTOBER)
    assert np.array_equal(cloud_shades(cloud) > 0, cloud.counts > 0)


def test_every_mark_tells_its_meaning_and_both_gains() -> None:
    figure = _october()
    for mark in figure.marks:
        words = gain_words(figure, mark)
        assert mark.name in words
        assert "gains" in words
    assert "product" in gain_words(figure, next(m for m in figure.marks if m.kind == "nash"))
    assert "are in this area" in place_words(figure, 1.0, 1.0)


def test_an_empty_zone_keeps_its_axes_and_says_so() -> None:
    figure = gains_figure(DECLARED, gain_cloud(DECLARED))
    assert [mark.kind for mark in figure.marks] == ["waiting"]
    assert "empty" in figure.sentence
    assert "empty" not in _october().sentence


def test_a_zone_that_lines_may_have_emptied_is_not_told_as_hopeless() -> None:
    assert "inside all red lines" in gains_figure(DECLARED, gain_cloud(DECLARED)).sentence
    without_lines = hollow_result(OCTOBER.scenario)
    assert "lines" not in gains_figure(without_lines, gain_cloud(DECLARED)).sentence


def test_the_table_lists_the_marks_and_the_whole_frontier() -> None:
    figure = _october()
    rows = figure.table.rows
    assert len(rows) == len(figure.marks) + len(OCTOBER.frontier.packages)
    assert all(len(cells) == len(figure.table.columns) for cells in rows)


def test_other_packages_that_are_as_good_are_counted() -> None:
    assert OCTOBER.nash is not None
    tied = replace(OCTOBER, nash=replace(OCTOBER.nash, ties=3))
    figure = gains_figure(tied, gain_cloud(OCTOBER))
    nash = next(mark for mark in figure.marks if mark.kind == "nash")
    assert "2 other packages are as good" in gain_words(figure, nash)
