"""The kinds of computed questions: stem, answers and key of each, from the solver's results.

Every wrong answer is checked to be wrong, so that no question has two right ones.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from explorer.classroom.handout.question_scenarios import (
    movable_controls,
    other_value,
    scenario_words,
)
from explorer.figures.change import zone_width
from explorer.figures.control_words import change_words, set_words
from explorer.figures.phrase import NOTICEABLE, capitalised, control_title
from explorer.figures.table import points_text
from explorer.model.package import package_of
from explorer.model.result import BoardRow, Opening, Result
from explorer.model.scenario import Scenario
from explorer.model.wording import tr
from explorer.paper.questions import Answer, ChoiceQuestion, NumberQuestion
from explorer.solver.opening import row_openings
from explorer.solver.solve import solve
from explorer.solver.sweep import all_sweeps

MOST_ANSWERS = 4
"""Answers of a question to choose from."""

GAP_TOLERANCE = 0.55
"""Points by which an answer may miss a gap: half a point, and what rounding to a decimal adds."""

CLEAR_CHANGE = 0.5
"""Points by which a zone must grow or shrink to be asked about: so much is seen in a picture."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question is made from: the known scenario, the moved one's result, and chance."""

    base: Scenario
    result: Result
    chance: Random
    title: str

    @property
    def setting(self) -> str:
        """The moved scenario in words."""
        return scenario_words(self.base, self.result.scenario)

    def stem(self, question: str) -> str:
        """Return a question after the scenario that it is about."""
        return f"{self.setting} {question}"

    def choice(
        self, question: str, right: str, wrong: Iterable[Answer], why: str
    ) -> ChoiceQuestion | None:
        """Return a question with its answers in a random order; None without a wrong one."""
        others = {each.text: each for each in wrong if each.text != right}
        answers = [Answer(right, is_right=True), *others.values()]
        if not others:
            return None
        self.chance.shuffle(answers)
        return ChoiceQuestion(self.title, self.stem(question), tuple(answers), why)


def row_question(asked: Asked) -> ChoiceQuestion:
    """Ask whether one row has a deal zone."""
    row = asked.chance.choice(asked.result.board)
    answers = (
        Answer(tr("It has a deal zone."), row.is_open),
        Answer(tr("It has none."), not row.is_open),
    )
    question = tr("Does the commitment “{row}” have a deal zone?", row=row.row.name)
    return ChoiceQuestion(asked.title, asked.stem(question), answers, row_reason(asked.result, row))


def rows_question(asked: Asked) -> ChoiceQuestion | None:
    """Ask which one of some rows has a deal zone."""
    opened = [row for row in asked.result.board if row.is_open]
    closed = [row for row in asked.result.board if not row.is_open]
    if not opened or not closed:
        return None
    right = asked.chance.choice(opened)
    wrong = asked.chance.sample(closed, min(MOST_ANSWERS - 1, len(closed)))
    answers = [
        Answer(capitalised(row.row.name), feedback=row_reason(asked.result, row)) for row in wrong
    ]
    question = tr("Which one of these commitments has a deal zone?")
    why = row_reason(asked.result, right)
    return asked.choice(question, capitalised(right.row.name), answers, why)


def zone_question(asked: Asked) -> ChoiceQuestion | None:
    """Ask what becomes of a row's zone when one control moves."""
    scenario = asked.result.scenario
    case = scenario.case
    control_id = asked.chance.choice(list(movable_controls(scenario)))
    value = other_value(scenario, control_id, asked.chance)
    after = solve(scenario.with_value(control_id, value))
    pairs = list(zip(asked.result.board, after.board, strict=True))
    told = [(pair, what) for pair in pairs if (what := zone_change(*pair))]
    moving = [each for each in told if each[1] != "same"]
    if not moving:
        return None
    (before, now), right = asked.chance.choice(moving)
    words = {
        "opens": tr("It opens."),
        "closes": tr("It closes."),
        "wider": tr("It becomes wider."),
        "narrower": tr("It becomes narrower."),
        "same": tr("It stays as it is."),
    }
    fitting = ("closes", "wider", "narrower", "same") if before.is_open else ("opens", "same")
    question = tr(
        "Then {control} goes from “{before}” to “{after}”. What becomes of the deal zone of "
        "“{row}”?",
        control=control_title(case, case.control(control_id)),
        before=change_words(case, control_id, scenario.value(control_id)),
        after=change_words(case, control_id, value),
        row=before.row.name,
    )
    answers = tuple(Answer(words[each], each == right) for each in fitting)
    return ChoiceQuestion(asked.title, asked.stem(question), answers, row_reason(after, now))


def zone_change(before: BoardRow, after: BoardRow) -> str:
    """Return what became of a zone; "" where the change is too small to be seen or asked about."""
    if before.is_open != after.is_open:
        return "opens" if after.is_open else "closes"
    growth = zone_width(after) - zone_width(before)
    if abs(growth) < NOTICEABLE:
        return "same" if before.zone == after.zone else ""
    if abs(growth) < CLEAR_CHANGE:
        return ""
    return "wider" if growth > 0 else "narrower"


