"""The report: a document as a paper for people who never open the program, made in steps."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from explorer.figures.foot import foot_line
from explorer.model.day_words import with_day
from explorer.model.result import Result
from explorer.model.study import Sureness
from explorer.model.wording import language, tr
from explorer.paper.paper import Block, Heading, Paper, Picture
from explorer.report.background import origin_blocks, others_blocks, since_blocks
from explorer.report.breaking_points import breaking_blocks
from explorer.report.brief import answer_blocks, brief_blocks, line_blocks, opening_blocks
from explorer.report.certainty import certainty_blocks, counter_blocks, indicator_blocks
from explorer.report.evidence import (
    annex_blocks,
    board_blocks,
    picture_blocks,
    question_blocks,
    setting_blocks,
    why_blocks,
)
from explorer.report.order import BOARD_SIZE, PICTURE_SIZE, Draw, ReportOrder, picture, viewing
from explorer.report.sourcing import (
    assumption_blocks,
    confidence_blocks,
    limit_blocks,
    source_blocks,
    structure_blocks,
)
from explorer.solver.solve import solve
from explorer.studies.sureness import sureness_steps

Section = Callable[[], Iterable[Block]]
"""Makes one part of a report."""


@dataclass(frozen=True, slots=True)
class ReportProgress:
    """How far a report is: ``share`` of it, 0 to 1, and the paper when it is whole."""

    share: float
    paper: Paper | None = None


STUDY_SHARE = 0.5
"""Which share of the work the assumption sets are, about."""


def report(order: ReportOrder, draw: Draw) -> Paper:
    """Return a whole report; see :func:`report_steps`."""
    *_, last = report_steps(order, draw)
    assert last.paper is not None
    return last.paper


def report_steps(order: ReportOrder, draw: Draw) -> Iterator[ReportProgress]:
    """Yield how far a report is, and at the end the report.

    Whoever asks may stop at any time; each step takes a small part of a second. The same order
    gives the same words, and with the same ``draw`` the same bytes.

    Raises
    ------
    ScenarioError
        If the case does not know what the document holds.
    FileError
        If a picture cannot be drawn.
    """
    result = solve(order.document.scenario)
    baseline = solve(order.document.baseline)
    found = None
    for found in sureness_steps(order.document.scenario, seed=order.document.seed, sets=order.sets):
        yield ReportProgress(STUDY_SHARE * found.sets / found.wanted)
    assert found is not None
    sections = _sections(order, result, baseline, found, draw)
    blocks: list[Block] = []
    for number, section in enumerate(sections, start=1):
        blocks += section()
        yield ReportProgress(STUDY_SHARE + (1 - STUDY_SHARE) * number / (len(sections) + 1))
    yield ReportProgress(1, _paper(order, tuple(blocks)))


def _paper(order: ReportOrder, blocks: tuple[Block, ...]) -> Paper:
    scenario = order.document.scenario
    name = with_day(scenario.name, scenario.as_of)
    title = tr("Report: {scenario}", scenario=name)
    if order.is_brief:
        title = tr("Brief: {scenario}", scenario=name)
    return Paper(
        title,
        blocks,
        foot_line(scenario.case),
        language(),
        is_compact=order.is_brief,
        origin=order.origin,
    )


def _sections(
    order: ReportOrder, result: Result, baseline: Result, found: Sureness, draw: Draw
) -> tuple[Section, ...]:
    """Return what makes each part, in their order."""
    document, scenario = order.document, result.scenario
    case = scenario.case
    viewed = viewing(result, order, baseline)

    def board() -> Picture | None:
        return picture("board", viewed, draw, BOARD_SIZE) if case.rows else None

    if order.is_brief:
        return (lambda: brief_blocks(result, baseline, board(), found),)

    def drawn(view_id: str) -> Section:
        return lambda: picture_blocks(view_id, viewed, picture(view_id, viewed, draw, PICTURE_SIZE))

    earlier, views = order.since, tuple(each for each in order.views if each != "board")
    return (
        lambda: question_blocks(scenario, document.notes),
        lambda: judgement_blocks(result),
        lambda: setting_blocks(scenario),
        lambda: line_blocks(result),
        lambda: board_blocks(result, board()),
        *(drawn(view_id) for view_id in views),
        lambda: why_blocks(result, baseline),
        lambda: opening_blocks(result),
        lambda: certainty_blocks(found),
        lambda: breaking_blocks(result),
        lambda: confidence_blocks(case),
        lambda: counter_blocks(result),
        lambda: indicator_blocks(result),
        lambda: others_blocks(result),
        lambda: assumption_blocks(case),
        lambda: structure_blocks(case),
        lambda: source_blocks(case),
        lambda: limit_blocks(case),
        lambda: () if earlier is None else since_blocks(result, earlier),
        lambda: origin_blocks(case, order.origin, document.seed),
        lambda: annex_blocks(views, viewed),
    )


def judgement_blocks(result: Result) -> Iterator[Block]:
    """Yield the answer under a heading that keeps it apart from what it rests on."""
    yield Heading(tr("Judgement"))
    yield from answer_blocks(result)
