"""Red lines that exclude each other, in words: what each side insists on about the same issue."""

from collections.abc import Iterator

from explorer.figures.control_words import is_drawn
from explorer.model.control import LimitControl
from explorer.model.scenario import Scenario
from explorer.model.wording import tr


def clash_words(scenario: Scenario) -> Iterator[str]:
    """Yield for each pair of drawn lines that no package meets what both sides say."""
    case = scenario.case
    drawn = [
        control
        for control in case.controls
        if control.kind == "limit" and is_drawn(case, control.id, scenario.value(control.id))
    ]
    for least in drawn:
        for most in drawn:
            if _exclude_each_other(scenario, least, most):
                yield _sentence(scenario, least, most)


def _exclude_each_other(scenario: Scenario, least: LimitControl, most: LimitControl) -> bool:
    return (
        least.issue == most.issue
        and (least.bound, most.bound) == ("at_least", "at_most")
        and scenario.value(least.id) > scenario.value(most.id)
    )


def _sentence(scenario: Scenario, least: LimitControl, most: LimitControl) -> str:
    case = scenario.case
    issue = case.issue(least.issue)
    said = tr(
        "On {issue}, {asker} insists on at least “{least}”; {giver} goes no further than “{most}”.",
        issue=issue.short,
        asker=case.party(least.party).short,
        giver=case.party(most.party).short,
        least=issue.levels[int(scenario.value(least.id))].short,
        most=issue.levels[int(scenario.value(most.id))].short,
    )
    off = most.unless or least.unless
    if off is None:
        return tr("{said} No package satisfies both.", said=said)
    other = case.issue(off.issue)
    return tr(
        "{said} Only a package with {issue} at “{level}” satisfies both.",
        said=said,
        issue=other.short,
        level=other.levels[off.at_least].short,
    )
