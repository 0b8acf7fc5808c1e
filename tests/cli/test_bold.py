"""``dealzone bold``: what it prints is what was counted, whatever is asked for."""

import json

import pytest

from explorer.files.case_file import bundled_case
from explorer.model.package import package_at, package_levels
from explorer.model.scenario import preset_scenario
from explorer.studies.bold import bold
from tests.cli.conftest import Dealzone

CASE = bundled_case()
SCENARIO = preset_scenario(CASE, "october-2025")
FEW = ("--sets", "60", "--seed", "3")
ANSWER = bold(SCENARIO, seed=3, sets=60)


@pytest.mark.parametrize(
    ("words", "rank"),
    [
        ((), "target"),
        (("--side", "sender"), "sender"),
        (("--rank", "nash"), "nash"),
        (("--rank", "share", "--side", "sender"), "share"),
    ],
)
def test_json_holds_the_counts_the_boldest_and_the_frontier(
    dealzone: Dealzone, words: tuple[str, ...], rank: str
) -> None:
    told = json.loads(
        dealzone("bold", "october-2025", *FEW, "--at-least", "70", *words, "--json").out
    )
    assert (told["rank"], told["sets"], told["seed"], told["at_least"]) == (rank, 60, 3, 70)
    assert told["packages_ever"] == ANSWER.ever
    assert told["packages_sure"] == ANSWER.sure(70).sum()
    places = ANSWER.ranked(rank, 70, most=12).tolist()
    levels = [package_levels(CASE, package_at(CASE, int(ANSWER.packages[n]))) for n in places]
    assert [each["levels"] for each in told["boldest"]] == levels
    assert [each["sets"] for each in told["boldest"]] == ANSWER.hits[places].tolist()
    assert len(told["frontier"]) == len(ANSWER.frontier(rank))
    assert set(told["named"]) == {each.id for each in CASE.packages}


def test_the_text_says_how_many_how_sure_and_of_what_it_speaks(dealzone: Dealzone) -> None:
    ran = dealzone("bold", "october-2025", *FEW)
    words = " ".join(ran.out.split())
    assert (ran.code, ran.err) == (0, "")
    assert "packages are in the deal zone in at least 80 of 100 assumption sets" in words
    assert "Seed 3." in words
    assert "not a forecast" in words


@pytest.mark.parametrize("words", [("--at-least", "0"), ("--at-least", "101"), ("--rank", "x")])
def test_what_cannot_be_asked_is_refused(dealzone: Dealzone, words: tuple[str, ...]) -> None:
    ran = dealzone("bold", *words)
    assert ran.code == 2
    assert "dealzone bold --help" in ran.err
