"""The picture of what flips an answer: every layer as found, in words without chances."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.breaking import (
    ABOUT,
    CHOSEN,
    MOST_BARS,
    breaking_choices,
    breaking_figure,
)
from explorer.figures.breaking_words import (
    LITTLE,
    SOME,
    THREAD,
    WELL,
    asked_words,
    claim_name,
    flip_words,
    resilience_words,
    rung_words,
    value_words,
)
from explorer.files.case_file import bundled_case
from explorer.model.breaking import (
    ZONE,
    AssumptionFlip,
    Breaking,
    BreakingLadder,
    Claim,
    Resilience,
    package_claim,
)
from explorer.model.package import package_of
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.solve import solve
from explorer.solver.uncertain import uncertain_numbers
from explorer.studies.breaking import breaking
from tests.examples import examples
from tests.figures.sentences import assert_reads_well
from tests.figures.words_in import words_in
from tests.solver.claims_force import claims_of
from tests.strategies import small_scenarios

CASE = bundled_case("korea")
OCTOBER = solve(preset_scenario(CASE, "october-2025"))
ROW = Claim("row", "phased-step")
FOUND = breaking(OCTOBER, ROW)

CHANCES = ("probab", "likely", "odds", "risk")


@examples(20)
@given(small_scenarios(), st.data())
def test_whatever_is_found_reads_well_and_lies_on_the_axis(
    scenario: Scenario, data: st.DataObject
) -> None:
    result = solve(scenario)
    claim = data.draw(claims_of(result))
    found = breaking(result, claim)
    figure = breaking_figure(found, asked=claim, choices=())
    for words in words_in(figure):
        assert_reads_well(words)
        assert not any(each in words.lower() for each in CHANCES)
    for bar in (bar for group in figure.groups for bar in group.bars):
        assert bar.value is not None
        assert figure.minimum <= bar.value <= figure.maximum
        assert not bar.control_id or bar.control_id in scenario.case.control_places
    assert len({bar.id for group in figure.groups for bar in group.bars}) == sum(
        len(group.bars) for group in figure.groups
    )


def test_every_layer_has_its_bars_and_the_table_has_them_all() -> None:
    asked = FOUND.asked
    assert asked is not None
    figure = breaking_figure(FOUND, asked=ROW, choices=())
    heads = [group.name for group in figure.groups]
    assert heads == [
        "All assumptions together",
        "One assumption alone makes phased step one open",
        "One control alone makes phased step one open",
        "Two controls together make phased step one open",
    ]
    ladder, *layers = figure.groups
    shares = [1.0 if rung.share is None else rung.share for rung in FOUND.rungs]
    assert [bar.value for bar in ladder.bars] == sorted(shares, reverse=True)
    assert [bar.row_id for bar in ladder.bars if bar.is_selected] == [ROW.id]
    found = (asked.flips or (), asked.moves or (), asked.pairs or ())
    assert [len(group.bars) for group in layers] == [min(MOST_BARS, len(each)) for each in found]
    rows = len(FOUND.rungs) + sum(map(len, found)) + len(asked.resilience.ends)
    assert len(figure.table.rows) == rows


def test_the_ladder_runs_from_what_holds_however_to_what_hangs_by_a_thread() -> None:
    shares = (None, 0.8, 0.4, 0.2, 0.1, 0.01)
    rungs = tuple(
        replace(rung, share=share)
        for rung, share in zip(FOUND.rungs, reversed(shares), strict=False)
    )
    ladder = breaking_figure(replace(FOUND, rungs=rungs), asked=ROW, choices=()).groups[0]
    assert [bar.words.split(", ")[-1] for bar in ladder.bars] == [
        "holds however",
        "holds firmly",
        "holds well",
        "holds loosely",
        "hangs on little",
        "hangs by a thread",
    ]


def test_what_holds_most_and_what_hangs_on_least_of_the_others_is_named() -> None:
    shares = {rung.claim: rung.share for rung in FOUND.rungs if rung.claim != ROW}
    least = min((share, claim) for claim, share in shares.items() if share is not None)[1]
    firm = next(claim_name(CASE, claim) for claim, share in shares.items() if share is None)
    said = breaking_figure(FOUND, asked=ROW, choices=()).sentence
    name = claim_name(CASE, least)
    assert f"Of the others, {firm} holds however and {name} hangs on least (16" in said
    few = tuple(rung for rung in FOUND.rungs if rung.claim in (ROW, least))
    said = breaking_figure(replace(FOUND, rungs=few), asked=ROW, choices=()).sentence
    assert f"Of the others, {name} hangs on least (16" in said
    firm_only = tuple(rung for rung in FOUND.rungs if rung.claim == ROW or rung.share is None)
    said = breaking_figure(replace(FOUND, rungs=firm_only), asked=ROW, choices=()).sentence
    assert "Of the others" not in said


def test_what_turns_an_answer_alone_is_a_mark_on_its_range_in_its_own_unit() -> None:
    assert FOUND.asked is not None
    flips = FOUND.asked.flips or ()
    assert flips
    group = breaking_figure(FOUND, asked=ROW, choices=()).groups[1]
    for bar, flip in zip(group.bars, flips, strict=False):
        span = bar.range
        assert span is not None
        assert (span.low, span.now, span.high) == (flip.low, flip.likely, flip.high)
        assert span.turn == flip.value
        ends = (flip.low, flip.value) if flip.end == "low" else (flip.value, flip.high)
        assert span.turned == ends
        assert span.meaning == "zone"
        words = (span.low_words, span.now_words, span.high_words, span.turn_words)
        values = (flip.low, flip.likely, flip.high, flip.value)
        assert words == tuple(value_words(flip.assumption, value) for value in values)
        assert all(each in bar.detail for each in words)
        assert 0 <= span.share(span.turn) <= 1
        assert (span.share(span.low), span.share(span.high)) == (0, 1)


def test_where_an_answer_turns_back_only_the_mark_is_drawn_and_that_is_told() -> None:
    assert FOUND.asked is not None
    flips = tuple(replace(flip, is_monotone=False) for flip in FOUND.asked.flips or ())
    asked = replace(FOUND.asked, flips=flips)
    group = breaking_figure(replace(FOUND, asked=asked), asked=ROW, choices=()).groups[1]
    for bar in group.bars:
        assert bar.range is not None
        assert bar.range.turned is None
        assert bar.detail.endswith("more is not always worse.")


def test_before_anything_is_known_the_picture_says_when_it_begins() -> None:
    figure = breaking_figure(BreakingLadder(OCTOBER.scenario), asked=ROW, choices=())
    assert figure.groups == ()
    assert figure.sentence == figure.empty_words == figure.table.rows[0][0]


def test_while_the_search_goes_on_it_says_how_far_it_is() -> None:
    part = replace(FOUND, asked=None, done=3, wanted=46)
    figure = breaking_figure(part, asked=ROW, choices=())
    assert "3 of 46 steps" in figure.notes[0]
    assert len(figure.groups) == 1
    assert figure.sentence.startswith("Phased step one is closed")
    assert "steps are done" not in " ".join(breaking_figure(FOUND, asked=ROW, choices=()).notes)


@pytest.mark.parametrize(
    ("moves", "reach", "words"),
    [
        ((), 1.0, "No two controls together make phased step one open."),
        (FOUND.asked.moves if FOUND.asked else (), 0.1, "sooner than one alone."),
    ],
)
def test_layers_that_hold_nothing_are_told(moves: tuple, reach: float, words: str) -> None:
    assert FOUND.asked is not None
    bare = replace(FOUND.asked, moves=moves, pairs=(), flips=(), reach=reach)
    notes = " ".join(breaking_figure(replace(FOUND, asked=bare), asked=ROW, choices=()).notes)
    assert words in notes
    assert "No assumption alone makes phased step one open within its range." in notes
    assert ("No control alone" in notes) == (moves == ())
    figure = breaking_figure(replace(FOUND, asked=bare), asked=ROW, choices=())
    assert "No assumption alone turns it" in figure.sentence


def test_pairs_of_the_zone_are_told_with_the_steps_in_which_they_were_looked_for() -> None:
    notes = " ".join(breaking_figure(breaking(OCTOBER, ZONE), asked=ZONE, choices=()).notes)
    assert "in steps of 5 points" in notes


def test_words_of_resilience_follow_the_share() -> None:
    words = [resilience_words(share) for share in (0.0, THREAD, LITTLE, SOME, WELL, 1.0, None)]
    assert words == [
        "hangs by a thread",
        "hangs by a thread",
        "hangs on little",
        "holds loosely",
        "holds well",
        "holds firmly",
        "holds however",
    ]


def test_a_resilience_says_what_it_is_and_that_it_may_turn_back() -> None:
    ends = (("issues.icbm.cost", "low"),)
    turned = rung_words(CASE, Resilience(ROW, False, 0.001, ends, is_monotone=False))
    assert "under 1" in turned
    assert turned.endswith("Further on it turns back: more is not always worse.")
    assert "stays so even if" in rung_words(CASE, Resilience(ROW, False, None, ends))
    assert "no assumption bears on that" in rung_words(CASE, Resilience(ROW, False, None, ()))


def test_many_thin_assumptions_are_counted_and_three_are_named() -> None:
    flips = tuple(
        AssumptionFlip(each.id, each.low, each.likely, each.high, each.high, 0.5, "high")
        for each in uncertain_numbers(OCTOBER.scenario)
    )
    rung = FOUND.rungs[0]
    said = asked_words(CASE, Breaking(rung, flips=flips))
    assert f"{len(flips)} assumptions each turn it alone, above all" in said
    assert asked_words(CASE, Breaking(rung)) == rung_words(CASE, rung)
    for flip in flips:
        assert_reads_well(flip_words(CASE, flip))


def test_values_are_told_in_the_unit_of_their_assumption() -> None:
    assert value_words("issues.icbm.cost", 0.853) == "85\N{NO-BREAK SPACE}%"
    assert value_words("discounts.a.slopes.b", -0.2) == "\N{MINUS SIGN}20\N{NO-BREAK SPACE}%"
    assert value_words("controls.us_credibility", 88.4) == "88.4"
    assert value_words("target_stakes.waiting.base", 1.25) == "1.2"


def test_packages_are_called_by_their_names() -> None:
    named = CASE.packages[0]
    assert claim_name(CASE, package_claim(CASE, named.id)) == named.short
    nameless = Claim("package", package=package_of(CASE, named.levels))
    assert claim_name(CASE, nameless) == "this package"


def test_the_selected_package_can_be_asked_about_where_there_is_one() -> None:
    for has_package in (False, True):
        (choice,) = breaking_choices(CASE, CHOSEN, has_package=has_package)
        assert choice.id == ABOUT
        assert (choice.chosen == CHOSEN) == has_package
