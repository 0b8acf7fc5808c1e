"""Changed assumptions as plain records, and how they are understood again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from pydantic import ValidationError

from explorer.files.saved import SavedChange
from explorer.files.scenario_reading import spelt
from explorer.model.assumption import Assumption, Estimate, assumptions, with_estimates
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.limits import MOST_CHANGES
from explorer.model.parameter import refusal
from explorer.model.wording import tr

Record = dict[str, object]


def change_records(case: Case) -> list[Record]:
    """Return what was changed in a case: id, what it was and what it is."""
    return [change.model_dump(mode="json") for change in case.changes]


def read_changes(case: Case, content: object, place: str) -> tuple[Case, list[str], list[str]]:
    """Return a case with the changes in a record made, as far as they are understood.

    Parameters
    ----------
    case
        The case as the program or the file brings it.
    content
        A value as JSON gives it: a list of records as :func:`change_records` makes them.
    place
        Where it stands in its file, for the lines.

    Returns
    -------
    tuple
        The varied case; a line for each change that was not understood; and a line for each
        that was made although the case meant another value when it was saved.
    """
    if content is None:
        return case, [], []
    if not isinstance(content, list):
        return case, [tr("{place}: is not a list", place=place)], []
    items = cast("list[object]", content)
    problems: list[str] = []
    if len(items) > MOST_CHANGES:
        problems.append(tr("{place}: has more than {most} entries", place=place, most=MOST_CHANGES))
    known = {item.id: item for item in assumptions(case)}
    wanted: dict[str, _Change] = {}
    for number, item in enumerate(items[:MOST_CHANGES]):
        where = f"{place}[{number}]"
        try:
            change = _Change(where, SavedChange.model_validate(item))
        except ValidationError:
            problems.append(tr("{place}: is no changed assumption", place=where))
            continue
        problem = _problem(change, known.get(change.id), wanted)
        if problem:
            problems.append(f"{where}: {problem}")
        else:
            wanted[change.id] = change
    varied, refused = _varied(case, tuple(wanted.values()))
    notes = [
        line
        for change in wanted.values()
        if change.id not in refused
        for line in _reservations(change.place, change.saved, known[change.id].estimate)
    ]
    problems += [f"{wanted[id_].place}: {reason}" for id_, reason in refused.items()]
    return varied, problems, notes


@dataclass(frozen=True, slots=True)
class _Change:
    """A changed assumption, and where it stands in its file."""

    place: str
    saved: SavedChange

    @property
    def id(self) -> str:
        return self.saved.id


def _problem(change: _Change, item: Assumption | None, wanted: Mapping[str, _Change]) -> str:
    """Return why a change is left out, or nothing."""
    if item is None:
        return tr('there is no assumption "{id}"', id=spelt(change.id))
    if change.id in wanted:
        return tr("{id} is changed twice; the first change counts", id=change.id)
    if change.saved.now.estimate() == item.estimate:
        return tr("{id} is the same in the case; there is nothing to change", id=change.id)
    return refusal(item, change.saved.now.estimate())


def _varied(case: Case, changes: tuple[_Change, ...]) -> tuple[Case, dict[str, str]]:
    """Return a case with changes made, and by its id why any of them cannot be."""
    if not changes:
        return case, {}
    try:
        return with_estimates(case, {each.id: each.saved.now.estimate() for each in changes}), {}
    except ScenarioError as error:
        if len(changes) == 1:
            return case, {changes[0].id: str(error)}
    # One change in many may be the culprit: each half is tried alone, the second upon the first.
    middle = len(changes) // 2
    first, refused = _varied(case, changes[:middle])
    both, more = _varied(first, changes[middle:])
    return both, refused | more


def _reservations(place: str, change: SavedChange, known: Estimate) -> list[str]:
    """Return a line if the case gave another value when the change was saved."""
    was = change.was.estimate()
    if was == known:
        return []
    return [
        tr(
            "{place}: {id} was {was} in the case when this was saved, and is {known} in it now",
            place=place,
            id=change.id,
            was=_values(was),
            known=_values(known),
        )
    ]


def _values(estimate: Estimate) -> str:
    return ", ".join(f"{value:g}" for value in estimate.values)
