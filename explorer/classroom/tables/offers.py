"""The offers of a table as one cell: who offered which levels, in order.

An offer is the id of the party that made it, a colon, and the levels of all issues in the case's
order with points between: ``us:3.1.0.0.0.2.2.1.0.0.1``. Offers stand behind each other with blanks.
"""

import re
from typing import TYPE_CHECKING

from explorer.figures.phrase import listed
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.package import package_of
from explorer.model.table_result import MOST_OFFERS, TableOffer
from explorer.model.wording import tr, tr_n

if TYPE_CHECKING:
    from explorer.model.issue import Role

_OFFER = re.compile(r"([a-z][a-z0-9_-]*):(\d{1,3}(?:\.\d{1,3})*)", re.ASCII)
LONGEST_ECHO = 60
"""Characters of an offer that a message repeats."""


def offers_of(case: Case, cell: str) -> tuple[TableOffer, ...]:
    """Return the offers of a cell; none where it is empty.

    Raises :class:`ScenarioError` if one cannot be read.
    """
    parts = cell.split()
    if len(parts) > MOST_OFFERS:
        raise ScenarioError(
            tr_n("a table has {n} offer at most.", "a table has {n} offers at most.", MOST_OFFERS)
        )
    return tuple(_offer(case, part) for part in parts)


def offers_cell(case: Case, path: tuple[TableOffer, ...]) -> str:
    """Return offers as one cell; the inverse of :func:`offers_of`."""
    return " ".join(
        "{party}:{levels}".format(
            party=case.party(offer.by).id,
            levels=".".join(str(offer.levels.get(issue.id, 0)) for issue in case.issues),
        )
        for offer in path
    )


def _offer(case: Case, text: str) -> TableOffer:
    roles: dict[str, Role] = {case.sender.id: "sender", case.target.id: "target"}
    found = _OFFER.fullmatch(text.casefold())
    levels = [int(each) for each in found.group(2).split(".")] if found else []
    if found is None or found.group(1) not in roles or len(levels) != len(case.issues):
        raise ScenarioError(
            tr(
                "“{offer}” is no offer. One starts with {parties} and a colon, and has {count} "
                "levels with points between.",
                offer=text[:LONGEST_ECHO],
                parties=listed(roles),
                count=len(case.issues),
            )
        )
    named = {issue.id: level for issue, level in zip(case.issues, levels, strict=True)}
    package_of(case, named)
    return TableOffer(by=roles[found.group(1)], levels=named)
