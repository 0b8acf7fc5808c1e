"""Laws of cases made from Genius domains: whole, readable again, and within the solver's bounds."""

from pathlib import Path

import pytest

from explorer.files.case_file import read_case
from explorer.files.case_text import case_content, write_case
from explorer.files.genius.as_case import genius_case
from explorer.files.genius.domain import GeniusDomain, GeniusIssue, GeniusProfile
from explorer.files.genius.folder import read_genius
from explorer.files.genius.keeping import keep_case, own_path, read_genius_case
from explorer.files.genius.sides import given_issues, slug, unique_ids
from explorer.files.shelf import Shelf, named_case, shelf, stock
from explorer.model.case_check import MOST_BUNDLES
from explorer.model.errors import FileError
from explorer.model.limits import MOST_WORDS
from explorer.model.scenario import preset_scenario
from explorer.solver.deal_zone import deal_zone, zone_count
from tests.files.genius.domains import Judged, Made, random_domain, small_domain


def domain_of(sizes: list[int], first: list[float], second: list[float]) -> GeniusDomain:
    """Return a domain of issues with so many values, the first worth nothing, the last all."""
    issues = tuple(
        GeniusIssue(place, f"Issue {place}", tuple(f"v{n}" for n in range(size)))
        for place, size in enumerate(sizes, start=1)
    )
    profiles = [
        GeniusProfile(
            name,
            tuple(
                tuple(weight * n / (size - 1) for n in range(size))
                for size, weight in zip(sizes, weights, strict=True)
            ),
            0.1,
        )
        for name, weights in (("one", first), ("two", second))
    ]
    return GeniusDomain("Made", issues, (profiles[0], profiles[1]), ("made.xml",), ())


@pytest.mark.parametrize("seed", range(5))
def test_a_case_is_written_and_read_back_equal(tmp_path: Path, seed: int) -> None:
    case = genius_case(read_genius([random_domain(seed).write(tmp_path / "shop")]))
    write_case(tmp_path / "case.json", case_content(case))
    assert read_case(tmp_path / "case.json") == case


def test_levels_begin_open_and_rise_by_what_they_cost_the_giver(tmp_path: Path) -> None:
    case = genius_case(read_genius([small_domain().write(tmp_path / "shop")]))
    for issue in case.issues:
        assert issue.levels[0].words == "left open"
        assert list(issue.cost.base.values) == sorted(issue.cost.base.values)
    assert {level.words for level in case.issue("price").levels[1:]} == {"$3.50", "$4", "$5, net"}
    assert {issue.id: issue.given_by for issue in case.issues} == {
        "price": "target",
        "delivery": "sender",
    }


def test_red_lines_and_rules_work_as_in_any_case(tmp_path: Path) -> None:
    case = genius_case(read_genius([small_domain((0, 0)).write(tmp_path / "shop")]))
    scenario = preset_scenario(case, case.default_preset)
    assert zone_count(deal_zone(scenario)).packages == 6
    lined = scenario.with_value("target_max_price", 1)
    assert zone_count(deal_zone(lined)).packages == 2


def test_a_domain_of_one_issue_gets_an_agreement_of_the_other_side(tmp_path: Path) -> None:
    made = Made([("Agreement", ["a", "b", "c"])], 2 * [Judged([1.0], [[1, 2, 4]], 0.5)])
    case = genius_case(read_genius([made.write(tmp_path / "shop")]))
    assert [issue.id for issue in case.issues] == ["signature", "agreement"]
    scenario = preset_scenario(case, case.default_preset)
    assert zone_count(deal_zone(scenario)).packages == 2


@pytest.mark.parametrize(
    ("first", "second"), [([0.2, 0.2, 0.1], [0.3, 0.25, 0.9]), ([0.9, 0.6], [0.3, 0.5])]
)
def test_each_side_gives_something_even_if_all_matters_less_to_one(
    first: list[float], second: list[float]
) -> None:
    roles = [each.role for each in given_issues(domain_of([3] * len(first), first, second))]
    assert set(roles) == {"sender", "target"}


def test_issues_move_to_the_other_side_until_the_solver_can_take_both() -> None:
    sizes, first = [9, 9, 9, 9, 3], [0.1, 0.1, 0.1, 0.1, 0.6]
    given = given_issues(domain_of(sizes, first, [0.24, 0.24, 0.24, 0.24, 0.04]))
    for role, most in MOST_BUNDLES.items():
        count = 1
        for each in given:
            count *= len(each.words) if each.role == role else 1
        assert count <= most


def test_a_domain_of_too_many_packages_is_refused_with_a_remedy() -> None:
    with pytest.raises(FileError, match="has 10,000,000 packages, more than can be solved"):
        given_issues(domain_of([10] * 7, [0.1] * 7, [0.1] * 7))


def test_numbers_out_of_bounds_are_refused_with_their_place(tmp_path: Path) -> None:
    made = small_domain()
    made.parties[0].weights[0] = 1e9
    with pytest.raises(FileError, match="Shop: "):
        read_genius_case([made.write(tmp_path / "shop")])


def test_a_long_list_of_what_was_assumed_is_cut(tmp_path: Path) -> None:
    domain = domain_of([3, 3], [0.5, 0.5], [0.5, 0.5])
    told = tuple(f"assumed {n}" for n in range(40))
    many = GeniusDomain(domain.name, domain.issues, domain.profiles, domain.files, told)
    case = genius_case(many)
    assert len(case.limits) == MOST_WORDS
    assert case.limits[-1] == "... and 20 more"


def test_ids_are_made_of_any_name_and_stay_apart() -> None:
    assert unique_ids(["Prix (€)", "prix", "価格", "3 days", "Prix"]) == [
        "prix",
        "prix-2",
        "x",
        "x-3-days",
        "prix-3",
    ]
    assert len(slug("very " * 40)) <= 30


def test_a_kept_case_lies_among_ones_own_under_an_id_of_its_own(tmp_path: Path) -> None:
    before = shelf()
    try:
        stock(Shelf(folder=tmp_path / "cases"))
        _, case = read_genius_case([small_domain().write(tmp_path / "shop")])
        paths = [keep_case(case)[0] for _ in range(2)]
        assert [path.name for path in paths] == ["genius-shop.json", "genius-shop-2.json"]
        assert named_case("genius-shop") == case
        stock(Shelf())
        with pytest.raises(FileError, match="no folder for your cases"):
            own_path("any")
    finally:
        stock(before)
