"""Questions as a paper: a sheet for each student, and one with all keys for the instructor."""

from collections.abc import Iterator
from string import ascii_uppercase

from explorer.model.wording import tr
from explorer.paper.paper import Block, Grid, Heading, PageBreak, Paper, Paragraph, Points, Room
from explorer.paper.questions import ChoiceQuestion, Question, Quiz, number_text


def question_sheet(quiz: Quiz) -> Paper:
    """Return the sheets of all students, then the keys, each on a page of its own."""
    blocks: list[Block] = []
    for student in range(quiz.students):
        blocks += [*_sheet(quiz, student), PageBreak()]
    return Paper(quiz.title, (*blocks, *_keys(quiz)), quiz.foot, quiz.language, origin=quiz.origin)


def letter(place: int) -> str:
    """Return the letter before an answer, by its place from 0."""
    return ascii_uppercase[place]


def _sheet(quiz: Quiz, student: int) -> Iterator[Block]:
    yield Heading(tr("Sheet {n}", n=student + 1))
    yield Room(1, tr("Name"))
    for number, group in enumerate(quiz.groups, start=1):
        question = group.variants[student]
        yield Heading(tr("{n}. {kind}", n=number, kind=group.name), 2)
        yield Paragraph(question.stem)
        if isinstance(question, ChoiceQuestion):
            lines = (f"{letter(at)}  {each.text}" for at, each in enumerate(question.answers))
            yield Points(tuple(lines))
            yield Room(1, tr("Your letter, and why"))
        else:
            yield Room(1, tr("Your number, and how you found it"))


def _keys(quiz: Quiz) -> Iterator[Block]:
    yield Heading(tr("Key for the instructor"))
    heads = (tr("Sheet"), *(group.name for group in quiz.groups))
    rows = tuple(
        (str(student + 1), *(_key(group.variants[student]) for group in quiz.groups))
        for student in range(quiz.students)
    )
    yield Grid(tr("Right answers by sheet"), heads, rows)


def _key(question: Question) -> str:
    if isinstance(question, ChoiceQuestion):
        place = question.answers.index(question.key)
        return f"{letter(place)}  {question.key.text}"
    return number_text(question.value)
