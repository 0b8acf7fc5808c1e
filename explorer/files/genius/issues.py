"""The issues of a Genius domain: their values, those of numbers cut into stated steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.files.genius.domain import GeniusIssue, Span
from explorer.files.genius.xml_text import label_of, number_of
from explorer.model.errors import FileError
from explorer.model.limits import MOST_ISSUES, MOST_LEVELS
from explorer.model.wording import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

MOST_VALUES = MOST_LEVELS - 1
"""Values of one issue: one level of each is kept for an issue that is left open."""

NUMBERS = ("integer", "real")
"""Kinds of issues whose values are numbers."""


def kind_of(issue: Element) -> str:
    """Return the kind of an issue, which Genius repeats in three attributes."""
    found = (issue.get(name, "").strip().lower() for name in ("vtype", "type", "etype"))
    return next((kind for kind in found if kind in ("discrete", *NUMBERS)), "discrete")


def index_of(part: Element) -> int | None:
    """Return the index of an issue, an item or a weight; None where it has none."""
    number = number_of(part.get("index"))
    return int(number) if number is not None and number == int(number) else None


def issues_in(root: Element, steps: int, assumed: list[str]) -> tuple[GeniusIssue, ...]:
    """Return the issues below an element, in the order of their indices.

    Parameters
    ----------
    root
        Anything with ``issue`` elements somewhere below it.
    steps
        How many values an issue of numbers is cut into at the most, from 2 to ``MOST_VALUES``.
    assumed
        Gets a sentence for each thing that is not as the files say.

    Raises
    ------
    FileError
        If there is no issue, there are too many, or one has no values or too many.
    """
    found = list(_indexed(root))
    if not found:
        raise FileError(tr("there is no issue in it."))
    if len(found) > MOST_ISSUES:
        message = tr("it has {n} issues, at most {most} can be.", n=len(found), most=MOST_ISSUES)
        raise FileError(message)
    found.sort(key=lambda pair: pair[0])
    indices = [index for index, _ in found]
    if len(set(indices)) < len(indices):
        raise FileError(tr("two issues have the same index. Give each its own."))
    return tuple(_issue(index, element, steps, assumed) for index, element in found)


def _indexed(root: Element) -> Iterator[tuple[int, Element]]:
    for place, element in enumerate(root.iter("issue"), start=1):
        index = index_of(element)
        yield (place if index is None else index), element


def _issue(index: int, element: Element, steps: int, assumed: list[str]) -> GeniusIssue:
    name = label_of(element.get("name")) or tr("Issue {n}", n=index)
    span = span_of(element)
    if span is not None:
        return _numbers(index, name, span, (steps, assumed))
    values = item_labels(element)
    if not values:
        raise FileError(tr("the issue “{issue}” has no values.", issue=name))
    if len(values) > MOST_VALUES:
        message = tr(
            "the issue “{issue}” has {n} values; at most {most} can be. Split it into two issues, "
            "or leave values out.",
            issue=name,
            n=len(values),
            most=MOST_VALUES,
        )
        raise FileError(message)
    if len(set(values)) < len(values):
        assumed.append(
            tr(
                "“{issue}” has two values of the same name; they are told apart by place.",
                issue=name,
            )
        )
    return GeniusIssue(index, name, values)


def item_labels(element: Element) -> tuple[str, ...]:
    """Return the values of an issue in words, in the order of the file."""
    return tuple(
        label_of(item.get("value")) or tr("value {n}", n=place)
        for place, item in enumerate(element.findall("item"), start=1)
    )


def span_of(element: Element) -> Span | None:
    """Return what an issue of numbers runs over; None for an issue of words.

    Raises :class:`FileError` if its bounds are missing or out of order.
    """
    kind = kind_of(element)
    if kind not in NUMBERS:
        return None
    inner = element.find("range")
    bounds: list[float] = []
    for name in ("lowerbound", "upperbound"):
        here = number_of(element.get(name))
        within = None if inner is None else number_of(inner.get(name))
        bounds += [number for number in (here, within) if number is not None][:1]
    if len(bounds) < 2 or bounds[0] > bounds[1]:
        message = tr(
            "the issue “{issue}” runs over numbers, but its lower and upper bound are missing or "
            "out of order.",
            issue=label_of(element.get("name")),
        )
        raise FileError(message)
    return Span(bounds[0], bounds[1], kind == "integer")


def _numbers(index: int, name: str, span: Span, told: tuple[int, list[str]]) -> GeniusIssue:
    steps, assumed = told
    numbers = stepped(span, steps)
    is_whole_range = span.is_whole and len(numbers) == span.high - span.low + 1
    if not is_whole_range and len(numbers) > 1:
        assumed.append(
            tr(
                "“{issue}” runs over numbers from {low:.10g} to {high:.10g}; {n} of them are "
                "taken: {numbers}.",
                issue=name,
                low=span.low,
                high=span.high,
                n=len(numbers),
                numbers=", ".join(map(number_words, numbers)),
            )
        )
    return GeniusIssue(index, name, tuple(map(number_words, numbers)), numbers)


def number_words(number: float) -> str:
    """Return a number in as few digits as tell it."""
    return f"{number:.10g}"


def stepped(span: Span, steps: int) -> tuple[float, ...]:
    """Return numbers over a span at equal distances, both ends included; whole ones once each."""
    width = span.high - span.low
    if width == 0:
        return (span.low,)
    if span.is_whole and width < steps:
        steps = int(width) + 1
    raw = [span.low + width * place / (steps - 1) for place in range(steps)]
    return tuple(dict.fromkeys(float(round(each)) if span.is_whole else each for each in raw))
