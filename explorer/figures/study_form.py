"""A study as a form shows it: what can be varied, how it is varied, and what it starts from."""

from collections.abc import Iterable
from dataclasses import dataclass

from explorer.figures.assumption_words import full_title, group_title, number_text, title
from explorer.figures.control_words import control_status
from explorer.figures.phrase import capitalised, control_title, listed
from explorer.figures.study_words import ON_SCREEN, column_title
from explorer.model.assumption import assumption, assumptions, changed_assumptions
from explorer.model.case import Case
from explorer.model.control import Control, ScaleControl
from explorer.model.errors import ScenarioError
from explorer.model.scenario import Scenario, control_range
from explorer.model.study_plan import (
    AssumptionFactor,
    ControlFactor,
    Factor,
    OutputKind,
    Start,
    StructureFactor,
    StudyPlan,
    factor_key,
)
from explorer.model.study_ways import AroundWays, ListedWays, RangeWays, Ways
from explorer.model.wording import tr, tr_n

STEPS = 10
"""Into how many steps the range of a control is cut at first."""

ASSUMPTION_STEPS = 4
"""Into how many steps the range of an assumption is cut at first."""

WITHOUT_RANGE = 0.1
"""How far an assumption without a range is varied to either side, as a share of its size."""

DRAWN = ("latin_hypercube", "sobol")
"""Combinations that draw values anywhere between the ends of a range."""


@dataclass(frozen=True, slots=True)
class FactorMenu:
    """Things that can be varied under one heading: (key of the factor, words), and menus within."""

    title: str
    offers: tuple[tuple[str, str], ...] = ()
    menus: tuple["FactorMenu", ...] = ()


def usual_plan(scenario: Scenario) -> StudyPlan:
    """Return the study with which a form begins: from what is on screen, nothing varied yet."""
    return StudyPlan(
        name=tr("Study of {scenario}", scenario=scenario.name)[:200],
        case=scenario.case.id,
        starts=(present_start(scenario),),
    )


def present_start(scenario: Scenario) -> Start:
    """Return what is on screen as a start: every control, and all assumptions that were changed."""
    changes = {change.id: change.now for change in changed_assumptions(scenario.case)}
    places = {f"structure.{choice.id}": choice for choice in scenario.case.structure}
    return Start(
        id=ON_SCREEN,
        as_of=scenario.as_of,
        controls={
            control.id: float(value)
            for control, value in zip(scenario.case.controls, scenario.values, strict=True)
        },
        assumptions={id_: now for id_, now in changes.items() if id_ not in places},
        structure={
            choice.id: choice.options[choice.place].id
            for id_, choice in places.items()
            if id_ in changes
        },
    )


def start_entries(case: Case) -> tuple[tuple[str, str], ...]:
    """Return from what a study can start: (id, words), what is on screen first."""
    presets = tuple((preset.id, preset.name) for preset in case.presets)
    return ((ON_SCREEN, tr("The settings on screen")), *presets)


def start_of(start_id: str, scenario: Scenario) -> Start:
    """Return a start by its id: what is on screen, or a preset."""
    if start_id == ON_SCREEN:
        return present_start(scenario)
    return Start(id=start_id, preset=start_id)


def factor_menus(case: Case, taken: Iterable[str]) -> tuple[FactorMenu, ...]:
    """Return what can be varied, by heading, without what a study varies already.

    ``taken``: The keys of its factors.
    """
    known = set(taken)

    def controls(is_scale: bool) -> tuple[tuple[str, str], ...]:
        return tuple(
            (key, capitalised(control_title(case, each)))
            for each in case.controls
            if (each.kind == "scale") is is_scale
            and (key := factor_key("control", each.id)) not in known
        )

    structure = tuple(
        (key, choice.name)
        for choice in case.structure
        if (key := factor_key("structure", choice.id)) not in known
    )
    groups: dict[str, list[tuple[str, str]]] = {}
    for item in assumptions(case):
        key = factor_key("assumption", item.id)
        if item.kind in ("number", "levels") and key not in known:
            groups.setdefault(group_title(case, item), []).append(
                (key, capitalised(title(case, item)))
            )
    menus = tuple(FactorMenu(name, tuple(offers)) for name, offers in groups.items())
    found = (
        FactorMenu(tr("Conditions"), controls(is_scale=True)),
        FactorMenu(tr("Red lines and rules"), controls(is_scale=False)),
        FactorMenu(tr("How the model is built"), structure),
        FactorMenu(tr("Assumptions"), menus=menus),
    )
    return tuple(each for each in found if each.offers or each.menus)


def new_factor(case: Case, key: str) -> Factor:
    """Return a factor as a form adds it, over the whole range that its sources discuss.

    ``key``: A key of :func:`factor_menus`.
    """
    kind, _, rest = key.partition(".")
    if kind == "structure":
        return StructureFactor(choice=rest)
    if kind == "assumption":
        return AssumptionFactor(assumption=rest, ways=_assumption_ways(case, rest))
    control = case.control(rest)
    if isinstance(control, ScaleControl):
        span = control.high - control.low
        step = max(1.0, round(span / STEPS))
        return ControlFactor(
            control=rest, ways=RangeWays(low=control.low, high=control.high, step=step)
        )
    values = tuple(float(value) for value, _ in _control_entries(case, control))
    return ControlFactor(control=rest, ways=ListedWays(values=values))


