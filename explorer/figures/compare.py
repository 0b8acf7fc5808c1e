"""The comparison of two results: settings that differ, zones that differ, and one sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from explorer.figures.assumption_words import full_title, moved_text
from explorer.figures.change import Change, moved_controls, zone_width
from explorer.figures.phrase import NOTICEABLE, capitalised, points_of
from explorer.figures.prices import width_word
from explorer.model.assumption import assumption, changed_assumptions, is_variation_of
from explorer.model.case import Case
from explorer.model.day_words import day_words
from explorer.model.result import BoardRow, Result
from explorer.model.wording import tr, tr_n


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs from a reference, which goes by ``name``.

    ``settings`` have a control each, ``assumptions`` a number of the case each, of which there
    are none unless one was edited, and ``zones`` a row each; a zone's words begin with a plus
    where it opened or grew and with a minus where it closed or shrank. ``sentence`` tells both
    numbers and the packages; ``no_settings`` and ``no_zones`` stand in place of an empty list.
    """

    name: str
    title: str
    sentence: str
    settings: tuple[Change, ...]
    assumptions: tuple[Change, ...]
    zones: tuple[Change, ...]
    no_settings: str
    no_zones: str

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        return not (self.settings or self.assumptions or self.zones)


def comparison(reference: Result, present: Result, *, name: str) -> Comparison:
    """Return what differs between two results of cases with the same controls and rows.

    Parameters
    ----------
    reference
        What differences are counted from: it stands left of each arrow.
    present
        What stands right of each arrow.
    """
    settings = tuple(moved_controls(reference, present))
    assumptions = tuple(_assumption_changes(reference.scenario.case, present.scenario.case))
    zones = tuple(_zone_changes(reference, present))
    counts = len(settings), len(assumptions), len(zones)
    return Comparison(
        name=name,
        title=tr("Compared with {name}", name=name),
        sentence=" ".join(
            (*_sentences(reference, present, name, counts), *_days(reference, present, name))
        ),
        settings=settings,
        assumptions=assumptions,
        zones=zones,
        no_settings="" if settings else tr("No setting differs."),
        no_zones="" if zones else tr("No zone differs."),
    )


def change_line(change: Change) -> str:
    """Return a change on one line."""
    return tr("{title}: {detail}", title=change.title, detail=change.detail)


def _sentences(
    reference: Result, present: Result, name: str, counts: tuple[int, int, int]
) -> Iterator[str]:
    settings, assumptions, zones = counts
    then, now = reference.zone.packages, present.zone.packages
    if not any(counts) and then == now:
        yield tr("Nothing differs from {name}.", name=name)
        return
    if settings:
        yield tr_n(
            "{n} setting differs from {name}.",
            "{n} settings differ from {name}.",
            settings,
            name=name,
        )
    else:
        yield tr("No setting differs from {name}.", name=name)
    if assumptions:
        yield tr_n("{n} assumption differs.", "{n} assumptions differ.", assumptions)
    yield tr_n("{n} zone differs.", "{n} zones differ.", zones) if zones else tr("No zone differs.")
    if then == now:
        yield tr_n(
            "In both, {n} package is in the deal zone.",
            "In both, {n} packages are in the deal zone.",
            now,
        )
    else:
        yield tr_n(
            "{n} package is in the deal zone instead of {then}.",
            "{n} packages are in the deal zone instead of {then}.",
            now,
            then=f"{then:,}",
        )


def _days(reference: Result, present: Result, name: str) -> Iterator[str]:
    """Say it where the two stand at different days."""
    here, there = present.scenario.as_of, reference.scenario.as_of
    if here is not None and there is not None and here != there:
        yield tr(
            "This is as of {here}, {name} as of {there}.",
            here=day_words(here),
            name=name,
            there=day_words(there),
        )


def _assumption_changes(old_case: Case, case: Case) -> Iterator[Change]:
    """Yield a change for each edited number that is not alike in two variations of a case."""
    if not is_variation_of(case, old_case):
        return
    edited = (*changed_assumptions(old_case), *changed_assumptions(case))
    for id_ in dict.fromkeys(each.id for each in edited):
        before, after = assumption(old_case, id_), assumption(case, id_)
        if before.estimate != after.estimate:
            detail = moved_text(after, before.estimate, after.estimate)
            yield Change(full_title(case, after), detail, assumption_id=id_)


def _zone_changes(reference: Result, present: Result) -> Iterator[Change]:
    old_case, case = reference.scenario.case, present.scenario.case
    before = {row.row.id: row for row in reference.board}
    for row in present.board:
        old = before.get(row.row.id)
        if old is None:
            continue
        detail = _zone_words((old_case, old), (case, row))
        if detail:
            yield Change(capitalised(row.row.short), detail, row_id=row.row.id)


def _zone_words(before: tuple[Case, BoardRow], after: tuple[Case, BoardRow]) -> str:
    """Return what became of a zone, or "" if nothing that can be noticed."""
    is_moved = before[1].is_open != after[1].is_open
    growth = zone_width(after[1]) - zone_width(before[1])
    if not is_moved and abs(growth) < NOTICEABLE:
        return ""
    is_more = after[1].is_open if is_moved else growth > 0
    words = {"before": width_word(*before), "after": width_word(*after)}
    if words["before"] != words["after"]:
        return (
            tr("+ {before} → {after}", **words)
            if is_more
            else tr("\N{MINUS SIGN} {before} → {after}", **words)
        )
    points = points_of(abs(growth))
    if is_more:
        return tr("+ wider by {points}, still {word}", word=words["after"], points=points)
    return tr(
        "\N{MINUS SIGN} narrower by {points}, still {word}", word=words["after"], points=points
    )
