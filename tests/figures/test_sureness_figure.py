"""The picture of assumption sets: what is drawn are the counts, nothing is told as too sure."""

from hypothesis import given

from explorer.figures.phrase import capitalised
from explorer.figures.study import HUNDRED, of_hundred
from explorer.figures.sureness import sureness_figure
from explorer.model.package import package_of
from explorer.model.study import Sureness
from tests.figures.sentences import assert_reads_well
from tests.figures.study_answers import surenesses
from tests.figures.words_in import words_in


@given(surenesses())
def test_bars_are_the_counts_of_zone_rows_and_named_packages(found: Sureness) -> None:
    case = found.scenario.case
    zone, rows, named = sureness_figure(found).groups
    proposals = [each for each in case.packages if each.levels]
    counts = dict(found.named)
    for bars, expected in (
        (zone.bars, [found.zone_sets, *(count for _, count in found.classes)]),
        (rows.bars, [row.open_sets for row in found.rows]),
        (named.bars, [counts[each.id] for each in proposals]),
    ):
        assert [bar.value for bar in bars] == [HUNDRED * each / found.sets for each in expected]
        assert [bar.words for bar in bars] == [of_hundred(each, found.sets) for each in expected]
    assert [bar.row_id for bar in rows.bars] == [row.id for row in case.rows]
    assert [bar.package for bar in named.bars] == [package_of(case, p.levels) for p in proposals]


@given(surenesses())
def test_all_of_it_reads_well_and_stays_on_the_axis(found: Sureness) -> None:
    figure = sureness_figure(found, selected_row=found.rows[0].row_id)
    for words in words_in(figure):
        assert_reads_well(words)
    bars = [bar for group in figure.groups for bar in group.bars]
    assert all(figure.minimum <= (bar.value or 0) <= figure.maximum for bar in bars)
    assert [row[1:] for row in figure.table.rows] == [(bar.name, bar.words) for bar in bars]
    assert len({bar.id for bar in bars}) == len(bars)


@given(surenesses())
def test_the_selected_row_and_only_that_is_told_first(found: Sureness) -> None:
    case = found.scenario.case
    for row in found.rows:
        figure = sureness_figure(found, selected_row=row.row_id)
        bars = [bar for group in figure.groups for bar in group.bars]
        assert [bar.row_id for bar in bars if bar.is_selected] == [row.row_id]
        assert figure.sentence.startswith(capitalised(case.row(row.row_id).short))
        assert of_hundred(row.open_sets, found.sets) in figure.sentence
    for unknown in ("", "no such row"):
        figure = sureness_figure(found, selected_row=unknown)
        assert figure.sentence.startswith("There is a deal zone in")
        assert not any(bar.is_selected for group in figure.groups for bar in group.bars)


@given(surenesses())
def test_an_answer_that_still_grows_says_so_and_always_its_seed(found: Sureness) -> None:
    first, *rest = sureness_figure(found).notes
    assert f"Seed {found.seed}." in first
    assert bool(rest) == (found.sets < found.wanted)
    assert all(f"{found.wanted:,}" in note for note in rest)
