"""The role sheet of one delegation: interests, waiting, red lines, what is known and secret."""

from collections.abc import Iterator

from explorer.classroom.tables.columns import level_label
from explorer.classroom.tables.interests import Interest, Interests, interests
from explorer.classroom.tables.plan import Plan, table_name
from explorer.figures.control_words import control_status, drawn_lines
from explorer.figures.line_words import line_sentence
from explorer.figures.phrase import listed
from explorer.figures.table import points_text, signed_cell
from explorer.model.case import Case
from explorer.model.control import Control
from explorer.model.day_words import dated_name
from explorer.model.issue import Issue, Role
from explorer.model.scenario import Scenario
from explorer.model.table_result import variant_letter
from explorer.model.wording import tr
from explorer.paper.paper import Block, Grid, Heading, PageBreak, Paragraph, Points, Room

MOST_WANTED = 3
"""How many issues are told of the other side."""

NOTE_LINES = 4
"""Lines for notes."""

ROLES: tuple[Role, Role] = ("sender", "target")
"""The two delegations, in the order of their sheets."""


def role_sheet(plan: Plan, variant: int, role: Role, number: int | None = None) -> Iterator[Block]:
    """Yield the blocks of a delegation's page.

    Parameters
    ----------
    plan
        The role play.
    variant, role
        Whose private values, and which side.
    number
        The table's, from 1; None for a sheet of all tables with the variant.
    """
    scenario, case = plan.scenario_of(variant), plan.case
    party, other = case.party(role), case.party(_other(role))
    found = interests(scenario, role)
    yield Heading(_title(case, role, variant, number))
    yield Paragraph(
        tr(
            "Secret: only your delegation reads this page. You speak for {party}; {other} sits "
            "across the table. Agree on one level of every issue, or walk away.",
            party=party.name,
            other=other.name,
        ),
        is_strong=True,
    )
    yield Heading(tr("What waiting is worth to you"), 2)
    yield Paragraph(_waiting_words(found))
    yield Heading(tr("What you can receive, most valuable first"), 2)
    yield from _received(case, found)
    yield Heading(tr("What you can give, dearest first"), 2)
    yield _plain_grid(tr("Your points for each level that you give"), found.given)
    yield Heading(tr("Your red lines"), 2)
    yield _lines(scenario, role)
    yield Heading(tr("What you know of the other side"), 2)
    yield Paragraph(_known_words(plan.scenario, _other(role)))
    yield Heading(tr("What is secret"), 2)
    yield Paragraph(
        tr(
            "Your points, your red lines and what waiting is worth to you. You may say about them "
            "what you like; nobody has to believe it, and nobody may show the page."
        )
    )
    yield Room(NOTE_LINES, tr("Your first offer, and the least that you would accept"))


def answer_sheet(plan: Plan, number: int) -> Iterator[Block]:
    """Yield the blocks of the page on which a table writes what it agreed.

    ``number``: The table's, from 1.
    """
    case = plan.case
    yield Heading(tr("Answer sheet: {table}", table=table_name(number)))
    yield Paragraph(
        tr(
            "Code {code}. Both delegations sign this page. Circle one level of every issue, or "
            "write “no deal” or “time out” below.",
            code=plan.code(number),
        )
    )
    width = max(len(issue.levels) for issue in case.issues)
    yield Grid(
        tr("The package"),
        (tr("Issue"), tr("Given by"), *_level_heads(width)),
        tuple(
            (
                issue.name,
                case.party(issue.given_by).short,
                *_padded([level_label(issue, place) for place in range(len(issue.levels))], width),
            )
            for issue in (*case.target_issues, *case.sender_issues)
        ),
    )
    yield Room(1, tr("Outcome and minutes"))
    yield Room(2, tr("Signed by both delegations"))
    rules = common_rules(plan.scenario)
    if rules:
        yield Heading(tr("Rules that bind both"), 2)
        yield Points(rules)


def common_rules(scenario: Scenario) -> tuple[str, ...]:
    """Return the rules that neither delegation draws, in sentences: consents, guards, sense."""
    return tuple(
        control_status(scenario.case, control.id, scenario.value(control.id)).meaning
        for control in drawn_lines_of(scenario, None)
    )


def drawn_lines_of(scenario: Scenario, role: Role | None) -> Iterator[Control]:
    """Yield the lines of one side that are drawn; those that nobody at the table draws for None.

    The consent of somebody who does not bargain is nobody's line.
    """
    for control in drawn_lines(scenario):
        owner = control.party if control.kind == "limit" else None
        if owner == role:
            yield control


