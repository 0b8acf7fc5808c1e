"""A blockade: which red lines of both sides leave no package together."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Two red lines of different owners that cannot both be kept, by the ids of their controls.

    ``is_outright`` tells that no package at all keeps both; else some do, but with each of them a
    side would rather wait.
    """

    first: str
    second: str
    is_outright: bool


@dataclass(frozen=True, slots=True)
class Blockade:
    """Why a zone is empty, as far as one red line or two tell.

    ``is_without_lines`` tells that it would be empty if nobody drew any line; ``alone`` are the ids
    of the lines that leave nothing even without all others. Neither is known of ``exclusions``
    that only count what no package can keep.
    """

    exclusions: tuple[Exclusion, ...] = ()
    alone: tuple[str, ...] = ()
    is_without_lines: bool = False
