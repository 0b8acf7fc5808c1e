"""A study as it is asked for on a command line: from one scenario, some things varied."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from explorer.cli.asked import asked_scenario
from explorer.cli.paths import exists
from explorer.cli.subject import LONGEST_ECHO, nearest
from explorer.figures.study_form import new_factor, present_start
from explorer.files.json_text import problem_lines
from explorer.files.study_file import seen_from
from explorer.model.assumption import assumptions
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.scenario import Scenario
from explorer.model.study_check import plan_problems
from explorer.model.study_plan import (
    AssumptionFactor,
    AssumptionSets,
    ControlFactor,
    Cross,
    Factor,
    LatinHypercube,
    Sobol,
    Start,
    StructureFactor,
    StudyPlan,
    factor_key,
)
from explorer.model.study_ways import AroundWays, ListedWays, RangeWays, Ways
from explorer.model.visible_text import one_line
from explorer.model.wording import tr

START = "start"
"""The id of the scenario that a study starts from."""


def asked_study(arguments: argparse.Namespace) -> StudyPlan:
    """Return the study that a command line describes.

    Raises
    ------
    ScenarioError
        If something is not known, or cannot be varied so; the message says what.
    FileError
        If a file cannot be read.
    """
    scenario = asked_scenario(arguments)
    factors = [_factor(scenario.case, text) for text in arguments.vary]
    try:
        plan = StudyPlan(
            name=arguments.name or tr("Study of {scenario}", scenario=scenario.name),
            case=scenario.case.id,
            case_file=_case_file(arguments),
            starts=(Start.model_validate({**dict(present_start(scenario)), "id": START}),),
            factors=tuple(factors) or tuple(_leverage(scenario)),
            combine=_combine(arguments.combine, arguments.rows),
            seed=arguments.seed,
        )
    except ValidationError as error:
        raise ScenarioError("\n".join(problem_lines(error))) from error
    problems = plan_problems(plan, scenario.case)
    if problems:
        raise ScenarioError("\n".join(problems))
    return seen_from(plan, Path(), arguments.output.parent)


def _case_file(arguments: argparse.Namespace) -> str:
    """Return the file of the case where one was named, as it was named."""
    if arguments.case is None or not exists(arguments.case):
        return ""
    return str(arguments.case)


def _leverage(scenario: Scenario) -> Iterable[Factor]:
    """Return what is varied if nothing is named: every leverage over its range."""
    for control in scenario.case.controls:
        if control.kind == "scale" and control.role == "leverage":
            yield new_factor(scenario.case, factor_key("control", control.id))


def _combine(kind: str, rows: int) -> Cross | LatinHypercube | Sobol | AssumptionSets:
    if kind == "latin-hypercube":
        return LatinHypercube(rows=rows)
    if kind == "sobol":
        return Sobol(rows=rows)
    return AssumptionSets(sets=rows) if kind == "sets" else Cross()


def _factor(case: Case, text: str) -> Factor:
    """Return what a text such as ``missile_advances=0..100/10`` asks to be varied."""
    name, _, ways = text.partition("=")
    name, ways = name.strip(), ways.strip()
    if not name or not ways:
        raise _unclear(text)
    # With or without what "dealzone list assumptions" puts before it.
    choices = {
        known: choice.id
        for choice in case.structure
        for known in (choice.id, factor_key("structure", choice.id))
    }
    if name in choices:
        options = () if ways == "all" else tuple(each.strip() for each in ways.split(","))
        return StructureFactor(choice=choices[name], options=options)
    if name in case.control_places:
        return ControlFactor(control=name, ways=_ways(text, ways))
    known = [item.id for item in assumptions(case)]
    if name in known:
        return AssumptionFactor(assumption=name, ways=_ways(text, ways))
    every = [*case.control_places, *choices, *known]
    raise ScenarioError(
        tr(
            'There is nothing called "{name}" to vary. {hint}',
            name=one_line(name)[:LONGEST_ECHO],
            hint=nearest(name, every),
        )
    )


def _ways(text: str, ways: str) -> Ways:
    try:
        return _understood(ways)
    except ValidationError as error:
        raise ScenarioError(
            "\n".join(f"{text}: {line}" for line in problem_lines(error))
        ) from error
    except ValueError as error:
        raise _unclear(text) from error


def _understood(ways: str) -> Ways:
    """Return the ways of a text; :class:`ValueError` if it is none."""
    if ways.startswith("+-"):
        reach, _, steps = ways[2:].partition("/")
        return AroundWays(minus=float(reach), plus=float(reach), steps=int(steps or 1))
    if ".." in ways:
        low, _, rest = ways.partition("..")
        high, _, step = rest.partition("/")
        return RangeWays(low=float(low), high=float(high), step=float(step) if step else None)
    return ListedWays(values=tuple(float(each) for each in ways.split(",")))


def _unclear(text: str) -> ScenarioError:
    return ScenarioError(
        tr(
            '--vary "{text}" cannot be understood. Write ID=10,20,30, ID=0..100, ID=0..100/10 or '
            "ID=+-10.",
            text=one_line(text)[:LONGEST_ECHO],
        )
    )
