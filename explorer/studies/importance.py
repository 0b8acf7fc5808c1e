"""Which assumptions an answer hangs on: total effects by Sobol's method, computed by SALib.

SALib is not part of the base installation; without it a study says how to get it.
"""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Protocol, cast

import numpy as np

from explorer.files.resources import is_frozen
from explorer.model.errors import StudyError
from explorer.model.result import Floats
from explorer.model.scenario import Scenario
from explorer.model.study import AssumptionWeight, Importance, Progress
from explorer.model.wording import tr
from explorer.solver.many_worlds import outcomes
from explorer.solver.tables import case_tables
from explorer.solver.uncertain import draws_at, uncertain_numbers

SAMPLES = 128
"""Points from which every assumption is moved; a power of two, as the method asks."""

STEP_WORLDS = 64
"""Worlds that are looked at between two reports."""

_MODULES = ("SALib.sample.sobol", "SALib.analyze.sobol")

Problem = dict[str, object]

Load = Callable[[str], object]


class _Sampler(Protocol):
    """The part of ``SALib.sample.sobol`` that is used."""

    def sample(
        self,
        problem: Problem,
        N: int,  # noqa: N803
        *,
        calc_second_order: bool,
        seed: int,
    ) -> Floats: ...


class _Analyzer(Protocol):
    """The part of ``SALib.analyze.sobol`` that is used."""

    def analyze(
        self,
        problem: Problem,
        Y: Floats,  # noqa: N803
        *,
        calc_second_order: bool,
        seed: int,
    ) -> Mapping[str, Floats]: ...


def importance_steps(
    scenario: Scenario,
    row_id: str,
    *,
    seed: int,
    samples: int = SAMPLES,
    load: Load = import_module,
) -> Iterator[Progress | Importance]:
    """Yield how far the study has come, and at the end which assumptions matter.

    Parameters
    ----------
    scenario
        Where the controls stand; credibilities are drawn around theirs.
    row_id
        The row whose room from floor to limit is the answer, or "" for how many packages the
        zone holds. Where nothing that lines allow is enough, the floor counts as the price of
        everything.
    seed
        A whole number that is not negative.
    samples
        A power of two.
    load
        Returns a module by its name or raises :class:`ImportError`.

    Raises
    ------
    StudyError
        If SALib is not installed.

    Notes
    -----
    The total effect of an assumption is the mean of half the squared change that it alone
    makes, as a share of the whole variance: Jansen 1999; it cannot be negative. The interval is
    SALib's own bootstrap.
    """
    sampler = cast("_Sampler", _salib(_MODULES[0], load))
    analyzer = cast("_Analyzer", _salib(_MODULES[1], load))
    uncertain = uncertain_numbers(scenario)
    names = [each.id for each in uncertain]
    problem: Problem = {
        "num_vars": len(names),
        "names": names,
        "bounds": [[0.0, 1.0]] * len(names),
    }
    shares = sampler.sample(problem, samples, calc_second_order=False, seed=seed)
    answers: list[Floats] = []
    for start in range(0, len(shares), STEP_WORLDS):
        answers.append(_answers(scenario, row_id, shares[start : start + STEP_WORLDS]))
        yield Progress(min(start + STEP_WORLDS, len(shares)), len(shares))
    answer = np.concatenate(answers)
    weights: tuple[AssumptionWeight, ...] = ()
    if np.ptp(answer) > 0:
        found = analyzer.analyze(problem, answer, calc_second_order=False, seed=seed)
        weights = _weights(names, found["ST"], found["ST_conf"])
    yield Importance(scenario, row_id, seed, len(shares), weights)


def _answers(scenario: Scenario, row_id: str, shares: Floats) -> Floats:
    found = outcomes(scenario, draws_at(uncertain_numbers(scenario), shares))
    if not row_id:
        return found.packages.sum(axis=1).astype(np.float64)
    place = [row.id for row in scenario.case.rows].index(row_id)
    dearest = float(case_tables(scenario.case).price.max())
    return found.limits[:, place] - np.minimum(found.floors[:, place], dearest)


def _weights(names: list[str], total: Floats, reach: Floats) -> tuple[AssumptionWeight, ...]:
    weights = (
        AssumptionWeight(name, weight, max(0.0, weight - half), weight + half)
        for name, weight, half in zip(names, total.tolist(), reach.tolist(), strict=True)
    )
    return tuple(sorted(weights, key=_by_weight))


def _by_weight(weight: AssumptionWeight) -> float:
    return -weight.weight


def load_salib(load: Load = import_module) -> None:
    """Load what a study needs; that takes a second or two the first time.

    Raises
    ------
    StudyError
        If SALib is not installed.
    """
    for module in _MODULES:
        _salib(module, load)


def _salib(module: str, load: Load) -> object:
    try:
        return load(module)
    except ImportError as error:
        raise StudyError(_remedy()) from error


def _remedy() -> str:
    if is_frozen():
        return tr(
            "Ranking assumptions needs SALib, which this package leaves out because of its size. "
            "To see weights, run the program from its sources; packaging/INSTALL.md describes how."
        )
    return tr(
        "Ranking assumptions needs SALib, which is not installed. Install it with: "
        'pip install "SALib>=1.6", or in the sources with: '
        "python packaging/bootstrap.py prepare studies"
    )
