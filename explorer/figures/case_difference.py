"""What differs between two versions of a case, in words that any case can be told in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from explorer.figures.assumption_words import full_title, likely_text, moved_text
from explorer.figures.phrase import listed
from explorer.model.assumption import Assumption, assumptions
from explorer.model.case import Case
from explorer.model.control import Control
from explorer.model.example import NamedPackage, NamedRow, Preset
from explorer.model.issue import Ceiling, Issue
from explorer.model.lens import Lens
from explorer.model.stakeholder import Stakeholder
from explorer.model.structure import StructureChoice
from explorer.model.wording import tr

Part = Issue | Control | NamedRow | NamedPackage | Preset | Lens | Stakeholder | StructureChoice
APart = TypeVar("APart", bound=Part)


@dataclass(frozen=True, slots=True)
class Difference:
    """One kind of part of a case, and a line for each thing about it that differs."""

    title: str
    lines: tuple[str, ...]


def case_difference(old: Case, new: Case) -> tuple[Difference, ...]:
    """Return what differs between two versions of a case, kind by kind; nothing if all is equal.

    ``old``, ``new``: Two cases, as a rule of the same id. They need not have the same issues or
    controls.
    """
    kinds = (
        Difference(tr("Assumptions"), tuple(_assumption_lines(old, new))),
        Difference(tr("Ceilings"), tuple(_ceiling_lines(old, new))),
        Difference(tr("Structure"), tuple(_part_lines(old.structure, new.structure, _no_words))),
        Difference(tr("Issues"), tuple(_part_lines(old.issues, new.issues, _levels_changed))),
        Difference(tr("Controls"), tuple(_part_lines(old.controls, new.controls, _no_words))),
        Difference(tr("Commitments"), tuple(_part_lines(old.rows, new.rows, _terms_changed))),
        Difference(tr("Packages"), tuple(_part_lines(old.packages, new.packages, _terms_changed))),
        Difference(tr("Scenarios"), tuple(_part_lines(old.presets, new.presets, _values_changed))),
        Difference(
            tr("Who else gains"), tuple(_part_lines(old.stakeholders, new.stakeholders, _no_words))
        ),
        Difference(tr("Lenses"), tuple(_part_lines(old.lenses, new.lenses, _values_changed))),
    )
    return tuple(kind for kind in kinds if kind.lines)


def _assumption_lines(old: Case, new: Case) -> Iterator[str]:
    before, after = _by_id(assumptions(old)), _by_id(assumptions(new))
    for id_, item in after.items():
        if id_ not in before:
            yield tr("{name}: new", name=full_title(new, item))
        elif item.estimate != before[id_].estimate:
            change = _change_words(before[id_], item)
            yield tr("{name}: {change}", name=full_title(new, item), change=change)
    for id_, item in before.items():
        if id_ not in after:
            yield tr("{name}: gone", name=full_title(old, item))


def _ceiling_lines(old: Case, new: Case) -> Iterator[str]:
    for party, before, after in (
        (new.sender, old.sender_stakes.ceiling, new.sender_stakes.ceiling),
        (new.target, old.target_stakes.ceiling, new.target_stakes.ceiling),
    ):
        was, now = _ceiling_words(before), _ceiling_words(after)
        if was != now:
            yield tr("{party}: {before} → {after}", party=party.name, before=was, after=now)


def _ceiling_words(ceiling: Ceiling | None) -> str:
    return tr("none") if ceiling is None else f"{ceiling.points:g}"


def _change_words(old: Assumption, new: Assumption) -> str:
    if "choice" in (old.kind, new.kind):
        # The same place may be another option in another version.
        before, after = likely_text(old, old.estimate), likely_text(new, new.estimate)
        return tr("{before} → {after}", before=before, after=after)
    return moved_text(new, old.estimate, new.estimate)


def _by_id(items: Iterable[Assumption]) -> dict[str, Assumption]:
    return {item.id: item for item in items}


def _part_lines(
    old: Iterable[APart], new: Iterable[APart], changed: Callable[[APart, APart], str]
) -> Iterator[str]:
    """Yield what is new, what is another, and what is gone; ``changed`` tells how, or nothing."""
    before, after = {part.id: part for part in old}, {part.id: part for part in new}
    for id_, part in after.items():
        if id_ not in before:
            yield tr("{name}: new", name=part.name)
            continue
        if before[id_].name != part.name:
            yield tr("{name}: was “{old}”", name=part.name, old=before[id_].name)
        if words := changed(before[id_], part):
            yield tr("{name}: {change}", name=part.name, change=words)
    for id_, part in before.items():
        if id_ not in after:
            yield tr("{name}: gone", name=part.name)


def _no_words(_old: Part, _new: Part) -> str:
    """Return nothing: of some parts only coming and going is told."""
    return ""


def _levels_changed(old: Issue, new: Issue) -> str:
    before, after = ([level.words for level in issue.levels] for issue in (old, new))
    return "" if before == after else tr("other levels")


def _terms_changed(old: NamedRow | NamedPackage, new: NamedRow | NamedPackage) -> str:
    return _moved(old.levels, new.levels)


def _values_changed(old: Preset | Lens, new: Preset | Lens) -> str:
    return _moved(old.values, new.values)


def _moved(old: Mapping[str, float], new: Mapping[str, float]) -> str:
    """Return which entries of two sets of numbers differ, by id."""
    return listed(
        tr("{id} {before} → {after}", id=id_, before=_told(old, id_), after=_told(new, id_))
        for id_ in dict.fromkeys((*old, *new))
        if old.get(id_) != new.get(id_)
    )


def _told(values: Mapping[str, float], id_: str) -> str:
    return f"{float(values[id_]):g}" if id_ in values else tr("not set")
