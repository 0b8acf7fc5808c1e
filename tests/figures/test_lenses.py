"""Lenses in words: cards, list and what is chosen."""

from hypothesis import given

from explorer.figures.headline import headline
from explorer.figures.lens_words import active_lens, shift_words
from explorer.figures.lenses import (
    ALL,
    FIRST,
    SECOND,
    SHOWN,
    LensesFigure,
    card_words,
    chosen_lenses,
    entry_words,
    lenses_figure,
    shows_all,
)
from explorer.files.case_file import bundled_case
from explorer.model.lens import Lens
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.lens import lens_counts, seen_through
from explorer.solver.solve import solve
from tests.examples import examples
from tests.strategies import korea_scenarios, small_scenarios

CASE = bundled_case("korea")
OCTOBER = preset_scenario(CASE, "october-2025")


def figure(scenario: Scenario = OCTOBER, *, is_resting: bool = True, **wishes: str) -> LensesFigure:
    named = {{"show": SHOWN, "first": FIRST, "second": SECOND}[key]: v for key, v in wishes.items()}
    chosen = () if shows_all(named) else chosen_lenses(scenario.case, named)
    return lenses_figure(
        solve(scenario),
        tuple(solve(seen_through(scenario, lens)) for lens in chosen),
        counts=lens_counts(scenario) if is_resting else {},
        wishes=named,
        selected="icbm-freeze",
    )


def test_a_lens_stands_beside_its_answer_unless_another_is_wished_for() -> None:
    for lens in CASE.lenses:
        first, second = chosen_lenses(CASE, {FIRST: lens.id})
        assert first is lens
        assert second.id == lens.pair or lens.pair is None
        assert second is not lens
    trump = CASE.lens("trump")
    assert chosen_lenses(CASE, {FIRST: "kim-taewoo", SECOND: "trump"})[1] is trump


def test_the_answer_is_offered_only_while_it_is_not_on_screen() -> None:
    left, right = figure(first="kim-taewoo").cards
    assert (left.answer_id, right.answer_id) == ("", "")
    left, right = figure(first="kim-taewoo", second="trump").cards
    assert (left.answer_id, right.answer_id) == ("small-deal-critics", "chung-jin-young")


def test_the_small_deal_concern_is_what_is_shown_first() -> None:
    left, right = figure().cards
    assert (left.lens_id, right.lens_id) == ("small-deal-critics", "kim-taewoo")


def test_cards_say_who_what_and_what_is_left() -> None:
    shown = figure(first="chung-jin-young", second="kim-taewoo")
    left, right = shown.cards
    assert left.speaker == "Chung Jin-young, October 2025"
    seen = solve(seen_through(OCTOBER, CASE.lens("chung-jin-young")))
    opened = sum(row.is_open for row in seen.board)
    assert left.zone.startswith(f"{seen.zone.packages:,} packages, {opened} of {len(CASE.rows)} ")
    assert "times the usual" in right.shift
    assert left.zone in shown.sentence
    for card in shown.cards:
        assert CASE.lens(card.lens_id).claim in card_words(card)


def test_numbers_that_a_lens_scales_are_told_in_words() -> None:
    lens = CASE.lens("kim-taewoo")
    for id_, words in (
        ("issues.stat.cost.base", "the cost of nuclear status: 2 times the usual"),
        ("issues.stat.benefit.points", "the worth of nuclear status: 2 times the usual"),
        (
            "stakeholders.japan.points.icbm",
            "the worth of long-range missiles to Japan: 2 times the usual",
        ),
        ("target_stakes.waiting.base", "target_stakes.waiting.base: 2 times the usual"),
    ):
        scaled = Lens.model_validate(lens.model_dump() | {"assumptions": {id_: 2.0}})
        assert words in shift_words(CASE, scaled)


def test_what_already_stands_so_is_told_as_nothing() -> None:
    assert figure(first="trump").cards[0].shift.startswith("nothing")


def test_the_list_counts_every_lens_and_names_both_ends() -> None:
    shown = figure(show=ALL)
    assert shown.cards == ()
    assert [entry.lens_id for entry in shown.entries] == [lens.id for lens in CASE.lenses]
    counted = [entry.packages or 0 for entry in shown.entries]
    assert shown.most == max(*counted, shown.present)
    assert f"{min(counted):,} packages" in shown.sentence or not min(counted)
    assert [choice.id for choice in shown.choices] == [SHOWN]
    assert all(entry.claim in entry_words(entry) for entry in shown.entries)


def test_while_the_hand_moves_nothing_is_counted() -> None:
    shown = figure(show=ALL, is_resting=False)
    assert all(entry.packages is None and not entry.zone for entry in shown.entries)
    assert "nothing is being moved" in shown.sentence


@examples(20)
@given(korea_scenarios())
def test_the_table_lists_every_lens_with_its_source(scenario: Scenario) -> None:
    table = figure(scenario).table
    assert len(table.rows) == len(CASE.lenses)
    assert all(len(row) == len(table.columns) and all(row) for row in table.rows)


@given(small_scenarios())
def test_a_case_without_lenses_says_so(scenario: Scenario) -> None:
    shown = figure(scenario)
    assert shown.cards == shown.entries == shown.choices == ()
    assert "no two lenses" in shown.sentence


def test_a_lens_is_told_with_its_source_until_what_it_sets_is_moved() -> None:
    for lens in CASE.lenses:
        seen = seen_through(OCTOBER, lens)
        assert active_lens(seen) == (lens if lens.values or lens.assumptions else None)
        told = " ".join(headline(solve(seen), None).details)
        assert (lens.name in told) == (active_lens(seen) is not None)
    lens = next(each for each in CASE.lenses if "us_max_status" in each.values)
    moved = seen_through(OCTOBER, lens).with_value("us_max_status", 3)
    assert active_lens(moved) is None
    assert active_lens(OCTOBER) is None
