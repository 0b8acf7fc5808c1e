"""What flips it: the ladder of answers by resilience, and what turns one of them.

All bars run on one axis, so that layers can be held against each other: which part of their way
all assumptions must go together, or of its range a control. An assumption that turns the answer
alone is drawn on its stated range instead, in its own unit.
"""

from collections.abc import Iterator

from explorer.figures.bars import Bar, BarGroup, BarRange, BarsFigure, Meaning
from explorer.figures.breaking_words import (
    asked_words,
    claim_name,
    claim_words,
    flip_words,
    move_words,
    pair_sentence,
    pair_shares,
    range_words,
    resilience_words,
    rung_words,
    share_words,
    state_words,
    value_words,
)
from explorer.figures.choice import Choice, choice_of
from explorer.figures.mover_words import mover_name
from explorer.figures.opening import move_title, pair_title
from explorer.figures.phrase import capitalised
from explorer.figures.table import Cell, Number, Table, percent, percent_text
from explorer.figures.uncertain_words import control_of, uncertain_name
from explorer.model.breaking import (
    AssumptionFlip,
    Breaking,
    BreakingLadder,
    Claim,
    ControlMove,
    MovePair,
    Resilience,
)
from explorer.model.case import Case
from explorer.model.scenario import Scenario
from explorer.model.wording import tr

ABOUT = "breaking.about"
"""The id of the choice: which answer is asked about."""

SELECTED, WHOLE, CHOSEN = "", "zone", "selected"
"""Its values: the row that is selected, the zone, the package that is selected."""

ROW, PACKAGE = "row.", "package."
"""How its values begin that name a row or a package of the case."""

MOST_BARS = 3
"""How many bars of each layer are drawn; the table has them all."""

TICKS = tuple((place / 4, percent_text(place / 4)) for place in range(5))


def breaking_choices(case: Case, wanted: str | None, *, has_package: bool) -> tuple[Choice, ...]:
    """Return what can be chosen: the answer that is asked about.

    ``wanted``: A value, possibly of another case. ``has_package``: Whether a package is selected.
    """
    entries = [(SELECTED, tr("the selected row")), (WHOLE, tr("the whole zone"))]
    if has_package:
        entries.append((CHOSEN, tr("the selected package")))
    entries += [(f"{ROW}{row.id}", capitalised(row.short)) for row in case.rows]
    entries += [(f"{PACKAGE}{each.id}", capitalised(each.short)) for each in case.packages]
    return (choice_of(ABOUT, tr("About"), tuple(entries), wanted),)


def breaking_figure(
    ladder: BreakingLadder, *, asked: Claim, choices: tuple[Choice, ...]
) -> BarsFigure:
    """Return the ladder and what turns the answer that is asked about, as far as it is known.

    Parameters
    ----------
    ladder
        What was found so far.
    asked
        The answer that is asked about.
    choices
        What is offered above the picture.
    """
    scenario, found = ladder.scenario, ladder.asked
    rungs = tuple(_rung(scenario.case, rung, asked) for rung in _from_firm_to_thin(ladder))
    groups = [BarGroup(tr("All assumptions together"), rungs)] if rungs else []
    if found is not None:
        groups += _layers(scenario, found)
    waiting = "" if rungs else tr("The search starts when nothing is being moved.")
    return BarsFigure(
        title=tr("What flips it"),
        sentence=_sentence(ladder, asked) if rungs else waiting,
        axis_words=tr("how far: share of the way to the end of a range, or of a control’s range"),
        minimum=0,
        maximum=1,
        ticks=TICKS,
        groups=tuple(groups),
        table=_table(ladder, waiting),
        notes=tuple(_notes(ladder)),
        empty_words=waiting,
        choices=choices,
    )


def _from_firm_to_thin(ladder: BreakingLadder) -> list[Resilience]:
    """Return the rungs from what holds however to what hangs by a thread."""
    return sorted(ladder.rungs, key=_distance, reverse=True)


def _distance(rung: Resilience) -> float:
    """Return how far all must move; more than all the way where that is not far enough."""
    return 2.0 if rung.share is None else rung.share


