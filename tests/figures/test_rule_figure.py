"""The picture of the rule: one bar for each scale, the same bounds in bars, words and sentence."""

from dataclasses import replace

from hypothesis import given

from explorer.figures.phrase import capitalised
from explorer.figures.rule import rule_figure, rule_sentence
from explorer.figures.study import HUNDRED, of_hundred
from explorer.model.study import Rule
from tests.figures.sentences import assert_reads_well
from tests.figures.study_answers import rules
from tests.figures.words_in import words_in


@given(rules())
def test_every_scale_has_a_bar_from_bound_to_bound(found: Rule) -> None:
    case, bounds = found.scenario.case, {each.control_id: each for each in found.bounds}
    (group,) = rule_figure(found).groups
    assert [bar.id for bar in group.bars] == [c.id for c in case.controls if c.kind == "scale"]
    for bar in group.bars:
        bound = bounds.get(bar.id)
        whole = (0, HUNDRED)
        assert (bar.start, bar.value) == (whole if bound is None else (bound.low, bound.high))
        assert (bar.words == "any value") == (bound is None)
        assert bar.mark == found.scenario.value(bar.id)
        assert bar.control_id == bar.id


@given(rules())
def test_words_of_a_bound_are_true_of_exactly_its_values(found: Rule) -> None:
    bars = {bar.id: bar for bar in rule_figure(found).groups[0].bars}
    for bound in found.bounds:
        words = bars[bound.control_id].words
        for value in range(HUNDRED + 1):
            assert _keeps(words, value) == (bound.low <= value <= bound.high), words


def _keeps(words: str, value: float) -> bool:
    numbers = [float(word) for word in words.split() if word[0].isdigit()]
    if words.startswith("at most"):
        return value <= numbers[0]
    if words.startswith("at least"):
        return value >= numbers[0]
    return numbers[0] <= value <= numbers[1]


@given(rules())
def test_the_sentence_has_every_bound_how_often_it_is_right_and_what_it_misses(
    found: Rule,
) -> None:
    case, sentence = found.scenario.case, rule_sentence(found)
    name = capitalised(case.row(found.row_id).short) if found.row_id else "The zone"
    assert sentence.startswith(f"{name} is open ")
    assert of_hundred(found.open_samples, found.samples) in sentence
    if not found.bounds:
        assert "no simple rule" in sentence
        return
    bars = {bar.id: bar for bar in rule_figure(found).groups[0].bars}
    for bound in found.bounds:
        bar = bars[bound.control_id]
        assert f"{bar.name} is {bar.words}" in sentence
    assert f"open in {of_hundred(found.open_inside, found.inside)} settings that meet" in sentence
    assert f"{of_hundred(found.open_inside, found.open_samples)} open settings" in sentence


@given(rules())
def test_all_of_a_rule_reads_well_and_its_table_has_every_bar(found: Rule) -> None:
    figure = rule_figure(found)
    for words in words_in(figure):
        assert_reads_well(words)
    assert [row[:2] for row in figure.table.rows] == [
        (bar.name, bar.words) for bar in figure.groups[0].bars
    ]
    assert f"{found.samples:,}" in figure.notes[0]
    assert f"Seed {found.seed}." in figure.notes[1]


@given(rules())
def test_the_order_of_bounds_does_not_change_the_bars(found: Rule) -> None:
    turned = replace(found, bounds=tuple(reversed(found.bounds)))
    assert rule_figure(found).groups == rule_figure(turned).groups
