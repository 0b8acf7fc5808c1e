"""Where a case's own packages and rows lie on the axes: found once for each case, then kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from explorer.figures.prices import (
    PricePoint,
    highest_price,
    price_points,
    sender_price,
    target_value,
)
from explorer.model.case import Case
from explorer.model.example import NamedPackage
from explorer.model.package import Bundle, Package, package_of


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A named package; ``value`` and ``price`` are its places on both axes of the map."""

    named: NamedPackage
    package: Package
    value: float
    price: float


@dataclass(frozen=True, slots=True)
class CasePlaces:
    """What depends on the case alone; ``row_bundles`` holds each row's commitments by its id."""

    case: Case
    packages: tuple[NamedPlace, ...]
    row_bundles: dict[str, Bundle]
    landmarks: tuple[PricePoint, ...]
    highest_price: float


@dataclass(frozen=True, slots=True, eq=False)
class _SameCase:
    """A case as a key: equal only to itself, which is quicker than comparing its numbers."""

    case: Case

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SameCase) and other.case is self.case

    def __hash__(self) -> int:
        return id(self.case)


def case_places(case: Case) -> CasePlaces:
    """Return the places of a case, found the first time and kept for the last few cases."""
    return _found(_SameCase(case))


def named_places(case: Case, packages: Iterable[NamedPackage]) -> tuple[NamedPlace, ...]:
    """Return where packages with a name lie, in their order."""
    return tuple(_placed(case, named) for named in packages)


def _placed(case: Case, named: NamedPackage) -> NamedPlace:
    package = package_of(case, named.levels)
    value, price = target_value(case, package.target), sender_price(case, package.sender)
    return NamedPlace(named, package, value, price)


@lru_cache(maxsize=8)
def _found(key: _SameCase) -> CasePlaces:
    case = key.case
    return CasePlaces(
        case=case,
        packages=named_places(case, case.packages),
        row_bundles={row.id: package_of(case, row.levels).target for row in case.rows},
        landmarks=price_points(case),
        highest_price=highest_price(case),
    )
