"""The brief: what the model says of one scenario, on one page to hand out."""

from collections.abc import Iterator

from explorer.figures.board import board_figure
from explorer.figures.change import changes
from explorer.figures.control_words import change_words, drawn_lines, set_words
from explorer.figures.headline import headline
from explorer.figures.leading import leading_sliders
from explorer.figures.opening import OpeningFigure, row_opening_figure, zone_opening_figure
from explorer.figures.phrase import capitalised, control_title, whole_points
from explorer.figures.prices import row_status
from explorer.figures.source_words import source_text
from explorer.model.breaking import ZONE, Claim
from explorer.model.result import BoardRow, Result
from explorer.model.study import Sureness
from explorer.model.wording import tr
from explorer.paper.paper import Block, Grid, Heading, Paragraph, Picture, Points
from explorer.report.certainty import sureness_line
from explorer.report.sourcing import sourcing_sentence
from explorer.solver.moves import opening_pairs
from explorer.solver.opening import row_openings, zone_openings
from explorer.solver.sweep import all_sweeps

MOST_CHANGES, MOST_ROWS = 4, 2
"""Changes, and closed rows with their openings, that have room on the page."""


def brief_blocks(
    result: Result, baseline: Result, board: Picture | None, found: Sureness
) -> Iterator[Block]:
    """Yield what stands on the page.

    Parameters
    ----------
    baseline
        What the scenario is compared with.
    board
        The board's picture; without it the table stands alone.
    found
        The scenario over assumption sets.
    """
    yield from answer_blocks(result)
    yield from _leverage(result)
    if result.board:
        yield Heading(board_figure(result).title)
        if board is not None:
            yield board
        yield board_grid(result)
    yield from line_blocks(result)
    yield from change_blocks(result, baseline, most=MOST_CHANGES)
    yield from opening_blocks(result, most=MOST_ROWS)
    yield Heading(tr("How sure"))
    yield Paragraph(" ".join((sureness_line(found), sourcing_sentence(result.scenario.case))))
    yield from _sources(result)


def answer_blocks(result: Result) -> Iterator[Block]:
    """Yield the answer: the headline, and the sentences under it."""
    said = headline(result, None)
    yield Paragraph(tr("{sentence}.", sentence=said.title.rstrip(".")), is_strong=True)
    if said.details:
        yield Paragraph(" ".join(said.details))


def board_grid(result: Result) -> Grid:
    """Return the board as a table: each commitment with its zone and both sides' prices."""
    case = result.scenario.case
    rows = tuple(
        (
            capitalised(row.row.short),
            row_status(case, row),
            whole_points(row.sender_limit),
            whole_points(row.target_floor_any),
        )
        for row in result.board
    )
    heads = (
        tr("Commitment"),
        tr("Deal zone"),
        tr("{party} gives up to", party=case.sender.short),
        tr("{party} accepts from", party=case.target.short),
    )
    return Grid(tr("In {party}’s own points", party=case.sender.short), heads, rows)


def line_blocks(result: Result) -> Iterator[Block]:
    """Yield the red lines and conditions that are drawn, in words."""
    scenario = result.scenario
    yield Heading(tr("Red lines and conditions"))
    drawn = drawn_lines(scenario)
    if not drawn:
        yield Paragraph(tr("None is drawn."))
        return
    yield Points(
        tuple(capitalised(set_words(scenario.case, each, scenario.value(each))) for each in drawn)
    )


def change_blocks(result: Result, baseline: Result, *, most: int | None = None) -> Iterator[Block]:
    """Yield what differs from a baseline, ``most`` of it where there is little room."""
    found = changes(baseline, result)
    if not found:
        return
    name = baseline.scenario.name
    yield Heading(tr("What changed against {baseline}", baseline=name))
    told = [tr("{what}: {how}", what=each.title, how=each.detail) for each in found]
    if most is not None and len(found) > most:
        told[most:] = [tr("and {n} more", n=len(found) - most)]
    yield Points(tuple(told))


def opening_blocks(result: Result, *, most: int | None = None) -> Iterator[Block]:
    """Yield the smallest move that somebody can make for the zone, or for each closed row."""
    items = tuple(_opening_items(result, most))
    if items:
        yield Heading(tr("Smallest openings"))
        yield Points(items)


def _leverage(result: Result) -> Iterator[Block]:
    case = result.scenario.case
    leverage = "; ".join(
        tr(
            "{control}: {value}",
            control=control_title(case, case.control(each)),
            value=change_words(case, each, result.scenario.value(each)),
        )
        for each in leading_sliders(case)
    )
    if leverage:
        yield Paragraph(leverage)


def _opening_items(result: Result, most: int | None) -> Iterator[str]:
    if not result.zone.packages:
        single = zone_openings(result, most=1)
        pairs = opening_pairs(result, ZONE, single, most=1)
        found = zone_opening_figure(result, single, most=1, pairs=pairs)
        yield from _told(found)
        return
    closed = sorted((row for row in result.board if not row.is_open), key=_gap)
    sweeps = all_sweeps(result.scenario) if closed else ()
    for row in closed[:most]:
        openings = row_openings(result, row.row.id, sweeps, most=1)
        pairs = opening_pairs(result, Claim("row", row.row.id), openings, most=1)
        figure = row_opening_figure(result, row.row.id, openings, most=1, pairs=pairs)
        yield tr(
            "{row}: {how}",
            row=capitalised(row.row.short),
            how=" ".join(_told(figure)),
        )


def _told(figure: OpeningFigure) -> Iterator[str]:
    """Yield that no single move does it where none does, and the moves that do."""
    if figure.nothing:
        yield figure.nothing
    yield from (tr("{move}. {what}", move=each.title, what=each.detail) for each in figure.moves)


def _gap(row: BoardRow) -> float:
    return row.gap if row.gap is not None else float("inf")


def _sources(result: Result) -> Iterator[Block]:
    scenario = result.scenario
    case = scenario.case
    yield Heading(tr("Sources and limits"))
    own = [each for each in case.presets if each.name == scenario.name]
    for preset in own[:1]:
        about = tr("{note} {source}", note=preset.note, source=source_text(case, preset.source))
        yield Paragraph(about, is_note=True)
    yield Paragraph(
        tr(
            "A deal zone holds the packages that both sides prefer to waiting, inside all red "
            "lines that are drawn. Points are judgements with sources in the case; each side "
            "counts in its own. A teaching model, not a forecast."
        ),
        is_note=True,
    )
