"""Bold but sure as a picture: every package in a cell, marks inside, words that say how sure."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.bold import (
    LEAST,
    MOST,
    NOWHERE,
    RANK,
    bold_figure,
    bold_place_words,
    contents_table,
    leader_at,
    mark_words,
)
from explorer.files.case_file import bundled_case
from explorer.model.bold import AT_LEAST, HUNDRED, RANKS, Rank
from explorer.model.package import Package, package_of
from explorer.model.scenario import Scenario, preset_scenario
from explorer.studies.bold import bold, bold_steps
from tests.examples import examples
from tests.figures.sentences import assert_reads_well
from tests.strategies import small_scenarios

CASE = bundled_case()
OCTOBER = preset_scenario(CASE, "october-2025")
FOUND = bold(OCTOBER, sets=200)
EMPTY = bold(OCTOBER.with_values({"us_credibility": 0, "dprk_credibility": 0}), sets=5)


@examples(12)
@given(small_scenarios(), st.sampled_from(RANKS), st.integers(1, HUNDRED))
def test_every_package_lies_in_a_cell_and_every_mark_inside_the_axes(
    scenario: Scenario, rank: Rank, at_least: int
) -> None:
    found = bold(scenario, sets=30)
    figure = bold_figure(found, choices={RANK: rank, LEAST: str(at_least)})
    assert (figure.rank, figure.at_least) == (rank, at_least)
    assert figure.counts.sum() == found.ever
    assert ((figure.leaders == NOWHERE) == (figure.counts == 0)).all()
    assert ((figure.shades > 0) == (figure.counts > 0)).all()
    assert_reads_well(figure.sentence)
    for mark in figure.marks:
        assert 0 <= mark.x <= HUNDRED
        assert 0 <= mark.y <= figure.y_maximum
        assert_reads_well(mark_words(figure, mark))
        assert mark.is_in_zone == bool(found.hits[mark.place])
    boldest = [mark for mark in figure.marks if mark.kind == "boldest"]
    assert bool(boldest) == found.sure(at_least).any()
    assert all(mark.x >= at_least for mark in boldest)


@pytest.mark.parametrize("rank", RANKS)
def test_the_boldest_package_of_a_place_is_told_and_opens(rank: Rank) -> None:
    figure = bold_figure(FOUND, choices={RANK: rank})
    measure = FOUND.measure(rank)
    rows, columns = np.nonzero(figure.counts)
    height, width = figure.counts.shape
    for row, column in list(zip(rows.tolist(), columns.tolist(), strict=True))[::37]:
        x, y = (column + 0.5) * HUNDRED / width, (row + 0.5) * figure.y_maximum / height
        package = leader_at(figure, x, y)
        assert package is not None
        place = FOUND.place_of(package)
        assert place == figure.leaders[row, column]
        assert measure[place] <= (row + 1) * figure.y_maximum / height + 1e-9
        assert "The boldest:" in bold_place_words(figure, x, y)
    # Beyond the axes lies what is nearest to them.
    assert leader_at(figure, HUNDRED, figure.y_maximum) is None
    assert bold_place_words(figure, 2 * HUNDRED, 2 * figure.y_maximum).startswith("0 packages")


def test_unknown_wishes_leave_what_is_usual() -> None:
    figure = bold_figure(FOUND, choices={RANK: "nobody", LEAST: "0"})
    assert (figure.rank, figure.at_least) == (RANKS[0], AT_LEAST)


def test_named_packages_beyond_the_axes_are_in_the_table_alone() -> None:
    figure = bold_figure(FOUND)
    everything = next(each for each in CASE.packages if each.id == "full_cvid")
    assert everything.name not in {mark.name for mark in figure.marks}
    assert everything.name in {row[0] for row in figure.table.rows}


@pytest.mark.parametrize("rank", RANKS)
def test_the_table_lists_the_boldest_first_then_the_frontier_then_names(rank: Rank) -> None:
    figure = bold_figure(FOUND, choices={RANK: rank, LEAST: "60"})
    names = [row[0] for row in figure.table.rows]
    assert names[:MOST] == [f"Bold and sure, {n}" for n in range(1, MOST + 1)]
    assert names[MOST : MOST + len(figure.frontier[0])] == ["On the frontier"] * len(
        figure.frontier[0]
    )
    assert [row[0] for row in contents_table(figure).rows] == names
    assert {len(row) for row in figure.table.cells} == {len(figure.table.columns)}


def test_the_opened_package_has_a_mark_where_any_set_has_it_in_the_zone() -> None:
    packages = {each.id: package_of(CASE, each.levels) for each in CASE.packages}

    def opened(package: Package) -> list[str]:
        figure = bold_figure(FOUND, selected=package)
        return [mark.name for mark in figure.marks if mark.kind == "selected"]

    assert opened(packages["icbm_freeze"]) == ["Opened package"]
    assert opened(packages["full_cvid"]) == []
    assert opened(replace(packages["full_cvid"], sender=packages["status_quo"].sender)) == []


def test_the_sentence_says_so_where_nothing_is_sure() -> None:
    assert "so no package is sure" in bold_figure(EMPTY).sentence
    none = bold_figure(FOUND, choices={LEAST: "100"}).sentence
    assert none.startswith("No package is in the deal zone in at least 100 of 100")
    assert "the surest is in" in none


def test_what_is_not_done_says_how_far_it_is() -> None:
    first = next(bold_steps(OCTOBER, sets=100))
    assert any("24 of 100 assumption sets so far" in note for note in bold_figure(first).notes)
    assert not any("so far" in note for note in bold_figure(FOUND).notes)
    assert "200 drawn, seed 2025" in bold_figure(FOUND).x_label
