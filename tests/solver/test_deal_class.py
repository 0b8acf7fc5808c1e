"""Classes of packages may ask for concessions too; counted by class everywhere alike."""

import numpy as np
from hypothesis import given

from explorer.files.case_file import bundled_case
from explorer.model.case import Case
from explorer.model.example import DealClass
from explorer.model.package import bundle_index, package_at
from explorer.model.scenario import Scenario, default_scenario, preset_scenario
from explorer.solver.many_worlds import outcomes
from explorer.solver.solve import solve
from explorer.solver.tables import case_tables
from explorer.solver.term_sheet import term_sheet
from explorer.solver.uncertain import assumption_sets
from tests.strategies import small_scenarios

SINAI = bundled_case("sinai")


def plain_class(case: Case, levels: dict[str, int]) -> str:
    """Return the first class that levels fit, read off the case."""
    return next(item.id for item in case.classes if is_in(item, levels))


def is_in(item: DealClass, levels: dict[str, int]) -> bool:
    least = all(levels[id_] >= level for id_, level in item.at_least.items())
    return least and all(levels[id_] <= level for id_, level in item.at_most.items())


def levels_of(case: Case, number: int) -> dict[str, int]:
    package = package_at(case, number)
    target = dict(zip((issue.id for issue in case.target_issues), package.target, strict=True))
    sender = dict(zip((issue.id for issue in case.sender_issues), package.sender, strict=True))
    return {**target, **sender}


@given(small_scenarios())
def test_every_package_has_the_first_class_that_it_fits(scenario: Scenario) -> None:
    case = scenario.case
    classes = case_tables(case).classes
    for number in range(0, solve(scenario).zone.total, 7):
        package, levels = package_at(case, number), levels_of(case, number)
        target = bundle_index(case.target_shape, package.target)
        sender = bundle_index(case.sender_shape, package.sender)
        assert case.classes[classes.of(target, sender)].id == plain_class(case, levels)
        assert term_sheet(scenario, package).class_id == plain_class(case, levels)


def test_what_is_asked_of_the_sender_cuts_its_bundles_into_few_kinds() -> None:
    classes = case_tables(SINAI).classes
    assert len(classes.by_kind) == 3
    assert len(case_tables(bundled_case("korea")).classes.by_kind) == 1
    whole = classes.kinds(np.arange(len(classes.kind_of)))
    assert np.bitwise_count(whole).sum() == len(classes.kind_of)


def test_full_peace_is_for_all_of_sinai() -> None:
    loose = solve(preset_scenario(SINAI, "september-1978"))
    tight = solve(loose.scenario.with_value("eg_min_sinai", 3))
    assert dict(loose.zone.by_class)["full"] == dict(tight.zone.by_class)["full"] > 0
    kept = solve(loose.scenario.with_value("il_max_sinai", 2))
    assert dict(kept.zone.by_class)["full"] == 0


def test_many_worlds_count_by_class_as_one_does() -> None:
    scenario = default_scenario(SINAI)
    draws = assumption_sets(scenario, 6, seed=3)
    counted = outcomes(scenario, draws).packages
    assert counted.shape == (6, len(SINAI.classes))
    assert (counted.sum(axis=1) > 0).any()
