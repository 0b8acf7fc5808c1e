"""Cases on another scale: the same answers, with all points or one side's multiplied."""

import json

from explorer.files.resources import resource
from explorer.model.case import Case
from explorer.model.issue import Role

KOREA = resource("cases", "korea.json").read_text(encoding="utf-8")
POINTS = {"cost", "benefit", "sender_stakes", "target_stakes", "points"}
"""Parts of a case whose numbers are points, but for shares and factors inside them."""

NO_POINTS = {"growth", "verification", "discount", "neutral"}


def scaled(factor: float) -> str:
    """Return the Korea case with all points multiplied."""

    def changed(part: object, key: str, *, is_points: bool) -> object:
        if isinstance(part, dict):
            return {
                name: changed(
                    each, name, is_points=name not in NO_POINTS and (is_points or name in POINTS)
                )
                for name, each in part.items()
            }
        if isinstance(part, list):
            return [changed(each, key, is_points=is_points) for each in part]
        # The ends of a series are factors; those of a single number are points.
        return part * factor if is_points and isinstance(part, int | float) else part

    case = changed(json.loads(KOREA), "", is_points=False)
    return json.dumps(_with_factors(case, factor))


def _with_factors(part: object, factor: float) -> object:
    """Undo the scaling of the factors between which a series lies."""
    if isinstance(part, list):
        return [_with_factors(each, factor) for each in part]
    if not isinstance(part, dict):
        return part
    kept = {name: _with_factors(each, factor) for name, each in part.items()}
    if "values" in kept and isinstance(kept["values"], list) and "low" in kept:
        kept |= {name: kept[name] / factor for name in ("low", "high")}
    return kept


def scaled_side(case: Case, role: Role, factor: float) -> Case:
    """Return a case with all points of one side multiplied; those of the other stay.

    A side's points are what its own issues cost it, what the other's bring it, and its stakes.
    """
    content = case.model_dump()
    for issue in content["issues"]:
        judged = "cost" if issue["given_by"] == role else "benefit"
        issue[judged] = _multiplied(issue[judged], factor)
    stakes = f"{role}_stakes"
    content[stakes] = _multiplied(content[stakes], factor)
    return Case.model_validate(content)


def _multiplied(part: object, factor: float) -> object:
    if isinstance(part, list | tuple):
        return [_multiplied(each, factor) for each in part]
    if not isinstance(part, dict):
        return part
    if isinstance(part.get("values"), list | tuple):
        # The ends of a series are factors already.
        return {**part, "values": [value * factor for value in part["values"]]}
    if "value" in part:
        return part | {name: part[name] * factor for name in ("value", "low", "high")}
    return {
        name: each * factor
        if name == "points" and isinstance(each, float)
        else each
        if name in NO_POINTS
        else _multiplied(each, factor)
        for name, each in part.items()
    }
