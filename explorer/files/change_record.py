"""Changed assumptions as plain records, and how they are understood again."""

from typing import cast

from pydantic import ValidationError

from explorer.files.saved import SavedChange
from explorer.files.scenario_reading import spelt
from explorer.model.assumption import Estimate, assumptions, with_estimates
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
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
    problems: list[str] = []
    notes: list[str] = []
    varied = case
    known = {item.id: item.estimate for item in assumptions(case)}
    for number, item in enumerate(cast("list[object]", content)):
        where = f"{place}[{number}]"
        try:
            change = SavedChange.model_validate(item)
            if change.id not in known:
                problems.append(
                    tr('{place}: there is no assumption "{id}"', place=where, id=spelt(change.id))
                )
                continue
            varied = with_estimates(varied, {change.id: change.now.estimate()})
        except ValidationError:
            problems.append(tr("{place}: is no changed assumption", place=where))
        except ScenarioError as error:
            problems.append(f"{where}: {error}")
        else:
            notes += _reservations(where, change, known[change.id])
    return varied, problems, notes


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
