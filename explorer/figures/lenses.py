"""Lenses: named positions of others, two of them side by side on the board."""

from collections.abc import Mapping
from dataclasses import dataclass

from explorer.figures.board import BoardFigure, board_figure
from explorer.figures.choice import Choice, choice_of
from explorer.figures.lens_words import shift_words, speaker_words, zone_words
from explorer.figures.phrase import capitalised, open_count
from explorer.figures.source_words import source_text, source_title
from explorer.figures.table import Cell, Number, Table
from explorer.model.case import Case
from explorer.model.lens import Lens
from explorer.model.result import Result
from explorer.model.wording import tr

SHOWN, FIRST, SECOND = "lens.show", "lens.first", "lens.second"
"""The ids of the choices: two lenses or all, and which two."""

TWO, ALL = "two", "all"

PLACES = (FIRST, SECOND)
"""The choice that stands for the left lens and the one for the right."""


@dataclass(frozen=True, slots=True)
class LensCard:
    """One lens as shown: what is said, what it moves, and the board as it then is.

    ``answer_id`` is the lens that answers this one and is not on screen, or "".
    """

    lens_id: str
    title: str
    speaker: str
    claim: str
    shift: str
    zone: str
    source: str
    note: str
    board: BoardFigure
    answer_id: str


@dataclass(frozen=True, slots=True)
class LensEntry:
    """One lens in the list of all: its words and, where it was counted, its deal zone."""

    lens_id: str
    name: str
    who: str
    speaker: str
    claim: str
    shift: str
    source: str
    note: str
    packages: int | None
    open_rows: int | None
    zone: str


@dataclass(frozen=True, slots=True)
class LensesFigure:
    """Two lenses side by side, or all in a list; ``cards`` is empty where the list is shown.

    ``most`` is the largest number of packages among the entries and the settings as they are,
    ``present`` that of the settings.
    """

    case: Case
    title: str
    sentence: str
    cards: tuple[LensCard, ...]
    entries: tuple[LensEntry, ...]
    present: int
    present_words: str
    most: int
    choices: tuple[Choice, ...]

    @property
    def table(self) -> Table:
        """Every lens as words, made when asked for."""
        return Table(
            caption=tr("Lenses"),
            columns=(
                tr("Who"),
                tr("Lens"),
                tr("Claim"),
                tr("Sets"),
                tr("Deal zone"),
                tr("Commitments open"),
                tr("Source"),
                tr("How it was translated"),
            ),
            cells=tuple(map(_cells, self.entries)),
            units=("", "", "", "", tr("packages")),
        )


def chosen_lenses(case: Case, wishes: Mapping[str, str]) -> tuple[Lens, ...]:
    """Return the two lenses on screen, left and right; none where the case has fewer than two.

    Without a wish for the right one it is the answer to the left one.
    """
    if len(case.lenses) < len(PLACES):
        return ()
    known = {lens.id: lens for lens in case.lenses}
    first = known.get(wishes.get(FIRST, ""), case.lenses[0])
    others = [lens for lens in case.lenses if lens is not first]
    second = known.get(wishes.get(SECOND, ""))
    if second is None or second is first:
        second = next((lens for lens in others if lens.id == first.pair), others[0])
    return first, second


def shows_all(wishes: Mapping[str, str]) -> bool:
    """Return whether the list of all lenses is wanted."""
    return wishes.get(SHOWN) == ALL


def lenses_figure(
    present: Result,
    seen: tuple[Result, ...],
    *,
    counts: Mapping[str, tuple[int, int]],
    wishes: Mapping[str, str],
    selected: str | None = None,
) -> LensesFigure:
    """Return what is to be seen through lenses.

    Parameters
    ----------
    seen
        The results through both lenses of :func:`chosen_lenses`, or none where all are listed.
    counts
        By lens id: packages of the deal zone and open commitments; empty where the hand moves.
    wishes
        What was chosen, by choice id.
    """
    case = present.scenario.case
    chosen = chosen_lenses(case, wishes)
    pairs = tuple(zip(chosen, seen, strict=False))
    cards = tuple(
        _card(lens, result, present, {each.id for each in chosen}, selected)
        for lens, result in pairs
    )
    entries = tuple(_entry(case, lens, counts.get(lens.id)) for lens in case.lenses)
    packages = present.zone.packages
    return LensesFigure(
        case=case,
        title=tr("Lenses"),
        sentence=_sentence(present, cards, entries),
        cards=cards,
        entries=entries,
        present=packages,
        present_words=zone_words(packages, open_count(present), len(present.board)),
        most=max((packages, *(count for count, _ in counts.values())), default=0),
        choices=_choices(case, chosen, wishes),
    )


