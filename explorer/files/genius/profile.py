"""One party's profile in a Genius file: weights, evaluations, the utility of no agreement.

For a package Genius adds up weight times evaluation over the issues. The evaluation of a value in
words is divided by the largest in its issue; that of a number is a function of it, kept within 0
to 1. Sources: genius.core.utility.AdditiveUtilitySpace, EvaluatorDiscrete, EvaluatorInteger,
EvaluatorReal and EVALFUNCTYPE of Genius 9.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.files.genius.domain import GeniusProfile
from explorer.files.genius.issues import index_of, item_labels, span_of
from explorer.files.genius.xml_text import label_of, number_of
from explorer.model.errors import FileError
from explorer.model.wording import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from explorer.files.genius.domain import GeniusIssue

SLACK = 1e-9
"""By how much weights may miss a sum of 1 before that is told."""


def profile_in(
    root: Element, issues: Sequence[GeniusIssue], name: str, assumed: list[str]
) -> GeniusProfile:
    """Return the profile of a party.

    Parameters
    ----------
    root
        The root of the profile's file.
    issues
        Those of the domain.
    name
        What to call the party.
    assumed
        Gets a sentence for each thing that is missing, or that is not counted here.

    Raises
    ------
    FileError
        If the profile is not additive, is of another domain, or has numbers that cannot be.
    """
    _refuse_nonlinear(root)
    weights = _weights(root)
    worth: list[tuple[float, ...]] = []
    for issue, element in zip(issues, matched(root, issues), strict=True):
        weight = weights.get(issue.index)
        if weight is None:
            words = tr("{party}: “{issue}” has no weight; it counts as 0.")
            assumed.append(words.format(party=name, issue=issue.name))
        evaluations = _evaluations(element, issue, name, assumed)
        worth.append(tuple((weight or 0.0) * each for each in evaluations))
    profile = GeniusProfile(name, tuple(worth), _reservation(root, name, assumed))
    _tell_cap(profile, sum(weights.get(issue.index, 0.0) for issue in issues), assumed)
    _tell_discount(root, name, assumed)
    return profile


def matched(root: Element, issues: Sequence[GeniusIssue]) -> list[Element]:
    """Return a profile's element for each issue of a domain, found by index, else by name.

    Raises :class:`FileError` if one is missing, or is another issue.
    """
    elements = list(root.iter("issue"))
    by_index = {index_of(element): element for element in reversed(elements)}
    by_name = {_name_key(element.get("name")): element for element in reversed(elements)}
    found: list[Element] = []
    for issue in issues:
        element = by_index.get(issue.index)
        if element is None or _name_key(element.get("name")) not in ("", _name_key(issue.name)):
            element = by_name.get(_name_key(issue.name))
        if element is None:
            message = tr(
                "it is no profile of this domain: there is no issue “{issue}” in it.",
                issue=issue.name,
            )
            raise FileError(message)
        found.append(element)
    return found


def _name_key(name: str | None) -> str:
    return label_of(name).casefold()


def _refuse_nonlinear(root: Element) -> None:
    is_told = root.get("type", "").strip().lower() == "nonlinear"
    if is_told or next(root.iter("ufun"), None) is not None:
        message = tr(
            "its utility is not additive (nonlinear, by regions of packages). Only profiles with "
            "weights and evaluations can be read."
        )
        raise FileError(message)


def _weights(root: Element) -> dict[int | None, float]:
    weights: dict[int | None, float] = {}
    for element in root.iter("weight"):
        weight = number_of(element.get("value"))
        if weight is None or weight < 0:
            message = tr(
                "the weight of issue {index} is no number from 0 up.",
                index=label_of(element.get("index")),
            )
            raise FileError(message)
        weights[index_of(element)] = weight
    return weights


def _evaluations(
    element: Element, issue: GeniusIssue, party: str, assumed: list[str]
) -> tuple[float, ...]:
    """Return the evaluation of each value of an issue, from 0 to 1."""
    if issue.numbers:
        return _of_numbers(element, issue, party, assumed)
    raw = _of_words(element, issue, party, assumed)
    largest = max(raw)
    if largest == 0:
        words = tr("{party}: no value of “{issue}” is worth anything.")
        assumed.append(words.format(party=party, issue=issue.name))
        return raw
    return tuple(each / largest for each in raw)


def _of_words(
    element: Element, issue: GeniusIssue, party: str, assumed: list[str]
) -> tuple[float, ...]:
    items = element.findall("item")
    labels = item_labels(element)
    if labels == issue.values:
        chosen = list(items)
    else:
        known = dict(zip(reversed(labels), reversed(items), strict=True))
        chosen = [known.get(value) for value in issue.values]
    found: list[float] = []
    for value, item in zip(issue.values, chosen, strict=True):
        text = None if item is None else item.get("evaluation")
        number = number_of(text)
        if text is None:
            words = tr("{party}: “{value}” of “{issue}” has no evaluation; it counts as 0.")
            assumed.append(words.format(party=party, value=value, issue=issue.name))
        elif number is None or number < 0:
            message = tr(
                "the evaluation of “{value}” in “{issue}” is no number from 0 up.",
                value=value,
                issue=issue.name,
            )
            raise FileError(message)
        found.append(number or 0.0)
    return tuple(found)


def _of_numbers(
    element: Element, issue: GeniusIssue, party: str, assumed: list[str]
) -> tuple[float, ...]:
    evaluator = element.find("evaluator")
    span = span_of(element)
    if evaluator is None or span is None:
        words = tr("{party}: “{issue}” has no evaluator; its values count as 0.")
        assumed.append(words.format(party=party, issue=issue.name))
        return (0.0,) * len(issue.numbers)
    if span.is_whole:
        offset, slope = _parameters(evaluator, ("offset", "slope"), issue)
        return tuple(_within(slope * (x - span.low) + offset) for x in issue.numbers)
    kind = (evaluator.get("ftype") or evaluator.get("type") or "linear").strip().lower()
    if kind == "linear":
        offset, slope = _parameters(evaluator, ("parameter0", "parameter1"), issue)
        return tuple(_within(slope * x + offset) for x in issue.numbers)
    if kind == "constant":
        (constant,) = _parameters(evaluator, ("parameter0",), issue)
        return (_within(constant),) * len(issue.numbers)
    if kind == "triangular":
        names = ("parameter0", "parameter1", "parameter2")
        low, high, top = _parameters(evaluator, names, issue)
        return tuple(triangular(x, low, high, top) for x in issue.numbers)
    message = tr(
        "the evaluator of “{issue}” is “{kind}”; only linear, constant and triangular ones can be "
        "read.",
        issue=issue.name,
        kind=label_of(kind),
    )
    raise FileError(message)


def _parameters(
    evaluator: Element, names: tuple[str, ...], issue: GeniusIssue
) -> tuple[float, ...]:
    numbers = [number_of(evaluator.get(name)) for name in names]
    found = tuple(number for number in numbers if number is not None)
    if len(found) < len(names):
        message = tr(
            "the evaluator of “{issue}” needs numbers for {names}.",
            issue=issue.name,
            names=", ".join(names),
        )
        raise FileError(message)
    return found


def _within(utility: float) -> float:
    return min(1.0, max(0.0, utility))


def triangular(x: float, low: float, high: float, top: float) -> float:
    """Return 0 at ``low`` and ``high``, 1 at ``top``, straight in between and 0 outside."""
    if low <= x < top:
        return (x - low) / (top - low)
    if top <= x < high:
        return 1 - (x - top) / (high - top)
    return 0.0


def _reservation(root: Element, party: str, assumed: list[str]) -> float:
    element = next(root.iter("reservation"), None)
    value = None if element is None else number_of(element.get("value"))
    if value is None:
        words = tr("{party}: no reservation value is given; no agreement counts as 0.")
        assumed.append(words.format(party=party))
        return 0.0
    if value > 1:
        message = tr(
            "its reservation value {value:g} is above 1, so that no package can be accepted.",
            value=value,
        )
        raise FileError(message)
    if value < 0:
        words = tr("{party}: the reservation value {value:g} is below 0 and counts as 0.")
        assumed.append(words.format(party=party, value=value))
    return max(0.0, value)


def _tell_cap(profile: GeniusProfile, weights: float, assumed: list[str]) -> None:
    if abs(weights - 1) > SLACK:
        words = tr("{party}: the weights add up to {sum:.6g}, not to 1; they stay as they are.")
        assumed.append(words.format(party=profile.name, sum=weights))
    if profile.best > 1 + SLACK:
        words = tr(
            "{party}: the best package adds up to {best:.6g}; what is above 1 counts as 1, as "
            "Genius cuts utilities there."
        )
        assumed.append(words.format(party=profile.name, best=profile.best))


def _tell_discount(root: Element, party: str, assumed: list[str]) -> None:
    element = next(root.iter("discount_factor"), None)
    factor = None if element is None else number_of(element.get("value"))
    if factor not in (None, 1.0):
        words = tr(
            "{party}: the discount factor {factor:.6g} is left out; nothing here loses by time."
        )
        assumed.append(words.format(party=party, factor=factor))
