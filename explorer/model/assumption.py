"""Assumptions: every number of a case listed, edited as a variation, and put back."""

from collections.abc import Mapping
from functools import lru_cache

from pydantic import ValidationError

from explorer.model.by_identity import ByIdentity
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.estimate import AssumptionChange, Estimate
from explorer.model.parameter import Parameter, edited_fields, parameters, refusal, with_likely
from explorer.model.wording import tr

__all__ = [
    "Assumption",
    "AssumptionChange",
    "Estimate",
    "assumption",
    "assumptions",
    "changed_assumptions",
    "estimate_of",
    "is_variation_of",
    "original",
    "with_edits_between",
    "with_estimates",
    "with_likely",
]

Assumption = Parameter
"""One number of a case, or one row of numbers, with its range, unit, source and note."""


def assumptions(case: Case) -> tuple[Assumption, ...]:
    """Return every assumption of a case as it stands now, in the order of the case.

    An id is the dotted path through the case with the ids of its parts, as in
    ``issues.icbm.cost.base``.
    """
    return _assumptions(ByIdentity(case))


def assumption(case: Case, assumption_id: str) -> Assumption:
    """Return the assumption with an id; :class:`ScenarioError` if the case has none."""
    found = _by_id(ByIdentity(case)).get(assumption_id)
    if found is None:
        raise ScenarioError(tr('There is no assumption "{id}".', id=assumption_id))
    return found


def with_estimates(case: Case, estimates: Mapping[str, Estimate]) -> Case:
    """Return a variation of a case that remembers what was changed and what it was.

    Assumptions that return to what the case gives are no longer counted as changed; a case
    of which nothing is changed any more equals the original.

    Parameters
    ----------
    case
        A case, perhaps already a variation.
    estimates
        What is to stand, by assumption id.

    Raises
    ------
    ScenarioError
        If an id is unknown or an estimate cannot stand in its place.
    """
    edits = {assumption(case, id_): estimate for id_, estimate in estimates.items()}
    for item, estimate in edits.items():
        if reason := refusal(item, estimate):
            raise ScenarioError(f"{item.id}: {reason}")
    fields = edited_fields(case, {item.path: estimate for item, estimate in edits.items()})
    fields["changes"] = _changes(case, estimates)
    try:
        return Case.model_validate(fields)
    except ValidationError as error:
        reasons = "\n".join(str(detail["msg"]) for detail in error.errors())
        raise ScenarioError(reasons.removeprefix("Value error, ")) from error


def estimate_of(case: Case, assumption_id: str, value: tuple[float, ...] | str) -> Estimate:
    """Return what is to stand for an assumption: likely values, or an option of a choice.

    ``value``: One number, or one for each level; the id of an option. Raises
    :class:`ScenarioError` if there is no such assumption, or no such option.
    """
    item = assumption(case, assumption_id)
    if not isinstance(value, str):
        return with_likely(item.estimate, value, item.bounds)
    ids = [id_ for id_, _ in item.options]
    if value not in ids:
        known = ", ".join(ids)
        raise ScenarioError(
            tr(
                '{id}: there is no option "{option}". Known: {known}.',
                id=assumption_id,
                option=value,
                known=known,
            )
        )
    place = ids.index(value)
    return Estimate((place,), place, place)


def with_edits_between(case: Case, before: Case, after: Case) -> Case:
    """Return a variation of a case with the edits made that lead from one variation to another.

    ``case``, ``before``, ``after``: Variations of one case. Raises :class:`ScenarioError` if the
    edits do not fit what else is changed in the case.
    """
    known = {item.id: item.estimate for item in assumptions(before)}
    edits = {
        item.id: item.estimate for item in assumptions(after) if item.estimate != known[item.id]
    }
    return with_estimates(case, edits)


def changed_assumptions(case: Case) -> tuple[AssumptionChange, ...]:
    """Return what was changed, in the order of the case; nothing for a case as it was read."""
    return case.changes


def original(case: Case) -> Case:
    """Return the case without any change; the case itself if it has none."""
    return _original(ByIdentity(case)) if case.changes else case


def is_variation_of(case: Case, other: Case) -> bool:
    """Return whether two cases are the same apart from changed assumptions."""
    return case is other or _have_one_origin(ByIdentity(case), ByIdentity(other))


def _changes(case: Case, estimates: Mapping[str, Estimate]) -> tuple[AssumptionChange, ...]:
    known = {change.id: change for change in case.changes}
    for id_, estimate in estimates.items():
        was = known[id_].was if id_ in known else assumption(case, id_).estimate
        known[id_] = AssumptionChange(id=id_, was=was, now=estimate)
    ordered = (known[item.id] for item in assumptions(case) if item.id in known)
    return tuple(change for change in ordered if change.was != change.now)


@lru_cache(maxsize=16)
def _assumptions(key: ByIdentity) -> tuple[Assumption, ...]:
    return tuple(parameters(key.case))


@lru_cache(maxsize=16)
def _by_id(key: ByIdentity) -> dict[str, Assumption]:
    return {item.id: item for item in _assumptions(key)}


@lru_cache(maxsize=16)
def _original(key: ByIdentity) -> Case:
    return with_estimates(key.case, {change.id: change.was for change in key.case.changes})


@lru_cache(maxsize=64)
def _have_one_origin(one: ByIdentity, other: ByIdentity) -> bool:
    return original(one.case) == original(other.case)