def _rung(case: Case, rung: Resilience, asked: Claim) -> Bar:
    claim, share = rung.claim, rung.share
    how = resilience_words(share)
    words = how if share is None else tr("{share}, {how}", share=share_words(share), how=how)
    return Bar(
        id=f"{claim.kind}.{claim.id}",
        name=claim_words(case, rung),
        value=1.0 if share is None else share,
        words=words,
        detail=rung_words(case, rung),
        meaning="zone" if rung.is_true else "neutral",
        is_selected=claim == asked,
        row_id=claim.id if claim.kind == "row" else "",
        package=claim.package,
    )


def _layers(scenario: Scenario, found: Breaking) -> Iterator[BarGroup]:
    words = _turn_words(scenario.case, found)
    for name, bars in (
        (tr("One assumption alone makes {name} {state}", **words), _flip_bars(scenario, found)),
        (tr("One control alone makes {name} {state}", **words), _move_bars(scenario, found)),
        (tr("Two controls together make {name} {state}", **words), _pair_bars(scenario, found)),
    ):
        if bars:
            yield BarGroup(name, bars[:MOST_BARS])


def _nothings(case: Case, found: Breaking) -> Iterator[str]:
    """Yield which layers hold nothing that turns the answer."""
    words = _turn_words(case, found)
    if found.moves == ():
        yield tr("No control alone makes {name} {state}.", **words)
    if found.pairs == ():
        if found.moves and found.reach < 1:
            yield tr("No two controls make {name} {state} sooner than one alone.", **words)
        else:
            yield tr("No two controls together make {name} {state}.", **words)
    if found.flips == ():
        yield tr("No assumption alone makes {name} {state} within its range.", **words)


def _turn_words(case: Case, found: Breaking) -> dict[str, str]:
    """Return whose opposite is spoken of, and what that opposite is."""
    other = state_words(found.claim, is_true=not found.is_true)
    return {"name": claim_name(case, found.claim), "state": other}


def _move_bars(scenario: Scenario, found: Breaking) -> tuple[Bar, ...]:
    return tuple(_move_bar(scenario, move) for move in found.moves or ())


def _pair_bars(scenario: Scenario, found: Breaking) -> tuple[Bar, ...]:
    return tuple(_pair_bar(scenario, pair) for pair in found.pairs or ())


def _flip_bars(scenario: Scenario, found: Breaking) -> tuple[Bar, ...]:
    meaning: Meaning = "neutral" if found.is_true else "zone"
    return tuple(_flip_bar(scenario.case, flip, meaning) for flip in found.flips or ())


def _move_bar(scenario: Scenario, move: ControlMove) -> Bar:
    return Bar(
        id=f"move.{move.control_id}.{move.value:g}",
        name=move_title(scenario, move),
        value=move.share,
        words=percent_text(move.share),
        detail=move_words(scenario, move),
        meaning="faint" if move.mover == "nobody" else _meaning(move),
        control_id=move.control_id,
    )


def _meaning(move: ControlMove) -> Meaning:
    return move.mover if move.mover == "sender" or move.mover == "target" else "neutral"


def _pair_bar(scenario: Scenario, pair: MovePair) -> Bar:
    return Bar(
        id=f"pair.{pair.first.control_id}.{pair.second.control_id}",
        name=pair_title(scenario, pair),
        value=pair.share,
        words=pair_shares(pair),
        detail=pair_sentence(scenario, pair),
        meaning="neutral",
        mark=min(pair.first.share, pair.second.share),
        control_id=pair.first.control_id,
    )


def _flip_bar(case: Case, flip: AssumptionFlip, meaning: Meaning) -> Bar:
    return Bar(
        id=f"flip.{flip.assumption}",
        name=uncertain_name(case, flip.assumption),
        value=flip.share,
        words=tr("{share} of the way", share=percent_text(flip.share)),
        detail=flip_words(case, flip),
        meaning=meaning,
        range=_flip_range(flip, meaning),
        control_id=control_of(flip.assumption),
    )


