"""What a class is asked after a role play: questions in the usual order, reflection, rubric."""

from collections.abc import Iterator

from explorer.classroom.tables.scores import ClassScores, Spread
from explorer.figures.phrase import listed
from explorer.model.wording import tr, tr_n
from explorer.paper.paper import Block, Grid, Heading, Paragraph, Room

REFLECTION_LINES = 5
"""Lines below each question of the reflection sheet."""


def debrief_questions(found: ClassScores) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each question of the usual order, with what happened in this class to ask about."""
    return (
        (surprised(), tuple(_surprises(found))),
        (caused(), tuple(_causes(found))),
        (
            differently(),
            (
                tr("Which offer would you make first now? Which line would you tell, and when?"),
                tr("What would you have asked the other side that you did not ask?"),
            ),
        ),
        (
            left_out(),
            (
                tr("Who was not at the table and could still stop a deal?"),
                tr("What moved you that no points stood for: time, trust, being liked, the clock?"),
            ),
        ),
    )


def reflection_sheet() -> Iterator[Block]:
    """Yield the sheet that each student fills in alone."""
    yield Heading(tr("Reflection sheet"))
    yield Paragraph(tr("Write alone, before the class talks. Nobody grades your points."))
    for question in (surprised(), caused(), differently(), left_out()):
        yield Room(REFLECTION_LINES, question)


def rubric() -> Iterator[Block]:
    """Yield what a reflection can be judged by; the outcome of the game is not part of it."""
    yield Heading(tr("Rubric for the reflection"))
    yield Paragraph(tr("It judges the reflection, not the deal: points are never a grade."))
    heads = (tr("What"), tr("Beginning"), tr("Sound"), tr("Strong"))
    yield Grid(
        tr("What a reflection shows"),
        heads,
        (
            (
                tr("Evidence"),
                tr("says what was felt"),
                tr("names offers and turns"),
                tr("quotes the offer that changed the talks, and why it did"),
            ),
            (
                tr("Concepts"),
                tr("uses everyday words"),
                tr("uses walk-away point, deal zone, concession rightly"),
                tr("explains one outcome by them, and one that they do not explain"),
            ),
            (
                tr("The other side"),
                tr("tells its own view only"),
                tr("says what the other wanted"),
                tr("infers the other's limits from its offers, and says how sure that is"),
            ),
            (
                tr("What next"),
                tr("would try harder"),
                tr("names one change of strategy"),
                tr("says when the change would fail"),
            ),
        ),
    )


def surprised() -> str:
    """Return the first question."""
    return tr("What surprised you?")


def caused() -> str:
    """Return the second question."""
    return tr("What caused it?")


def differently() -> str:
    """Return the third question."""
    return tr("What would you do differently?")


def left_out() -> str:
    """Return the fourth question."""
    return tr("What does the model leave out?")


def _surprises(found: ClassScores) -> Iterator[str]:
    ended = dict(found.endings)
    failed = ended["no_deal"] + ended["time_out"]
    if failed and found.agreed:
        yield tr_n(
            "{n} table ended without a deal while others agreed. What was different there?",
            "{n} tables ended without a deal while others agreed. What was different there?",
            failed,
        )
    widest = _widest(found)
    if widest is not None:
        yield tr(
            "Tables agreed on {n} different levels of “{issue}”. Which did you expect?",
            n=_chosen(widest),
            issue=widest.issue.name,
        )
    yield tr("Which table's package surprises you most, and why?")


def _causes(found: ClassScores) -> Iterator[str]:
    wasteful = sum(score.left.share > 0 for score in found.agreed)
    if wasteful:
        yield tr_n(
            "At {n} table both sides left points on the table. What did neither of them know?",
            "At {n} tables both sides left points on the table. What did neither of them know?",
            wasteful,
        )
    lines = {line for score in found.agreed for line in score.broken_lines}
    if lines:
        case = found.plan.case
        yield tr(
            "Agreements broke {lines}. Did a delegation forget its line, or give it up?",
            lines=listed(case.control(line).name for line in sorted(lines)),
        )
    losing = sum(min(score.sender_gain, score.target_gain) < 0 for score in found.agreed)
    if losing:
        yield tr_n(
            "At {n} table a side signed what is worse for it than waiting. Why?",
            "At {n} tables a side signed what is worse for it than waiting. Why?",
            losing,
        )
    yield tr("Who made the first offer, and how far from it did you end?")


def _widest(found: ClassScores) -> Spread | None:
    """Return the issue on which tables differ most; None where they do not differ."""
    spreads = [spread for spread in found.spreads if _chosen(spread) > 1]
    return max(spreads, key=_chosen, default=None)


def _chosen(spread: Spread) -> int:
    return sum(count > 0 for count in spread.counts)
