"""Structure choices in words: what each option answers, and which choice matters most."""

from collections.abc import Iterator
from math import log

from explorer.figures.bars import Bar, BarGroup
from explorer.figures.phrase import capitalised
from explorer.model.case import Case
from explorer.model.study import StructureAnswer
from explorer.model.wording import tr, tr_n


def structure_group(case: Case, answers: tuple[StructureAnswer, ...]) -> tuple[BarGroup, ...]:
    """Return the options as rows of words without bars; nothing where a case has no choice."""
    if not answers:
        return ()
    return (BarGroup(tr("If the model were built differently"), tuple(_bars(case, answers))),)


def structure_note(case: Case, answers: tuple[StructureAnswer, ...]) -> tuple[str, ...]:
    """Return the sentence of the most consequential option; nothing where none changes much."""
    standing = {each.choice_id: each for each in answers if each.is_standing}
    if len(answers) < sum(len(choice.options) for choice in case.structure):
        return ()
    others = [each for each in answers if not each.is_standing]
    if not others:
        return ()
    most = max(others, key=lambda each: _distance(each, standing[each.choice_id]))
    now = standing[most.choice_id]
    choice = next(each for each in case.structure if each.id == most.choice_id)
    names = {option.id: option.name for option in choice.options}
    words = {
        "question": choice.question,
        "now": names[now.option_id],
        "then": names[most.option_id],
    }
    if not any(_distance(now, most)):
        return (tr("No other way of building the model changes this answer."),)
    return (
        tr(
            "The answer depends most on this: {question} As set ({now}): {before}. "
            "Otherwise ({then}): {after}.",
            before=_answer_words(now),
            after=_answer_words(most),
            **words,
        ),
    )


def _bars(case: Case, answers: tuple[StructureAnswer, ...]) -> Iterator[Bar]:
    choices = {choice.id: choice for choice in case.structure}
    for answer in answers:
        choice = choices[answer.choice_id]
        option = next(each for each in choice.options if each.id == answer.option_id)
        words = {"choice": choice.name, "option": option.name}
        name = tr("{choice}: {option}", **words)
        yield Bar(
            id=f"{choice.id}.{option.id}",
            name=tr("{name} (as set)", name=name) if answer.is_standing else name,
            value=None,
            words=_answer_words(answer),
            detail=tr(
                "{question} {option}: {meaning} {answer}.",
                question=choice.question,
                option=capitalised(option.name),
                meaning=option.meaning,
                answer=capitalised(_answer_words(answer)),
            ),
            meaning="neutral",
        )


def _answer_words(answer: StructureAnswer) -> str:
    rows = tr_n("{n} row open", "{n} rows open", len(answer.open_rows))
    packages = tr_n("{n} package", "{n} packages", answer.packages)
    return tr("{rows}, {packages}", rows=rows, packages=packages)


def _distance(one: StructureAnswer, other: StructureAnswer) -> tuple[int, float]:
    """Return how far two answers lie apart: rows that differ, then packages as a ratio."""
    rows = len(set(one.open_rows) ^ set(other.open_rows))
    return rows, abs(log((1 + one.packages) / (1 + other.packages)))
