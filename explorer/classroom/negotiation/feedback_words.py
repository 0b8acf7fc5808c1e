"""Feedback in sentences: each measure, and in one sentence what it means."""

from collections.abc import Iterator
from dataclasses import dataclass

from explorer.classroom.negotiation.concession import BETA
from explorer.classroom.negotiation.feedback import Feedback, Steps
from explorer.classroom.negotiation.game import Game
from explorer.figures.line_words import line_sentence
from explorer.figures.phrase import control_title, listed, points_of, signed_points
from explorer.model.negotiation import Curve, Seat
from explorer.model.scenario import Scenario
from explorer.model.wording import tr, tr_n


@dataclass(frozen=True, slots=True)
class Remark:
    """One measure: what it is called, what it came to, and what that means."""

    name: str
    value: str
    meaning: str


def no_grade() -> str:
    """Return what stands over all feedback."""
    return tr(
        "Points tell how each side fares against waiting. They are no grade, and those of one side "
        "cannot be compared with those of the other."
    )


def ending_words(game: Game) -> str:
    """Return how a negotiation ended, in a sentence; "" while it goes on."""
    case = game.rules.scenario.case
    party = case.party(game.moves[-1].role if game.moves else game.rules.first).name
    n = game.round
    return {
        None: "",
        "agreed": tr_n(
            "{party} accepted the offer on the table in round {n}.",
            "{party} accepted the offer on the table in round {n}.",
            n,
            party=party,
        ),
        "left": tr_n(
            "{party} walked away in round {n}. Both sides wait.",
            "{party} walked away in round {n}. Both sides wait.",
            n,
            party=party,
        ),
        "time": tr("The time was over without an agreement. Both sides wait."),
        "rounds": tr("The rounds were over without an agreement. Both sides wait."),
    }[game.ending]


def remarks(scenario: Scenario, found: Feedback) -> tuple[Remark, ...]:
    """Return every measure of one delegation in words."""
    return (
        _first_offer(found),
        _concessions(found),
        _gain(found),
        _value_left(found),
        _lines(scenario, found),
        _time(found),
    )


def seat_words(seat: Seat) -> str:
    """Return who decides for a delegation, in a few words."""
    if seat.strategy == "person":
        return tr("a person at this machine")
    if seat.strategy == "tit-for-tat":
        return tr("the computer, tit-for-tat")
    return tr("the computer, {curve} curve", curve=curve_words(seat.curve))


def curve_words(curve: Curve) -> str:
    """Return the word for a curve."""
    return {"hard": tr("hard"), "medium": tr("medium"), "soft": tr("soft")}[curve]


def rule_words(seat: Seat) -> str:
    """Return the rule of a computer delegation in full; "" for a person."""
    if seat.strategy == "person":
        return ""
    if seat.strategy == "time":
        asks = tr(
            "It asked for its best at first and for no more than waiting in the last round. In "
            "between it gave up the share t to the power of 1/{beta:g} of that way, where t is the "
            "share of the rounds that are over.",
            beta=BETA[seat.curve],
        )
    else:
        asks = tr(
            "It did as was done to it. Whatever share of the distance to its best an offer left of "
            "the distance of the offer before, it asked for the same share of its last demand."
        )
    rest = tr(
        "Of all packages that brought it so much and broke none of its own lines it offered one "
        "that fell least short of the last offer made to it. It accepted as soon as an offer "
        "brought it what it asked for. It knew nothing of the other side but its offers. The rule "
        "is that of Faratin, Sierra and Jennings (1998)."
    )
    return tr("{first} {then}", first=asks, then=rest)


def line_names(scenario: Scenario, lines: tuple[str, ...]) -> str:
    """Return lines and switches in words, as one enumeration."""
    return listed(line_name(scenario, each) for each in lines)


def line_name(scenario: Scenario, control_id: str) -> str:
    """Return one line or switch in words, at the value at which it stands."""
    case = scenario.case
    control = case.control(control_id)
    if control.kind == "limit":
        return line_sentence(case, control, scenario.value(control_id))
    return control_title(case, control)


