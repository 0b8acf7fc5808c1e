"""The picture of weights: ranked as found, whiskers on the axis, every control can be chosen."""

import csv
import io

import pytest
from hypothesis import given

from explorer.figures.importance import MOST_WEIGHTS, importance_figure
from explorer.figures.study import ABOUT
from explorer.figures.table import table_csv
from explorer.model.study import Importance
from tests.figures.sentences import assert_reads_well
from tests.figures.study_answers import importances
from tests.figures.words_in import words_in


@given(importances())
def test_the_weightiest_are_drawn_and_the_table_has_them_all(found: Importance) -> None:
    figure = importance_figure(found)
    (group,) = figure.groups
    assert [bar.id for bar in group.bars] == [
        each.assumption for each in found.weights[:MOST_WEIGHTS]
    ]
    assert [bar.value for bar in group.bars] == [
        each.weight for each in found.weights[:MOST_WEIGHTS]
    ]
    assert len(figure.table.rows) == len(found.weights)
    names = [row[0] for row in figure.table.rows]
    assert len(set(names)) == len(names)
    rows = list(csv.reader(io.StringIO(table_csv(figure.table), newline="")))
    assert rows[0][1] == "Share (%)"
    for row, each in zip(rows[1:], found.weights, strict=True):
        shares = (each.weight, each.low, each.high, each.alone, each.alone_low, each.alone_high)
        expected = [100 * share for share in shares]
        assert [float(cell) for cell in row[1:]] == pytest.approx(expected, abs=1e-9)


@given(importances())
def test_whiskers_and_ticks_lie_on_the_axis(found: Importance) -> None:
    figure = importance_figure(found)
    for bar in figure.groups[0].bars:
        assert bar.value is not None
        assert bar.low is not None
        assert bar.high is not None
        assert figure.minimum <= bar.low <= bar.value <= bar.high <= figure.maximum
    places = [place for place, _ in figure.ticks]
    assert places == sorted(set(places))
    assert (places[0], places[-1]) == (0, figure.maximum)
    assert len({words for _, words in figure.ticks}) == len(places)


@given(importances())
def test_only_assumptions_that_are_controls_lead_to_one(found: Importance) -> None:
    known = {control.id for control in found.scenario.case.controls}
    for bar in importance_figure(found).groups[0].bars:
        assert bool(bar.control_id) == bar.id.startswith("controls.")
        assert not bar.control_id or bar.control_id in known


@given(importances())
def test_the_sentence_names_what_weighs_most_or_that_nothing_does(found: Importance) -> None:
    figure = importance_figure(found)
    for bar in figure.groups[0].bars[:2]:
        assert bar.name in figure.sentence
    assert bool(figure.empty_words) == (not found.weights)
    assert ("depends most on" in figure.sentence) == bool(found.weights)
    assert figure.sentence.startswith("No assumption changes") == (not found.weights)
    if found.row_id:
        assert found.scenario.case.row(found.row_id).short in figure.sentence
    assert figure.choices[-1].id == ABOUT
    assert figure.choices[-1].chosen == found.row_id
    for words in words_in(figure):
        assert_reads_well(words)


@given(importances())
def test_what_an_assumption_does_alone_is_marked_and_nothing_is_told_as_such(
    found: Importance,
) -> None:
    bars = importance_figure(found).groups[0].bars
    for bar, each in zip(bars, found.weights, strict=False):
        assert bar.mark == each.alone
        assert bar.value is not None
        assert 0 <= each.alone <= bar.value
        assert ("perhaps none" in bar.words) == each.may_do_nothing_alone
        assert ("reaches down to nothing" in bar.detail) == each.may_do_nothing_alone


@given(importances())
def test_it_is_said_that_shares_overlap_and_which_seed_was_used(found: Importance) -> None:
    notes = " ".join(importance_figure(found).notes)
    assert "need not add up" in notes
    assert f"Seed {found.seed}." in notes