def factor_title(case: Case, factor: Factor) -> str:
    """Return what a factor is called."""
    if factor.kind == "assumption":
        try:
            return full_title(case, assumption(case, factor.assumption))
        except ScenarioError:
            return factor.assumption
    return column_title(case, factor.key)


def factor_entries(case: Case, factor: Factor) -> tuple[tuple[str, str], ...]:
    """Return the values of a factor that has only a few, each with its words; none for numbers.

    Values are ids of options, or numbers of levels as text.
    """
    if factor.kind == "structure":
        for choice in case.structure:
            if choice.id == factor.choice:
                return tuple((option.id, option.name) for option in choice.options)
    elif factor.kind == "control" and factor.control in case.control_places:
        control = case.control(factor.control)
        if control.kind != "scale":
            return tuple((str(value), words) for value, words in _control_entries(case, control))
    return ()


def chosen_entries(factor: Factor, entries: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Return which of the few values of a factor are gone through."""
    if factor.kind == "structure":
        return factor.options or tuple(value for value, _ in entries)
    if isinstance(factor.ways, ListedWays):
        return tuple(str(round(value)) for value in factor.ways.values)
    return ()


def with_entries(factor: Factor, chosen: tuple[str, ...]) -> Factor:
    """Return a factor that goes through some of its few values, at least one."""
    if factor.kind == "structure":
        return StructureFactor(choice=factor.choice, options=chosen)
    ways = ListedWays(values=tuple(float(value) for value in chosen))
    return with_ways(factor, ways)


def with_ways(factor: Factor, ways: Ways) -> Factor:
    """Return a factor varied in another way; a structure choice has none."""
    if factor.kind == "structure":
        return factor
    if factor.kind == "control":
        return ControlFactor(control=factor.control, ways=ways)
    return AssumptionFactor(assumption=factor.assumption, ways=ways)


def ways_words(case: Case, factor: Factor) -> str:
    """Return how a factor is varied, in words."""
    entries = dict(factor_entries(case, factor))
    if entries:
        chosen = chosen_entries(factor, tuple(entries.items()))
        return listed(entries.get(value, value) for value in chosen)
    if factor.kind == "structure":
        return listed(factor.options)
    return _number_words(factor.ways)


def _number_words(ways: Ways) -> str:
    if isinstance(ways, ListedWays):
        return ", ".join(number_text(value) for value in ways.values)
    if isinstance(ways, AroundWays):
        return tr_n(
            "{minus} below to {plus} above, {n} step each way",
            "{minus} below to {plus} above, {n} steps each way",
            ways.steps,
            minus=number_text(ways.minus),
            plus=number_text(ways.plus),
        )
    ends = {"low": number_text(ways.low), "high": number_text(ways.high)}
    if ways.step is None:
        return tr("{low} to {high}, anywhere between", **ends)
    return tr("{low} to {high} in steps of {step}", step=number_text(ways.step), **ends)


def output_words(kind: OutputKind) -> str:
    """Return what a kind of output is, for a box that is ticked."""
    return {
        "zone": tr("How many packages the deal zone holds"),
        "classes": tr("The same by class of package"),
        "rows": tr("Which commitments are open"),
        "floors": tr("The floor of each commitment"),
        "limits": tr("The limit of each commitment"),
        "solutions": tr("Fair solutions (Nash, Kalai-Smorodinsky)"),
        "packages": tr("Which named packages are in the zone"),
        "gains": tr("What named packages give each side"),
        "resilience": tr("How resilient each commitment is (slow)"),
    }[kind]


def combine_words(kind: str) -> str:
    """Return what a way to combine factors is called."""
    return {
        "cross": tr("Every value with every other"),
        "latin_hypercube": tr("Latin hypercube: spread evenly at random"),
        "sobol": tr("Sobol sequence: fills the space evenly"),
        "assumption_sets": tr("Every value, each in assumption sets"),
    }[kind]


def problem_words(case: Case, plan: StudyPlan, line: str) -> str:
    """Return what is wrong with a study, its place in the words of the form.

    ``line``: As of :func:`explorer.model.study_check.plan_problems`.
    """
    place, _, words = line.partition(": ")
    for number, factor in enumerate(plan.factors):
        if place.startswith(f"factors[{number}]") and words:
            words = words.removeprefix("ways: ")
            return tr("{title}: {problem}", title=factor_title(case, factor), problem=words)
    for number, start in enumerate(plan.starts):
        if place == f"starts[{number}]" and words:
            names = dict(start_entries(case))
            name = names.get(start.id, start.id)
            return tr("Start “{name}”: {problem}", name=name, problem=words)
    return line


def _control_entries(case: Case, control: Control) -> tuple[tuple[int, str], ...]:
    allowed = control_range(case, control)
    values = range(round(allowed.minimum), round(allowed.maximum) + 1)
    return tuple((value, control_status(case, control.id, value).value_text) for value in values)


def _assumption_ways(case: Case, assumption_id: str) -> Ways:
    """Return the stated range of an assumption; of levels, that of the factor on all of them."""
    item = assumption(case, assumption_id)
    low, high = float(item.estimate.low), float(item.estimate.high)
    if low < high:
        return RangeWays(low=low, high=high, step=(high - low) / ASSUMPTION_STEPS)
    # Without a stated range, a tenth to either side.
    reach = WITHOUT_RANGE * (abs(low) or 1.0)
    return AroundWays(minus=reach, plus=reach)
