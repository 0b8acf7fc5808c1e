"""What came after the day of a case: facts and outcomes of windows, in the order of days."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from explorer.model.by_identity import ByIdentity
from explorer.model.case import Case


@dataclass(frozen=True, slots=True)
class LaterEntry:
    """Something that became known later; ``outcome_of`` is the id of the window it closes, or "".

    ``window`` is that window's name, and ``source`` the title and date of where it is from.
    """

    day: date
    words: str
    source: str
    source_id: str
    outcome_of: str = ""
    window: str = ""


def has_later(case: Case) -> bool:
    """Return whether a case tells of anything after its day."""
    return bool(later_entries(case))


def later_entries(case: Case) -> tuple[LaterEntry, ...]:
    """Return what became known after the day of a case, in order; nothing without a day."""
    return _later_entries(ByIdentity(case))


@lru_cache(maxsize=16)
def _later_entries(key: ByIdentity) -> tuple[LaterEntry, ...]:
    """Return them; kept, because the window asks at each move of a slider."""
    case = key.case
    if case.as_of is None:
        return ()
    facts = (
        LaterEntry(fact.date, fact.words, _label(case, fact.source), fact.source)
        for fact in case.later
    )
    found = (*facts, *(each for each in _outcomes(case) if each.day > case.as_of))
    return tuple(sorted(found, key=lambda entry: entry.day))


def _outcomes(case: Case) -> tuple[LaterEntry, ...]:
    windows = () if case.outlook is None else case.outlook.windows
    return tuple(
        LaterEntry(
            day=window.outcome.date,
            words=window.outcome.words,
            source=_label(case, window.outcome.source),
            source_id=window.outcome.source,
            outcome_of=window.id,
            window=window.name,
        )
        for window in windows
        if window.outcome is not None
    )


def _label(case: Case, source_id: str) -> str:
    return next(source.label for source in case.sources if source.id == source_id)
