"""What a picture shows, by the words of a command: what is opened, compared and drawn at random."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from explorer.cli.argument_types import checked, choice_pair, seed_type
from explorer.cli.asked import asked_scenario
from explorer.cli.subject import chosen_scenario, first_leverage, first_row, known_id, known_row
from explorer.model.case import Case
from explorer.model.package import Package, package_of
from explorer.model.scenario import Scenario
from explorer.model.study import SEED
from explorer.model.wording import tr
from explorer.views.showing import Showing

NOTHING = "none"
"""The package in which nothing is exchanged."""


def add_shown(group: "argparse._ArgumentGroup") -> None:  # pyright: ignore[reportPrivateUsage]
    """Add what is opened beside a picture, compared in it and drawn at random to its options."""
    group.add_argument(
        "--name", help=tr("what the scenario is called (default: as the preset or the file says)")
    )
    group.add_argument(
        "--package",
        metavar="ISSUE=LEVEL,...",
        help=tr(
            "the opened package: its levels above 0, a named package's id, or none for nothing "
            "given (default: no package is open)"
        ),
    )
    compared = (
        ("baseline", tr("what the picture is compared with (default: nothing)")),
        ("loaded", tr("the scenario as it was loaded (default: none)")),
        ("before", tr("the scenario before the last change (default: none)")),
    )
    for name, words in compared:
        group.add_argument(f"--{name}", metavar="SCENARIO", help=words)
    group.add_argument(
        "--pin",
        action="append",
        default=[],
        dest="pins",
        type=checked(choice_pair, tr("a letter and a scenario, LETTER=SCENARIO")),
        metavar="LETTER=SCENARIO",
        help=tr("a pinned scenario; may be repeated (default: none)"),
    )
    group.add_argument(
        "--compare",
        action="store_true",
        help=tr("draw pins and baseline over the board (default: the board alone)"),
    )
    group.add_argument(
        "--seed",
        type=seed_type(),
        default=SEED,
        metavar="N",
        help=tr("the seed of the assumption sets (default: {seed})", seed=SEED),
    )


def asked_showing(arguments: argparse.Namespace) -> Showing:
    """Return what a command line wants to be shown.

    Raises
    ------
    ScenarioError
        If scenario, setting, lens, row, control or package are not known.
    FileError
        If a file cannot be read.
    """
    scenario = asked_scenario(arguments)
    if arguments.name:
        scenario = scenario.with_name(arguments.name)
    case = scenario.case
    row = known_row(case, arguments.row) if arguments.row else first_row(case)
    control = arguments.control or first_leverage(case)
    package = None if arguments.package is None else package_named(case, arguments.package)
    return Showing(
        view_id=arguments.view,
        scenario=scenario,
        baseline=_compared(scenario, arguments.baseline, arguments.case),
        loaded=_compared(scenario, arguments.loaded, arguments.case),
        before=_compared(scenario, arguments.before, arguments.case),
        pins=tuple(_pins(scenario, arguments.pins, arguments.case)),
        is_comparing=arguments.compare,
        row=row,
        control=known_id(control, case.control_places, option="--control"),
        package=package,
        choices=dict(arguments.choices),
        seed=arguments.seed,
    )


def package_named(case: Case, text: str) -> Package:
    """Return a package by its id in the case, or by its levels, such as "icbm=2,test=1".

    Raises :class:`ScenarioError` if there is no such package, issue or level.
    """
    if text == NOTHING:
        return package_of(case, {})
    named = {each.id: each.levels for each in case.packages}
    if "=" not in text:
        return package_of(case, named[known_id(text, named, option="--package")])
    pairs = (part.partition("=") for part in text.split(","))
    # What is no number is no level either, and is refused as such.
    return package_of(
        case, {id_.strip(): int(level) if level.isdecimal() else -1 for id_, _, level in pairs}
    )


def _compared(scenario: Scenario, name: str | None, case_path: Path | None) -> Scenario | None:
    """Return a further scenario, with the very case of the first where both have the same."""
    if name is None:
        return None
    found = chosen_scenario(name, [], case_path=case_path)
    return found.with_case(scenario.case) if found.case == scenario.case else found


def _pins(
    scenario: Scenario, pairs: Iterable[tuple[str, str]], case_path: Path | None
) -> Iterable[tuple[str, Scenario]]:
    for letter, name in pairs:
        found = _compared(scenario, name, case_path)
        if found is not None:
            yield letter, found
