"""Tables of a role play on the gains picture: one mark for each package, and one table's offers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from explorer.figures.choice import Choice
from explorer.figures.outside_words import why_outside
from explorer.figures.phrase import listed, membership_words
from explorer.model.case import Case
from explorer.model.issue import Role
from explorer.model.package import Package
from explorer.model.result import Floats, Result, TermSheet
from explorer.model.table_result import TableResult
from explorer.model.wording import tr, tr_n

GainKind = Literal[
    "package", "nash", "kalai_smorodinsky", "ideal", "waiting", "selected", "table", "offer"
]
"""What a mark on the gains picture stands for."""


@dataclass(frozen=True, slots=True)
class GainMark:
    """A point with a name; gains over waiting, x the sender's and y the target's.

    ``is_in_zone`` tells of a package that no red line keeps it out. ``gains`` are both sides'
    where they are beyond the axes, so that the mark stands at their edge.
    """

    kind: GainKind
    name: str
    label: str
    words: str
    x: float
    y: float
    package: Package | None
    is_in_zone: bool = False
    gains: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class ShownTables:
    """What tables did, as the gains picture of one scenario shows it.

    Attributes
    ----------
    results
        Each with its package as a deal under this scenario, None without an agreement.
    offers
        Those of one table in order: who made each, and the deal that it is.
    hides_names
        Whether no table is named.
    choices
        What can be chosen about them.
    is_kept
        Whether they are judged by settings that were kept with their role sheets, and that are
        others than those on screen.
    """

    results: tuple[tuple[TableResult, TermSheet | None], ...] = ()
    offers: tuple[tuple[Role, TermSheet], ...] = ()
    hides_names: bool = False
    choices: tuple[Choice, ...] = ()
    is_kept: bool = False


def table_marks(case: Case, shown: ShownTables) -> Iterator[GainMark]:
    """Yield a mark for each offer, then one for each package that tables agreed on."""
    for number, (by, sheet) in enumerate(shown.offers, start=1):
        party = case.party(by).short
        name = tr("Offer {number} of {party}", number=number, party=party)
        yield _mark("offer", name, tr("{number}", number=number), "", sheet)
    agreed: dict[Package, list[tuple[str, TermSheet]]] = {}
    for result, sheet in shown.results:
        if sheet is not None:
            agreed.setdefault(sheet.package, []).append((result.name, sheet))
    for tables in agreed.values():
        names = [name for name, _ in tables]
        sheet = tables[0][1]
        words = membership_words(sheet.is_in_zone, why_outside(sheet))
        yield _mark("table", *_names(names, shown.hides_names), words, sheet)


def offer_path(shown: ShownTables) -> tuple[Floats, Floats]:
    """Return both sides' gains along the offers, as far as the axes show them."""
    gains = [_seen(sheet) for _, sheet in shown.offers]
    x, y = np.array(gains, dtype=np.float64).reshape(-1, 2).T
    return x, y


def without_deal(shown: ShownTables) -> tuple[str, str]:
    """Return how many tables ended without a deal, for a label and in a sentence; "" for none."""
    names = [result.name for result, sheet in shown.results if sheet is None]
    if not names:
        return "", ""
    label = tr_n("no deal: {n} table", "no deal: {n} tables", len(names))
    told = tr_n("{n} table ended here.", "{n} tables ended here.", len(names))
    if shown.hides_names:
        return label, told
    return label, tr("{told} {names}.", told=told, names=listed(names))


def tables_sentence(result: Result, shown: ShownTables) -> str:
    """Return how many tables agreed, and where their agreements lie."""
    sheets = [sheet for _, sheet in shown.results if sheet is not None]
    corners = set(zip(result.frontier.sender_gain, result.frontier.target_gain, strict=True))
    inside = [sheet for sheet in sheets if sheet.is_in_zone]
    best = sum((sheet.sender_gain, sheet.target_gain) in corners for sheet in inside)
    told = tr_n(
        "{agreed} of {n} table agreed: {inside} in the deal zone, {best} on its frontier.",
        "{agreed} of {n} tables agreed: {inside} in the deal zone, {best} on its frontier.",
        len(shown.results),
        agreed=len(sheets),
        inside=len(inside),
        best=best,
    )
    if not shown.is_kept:
        return told
    return tr("{told} Judged by the settings of the role sheets, not those on screen.", told=told)


def furthest(shown: ShownTables) -> tuple[float, float]:
    """Return the largest gains of either side among what is shown; 0 at least."""
    sheets: Iterable[TermSheet] = (
        *(sheet for _, sheet in shown.results if sheet is not None),
        *(sheet for _, sheet in shown.offers),
    )
    seen = [(0.0, 0.0), *map(_seen, sheets)]
    return max(x for x, _ in seen), max(y for _, y in seen)


def _mark(kind: GainKind, name: str, label: str, words: str, sheet: TermSheet) -> GainMark:
    x, y = _seen(sheet)
    gains = sheet.sender_gain, sheet.target_gain
    told = None if gains == (x, y) else gains
    return GainMark(kind, name, label, words, x, y, sheet.package, sheet.is_in_zone, told)


def _names(names: list[str], hides_names: bool) -> tuple[str, str]:
    """Return the name of what tables agreed on, and its label."""
    number = len(names)
    if hides_names:
        label = tr("{n}×", n=number) if number > 1 else ""
        return tr_n("{n} table", "{n} tables", number), label
    return listed(names), listed(map(_short, names))


def _short(name: str) -> str:
    """Return the number of a table that has no other name, as its label."""
    *_, number = name.split()
    return number if name == tr("Table {number}", number=number) else name


def _seen(sheet: TermSheet) -> tuple[float, float]:
    """Return where a package stands on axes that begin at what waiting brings."""
    return max(sheet.sender_gain, 0.0), max(sheet.target_gain, 0.0)
