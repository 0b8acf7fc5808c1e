"""What an answer rests on: the question, the settings, the board and other pictures, and why."""

from collections.abc import Iterable, Iterator

from explorer.figures.board import board_figure
from explorer.figures.control_words import change_words
from explorer.figures.figure import Figure
from explorer.figures.phrase import capitalised, control_title
from explorer.model.day_words import with_day
from explorer.model.result import Result
from explorer.model.scenario import Scenario
from explorer.model.wording import tr
from explorer.paper.paper import Block, Grid, Heading, Paragraph, Picture
from explorer.report.brief import board_grid, change_blocks
from explorer.views.registry import figure_of, view_by_id
from explorer.views.view import Viewing

WHY = "split"
"""The id of the view that says why the zone differs from the baseline."""

LONGEST_TABLE = 30
"""Rows of a table within a report; longer ones stand at its end."""


def question_blocks(scenario: Scenario, notes: str) -> Iterator[Block]:
    """Yield what is asked, and what its author noted."""
    case = scenario.case
    yield Heading(tr("The question"))
    yield Paragraph(
        tr(
            "Which packages would both {sender} and {target} prefer to no deal, under the settings "
            "of “{scenario}”?",
            sender=case.sender.short,
            target=case.target.short,
            scenario=with_day(scenario.name, scenario.as_of),
        )
    )
    yield from (Paragraph(part) for part in notes.split("\n\n") if part.strip())


def setting_blocks(scenario: Scenario) -> Iterator[Block]:
    """Yield the settings of all scales in words; red lines follow apart."""
    case = scenario.case
    yield Heading(tr("The settings"))
    rows = tuple(
        (
            control_title(case, control),
            capitalised(change_words(case, control.id, scenario.value(control.id))),
        )
        for control in case.controls
        if control.kind == "scale"
    )
    heads = (tr("Factor"), tr("As set"))
    yield Grid(tr("Factors, each from 0 to 100"), heads, rows)


def board_blocks(result: Result, board: Picture | None) -> Iterator[Block]:
    """Yield the board as picture and as table."""
    if not result.board:
        return
    yield Heading(tr("Evidence: {title}", title=board_figure(result).title))
    if board is not None:
        yield board
    yield board_grid(result)


def picture_blocks(view_id: str, viewed: Viewing, drawn: Picture) -> Iterator[Block]:
    """Yield one more picture with what it says, and its numbers as a table."""
    figure = figure_of(view_id, viewed)
    yield Heading(tr("Evidence: {title}", title=figure.title))
    yield drawn
    yield Paragraph(figure.sentence)
    if is_long(figure):
        yield Paragraph(tr("Its numbers stand in the annex."))
    else:
        yield figure_grid(figure)
    yield Paragraph(view_by_id(view_id).info(), is_note=True)


def is_long(figure: Figure) -> bool:
    """Tell whether the numbers of a figure would tear a report apart."""
    return len(figure.table.cells) > LONGEST_TABLE


def annex_blocks(view_ids: Iterable[str], viewed: Viewing) -> Iterator[Block]:
    """Yield the long tables of the pictures of a report."""
    figures = (figure_of(view_id, viewed) for view_id in view_ids)
    for figure in filter(is_long, figures):
        yield Heading(tr("Annex: {title}", title=figure.title))
        yield figure_grid(figure)


def figure_grid(figure: Figure) -> Grid:
    """Return the numbers of a figure as a table of words."""
    table = figure.table
    return Grid(table.caption, table.headings, table.rows)


def why_blocks(result: Result, baseline: Result) -> Iterator[Block]:
    """Yield what changed against the baseline, and how much of it each setting has brought."""
    yield from change_blocks(result, baseline)
    if result.scenario.case is not baseline.scenario.case:
        return
    figure = figure_of(WHY, Viewing(result, baseline=baseline))
    yield Heading(tr("Why it changed"))
    yield Paragraph(figure.sentence)
    yield figure_grid(figure)
