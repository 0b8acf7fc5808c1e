"""Who can move a control, in words."""

from explorer.model.case import Case
from explorer.model.control import Control, Mover, movers
from explorer.model.wording import tr


def mover_name(case: Case, mover: Mover) -> str:
    """Return who moves, such as "Washington"; others, time and nobody have no name of their own."""
    if mover == "sender" or mover == "target":
        return case.party(mover).short
    return {"others": tr("others"), "time": tr("time alone"), "nobody": tr("nobody")}[mover]


def with_mover(case: Case, mover: Mover, words: str) -> str:
    """Put whose move it is before what it does; nobody's changes stand under their own heading."""
    if mover == "nobody":
        return words
    return tr("{whose} {words}", whose=_whose(case, mover), words=words)


def _whose(case: Case, mover: Mover) -> str:
    if mover == "others":
        return tr("A move by others.")
    if mover == "time":
        return tr("Time alone does this.")
    return tr("{party}’s move.", party=mover_name(case, mover))


def movers_words(case: Case, control: Control) -> str:
    """Say in a sentence who can move a control, and which way where that differs."""
    lowered_by, raised_by = movers(control)
    if lowered_by == raised_by:
        return tr("Who can move it: {who}.", who=mover_name(case, raised_by))
    return tr(
        "Who can raise it: {raised_by}; who can lower it: {lowered_by}.",
        raised_by=mover_name(case, raised_by),
        lowered_by=mover_name(case, lowered_by),
    )
