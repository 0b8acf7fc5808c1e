"""Bold but sure: counted for every package, monotone in what is enough, as brute force has it."""

from collections import Counter
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.bold import HUNDRED, RANKS, Bold, Rank
from explorer.model.package import Package, package_at, package_index, package_of
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.many_worlds import outcomes
from explorer.solver.package_tally import PackageTally, SetTally
from explorer.solver.solve import solve
from explorer.solver.term_sheet import term_sheet
from explorer.solver.uncertain import Draws, assumption_sets
from explorer.studies.bold import bold, bold_steps, package_sureness
from explorer.studies.sureness import sureness
from tests.examples import examples
from tests.strategies import korea_scenarios, small_scenarios

SEEDS = st.integers(0, 2**32 - 1)
OCTOBER = preset_scenario(bundled_case(), "october-2025")


def packages_of(scenario: Scenario) -> tuple[Package, ...]:
    case = scenario.case
    bundles = (
        product(*(range(size) for size in shape))
        for shape in (case.target_shape, case.sender_shape)
    )
    return tuple(Package(target, sender) for target, sender in product(*bundles))


@examples(12)
@given(small_scenarios(), SEEDS, st.integers(1, 40))
def test_every_package_is_counted_as_looking_at_each_alone_would(
    scenario: Scenario, seed: int, sets: int
) -> None:
    found = bold(scenario, seed=seed, sets=sets)
    every = packages_of(scenario)
    counted = outcomes(scenario, assumption_sets(scenario, sets, seed=seed), every)
    hits = counted.is_in_zone.sum(axis=0)
    assert found.is_done
    assert found.ever == np.count_nonzero(hits)
    for package, count in zip(every, hits.tolist(), strict=True):
        place = found.place_of(package)
        assert (0 if place is None else found.hits[place]) == count
        assert package_sureness(scenario, package, seed=seed, sets=sets).hits == count
    named = {package_index(scenario.case, package_of(scenario.case, each.levels))
             for each in scenario.case.packages}  # fmt: skip
    assert set(found.packages[found.hits == 0].tolist()) <= named


@examples(6)
@given(korea_scenarios(), SEEDS)
def test_the_counts_are_those_that_how_sure_shows(scenario: Scenario, seed: int) -> None:
    found, sure = bold(scenario, seed=seed, sets=40), sureness(scenario, seed=seed, sets=40)
    case = scenario.case
    for package_id, count in sure.named:
        levels = next(each.levels for each in case.packages if each.id == package_id)
        place = found.place_of(package_of(case, levels))
        assert place is not None
        assert found.hits[place] == count
    assert bool(found.ever) == bool(sure.zone_sets)


@examples(12)
@given(small_scenarios(), SEEDS)
def test_answers_come_with_ever_more_sets_and_counts_only_rise(
    scenario: Scenario, seed: int
) -> None:
    answers = list(bold_steps(scenario, seed=seed, sets=100))
    assert [answer.sets for answer in answers] == [24, 88, 100]
    assert [answer.is_done for answer in answers] == [False, False, True]
    before: dict[int, int] = {}
    for answer in answers:
        now = dict(zip(answer.packages.tolist(), answer.hits.tolist(), strict=True))
        assert all(now[number] >= count for number, count in before.items())
        before = now


def _shown(found: Bold, rank: Rank) -> list[tuple[int, float]]:
    measure = found.measure(rank)
    return [(int(found.hits[place]), float(measure[place])) for place in found.frontier(rank)]


@examples(12)
@given(small_scenarios(), SEEDS, st.sampled_from(RANKS))
def test_the_frontier_is_what_no_package_beats_in_both(
    scenario: Scenario, seed: int, rank: Rank
) -> None:
    found = bold(scenario, seed=seed, sets=50)
    every = [
        (hits, value)
        for hits, value in zip(found.hits.tolist(), found.measure(rank).tolist(), strict=True)
        if hits
    ]
    best = {
        one
        for one in every
        if not any(other[0] >= one[0] and other[1] >= one[1] and other != one for other in every)
    }
    shown = _shown(found, rank)
    assert len(shown) == len(set(shown))
    assert set(shown) == best
    assert shown == sorted(shown, reverse=True)


