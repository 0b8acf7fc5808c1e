"""The pictures of a study as data: they hold every row, and say in words what they show."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.study_axis import round_step, study_axis
from explorer.figures.study_bins import bins_of
from explorer.figures.study_heat import MOST_CELLS, heat_figure
from explorer.figures.study_parallel import MOST_AXES, MOST_LINES, parallel_figure
from explorer.figures.study_scatter import MOST_POINTS, scatter_figure
from explorer.figures.study_table import (
    OUTCOME,
    StudyTable,
    finite_range,
    outcome_choice,
    sample,
)
from explorer.figures.table import Number
from explorer.model.study_found import Outcome
from explorer.model.study_plan import AssumptionSets, Cross
from tests.solved_studies import (
    KOREA,
    empty_table,
    korea_table,
    small_plan,
    small_table,
    table_of,
    with_values,
)

RUSSIA, CHINA, AID = "control.russia_alignment", "control.china_ties", "control.us_max_aid"
FREEZE = "open.interim-freeze"


def repeated(table: StudyTable, times: int) -> StudyTable:
    return with_values(table, np.tile(table.values, (times, 1)))


def test_a_table_knows_its_columns_by_name() -> None:
    table = korea_table()
    assert table.size == 120
    assert table.title(RUSSIA) == "Russia alignment"
    assert table.column(RUSSIA).role == "factor"
    assert {RUSSIA, CHINA, AID, "structure.patrons"} <= set(table.varied)
    assert "start" not in table.varied
    assert "zone.packages" in table.outputs
    assert (table.numbers(RUSSIA) == table.values[:, table.places[RUSSIA]]).all()


def test_what_tells_nothing_is_not_asked_first() -> None:
    table = korea_table()
    assert table.holds(Outcome("zone.packages", 1)).all()
    share = table.holds(table.usual).mean()
    assert 0 < share < 1
    assert table.outcome("zone.packages") == Outcome("zone.packages", 1)
    assert table.outcome("floor.yongbyon") == table.outcome("nothing") == table.usual
    assert empty_table().usual == Outcome("zone.packages", 1)
    choice = outcome_choice(table, FREEZE)
    assert (choice.id, choice.chosen) == (OUTCOME, FREEZE)


def test_a_study_of_floors_alone_can_be_told_apart_too() -> None:
    table = table_of(small_plan(("floors",)))
    choice = outcome_choice(table, None)
    assert len(choice.entries) == 1
    assert parallel_figure(table).axes[-1].name == choice.chosen


@given(st.integers(1, 10**7), st.integers(1, 1000))
def test_a_sample_is_spread_evenly_and_small_enough(count: int, most: int) -> None:
    assert 1 <= len(range(count)[sample(count, most)]) <= most


def test_lines_cross_each_axis_where_the_row_stands() -> None:
    table = korea_table()
    figure = parallel_figure(table, outcome=FREEZE)
    assert figure.axes[-1].name == FREEZE
    assert len(figure.axes) == len(table.varied) + 1 <= MOST_AXES
    place = [axis.name for axis in figure.axes].index(RUSSIA)
    axis = figure.axes[place]
    values = axis.minimum + figure.shares[:, place] * (axis.maximum - axis.minimum)
    np.testing.assert_allclose(values, table.numbers(RUSSIA)[figure.rows])
    assert (figure.holds == (table.numbers(FREEZE) == 1)).all()
    assert np.nanmin(figure.shares) >= 0
    assert np.nanmax(figure.shares) <= 1
    assert len(figure.table.rows) == len(figure.axes)
    assert "What sets these rows apart most" in figure.sentence


def test_of_many_rows_some_lines_are_drawn_and_that_is_said() -> None:
    figure = parallel_figure(repeated(korea_table(), 50))
    assert len(figure.rows) <= MOST_LINES < figure.total == 6000
    assert "are drawn, evenly spaced" in figure.sentence


def test_of_many_axes_the_weightiest_are_drawn() -> None:
    plan = small_plan().having(combine=AssumptionSets(sets=4))
    table = table_of(plan)
    assert len(table.varied) > MOST_AXES
    assert len(parallel_figure(table).axes) == MOST_AXES


def test_where_all_rows_are_alike_nothing_sets_them_apart() -> None:
    figure = parallel_figure(korea_table(), outcome="zone.packages")
    assert "apart" not in figure.sentence
    assert figure.table.rows[0][-1] == "none"


def test_points_lie_where_rows_stand_and_rows_without_a_value_have_none() -> None:
    table = korea_table()
    figure = scatter_figure(table, across=RUSSIA, up="floor.full-denuclearisation")
    known = np.isfinite(table.numbers("floor.full-denuclearisation"))
    assert len(figure.rows) == np.count_nonzero(known) < table.size
    figure = scatter_figure(table, across=RUSSIA, up="zone.packages", outcome=FREEZE)
    x = figure.x.minimum + figure.x_shares * (figure.x.maximum - figure.x.minimum)
    np.testing.assert_allclose(x, table.numbers(RUSSIA)[figure.rows])
    assert "one falls as the other rises" in figure.sentence
    assert sum(int(row[1].replace(",", "")) for row in figure.table.rows) == table.size
    assert [choice.chosen for choice in figure.choices] == [RUSSIA, "zone.packages", FREEZE]


def test_correlations_are_told_only_of_numbers_that_differ() -> None:
    table = korea_table()
    rising = scatter_figure(table, across="control.us_will", up="zone.packages")
    assert "one rises as the other does" in rising.sentence
    assert "correlation" not in scatter_figure(table, up="structure.patrons").sentence
    values = table.values.copy()
    values[:, table.places[RUSSIA]] = np.tile([0.0, 1, 0, 1], 30)
    values[:, table.places[CHINA]] = np.tile([0.0, 0, 1, 1], 30)
    level = scatter_figure(with_values(table, values), across=RUSSIA, up=CHINA)
    assert "neither moves with the other" in level.sentence


def test_a_stretch_without_rows_has_no_share() -> None:
    table = korea_table()
    values = table.values.copy()
    values[:, table.places[RUSSIA]] = np.linspace(0, 10, table.size)
    values[0, table.places[RUSSIA]] = 100
    cells = scatter_figure(with_values(table, values), across=RUSSIA).table.rows
    assert ("0", "none") in {(row[1], row[3]) for row in cells}


def test_of_many_rows_some_points_are_drawn() -> None:
    figure = scatter_figure(repeated(korea_table(), 100))
    assert len(figure.rows) <= MOST_POINTS < figure.total


def test_cells_count_every_row_once() -> None:
    table = korea_table()
    figure = heat_figure(table, across=RUSSIA, up=CHINA, outcome=FREEZE)
    assert figure.counts.sum() == table.size
    wanted = np.nansum(figure.shares * figure.counts)
    assert wanted == pytest.approx(np.count_nonzero(table.numbers(FREEZE) == 1))
    assert figure.counts.shape == (len(figure.y_words), len(figure.x_words))
    assert max(figure.counts.shape) <= MOST_CELLS
    assert len(figure.table.rows) == np.count_nonzero(figure.counts)
    filled = tuple(np.argwhere(figure.counts > 0)[0])
    assert "of 100, of" in figure.cell_words(*filled)
    empty = tuple(np.argwhere(figure.counts == 0)[0])
    assert "no row" in figure.cell_words(*empty)
    assert "most often" in figure.sentence


def test_cells_that_are_all_alike_are_told_as_such() -> None:
    figure = heat_figure(korea_table(), outcome="zone.packages")
    assert "equally often everywhere: in 100 of 100 rows" in figure.sentence


def test_pictures_of_no_row_say_so() -> None:
    table = empty_table()
    assert heat_figure(table).sentence == "There is no row to be shown."
    assert scatter_figure(table).table.rows == ()
    assert len(parallel_figure(table).rows) == 0


def test_a_study_that_varies_one_thing_can_be_drawn() -> None:
    plan = small_plan().having(factors=small_plan().factors[:1], combine=Cross())
    table = table_of(plan)
    assert heat_figure(table).x_words == ("0", "50", "100")
    assert parallel_figure(table).axes[0].ticks[0] == (0, "0")


def test_a_study_that_varies_nothing_is_drawn_by_what_it_keeps() -> None:
    table = table_of(small_plan().having(factors=()))
    assert table.varied == ()
    for figure in (scatter_figure(table), heat_figure(table), parallel_figure(table)):
        assert figure.sentence


def test_few_values_are_stretches_of_their_own() -> None:
    bins = bins_of(small_table(), RUSSIA, 10)
    assert bins.words == ("0", "50", "100")
    assert bins.lows == bins.highs
    assert bins.size == 3


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.integers(2, 30))
def test_stretches_are_round_equally_wide_and_hold_every_value(
    low: float, span: float, most: int
) -> None:
    table = korea_table()
    values = table.values.copy()
    values[:, table.places[RUSSIA]] = np.linspace(low, low + span, table.size)
    bins = bins_of(with_values(table, values), RUSSIA, most)
    assert bins.size <= most + 1
    own = values[:, table.places[RUSSIA]]
    slack = 1e-9 * max(abs(low), span, 1)
    assert (own >= np.array(bins.lows)[bins.places] - slack).all()
    assert (own <= np.array(bins.highs)[bins.places] + slack).all()
    widths = np.array(bins.highs) - np.array(bins.lows)
    np.testing.assert_allclose(widths, widths[0], rtol=1e-6)


@given(st.floats(1e-9, 1e9))
def test_round_steps_are_never_smaller(rough: float) -> None:
    assert rough * (1 - 1e-6) <= round_step(rough) <= 10 * rough


def test_axes_hold_their_ticks() -> None:
    table = korea_table()
    for name in (*table.varied, *table.outputs):
        axis = study_axis(table, name)
        assert axis.minimum < axis.maximum
        assert all(axis.minimum <= value <= axis.maximum for value, _ in axis.ticks)
    assert [words for _, words in study_axis(table, FREEZE).ticks] == ["no", "yes"]
    assert study_axis(table, "structure.patrons").is_of_kinds


def test_kinds_lie_apart_and_always_in_the_same_way() -> None:
    axis = study_axis(korea_table(), FREEZE)
    rows = np.arange(50)
    shares = axis.shares(np.ones(50), rows)
    assert len(np.unique(shares)) == 50
    assert ((shares > 0.5) & (shares < 1)).all()
    np.testing.assert_array_equal(shares, axis.shares(np.ones(50), rows))


def test_the_range_of_nothing_is_from_nought_to_one() -> None:
    assert finite_range(np.array([np.nan, np.inf])) == (0, 1)
    assert KOREA.id == "korea"


@given(st.floats(-1e3, 1e3), st.floats(1e-2, 1e3))
def test_an_axis_holds_its_values_and_ends_at_round_numbers_that_are_near(
    low: float, length: float
) -> None:
    table = small_table()
    values = np.tile(table.values[:1], (20, 1))
    values[:, table.places[RUSSIA]] = np.linspace(low, low + length, 20)
    axis = study_axis(with_values(table, values), RUSSIA)
    drawn = values[:, table.places[RUSSIA]]
    spare = (0.05 + 1e-9) * length
    assert low - spare <= axis.minimum <= drawn.min()
    assert drawn.max() <= axis.maximum <= low + length + spare


def test_an_axis_of_nearly_all_of_a_scale_shows_both_its_ends() -> None:
    axis = study_axis(korea_table(), RUSSIA)
    lowest = korea_table().numbers(RUSSIA).min()
    assert (axis.minimum, axis.maximum) == (0, 100)
    assert (axis.ticks[0][1], axis.ticks[-1][1]) == ("0", "100")
    told = parallel_figure(korea_table()).table.cells[0][1]
    assert isinstance(told, Number)
    assert told.value == lowest > 0


@pytest.mark.parametrize(("rows", "cells"), [(24, 4), (120, 5), (600, 10), (6000, 20)])
def test_the_fewer_the_rows_the_larger_the_cells(rows: int, cells: int) -> None:
    figure = heat_figure(repeated_to(rows), across=RUSSIA, up=AID)
    assert len(figure.y_words) == 2
    assert len(figure.x_words) == cells
    assert int(figure.counts.sum()) == rows


def repeated_to(rows: int) -> StudyTable:
    """Return so many rows of which each has another value across."""
    table = korea_table()
    values = np.resize(table.values, (rows, table.values.shape[1]))
    values[:, table.places[RUSSIA]] = np.linspace(0, 100, rows)
    values[:, table.places[AID]] = np.arange(rows) % 2 + 1
    return with_values(table, values)
