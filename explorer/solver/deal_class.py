"""Classes of packages: which class each package falls into, by what either side gives.

A class may bound levels of both sides. What it asks of the sender cuts the sender's bundles into a
few kinds; within a kind a package's class follows from the target's bundle alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from explorer.model.case import Case
from explorer.model.example import DealClass
from explorer.model.issue import Issue
from explorer.model.result import Counts, Flags
from explorer.solver.bit_sets import Words, packed, sizes


@dataclass(frozen=True, slots=True, eq=False)
class DealClasses:
    """The classes of a case's packages; D bundles of the target, U of the sender, K kinds.

    ``kind_of`` (U) is the kind of each of the sender's bundles, ``by_kind`` (K, D) the place of the
    class of each of the target's bundles together with a bundle of a kind.
    """

    kind_of: Counts
    by_kind: Counts

    def of(self, target: int, sender: int) -> int:
        """Return the place of the class of a package, by the numbers of its bundles."""
        return int(self.by_kind[self.kind_of[sender], target])

    def kinds(self, order: Counts) -> Words:
        """Return the sender's bundles of each kind, as bits in an order, (K, words)."""
        return packed(self.kind_of[order] == np.arange(len(self.by_kind))[:, None])

    def parts(
        self, targets: Counts, partners: Words, order: Counts
    ) -> Iterator[tuple[Counts, Counts]]:
        """Yield for each kind the classes that packages fall into, and how many they are.

        Parameters
        ----------
        targets
            Numbers of the target's bundles, (n).
        partners
            The sender's bundles that each is together with, as bits in ``order``, (n, words).
        order
            Numbers of the sender's bundles.

        Yields
        ------
        Places of classes and numbers of packages, (n) each.
        """
        if len(self.by_kind) == 1:
            yield self.by_kind[0][targets], sizes(partners)
            return
        for of_target, kind in zip(self.by_kind, self.kinds(order), strict=True):
            yield of_target[targets], sizes(partners & kind)


def deal_classes(case: Case, target_levels: Counts, sender_levels: Counts) -> DealClasses:
    """Return the classes of a case; the first class that a package fits is its own.

    ``target_levels`` (D, issues) and ``sender_levels`` (U, issues) hold the levels of the bundles.
    """
    of_target = _fits(case.classes, case.target_issues, target_levels)
    of_sender = _fits(case.classes, case.sender_issues, sender_levels)
    kinds, kind_of = np.unique(of_sender, axis=1, return_inverse=True)
    by_kind = np.argmax(of_target[:, None, :] & kinds[:, :, None], axis=0)
    for array in (kind_of, by_kind):
        array.flags.writeable = False
    return DealClasses(kind_of, by_kind)


def _fits(classes: tuple[DealClass, ...], issues: tuple[Issue, ...], levels: Counts) -> Flags:
    """Return which bundles fit which class as far as it is about their side, (classes, n)."""
    fits = np.ones((len(classes), len(levels)), dtype=np.bool_)
    for number, item in enumerate(classes):
        for place, issue in enumerate(issues):
            own = levels[:, place]
            least = item.at_least.get(issue.id, 0)
            most = item.at_most.get(issue.id, len(issue.levels) - 1)
            fits[number] &= (own >= least) & (own <= most)
    return fits
