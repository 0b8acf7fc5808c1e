"""Assumptions on the command line: changed by ``--assume``, listed by ``list assumptions``."""

import argparse
from collections.abc import Iterator, Sequence

from explorer.cli.subject import known_id, printable
from explorer.cli.text_table import paragraph
from explorer.figures.assumption_words import (
    full_title,
    group_title,
    level_titles,
    likely_text,
    number_text,
    title,
)
from explorer.figures.source_words import source_text
from explorer.files.result_record import Record
from explorer.model.assumption import (
    Assumption,
    Estimate,
    assumption,
    assumptions,
    with_estimates,
    with_likely,
)
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.scenario import Scenario
from explorer.model.typed_numbers import has_decimal_comma, number_in, with_point_hint
from explorer.model.wording import tr, tr_n

OPTION = "--assume"


def add_assume(parser: argparse.ArgumentParser) -> None:
    """Add ``--assume`` to a command's options."""
    parser.add_argument(
        OPTION,
        action="extend",
        nargs="+",
        default=[],
        dest="assumed",
        metavar="ID=VALUE[,VALUE...]",
        help=tr(
            "change an assumption: its likely value, or one for each level, the first of them 0; "
            'may be repeated; "dealzone list assumptions" shows them all (default: as the case '
            "has them)"
        ),
    )


def with_assumed(scenario: Scenario, texts: Sequence[str]) -> Scenario:
    """Return a scenario with some assumptions of its case changed.

    Parameters
    ----------
    scenario
        What is changed; its name tells so.
    texts
        Texts of the form ``ID=VALUE[,VALUE...]``; a later one wins over an earlier one.

    Raises
    ------
    ScenarioError
        If an assumption is not known or cannot take its values.
    """
    estimates: dict[str, Estimate] = {}
    for text in texts:
        id_, estimate = _assumed(scenario.case, text)
        estimates[id_] = estimate
    if not estimates:
        return scenario
    try:
        case = with_estimates(scenario.case, estimates)
    except ScenarioError as error:
        raise ScenarioError(tr("--assume {problem}", problem=error)) from error
    if case == scenario.case:
        return scenario
    return scenario.with_case(case).with_name(tr("{name}, changed", name=scenario.name))


def assumption_records(case: Case) -> list[Record]:
    """Return every assumption as a record for JSON."""
    changed = {change.id for change in case.changes}
    return [
        {
            "id": item.id,
            "name": full_title(case, item),
            "kind": item.kind,
            "values": list(item.estimate.values),
            "low": item.estimate.low,
            "high": item.estimate.high,
            "levels": list(level_titles(case, item)),
            "options": [id_ for id_, _ in item.options],
            "unit": item.unit,
            "source": item.source,
            "note": item.note,
            "is_changed": item.id in changed,
        }
        for item in assumptions(case)
    ]


def assumptions_text(case: Case, width: int) -> Iterator[str]:
    """Yield every assumption with range, unit, source and note, in lines of a width."""
    group = ""
    for item in assumptions(case):
        found = group_title(case, item)
        if found != group:
            yield from ((found,) if not group else ("", found))
        group = found
        head = tr("{id}: {name}", id=item.id, name=title(case, item))
        yield from paragraph(head, width=width, indent="  ", hanging="  ")
        yield from paragraph(_numbers(item), width=width, indent="      ", hanging="  ")
    yield ""
    words = tr(
        "A low or high value with \N{MULTIPLICATION SIGN} is a factor for all levels at once."
    )
    yield from paragraph(words, width=width)
    for source in sorted({item.source for item in assumptions(case)}):
        words = tr("{id}: {source}", id=source, source=source_text(case, source))
        yield from paragraph(words, width=width, hanging="  ")


def _numbers(item: Assumption) -> str:
    """Return an assumption's values, range, unit, source and note in one paragraph."""
    words = {
        "number": tr("{values} ({low} to {high}), {unit} [{source}]. {note}"),
        "levels": tr(
            "{values} (\N{MULTIPLICATION SIGN} {low} to \N{MULTIPLICATION SIGN} {high}), {unit} "
            "[{source}]. {note}"
        ),
        "shares": tr("{values}, {unit} [{source}]. {note}"),
        "choice": tr("{values}; options: {options} [{source}]. {note}"),
    }[item.kind]
    return words.format(
        values=likely_text(item, item.estimate),
        options=", ".join(tr("{id} ({name})", id=id_, name=name) for id_, name in item.options),
        low=number_text(item.estimate.low),
        high=number_text(item.estimate.high),
        unit=item.unit,
        source=item.source,
        note=item.note,
    ).strip()


def _assumed(case: Case, text: str) -> tuple[str, Estimate]:
    id_, equals, values = text.partition("=")
    if not equals:
        raise ScenarioError(
            tr(
                '"{text}" changes nothing: write --assume ID=VALUE[,VALUE...], and SCENARIO before '
                "--assume.",
                text=printable(text),
            )
        )
    known = known_id(id_.strip(), (item.id for item in assumptions(case)), option=OPTION)
    item = assumption(case, known)
    if item.kind == "choice":
        return known, _chosen(item, values.strip())
    plain = values.replace("\N{MINUS SIGN}", "-")
    wanted = len(item.estimate.values)
    numbers = [number_in(value) for value in plain.split(",")]
    found = tuple(number for number in numbers if number is not None)
    is_decimal_comma = wanted == 1 and has_decimal_comma(plain)
    if len(found) < len(numbers) or is_decimal_comma:
        problem = tr_n(
            "--assume {id}={values}: write one number.",
            "--assume {id}={values}: write {n} numbers, with commas between them.",
            wanted,
            id=known,
            values=printable(values),
        )
        raise ScenarioError(with_point_hint(problem) if is_decimal_comma else problem)
    return known, with_likely(item.estimate, found, item.bounds)


def _chosen(item: Assumption, wanted: str) -> Estimate:
    """Return the option of a structure choice that an id names."""
    ids = [id_ for id_, _ in item.options]
    if wanted not in ids:
        problem = tr(
            '--assume {id}: there is no option "{option}".', id=item.id, option=printable(wanted)
        )
        raise ScenarioError(tr("{problem} Known: {known}.", problem=problem, known=", ".join(ids)))
    place = ids.index(wanted)
    return Estimate((place,), place, place)
