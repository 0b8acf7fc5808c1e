"""What flips it as a view: which answer is asked about, and what is shown of a search."""

from dataclasses import replace

import pytest

from explorer.figures.breaking import ABOUT
from explorer.files.case_file import bundled_case
from explorer.model.breaking import ZONE, BreakingLadder, Claim, package_claim
from explorer.model.package import package_of
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.views.breaking import breaking_question, figure
from explorer.views.view import Viewing

CASE = bundled_case("korea")
OCTOBER = solve(preset_scenario(CASE, "october-2025"))
NAMED = CASE.packages[1]
PACKAGE = package_of(CASE, NAMED.levels)
LOOK = Viewing(OCTOBER, selected_row="yongbyon", selected_package=PACKAGE)


@pytest.mark.parametrize(
    ("chosen", "row", "claim"),
    [
        ("", "yongbyon", Claim("row", "yongbyon")),
        ("", "", ZONE),
        ("zone", "yongbyon", ZONE),
        ("selected", "yongbyon", Claim("package", package=PACKAGE)),
        ("row.phased-step", "yongbyon", Claim("row", "phased-step")),
        (f"package.{NAMED.id}", "", package_claim(CASE, NAMED.id)),
        ("row.of-another-case", "yongbyon", Claim("row", "yongbyon")),
    ],
)
def test_the_answer_that_is_chosen_is_asked_about(chosen: str, row: str, claim: Claim) -> None:
    look = replace(LOOK, selected_row=row, choices={ABOUT: chosen})
    assert breaking_question(look).claim == claim
    assert breaking_question(look).result is OCTOBER


def test_without_a_search_under_way_all_is_found_at_once() -> None:
    shown = figure(replace(LOOK, selected_package=None))
    assert len(shown.groups) > 1
    assert shown.sentence.startswith("Yongbyon")


def test_a_search_under_way_is_shown_as_far_as_it_is() -> None:
    shown = figure(replace(LOOK, breaking=BreakingLadder(OCTOBER.scenario)))
    assert shown.groups == ()
    assert shown.empty_words
