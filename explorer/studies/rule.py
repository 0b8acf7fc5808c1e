"""When it holds: one readable rule in the controls' own units, found by scenario discovery.

A box is peeled, side by side, from all settings of the scales towards those in which a row (or
the zone) is open, and then made as simple as it can be: Friedman and Fisher, Statistics and
Computing 9, 1999 (the patient rule induction method), as used for policy by Bryant and Lempert,
Technological Forecasting and Social Change 77, 2010.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np

from explorer.model.control import ScaleControl
from explorer.model.result import Counts, Flags, Floats
from explorer.model.scenario import Scenario
from explorer.model.study import Bound, Progress, Rule
from explorer.solver.many_worlds import outcomes
from explorer.solver.uncertain import Draws

SAMPLES = 1500
"""Settings that are looked at."""

STEP_SAMPLES = 64
"""Settings between two reports."""

PEEL = 0.05
"""Which share of the settings left is taken away at one side at a time."""

FEWEST = 0.03
"""Which share of all settings a box must keep."""

RAREST = 0.01
"""Which share of the settings must be open, and which must not, for a rule to be looked for."""

WORTH = 0.01
"""By how much of its merit a bound must better a rule to stay in it."""

MOST_BOUNDS = 3
"""How many bounds a reader can hold in mind."""


def rule_steps(
    scenario: Scenario, row_id: str, *, seed: int, samples: int = SAMPLES
) -> Iterator[Progress | Rule]:
    """Yield how far the study has come, and at the end the rule.

    Every scale is set at random between its low and high values; red lines and switches stay.

    Parameters
    ----------
    row_id
        The row of the board that the rule is about, or "" for the zone.
    seed
        A whole number that is not negative.
    samples
        How many settings, at least 1.
    """
    scales = [each for each in scenario.case.controls if each.kind == "scale"]
    settings = _settings(scales, samples, seed)
    found: list[Flags] = []
    for start in range(0, samples, STEP_SAMPLES):
        found.append(_is_open(scenario, row_id, scales, settings[start : start + STEP_SAMPLES]))
        yield Progress(min(start + STEP_SAMPLES, samples), samples)
    is_open = np.concatenate(found)
    box = best_box(settings, is_open)
    inside = box.holds(settings)
    yield Rule(
        scenario=scenario,
        row_id=row_id,
        seed=seed,
        samples=samples,
        open_samples=int(np.count_nonzero(is_open)),
        bounds=tuple(
            Bound(scales[place].id, float(box.low[place]), float(box.high[place]))
            for place in box.bounded
        ),
        inside=int(np.count_nonzero(inside)),
        open_inside=int(np.count_nonzero(inside & is_open)),
    )


def _settings(scales: list[ScaleControl], samples: int, seed: int) -> Floats:
    """Return whole values of each scale, (samples, scales)."""
    random = np.random.default_rng(seed)
    low = np.array([np.ceil(each.low) for each in scales])
    high = np.array([np.floor(each.high) for each in scales])
    return random.integers(low, high, size=(samples, len(scales)), endpoint=True).astype(float)


def _is_open(
    scenario: Scenario, row_id: str, scales: list[ScaleControl], settings: Floats
) -> Flags:
    controls = {scale.id: settings[:, place] for place, scale in enumerate(scales)}
    found = outcomes(scenario, Draws(len(settings), {}, controls))
    if not row_id:
        return found.packages.sum(axis=1) > 0
    return found.is_open[:, [row.id for row in scenario.case.rows].index(row_id)]


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """Bounds on n numbers, both ends included; a number without a bound has none in ``bounded``."""

    low: Floats
    high: Floats
    bounded: tuple[int, ...]

    def holds(self, settings: Floats) -> Flags:
        """Return which settings, (samples, n), lie in the box."""
        inside = np.ones(len(settings), dtype=np.bool_)
        for place in self.bounded:
            own = settings[:, place]
            inside &= (own >= self.low[place]) & (own <= self.high[place])
        return inside


def best_box(settings: Floats, is_open: Flags) -> Box:
    """Return the box that best tells open settings from the others, in few bounds.

    Its merit is the harmonic mean of coverage and density. Where nearly all settings are open, or
    nearly none is, the box has no bounds: a few settings make no rule.

    ``settings``: (samples, n). ``is_open``: (samples,).
    """
    whole = Box(settings.min(axis=0), settings.max(axis=0), ())
    share = float(is_open.mean())
    if min(share, 1 - share) < RAREST:
        return whole
    boxes = [whole, *_peeled(settings, is_open, whole)]
    best = max(boxes, key=_Merit(settings, is_open).of)
    return _simple(_Merit(settings, is_open), best, whole)


@dataclass(frozen=True, slots=True, eq=False)
class _Merit:
    """How well boxes tell open settings from others."""

    settings: Floats
    is_open: Flags

    def of(self, box: Box) -> float:
        inside = box.holds(self.settings)
        both = np.count_nonzero(inside & self.is_open)
        return 2 * both / (np.count_nonzero(inside) + np.count_nonzero(self.is_open))


def _peeled(settings: Floats, is_open: Flags, box: Box) -> Iterator[Box]:
    """Yield ever smaller boxes, each the densest that taking away one side leaves."""
    fewest = max(1, int(FEWEST * len(settings)))
    while True:
        inside = box.holds(settings)
        options = [
            option
            for option in _sides_taken(settings[inside], box)
            if np.count_nonzero(option.holds(settings)) >= fewest
        ]
        if not options or is_open[inside].all():
            return
        box = max(options, key=partial(_density, settings, is_open))
        yield box


def _density(settings: Floats, is_open: Flags, box: Box) -> tuple[float, int]:
    """Return which share of a box's settings is open, then how many there are."""
    inside = box.holds(settings)
    return float(is_open[inside].mean()), int(np.count_nonzero(inside))