def _flip_range(flip: AssumptionFlip, meaning: Meaning) -> BarRange:
    values = (flip.low, flip.high, flip.likely, flip.value)
    low, high, now, turn = (value_words(flip.assumption, value) for value in values)
    turned = (flip.low, flip.value) if flip.end == "low" else (flip.value, flip.high)
    return BarRange(
        low=flip.low,
        high=flip.high,
        now=flip.likely,
        turn=flip.value,
        turned=turned if flip.is_monotone else None,
        low_words=low,
        high_words=high,
        now_words=now,
        turn_words=turn,
        meaning=meaning,
    )


def _sentence(ladder: BreakingLadder, asked: Claim) -> str:
    """Return what is asked about first, then what hangs on least of all."""
    case = ladder.scenario.case
    said: list[str] = []
    if ladder.asked is not None:
        said.append(asked_words(case, ladder.asked))
    else:
        said += [rung_words(case, rung) for rung in ladder.rungs if rung.claim == asked]
    others = [rung for rung in _from_firm_to_thin(ladder) if rung.claim != asked]
    if others and others[-1].share is not None:
        said.append(_others_words(case, others))
    return " ".join(said)


def _others_words(case: Case, others: list[Resilience]) -> str:
    """Return what holds most firmly of the other answers, and what hangs on least."""
    first, last = others[0], others[-1]
    words = {
        "row": claim_name(case, last.claim),
        "share": share_words(last.share or 0.0),
        "top": claim_name(case, first.claim),
        "how": resilience_words(first.share),
    }
    if resilience_words(last.share) == words["how"]:
        return tr("Of the others, {row} hangs on least ({share}).", **words)
    return tr("Of the others, {top} {how} and {row} hangs on least ({share}).", **words)


def _notes(ladder: BreakingLadder) -> Iterator[str]:
    if ladder.rungs and not ladder.is_done:
        yield tr(
            "{done} of {wanted} steps are done; any move stops the search.",
            done=ladder.done,
            wanted=ladder.wanted,
        )
    found = ladder.asked
    if found is not None and found.pairs is not None and found.step > 1:
        yield tr("Pairs were looked for in steps of {step} points.", step=found.step)
    if found is not None and found.flips:
        yield tr(
            "On the range of an assumption the ring is where the case stands, the diamond where "
            "the answer turns."
        )
    if found is not None:
        yield from _nothings(ladder.scenario.case, found)
    if ladder.rungs:
        yield tr(
            "A long bar is a resilient answer. These are distances between our assumptions, never "
            "chances."
        )


def _table(ladder: BreakingLadder, waiting: str) -> Table:
    caption = tr("What would have to be true for the opposite")
    columns = (tr("Layer"), tr("What moves"), tr("How far"), tr("In words"))
    if not ladder.rungs:
        return Table(caption, columns, ((waiting, "", "", ""),))
    case = ladder.scenario.case
    cells = [_rung_cells(case, rung) for rung in _from_firm_to_thin(ladder)]
    if ladder.asked is not None:
        cells += _layer_cells(ladder.scenario, ladder.asked)
    return Table(caption, columns, tuple(cells), units=("", "", "%", ""))


Cells = tuple[Cell, Cell, Cell, Cell]


def _rung_cells(case: Case, rung: Resilience) -> Cells:
    share = rung.share
    return (
        tr("All assumptions"),
        claim_words(case, rung),
        Number(None, tr("never")) if share is None else Number(100 * share, share_words(share)),
        resilience_words(share),
    )


def _layer_cells(scenario: Scenario, found: Breaking) -> Iterator[Cells]:
    case = scenario.case
    for flip in found.flips or ():
        name, share = uncertain_name(case, flip.assumption), percent(flip.share)
        yield tr("One assumption"), name, share, range_words(flip)
    for move in found.moves or ():
        whose = capitalised(mover_name(case, move.mover))
        yield tr("One control"), move_title(scenario, move), percent(move.share), whose
    for pair in found.pairs or ():
        words = pair_shares(pair)
        yield tr("Two controls"), pair_title(scenario, pair), percent(pair.share), words
    for assumption, end in found.resilience.ends:
        against = tr("at its low end") if end == "low" else tr("at its high end")
        yield tr("Speaks against it"), uncertain_name(case, assumption), "", against
