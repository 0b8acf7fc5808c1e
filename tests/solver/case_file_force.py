"""The model worked out from a case file as it lies on the disk, with numpy and nothing of ours.

It reads plain JSON, so that neither the program's records nor its defaults can hide a mistake, and
it works out every package. Case files that this reads name every option and every number.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Json = dict[str, Any]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

NEAR = 1e-9


class CaseFile:
    """All packages of a case file under some values of its controls.

    Parameters
    ----------
    case
        The parsed file.
    values
        By control id, every control; scales from 0 to 100.
    """

    def __init__(self, case: Json, values: Mapping[str, float]) -> None:
        self.case, self.values = case, values
        given = {role: [i for i in case["issues"] if i["given_by"] == role] for role in ROLES}
        self.issues: list[Json] = [*given["target"], *given["sender"]]
        shape = [len(issue["levels"]) for issue in self.issues]
        axes = np.meshgrid(*(np.arange(n) for n in shape), indexing="ij", sparse=True)
        self.level = dict(zip((issue["id"] for issue in self.issues), axes, strict=True))
        self.shape = tuple(shape)

    def members(self) -> Flags:
        """Return which packages are in the deal zone, in the order of package numbers."""
        both = self._gives("target") & self._gives("sender")
        found = both & (self._sender_gain() >= -NEAR) & (self._target_gain() >= -NEAR)
        for control in self.case["controls"]:
            found = found & self._keeps(control)
        return np.broadcast_to(found, self.shape).reshape(-1)

    def _gives(self, role: str) -> Flags:
        own = [i for i in self.issues if i["given_by"] == role]
        return np.any(
            np.stack(np.broadcast_arrays(*(self.level[i["id"]] > 0 for i in own))), axis=0
        )

    def _share(self, control: str) -> float:
        return self.values[control] / 100

    def _option(self, kind: str) -> Json | None:
        for choice in self.case.get("structure", []):
            if choice["kind"] == kind:
                return next(o for o in choice["options"] if o["id"] == choice["default"])
        return None

    def _cost(self, issue: Json) -> Floats:
        points = np.array(issue["cost"]["base"]["values"], dtype=float)
        for slope in issue["cost"].get("slopes", []):
            points = points + np.array(slope["series"]["values"]) * self._share(slope["control"])
        return points[self.level[issue["id"]]]

    def _sender_gain(self) -> Floats:
        stakes = self.case["sender_stakes"]
        trust = self._share(stakes["credibility"])
        option = self._option("trust_and_verification")
        total = np.asarray(self._headline(stakes))
        for issue in self.issues:
            if issue["given_by"] == "sender":
                total = total - self._cost(issue)
            elif issue.get("benefit"):
                seen = self._seen(issue)
                if option is not None and option["rule"] == "replace":
                    kept = 1 - (1 - seen) * (1 - trust)
                else:
                    kept = seen * trust
                total = total + self._worth(issue) * kept
        return self._over_waiting(stakes, total)

    def _worth(self, issue: Json) -> Floats:
        points = np.array(issue["benefit"]["points"]["values"], dtype=float)
        growth = issue["benefit"].get("growth")
        if growth:
            fixed = growth["fixed_share"]["value"]
            points = points * (fixed + (1 - fixed) * self._share(growth["control"]))
        return points[self.level[issue["id"]]]

    def _seen(self, issue: Json) -> Floats:
        verification = issue["benefit"].get("verification")
        if not verification:
            return np.ones(())
        table = np.array(verification["multipliers"], dtype=float)
        return table[self.level[issue["id"]], self.level[verification["issue"]]]

    def _target_gain(self) -> Floats:
        stakes = self.case["target_stakes"]
        total = np.asarray(self._headline(stakes))
        for issue in self.issues:
            if issue["given_by"] == "target":
                total = total - self._cost(issue)
            elif issue.get("benefit"):
                points = np.array(issue["benefit"]["points"]["values"], dtype=float)
                factor = self._discount(issue["benefit"].get("discount"))
                worth = points[self.level[issue["id"]]] * factor
                total = total + worth * self._share(stakes["credibility"])
        return self._over_waiting(stakes, total)

    def _over_waiting(self, stakes: Json, worth: Floats) -> Floats:
        ceiling, waiting = stakes.get("ceiling"), self._waiting(stakes)
        counted = np.minimum(worth, max(ceiling["points"], waiting)) if ceiling else worth
        return np.asarray(counted - waiting)

    def _discount(self, name: str | None) -> float:
        for discount in self.case["discounts"]:
            if discount["id"] == name:
                lost = sum(self._slope(slope) for slope in discount["slopes"])
                return max(discount["floor"]["value"], 1 - lost)
        return 1.0

    def _slope(self, slope: Json) -> float:
        neutral = slope.get("neutral", 0)
        return slope["amount"]["value"] * (self.values[slope["control"]] - neutral) / 100

    def _headline(self, stakes: Json) -> float:
        return stakes["headline"]["points"]["value"] * self._share(stakes["headline"]["will"])

    def _waiting(self, stakes: Json) -> float:
        return stakes["waiting"]["base"]["value"] + sum(
            self._slope(slope) * self._ending(slope.get("ends"))
            for slope in stakes["waiting"]["slopes"]
        )

    def _ending(self, name: str | None) -> float:
        if name is None:
            return 1.0
        for choice in self.case.get("structure", []):
            if choice["kind"] == "ending_share" and choice["share"] == name:
                option = next(o for o in choice["options"] if o["id"] == choice["default"])
                if option.get("fixed") is not None:
                    return option["fixed"]
        return next(e["share"]["value"] for e in self.case["ending_shares"] if e["id"] == name)

    def _keeps(self, control: Json) -> Flags:
        kind = control["kind"]
        if kind == "scale":
            return np.ones((), dtype=bool)
        value = self.values[control["id"]]
        if kind == "limit":
            return self._keeps_limit(control, value)
        option = self._option("coherence") if kind == "coherence" else None
        if not value or (option is not None and not option["is_on"]):
            return np.ones((), dtype=bool)
        if kind == "guard":
            return self._stakeholder(control["stakeholder"]) >= -NEAR
        if kind == "consent":
            needs = [control["needs"], *control.get("also_needs", [])]
            met = np.ones((), dtype=bool)
            for need in needs:
                met = met & (self.level[need["issue"]] >= need["at_least"])
            return (self.level[control["issue"]] < control["level"]) | met
        kept = ~self._fits(control["when"])
        for pattern in control["requires"]:
            kept = kept | self._fits(pattern)
        return kept

    def _keeps_limit(self, control: Json, value: float) -> Flags:
        level = self.level[control["issue"]]
        kept = level <= value if control["bound"] == "at_most" else level >= value
        unless = control.get("unless")
        if unless:
            kept = kept | (self.level[unless["issue"]] >= unless["at_least"])
        return kept

    def _fits(self, pattern: Json) -> Flags:
        found = np.ones((), dtype=bool)
        for issue, span in pattern.items():
            found = found & (self.level[issue] >= span.get("at_least", 0))
            if span.get("at_most") is not None:
                found = found & (self.level[issue] <= span["at_most"])
        return found

    def _stakeholder(self, name: str) -> Floats:
        who = next(each for each in self.case["stakeholders"] if each["id"] == name)
        total: Floats = np.zeros(())
        for issue, series in who["points"].items():
            total = total + np.array(series["values"], dtype=float)[self.level[issue]]
        for term in self._terms(who):
            total = total + term["points"]["value"] * self._fits(term["when"])
        return total

    @staticmethod
    def _terms(who: Json) -> Iterator[Json]:
        yield from who.get("terms", [])


ROLES = ("target", "sender")
