"""What a class foretold on a take-home page, counted from the answer lines of its students."""

from collections import Counter
from dataclasses import dataclass

from explorer.classroom.tables.reading import Mistake
from explorer.model.classroom import MOST_STUDENTS, Counts, Round
from explorer.model.errors import ScenarioError
from explorer.model.wording import tr
from explorer.take_home.answers import read_answer, row_ids
from explorer.take_home.take_home import TakeHome


@dataclass(frozen=True, slots=True)
class Foretold:
    """The predictions of a class.

    Attributes
    ----------
    counts
        How many expected a deal zone in each row of the board, by the row's id; "" stands for the
        whole zone where a case has no rows.
    students
        How many lines held a prediction; a student may expect several rows or none.
    mistakes
        Why lines could not be read.
    """

    counts: Counts
    students: int
    mistakes: tuple[Mistake, ...]


def foretold(page: TakeHome, text: str, step: str, of_round: Round) -> Foretold:
    """Return what students foretold.

    Parameters
    ----------
    page
        The page that they were handed.
    text
        One answer line a line; empty lines do not matter.
    step, of_round
        Where the counts belong in a lesson.
    """
    hands: Counter[str] = Counter()
    mistakes: list[Mistake] = []
    students = 0
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            told = read_answer(page, line).foretold
        except ScenarioError as error:
            mistakes.append(Mistake(number, str(error)))
            continue
        if told is None:
            mistakes.append(Mistake(number, tr("this page was left without a prediction.")))
        elif students < MOST_STUDENTS:
            students += 1
            hands.update(told)
    counted = tuple((row, hands[row]) for row in row_ids(page))
    counts = Counts(step=step, round=of_round, hands=counted)
    return Foretold(counts, students, tuple(mistakes))
