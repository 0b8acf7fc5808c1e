"""Windows for a meeting and the forms of a case's structure: what they refuse and fall back on."""

from datetime import date

import pytest
from pydantic import ValidationError

from explorer.files.case_file import bundled_case
from explorer.model.assumption import Estimate, assumption
from explorer.model.case import Case
from explorer.model.outlook import MeetingWindow
from explorer.model.parameter import refusal
from explorer.model.structure import coherence_counts, fixed_ending, trust_rule

KOREA = bundled_case("korea")
OUTLOOK = KOREA.outlook


def window(**fields: object) -> MeetingWindow:
    """Return a window of some days; see :class:`MeetingWindow`."""
    words = {"id": "some", "name": "Some", "dates": "some day", "note": "A window."}
    return MeetingWindow.model_validate({**words, **fields})


def test_a_window_needs_an_end_or_a_length() -> None:
    with pytest.raises(ValidationError, match="needs a last day"):
        window()


def test_no_day_of_a_window_lies_after_its_end() -> None:
    with pytest.raises(ValidationError, match="known_from 2020-02-01 lies after"):
        window(closes="2020-01-01", known_from="2020-02-01")


def test_nobody_knows_on_no_day_whether_a_window_has_passed() -> None:
    closed = window(closes="2020-01-01")
    assert not closed.has_passed(None)
    assert closed.has_passed(date(2020, 1, 2))
    assert not closed.has_passed(date(2020, 1, 1))


def test_little_to_gain_begins_below_much() -> None:
    assert OUTLOOK is not None
    gains = OUTLOOK.model_dump(mode="json")["gains"]
    assert gains is not None
    gains["little_from"]["value"] = gains["much_from"]["value"] + 1
    gains["little_from"]["high"] = gains["little_from"]["value"]
    with pytest.raises(ValidationError, match="between 0 and much_from"):
        type(OUTLOOK).model_validate({**OUTLOOK.model_dump(mode="json"), "gains": gains})


@pytest.mark.parametrize(
    ("estimate", "reason"),
    [(Estimate((0.5,), 0.5, 0.5), "whole number"), (Estimate((0,), 0, 1), "no range")],
)
def test_an_option_is_a_whole_place_without_a_range(estimate: Estimate, reason: str) -> None:
    assert reason in refusal(assumption(KOREA, "structure.patrons"), estimate)


def test_two_options_of_a_choice_have_two_ids() -> None:
    raw = KOREA.model_dump(mode="json")
    raw["structure"][0]["options"][1]["id"] = raw["structure"][0]["options"][0]["id"]
    with pytest.raises(ValidationError, match="two have the same id"):
        Case.model_validate(raw)


def test_a_case_without_choices_is_built_as_model_1_was_but_keeps_its_rules() -> None:
    plain = Case.model_validate({**KOREA.model_dump(mode="json"), "structure": [], "checks": []})
    assert trust_rule(plain) == "multiply"
    assert fixed_ending(plain, "patron_support") is None
    assert coherence_counts(plain)
