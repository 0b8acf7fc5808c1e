"""The spread of a prediction: what a class expected, first and second, beside what is computed.

It counts hands and never knows whose they are.
"""

from dataclasses import dataclass
from typing import Literal

from explorer.figures.choice import Choice
from explorer.figures.phrase import listed, scale_text
from explorer.figures.table import Cell, Number, Table, count, percent, percent_text
from explorer.model.wording import tr, tr_n

Hands = tuple[tuple[str, int], ...]
"""What was predicted, and by how many."""

SpreadRound = Literal[1, 2]

QUARTER = 0.25
"""The axis of shares ends at a multiple of this."""

VALUE_TICKS = 4
"""Parts into which the scale of a number is divided."""


@dataclass(frozen=True, slots=True)
class SpreadBar:
    """How many gave one answer in one round.

    ``share`` runs from 0 to 1, of all hands of the round; ``words`` stand at the end of the bar.
    """

    round: SpreadRound
    count: int
    share: float
    words: str


@dataclass(frozen=True, slots=True)
class SpreadDot:
    """How many predicted a number."""

    value: float
    count: int


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """One answer with its bars, or one round of numbers with its dots.

    ``is_right`` tells that it is the computed answer, ``answer`` where on the axis the computed
    number stands; neither is given away before the class may see it.
    """

    id: str
    name: str
    detail: str
    bars: tuple[SpreadBar, ...] = ()
    dots: tuple[SpreadDot, ...] = ()
    is_right: bool = False
    answer: float | None = None


@dataclass(frozen=True, slots=True)
class SpreadFigure:
    """Rows on one axis from ``minimum`` to ``maximum``.

    ``rounds`` are the rounds in the legend with their words; ``answer_words`` name the mark of
    the computed answer, "" while it is hidden.
    """

    title: str
    sentence: str
    rows: tuple[SpreadRow, ...]
    minimum: float
    maximum: float
    ticks: tuple[tuple[float, str], ...]
    axis_words: str
    rounds: tuple[tuple[SpreadRound, str], ...]
    answer_words: str
    table: Table
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Lane:
    """Numbers of one kind: what is predicted, by how many first and second, and the answer."""

    name: str
    first: Hands
    second: Hands
    answer: float | None = None


def answers_spread(
    question: str,
    answers: tuple[tuple[str, str], ...],
    first: Hands,
    second: Hands,
    right: tuple[str, ...] = (),
) -> SpreadFigure:
    """Return how a class was divided over answers.

    Parameters
    ----------
    question
        What was asked; the title.
    answers
        (id, words) in the order in which they were offered.
    first, second
        (id, hands) of both rounds; empty for a round that was not counted.
    right
        The ids of the computed answer; none while it is hidden.
    """
    rounds = _rounds(first, second)
    rows = tuple(_answer_row(each, rounds, each[0] in right) for each in answers)
    most = max((bar.share for row in rows for bar in row.bars), default=0.0)
    end = min(1.0, QUARTER * (int(most / QUARTER - 1e-9) + 1))
    names = dict(answers)
    return SpreadFigure(
        title=question,
        sentence=_sentence(rounds, listed(names[each] for each in right if each in names), right),
        rows=rows,
        minimum=0.0,
        maximum=end,
        ticks=tuple(
            (place * QUARTER, percent_text(place * QUARTER))
            for place in range(round(end / QUARTER) + 1)
        ),
        axis_words=tr("share of the hands"),
        rounds=tuple((each, _round_name(each)) for each, _ in rounds),
        answer_words=tr("computed answer") if right else "",
        table=_answers_table(rows, rounds),
    )


def numbers_spread(
    question: str, lanes: tuple[Lane, ...], scale: tuple[float, float], unit: str = ""
) -> SpreadFigure:
    """Return how predictions of numbers were spread.

    Parameters
    ----------
    question
        What was asked; the title.
    lanes
        One for each number that was asked for; hands are (number as text, how many).
    scale
        The ends of the scale.
    unit
        In what the number is counted; "" for nothing.
    """
    rows = tuple(row for lane in lanes for row in _lane_rows(lane, unit, is_one=len(lanes) == 1))
    low, high = scale
    known = [_number_words(each.answer, unit) for each in lanes if each.answer is not None]
    all_hands = (
        tuple(each for lane in lanes for each in lane.first),
        tuple(each for lane in lanes for each in lane.second),
    )
    rounds = _rounds(*all_hands)
    step = (high - low) / VALUE_TICKS
    return SpreadFigure(
        title=question,
        sentence=_number_sentence(lanes, unit, known),
        rows=rows,
        minimum=low,
        maximum=high,
        ticks=(
            *((low + step * place, scale_text(low + step * place)) for place in range(VALUE_TICKS)),
            (high, _number_words(high, unit)),
        ),
        axis_words="",
        rounds=tuple((each, _round_name(each)) for each, _ in rounds),
        answer_words=tr("computed") if known else "",
        table=_numbers_table(rows, unit),
    )


def round_words(of_round: SpreadRound) -> str:
    """Return what a round of predictions is called."""
    return tr("First, alone") if of_round == 1 else tr("Second, after talking")


def _round_name(of_round: SpreadRound) -> str:
    return tr("First") if of_round == 1 else tr("Second")


def median_of(hands: Hands) -> float | None:
    """Return the median of numbers that were predicted, None without any."""
    values = sorted(
        value for words, hand_count in hands for value in [float(words)] * max(hand_count, 0)
    )
    if not values:
        return None
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def _rounds(first: Hands, second: Hands) -> tuple[tuple[SpreadRound, Hands], ...]:
    """Return the rounds in which anybody raised a hand."""
    both: tuple[tuple[SpreadRound, Hands], ...] = ((1, first), (2, second))
    return tuple((each, hands) for each, hands in both if _total(hands))


