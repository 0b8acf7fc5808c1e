"""Which views stand where, and what is chosen within them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QObject

from explorer.files.settings import Place
from explorer.model.package import Package
from explorer.ui.window.workbench import Workbench
from explorer.views.tabs import tab_of


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What somebody looks at: both views, what is chosen in them, the row and the package."""

    upper: str
    lower: str
    choices: Mapping[str, str]
    row: str
    package: Package | None = None


class ViewPlaces(QObject):
    """Remembers the views of both places of a stage, and that of a presentation."""

    def __init__(self, workbench: Workbench, views: Mapping[Place, str]) -> None:
        """Begin with a view in each place."""
        super().__init__()
        self._bench = workbench
        self._views: dict[Place, str] = dict(views)
        self._presented = ""
        self._choices: dict[str, str] = {}

    @property
    def lower_view(self) -> str:
        """The id of the picture in the lower place."""
        return self._views["lower"]

    @property
    def upper_view(self) -> str:
        """The id of the picture in the upper place."""
        return self._views["upper"]

    @property
    def active_view(self) -> str:
        """The id of the picture that has the keyboard, or had it last."""
        return self._views[self._bench.stage.active]

    @property
    def presented_view(self) -> str:
        """The id of the picture that a presentation shows; "" for none."""
        return self._presented

    @property
    def choices(self) -> Mapping[str, str]:
        """What is chosen within the views, by the id of the choice."""
        return MappingProxyType(self._choices)

    @property
    def active_tab(self) -> str:
        """The id of the tab of the gallery that stands for the active picture."""
        return tab_of(self.active_view, self._choices).id

    def shown_views(self) -> tuple[str, ...]:
        """Return the ids of the pictures on screen, with that of a presentation."""
        shown = tuple(self._views[place] for place in self._bench.stage.shown())
        return (*shown, self._presented) if self._presented else shown

    def shown_tabs(self) -> tuple[str, ...]:
        """Return the ids of the tabs that stand for the pictures on screen."""
        return tuple(tab_of(view_id, self._choices).id for view_id in self.shown_views())

    def _home_of(self, view_id: str) -> Place:
        return "upper" if view_id == self.upper_view else "lower"
