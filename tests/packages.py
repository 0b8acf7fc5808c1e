"""Numbers of packages, with which tests look packages up in arrays of all of them."""

from explorer.model.case import Case
from explorer.model.package import Package, bundle_count, bundle_index


def package_index(case: Case, package: Package) -> int:
    """Return a package's number; the inverse of :func:`explorer.model.package.package_at`."""
    target = bundle_index(case.target_shape, package.target)
    sender = bundle_index(case.sender_shape, package.sender)
    return target * bundle_count(case.sender_shape) + sender