@examples(12)
@given(small_scenarios(), SEEDS, st.sampled_from(RANKS))
def test_the_more_sets_are_asked_for_the_fewer_and_the_less_bold_are_the_packages(
    scenario: Scenario, seed: int, rank: Rank
) -> None:
    found = bold(scenario, seed=seed, sets=50)
    measure = found.measure(rank)
    counts, boldest = [], []
    for at_least in range(1, HUNDRED + 1):
        sure = found.sure(at_least)
        counts.append(np.count_nonzero(sure))
        best = found.ranked(rank, at_least, most=1)
        boldest += [float(measure[place]) for place in best]
        assert bool(len(best)) == bool(counts[-1])
        assert all(sure[best])
        assert not len(best) or measure[best[0]] == measure[sure].max()
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == found.ever
    assert boldest == sorted(boldest, reverse=True)


@examples(12)
@given(small_scenarios(), SEEDS, st.sampled_from(RANKS), st.integers(1, HUNDRED))
def test_the_list_falls_in_boldness_and_names_each_bundle_of_the_side_once(
    scenario: Scenario, seed: int, rank: Rank, at_least: int
) -> None:
    found = bold(scenario, seed=seed, sets=50)
    places = found.ranked(rank, at_least, most=1_000_000).tolist()
    values = found.measure(rank)[places].tolist()
    assert values == sorted(values, reverse=True)
    packages = [package_at(scenario.case, int(found.packages[place])) for place in places]
    sure = np.flatnonzero(found.sure(at_least)).tolist()
    if rank in ("nash", "share"):
        assert sorted(places) == sure
        return
    own = [getattr(each, rank) for each in packages]
    assert max(Counter(own).values(), default=1) == 1
    others = [package_at(scenario.case, int(found.packages[place])) for place in sure]
    assert set(own) == {getattr(each, rank) for each in others}
    for bundle, place in zip(own, places, strict=True):
        rivals = [
            one for one, each in zip(sure, others, strict=True) if getattr(each, rank) == bundle
        ]
        assert found.hits[place] == max(found.hits[one] for one in rivals)


@examples(10)
@given(small_scenarios(), SEEDS)
def test_products_and_shares_are_those_of_the_likely_values(scenario: Scenario, seed: int) -> None:
    found, result = bold(scenario, seed=seed, sets=30), solve(scenario)
    ideal = result.ideal or (0.0, 0.0)
    for place, number in enumerate(found.packages.tolist()):
        package = package_at(scenario.case, number)
        sheet = term_sheet(scenario, package)
        gains = (sheet.sender_gain, sheet.target_gain)
        if not sheet.gives_both:
            continue
        is_no_loss = min(gains) >= -1e-9
        shares = [gain / most if most > 0 else 0.0 for gain, most in zip(gains, ideal, strict=True)]
        assert found.nash[place] == pytest.approx(
            gains[0] * gains[1] if is_no_loss else 0, abs=1e-6
        )
        assert found.share[place] == pytest.approx(min(shares) if is_no_loss else 0, abs=1e-6)


def test_without_any_partner_no_package_is_ever_in_the_zone() -> None:
    lines = {"dprk_min_relief": 4, "us_max_relief_before_disarmament": 0}
    scenario = OCTOBER.with_values(lines)
    found = bold(scenario, sets=30)
    assert not found.ever
    assert not found.ranked("target", 1, most=5).size
    assert not found.frontier("target").size
    named = package_of(scenario.case, scenario.case.packages[1].levels)
    assert package_sureness(scenario, named, sets=30).hits == 0


@examples(30)
@given(st.integers(0, 2**32 - 1), st.integers(1, 40), st.integers(1, 3), st.integers(1, 70))
def test_a_tally_counts_like_adding_up(seed: int, tables: int, rows: int, columns: int) -> None:
    random, tally = np.random.default_rng(seed), SetTally()
    flags = random.random((tables, rows, columns)) < 0.4
    words = -(-columns // 64)
    padded = np.zeros((tables, rows, words * 64), dtype=np.bool_)
    padded[:, :, :columns] = flags
    for sets in np.packbits(padded, axis=-1, bitorder="little").view(np.uint64):
        tally.add(sets)
    row, column, count = tally.counts(columns)
    shown = np.zeros((rows, columns), dtype=np.int64)
    shown[row, column] = count
    assert (shown == flags.sum(axis=0)).all()
    assert count.all()


def test_one_world_without_draws_has_the_zone_of_the_scenario() -> None:
    tally = PackageTally(OCTOBER)
    tally.add(Draws(1))
    packages, hits = tally.counts()
    assert len(packages) == solve(OCTOBER).zone.packages
    assert set(hits.tolist()) == {1}
