"""What every picture has, whatever it shows: title, sentence, table twin, choices."""

from typing import Protocol

from explorer.figures.choice import Choice
from explorer.figures.table import Table


class Figure(Protocol):
    """A picture as data, ready to be drawn, read aloud or written as a table.

    ``sentence`` says what the picture shows now, in plain words; ``choices`` are offered above
    the picture, none for most.
    """

    @property
    def title(self) -> str:
        """The heading."""
        ...

    @property
    def sentence(self) -> str:
        """What the picture says now."""
        ...

    @property
    def table(self) -> Table:
        """The same numbers as words."""
        ...

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What the reader can choose about the picture."""
        ...
