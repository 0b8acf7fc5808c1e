"""Claims: whether the sentences of a lesson hold under a case, and what was found instead."""

import math

from explorer.classroom.lesson.measure import Answer, measured
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.lesson import Claim, Lesson, Relation, backed_parts
from explorer.model.wording import tr

ROUNDING = 1e-9
"""Up to this difference two numbers are the same (the solver's rule)."""


def claim_holds(claim: Claim, case: Case) -> bool:
    """Return whether a claim holds under a case.

    Raises :class:`ScenarioError` if the case lacks what the claim speaks of.
    """
    found, wanted = _sides(claim, case)
    return stands(found, claim.relation, wanted, tolerance=claim.tolerance)


def claim_report(claim: Claim, case: Case) -> str:
    """Return "" for a claim that holds, else a sentence that says which and what was found."""
    try:
        found, wanted = _sides(claim, case)
    except ScenarioError as error:
        return tr("“{claim}” cannot be checked. {reason}", claim=claim.text, reason=error)
    if stands(found, claim.relation, wanted, tolerance=claim.tolerance):
        return ""
    return tr(
        "“{claim}” does not hold: {measure} is {found}, which is not {relation} {wanted}.",
        claim=claim.text,
        measure=claim.measure.kind,
        found=answer_text(found),
        relation=claim.relation,
        wanted=answer_text(wanted),
    )


def broken_claims(lesson: Lesson, case: Case) -> tuple[str, ...]:
    """Return a line for each claim of a lesson that does not hold under a case, with its place."""
    return tuple(
        f"{place}: {report}"
        for place, claims in backed_parts(lesson)
        for report in (claim_report(claim, case) for claim in claims)
        if report
    )


def stands(found: Answer, relation: Relation, wanted: Answer, *, tolerance: float = 0.0) -> bool:
    """Return whether an answer stands in a relation to another; ids in any order.

    ``tolerance``: By how much numbers may miss, not negative.
    """
    if isinstance(found, str | tuple | bool) or isinstance(wanted, str | tuple | bool):
        is_same = _comparable(found) == _comparable(wanted)
        return is_same if relation == "=" else relation == "!=" and not is_same
    # NaN, which stands for what does not exist, is equal to nothing and stands in no order.
    room = tolerance + ROUNDING
    return {
        "=": abs(found - wanted) <= room,
        "!=": not abs(found - wanted) <= room,
        "<": found < wanted + (tolerance or -ROUNDING),
        "<=": found <= wanted + room,
        ">": found > wanted - (tolerance or -ROUNDING),
        ">=": found >= wanted - room,
    }[relation]


def answer_text(answer: Answer) -> str:
    """Return an answer of the solver in a few words."""
    if isinstance(answer, bool):
        return tr("yes") if answer else tr("no")
    if isinstance(answer, tuple):
        return ", ".join(answer) or tr("none")
    if isinstance(answer, str):
        return answer
    return tr("none") if math.isnan(answer) else f"{round(answer, 3):,g}"


def _comparable(answer: Answer) -> object:
    return frozenset(answer) if isinstance(answer, tuple) else answer


def _sides(claim: Claim, case: Case) -> tuple[Answer, Answer]:
    found = measured(claim.measure, claim.settings.scenario(case))
    if claim.value is not None:
        return found, claim.value
    other = (claim.other or claim.settings).scenario(case)
    return found, measured(claim.other_measure or claim.measure, other)
