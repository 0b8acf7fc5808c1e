"""Parameters: every number of a case that can be edited, found by walking through the case."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite
from typing import TYPE_CHECKING, Literal, cast

from explorer.model.estimate import AssumptionChange, Estimate
from explorer.model.issue import Verification
from explorer.model.quantity import (
    HIGH_FACTORS,
    LOW_FACTORS,
    POINTS,
    SHARES,
    Bounds,
    Frozen,
    Quantity,
    Series,
)
from explorer.model.structure import CoherenceChoice, EndingChoice, TrustChoice
from explorer.model.wording import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Kind = Literal["number", "levels", "shares", "choice"]
"""One number, one for each level of an issue, one share for each level of verification, or
a choice between structures.

A structure choice counts as the place of the option that stands, from 0.
"""

CHOICES = (TrustChoice, EndingChoice, CoherenceChoice)

AnyChoice = TrustChoice | EndingChoice | CoherenceChoice

Path = tuple[str | int, ...]
"""The fields and places that lead from a case to one of its parts."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """Where a number or a row of numbers stands in a case, and what it is now.

    ``id`` is the path with ids in place of numbers, joined by dots. ``bounds`` are those of the
    likely values, and where there is only one, of its low and high value too. ``options`` are
    (id, name) of a choice's options, in order; empty for numbers.
    """

    id: str
    path: Path
    kind: Kind
    bounds: Bounds
    estimate: Estimate
    unit: str
    source: str
    note: str
    options: tuple[tuple[str, str], ...] = ()


def parameters(part: Frozen) -> Iterator[Parameter]:
    """Yield every parameter below a part of a case, in the order of the case.

    ``part``: A whole case, or anything in one; ids and paths start there.
    """
    yield from _below(part, (), ())


def edited_fields(part: Frozen, edits: Mapping[Path, Estimate]) -> dict[str, object]:
    """Return the fields of a part with some parameters replaced, fit to be validated.

    ``edits``: By path from there, what is to stand; each has passed :func:`refusal`.
    """
    below: dict[str, dict[Path, Estimate]] = {}
    for path, estimate in edits.items():
        below.setdefault(str(path[0]), {})[path[1:]] = estimate
    return {
        name: _edited(value, below[name]) if name in below else value
        for name, value in _fields(part).items()
    }


def refusal(parameter: Parameter, estimate: Estimate) -> str:
    """Return why an estimate cannot stand in a parameter's place; empty if it can."""
    values, low, high = estimate.values, estimate.low, estimate.high
    if len(values) != len(parameter.estimate.values):
        return tr(
            "{given} values were given, but {wanted} are needed.",
            given=len(values),
            wanted=len(parameter.estimate.values),
        )
    if not all(map(isfinite, (*values, low, high))):
        return tr("Only ordinary numbers are possible here.")
    numbers = values if parameter.kind in ("levels", "shares") else (*values, low, high)
    for value in numbers:
        if value not in parameter.bounds:
            return _bounds_refusal(value, parameter.bounds)
    refuse = {
        "number": _number_refusal,
        "levels": _levels_refusal,
        "shares": _shares_refusal,
        "choice": _choice_refusal,
    }
    return refuse[parameter.kind](values, low, high)


def with_likely(estimate: Estimate, values: tuple[float, ...], bounds: Bounds = POINTS) -> Estimate:
    """Return an estimate with other likely values.

    The range of a single number stays where it holds the new value; where it does not, it moves
    in proportion, so that "30 per cent either way" stays that, as far as the bounds allow.
    Factors stay as they are.

    Parameters
    ----------
    estimate
        What the new values replace.
    values
        As many as before; a range of factors, over several values, always holds them.
    bounds
        Those of the number; they say nothing about the new value itself.
    """
    if len(values) != 1 or len(estimate.values) != 1:
        return Estimate(values, estimate.low, estimate.high)
    old, new = estimate.values[0], values[0]
    if estimate.low <= new <= estimate.high or not isfinite(new):
        return Estimate(values, estimate.low, estimate.high)
    if old == 0:
        ends = (new + estimate.low, new + estimate.high)
    else:
        ends = (estimate.low * new / old, estimate.high * new / old)
    low, high = max(min(ends), bounds.lowest), min(max(ends), bounds.highest)
    # Neither rounding nor the bounds must put the value outside its own range.
    return Estimate(values, min(low, new), max(high, new))


