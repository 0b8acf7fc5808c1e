"""What others than the two parties make of a package, of a row, or of a whole zone."""

from dataclasses import dataclass

from explorer.model.package import Package
from explorer.model.scenario import Scenario
from explorer.model.stakeholder import Gauge, Stakeholder, StakeholderTerm


@dataclass(frozen=True, slots=True)
class TermStanding:
    """A term of a stakeholder that holds for a package, with its points and their range."""

    term: StakeholderTerm
    points: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Standing:
    """What one package means to a stakeholder, in its own points over today.

    ``low`` and ``high`` are as far as all its ranges together allow. ``parts`` hold
    (issue id, points), the target's issues first, and ``terms`` the terms that hold for the
    package; together they add up to ``points``. ``worst`` and ``best`` are the points of the
    packages that are worst and best for the stakeholder among all that can be put together.
    """

    stakeholder: Stakeholder
    points: float
    low: float
    high: float
    parts: tuple[tuple[str, float], ...]
    terms: tuple[TermStanding, ...]
    worst: float
    best: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What a gauge shows for one package; all else as for :class:`Standing`."""

    gauge: Gauge
    value: float
    low: float
    high: float
    worst: float
    best: float


@dataclass(frozen=True, slots=True)
class PackageOthers:
    """One package as everybody else sees it, in the case's order."""

    scenario: Scenario
    package: Package
    standings: tuple[Standing, ...]
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """Numbers of many packages: the lowest, the mean, the highest.

    ``share`` is the share of packages, 0 to 1, whose number is not below zero: for a
    stakeholder those that leave it no worse off. ``worst`` and ``best`` are the numbers of the
    worst and the best package of all that can be put together.
    """

    lowest: float
    mean: float
    highest: float
    share: float
    worst: float
    best: float


@dataclass(frozen=True, slots=True)
class ZoneOthers:
    """Packages of the deal zone as everybody else sees them.

    ``row_id`` names the row whose packages they are, "" for the whole zone. ``spreads`` and
    ``gauges`` stand in the case's order of stakeholders and gauges; both are empty if
    ``packages`` is 0.
    """

    scenario: Scenario
    row_id: str
    packages: int
    spreads: tuple[Spread, ...]
    gauges: tuple[Spread, ...]
