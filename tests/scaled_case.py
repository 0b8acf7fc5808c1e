"""The Korea case on another scale: the same answers, with all points multiplied."""

import json

from explorer.files.resources import resource

KOREA = resource("cases", "korea.json").read_text(encoding="utf-8")
POINTS = {"cost", "benefit", "sender_stakes", "target_stakes", "points"}
"""Parts of a case whose numbers are points, but for shares and factors inside them."""

NO_POINTS = {"growth", "verification", "discount"}


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