def scaled_estimate(item: Parameter, factor: float) -> Estimate:
    """Return a parameter's estimate times a factor.

    A single number's range widens to hold it. A factor of 0 leaves the number out with its range:
    who holds that there is no such thing does not hold that there might be some.
    """
    values = tuple(factor * value for value in item.estimate.values)
    low, high = item.estimate.low, item.estimate.high
    if item.kind == "number" and not factor:
        return Estimate(values, low=0, high=0)
    if item.kind == "number":
        low, high = min(low, *values), max(high, *values)
    return Estimate(values, low, high)


def change_problems(
    items: Iterable[Parameter], changes: tuple[AssumptionChange, ...]
) -> Iterator[str]:
    """Yield a sentence for each change that does not fit what stands in a case.

    ``items``: The parameters of the case with all changes made.
    """
    if not changes:
        return
    known = {parameter.id: parameter for parameter in items}
    for repeated, count in Counter(change.id for change in changes).items():
        if count > 1:
            yield f'changes: the assumption "{repeated}" stands {count} times'
    for change in changes:
        parameter = known.get(change.id)
        if parameter is None:
            yield f'changes: there is no assumption "{change.id}"'
        elif parameter.estimate != change.now:
            yield f"changes.{change.id}: another value stands in the case"
        elif reason := refusal(parameter, change.was):
            yield f"changes.{change.id}.was: {reason}"


def _below(value: object, ids: tuple[str, ...], path: Path) -> Iterator[Parameter]:
    if isinstance(value, Quantity | Series):
        yield _leaf(value, ids, path)
    elif isinstance(value, CHOICES):
        yield _choice(value, ids, path)
    elif isinstance(value, Verification):
        yield from _rows(value, ids, path)
    else:
        for key, id_, inner in _children(value):
            yield from _below(inner, (*ids, id_), (*path, key))


def _children(value: object) -> Iterator[tuple[str | int, str, object]]:
    """Yield (key, id, child) of whatever can hold parameters."""
    if isinstance(value, Frozen):
        yield from ((name, name, inner) for name, inner in _fields(value).items())
    elif isinstance(value, dict):
        for key, inner in cast("dict[str, object]", value).items():
            yield key, key, inner
    elif isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        ids = [_own_id(item) for item in items]
        # Parts that cannot be told apart by their ids are told apart by their places.
        is_clear = "" not in ids and len(set(ids)) == len(ids)
        for place, (id_, item) in enumerate(zip(ids, items, strict=True)):
            yield place, id_ if is_clear else str(place), item


def _fields(part: Frozen) -> dict[str, object]:
    # Iterating over a record would also give what it has worked out and keeps.
    return {name: getattr(part, name) for name in type(part).model_fields}


def _own_id(item: object) -> str:
    found = getattr(item, "id", getattr(item, "control", ""))
    return found if isinstance(found, str) else ""


def _leaf(value: Quantity | Series, ids: tuple[str, ...], path: Path) -> Parameter:
    is_number = isinstance(value, Quantity)
    return Parameter(
        id=".".join(ids),
        path=path,
        kind="number" if is_number else "levels",
        bounds=value.bounds if is_number else POINTS,
        estimate=Estimate(
            (value.value,) if is_number else value.values, low=value.low, high=value.high
        ),
        unit=value.unit,
        source=value.source,
        note=value.note,
    )


