"""The worksheet: finding a deal zone by hand on three issues, with its key on a page of its own."""

from collections.abc import Iterator

from explorer.classroom.handout.hand_case import HandCase, HandPackage, hand_case
from explorer.figures.foot import foot_line
from explorer.figures.phrase import capitalised
from explorer.files.document_text import Document
from explorer.files.provenance.record import provenance_of
from explorer.model.scenario import Scenario
from explorer.model.wording import language, tr, tr_n
from explorer.paper.paper import Block, Grid, Heading, PageBreak, Paper, Paragraph, Points, Room

WORKSHEET = "worksheet"
"""The kind of export that a worksheet is."""

BLANK = "\N{NO-BREAK SPACE}"
"""What stands in a cell that a student fills in."""


def worksheet(scenario: Scenario) -> Paper:
    """Return the tasks and, on a new page, the key.

    Raises
    ------
    ScenarioError
        If no three issues of the scenario have a zone that is worth the exercise.
    """
    hand = hand_case(scenario)
    return Paper(
        tr("Worksheet: find the deal zone by hand"),
        (*_introduction(hand), *_tables(hand), *_tasks(hand), PageBreak(), *_key(hand)),
        foot_line(scenario.case),
        language(),
        origin=provenance_of(WORKSHEET, Document(scenario, scenario, scenario)),
    )


def _introduction(hand: HandCase) -> Iterator[Block]:
    case = hand.scenario.case
    yield Room(1, tr("Name"))
    yield Paragraph(
        tr(
            "{sender} and {target} bargain over three issues of “{scenario}”. Points are rounded "
            "to whole numbers and the other issues stand still, so this is an exercise and not "
            "the result of the model.",
            sender=case.sender.short,
            target=case.target.short,
            scenario=hand.scenario.name,
        )
    )
    yield Paragraph(
        tr(
            "Each side counts in its own points. A package lies in the deal zone if {sender} pays "
            "no more than its limit and {target} receives at least what it needs. A tie counts as "
            "acceptable.",
            sender=case.sender.short,
            target=case.target.short,
        )
    )


def _tables(hand: HandCase) -> Iterator[Block]:
    sender, target = hand.scenario.case.sender.short, hand.scenario.case.target.short
    yield Heading(tr("What each side can give"))
    yield Grid(
        tr("{party} gives: {issue}", party=target, issue=hand.names[0]),
        (
            tr("Commitment"),
            tr("{party} pays at most", party=sender),
            tr("{party} needs at least", party=target),
        ),
        tuple(
            (_numbered(at, each.words, "C"), str(each.limit), str(each.need))
            for at, each in enumerate(hand.commitments)
        ),
    )
    for letter, name, levels in (
        ("A", hand.names[1], hand.first),
        ("B", hand.names[2], hand.second),
    ):
        yield Grid(
            tr("{party} gives: {issue}", party=sender, issue=name),
            (
                tr("Concession"),
                tr("Costs {party}", party=sender),
                tr("Worth to {party}", party=target),
            ),
            tuple(
                (_numbered(at, each.words, letter, first=0), str(each.price), str(each.worth))
                for at, each in enumerate(levels)
            ),
        )


def _tasks(hand: HandCase) -> Iterator[Block]:
    sender, target = hand.scenario.case.sender.short, hand.scenario.case.target.short
    yield Heading(tr("Tasks"))
    yield Grid(
        tr("1. Add up what both concessions cost and are worth"),
        _sum_heads(hand),
        tuple((_pair_name(pair), BLANK, BLANK) for pair in _pairs(hand)),
    )
    yield Grid(
        tr("2. For each commitment, which pairs do both sides prefer to waiting?"),
        (tr("Commitment"), tr("Pairs in the deal zone"), tr("Open or closed")),
        tuple((f"C{at + 1}", BLANK, BLANK) for at in range(len(hand.commitments))),
    )
    yield Room(1, tr("3. How many packages does the deal zone hold?"))
    yield Room(
        2,
        tr(
            "4. A gain is what a side has over waiting: the limit less the cost for {sender}, the "
            "worth less the need for {target}. In which package is the product of both gains "
            "largest?",
            sender=sender,
            target=target,
        ),
    )
    yield Room(2, tr("5. {line} Which packages are left?", line=_line_words(hand)))
    yield Room(2, tr("6. Name one thing that these three tables leave out."))


def _key(hand: HandCase) -> Iterator[Block]:
    zone = hand.zone()
    yield Heading(tr("Key for the instructor"))
    yield Grid(
        tr("1. Sums"),
        _sum_heads(hand),
        tuple(
            (_pair_name(pair), str(hand.price(pair)), str(hand.worth(pair)))
            for pair in _pairs(hand)
        ),
    )
    yield Grid(
        tr("2. Deal zone by commitment"),
        (tr("Commitment"), tr("Pairs in the deal zone"), tr("Open or closed")),
        tuple(_zone_row(zone, at) for at in range(len(hand.commitments))),
    )
    left = hand.zone_within(hand.line())
    best = hand.best()
    gains = hand.gains(best[0])
    yield Points(
        (
            tr_n("Task 3: {n} package", "Task 3: {n} packages", len(zone)),
            tr(
                "Task 4: {packages}: gains {one} and {two}, product {product}",
                packages=_packages(best),
                one=gains[0],
                two=gains[1],
                product=gains[0] * gains[1],
            ),
            tr("Task 5: {packages}", packages=_packages(left) or tr("none")),
            tr(
                "Task 6, for example: the other issues, trust in promises, red lines, "
                "whoever is not at the table."
            ),
        )
    )


def _zone_row(zone: tuple[HandPackage, ...], commitment: int) -> tuple[str, str, str]:
    pairs = [_pair_name(each) for each in zone if each[0] == commitment]
    state = tr("open") if pairs else tr("closed")
    return f"C{commitment + 1}", ", ".join(pairs) or tr("none"), state


def _sum_heads(hand: HandCase) -> tuple[str, str, str]:
    case = hand.scenario.case
    return (
        tr("Pair"),
        tr("Costs {party}", party=case.sender.short),
        tr("Worth to {party}", party=case.target.short),
    )


def _line_words(hand: HandCase) -> str:
    place, level = hand.line()
    return tr(
        "{sender} draws a red line: nothing from {concession} on.",
        sender=hand.scenario.case.sender.short,
        concession=f"{'AB'[place - 1]}{level}",
    )


def _pairs(hand: HandCase) -> tuple[HandPackage, ...]:
    return tuple(each for each in hand.packages() if each[0] == 0)


def _pair_name(package: HandPackage) -> str:
    return f"A{package[1]} + B{package[2]}"


def _packages(packages: tuple[HandPackage, ...]) -> str:
    return "; ".join(f"C{each[0] + 1} + {_pair_name(each)}" for each in packages)


def _numbered(at: int, words: str, letter: str, *, first: int = 1) -> str:
    return tr("{letter}{n}  {words}", letter=letter, n=at + first, words=capitalised(words))
