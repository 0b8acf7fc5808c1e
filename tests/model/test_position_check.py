"""Lenses and meeting rules that do not fit their case are refused, and the place is named."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from explorer.files.case_file import bundled_case
from explorer.model.case import Case

# A case as a Python value, in which a test may break anything.
Raw = dict[str, Any]
CASE = bundled_case("korea")


def lens(place: int, key: str, value: object) -> Callable[[Raw], None]:
    """Return a change of one lens."""

    def change(case: Raw) -> None:
        case["lenses"][place][key] = value

    return change


def rule(*route: str | int, value: object) -> Callable[[Raw], None]:
    """Return a change that puts a value at a place of the meeting rules."""

    def change(case: Raw) -> None:
        here: Any = case["outlook"]
        for step in route[:-1]:
            here = here[step]
        here[route[-1]] = value

    return change


def second_view(case: Raw) -> None:
    """Give two views the same id."""
    case["outlook"]["views"].append(case["outlook"]["views"][0])


def no_lead(case: Raw) -> None:
    """Leave out the lead time for the most will."""
    case["outlook"]["lead_times"].pop()


BROKEN: dict[str, tuple[Callable[[Raw], None], str]] = {
    "a pair that is not there": (lens(0, "pair", "nobody"), 'no other lens "nobody"'),
    "its own pair": (lens(0, "pair", CASE.lenses[0].id), "there is no other lens"),
    "a pair of another": (lens(0, "pair", "trump"), '"trump" does not answer this lens'),
    "a control": (lens(0, "values", {"oil": 1}), "oil: there is no such control"),
    "a value": (lens(0, "values", {"us_will": 101}), "101 lies outside 0 to 100"),
    "an assumption": (lens(0, "assumptions", {"oil": 2.0}), 'no assumption "oil" to scale'),
    "a source": (lens(0, "source", "rumour"), 'there is no source "rumour"'),
    "a repeated lens": (
        lambda case: case["lenses"].append(case["lenses"][-1]),
        'lenses: the id "arms-control" stands 2 times',
    ),
    "a line at most": (rule("entry", "most", value="us_will"), 'no red line "at most"'),
    "a line at least": (rule("entry", "least", value="oil"), 'no red line "at least"'),
    "two issues": (rule("entry", "least", value="dprk_min_relief"), "different issues"),
    "a will": (rule("wills", value=["us_will", "oil"]), 'wills: there is no scale control "oil"'),
    "a lead time": (no_lead, "one for each number of wills"),
    "longer with will": (
        lambda case: case["outlook"]["lead_times"][2].update(
            days=case["outlook"]["lead_times"][0]["days"] | {"value": 61}
        ),
        "must not make a meeting take longer",
    ),
    "a repeated view": (second_view, 'outlook.views: the id "minister" stands 2 times'),
    "a window": (rule("views", 0, "windows", value=["never"]), 'there is no window "never"'),
    "a lens of a view": (rule("views", 0, "lens", value="oil"), "views.minister.lens: there is"),
}


@pytest.mark.parametrize(("change", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_what_does_not_fit_the_case_is_refused(change: Callable[[Raw], None], message: str) -> None:
    raw = CASE.model_dump(mode="json")
    change(raw)
    with pytest.raises(ValidationError, match=message):
        Case.model_validate_json(_json(raw))


def test_a_case_needs_neither_lenses_nor_meeting_rules() -> None:
    raw = CASE.model_dump(mode="json")
    del raw["lenses"], raw["outlook"]
    case = Case.model_validate_json(_json(raw))
    assert case.lenses == ()
    assert case.outlook is None


def test_a_lens_is_found_by_its_id() -> None:
    assert CASE.lens("trump").who == "Donald Trump"
    with pytest.raises(KeyError):
        CASE.lens("nobody")


def test_every_position_of_the_article_and_each_answer_is_there() -> None:
    answered = {lens.id: lens.pair for lens in CASE.lenses if lens.pair}
    assert answered["small-deal-critics"] == "kim-taewoo"
    assert all(answered[pair] == id_ for id_, pair in answered.items())
    assert {"kim-september-2025", "us-official-line", "chung-dong-young"} <= set(answered)


def _json(raw: Raw) -> str:
    return json.dumps(raw)