def _rows(value: Verification, ids: tuple[str, ...], path: Path) -> Iterator[Parameter]:
    # Level 0 of an issue is worth nothing, so that no share of it can matter.
    for place, row in enumerate(value.multipliers[1:], start=1):
        yield Parameter(
            id=".".join((*ids, "multipliers", str(place))),
            path=(*path, "multipliers", place),
            kind="shares",
            bounds=SHARES,
            estimate=Estimate(row, low=1, high=1),
            unit=tr("share at each verification level"),
            source=value.source,
            note="",
        )


def _choice(value: AnyChoice, ids: tuple[str, ...], path: Path) -> Parameter:
    place = value.place
    return Parameter(
        id=".".join(ids),
        path=path,
        kind="choice",
        bounds=Bounds(0, len(value.options) - 1),
        estimate=Estimate((place,), low=place, high=place),
        unit=tr("option"),
        source=value.source,
        note=value.reason,
        options=tuple((option.id, option.name) for option in value.options),
    )


def _edited(value: object, edits: Mapping[Path, Estimate]) -> object:
    here = edits.get(())
    if here is not None:
        return _replaced(value, here)
    if isinstance(value, Frozen):
        return type(value).model_validate(edited_fields(value, edits))
    below: dict[str | int, dict[Path, Estimate]] = {}
    for path, estimate in edits.items():
        below.setdefault(path[0], {})[path[1:]] = estimate
    children = {
        key: _edited(inner, below[key]) if key in below else inner
        for key, _, inner in _children(value)
    }
    return children if isinstance(value, dict) else tuple(children.values())


def _replaced(value: object, estimate: Estimate) -> object:
    span = {"low": estimate.low, "high": estimate.high}
    if isinstance(value, Quantity):
        return type(value).model_validate({**dict(value), "value": estimate.values[0], **span})
    if isinstance(value, Series):
        return Series.model_validate({**dict(value), "values": estimate.values, **span})
    if isinstance(value, CHOICES):
        chosen = value.options[int(estimate.values[0])].id
        return type(value).model_validate({**dict(value), "default": chosen})
    return estimate.values


def _choice_refusal(values: tuple[float, ...], low: float, high: float) -> str:
    place = values[0]
    if place != int(place):
        return tr("An option is meant by its place, a whole number, not by {value:g}.", value=place)
    if not low == place == high:
        return tr("An option has no range; only which one stands can be changed.")
    return ""


def _bounds_refusal(value: float, bounds: Bounds) -> str:
    return tr(
        "This number runs from {lowest} to {highest}; {value:g} is not possible here.",
        lowest=_plain(bounds.lowest),
        highest=_plain(bounds.highest),
        value=value,
    )


def _plain(number: float) -> str:
    return f"{number:,.10g}"


def _number_refusal(values: tuple[float, ...], low: float, high: float) -> str:
    value = values[0]
    if low <= value <= high:
        return ""
    return tr(
        "The low value {low:g} must not be above the likely {value:g}, "
        "and the high value {high:g} not below it.",
        low=low,
        value=value,
        high=high,
    )


def _levels_refusal(values: tuple[float, ...], low: float, high: float) -> str:
    if values[0] != 0:
        return tr("Level 0 must be worth 0, not {value:g}.", value=values[0])
    if low not in LOW_FACTORS or high not in HIGH_FACTORS:
        return tr(
            "Low and high are factors for all levels: low from {lowest} to 1, high from 1 to "
            "{highest}.",
            lowest=_plain(LOW_FACTORS.lowest),
            highest=_plain(HIGH_FACTORS.highest),
        )
    return ""


def _shares_refusal(values: tuple[float, ...], low: float, high: float) -> str:
    if low != 1 or high != 1:
        return tr("These shares have no range; only their likely values can be changed.")
    if any(later < earlier for earlier, later in pairwise(values)):
        return tr("More verification must never leave a smaller share.")
    return ""
