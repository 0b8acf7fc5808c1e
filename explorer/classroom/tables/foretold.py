"""What a class foretold on a take-home page, counted from the answer lines of its students."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from explorer.classroom.tables.reading import Mistake
from explorer.figures.table import Table, count
from explorer.files.answer_code import PREFIX
from explorer.model.classroom import MOST_STUDENTS, Counts, Round
from explorer.model.errors import ScenarioError
from explorer.model.wording import tr
from explorer.take_home.answers import read_answer, row_ids
from explorer.take_home.take_home import TakeHome

_BETWEEN = re.compile("[,;\t]")


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
        One student a line: the answer line alone, or a cell of it between commas, semicolons or
        tabs. Empty lines do not matter, nor does a first line of heads.
    step, of_round
        Where the counts belong in a lesson.
    """
    hands: Counter[str] = Counter()
    mistakes: list[Mistake] = []
    students = 0
    for number, line in _answer_lines(text):
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


def foretold_table(page: TakeHome, found: Foretold) -> Table:
    """Return how many students expected a deal zone in each row."""
    case = page.scenario.case
    names = {row.id: row.name for row in case.rows} or {"": tr("Any package at all")}
    return Table(
        caption=tr("Where students expected a deal zone"),
        columns=(tr("Row"), tr("Students")),
        cells=tuple((names[row], count(hands)) for row, hands in found.counts.hands),
    )


def _answer_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line that is not empty, with its number: of several cells the answer line."""
    lines = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}").splitlines()
    is_first = True
    for number, line in enumerate(lines, start=1):
        cells = [cell.strip(" \t\"'") for cell in _BETWEEN.split(line)]
        if not any(cells):
            continue
        told = next((cell for cell in cells if cell.upper().startswith(PREFIX)), None)
        # No answer line is without a digit, however it was damaged.
        is_head = is_first and told is None and not any(sign.isdigit() for sign in line)
        is_first = False
        if not is_head:
            yield number, line.strip() if told is None else told
