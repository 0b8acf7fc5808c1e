"""Lenses on the command line: looked through with ``--lens``, listed by ``list lenses``."""

import argparse
from collections.abc import Iterator

from explorer.cli.subject import known_id
from explorer.cli.text_table import paragraph
from explorer.figures.lens_words import lens_title, shift_words
from explorer.figures.source_words import source_text
from explorer.model.case import Case
from explorer.model.scenario import Scenario
from explorer.model.wording import tr
from explorer.solver.lens import seen_through


def add_lens(parser: argparse.ArgumentParser) -> None:
    """Add ``--lens`` to a command's options.

    ``parser``: The command's parser, or a group of its options.
    """
    parser.add_argument(
        "--lens",
        metavar="ID",
        help=tr(
            'look through a lens last, see "dealzone list lenses" (default: none: the settings '
            "as they are)"
        ),
    )


def through_lens(scenario: Scenario, lens_id: str | None) -> Scenario:
    """Return a scenario seen through a lens of its case, or itself without one.

    Raises :class:`ScenarioError` if the case has no such lens; the message offers the nearest.
    """
    if lens_id is None:
        return scenario
    lenses = {lens.id: lens for lens in scenario.case.lenses}
    return seen_through(scenario, lenses[known_id(lens_id, lenses, option="--lens")])


def lens_lines(case: Case, width: int) -> Iterator[str]:
    """Yield the lenses of a case as text, each with its claim, its settings and its source."""
    for lens in case.lenses:
        yield tr("{id}: {name}", id=lens.id, name=lens_title(lens))
        told = [lens.claim, tr("Sets {shift}.", shift=shift_words(case, lens)), lens.note]
        if lens.pair is not None:
            told.append(tr("The other side: {lens}.", lens=lens.pair))
        told.append(tr("Source: {source}", source=source_text(case, lens.source)))
        for words in told:
            yield from paragraph(words, width=width, indent="    ")
