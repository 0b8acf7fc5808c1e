"""The role sheet of one delegation: interests, waiting, red lines, what is known and secret."""

from collections.abc import Iterator

from explorer.classroom.tables.columns import level_label
from explorer.classroom.tables.interests import Interest, Interests, interests
from explorer.classroom.tables.plan import Plan
from explorer.figures.control_words import control_status, is_drawn
from explorer.figures.line_words import line_sentence
from explorer.figures.phrase import NOTHING, capitalised, listed
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

NOTE_LINES = 2
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
        The table's, from 1; None for a paper of its own, whose title stands over it already.
    """
    scenario, case = plan.scenario_of(variant), plan.case
    party, other = case.party(role), case.party(_other(role))
    found = interests(scenario, role)
    if number is not None:
        yield Heading(
            tr(
                "{sheet}, {table}",
                sheet=sheet_title(case, role, variant),
                table=plan.name_of(number),
            )
        )
    yield Paragraph(
        tr(
            "Secret are your points, your red lines and what waiting is worth to you. Say about "
            "them what you like; nobody has to believe it, and nobody may show this page."
        ),
        is_strong=True,
    )
    yield Paragraph(
        tr(
            "Your delegation: {party}. Across the table: {other}. Agree on one level of every "
            "issue, or walk away.",
            party=party.name,
            other=other.name,
        )
    )
    yield Paragraph(_waiting_words(found))
    yield _level_grid(
        tr("What you can receive, most valuable first: your points for each level"), found.received
    )
    yield Paragraph(_received_words(case, found), is_note=True)
    yield _level_grid(tr("What you can give, dearest first: your points"), found.given)
    yield Heading(tr("Your red lines"), 2)
    yield _lines(scenario, role)
    yield Heading(tr("What you know of the other side"), 2)
    yield Paragraph(_known_words(plan.scenario, _other(role)))
    yield Room(NOTE_LINES, tr("Your first offer, and the least that you would accept"))


def sheet_title(case: Case, role: Role, variant: int) -> str:
    """Return what a role sheet is called."""
    return tr(
        "Role sheet: {party}, variant {variant}",
        party=case.party(role).name,
        variant=variant_letter(variant),
    )


def answer_sheet(plan: Plan, number: int) -> Iterator[Block]:
    """Yield the blocks of the page on which a table writes what it agreed.

    ``number``: The table's, from 1.
    """
    case = plan.case
    yield Heading(tr("Answer sheet: {table}", table=plan.name_of(number)))
    yield Paragraph(
        tr(
            "Code {code}. Both delegations sign this page. Circle one level of every issue, or "
            "write “no deal” or “time out” below.",
            code=plan.code(number),
        )
    )
    for party, issues in ((case.target, case.target_issues), (case.sender, case.sender_issues)):
        yield _answer_grid(tr("What {party} gives", party=party.short), issues)
    yield Room(1, tr("Outcome and minutes"))
    yield Room(1, tr("Signed by both delegations"))
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
    """Yield the lines of one side that are drawn; for None the rules that nobody there draws.

    The consent of somebody who does not bargain is nobody's line.
    """
    case = scenario.case
    for control, value in zip(case.controls, scenario.values, strict=True):
        if control.kind != "scale" and is_drawn(case, control.id, value):
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
    if found.ceiling is None:
        return f"{waiting} {least}"
    ceiling = tr(
        "However much its levels bring you, they count for {most} points together at most.",
        most=points_text(found.ceiling - found.headline),
    )
    return f"{waiting} {least} {ceiling}"


def _received_words(case: Case, found: Interests) -> str:
    """Return how the points of what a side receives are to be read."""
    doubt = tr(
        "Level 0 is worth nothing. Your doubt whether {other} keeps its promises is counted in.",
        other=case.party(_other(found.role)).short,
    )
    verifier = found.verifier
    if verifier is None or not any(each.is_verified for each in found.received):
        return doubt
    return tr(
        "{doubt} Several numbers: the more {issue} you get, the more counts; in turn for {levels}.",
        doubt=doubt,
        issue=verifier.short,
        levels=listed(tr("“{level}”", level=level.short) for level in verifier.levels),
    )


def _level_grid(caption: str, rows: tuple[Interest, ...]) -> Grid:
    """Return what each level but the lowest, which is worth nothing, is to a side."""
    telling = [each for each in rows if each.weight > NOTHING] or rows
    width = max(len(each.issue.levels) for each in telling)
    return Grid(
        caption,
        (tr("Issue"), *_level_heads(range(1, width))),
        tuple(
            (
                capitalised(each.issue.short),
                *_padded(
                    [
                        tr("{level}: {points}", level=level.short, points=_points(each, place))
                        for place, level in enumerate(each.issue.levels)
                        if place
                    ],
                    width - 1,
                ),
            )
            for each in telling
        ),
    )


def _points(interest: Interest, level: int) -> str:
    """Return the points of a level, one number for each level of verification if they differ."""
    numbers = [str(signed_cell(row[level])) for row in interest.points]
    return numbers[0] if len(set(numbers)) == 1 else " | ".join(numbers)


def _answer_grid(caption: str, issues: tuple[Issue, ...]) -> Grid:
    width = max(len(issue.levels) for issue in issues)
    return Grid(
        caption,
        (tr("Issue"), *_level_heads(range(width))),
        tuple(
            (
                capitalised(issue.short),
                *_padded([level_label(issue, place) for place in range(len(issue.levels))], width),
            )
            for issue in issues
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


def _level_heads(levels: range) -> Iterator[str]:
    return (tr("Level {n}", n=level) for level in levels)


def _padded(cells: list[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]


def _other(role: Role) -> Role:
    return "target" if role == "sender" else "sender"
