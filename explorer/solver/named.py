"""The packages of a case that have a name: which of them lie in the deal zone."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from explorer.model.by_identity import ByIdentity
from explorer.model.package import Package, bundle_index, package_of
from explorer.model.result import Counts
from explorer.solver.bit_sets import holds
from explorer.solver.deal_zone import DealZone
from explorer.solver.tables import case_tables


@dataclass(frozen=True, slots=True, eq=False)
class _Named:
    """Packages (n), their bundles of the target (n), and the sender's by rising price (n)."""

    packages: tuple[Package, ...]
    bundles: Counts
    places: Counts


def named_members(zone: DealZone) -> frozenset[Package]:
    """Return which of the case's own packages lie in the deal zone."""
    case = zone.tables.case
    if not case.packages or not len(zone.bundles):
        return frozenset()
    named = _named(ByIdentity(case))
    row_of = np.full(len(zone.tables.target_gives), -1, dtype=np.int64)
    row_of[zone.bundles] = np.arange(len(zone.bundles))
    rows = row_of[named.bundles]
    inside = (rows >= 0) & holds(zone.members[rows], named.places)
    return frozenset(named.packages[place] for place in np.flatnonzero(inside))


@lru_cache(maxsize=8)
def _named(key: ByIdentity) -> _Named:
    case = key.case
    packages = tuple(package_of(case, each.levels) for each in case.packages)
    place_of = np.argsort(case_tables(case).by_price)
    senders = [bundle_index(case.sender_shape, each.sender) for each in packages]
    targets = [bundle_index(case.target_shape, each.target) for each in packages]
    return _Named(packages, np.array(targets, dtype=np.int64), place_of[senders].astype(np.int64))
