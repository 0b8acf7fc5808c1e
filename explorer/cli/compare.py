"""The comparison on the command line: what to compare, and the answer as text and as data."""

import argparse

from explorer.cli.picture import refuse_unless_drawable
from explorer.cli.subject import chosen_scenario
from explorer.cli.text_table import paragraph
from explorer.figures.boards import NamedResult, named_results
from explorer.figures.change import Change
from explorer.figures.compare import Comparison, change_line, comparison
from explorer.files.result_record import Record, scenario_record
from explorer.model.day_words import with_day
from explorer.model.errors import ScenarioError
from explorer.model.scenario import Scenario
from explorer.model.version import MODEL_VERSION
from explorer.model.wording import tr
from explorer.solver.solve import solve
from explorer.views import side_by_side
from explorer.views.options import PictureOptions
from explorer.views.view import Viewing

INDENT = "  "


def compared_results(arguments: argparse.Namespace) -> tuple[NamedResult, ...]:
    """Return the results to compare, each under its name; the first is the reference.

    Raises
    ------
    ScenarioError
        If a preset is not known, or the scenarios cannot be compared.
    FileError
        If a file cannot be read, or the page cannot be written where it is wanted.
    """
    names = [each for each in (arguments.first, arguments.second, arguments.third) if each]
    first, *others = (chosen_scenario(name, (), case_path=arguments.case) for name in names)
    for other in others:
        _refuse_unless_comparable(first, other)
    if arguments.output is not None:
        refuse_unless_drawable(arguments.output)
    return named_results(tuple(map(solve, (first, *others))))


def compare_options(
    arguments: argparse.Namespace, items: tuple[NamedResult, ...]
) -> PictureOptions:
    """Return how to draw the page that compares results; ``--output`` must have been given."""
    (_, reference), *_ = items
    return PictureOptions(
        view_id=side_by_side.VIEW.id,
        viewing=Viewing(reference),
        output=arguments.output,
        theme=arguments.theme,
        size=arguments.size,
        compared=items,
    )


def comparison_text(items: tuple[NamedResult, ...], *, width: int) -> str:
    """Return how results differ from the first one, in lines of at most ``width`` characters."""
    (name, reference), *others = items
    lines = [with_day(each, result.scenario.as_of) for each, result in items]
    lines.append("")
    for other, result in others:
        found = comparison(reference, result, name=name)
        lines += paragraph(
            tr("{other}: {sentence}", other=other, sentence=found.sentence), width=width
        )
        lines += _list(tr("Settings that differ:"), found.settings, width)
        lines += _list(tr("Assumptions that differ:"), found.assumptions, width)
        lines += _list(tr("Zones that differ:"), found.zones, width)
        lines.append("")
    return "\n".join((*lines, tr("A teaching model, not a forecast.")))


def comparison_record(items: tuple[NamedResult, ...]) -> Record:
    """Return how results differ from the first one, ready to be written as JSON."""
    (name, reference), *others = items
    return {
        "model_version": MODEL_VERSION,
        "case": reference.scenario.case.id,
        "first": {
            "name": name,
            "scenario": scenario_record(reference.scenario),
            "packages": reference.zone.packages,
        },
        "compared": [
            {
                "name": other,
                "scenario": scenario_record(result.scenario),
                "packages": result.zone.packages,
                **_differences(
                    comparison(reference, result, name=name), reference.scenario, result.scenario
                ),
            }
            for other, result in others
        ],
    }


def _differences(found: Comparison, before: Scenario, after: Scenario) -> Record:
    return {
        "sentence": found.sentence,
        "settings": [
            {
                "id": change.control_id,
                "before": before.value(change.control_id),
                "after": after.value(change.control_id),
                "words": change_line(change),
            }
            for change in found.settings
        ],
        "assumptions": [
            {"id": change.assumption_id, "words": change_line(change)}
            for change in found.assumptions
        ],
        "zones": [{"id": change.row_id, "words": change_line(change)} for change in found.zones],
    }


def _list(heading: str, changes: tuple[Change, ...], width: int) -> list[str]:
    if not changes:
        return []
    lines = ["", heading]
    for change in changes:
        lines += paragraph(change_line(change), width=width, indent=INDENT, hanging=INDENT)
    return lines


def _refuse_unless_comparable(first: Scenario, other: Scenario) -> None:
    ours = [control.id for control in first.case.controls], [row.id for row in first.case.rows]
    theirs = [control.id for control in other.case.controls], [row.id for row in other.case.rows]
    if ours != theirs:
        raise ScenarioError(
            tr(
                "“{first}” and “{other}” belong to different cases and cannot be compared.",
                first=first.name,
                other=other.name,
            )
        )
