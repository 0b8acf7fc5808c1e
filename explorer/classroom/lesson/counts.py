"""Counts of a show of hands, read from whatever poll a room uses: pasted text or a file."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from explorer.classroom.lesson.poll_answer import Reader, answer_reader
from explorer.files.json_text import LARGEST_FILE
from explorer.files.reading import read_content
from explorer.files.scenario_reading import spelt
from explorer.model.classroom import MOST_STUDENTS
from explorer.model.errors import FileError
from explorer.model.lesson import Prediction
from explorer.model.scenario import Scenario
from explorer.model.wording import tr

DELIMITERS = ("\t", ";", ",")
"""What stands between the cells of a line."""

COUNT_HEADS = frozenset({"count", "counts", "votes", "hands", "number", "responses", "n", "total"})
"""Heads of a column that holds how many gave an answer."""

Row = tuple[int, tuple[str, ...]]
"""The number of a line, from 1, and its cells."""


@dataclass(frozen=True, slots=True)
class ReadCounts:
    """What a poll says.

    ``hands`` are (answer, how many) in the order of the answers, none with zero hands: ids of
    answers or rows, numbers as text, or floor and limit as two numbers with a blank between.
    ``problems`` has a line for each line of the poll that was not understood.
    """

    hands: tuple[tuple[str, int], ...]
    problems: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many hands there are."""
        return sum(count for _, count in self.hands)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a poll: hands, lines that it leaves, and how many lines it understands.

    ``has_counts`` tells that a line is an answer with its count rather than a student.
    """

    hands: Counter[str]
    problems: tuple[str, ...]
    understood: int
    has_counts: bool = False


def read_counts(text: str, prediction: Prediction, before: Scenario) -> ReadCounts:
    """Return the counts in a text: a line for each student, or for each answer with its count.

    Cells stand between tabs, semicolons or commas, with or without quotation marks; any column may
    hold the answers, and a first line may hold heads. Answers are ids, words or letters (A, B, C),
    in large or small letters; a student may name several rows in one cell.

    Parameters
    ----------
    text
        What was pasted.
    prediction, before
        What was asked, and the scenario of the scene that stood then.

    Raises
    ------
    FileError
        If there are more lines or hands than a room has.
    """
    reader = answer_reader(prediction, before)
    readings = [_read(text, sign, reader) for sign in DELIMITERS]
    best = max(readings, key=lambda each: (each.understood, each.has_counts))
    if best.hands.total() > MOST_STUDENTS:
        raise FileError(_too_many())
    hands = reader.ordered(best.hands)
    return ReadCounts(hands, best.problems)


def read_counts_file(path: Path, prediction: Prediction, before: Scenario) -> ReadCounts:
    """Return the counts in a file, as :func:`read_counts` does.

    Raises :class:`FileError` if the file cannot be read or is too large as well.
    """
    return read_counts(decoded(read_content(path, LARGEST_FILE)), prediction, before)


def decoded(content: bytes) -> str:
    """Return the text of a file by any spreadsheet: UTF-8, UTF-16 with its mark, or Windows."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _read(text: str, sign: str, reader: Reader) -> _Reading:
    rows = _rows(text, sign)
    pairs = _pairs(rows, reader)
    return _students(rows, reader) if pairs is None else pairs


def _rows(text: str, sign: str) -> list[Row]:
    """Return the lines with something in them."""
    clean = text.removeprefix("\ufeff").replace("\0", "")
    lines = csv.reader(io.StringIO(clean, newline=""), delimiter=sign)
    rows: list[Row] = []
    try:
        for cells in lines:
            filled = tuple(cell.strip() for cell in cells)
            if any(filled):
                rows.append((lines.line_num, filled))
            if len(rows) > MOST_STUDENTS:
                raise FileError(_too_many())
    except csv.Error as error:
        message = tr(
            "The poll cannot be read beyond line {line}: {reason}.",
            line=lines.line_num,
            reason=error,
        )
        raise FileError(message) from error
    return rows


def _pairs(rows: Sequence[Row], reader: Reader) -> _Reading | None:
    """Return the rows read as answers with their counts, or None if they are not meant so."""
    body, has_head = rows, False
    if rows and len(rows[0][1]) > 1 and _count(rows[0][1][1]) is None:
        body, has_head = rows[1:], rows[0][1][1].casefold() in COUNT_HEADS
    if not body or not all(len(cells) > 1 and _count(cells[1]) is not None for _, cells in body):
        return None
    if not has_head and (reader.is_number or not any(reader.read(row[1][0]) for row in body)):
        return None
    hands, problems = Counter[str](), list[str]()
    for line, cells in body:
        answers = reader.read(cells[0])
        if len(answers) == 1:
            hands[answers[0]] += _count(cells[1]) or 0
        else:
            problems.append(_problem(line, cells[0]))
    return _Reading(hands, tuple(problems), len(body) - len(problems), has_counts=True)


def _students(rows: Sequence[Row], reader: Reader) -> _Reading:
    """Return the rows read as one student each, by the column that is understood best."""
    width = max((len(cells) for _, cells in rows), default=1)
    readings = [_column(rows, reader, _cell(place)) for place in range(width)]
    if reader.takes_two:
        readings += [_column(rows, reader, _cells(place)) for place in range(width - 1)]
    # Numbers of students often stand before what they say, so that of equals the last one counts.
    placed = enumerate(readings)
    order = 1 if reader.is_number else -1
    return max(placed, key=lambda each: (each[1].understood, order * each[0]))[1]


def _column(rows: Sequence[Row], reader: Reader, cell: Callable[[Sequence[str]], str]) -> _Reading:
    hands, problems = Counter[str](), list[str]()
    for number, (line, cells) in enumerate(rows):
        said = cell(cells)
        answers = reader.read(said)
        hands.update(answers)
        if not answers and number:
            problems.append(_problem(line, said))
    is_head = bool(rows) and not reader.read(cell(rows[0][1]))
    return _Reading(hands, tuple(problems), len(rows) - len(problems) - is_head)


def _cell(place: int) -> Callable[[Sequence[str]], str]:
    return lambda cells: cells[place] if place < len(cells) else ""


def _cells(place: int) -> Callable[[Sequence[str]], str]:
    return lambda cells: " ".join(cells[place : place + 2])


def _count(text: str) -> int | None:
    """Return a count of hands, or None for anything else."""
    if not (text.isascii() and text.isdigit()) or len(text) > len(str(MOST_STUDENTS)):
        return None
    return int(text)


def _problem(line: int, said: str) -> str:
    if not said:
        return tr("Line {line}: no answer.", line=line)
    return tr("Line {line}: “{said}” is none of the answers.", line=line, said=spelt(said))


def _too_many() -> str:
    return tr(
        "The poll holds more than {most:,} lines or hands. Choose the file of one class.",
        most=MOST_STUDENTS,
    )
