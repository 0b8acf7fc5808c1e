"""What is held against the picture: a named result with a letter, drawn as an outline."""

from dataclasses import dataclass

from explorer.model.result import Result
from explorer.model.wording import tr


@dataclass(frozen=True, slots=True)
class Pinned:
    """A result under a letter; the letter stands beside its outlines, the name in the legend."""

    letter: str
    name: str
    result: Result

    @property
    def words(self) -> str:
        """Letter and name."""
        return tr("{letter}: {name}", letter=self.letter, name=self.name)
