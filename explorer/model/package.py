"""Packages: one bundle of commitments and one bundle of concessions, and their numbering."""

from collections.abc import Mapping
from dataclasses import dataclass

from explorer.model.case import Case
from explorer.model.errors import ScenarioError

Bundle = tuple[int, ...]
"""One level for each issue of one side, in the case's order."""


@dataclass(frozen=True, slots=True)
class Package:
    """One bundle of the target (commitments) and one of the sender (concessions)."""

    target: Bundle
    sender: Bundle


def bundle_index(shape: tuple[int, ...], bundle: Bundle) -> int:
    """Return a bundle's number; the last issue varies fastest."""
    index = 0
    for size, level in zip(shape, bundle, strict=True):
        index = index * size + level
    return index


def bundle_at(shape: tuple[int, ...], index: int) -> Bundle:
    """Return the bundle with a number; the inverse of :func:`bundle_index`."""
    levels: list[int] = []
    for size in reversed(shape):
        index, level = divmod(index, size)
        levels.append(level)
    return tuple(reversed(levels))


def bundle_count(shape: tuple[int, ...]) -> int:
    """Return how many bundles a side has."""
    count = 1
    for size in shape:
        count *= size
    return count


def package_at(case: Case, index: int) -> Package:
    """Return the package with a number: commitments first, concessions vary fastest."""
    target, sender = divmod(int(index), bundle_count(case.sender_shape))
    return Package(bundle_at(case.target_shape, target), bundle_at(case.sender_shape, sender))


def package_index(case: Case, package: Package) -> int:
    """Return a package's number; the inverse of :func:`package_at`."""
    target = bundle_index(case.target_shape, package.target)
    sender = bundle_index(case.sender_shape, package.sender)
    return target * bundle_count(case.sender_shape) + sender


def package_of(case: Case, levels: Mapping[str, int]) -> Package:
    """Return the package with these levels; issues that are not named stand at 0.

    Raises :class:`ScenarioError` if an issue is unknown or a level does not exist.
    """
    counts = {issue.id: len(issue.levels) for issue in case.issues}
    for issue, level in levels.items():
        if issue not in counts:
            known = ", ".join(counts)
            raise ScenarioError(f'There is no issue "{issue}". Known issues: {known}.')
        if not 0 <= level < counts[issue]:
            raise ScenarioError(f"{issue}: level {level} does not exist; 0 to {counts[issue] - 1}.")
    return Package(
        tuple(levels.get(issue.id, 0) for issue in case.target_issues),
        tuple(levels.get(issue.id, 0) for issue in case.sender_issues),
    )


def package_levels(case: Case, package: Package) -> dict[str, int]:
    """Return a package's levels by issue id, the target's issues first."""
    target = zip(case.target_issues, package.target, strict=True)
    sender = zip(case.sender_issues, package.sender, strict=True)
    return {issue.id: level for pairs in (target, sender) for issue, level in pairs}
