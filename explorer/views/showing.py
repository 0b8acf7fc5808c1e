"""What a picture shows, told by scenarios alone: enough to make the very same figure again."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from explorer.figures.choice import Choice
from explorer.figures.pinned import Pinned
from explorer.model.package import Package
from explorer.model.result import Result
from explorer.model.scenario import Scenario
from explorer.model.study import SEED
from explorer.solver.solve import solve
from explorer.views.view import Viewing
from explorer.views.why import LOADED

PIN = "pin {letter}"
"""The id of a pin among scenarios that can be compared with."""


@dataclass(frozen=True, slots=True)
class Showing:
    """A view of a scenario, and what is chosen in it.

    ``view_id`` is one of :data:`explorer.views.registry.VIEW_IDS`. ``baseline``, ``loaded`` and
    ``before`` are what the scenario can be compared with, each None where there is no such thing;
    ``pins`` are further ones by their letters. ``row`` and ``control`` are ids, ``package`` is the
    opened one, ``choices`` are wishes by the id of a choice.
    """

    view_id: str
    scenario: Scenario
    baseline: Scenario | None = None
    loaded: Scenario | None = None
    before: Scenario | None = None
    pins: tuple[tuple[str, Scenario], ...] = ()
    is_comparing: bool = False
    row: str = ""
    control: str = ""
    package: Package | None = None
    choices: Mapping[str, str] = field(default_factory=dict[str, str])
    seed: int = SEED

    def viewing(self) -> Viewing:
        """Solve what has to be solved, and return what the view looks at."""
        pins = tuple(Pinned(letter, each.name, solve(each)) for letter, each in self.pins)
        return Viewing(
            result=solve(self.scenario),
            baseline=None if self.baseline is None else solve(self.baseline),
            selected_row=self.row,
            selected_package=self.package,
            swept_control=self.control,
            choices=self.choices,
            comparable=comparable(self.loaded, pins),
            before=self.before,
            pins=pins,
            is_comparing=self.is_comparing,
            seed=self.seed,
        )


def showing_of(view_id: str, viewing: Viewing, offered: tuple[Choice, ...]) -> Showing:
    """Return what a view shows, without what it found and without tables of a role play.

    ``offered``: What can be chosen about it; other wishes are left out.
    """
    known = {each.id: each.chosen for each in offered}
    return Showing(
        view_id=view_id,
        scenario=viewing.result.scenario,
        baseline=_scenario(viewing.baseline),
        loaded=dict(viewing.comparable).get(LOADED),
        before=viewing.before,
        pins=tuple(
            (each.letter, each.result.scenario.with_name(each.name)) for each in viewing.pins
        ),
        is_comparing=viewing.is_comparing,
        row=viewing.selected_row,
        control=viewing.swept_control,
        package=viewing.selected_package,
        choices={id_: value for id_, value in viewing.choices.items() if known.get(id_) == value},
        seed=viewing.seed,
    )


def comparable(
    loaded: Scenario | None, pins: tuple[Pinned, ...]
) -> tuple[tuple[str, Scenario], ...]:
    """Return further scenarios that can be compared with, by their ids.

    ``loaded``: The scenario that was loaded, None for none. ``pins``: Each is called as its pin.
    """
    first = () if loaded is None else ((LOADED, loaded),)
    pinned = (
        (PIN.format(letter=pin.letter), pin.result.scenario.with_name(pin.words)) for pin in pins
    )
    return (*first, *pinned)


def _scenario(result: Result | None) -> Scenario | None:
    return None if result is None else result.scenario
