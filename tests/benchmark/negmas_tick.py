"""What one move of a slider costs when NegMAS answers: frontier and three solutions anew.

The domain is synthetic and the same in every run: ten values an issue, ``10**issues`` outcomes.
The random numbers are drawn in a fixed order: the weights of one side, those of the other, then
issue by issue and value by value one number for each side.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

VALUES = 10
RESERVED = (0.45, 0.45)
SEED = 20240613


@dataclass(frozen=True, slots=True)
class Domain:
    """Two additive utilities: for each side a weight by issue, and a table by issue and value."""

    weights: tuple[tuple[float, ...], tuple[float, ...]]
    tables: tuple[tuple[tuple[float, ...], ...], tuple[tuple[float, ...], ...]]


def domain(issues: int) -> Domain:
    """Draw the domain with this many issues."""
    numbers = random.Random(SEED + issues)
    raw = [[numbers.random() for _ in range(issues)] for _ in RESERVED]
    weights = [tuple(weight / sum(side) for weight in side) for side in raw]
    first: list[tuple[float, ...]] = []
    second: list[tuple[float, ...]] = []
    for _ in range(issues):
        pairs = [(numbers.random(), numbers.random()) for _ in range(VALUES)]
        first.append(tuple(round(one, 6) for one, _ in pairs))
        second.append(tuple(round(0.6 * (1 - one) + 0.4 * two, 6) for one, two in pairs))
    return Domain((weights[0], weights[1]), (tuple(first), tuple(second)))


def negmas_tick(issues: int) -> Callable[[], object] | None:
    """Return one slider move as a function, or None where NegMAS is not installed.

    Each call changes a weight and both reserved values, builds the utilities, and asks for the
    frontier and the Nash, Kalai and Kalai-Smorodinsky points.
    """
    try:
        from negmas.outcomes import make_issue, make_os
        from negmas.preferences import LinearAdditiveUtilityFunction
        from negmas.preferences.ops import kalai_points, ks_points, nash_points, pareto_frontier
        from negmas.preferences.value_fun import TableFun
    except ImportError:
        return None
    drawn = domain(issues)
    names = [str(value) for value in range(VALUES)]
    moves = iter(range(1, 1_000_000))

    def utility(space, side: int, weights, reserved: float):
        tables = [TableFun(dict(zip(names, table, strict=True))) for table in drawn.tables[side]]
        return LinearAdditiveUtilityFunction(
            values=tables,
            weights=list(weights),
            outcome_space=space,
            reserved_value=reserved,
            name=f"side {side}",
        )

    def tick() -> object:
        move = next(moves)
        space = make_os([make_issue(names, f"issue {place}") for place in range(issues)])
        moved = [drawn.weights[0][0] * (1 + 0.001 * move), *drawn.weights[0][1:]]
        moved = [weight / sum(moved) for weight in moved]
        shift = 0.001 * (move % 5)
        utilities = [
            utility(space, 0, moved, RESERVED[0] + shift),
            utility(space, 1, drawn.weights[1], RESERVED[1] - shift),
        ]
        frontier, _ = pareto_frontier(utilities, issues=space.issues)
        concepts = (nash_points, kalai_points, ks_points)
        return [concept(utilities, frontier, outcome_space=space) for concept in concepts]

    return tick