def smallest_change_question(asked: Asked) -> ChoiceQuestion | None:
    """Ask which single change opens a closed row; the right one is the smallest there is."""
    closed = [row for row in asked.result.board if not row.is_open]
    if not closed:
        return None
    row = asked.chance.choice(closed)
    found = row_openings(asked.result, row.row.id, all_sweeps(asked.result.scenario), most=1)
    opening = next((each for each in found if each.mover != "nobody"), None)
    if opening is None:
        return None
    wrong = _vain_moves(asked, row.row.id, opening)
    case = asked.result.scenario.case
    answers = [Answer(_move_words(asked, *move)) for move in wrong]
    question = tr(
        "The commitment “{row}” has no deal zone. Which one of these single changes opens it?",
        row=row.row.name,
    )
    why = tr(
        "{move} opens it; of all single changes that somebody can make it is the smallest, "
        "measured by the range of its control.",
        move=capitalised(set_words(case, opening.control_id, opening.value)),
    )
    right = _move_words(asked, opening.control_id, opening.value)
    return asked.choice(question, right, answers, why)


def _vain_moves(asked: Asked, row_id: str, opening: Opening) -> list[tuple[str, float]]:
    """Return moves of other controls that do not open a row, three at most."""
    scenario = asked.result.scenario
    others = [each for each in movable_controls(scenario) if each != opening.control_id]
    asked.chance.shuffle(others)
    found: list[tuple[str, float]] = []
    for control_id in others:
        # Openings are told to the point: round values would give away what is wrong.
        value = other_value(scenario, control_id, asked.chance, step=1)
        board = solve(scenario.with_value(control_id, value)).board
        stays_closed = not next(row for row in board if row.row.id == row_id).is_open
        if stays_closed:
            found.append((control_id, value))
        if len(found) == MOST_ANSWERS - 1:
            break
    return found


def _move_words(asked: Asked, control_id: str, value: float) -> str:
    scenario = asked.result.scenario
    return tr(
        "{control}: from “{before}” to “{after}”",
        control=control_title(scenario.case, scenario.case.control(control_id)),
        before=change_words(scenario.case, control_id, scenario.value(control_id)),
        after=change_words(scenario.case, control_id, value),
    )


def package_question(asked: Asked) -> ChoiceQuestion | None:
    """Ask which one of the case's named packages lies in the deal zone."""
    case, members = asked.result.scenario.case, asked.result.members
    inside = [each for each in case.packages if package_of(case, each.levels) in members]
    outside = [each for each in case.packages if package_of(case, each.levels) not in members]
    if not inside or not outside:
        return None
    right = asked.chance.choice(inside)
    wrong = asked.chance.sample(outside, min(MOST_ANSWERS - 1, len(outside)))
    answers = [Answer(each.name) for each in wrong]
    question = tr("Which one of these packages lies in the deal zone?")
    why = tr("“{package}” lies in the deal zone; the others do not.", package=right.name)
    return asked.choice(question, right.name, answers, why)


def gap_question(asked: Asked) -> NumberQuestion | None:
    """Ask how many points are missing between limit and floor of a closed row."""
    closed = [row for row in asked.result.board if row.gap is not None and row.gap >= 1]
    if not closed:
        return None
    row = asked.chance.choice(closed)
    question = tr(
        "How many of {sender}’s own points are missing between the most that {sender} gives for "
        "“{row}” and the least that {target} accepts? Answer to half a point.",
        sender=asked.base.case.sender.short,
        target=asked.base.case.target.short,
        row=row.row.name,
    )
    value = round(row.gap or 0, 1)
    why = row_reason(asked.result, row)
    return NumberQuestion(asked.title, asked.stem(question), value, GAP_TOLERANCE, why)


def row_reason(result: Result, row: BoardRow) -> str:
    """Say in a sentence why a row is open or closed."""
    case = result.scenario.case
    words = {"sender": case.sender.short, "target": case.target.short, "row": row.row.short}
    if row.zone is not None:
        return tr(
            "“{row}” is open: its packages cost {sender} from {low} to {high} points.",
            **words,
            low=points_text(row.zone[0]),
            high=points_text(row.zone[1]),
        )
    if row.gap is not None and row.target_floor_any is not None:
        return tr(
            "“{row}” is closed: {target} accepts from {floor} points, {sender} gives up to "
            "{limit}.",
            **words,
            floor=points_text(row.target_floor_any),
            limit=points_text(row.sender_limit),
        )
    if row.target_floor_any is None:
        return tr("“{row}” is closed: no concession is enough for {target}.", **words)
    return tr("“{row}” is closed: red lines keep its packages out.", **words)
