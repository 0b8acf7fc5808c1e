"""The design of a study: which scenario each of its rows is, computed from the row's place alone.

Rows are ordered by start, then by the settings of the factors, then by assumption set; of crossed
factors the last varies fastest.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from explorer.model.assumption import assumption
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.result import Counts, Floats
from explorer.model.scenario import Scenario
from explorer.model.study_check import combination_count, plan_problems, way_count
from explorer.model.study_plan import Factor, StudyPlan
from explorer.model.study_rows import Column
from explorer.model.study_start import (
    assumption_stand,
    control_stand,
    is_whole,
    option_places,
    start_scenario,
    structure_choice,
)
from explorer.studies.designed.counted import drawn_shares, shuffled, stream, told
from explorer.studies.designed.draws import drawn_ids
from explorer.studies.designed.outputs import output_columns
from explorer.studies.designed.sobol import sobol_shares

STRATA_STREAM, WITHIN_STREAM = 0, 1
"""Which streams of a seed a Latin hypercube draws strata and places within them from."""


FACTOR_UNIT = "factor"
"""The unit of what multiplies all levels of an assumption."""


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """A study made ready: its plan, its case as read, the scenarios it starts from, its columns.

    ``settings`` is how many settings of the factors there are, ``sets`` how many assumption sets
    each of them is looked at in; 1 where none are drawn. ``drawn`` are the ids of what assumption
    sets draw, :class:`explorer.solver.uncertain.Uncertain`; each has a column.
    """

    plan: StudyPlan
    case: Case
    starts: tuple[Scenario, ...]
    settings: int
    sets: int
    drawn: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def rows(self) -> int:
        """How many rows the study has."""
        return len(self.starts) * self.settings * self.sets

    @property
    def draws_sets(self) -> bool:
        """Whether assumption sets are drawn."""
        return self.plan.combine.kind == "assumption_sets"


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where n rows stand: their start, their setting and their assumption set, each (n)."""

    start: Counts
    setting: Counts
    set: Counts


def prepared(plan: StudyPlan, case: Case) -> Design:
    """Return a study of a case made ready.

    Raises :class:`ScenarioError` if something is wrong with it; the message names each place.
    """
    problems = plan_problems(plan, case)
    if problems:
        raise ScenarioError("\n".join(problems))
    starts = tuple(start_scenario(start, case) for start in plan.starts)
    drawn = drawn_ids(plan, starts) if plan.keeps_draws else ()
    columns = (
        *_place_columns(plan),
        *(_factor_column(factor, case) for factor in plan.factors),
        *(Column(name=f"draw.{each}", role="draw", kind="number") for each in drawn),
        *output_columns(plan, case),
    )
    sets = plan.combine.sets if plan.combine.kind == "assumption_sets" else 1
    return Design(plan, case, starts, combination_count(plan, case), sets, drawn, columns)


def places_of(design: Design, rows: Counts) -> Places:
    """Return where rows (n), counted from 0, stand."""
    rest, which = np.divmod(rows, design.sets)
    start, setting = np.divmod(rest, design.settings)
    return Places(start, setting, which)


def factor_values(design: Design, places: Places) -> Floats:
    """Return at what each factor stands in n rows, (n, factors).

    Controls in their own units, numbers in theirs, factors on levels, and the places of options.
    """
    values = np.empty((len(places.start), len(design.plan.factors)))
    for start in np.flatnonzero(np.bincount(places.start, minlength=len(design.starts))):
        chosen = np.flatnonzero(places.start == start)
        values[chosen] = _settings(design, design.starts[start], places.setting[chosen])
    return values


def values_at(design: Design, start: int, shares: Floats) -> Floats:
    """Return at what factors stand at given shares, 0 to 1, of what they go through, (n, factors).

    ``start``: The place of the start from which factors are varied around where they stand.
    ``shares``: (n, factors).
    """
    factors, scenario = design.plan.factors, design.starts[start]
    columns = [_spread(factor, scenario, shares[:, at]) for at, factor in enumerate(factors)]
    return np.stack(columns, axis=1)


def _settings(design: Design, start: Scenario, settings: Counts) -> Floats:
    factors = design.plan.factors
    if design.plan.combine.kind in ("latin_hypercube", "sobol"):
        shares = _shares(design, settings)
        columns = [
            told(_spread(factor, start, shares[:, place])) for place, factor in enumerate(factors)
        ]
    else:
        columns = _crossed(factors, start, settings)
    if not columns:
        return np.empty((len(settings), 0))
    return np.stack(columns, axis=1)


def _crossed(factors: Sequence[Factor], start: Scenario, settings: Counts) -> list[Floats]:
    columns: list[Floats] = []
    rest = settings
    for factor in reversed(factors):
        rest, place = np.divmod(rest, way_count(factor, start.case))
        columns.append(_ways(factor, start)[place])
    return columns[::-1]


def _ways(factor: Factor, start: Scenario) -> Floats:
    """Return the values of a factor, one after the other."""
    if factor.kind == "structure":
        return np.array(option_places(start.case, factor), dtype=np.float64)
    if factor.kind == "control":
        return factor.ways.at(control_stand(start, factor))
    return factor.ways.at(assumption_stand(start, factor))


def _spread(factor: Factor, start: Scenario, shares: Floats) -> Floats:
    """Return the value of a factor at each share of the way through what it goes through."""
    if factor.kind == "assumption":
        return factor.ways.spread(assumption_stand(start, factor), shares)
    if factor.kind == "control" and not is_whole(start.case, factor):
        return factor.ways.spread(control_stand(start, factor), shares)
    values = _ways(factor, start)
    return values[np.minimum((shares * len(values)).astype(np.int64), len(values) - 1)]


def _shares(design: Design, settings: Counts) -> Floats:
    """Return how far each factor has come in what it goes through, 0 to 1, (n, factors)."""
    seed, size, count = design.plan.seed, design.settings, len(design.plan.factors)
    if design.plan.combine.kind == "sobol":
        return sobol_shares(settings, count, seed=seed)
    shares = np.empty((len(settings), count))
    for place in range(count):
        strata = shuffled(stream(seed, STRATA_STREAM, place), settings, size)
        within = drawn_shares(stream(seed, WITHIN_STREAM, place), settings)
        shares[:, place] = (strata + within) / size
    return shares


def _place_columns(plan: StudyPlan) -> tuple[Column, ...]:
    ids = tuple(start.id for start in plan.starts)
    columns = (
        Column(name="row", role="place", kind="count"),
        Column(name="start", role="place", kind="word", words=ids),
    )
    if plan.combine.kind == "assumption_sets":
        return (*columns, Column(name="set", role="place", kind="count"))
    return columns


def _factor_column(factor: Factor, case: Case) -> Column:
    if factor.kind == "structure":
        words = tuple(option.id for option in structure_choice(case, factor.choice).options)
        return Column(name=factor.key, role="factor", kind="word", words=words)
    if factor.kind == "control":
        return Column(name=factor.key, role="factor", kind="number")
    item = assumption(case, factor.assumption)
    unit = FACTOR_UNIT if item.kind == "levels" else item.unit
    return Column(name=factor.key, role="factor", kind="number", unit=unit)
