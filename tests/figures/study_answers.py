"""Strategies for what studies find out about the Korea case, true or not."""

from hypothesis import assume
from hypothesis import strategies as st

from explorer.model.study import (
    AssumptionWeight,
    Bound,
    Importance,
    RowSureness,
    Rule,
    Sureness,
)
from explorer.solver.uncertain import uncertain_numbers
from tests.strategies import korea_scenarios

INFINITE = float("inf")
SEEDS = st.integers(0, 2**32 - 1)


@st.composite
def surenesses(draw: st.DrawFn) -> Sureness:
    """Draw numbers of sets, each from none to all."""
    scenario = draw(korea_scenarios())
    sets = draw(st.integers(1, 3000))
    count = st.integers(0, sets)
    points = st.lists(st.floats(-40, 90), min_size=4, max_size=4).map(sorted)

    def row(row_id: str) -> RowSureness:
        low, _, _, high = draw(points)
        floor = draw(st.sampled_from(((low, high), (low, INFINITE), (INFINITE, INFINITE))))
        return RowSureness(row_id, sets, draw(count), floor, (low, high))

    low, middle, high = sorted(draw(st.tuples(*[st.integers(0, 100_000)] * 3)))
    case = scenario.case
    return Sureness(
        scenario=scenario,
        seed=draw(SEEDS),
        sets=sets,
        wanted=draw(st.integers(sets, 4000)),
        zone_sets=draw(count),
        packages=(low, middle, high),
        classes=tuple((each.id, draw(count)) for each in case.classes),
        rows=tuple(row(each.id) for each in case.rows),
        named=tuple((each.id, draw(count)) for each in case.packages),
    )


@st.composite
def importances(draw: st.DrawFn) -> Importance:
    """Draw weights of some assumptions, ranked."""
    scenario = draw(korea_scenarios())
    ids = draw(st.permutations([each.id for each in uncertain_numbers(scenario)]))
    share = st.floats(0, 1.2)
    weights = sorted(draw(st.lists(share, max_size=len(ids))), reverse=True)
    return Importance(
        scenario=scenario,
        row_id=draw(st.sampled_from(("", *(row.id for row in scenario.case.rows)))),
        seed=draw(SEEDS),
        samples=4096,
        weights=tuple(
            AssumptionWeight(
                id_,
                weight,
                max(0.0, weight - half),
                weight + half,
                alone=weight * part,
                alone_low=max(0.0, weight * part - half),
                alone_high=weight * part + half,
            )
            for id_, weight, half, part in zip(
                ids,
                weights,
                (draw(st.floats(0, 0.4)) for _ in weights),
                (draw(st.floats(0, 1)) for _ in weights),
                strict=False,
            )
        ),
    )


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """Draw a rule with up to three bounds."""
    scenario = draw(korea_scenarios())
    scales = [each.id for each in scenario.case.controls if each.kind == "scale"]
    chosen = draw(st.lists(st.sampled_from(scales), unique=True, max_size=3))
    ends = st.lists(st.integers(0, 100), min_size=2, max_size=2, unique=True).map(sorted)
    whole = ends.filter(lambda pair: pair != [0, 100])
    samples = draw(st.integers(2, 2000))
    inside = draw(st.integers(1, samples))
    open_inside = draw(st.integers(0, inside))
    # A rule has bounds only where there is something to tell apart.
    fewest, most = (1, samples - 1) if chosen else (0, samples)
    open_samples = open_inside + draw(st.integers(0, samples - inside))
    assume(fewest <= open_samples <= most)
    return Rule(
        scenario=scenario,
        row_id=draw(st.sampled_from(("", *(row.id for row in scenario.case.rows)))),
        seed=draw(SEEDS),
        samples=samples,
        open_samples=open_samples,
        bounds=tuple(Bound(id_, *map(float, draw(whole))) for id_ in chosen),
        inside=inside,
        open_inside=open_inside,
    )