def _total(hands: Hands) -> int:
    return sum(hand_count for _, hand_count in hands)


def _answer_row(
    answer: tuple[str, str], rounds: tuple[tuple[SpreadRound, Hands], ...], is_right: bool
) -> SpreadRow:
    answer_id, words = answer
    bars: list[SpreadBar] = []
    for of_round, hands in rounds:
        found = sum(hand_count for each, hand_count in hands if each == answer_id)
        share = found / max(_total(hands), 1)
        told = tr("{n} · {share}", n=found, share=percent_text(share))
        bars.append(SpreadBar(of_round, found, share, told))
    said = [
        tr_n(
            "{round}: {n} hand, {share}",
            "{round}: {n} hands, {share}",
            bar.count,
            round=round_words(bar.round),
            share=percent_text(bar.share),
        )
        for bar in bars
    ]
    detail = tr("{answer}. {counts}", answer=words, counts="; ".join(said))
    if is_right:
        detail = tr("{words}. This is the computed answer.", words=detail)
    return SpreadRow(answer_id, words, detail, tuple(bars), is_right=is_right)


def _lane_rows(lane: Lane, unit: str, *, is_one: bool) -> tuple[SpreadRow, ...]:
    rows: list[SpreadRow] = []
    for of_round, hands in _rounds(lane.first, lane.second):
        dots = tuple(
            SpreadDot(float(words), hand_count) for words, hand_count in hands if hand_count > 0
        )
        called = round_words(of_round)
        name = called if is_one else tr("{lane}: {round}", lane=lane.name, round=called)
        median = median_of(hands)
        detail = tr_n(
            "{name}: {n} hand, half of them at {median} or below",
            "{name}: {n} hands, half of them at {median} or below",
            _total(hands),
            name=name,
            median=_number_words(median or 0.0, unit),
        )
        if lane.answer is not None:
            answer = _number_words(lane.answer, unit)
            detail = tr("{words}; computed: {answer}", words=detail, answer=answer)
        row_id = f"{lane.name}.{of_round}"
        rows.append(SpreadRow(row_id, name, detail, dots=dots, answer=lane.answer))
    return tuple(rows)


def _number_words(value: float, unit: str) -> str:
    number = scale_text(value)
    return tr("{number} {unit}", number=number, unit=unit) if unit else number


def _sentence(
    rounds: tuple[tuple[SpreadRound, Hands], ...], right_words: str, right: tuple[str, ...]
) -> str:
    if not rounds:
        return tr("No hands are counted yet.")
    totals = [_total(hands) for _, hands in rounds]
    if not right:
        return tr_n("{n} hand is counted.", "{n} hands are counted.", totals[-1])
    shares = [
        sum(hand_count for each, hand_count in hands if each in right) / total
        for (_, hands), total in zip(rounds, totals, strict=True)
    ]
    if len(shares) == 1:
        return tr(
            "{share} of the hands were for the computed answer: {answer}.",
            share=percent_text(shares[0]),
            answer=right_words,
        )
    return tr(
        "{first} of the hands were for the computed answer at first, {second} after "
        "talking: {answer}.",
        first=percent_text(shares[0]),
        second=percent_text(shares[1]),
        answer=right_words,
    )


def _number_sentence(lanes: tuple[Lane, ...], unit: str, known: list[str]) -> str:
    said: list[str] = []
    for lane in lanes:
        medians = [median_of(hands) for hands in (lane.first, lane.second)]
        told = [_number_words(each, unit) for each in medians if each is not None]
        if told:
            middle = tr(" → ").join(told)
            told_lane = tr("{name} {middle}", name=lane.name, middle=middle)
            said.append(told_lane if lane.name else middle)
    if not said:
        return tr("No hands are counted yet.")
    words = "; ".join(said)
    if not known:
        return tr("The middle of the class says {words}.", words=words)
    return tr(
        "The middle of the class says {words}. Computed are {known}.",
        words=words,
        known=listed(known),
    )


def _answers_table(
    rows: tuple[SpreadRow, ...], rounds: tuple[tuple[SpreadRound, Hands], ...]
) -> Table:
    columns, units = [tr("Answer")], [""]
    for of_round, _ in rounds:
        columns += [
            tr("{round}: hands", round=round_words(of_round)),
            tr("{round}: share", round=round_words(of_round)),
        ]
        units += ["", "%"]
    cells: list[tuple[Cell, ...]] = []
    for row in rows:
        line: list[Cell] = [row.name]
        for bar in row.bars:
            line += [count(bar.count), percent(bar.share)]
        cells.append((*line, tr("yes") if row.is_right else ""))
    is_known = any(row.is_right for row in rows)
    width = len(columns) + is_known
    return Table(
        tr("Predictions by answer"),
        (*columns, *([tr("Computed")] if is_known else [])),
        tuple(line[:width] for line in cells),
        tuple(units),
    )


def _numbers_table(rows: tuple[SpreadRow, ...], unit: str) -> Table:
    cells: list[tuple[Cell, ...]] = []
    for row in rows:
        answer = Number(row.answer, "" if row.answer is None else scale_text(row.answer))
        cells += [
            (row.name, Number(dot.value, scale_text(dot.value)), count(dot.count), answer)
            for dot in row.dots
        ]
    is_known = any(row.answer is not None for row in rows)
    columns = (tr("Round"), tr("Predicted"), tr("Hands"), tr("Computed"))
    width = len(columns) if is_known else len(columns) - 1
    return Table(
        tr("Predictions on the scale"),
        columns[:width],
        tuple(line[:width] for line in cells),
        ("", unit, "", unit)[:width],
    )
