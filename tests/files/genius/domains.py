"""Genius domains made for tests: written as XML, and worked out by the written rule alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from random import Random
from xml.sax.saxutils import quoteattr


@dataclass
class Judged:
    """What a party makes of a domain: weights, evaluations by issue, reservation value."""

    weights: list[float]
    evaluations: list[list[float]]
    reservation: float | None = 0.0
    extra: str = ""

    def utility(self, choice: Sequence[int]) -> float:
        """Return the utility of a package, cut at 1 as Genius does."""
        total = 0.0
        for weight, own, value in zip(self.weights, self.evaluations, choice, strict=True):
            largest = max(own)
            total += weight * own[value] / largest if largest else 0.0
        return min(total, 1.0)


@dataclass
class Made:
    """A domain: its issues with their values, and both parties' judgement."""

    issues: list[tuple[str, list[str]]]
    parties: list[Judged] = field(default_factory=list[Judged])

    def domain_text(self) -> str:
        return (
            '<negotiation_template><utility_space number_of_issues="0">'
            f"{self._tree(None)}</utility_space></negotiation_template>"
        )

    def profile_text(self, party: Judged) -> str:
        weights = "".join(
            f'<weight index="{place}" value="{weight!r}"></weight>'
            for place, weight in enumerate(party.weights, start=1)
        )
        given = party.reservation
        reservation = "" if given is None else f'<reservation value="{given!r}"/>'
        return (
            f"<utility_space>{reservation}{self._tree(party, weights)}{party.extra}</utility_space>"
        )

    def write(self, folder: Path, names: Sequence[str] = ("buyer", "seller")) -> Path:
        folder.mkdir(exist_ok=True)
        (folder / "shop-domain.xml").write_text(self.domain_text(), encoding="utf-8")
        for name, party in zip(names, self.parties, strict=True):
            text = self.profile_text(party)
            (folder / f"shop-{name}.xml").write_text(text, encoding="utf-8")
        return folder

    def packages(self) -> list[tuple[int, ...]]:
        return list(product(*(range(len(values)) for _, values in self.issues)))

    def _tree(self, party: Judged | None, inside: str = "") -> str:
        issues: list[str] = []
        for place, (name, values) in enumerate(self.issues):
            items = [
                f'<item index="{number}" value={quoteattr(value)} cost="0"'
                + (
                    ""
                    if party is None
                    else f' evaluation="{party.evaluations[place][number - 1]!r}"'
                )
                + "></item>"
                for number, value in enumerate(values, start=1)
            ]
            issues.append(
                f'<issue index="{place + 1}" name={quoteattr(name)} type="discrete" '
                f'etype="discrete" vtype="discrete">{"".join(items)}</issue>'
            )
        return (
            '<objective index="0" name="Shop" description="" type="objective" '
            f'etype="objective">{"".join(issues)}{inside}</objective>'
        )


def small_domain(reservations: tuple[float | None, float | None] = (0.2, 0.3)) -> Made:
    """Return a domain of two issues: who wants what is opposed in one, shared in the other."""
    return Made(
        [("Price", ["$3.50", "$4", "$5, net"]), ("Delivery", ["now", "in a week"])],
        [
            Judged([0.7, 0.3], [[30, 20, 10], [5, 1]], reservations[0]),
            Judged([0.4, 0.6], [[1, 4, 8], [2, 6]], reservations[1]),
        ],
    )


def random_domain(seed: int, sums: tuple[float, float] = (1, 1)) -> Made:
    """Return a domain of one to five issues.

    ``sums``: What the weights of each party add up to.
    """
    random = Random(seed)
    issues = [
        (f"Issue {place}", [f"value {n}" for n in range(random.randint(1, 5))])
        for place in range(random.randint(1, 5))
    ]
    parties: list[Judged] = []
    for together in sums:
        raw = [random.randint(0, 6) for _ in issues]
        total = sum(raw) or 1
        weights = [together * weight / total for weight in raw]
        evaluations = [[float(random.randint(0, 9)) for _ in values] for _, values in issues]
        parties.append(Judged(weights, evaluations, random.choice([0.0, 0.3, 0.55, None])))
    return Made(issues, parties)
