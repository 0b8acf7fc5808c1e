"""A negotiation problem as Genius files state it: issues, two parties, and what was assumed."""

from dataclasses import dataclass
from math import prod


@dataclass(frozen=True, slots=True)
class Span:
    """The numbers that an issue runs over; only ``is_whole`` ones where it is of integers."""

    low: float
    high: float
    is_whole: bool


@dataclass(frozen=True, slots=True)
class GeniusIssue:
    """One thing bargained over, with its values in words.

    ``index`` is the number by which profiles refer to it. ``numbers`` are the values where they
    are numbers, empty where they are words only.
    """

    index: int
    name: str
    values: tuple[str, ...]
    numbers: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class GeniusProfile:
    """What one party makes of a domain.

    ``worth`` holds for each issue, in the domain's order, what each value adds to the party's
    utility: weight times evaluation over the issue's largest evaluation. ``reservation`` is the
    utility of no agreement, on the same scale from 0 to 1.
    """

    name: str
    worth: tuple[tuple[float, ...], ...]
    reservation: float

    @property
    def best(self) -> float:
        """The utility of the best package, before Genius caps it at 1."""
        return sum(map(max, self.worth))


@dataclass(frozen=True, slots=True)
class GeniusDomain:
    """A whole problem: ``profiles`` are the two parties, in the order of their files.

    ``files`` are the names of the files it was read from; ``assumed`` says in sentences what the
    files leave open, what was left out and how it is counted here.
    """

    name: str
    issues: tuple[GeniusIssue, ...]
    profiles: tuple[GeniusProfile, GeniusProfile]
    files: tuple[str, ...]
    assumed: tuple[str, ...]

    @property
    def packages(self) -> int:
        """How many packages the domain has."""
        return prod(len(issue.values) for issue in self.issues)
