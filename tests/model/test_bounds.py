"""Every number, list and text of a case and a document has bounds, and none can be passed."""

import json
from collections.abc import Iterator
from typing import Any, cast

import pytest
from pydantic import TypeAdapter, ValidationError

from explorer.files.case_file import bundled_case
from explorer.files.saved import SavedDocument
from explorer.model.assumption import Estimate, assumption, assumptions, with_estimates, with_likely
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.parameter import refusal
from explorer.model.quantity import SHARES
from explorer.model.record import Record

CASE = bundled_case()

# A case as a Python value, in which a test may break anything.
Raw = dict[str, Any]
HUGE = (1e308, -1e308, 1e150, -1e150, 2e7)


def open_ends(schema: Raw, place: str = "") -> Iterator[str]:
    """Yield the places of a JSON Schema at which a value may be as large as it likes."""
    kind = schema.get("type")
    if "const" in schema or "enum" in schema or schema.get("format") == "date":
        return
    wanted = {
        "number": {"minimum", "maximum"},
        "integer": {"minimum", "maximum"},
        "array": {"maxItems"},
        "string": {"maxLength"},
    }.get(str(kind), set[str]())
    has = {key.replace("exclusiveM", "m") for key in schema}
    if wanted - has:
        yield place
    if isinstance(schema.get("additionalProperties"), dict) and "maxProperties" not in schema:
        yield place
    for key in ("properties", "$defs"):
        for name, part in schema.get(key, {}).items():
            yield from open_ends(part, f"{place}.{name}")
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield from open_ends(schema[key], f"{place}.{key}")
    for key in ("anyOf", "oneOf", "prefixItems"):
        for part in schema.get(key, []):
            yield from open_ends(part, place)


@pytest.mark.parametrize("model", [Case, SavedDocument, Record])
def test_no_number_list_or_text_is_without_bounds(
    model: type[Case | SavedDocument | Record],
) -> None:
    schema = TypeAdapter(model).json_schema()
    # Days carry their bounds in the validator; JSON Schema has no word for them.
    assert not list(open_ends(schema))


def lists_of(schema: Raw) -> dict[str, int]:
    """Return how many entries the lists directly in a case may have."""
    return {
        name: part["maxItems"]
        for name, part in schema["properties"].items()
        if part.get("type") == "array"
    }


@pytest.mark.parametrize(("name", "most"), lists_of(Case.model_json_schema()).items())
def test_a_list_with_one_entry_too_many_is_refused_by_name(name: str, most: int) -> None:
    changed = with_estimates(CASE, {"issues.stat.benefit.points": Estimate((0, 1, 2, 3), 0.7, 1.3)})
    raw = changed.model_dump(mode="json")
    items = cast("list[object]", raw[name]) or [{}]
    raw[name] = [items[place % len(items)] for place in range(most + 1)]
    with pytest.raises(ValidationError) as caught:
        Case.model_validate_json(json.dumps(raw), strict=True)
    assert ((name,), "too_long") in {
        (detail["loc"], detail["type"]) for detail in caught.value.errors()
    }


@pytest.mark.parametrize("value", HUGE)
def test_no_assumption_takes_a_huge_number(value: float) -> None:
    for item in assumptions(CASE):
        values = (*item.estimate.values[:-1], value)
        reason = refusal(item, with_likely(item.estimate, values, item.bounds))
        assert f"{item.bounds.lowest:,.10g} to {item.bounds.highest:,.10g}" in reason
        with pytest.raises(ScenarioError, match="is not possible here"):
            with_estimates(CASE, {item.id: Estimate(values, item.estimate.low, item.estimate.high)})


@pytest.mark.parametrize("end", ["low", "high"])
def test_no_range_reaches_beyond_the_bounds(end: str) -> None:
    for item in assumptions(CASE):
        for value in HUGE:
            ends = {"low": item.estimate.low, "high": item.estimate.high, end: value}
            assert refusal(item, Estimate(item.estimate.values, **ends))


def test_a_range_that_moves_with_its_value_stops_at_the_bounds() -> None:
    item = assumption(CASE, "issues.srbm.benefit.growth.fixed_share")
    wide = Estimate((0.5,), 0.25, 0.75)
    assert with_likely(wide, (0.9,), SHARES) == Estimate((0.9,), 0.45, 1)
    assert not refusal(item, with_likely(wide, (1.0,), SHARES))


SCALED = "stakeholders.south-korea-2025.points.icbm"
"""What a lens of the case multiplies."""


def test_a_lens_that_leads_beyond_the_bounds_is_refused() -> None:
    raw = CASE.model_dump(mode="json")
    lens = next(lens for lens in raw["lenses"] if lens["assumptions"].get(SCALED, 0) > 1)
    seoul = next(each for each in raw["stakeholders"] if each["id"] == "south-korea-2025")
    seoul["points"]["icbm"]["values"][-1] = 9_000_000
    told = f"lenses.{lens['id']}.assumptions.*times {lens['assumptions'][SCALED]:g}"
    with pytest.raises(ValidationError, match=told):
        Case.model_validate_json(json.dumps(raw), strict=True)


def test_an_edit_at_the_bounds_is_no_quarrel_with_a_lens() -> None:
    """A lens multiplies what the case gave at first, whatever stands there now."""
    now = assumption(CASE, SCALED).estimate
    edit = Estimate((*now.values[:-1], 9_000_000), now.low, now.high)
    assert with_estimates(CASE, {SCALED: edit}).changes
