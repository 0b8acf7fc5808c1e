"""What panels need to know of the program's state; the store's own state satisfies it."""

from typing import Protocol

from explorer.model.scenario import Scenario


class ShownState(Protocol):
    """The scenario on screen and the two that it is measured against; all are of one case."""

    @property
    def scenario(self) -> Scenario:
        """What is on screen."""
        ...

    @property
    def loaded(self) -> Scenario:
        """What was opened or picked last, before any edit."""
        ...

    @property
    def baseline(self) -> Scenario:
        """What changes are counted from."""
        ...
