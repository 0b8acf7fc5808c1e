"""Hypothesis strategies shared by all rooms: small random cases, scenarios, Korea scenarios.

Numbers are decimals with at most two digits. Unless asked otherwise a small case respects the
sign rules under which the laws of the model hold: costs and benefits never fall in level at any
setting, multipliers rise with verification, discounts, waiting and headline are not negative,
the ``arms`` slope lowers the cost of small commitments only, and the last level of the first
commitment (class ``full``) has a slope above the sum of all negative ones.
"""

from dataclasses import dataclass
from itertools import accumulate

from hypothesis import reject
from hypothesis import strategies as st
from pydantic import ValidationError

from explorer.files.case_file import bundled_case
from explorer.model.case import Case
from explorer.model.control import Control
from explorer.model.scenario import Scenario, control_range, default_scenario
from tests.strategy_rules import BACKING, coherence_rules, structures

ARMS, PATRON, TRADE = "arms", "patron", "trade"
SENDER_WILL, TARGET_WILL = "sender_will", "target_will"
SENDER_CREDIBILITY, TARGET_CREDIBILITY = "sender_credibility", "target_credibility"
VERIFIER = "verifier"

Draw = st.DrawFn
Json = dict[str, object]

_MOVER = st.sampled_from((None, "sender", "target", "others", "time", "nobody"))
_MOVERS = st.one_of(st.just({}), st.fixed_dictionaries({"raised_by": _MOVER, "lowered_by": _MOVER}))
"""Who can move a control; half of the controls leave it to their kind and party."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """How many levels each issue has and up to which level a commitment counts as small."""

    target: dict[str, int]
    sender: dict[str, int]
    has_verifier: bool

    @property
    def small(self) -> dict[str, int]:
        first, *_ = self.target
        return {id_: min(1, n - 2) if id_ == first else 1 for id_, n in self.target.items()}

    @property
    def full(self) -> dict[str, int]:
        first, *_ = self.target
        return {first: self.target[first] - 1}

    @property
    def paid(self) -> dict[str, int]:
        """What a class asks of the sender alone."""
        *_, last = self.sender
        return {last: self.sender[last] - 1}


@st.composite
def small_cases(draw: Draw, *, respects_signs: bool = True) -> Case:
    """Draw a case with one to three issues a side and everything that a case can have.

    Parameters
    ----------
    respects_signs
        Whether the sign rules hold; without them series and slopes may have any sign and order.
    """
    shape = draw(_shapes())
    issues = draw(_issues(shape, respects_signs))
    stakeholders = draw(_stakeholders(shape))
    rules = [
        _control(f"rule-{place}", "coherence", None, **rule)
        for place, rule in enumerate(draw(coherence_rules({**shape.target, **shape.sender})))
    ]
    controls = [*_scales(), *draw(_lines(shape)), *draw(_guards(stakeholders)), *rules]
    controls = [{**control, **draw(_MOVERS)} for control in controls]
    ids = [control["id"] for control in controls]
    content: Json = {
        "format": "dealzone-case",
        "schema_version": 1,
        "id": "small",
        "name": "A small case",
        "version": "1.0",
        "summary": "Drawn at random.",
        "limits": ["It describes nothing."],
        "sources": [{"id": "drawn", "title": "Drawn at random"}],
        "sender": _party("giver", "Giver"),
        "target": _party("taker", "Taker"),
        "issues": draw(st.permutations(issues)) if draw(st.booleans()) else issues,
        "discounts": draw(_discounts(respects_signs)),
        "ending_shares": [_ending(draw(_decimals(0, 100)))],
        "structure": draw(structures()),
        "sender_stakes": draw(_stakes(SENDER_WILL, TARGET_CREDIBILITY, (), respects_signs)),
        "target_stakes": draw(
            _stakes(TARGET_WILL, SENDER_CREDIBILITY, (PATRON, TRADE), respects_signs)
        ),
        "classes": _classes(shape),
        "controls": controls,
        "groups": [{"id": "all", "name": "All", "party": None, "shown": ids}],
        "presets": [_named("plain", date="today", values={})],
        "default_preset": "plain",
        "baseline_preset": "plain",
        "rows": [
            _named(f"row-{place}", levels=levels)
            for place, levels in enumerate(draw(_row_levels(shape)))
        ],
        "stakeholders": stakeholders,
        "gauges": draw(_gauges(shape, stakeholders)),
        "map_grid": {"columns": draw(st.integers(4, 9)), "rows": draw(st.integers(4, 9))},
    }
    try:
        return Case.model_validate(content)
    except ValidationError as error:
        # Rules that were drawn one by one can contradict each other.
        if "contradict each other" not in str(error):
            raise
        reject()


@st.composite
def scenarios(draw: Draw, case: Case) -> Scenario:
    """Draw a scenario of a case; each red line is off in about half of the draws."""
    values = {control.id: draw(_control_values(case, control)) for control in case.controls}
    return default_scenario(case).with_values(values).with_name("drawn")


@st.composite
def korea_scenarios(draw: Draw) -> Scenario:
    """Draw a scenario of the bundled Korea case."""
    return draw(scenarios(bundled_case("korea")))


@st.composite
def small_scenarios(draw: Draw, *, respects_signs: bool = True) -> Scenario:
    """Draw a small case and a scenario of it."""
    return draw(scenarios(draw(small_cases(respects_signs=respects_signs))))


def _control_values(case: Case, control: Control) -> st.SearchStrategy[float]:
    allowed = control_range(case, control)
    if control.kind == "scale":
        decimals = st.integers(0, 10_000).map(lambda hundredths: hundredths / 100)
        return st.one_of(st.just(allowed.default), st.integers(0, 100), decimals)
    if control.kind == "guard":
        # Several at once take long to solve; one of them now and then shows the same.
        return st.integers(0, 9).map(lambda number: int(number == 9))
    whole = st.integers(int(allowed.minimum), int(allowed.maximum))
    return st.one_of(st.just(int(allowed.default)), whole)


def _decimals(low: int, high: int) -> st.SearchStrategy[float]:
    """Draw a decimal with two digits between two bounds given in hundredths."""
    return st.integers(low, high).map(lambda hundredths: hundredths / 100)


@st.composite
def _shapes(draw: Draw) -> _Shape:
    levels = st.integers(2, 4)
    target = {f"gives-{place}": draw(levels) for place in range(draw(st.integers(1, 3)))}
    sender = {f"pays-{place}": draw(levels) for place in range(draw(st.integers(1, 3)))}
    has_verifier = len(target) < 3 and draw(st.booleans())
    if has_verifier:
        target[VERIFIER] = draw(levels)
    return _Shape(target, sender, has_verifier)


@st.composite
def _steps(
    draw: Draw, levels: int, highest: int, respects_signs: bool, least: int = 0
) -> list[int]:
    """Draw a series in hundredths that starts at 0 and, where signs count, never falls.

    ``least`` is the smallest step that is usual, so that benefits often pay for costs.
    """
    lowest = 0 if respects_signs else -highest
    step = st.one_of(st.integers(least, highest), st.integers(lowest, highest))
    steps = draw(st.lists(step, min_size=levels - 1, max_size=levels - 1))
    total, values = 0, [0]
    for step in steps:
        total += step
        values.append(total)
    return values


@st.composite
def _issues(draw: Draw, shape: _Shape, respects_signs: bool) -> list[Json]:
    costs = {id_: draw(_steps(levels, 500, respects_signs)) for id_, levels in shape.target.items()}
    slopes = draw(_slopes(shape, costs, respects_signs))
    issues = [
        _issue(
            id_,
            "target",
            levels,
            cost=_cost(costs[id_], slopes[id_]),
            benefit=draw(_target_benefit(shape, id_, respects_signs)),
        )
        for id_, levels in shape.target.items()
    ]
    for id_, levels in shape.sender.items():
        # Prices are the board's axis and may not be negative, whatever the other signs.
        cost = _cost(draw(_steps(levels, 500, respects_signs=True)), None)
        points = _series(draw(_steps(levels, 1200, respects_signs, least=400)))
        discount = draw(st.sampled_from((None, "strong", "weak")))
        worth: Json = {"points": points, "discount": discount}
        # Now and then a concession that is worth nothing to anybody.
        benefit = None if draw(st.integers(0, 9)) == 9 else worth
        issues.append(_issue(id_, "sender", levels, cost=cost, benefit=benefit))
    return issues


@st.composite
def _slopes(
    draw: Draw, shape: _Shape, costs: dict[str, list[int]], respects_signs: bool
) -> dict[str, list[int]]:
    """Draw how costs move with ``arms``, in hundredths, as the sign rules demand."""
    if not respects_signs:
        return {
            id_: [0, *draw(st.lists(st.integers(-900, 900), min_size=n - 1, max_size=n - 1))]
            for id_, n in shape.target.items()
        }
    slopes: dict[str, list[int]] = {}
    for id_, levels in shape.target.items():
        small = shape.small[id_]
        lowest = draw(st.integers(-costs[id_][small], 0))
        below = [0 if level == 0 else lowest for level in range(small + 1)]
        rise = draw(_steps(levels - small, 1500, respects_signs=True))
        slopes[id_] = below + rise[1:]
    first, *_ = shape.target
    negative = sum(min(0, *values) for values in slopes.values())
    slopes[first][-1] += 1 - negative
    return slopes


@st.composite
def _target_benefit(draw: Draw, shape: _Shape, id_: str, respects_signs: bool) -> Json | None:
    if id_ == VERIFIER:
        return None
    levels = shape.target[id_]
    benefit: Json = {"points": _series(draw(_steps(levels, 1200, respects_signs, least=400)))}
    if draw(st.booleans()):
        benefit["growth"] = {"control": ARMS, "fixed_share": _share(draw(_decimals(0, 100)))}
    if shape.has_verifier and draw(st.booleans()):
        columns = shape.target[VERIFIER]
        rising = st.lists(_decimals(0, 100), min_size=columns, max_size=columns).map(sorted)
        rows = [draw(rising) for _ in range(levels)]
        if respects_signs:
            # A deeper level never keeps a smaller share, so that the benefit rises in level.
            rows = list(accumulate(rows, lambda lower, row: list(map(max, lower, row))))
        benefit["verification"] = {"issue": VERIFIER, "multipliers": rows, "source": "drawn"}
    return benefit


@st.composite
def _discounts(draw: Draw, respects_signs: bool) -> list[Json]:
    lowest = 0 if respects_signs else -60
    return [
        {
            "id": id_,
            "floor": _share(draw(_decimals(0, 50))),
            "slopes": [
                {
                    "control": control,
                    "amount": _quantity(draw(_decimals(lowest, 60))),
                    "neutral": draw(st.sampled_from((0, 0, 50))),
                }
                for control in controls
            ],
        }
        for id_, controls in (("strong", (PATRON, TRADE)), ("weak", (PATRON,)))
    ]


@st.composite
def _stakes(
    draw: Draw, will: str, credibility: str, slopes: tuple[str, ...], respects_signs: bool
) -> Json:
    lowest = 0 if respects_signs else -500
    ceiling = draw(_ceilings())
    return {
        "waiting": {
            "base": _quantity(draw(_decimals(lowest, 200))),
            "slopes": [
                {
                    "control": control,
                    "amount": _quantity(draw(_decimals(lowest, 400))),
                    "neutral": draw(st.sampled_from((0, 0, 50))),
                    "ends": draw(st.sampled_from((None, BACKING))),
                }
                for control in slopes
            ],
        },
        "headline": {"points": _quantity(draw(_decimals(lowest, 700))), "will": will},
        "credibility": credibility,
        **({} if ceiling is None else {"ceiling": ceiling}),
    }


@st.composite
def _ceilings(draw: Draw) -> Json | None:
    """Draw no ceiling or, for one party in four, one that many packages reach."""
    if draw(st.integers(0, 3)) < 3:
        return None
    return {"points": draw(_decimals(0, 900)), "source": "drawn"}


@st.composite
def _row_levels(draw: Draw, shape: _Shape) -> list[dict[str, int]]:
    bundles = st.fixed_dictionaries({id_: st.integers(0, n - 1) for id_, n in shape.target.items()})
    return draw(st.lists(bundles.filter(lambda b: any(b.values())), min_size=1, max_size=3))


@st.composite
def _lines(draw: Draw, shape: _Shape) -> list[Json]:
    """Draw the red lines and perhaps one consent switch."""
    levels = {**shape.target, **shape.sender}
    lines: list[Json] = []
    for place in range(draw(st.integers(0, 3))):
        party = draw(st.sampled_from(("sender", "target")))
        bound = draw(st.sampled_from(("at_most", "at_least")))
        issue = draw(st.sampled_from(sorted(levels)))
        line = _control(f"line-{place}", "limit", party, issue=issue, bound=bound)
        if issue in shape.sender and draw(st.booleans()):
            line["unless"] = draw(_conditions(shape))
        lines.append(line)
    if draw(st.booleans()):
        issue = draw(st.sampled_from(sorted(shape.sender)))
        level = draw(st.integers(1, shape.sender[issue] - 1))
        needs = draw(_conditions(shape))
        lines.append(_control("consent", "consent", "sender", issue=issue, level=level))
        lines[-1]["needs"] = needs
        lines[-1]["also_needs"] = draw(st.lists(_conditions(shape), max_size=1))
    return lines


@st.composite
def _stakeholders(draw: Draw, shape: _Shape) -> list[Json]:
    """Draw up to two stakeholders, whose points may go up and down as they please."""
    levels = {**shape.target, **shape.sender}
    return [
        {
            "id": f"neighbour-{place}",
            "name": f"Neighbour {place}",
            "short": f"neighbour {place}",
            "points": {
                id_: _series(draw(_steps(count, 400, respects_signs=False)))
                for id_, count in levels.items()
            },
            "terms": draw(_terms(shape)),
            "note": "It looks on.",
            "source": "drawn",
        }
        for place in range(draw(st.integers(0, 2)))
    ]


@st.composite
def _terms(draw: Draw, shape: _Shape) -> list[Json]:
    """Draw up to two terms; each asks for something on the issues that one side gives."""
    terms: list[Json] = []
    for place in range(draw(st.integers(0, 2))):
        side = draw(st.sampled_from((shape.target, shape.sender)))
        asked = draw(st.lists(st.sampled_from(sorted(side)), min_size=1, unique=True))
        first, *others = asked
        when = {first: {"at_least": draw(st.integers(1, side[first] - 1))}}
        for id_ in others:
            low, high = sorted(
                draw(st.lists(st.integers(0, side[id_] - 1), min_size=2, max_size=2))
            )
            when[id_] = draw(
                st.sampled_from(({"at_most": high}, {"at_least": low, "at_most": high}))
            )
        points = _quantity(draw(_decimals(-2000, 2000)))
        terms.append(
            {"id": f"term-{place}", "name": f"Term {place}", "when": when, "points": points}
        )
    return terms


@st.composite
def _guards(draw: Draw, stakeholders: list[Json]) -> list[Json]:
    guards: list[Json] = []
    for place, stakeholder in enumerate(stakeholders):
        if draw(st.booleans()):
            guards.append(_control(f"guard-{place}", "guard", None, stakeholder=stakeholder["id"]))
    return guards


@st.composite
def _gauges(draw: Draw, shape: _Shape, stakeholders: list[Json]) -> list[Json]:
    if not stakeholders or draw(st.booleans()):
        return []
    words = (("low", -1000), ("middling", -2), ("high", 2))
    return [
        {
            "id": "gauge",
            "name": "Gauge",
            "purpose": "To hold two apart.",
            "sender_issue": draw(st.sampled_from(sorted(shape.target))),
            "stakeholder": draw(st.sampled_from(stakeholders))["id"],
            "stakeholder_issue": draw(st.sampled_from(sorted(shape.target))),
            "status": [
                {"start": start, "words": word, "meaning": "So much."} for word, start in words
            ],
            "note": "It measures little.",
            "source": "drawn",
        }
    ]


@st.composite
def _conditions(draw: Draw, shape: _Shape) -> Json:
    issue = draw(st.sampled_from(sorted(shape.target)))
    return {"issue": issue, "at_least": draw(st.integers(1, shape.target[issue] - 1))}


def _scales() -> list[Json]:
    roles = (
        (ARMS, "leverage", "target", 40),
        (PATRON, "leverage", "target", 50),
        (TRADE, "leverage", "target", 60),
        (SENDER_WILL, "will", "sender", 70),
        (TARGET_WILL, "will", "target", 50),
        (SENDER_CREDIBILITY, "credibility", "sender", 85),
        (TARGET_CREDIBILITY, "credibility", "target", 85),
    )
    status = [{"start": 0, "words": "some", "meaning": "Some of it."}]
    return [
        _control(id_, "scale", party, role=role, default=default, status=status)
        for id_, role, party, default in roles
    ]


def _classes(shape: _Shape) -> list[Json]:
    return [
        {"id": "full", "name": "Full", "meaning": "All of it.", "at_least": shape.full},
        {"id": "little", "name": "Little", "meaning": "A little.", "at_most": shape.small},
        {"id": "paid", "name": "Paid", "meaning": "Something for it.", "at_least": shape.paid},
        {"id": "rest", "name": "Rest", "meaning": "What is left."},
    ]


def _ending(value: float) -> Json:
    words = {"name": "Backing", "meaning": "How much of it ends."}
    return {"id": BACKING, **words, "share": _share(value)}


def _control(id_: str, kind: str, party: str | None, **more: object) -> Json:
    words = {"purpose": "To be moved.", "background": "None.", "low_word": "low"}
    shown = {"id": id_, "name": id_.title(), "high_word": "high", "sources": ["drawn"]}
    side = {} if party is None else {"party": party}
    return {**shown, **words, "kind": kind, **side, **more}


def _issue(id_: str, giver: str, levels: int, *, cost: Json, benefit: Json | None) -> Json:
    words = [{"words": f"level {level}", "short": f"{level}"} for level in range(levels)]
    return {
        "id": id_,
        "name": id_.title(),
        "short": id_,
        "given_by": giver,
        "meaning": "A thing.",
        "levels": words,
        "cost": cost,
        "benefit": benefit,
    }


def _cost(base: list[int], slope: list[int] | None) -> Json:
    if slope is None:
        return {"base": _series(base)}
    return {"base": _series(base), "slopes": [{"control": ARMS, "series": _series(slope)}]}


def _series(hundredths: list[int]) -> Json:
    values = [value / 100 for value in hundredths]
    return {"values": values, "low": 0.7, "high": 1.3, "unit": "points", "source": "drawn"}


def _quantity(value: float) -> Json:
    low, high = sorted((value * 0.5, value * 1.5))
    return {"value": value, "low": low, "high": high, "unit": "points", "source": "drawn"}


def _share(value: float) -> Json:
    return {**_quantity(value), "high": min(1.0, value * 1.5), "unit": "share"}


def _named(id_: str, **more: object) -> Json:
    return {
        "id": id_,
        "name": id_.title(),
        **({} if "date" in more else {"short": id_}),
        "note": "Drawn.",
        "source": "drawn",
        **more,
    }


def _party(id_: str, name: str) -> Json:
    return {"id": id_, "name": name, "short": name, "adjective": name, "leader": f"Head of {name}"}
