"""Rules, consents and choices that name nothing or cannot be kept are refused with their place."""

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
TARGET, SENDER = CASE.target_issues[0], CASE.sender_issues[0]
RULES = [control.id for control in CASE.controls if control.kind == "coherence"]
RULE = CASE.control(RULES[0])
CONSENT = next(control for control in CASE.controls if control.kind == "consent")


def place_of(control_id: str) -> str:
    """Return how a refusal names a control."""
    return f"controls[{CASE.control_places[control_id]}] ({control_id})"


def rule(when: Raw, *requires: Raw) -> Callable[[Raw], None]:
    """Return a change that makes the first coherence rule about something else."""

    def change(case: Raw) -> None:
        case["controls"][CASE.control_places[RULE.id]].update(when=when, requires=requires)

    return change


def consent(**fields: object) -> Callable[[Raw], None]:
    """Return a change of the first consent."""

    def change(case: Raw) -> None:
        case["controls"][CASE.control_places[CONSENT.id]].update(fields)

    return change


def contradiction(case: Raw) -> None:
    """Let one rule ask an issue up whenever another asks it down: nothing keeps both."""
    for id_, wanted in ((RULES[0], {"at_least": 1}), (RULES[-1], {"at_most": 0})):
        case["controls"][CASE.control_places[id_]].update(
            when={SENDER.id: {"at_least": 0}}, requires=[{TARGET.id: wanted}]
        )


def choice(kind: str, **fields: object) -> Callable[[Raw], None]:
    """Return a change of the structure choice of a kind; None takes a field away."""

    def change(case: Raw) -> None:
        found = next(each for each in case["structure"] if each["kind"] == kind)
        for name, value in fields.items():
            found[name] = value
            if value is None:
                del found[name]

    return change


def ending_of_waiting(case: Raw) -> None:
    """Let a slope of waiting end with a share that is not there."""
    case["target_stakes"]["waiting"]["slopes"][0]["ends"] = "oil"


def two_choices(case: Raw) -> None:
    """Ask the same question of structure twice."""
    found = next(each for each in case["structure"] if each["kind"] == "coherence")
    case["structure"].append({**found, "id": "again"})


SLOPE = CASE.target_stakes.waiting.slopes[0].control
ENDING = next(
    (place, each) for place, each in enumerate(CASE.structure) if each.kind == "ending_share"
)

BROKEN: dict[str, tuple[Callable[[Raw], None], str]] = {
    "a rule against itself": (
        rule({TARGET.id: {"at_least": 1}}, {TARGET.id: {"at_most": 0}}),
        f"{place_of(RULE.id)}: the rule contradicts itself",
    ),
    "rules against each other": (
        contradiction,
        f"the coherence rules contradict each other and leave no package: {', '.join(RULES)}",
    ),
    "an issue a rule is about": (
        rule({"oil": {"at_least": 1}}, {TARGET.id: {"at_least": 1}}),
        f'{place_of(RULE.id)}.when: there is no issue "oil"',
    ),
    "an issue a rule requires": (
        rule({TARGET.id: {"at_least": 1}}, {SENDER.id: {"at_least": 1}}, {"oil": {"at_most": 0}}),
        f'{place_of(RULE.id)}.requires[1]: there is no issue "oil"',
    ),
    "a level of a rule": (
        rule({TARGET.id: {"at_most": 9}}, {SENDER.id: {"at_least": 1}}),
        f"{place_of(RULE.id)}.when.{TARGET.id}: level 9, but the highest is",
    ),
    "an empty range": (
        rule({TARGET.id: {"at_least": 2, "at_most": 1}}, {SENDER.id: {"at_least": 1}}),
        f"{place_of(RULE.id)}.when.{TARGET.id}: no level is at least 2, at most 1",
    ),
    "an issue of a consent": (
        consent(issue="oil"),
        f'{place_of(CONSENT.id)}.issue: there is no issue "oil"',
    ),
    "an issue a consent needs": (
        consent(needs={"issue": "oil", "at_least": 1}),
        f'{place_of(CONSENT.id)}.needs: there is no issue "oil"',
    ),
    "an issue a consent also needs": (
        consent(also_needs=[{"issue": "oil", "at_least": 1}]),
        f'{place_of(CONSENT.id)}.needs: there is no issue "oil"',
    ),
    "a level a consent needs": (
        consent(needs={"issue": TARGET.id, "at_least": 9}),
        f"{place_of(CONSENT.id)}.needs.{TARGET.id}: level 9, but the highest is",
    ),
    "a choice without a default": (choice("coherence", default=None), "default\n  Field required"),
    "an unknown default": (choice("coherence", default="oil"), 'there is no option "oil"; known: '),
    "an unknown share of a choice": (
        choice("ending_share", share="oil"),
        f'structure[{ENDING[0]}] ({ENDING[1].id}): there is no ending share "oil"',
    ),
    "an unknown share of waiting": (
        ending_of_waiting,
        f'target_stakes.waiting.slopes.{SLOPE}.ends: there is no ending share "oil"',
    ),
    "a question asked twice": (two_choices, 'structure: 2 choices are about "coherence"'),
}


@pytest.mark.parametrize(("change", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_what_cannot_be_kept_is_refused(change: Callable[[Raw], None], message: str) -> None:
    raw = CASE.model_dump(mode="json")
    change(raw)
    with pytest.raises(ValidationError) as refused:
        Case.model_validate_json(json.dumps(raw))
    assert message in str(refused.value)


@pytest.mark.parametrize("place", range(len(CASE.structure)))
def test_an_option_that_is_not_there_is_named_with_its_choice(place: int) -> None:
    raw = CASE.model_dump(mode="json")
    raw["structure"][place]["default"] = "oil"
    with pytest.raises(ValidationError) as refused:
        Case.model_validate_json(json.dumps(raw))
    (error,) = refused.value.errors()
    assert error["loc"][:2] == ("structure", place)
    assert all(option.id in error["msg"] for option in CASE.structure[place].options)


def test_a_rule_that_some_of_its_alternatives_can_meet_stands() -> None:
    raw = CASE.model_dump(mode="json")
    rule({TARGET.id: {"at_least": 1}}, {TARGET.id: {"at_most": 0}}, {SENDER.id: {"at_least": 1}})(
        raw
    )
    assert Case.model_validate_json(json.dumps(raw)).control(RULE.id)


def test_a_case_needs_neither_rules_nor_choices() -> None:
    raw = CASE.model_dump(mode="json")
    raw["controls"] = [each for each in raw["controls"] if each["id"] not in RULES]
    for group in raw["groups"]:
        for name in ("shown", "folded"):
            group[name] = [id_ for id_ in group[name] if id_ not in RULES]
    raw["structure"], raw["checks"] = [], []
    case = Case.model_validate_json(json.dumps(raw))
    assert case.structure == ()