def card_words(card: LensCard) -> str:
    """Return everything that a lens says, for pointing at it."""
    return tr(
        "{title}. {claim} Sets {shift}. {zone}. {note} Source: {source}",
        title=card.title,
        claim=card.claim,
        shift=card.shift,
        zone=card.zone,
        note=card.note,
        source=card.source,
    )


def entry_words(entry: LensEntry) -> str:
    """Return everything that a lens of the list says, for pointing at it."""
    return tr(
        "{title}. {claim} Sets {shift}. {note} Source: {source}",
        title=tr("{who}: {name}", who=entry.speaker, name=entry.name),
        claim=entry.claim,
        shift=entry.shift,
        note=entry.note,
        source=entry.source,
    )


def _card(
    lens: Lens, result: Result, present: Result, shown: set[str], selected: str | None
) -> LensCard:
    case = present.scenario.case
    packages = result.zone.packages
    return LensCard(
        lens_id=lens.id,
        title=lens.name,
        speaker=speaker_words(lens),
        claim=lens.claim,
        shift=shift_words(case, lens, present.scenario),
        zone=zone_words(packages, open_count(result), len(result.board)),
        source=source_title(case, lens.source),
        note=lens.note,
        board=board_figure(result, baseline=present, selected=selected),
        answer_id=lens.pair if lens.pair is not None and lens.pair not in shown else "",
    )


def _entry(case: Case, lens: Lens, count: tuple[int, int] | None) -> LensEntry:
    return LensEntry(
        lens_id=lens.id,
        name=lens.name,
        who=capitalised(lens.who),
        speaker=speaker_words(lens),
        claim=lens.claim,
        shift=shift_words(case, lens),
        source=source_text(case, lens.source),
        note=lens.note,
        packages=None if count is None else count[0],
        open_rows=None if count is None else count[1],
        zone="" if count is None else zone_words(*count, len(case.rows)),
    )


def _cells(entry: LensEntry) -> tuple[Cell, ...]:
    zone = Number(entry.packages, entry.zone)
    opened = Number(entry.open_rows, "" if entry.open_rows is None else str(entry.open_rows))
    words = (entry.speaker, entry.name, entry.claim, entry.shift)
    return (*words, zone, opened, entry.source, entry.note)


def _choices(case: Case, chosen: tuple[Lens, ...], wishes: Mapping[str, str]) -> tuple[Choice, ...]:
    if not chosen:
        return ()
    ways = ((TWO, tr("two lenses")), (ALL, tr("all lenses")))
    shown = choice_of(SHOWN, tr("Show"), ways, wishes.get(SHOWN))
    if shown.chosen == ALL:
        return (shown,)
    names = tuple((lens.id, capitalised(lens.who)) for lens in case.lenses)
    first, second = chosen
    return (
        shown,
        Choice(FIRST, tr("Left"), names, first.id),
        Choice(SECOND, tr("Right"), names, second.id),
    )


def _sentence(present: Result, cards: tuple[LensCard, ...], entries: tuple[LensEntry, ...]) -> str:
    scenario = present.scenario.name
    if cards:
        first, second = cards
        return tr(
            "{scenario} as two positions see it: “{first}”, {first_zone}; "
            "“{second}”, {second_zone}.",
            scenario=scenario,
            first=first.title,
            first_zone=first.zone,
            second=second.title,
            second_zone=second.zone,
        )
    counted = [entry for entry in entries if entry.packages is not None]
    if not counted:
        return tr("Lenses are counted when nothing is being moved.") if entries else _no_lenses()
    least = min(counted, key=_packages)
    most = max(counted, key=_packages)
    return tr(
        "Of {n} positions on {scenario}, “{least}” leaves the smallest deal zone ({least_zone}) "
        "and “{most}” the largest ({most_zone}).",
        n=len(counted),
        scenario=scenario,
        least=least.name,
        least_zone=least.zone,
        most=most.name,
        most_zone=most.zone,
    )


def _no_lenses() -> str:
    return tr("This case names no two lenses.")


def _packages(entry: LensEntry) -> int:
    return entry.packages or 0