def sheets_of_tables(plan: Plan) -> Iterator[Block]:
    """Yield everything that is handed out: for each table both role sheets and its answer sheet."""
    for number in range(1, plan.tables + 1):
        variant = plan.variant_of(number)
        for role in ROLES:
            if number > 1 or role != ROLES[0]:
                yield PageBreak()
            yield from role_sheet(plan, variant, role, number)
        yield PageBreak()
        yield from answer_sheet(plan, number)


def foot_words(plan: Plan) -> str:
    """Return the line at the foot of a page: scenario, seed, and what the model is."""
    return tr(
        "{scenario}. Seed {seed}. A teaching model, not a forecast. Points are never a grade.",
        scenario=dated_name(plan.scenario),
        seed=plan.seed,
    )


def _title(case: Case, role: Role, variant: int, number: int | None) -> str:
    words = {"party": case.party(role).name, "variant": variant_letter(variant)}
    if number is None:
        return tr("Role sheet: {party}, variant {variant}", **words)
    table = table_name(number)
    return tr("Role sheet: {party}, variant {variant}, {table}", **words, table=table)


def _waiting_words(found: Interests) -> str:
    waiting = tr(
        "Without a deal you have {waiting} points (your BATNA). A deal as such brings you "
        "{headline} more.",
        waiting=points_text(found.waiting),
        headline=points_text(found.headline),
    )
    least = tr(
        "So a package is worth taking if its levels bring you at least {least} points together; "
        "whatever is above that is your gain.",
        least=points_text(found.least),
    )
    return f"{waiting} {least}"


def _received(case: Case, found: Interests) -> Iterator[Block]:
    plain = tuple(each for each in found.received if not each.is_verified)
    verified = tuple(each for each in found.received if each.is_verified)
    if verified and found.verifier is not None:
        yield _verified_grid(found.verifier, verified)
        yield Paragraph(
            tr(
                "The more {issue} you get, the more of a promise counts for you.",
                issue=found.verifier.short,
            ),
            is_note=True,
        )
    if plain:
        yield _plain_grid(tr("Your points for each level that you receive"), plain)
    other = case.party(_other(found.role)).short
    yield Paragraph(
        tr(
            "Your doubt whether {other} keeps its promises is counted in these points.", other=other
        ),
        is_note=True,
    )


def _plain_grid(caption: str, rows: tuple[Interest, ...]) -> Grid:
    width = max(len(each.issue.levels) for each in rows)
    return Grid(
        caption,
        (tr("Issue"), *_level_heads(width)),
        tuple(
            (
                each.issue.name,
                *_padded(
                    [
                        tr("{level}: {points}", level=level.short, points=signed_cell(points))
                        for level, points in zip(each.issue.levels, each.points[0], strict=True)
                    ],
                    width,
                ),
            )
            for each in rows
        ),
    )


def _verified_grid(verifier: Issue, rows: tuple[Interest, ...]) -> Grid:
    return Grid(
        tr("Your points, by how much {issue} there is", issue=verifier.short),
        (tr("Issue and level"), *(level.short for level in verifier.levels)),
        tuple(
            (
                tr("{issue}: {level}", issue=each.issue.name, level=level.short),
                *(str(signed_cell(row[place])) for row in each.points),
            )
            for each in rows
            for place, level in enumerate(each.issue.levels)
            if place
        ),
    )


def _lines(scenario: Scenario, role: Role) -> Block:
    case = scenario.case
    lines = [
        line_sentence(case, control, scenario.value(control.id))
        for control in drawn_lines_of(scenario, role)
        if control.kind == "limit"
    ]
    if not lines:
        return Paragraph(tr("You have none: only your points decide."))
    return Points(tuple(tr("{line}.", line=line) for line in lines))


def _known_words(scenario: Scenario, role: Role) -> str:
    """Return what analysts think of a side: by the case's own values, not by its private ones."""
    found, party = interests(scenario, role), scenario.case.party(role)
    return tr(
        "Analysts think that {party} wants most: {wanted}. They think that it gives least gladly: "
        "{dear}. They may be wrong: its own values are secret.",
        party=party.short,
        wanted=listed(each.issue.short for each in found.received[:MOST_WANTED]),
        dear=listed(each.issue.short for each in found.given[:MOST_WANTED]),
    )


def _level_heads(width: int) -> Iterator[str]:
    return (tr("Level {n}", n=place) for place in range(width))


def _padded(cells: list[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]


def _other(role: Role) -> Role:
    return "target" if role == "sender" else "sender"
