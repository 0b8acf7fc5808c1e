"""What is handed out before a role play: role sheets, answer sheets, the instructor's page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from explorer.classroom.tables.origin import INSTRUCTOR, SHEETS, plan_origin
from explorer.classroom.tables.plan import Plan
from explorer.classroom.tables.role_sheet import (
    ROLES,
    answer_sheet,
    foot_words,
    role_sheet,
    sheet_title,
    sheets_of_tables,
)
from explorer.model.table_result import variant_letter
from explorer.model.wording import language, tr, tr_n
from explorer.paper.paper import Block, Grid, PageBreak, Paper, Paragraph, Points

RESULTS_NAME = "results.csv"
"""The file in a folder of sheets into which results are written."""


def sheets_paper(plan: Plan) -> Paper:
    """Return all sheets as one paper: the instructor's page, then those of each table."""
    blocks = (*instructor_page(plan), PageBreak(), *sheets_of_tables(plan))
    paper = _paper(plan, tr("Role play: sheets of all tables"), blocks)
    return replace(paper, origin=plan_origin(SHEETS, plan))


def sheet_papers(plan: Plan) -> dict[str, Paper]:
    """Return the sheets as papers of their own, by the names of their files without a suffix.

    Tables with the same private values share their role sheets; each has an answer sheet.
    """
    case = plan.case
    papers = {
        f"role-{case.party(role).id}-{variant_letter(variant).lower()}": _paper(
            plan,
            sheet_title(case, role, variant),
            role_sheet(plan, variant, role),
        )
        for variant in _dealt(plan)
        for role in ROLES
    }
    papers["answers"] = _paper(plan, tr("Answer sheets"), _answers(plan))
    papers["instructor"] = instructor_paper(plan)
    return papers


def instructor_paper(plan: Plan) -> Paper:
    """Return the instructor's page as a paper of its own."""
    paper = _paper(plan, tr("For the instructor"), instructor_page(plan))
    return replace(paper, origin=plan_origin(INSTRUCTOR, plan))


def instructor_page(plan: Plan) -> Iterator[Block]:
    """Yield the page that nobody else reads: which table has what, and how to go on."""
    yield Paragraph(tr("For the instructor: do not hand out."), is_strong=True)
    yield Paragraph(
        tr_n(
            "{n} table, {variants} sets of private values, seed {seed}. Variant A has the values "
            "of the case; the others are drawn within the ranges of its assumptions.",
            "{n} tables, {variants} sets of private values, seed {seed}. Variant A has the values "
            "of the case; the others are drawn within the ranges of its assumptions.",
            plan.tables,
            variants=plan.variants,
            seed=plan.seed,
        )
    )
    yield Grid(
        tr("Tables, their private values and the codes of their answer sheets"),
        (tr("Table"), tr("Variant"), tr("Code")),
        tuple(
            (plan.name_of(number), variant_letter(plan.variant_of(number)), plan.code(number))
            for number in range(1, plan.tables + 1)
        ),
    )
    yield Points(
        (
            tr("Give each delegation its own sheet, and time to read it alone."),
            tr("Say how long the talks last, and that walking away is an answer."),
            tr("Collect the answer sheets, and type them into the class of tables or a CSV file."),
            tr("Debrief: the talk afterwards teaches more than the game."),
        ),
        is_numbered=True,
    )


def _dealt(plan: Plan) -> range:
    """Return the variants that at least one table has."""
    return range(min(plan.variants, plan.tables))


def _answers(plan: Plan) -> Iterator[Block]:
    for number in range(1, plan.tables + 1):
        if number > 1:
            yield PageBreak()
        yield from answer_sheet(plan, number)


def _paper(plan: Plan, title: str, blocks: Iterable[Block]) -> Paper:
    return Paper(title, tuple(blocks), foot_words(plan), language_tag(), is_compact=True)


def language_tag() -> str:
    """Return the tag of the language of all sentences."""
    found = language()
    return "en-GB" if found == "en" else found
