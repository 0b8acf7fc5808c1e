"""The brief: what the model says of one scenario, on one page to hand out."""

from collections.abc import Iterator

from explorer.classroom.handout.foot import foot_line
from explorer.figures.board import board_figure
from explorer.figures.change import changes
from explorer.figures.control_words import change_words, drawn_lines, set_words
from explorer.figures.headline import headline
from explorer.figures.leading import leading_sliders
from explorer.figures.opening import row_opening_figure, zone_opening_figure
from explorer.figures.phrase import capitalised, control_title, whole_points
from explorer.figures.prices import row_status
from explorer.figures.source_words import source_text
from explorer.model.breaking import ZONE, Claim
from explorer.model.day_words import with_day
from explorer.model.result import Result
from explorer.model.scenario import Scenario
from explorer.model.wording import language, tr
from explorer.paper.paper import Block, Grid, Heading, Paper, Paragraph, Picture, Points
from explorer.solver.moves import opening_pairs
from explorer.solver.opening import row_openings, zone_openings
from explorer.solver.solve import solve
from explorer.solver.sweep import all_sweeps

BOARD_SIZE = (1100, 440)
"""Width and height in pixels of the board's picture in a brief."""

MOST_CHANGES, MOST_ROWS = 4, 2
"""Changes, and closed rows with their openings, that have room on the page."""


def brief(scenario: Scenario, baseline: Scenario, board_png: bytes | None = None) -> Paper:
    """Return the brief of a scenario.

    Parameters
    ----------
    baseline
        What the scenario is compared with.
    board_png
        The board's picture; without it the table stands alone.
    """
    result = solve(scenario)
    blocks = (
        *_top(result),
        *_board(result, board_png),
        *_lines(result),
        *_changes(result, solve(baseline)),
        *_openings(result),
        *_sources(result),
    )
    title = tr("Brief: {scenario}", scenario=with_day(scenario.name, scenario.as_of))
    return Paper(title, blocks, foot_line(scenario.case), language(), is_compact=True)


def _top(result: Result) -> Iterator[Block]:
    said = headline(result, None)
    yield Paragraph(tr("{sentence}.", sentence=said.title.rstrip(".")), is_strong=True)
    if said.details:
        yield Paragraph(" ".join(said.details))
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


def _board(result: Result, png: bytes | None) -> Iterator[Block]:
    if not result.board:
        return
    figure = board_figure(result)
    yield Heading(figure.title)
    if png is not None:
        yield Picture(png, figure.sentence)
    yield _table(result)


def _table(result: Result) -> Grid:
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


def _lines(result: Result) -> Iterator[Block]:
    scenario = result.scenario
    yield Heading(tr("Red lines and conditions"))
    drawn = drawn_lines(scenario)
    if not drawn:
        yield Paragraph(tr("None is drawn."))
        return
    yield Points(
        tuple(capitalised(set_words(scenario.case, each, scenario.value(each))) for each in drawn)
    )


def _changes(result: Result, baseline: Result) -> Iterator[Block]:
    found = changes(baseline, result)
    if not found:
        return
    name = baseline.scenario.name
    yield Heading(tr("What changed against {baseline}", baseline=name))
    told = [tr("{what}: {how}", what=each.title, how=each.detail) for each in found]
    if len(found) > MOST_CHANGES:
        told[MOST_CHANGES:] = [tr("and {n} more", n=len(found) - MOST_CHANGES)]
    yield Points(tuple(told))


def _openings(result: Result) -> Iterator[Block]:
    items = tuple(_opening_items(result))
    if items:
        yield Heading(tr("Smallest openings"))
        yield Points(items)


def _opening_items(result: Result) -> Iterator[str]:
    """Yield the smallest move that somebody can make for the zone, or for each of a few rows."""
    if not result.zone.packages:
        single = zone_openings(result, most=1)
        pairs = opening_pairs(result, ZONE, single, most=1)
        found = zone_opening_figure(result, single, most=1, pairs=pairs)
        yield from (tr("{move}. {what}", move=each.title, what=each.detail) for each in found.moves)
        if found.nothing and not found.moves:
            yield found.nothing
        return
    closed = sorted(
        (row for row in result.board if not row.is_open),
        key=lambda row: row.gap if row.gap is not None else float("inf"),
    )
    sweeps = all_sweeps(result.scenario) if closed else ()
    for row in closed[:MOST_ROWS]:
        openings = row_openings(result, row.row.id, sweeps, most=1)
        pairs = opening_pairs(result, Claim("row", row.row.id), openings, most=1)
        figure = row_opening_figure(result, row.row.id, openings, most=1, pairs=pairs)
        told = [tr("{move}. {what}", move=each.title, what=each.detail) for each in figure.moves]
        yield tr(
            "{row}: {how}",
            row=capitalised(row.row.short),
            how=" ".join(told) or figure.nothing,
        )


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
