"""Answers: what the solver says where a class has predicted, in ids, numbers and a sentence."""

from dataclasses import dataclass

from explorer.classroom.lesson.measure import measured_number, solved
from explorer.figures.change import Verdict, opened_and_closed, row_verdict, zone_width
from explorer.figures.phrase import capitalised, row_names, whole_points
from explorer.figures.prices import sender_reach
from explorer.figures.split import split_figure
from explorer.model.errors import ScenarioError
from explorer.model.lesson import Prediction
from explorer.model.result import BoardRow, Result
from explorer.model.scenario import Scenario
from explorer.model.split import Measure as SplitMeasure
from explorer.model.wording import tr
from explorer.solver.split import coalitions, defined_split

MOVES: dict[Verdict, str] = {
    "opened": "opens",
    "closed": "closes",
    "wider": "wider",
    "narrower": "narrower",
    "same": "unchanged",
}
"""Ids of the answers to what becomes of a row."""


MOST_TOLD = 8
"""Settings that differ of which a reveal tells the parts: a few hundred solves, within a second."""


@dataclass(frozen=True, slots=True)
class ComputedAnswer:
    """What is right, by the solver, where something was predicted.

    Attributes
    ----------
    ids
        The id of the right answer of a choice, or those of the rows; none for numbers.
    value
        The number of a ``value``, in its measure's units; None otherwise.
    floor, limit
        Where a row's brackets stand for ``brackets``, in the sender's cost points; None otherwise,
        and for a floor that no concession reaches.
    sentence
        The answer in words.
    """

    sentence: str
    ids: tuple[str, ...] = ()
    value: float | None = None
    floor: float | None = None
    limit: float | None = None


def answer_choices(prediction: Prediction, before: Scenario) -> tuple[tuple[str, str], ...]:
    """Return (id, words) of what can be answered; none where a number is asked for."""
    if prediction.kind == "row":
        return tuple((row.id, capitalised(row.short)) for row in before.case.rows)
    if prediction.kind != "choice":
        return ()
    if prediction.answers:
        return prediction.answers
    return (
        ("opens", tr("It opens")),
        ("closes", tr("It closes")),
        ("wider", tr("It becomes wider")),
        ("narrower", tr("It becomes narrower")),
        ("unchanged", tr("It stays as it is")),
    )


def computed_answer(prediction: Prediction, before: Scenario) -> ComputedAnswer:
    """Return the right answer to a prediction.

    ``before``: The scenario of the scene that stands while the class predicts. Raises
    :class:`ScenarioError` if the case lacks what is asked about.
    """
    after = prediction.settings.scenario(before.case)
    if prediction.kind == "value":
        return _value(prediction, after)
    if prediction.kind == "choice" and prediction.answers:
        words = dict(prediction.answers)[prediction.correct]
        return ComputedAnswer(words, ids=(prediction.correct,))
    old, new = solved(before), solved(after)
    if prediction.kind == "row":
        return _rows(prediction, old, new)
    was, now = _row(old, prediction.row), _row(new, prediction.row)
    return _brackets(new, now) if prediction.kind == "brackets" else _move(new, was, now)


def moved_sentence(prediction: Prediction, before: Scenario) -> str:
    """Return in one sentence what moved the answer.

    With n settings that differ, 2 to the power of n scenarios are solved. Where more than
    :data:`MOST_TOLD` differ, or none moved anything, it returns ""; the picture of why tells then.

    ``before``: See :func:`computed_answer`.
    """
    after = prediction.settings.scenario(before.case)
    differing = sum(a != b for a, b in zip(before.values, after.values, strict=True))
    if not 0 < differing <= MOST_TOLD:
        return ""
    if after.name == before.name:
        after = after.with_name(tr("the changed settings"))
    measure, row = _split_measure(prediction, before, after)
    found = defined_split(coalitions(before, after), measure, row)
    if found.is_defined and not any(part.amount for part in found.parts):
        return ""
    return split_figure(found).sentence


def _split_measure(
    prediction: Prediction, before: Scenario, after: Scenario
) -> tuple[SplitMeasure, str]:
    asked = prediction.measure
    row_id = prediction.row or (asked.row if asked is not None else "")
    if not row_id:
        return "packages", ""
    was, now = _row(solved(before), row_id), _row(solved(after), row_id)
    by_limit = abs(sender_reach(now) - sender_reach(was))
    by_floor = abs((now.target_floor or 0.0) - (was.target_floor or 0.0))
    if not max(by_limit, by_floor):
        return "row_packages", row_id
    return ("limit" if by_limit > by_floor else "floor"), row_id


def _row(result: Result, row_id: str) -> BoardRow:
    return next(row for row in result.board if row.row.id == row_id)


def _value(prediction: Prediction, after: Scenario) -> ComputedAnswer:
    if prediction.measure is None:
        raise ScenarioError(tr("The prediction names no measure."))
    value = measured_number(prediction.measure, after)
    unit = f" {prediction.unit}" if prediction.unit else ""
    return ComputedAnswer(
        tr("About {number}{unit}.", number=whole_points(value), unit=unit), value=value
    )


def _rows(prediction: Prediction, old: Result, new: Result) -> ComputedAnswer:
    opened, closed = opened_and_closed(old, new)
    rows = {
        "open": [row for row in new.board if row.is_open],
        "opens": opened,
        "closes": closed,
    }[prediction.rows]
    names = row_names(rows) if rows else tr("none")
    sentence = {
        "open": tr("A deal zone is open for: {rows}.", rows=names),
        "opens": tr("What opens: {rows}.", rows=names),
        "closes": tr("What closes: {rows}.", rows=names),
    }[prediction.rows]
    return ComputedAnswer(sentence, ids=tuple(row.row.id for row in rows))


def _move(new: Result, was: BoardRow, now: BoardRow) -> ComputedAnswer:
    verdict = row_verdict(was, now)
    name = capitalised(now.row.short)
    sentence = {
        "opened": tr("{row}: the deal zone opens. {ends}", row=name, ends=_ends(new, now)),
        "closed": tr("{row}: the deal zone closes. {ends}", row=name, ends=_ends(new, now)),
        "wider": tr(
            "{row}: the deal zone becomes wider, {before} to {after} points. {ends}",
            row=name,
            before=whole_points(zone_width(was)),
            after=whole_points(zone_width(now)),
            ends=_ends(new, now),
        ),
        "narrower": tr(
            "{row}: the deal zone becomes narrower, {before} to {after} points. {ends}",
            row=name,
            before=whole_points(zone_width(was)),
            after=whole_points(zone_width(now)),
            ends=_ends(new, now),
        ),
        "same": tr("{row}: nothing changes. {ends}", row=name, ends=_ends(new, now)),
    }[verdict]
    return ComputedAnswer(sentence, ids=(MOVES[verdict],))


def _brackets(new: Result, now: BoardRow) -> ComputedAnswer:
    sentence = tr("{row}: {ends}", row=capitalised(now.row.short), ends=_ends(new, now))
    return ComputedAnswer(sentence, floor=now.target_floor, limit=sender_reach(now))


def _ends(result: Result, row: BoardRow) -> str:
    """Say where both brackets end, in whole points."""
    case = result.scenario.case
    limit = whole_points(sender_reach(row))
    names = {"sender": case.sender.short, "target": case.target.short, "limit": limit}
    if row.target_floor is None:
        return tr(
            "{sender} gives up to {limit}; no concession that is allowed is enough for {target}.",
            **names,
        )
    floor = whole_points(row.target_floor)
    return tr("{sender} gives up to {limit}, {target} accepts from {floor}.", floor=floor, **names)
