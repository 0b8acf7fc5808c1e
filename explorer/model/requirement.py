"""Requirements: what a package must hold as well once it holds something else."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from explorer.model.limits import MOST_ISSUES, MOST_LEVELS, MOST_WORDS
from explorer.model.quantity import Frozen, Identifier

LevelNumber = Annotated[int, Field(ge=0, lt=MOST_LEVELS)]


class LevelRange(Frozen):
    """Levels of an issue from ``at_least`` to ``at_most``; None for no upper end."""

    at_least: LevelNumber = 0
    at_most: LevelNumber | None = None

    def __contains__(self, level: int) -> bool:
        """Return whether a level lies in the range, both ends included."""
        return level >= self.at_least and (self.at_most is None or level <= self.at_most)


Pattern = Annotated[dict[Identifier, LevelRange], Field(min_length=1, max_length=MOST_ISSUES)]
"""Ranges of levels by issue id; a package fits if every issue named stands in its range."""

Alternatives = Annotated[tuple[Pattern, ...], Field(min_length=1, max_length=MOST_WORDS)]
"""Patterns of which a package has to fit at least one."""


def fits(pattern: Mapping[str, LevelRange], levels: Mapping[str, int]) -> bool:
    """Return whether levels by issue id fit a pattern; an issue not named stands at level 0."""
    return all(levels.get(issue, 0) in allowed for issue, allowed in pattern.items())
