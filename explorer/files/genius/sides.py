"""Who gives what in a Genius domain, and what each value costs the giver and brings the other.

This program's issues are each given by one side; those of Genius are shared. A party gives what
matters less to it than to the other. Level 0 of each issue leaves it open and is worth nothing;
the values stand above it, the one that the giver likes best first. What a value costs is what it
misses of the giver's best one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from explorer.model.case_check import MOST_BUNDLES
from explorer.model.errors import FileError
from explorer.model.limits import MOST_COUNT
from explorer.model.wording import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explorer.files.genius.domain import GeniusDomain
    from explorer.model.issue import Role

POINTS = 100
"""Points of this program for a utility of 1."""

DECIMALS = 10
"""To how many decimals points are kept, so that noise of the arithmetic does not stand in cases."""

LONGEST_ID = 30


@dataclass(frozen=True, slots=True)
class Given:
    """An issue as one side gives it.

    ``words`` are its levels in words, level 0 first. ``cost`` and ``benefit`` are the points that
    each level costs the giver and brings the other. ``order`` holds which value of the domain's
    issue each level from 1 on is. ``offset`` is what the giver has of its best value, in points:
    costs are counted from there.
    """

    id: str
    name: str
    role: Role
    words: tuple[str, ...]
    cost: tuple[float, ...]
    benefit: tuple[float, ...]
    order: tuple[int, ...]
    offset: float

    @property
    def is_ordered(self) -> bool:
        """Whether each level brings the other at least as much as the one before."""
        return list(self.benefit) == sorted(self.benefit)


def given_issues(domain: GeniusDomain) -> tuple[Given, ...]:
    """Return the issues of a domain, each with the side that gives it.

    The first profile's party is the sender, the second's the target. Raises :class:`FileError` if
    no sharing out keeps each side's bundles within what the solver takes.
    """
    roles = _roles(domain)
    ids = unique_ids(issue.name for issue in domain.issues)
    issues = [
        _given(domain, place, id_, role)
        for place, (id_, role) in enumerate(zip(ids, roles, strict=True))
    ]
    if len(issues) == 1:
        issues.append(_signature("sender" if issues[0].role == "target" else "target", ids[0]))
    return tuple(issues)


def unique_ids(names: Iterable[str]) -> list[str]:
    """Return an id for each name, all different: small letters, digits and hyphens."""
    found: list[str] = []
    for name in names:
        stem, number = slug(name), 1
        id_ = stem
        while id_ in found:
            number += 1
            id_ = f"{stem}-{number}"
        found.append(id_)
    return found


def slug(name: str) -> str:
    """Return a name as an id can hold it; "x" in front where it would not begin with a letter."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    text = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_ID].strip("-")
    return text if text[:1].isalpha() else f"x-{text}".strip("-")


def _roles(domain: GeniusDomain) -> list[Role]:
    first, second = domain.profiles
    weights = [(max(one), max(other)) for one, other in zip(first.worth, second.worth, strict=True)]
    roles: list[Role] = ["sender" if one <= other else "target" for one, other in weights]
    if len(set(roles)) == 1 and len(roles) > 1:
        # Whoever gives nothing gives the issue that comes nearest to mattering less to it.
        gaps = [abs(one - other) for one, other in weights]
        place = gaps.index(min(gaps))
        roles[place] = "target" if roles[place] == "sender" else "sender"
    sizes = [len(issue.values) + 1 for issue in domain.issues]
    _balance(roles, sizes)
    fits = all(_bundles(roles, sizes, role) <= most for role, most in MOST_BUNDLES.items())
    if not fits or prod(sizes) > MOST_COUNT:
        message = tr(
            "The domain “{name}” has {n:,} packages, more than can be solved at once. Leave out "
            "issues, or cut those of numbers into fewer steps.",
            name=domain.name,
            n=domain.packages,
        )
        raise FileError(message)
    return roles


def _bundles(roles: list[Role], sizes: list[int], role: str) -> int:
    return prod(size for own, size in zip(roles, sizes, strict=True) if own == role)


def _balance(roles: list[Role], sizes: list[int]) -> None:
    """Move issues to the other side, the largest first, while a side has too many bundles."""
    sides: tuple[tuple[Role, Role], ...] = (("sender", "target"), ("target", "sender"))
    for role, other in sides:
        places = sorted(range(len(sizes)), key=lambda place: -sizes[place])
        for place in places:
            is_too_much = _bundles(roles, sizes, role) > MOST_BUNDLES[role]
            has_room = _bundles(roles, sizes, other) * sizes[place] <= MOST_BUNDLES[other]
            if roles[place] == role and is_too_much and has_room and roles.count(role) > 1:
                roles[place] = other


def _given(domain: GeniusDomain, place: int, id_: str, role: Role) -> Given:
    issue = domain.issues[place]
    own, others = (profile.worth[place] for profile in domain.profiles)
    if role == "target":
        own, others = others, own
    order = sorted(range(len(issue.values)), key=lambda value: (-own[value], others[value]))
    best = max(own)
    return Given(
        id=id_,
        name=issue.name,
        role=role,
        words=(tr("left open"), *(issue.values[value] for value in order)),
        cost=(0.0, *(_points(best - own[value]) for value in order)),
        benefit=(0.0, *(_points(others[value]) for value in order)),
        order=tuple(order),
        offset=_points(best),
    )


def _signature(role: Role, other: str) -> Given:
    """Return what the side without an issue gives: its word, which is worth nothing as such."""
    return Given(
        id="agreement" if other != "agreement" else "signature",
        name=tr("Agreement"),
        role=role,
        words=(tr("left open"), tr("agreed")),
        cost=(0.0, 0.0),
        benefit=(0.0, 0.0),
        order=(0,),
        offset=0.0,
    )


def _points(utility: float) -> float:
    return round(POINTS * utility, DECIMALS)
