"""``dealzone breaking``: what it prints is what was found; nothing speaks of chances."""

import json

import pytest

from explorer.files.case_file import bundled_case
from explorer.model.breaking import ZONE, Claim, package_claim
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.studies.breaking import breaking
from tests.cli.conftest import Dealzone

CASE = bundled_case()
OCTOBER = solve(preset_scenario(CASE, "october-2025"))
PACKAGE = CASE.packages[0].id

ASKED = {
    ("--row", "phased-step"): Claim("row", "phased-step"),
    ("--package", PACKAGE): package_claim(CASE, PACKAGE),
    ("--zone",): ZONE,
    (): ZONE,
}


@pytest.mark.parametrize("words", ASKED, ids=lambda each: " ".join(each) or "nothing")
def test_the_record_is_what_was_found(dealzone: Dealzone, words: tuple[str, ...]) -> None:
    told = json.loads(dealzone("breaking", "october-2025", *words, "--json").out)
    found = breaking(OCTOBER, ASKED[words])
    assert found.asked is not None
    assert told["scenario"] == OCTOBER.scenario.name
    assert told["as_of"] == "2025-10-23"
    assert [each["resilience"] for each in told["answers"]] == [each.share for each in found.rungs]
    asked = told["asked"]
    assert asked["is_true"] == found.asked.is_true
    assert asked["ends"] == dict(found.asked.resilience.ends)
    assert [each["control"] for each in asked["controls"]] == [
        each.control_id for each in found.asked.moves or ()
    ]
    assert [each["share_of_range"] for each in asked["pairs"]] == [
        each.share for each in found.asked.pairs or ()
    ]
    assert [each["assumption"] for each in asked["assumptions"]] == [
        each.assumption for each in found.asked.flips or ()
    ]


def test_the_text_says_how_far_and_what_is_thinnest(dealzone: Dealzone) -> None:
    ran = dealzone("breaking", "--row", "phased-step")
    words = " ".join(ran.out.split())
    assert (ran.code, ran.err) == (0, "")
    assert "Phased step one is closed; it would be open if" in words
    assert "Trust in US promises" in words
    for word in ("probab", "likely", "nan", "inf "):
        assert word not in words


def test_what_is_not_known_is_refused(dealzone: Dealzone) -> None:
    for option in ("--row", "--package"):
        ran = dealzone("breaking", option, "weather")
        assert ran.code == 2
        assert "weather" in ran.err
    assert dealzone("breaking", "--zone", "--row", "phased-step").code == 2


def test_help_comes_for_a_case_without_rows() -> None:
    from explorer.cli.breaking import breaking_parser

    bare = CASE.model_copy(update={"rows": ()})
    assert "--row phased" not in breaking_parser(bare).format_help()
    assert f"--row {CASE.rows[0].id}" in breaking_parser(CASE).format_help()


def test_a_scenario_without_a_day_has_none_in_the_record() -> None:
    from explorer.cli.breaking import breaking_record
    from explorer.model.breaking import BreakingLadder

    ladder = BreakingLadder(OCTOBER.scenario.with_date(None))
    assert breaking_record(ladder) == {"scenario": OCTOBER.scenario.name, "answers": []}