def time_words(seconds: float) -> str:
    """Return a length of time in minutes and seconds, such as "3:05"."""
    minutes, rest = divmod(round(seconds), 60)
    return tr("{minutes}:{seconds:02d}", minutes=minutes, seconds=rest)


def _first_offer(found: Feedback) -> Remark:
    name = tr("First offer")
    if found.first_gain is None:
        return Remark(name, tr("none"), tr("This side answered without an offer of its own."))
    gain = tr("{points} points over waiting", points=signed_points(found.first_gain))
    share = found.first_share
    if share is None:
        return Remark(name, gain, tr("The deal zone has nothing to compare this with."))
    value = tr("{gain}, {share:.0f} % of its ideal", gain=gain, share=100 * share)
    if share > 1:
        meaning = tr(
            "It asked for more than any deal could bring it: an anchor, which leaves room to give."
        )
    elif share >= 0:
        meaning = tr(
            "It asked for no more than a deal could bring it: little room was left to give."
        )
    else:
        meaning = tr("It opened with an offer worse for itself than waiting.")
    return Remark(name, value, meaning)


def _concessions(found: Feedback) -> Remark:
    value = listed(
        (
            tr("made {steps}", steps=_steps(found.made)),
            tr("taken back {steps}", steps=_steps(found.taken_back)),
            tr("received {steps}", steps=_steps(found.returned)),
        )
    )
    made, returned = found.made.points, found.returned.points
    if not found.made.count and not found.returned.count:
        meaning = tr("Neither side moved towards this one’s interests or away from them.")
    elif made > returned:
        meaning = tr("In its own points it gave up more than the other side gave it in return.")
    elif made < returned:
        meaning = tr("In its own points it was given more in return than it gave up.")
    else:
        meaning = tr("In its own points it gave up as much as it was given in return.")
    return Remark(tr("Concessions"), value, meaning)


def _steps(steps: Steps) -> str:
    if not steps.count:
        return tr("none")
    return tr_n(
        "{n} (together {points})",
        "{n} (together {points})",
        steps.count,
        points=points_of(steps.points),
    )


def _gain(found: Feedback) -> Remark:
    name = tr("Result")
    if found.gain is None:
        return Remark(name, tr("waiting"), tr("Without a deal this side has what waiting brings."))
    value = tr("{points} points over waiting", points=signed_points(found.gain))
    if found.gain < 0:
        return Remark(name, value, tr("It signed a deal that is worse for it than waiting."))
    return Remark(name, value, tr("It signed a deal that is no worse for it than waiting."))


def _value_left(found: Feedback) -> Remark:
    name = tr("Value left")
    if found.ideal is None:
        return Remark(name, tr("none"), tr("No package is acceptable to both sides."))
    if found.value_left <= 0:
        meaning = tr("No deal in the zone gives this side more without taking from the other.")
        return Remark(name, tr("none"), meaning)
    meaning = tr(
        "Some deal in the zone gives this side so much more and the other no less than it has now."
    )
    return Remark(name, points_of(found.value_left), meaning)


def _lines(scenario: Scenario, found: Feedback) -> Remark:
    return Remark(
        tr("Own lines"),
        tr(
            "{broken} broken by its offers, {shown} of {all} shown",
            broken=len(found.crossed),
            shown=len(found.shown),
            all=found.lines,
        ),
        " ".join(_line_meanings(scenario, found)),
    )


def _line_meanings(scenario: Scenario, found: Feedback) -> Iterator[str]:
    if found.agreement_crosses:
        names = line_names(scenario, found.agreement_crosses)
        yield tr("The agreement breaks its own line: {lines}.", lines=names)
    elif found.crossed:
        names = line_names(scenario, tuple(line for line, _ in found.crossed))
        yield tr("Its own offers broke: {lines}.", lines=names)
    elif found.shown:
        names = line_names(scenario, found.shown)
        yield tr("An offer stood exactly at a line, where it can be read: {lines}.", lines=names)
    else:
        yield tr("Its offers broke no line of its own and gave none away.")


def _time(found: Feedback) -> Remark:
    return Remark(
        tr("Time"),
        time_words(found.seconds),
        tr("So long this side took over its own turns; a rule takes none."),
    )
