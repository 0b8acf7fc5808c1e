"""Many rows of a study solved at once: those that share their lines and tables together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from explorer.model.assumption import assumption, with_estimates
from explorer.model.estimate import Estimate
from explorer.model.package import Package
from explorer.model.result import Counts, Floats
from explorer.model.scenario import Scenario
from explorer.model.study_plan import Factor
from explorer.model.study_start import varied_estimate
from explorer.solver.many_worlds import CHUNK
from explorer.solver.uncertain import Draws, control_key
from explorer.studies.designed.design import Design, Places, factor_values, places_of
from explorer.studies.designed.draws import set_draws
from explorer.studies.designed.numbers import world_numbers
from explorer.studies.designed.outputs import Output, Solved, outputs_of, packages_of
from explorer.studies.designed.written import written_scenario

KEPT_VARIANTS = 64
"""Variations of a case that are kept: each has tables of its own."""


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Rows that share a scenario but for what is drawn: where they stand, and their worlds."""

    rows: Counts
    scenario: Scenario
    draws: Draws


def solved(design: Design, start: int, stop: int) -> Floats:
    """Return the rows of a study from one up to, not with, another, (n, columns).

    Cells without a value are NaN. The same part of a study always comes out the same, to the
    last bit, whatever was solved before.
    """
    return solved_rows(design, np.arange(start, stop, dtype=np.int64))


def solved_rows(design: Design, rows: Counts) -> Floats:
    """Return any rows of a study, (n, columns), as :func:`solved` returns those beside each other.

    ``rows``: Their places (n), counted from 0.
    """
    places = places_of(design, rows)
    values = factor_values(design, places)
    table = np.full((len(rows), len(design.columns)), np.nan)
    first = _place_cells(design, table, rows, places)
    table[:, first : first + values.shape[1]] = values
    first += values.shape[1]
    outputs, packages = outputs_of(design.plan, design.case), packages_of(design.plan, design.case)
    for group in _groups(design, places, values):
        for place, name in enumerate(design.drawn, start=first):
            drawn = _drawn(group.draws, name)
            if drawn is not None:
                table[group.rows, place] = drawn
        table[group.rows, first + len(design.drawn) :] = _cells(group, outputs, packages)
    # One way of writing nothing and nought, so that equal rows are equal bytes.
    table[np.isnan(table)] = np.nan
    return table + 0.0


def solved_at(design: Design, places: Places, values: Floats) -> Floats:
    """Return what a study keeps of n rows whose factors stand at given values, (n, outputs).

    Parameters
    ----------
    design
        The study, whose own design does not count here.
    places
        From which start each row is, and in which assumption set.
    values
        (n, factors), as :func:`explorer.studies.designed.design.factor_values` returns them.
    """
    outputs, packages = outputs_of(design.plan, design.case), packages_of(design.plan, design.case)
    first = len(design.columns) - sum(len(output.columns) for output in outputs)
    table = np.full((len(values), len(design.columns) - first), np.nan)
    for group in _groups(design, places, values):
        table[group.rows] = _cells(group, outputs, packages)
    return table


def row_scenario(design: Design, row: int) -> Scenario:
    """Return the scenario that a row of a study is, all that was drawn written into its case.

    Raises :class:`ScenarioError` if the row's assumptions cannot stand together in one case.
    """
    places = places_of(design, np.array([row], dtype=np.int64))
    values = factor_values(design, places)
    group = next(_groups(design, places, values))
    return written_scenario(group.scenario, group.draws, 0)


def _place_cells(design: Design, table: Floats, rows: Counts, places: Places) -> int:
    """Fill the columns that tell where the rows stand; return how many these are."""
    cells = [rows, places.start, places.set] if design.draws_sets else [rows, places.start]
    for place, column in enumerate(cells):
        table[:, place] = column
    return len(cells)


def _drawn(draws: Draws, name: str) -> Floats | None:
    found = draws.numbers.get(name)
    if found is not None:
        return found
    return draws.controls.get(name.removeprefix(control_key("")))


def _cells(group: Group, outputs: tuple[Output, ...], packages: tuple[Package, ...]) -> Floats:
    """Return the outputs of a group's rows, (n, output columns)."""
    parts: list[Floats] = []
    for at in range(0, group.draws.size, CHUNK):
        found = Solved(group.scenario, group.draws.part(at, at + CHUNK), packages)
        cells = [output.cells(found).astype(np.float64) for output in outputs]
        parts.append(np.concatenate(cells, axis=1))
    return np.concatenate(parts)


def _groups(design: Design, places: Places, values: Floats) -> Iterator[Group]:
    """Yield the rows in groups that share their start, their case and their lines."""
    factors = design.plan.factors
    numbers = world_numbers(design.case)
    shared = [place for place, each in enumerate(factors) if not _is_drawn(design, each, numbers)]
    keys = np.column_stack([places.start, values[:, shared]])
    _, first, group_of = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    for number, row in enumerate(first):
        rows = np.flatnonzero(group_of == number)
        scenario = _shared_scenario(
            design, int(places.start[row]), {place: float(values[row, place]) for place in shared}
        )
        yield Group(rows, scenario, _draws(design, scenario, places.set[rows], values[rows]))


def _is_drawn(design: Design, factor: Factor, numbers: Mapping[str, str]) -> bool:
    """Return whether rows that differ in a factor can still be solved together."""
    if factor.kind == "control":
        return design.case.control(factor.control).kind == "scale"
    return factor.kind == "assumption" and factor.assumption in numbers


def _draws(design: Design, scenario: Scenario, sets: Counts, values: Floats) -> Draws:
    """Return the worlds of rows: what is drawn for their sets, and what factors vary."""
    numbers: dict[str, Floats] = {}
    controls: dict[str, Floats] = {}
    if design.draws_sets:
        drawn = set_draws(scenario, sets, design.plan)
        numbers.update(drawn.numbers)
        controls.update(drawn.controls)
    places = world_numbers(design.case)
    for place, factor in enumerate(design.plan.factors):
        if factor.kind == "control" and design.case.control(factor.control).kind == "scale":
            controls[factor.control] = values[:, place]
        elif factor.kind == "assumption" and factor.assumption in places:
            numbers[places[factor.assumption]] = values[:, place]
    return Draws(len(sets), numbers, controls)


def _shared_scenario(design: Design, start: int, shared: Mapping[int, float]) -> Scenario:
    """Return the scenario that rows share: a start with some factors at their values."""
    edits: list[tuple[str, float]] = []
    moved: dict[str, float] = {}
    for place, value in shared.items():
        factor = design.plan.factors[place]
        if factor.kind == "control":
            moved[factor.control] = value
        elif factor.kind == "assumption":
            edits.append((factor.assumption, value))
        else:
            edits.append((f"structure.{factor.choice}", value))
    return _variation(design, start, tuple(edits)).with_values(moved)


@lru_cache(maxsize=KEPT_VARIANTS)
def _variation(design: Design, start: int, edits: tuple[tuple[str, float], ...]) -> Scenario:
    """Return a start under a variation of its case; kept, as it takes long to make."""
    scenario = design.starts[start]
    estimates: dict[str, Estimate] = {}
    for id_, value in edits:
        item = assumption(scenario.case, id_)
        if item.kind == "choice":
            estimate = Estimate((value,), value, value)
        else:
            estimate = varied_estimate(scenario, id_, value)
        if estimate != item.estimate:
            estimates[id_] = estimate
    if not estimates:
        return scenario
    return scenario.with_case(with_estimates(scenario.case, estimates))
