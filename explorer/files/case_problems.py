"""What is wrong with the content of a case, each problem with its place in the content."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from pydantic import ValidationError

from explorer.files.json_text import placed_problems, spelt_place, validated
from explorer.model.case import Case
from explorer.model.case_tree import Content, Path, at
from explorer.model.sign_rule import broken_rules

_STEP = re.compile(r'\[(\d+)\]|\([^)]*\)|"([^"]*)"|([^.\s\[\]()"]+)')
"""A step of a place as checks write it: ``[3]``, ``(icbm)``, ``"label"`` or ``icbm``."""

_NAMES = ("id", "control", "label")
"""By which of its members a step can mean an entry of a list."""


@dataclass(frozen=True, slots=True)
class CaseProblem:
    """Something that is wrong at a place, in a sentence.

    ``path`` leads to a part that is there, at the least the whole case. ``is_error`` tells what
    keeps the case from being used from a remark, such as a broken sign rule, that does not.
    ``place`` is the place as the check wrote it where that tells more than the path.
    """

    path: Path
    sentence: str
    is_error: bool = True
    place: str = ""

    @property
    def line(self) -> str:
        """The place, as the file spells it, and the sentence."""
        place = self.place or spelt_place(self.path)
        return f"{place}: {self.sentence}" if place else self.sentence


@dataclass(frozen=True, slots=True)
class CheckedContent:
    """A case if the content holds one, and everything that is to be said of it."""

    case: Case | None
    problems: tuple[CaseProblem, ...]

    @property
    def errors(self) -> tuple[CaseProblem, ...]:
        """What keeps the case from being used."""
        return tuple(each for each in self.problems if each.is_error)


def checked_content(content: Content) -> CheckedContent:
    """Return what is wrong with the content of a case, and the case if nothing keeps it from use.

    Checks that look at the case as a whole come once each part of it is sound.
    """
    try:
        case = validated(Case, content, mends_text=True)
    except ValidationError as error:
        return CheckedContent(None, tuple(_errors(error, content)))
    remarks = (
        CaseProblem(place_of(content, rule.topic), rule.sentence, is_error=False)
        for rule in broken_rules(case)
    )
    return CheckedContent(case, tuple(dict.fromkeys(remarks)))


def _errors(error: ValidationError, content: Content) -> Iterator[CaseProblem]:
    for problem in placed_problems(error, content):
        if problem.place:
            path = there(content, problem.place)
            sentence = _with_rest(problem.place[len(path) :], problem.message)
            yield CaseProblem(_nearer(content, path, sentence), sentence, place=spelt_place(path))
            continue
        for line in problem.message.splitlines():
            # Without a place in front of it, a problem is about the whole case.
            head, _, sentence = line.partition(": ") if ": " in line else ("", "", line)
            yield CaseProblem(place_of(content, head), sentence, place=head)


def _nearer(content: Content, path: Path, sentence: str) -> Path:
    """Return the path of the part below a place that a sentence names at its beginning."""
    head, colon, _ = sentence.partition(": ")
    return (*path, *place_of(at(content, path), head)) if colon else path


def _with_rest(rest: Path, message: str) -> str:
    """Return a sentence headed by the names of what is missing at its place."""
    return f"{spelt_place(rest)}: {message}" if rest else message


def there(content: object, path: Path) -> Path:
    """Return as much of a path as leads to something that is there."""
    here: object = content
    found: list[str | int] = []
    for step in path:
        inner = _entry(here, str(step))
        if inner is None:
            break
        found.append(inner[0])
        here = inner[1]
    return tuple(found)


def place_of(content: object, words: str) -> Path:
    """Return the path of the smallest part that a place means which a check has written.

    ``words``: Such as ``controls[3] (icbm).status``, ``rows.icbm`` or ``landmarks "aid"``.
    """
    steps = (number or quoted or name for number, quoted, name in _STEP.findall(words))
    return there(content, tuple(step for step in steps if step))


def _entry(here: object, step: str) -> tuple[str | int, object] | None:
    """Return the key and the value of what a step means within a part; None if there is none."""
    if isinstance(here, dict):
        record = cast("Content", here)
        return (step, record[step]) if step in record else None
    if not isinstance(here, list):
        return None
    items = cast("list[object]", here)
    if step.isdecimal() and int(step) < len(items):
        return int(step), items[int(step)]
    for place, item in enumerate(items):
        if isinstance(item, dict) and step in _own_names(cast("Content", item)):
            return place, cast("Content", item)
    return None


def _own_names(item: Content) -> list[object]:
    return [item[name] for name in _NAMES if name in item]