def _sides_taken(inside: Floats, box: Box) -> Iterator[Box]:
    """Yield the boxes that are left when one side of one number is taken away."""
    for place in range(inside.shape[1]):
        values = np.unique(inside[:, place])
        if len(values) < 2:
            continue
        low, high = np.quantile(inside[:, place], (PEEL, 1 - PEEL), method="inverted_cdf")
        # At least one value goes, also where many settings share it.
        above = values[values > low]
        below = values[values < high]
        yield _moved(box, place, low=float(above[0]))
        yield _moved(box, place, high=float(below[-1]))


def _moved(box: Box, place: int, *, low: float | None = None, high: float | None = None) -> Box:
    lows, highs = box.low.copy(), box.high.copy()
    if low is not None:
        lows[place] = low
    if high is not None:
        highs[place] = high
    return Box(lows, highs, tuple(sorted({*box.bounded, place})))


def _simple(merit: _Merit, box: Box, whole: Box) -> Box:
    """Return a box without the bounds that do little, and with the others as wide as is good."""
    while box.bounded:
        fewer = [_freed(box, place, whole) for place in box.bounded]
        best = max(fewer, key=merit.of)
        if len(box.bounded) <= MOST_BOUNDS and merit.of(best) < merit.of(box) - WORTH:
            break
        box = best
    return _widened(merit, box, whole)


def _freed(box: Box, place: int, whole: Box) -> Box:
    lows, highs = box.low.copy(), box.high.copy()
    lows[place], highs[place] = whole.low[place], whole.high[place]
    return Box(lows, highs, tuple(each for each in box.bounded if each != place))


def _widened(merit: _Merit, box: Box, whole: Box) -> Box:
    """Return the box with each bound moved to where the merit is greatest, one after another."""
    for place in box.bounded:
        values = np.unique(merit.settings[:, place])
        lows = (_moved(box, place, low=low) for low in _up_to(values, box.high[place]))
        box = max((box, *lows), key=merit.of)
        highs = (_moved(box, place, high=high) for high in _from(values, box.low[place]))
        box = max((box, *highs), key=merit.of)
    kept = tuple(
        place
        for place in box.bounded
        if box.low[place] > whole.low[place] or box.high[place] < whole.high[place]
    )
    return Box(box.low, box.high, kept)


def _up_to(values: Counts | Floats, highest: float) -> list[float]:
    return [float(value) for value in values[values <= highest]]


def _from(values: Counts | Floats, lowest: float) -> list[float]:
    return [float(value) for value in values[values >= lowest]]
