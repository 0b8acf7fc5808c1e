"""Laws of looking through a lens."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.assumption import assumption, original
from explorer.model.lens import Lens
from explorer.model.package import package_of
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.lens import lens_counts, seen_through
from explorer.solver.solve import solve
from explorer.solver.stakeholder import package_others
from tests.strategies import korea_scenarios

CASE = bundled_case("korea")
LENSES = st.sampled_from(CASE.lenses)


@given(korea_scenarios(), LENSES)
def test_looking_twice_is_looking_once(scenario: Scenario, lens: Lens) -> None:
    once = seen_through(scenario, lens)
    twice = seen_through(once, lens)
    assert twice == once
    assert twice.case is once.case


@given(korea_scenarios(), LENSES)
def test_a_lens_changes_only_what_it_names(scenario: Scenario, lens: Lens) -> None:
    seen = seen_through(scenario, lens)
    for control in CASE.controls:
        wanted = lens.values.get(control.id, scenario.value(control.id))
        assert seen.value(control.id) == wanted
    assert original(seen.case) == CASE
    assert {change.id for change in seen.case.changes} == set(lens.assumptions)


@given(korea_scenarios())
def test_a_lens_without_a_shift_changes_nothing(scenario: Scenario) -> None:
    plain = Lens(
        id="plain", name="Plain", who="nobody", claim="None.", note="-", source="judgement"
    )
    assert seen_through(scenario, plain) is scenario


@given(korea_scenarios(), st.sampled_from([lens for lens in CASE.lenses if lens.pair]))
def test_the_answer_to_an_answer_is_the_first_lens(scenario: Scenario, lens: Lens) -> None:
    assert CASE.lens(CASE.lens(lens.pair or "").pair or "") == lens


def test_the_name_tells_who_is_looking() -> None:
    october = preset_scenario(CASE, "october-2025")
    seen = seen_through(october, CASE.lens("kim-taewoo"))
    assert seen.name == "October 2025, seen by Kim Taewoo"
    assert seen_through(seen, CASE.lens("trump")).name.startswith(seen.name)


def test_an_assumption_is_scaled_from_what_the_case_gave() -> None:
    lens = CASE.lens("kim-taewoo")
    seen = seen_through(preset_scenario(CASE, "october-2025"), lens)
    for id_, factor in lens.assumptions.items():
        given_values = assumption(CASE, id_).estimate.values
        assert assumption(seen.case, id_).estimate.values == tuple(factor * v for v in given_values)


def test_a_single_number_keeps_its_range_around_it() -> None:
    factors = {"target_stakes.waiting.base": 2.0}
    lens = CASE.lens("trump").model_dump() | {"assumptions": factors}
    raw = CASE.model_dump() | {"lenses": [lens | {"pair": None}], "outlook": None}
    case = type(CASE).model_validate(raw)
    seen = seen_through(preset_scenario(case, "october-2025"), case.lenses[0])
    estimate = assumption(seen.case, "target_stakes.waiting.base").estimate
    assert estimate.low <= estimate.values[0] == 2 <= estimate.high


def test_a_lens_that_only_draws_lines_takes_packages_away() -> None:
    october = preset_scenario(CASE, "october-2025")
    drawn = solve(seen_through(october, CASE.lens("chung-jin-young"))).zone.packages
    assert drawn < solve(october).zone.packages


def test_lenses_are_counted_as_they_are_solved() -> None:
    october = preset_scenario(CASE, "october-2025")
    counts = lens_counts(october)
    assert set(counts) == {lens.id for lens in CASE.lenses}
    for lens in CASE.lenses:
        result = solve(seen_through(october, lens))
        opened = sum(row.is_open for row in result.board)
        assert counts[lens.id] == (result.zone.packages, opened)


def test_a_small_deal_serves_seoul_more_for_who_says_so_and_leaves_the_zone_alone() -> None:
    october = preset_scenario(CASE, "october-2025")
    seen = seen_through(october, CASE.lens("kim-taewoo"))
    assert solve(seen).zone == solve(october).zone
    small = next(each for each in CASE.packages if each.id == "icbm_freeze")
    package = package_of(CASE, small.levels)
    plain, firmer = (
        {each.stakeholder.id: dict(each.parts)["icbm"] for each in found.standings}
        for found in (package_others(october, package), package_others(seen, package))
    )
    moved = {id_ for id_, points in plain.items() if firmer[id_] != points}
    assert moved == {"south-korea-2025", "south-korea-conservative"}
    assert all(firmer[id_] == 3 * plain[id_] for id_ in moved)


def test_both_sides_of_the_small_deal_are_seen_as_they_argue() -> None:
    october = preset_scenario(CASE, "october-2025")
    small = next(each for each in CASE.packages if each.id == "icbm_freeze")
    package = package_of(CASE, small.levels)
    seen = {
        id_: package_others(seen_through(october, CASE.lens(id_)), package).standings[0]
        for id_ in ("small-deal-critics", "kim-taewoo")
    }
    assert seen["small-deal-critics"].high < 0 < seen["kim-taewoo"].low
    assert [each.points for each in seen["small-deal-critics"].terms] == [-9]
    assert seen["kim-taewoo"].terms == ()
