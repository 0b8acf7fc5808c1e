"""Sign rules: a sound case breaks none, and an edit that breaks one is told in a sentence."""

import pytest
from hypothesis import given

from explorer.files.case_file import bundled_case
from explorer.model.assumption import Estimate, with_estimates
from explorer.model.case import Case
from explorer.model.sign_rule import broken_rules, rules_broken_by_edits
from tests.solver.unseen_steps import UNSEEN_STEPS
from tests.strategies import small_cases

CASE = bundled_case()


def levels(*values: float) -> Estimate:
    return Estimate(values, 0.7, 1.3)


def number(value: float) -> Estimate:
    return Estimate((value,), value, value)


@given(small_cases())
def test_a_case_that_respects_the_rules_breaks_none(case: Case) -> None:
    assert broken_rules(case) == ()
    assert rules_broken_by_edits(case) == ()


def test_the_bundled_case_breaks_the_rules_only_where_few_may_look_and_by_enforcement() -> None:
    broken = broken_rules(CASE)
    unseen = {
        (rule.topic.split(".")[1], *rule.place.split()[:2])
        for rule in broken
        if rule.topic.startswith("issues.")
    }
    assert unseen == {(id_, str(level), str(look)) for id_, level, look in UNSEEN_STEPS["korea"]}
    # The sender's own leverage makes no deal worse and relief worth more.
    assert {rule.topic for rule in broken if not rule.topic.startswith("issues.")} == {
        "target_stakes.waiting.sanctions_enforcement",
        "discounts.relief.sanctions_enforcement",
    }
    assert rules_broken_by_edits(CASE) == ()


def test_the_other_bundled_case_breaks_only_what_holds_for_arms_and_small_deals() -> None:
    case = bundled_case("sinai")
    broken = broken_rules(case)
    # Israel's waiting gets no better by Egypt's power, and an interim step is dearer to an army
    # that could attack, and in a tight front.
    assert {rule.topic for rule in broken} == {
        "classes.interim.arab_front",
        "classes.interim.military_threat",
    }


def test_a_class_about_concessions_alone_has_no_law_of_arms() -> None:
    case = bundled_case("sinai")
    first, *others = case.classes
    asking = [
        first.model_copy(update=each)
        for each in (
            {"at_least": {"sinai": 3}},
            {"at_least": {}, "at_most": {"sinai": 1}},
        )
    ]
    bounded = case.model_copy(update={"classes": (*asking, others[-1])})
    assert not any(rule.topic.startswith("classes") for rule in broken_rules(bounded))


def test_an_edit_that_breaks_nothing_new_gives_no_warning() -> None:
    varied = with_estimates(CASE, {"issues.icbm.benefit.points": levels(0, 8, 14, 21, 28)})
    assert broken_rules(varied)
    assert rules_broken_by_edits(varied) == ()


@pytest.mark.parametrize(
    ("edits", "words"),
    [
        ({"issues.icbm.cost.base": levels(0, 2, 1, 9, 10)}, "deeper step may no longer cost more"),
        ({"issues.stat.benefit.points": levels(0, 9, 8, 10)}, "hurt the side that receives it"),
        ({"issues.stat.benefit.points": levels(0, -1, 8, 10)}, "more trust in promises"),
        (
            {"issues.icbm.cost.slopes.missile_advances.series": levels(0, 1, -1, 10, 22)},
            "may now remove such packages",
        ),
        (
            {"issues.warh.cost.slopes.missile_advances.series": levels(0, -1, -1, 1)},
            "may now make such packages acceptable",
        ),
        ({"target_stakes.headline.points": number(-1)}, "no longer enlarge the zone"),
        ({"target_stakes.waiting.slopes.china_ties.amount": number(-1)}, "makes no deal worse"),
        ({"discounts.relief.slopes.china_ties.amount": number(-0.1)}, "raises what these are"),
    ],
)
def test_an_edit_that_breaks_a_rule_is_told_once_for_each_topic(
    edits: dict[str, Estimate], words: str
) -> None:
    found = rules_broken_by_edits(with_estimates(CASE, edits))
    assert any(words in rule.sentence for rule in found)
    assert len({rule.topic for rule in found}) == len(found)
