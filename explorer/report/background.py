"""What stands around an answer: who else, an earlier report, and how this one was made."""

from collections.abc import Iterator

from explorer.figures.case_difference import case_difference
from explorer.figures.compare import change_line, comparison
from explorer.figures.foot import foot_line
from explorer.figures.others import others_figure
from explorer.files.document_text import Document
from explorer.model.assumption import original
from explorer.model.case import Case
from explorer.model.day_words import with_day
from explorer.model.provenance import Provenance
from explorer.model.result import Result
from explorer.model.wording import tr
from explorer.paper.paper import Block, Heading, Paragraph, Points
from explorer.report.evidence import figure_grid
from explorer.solver.solve import solve
from explorer.solver.stakeholder import zone_others


def others_blocks(result: Result) -> Iterator[Block]:
    """Yield how those fare who do not bargain."""
    scenario = result.scenario
    if not scenario.case.stakeholders:
        return
    figure = others_figure(result, zone_others(scenario))
    yield Heading(tr("Who else gains or loses"))
    yield Paragraph(figure.sentence)
    yield figure_grid(figure)


def since_blocks(result: Result, earlier: Document) -> Iterator[Block]:
    """Yield what has changed since an earlier report: in the case, the settings and the zones."""
    then = solve(earlier.scenario)
    name = with_day(earlier.scenario.name, earlier.scenario.as_of)
    yield Heading(tr("Change since the earlier report"))
    yield from _case_blocks(original(earlier.case), original(result.scenario.case))
    if not _is_comparable(earlier.case, result.scenario.case):
        yield Paragraph(
            tr(
                "The earlier report, {name}, is of a case with other controls or commitments: "
                "settings and zones cannot be compared one by one. It held {then:,} packages; "
                "this one holds {now:,}.",
                name=name,
                then=then.zone.packages,
                now=result.zone.packages,
            )
        )
        return
    found = comparison(then, result, name=earlier.scenario.name)
    yield Paragraph(found.sentence)
    lists = ((tr("Settings"), found.settings), (tr("Assumptions"), found.assumptions))
    for heading, lines in (*lists, (tr("Zones"), found.zones)):
        if lines:
            yield Heading(heading, 2)
            yield Points(tuple(map(change_line, lines)))


def _case_blocks(old: Case, new: Case) -> Iterator[Block]:
    if old.version != new.version:
        yield Paragraph(
            tr(
                "The earlier report used version {old} of the case; this one uses {new}.",
                old=old.version,
                new=new.version,
            )
        )
    for kind in case_difference(old, new):
        yield Heading(tr("The case: {kind}", kind=kind.title), 2)
        yield Points(kind.lines)


def _is_comparable(old: Case, new: Case) -> bool:
    return all(
        [part.id for part in ours] == [part.id for part in theirs]
        for ours, theirs in ((old.controls, new.controls), (old.rows, new.rows))
    )


def origin_blocks(case: Case, origin: Provenance, seed: int) -> Iterator[Block]:
    """Yield how the report was made, so that others can make it again."""
    yield Heading(tr("How this report was made"))
    yield Paragraph(foot_line(case))
    yield Paragraph(tr("Seed of the assumption sets: {seed}.", seed=seed))
    yield Paragraph(
        tr(
            "The settings as a code, which the window takes with Edit, Paste scenario code: {code}",
            code=origin.code,
        )
    )
    yield Paragraph(
        tr(
            "This file holds all that it was made of. “dealzone verify” works it out again and "
            "says what still holds."
        ),
        is_note=True,
    )
