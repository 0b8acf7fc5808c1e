"""Days in words: what a scenario stands for, and what is told of a date."""

from datetime import date

from explorer.model.case import Case
from explorer.model.control import Control
from explorer.model.scenario import Scenario
from explorer.model.wording import tr

MOVED_ON_DAYS = 90
"""So many days after the day of a case the window says that facts have moved on."""


def day_words(day: date) -> str:
    """Return a day as people write it, such as "23 October 2025"."""
    return tr("{day} {month} {year}", day=day.day, month=_months()[day.month - 1], year=day.year)


def as_of_words(day: date | None) -> str:
    """Return "as of" a day, for behind a name; "" for no day."""
    return "" if day is None else tr("as of {day}", day=day_words(day))


def with_day(words: str, day: date | None) -> str:
    """Return words with "as of" a day behind them; the words alone for no day."""
    return words if day is None else tr("{name}, as of {day}", name=words, day=day_words(day))


def dated_name(scenario: Scenario) -> str:
    """Return a scenario's name with its day, as every export says it."""
    return with_day(scenario.name, scenario.as_of)


def led_name(case: Case, control: Control, day: date | None) -> str:
    """Return a control's name; that of a will with the name of the leader whose it is on a day."""
    leader = leader_of(case, control, day)
    if not leader:
        return control.name
    return tr("{control} ({leader})", control=control.name, leader=leader)


def leader_of(case: Case, control: Control, day: date | None) -> str:
    """Return whose will a control is on a day, "" for any other control.

    Parameters
    ----------
    case
        The case, which tells who led when.
    day
        The scenario's day; None, or one for which nobody is told, gives "".
    """
    for role, stakes in (("sender", case.sender_stakes), ("target", case.target_stakes)):
        party = case.sender if role == "sender" else case.target
        if stakes.headline.will == control.id and day is not None and party.leaders:
            return party.leader_on(day)
    return ""


def has_moved_on(case: Case, scenario: Scenario, today: date) -> bool:
    """Return whether the facts are likely to have moved on since the case and the scenario.

    Parameters
    ----------
    case
        A case; one without a day never has.
    scenario
        What is on screen: a scenario of a later day counts from there.
    """
    days = [day for day in (case.as_of, scenario.as_of) if day is not None]
    return case.as_of is not None and (today - max(days)).days > MOVED_ON_DAYS


def _months() -> tuple[str, ...]:
    return (
        tr("January"),
        tr("February"),
        tr("March"),
        tr("April"),
        tr("May"),
        tr("June"),
        tr("July"),
        tr("August"),
        tr("September"),
        tr("October"),
        tr("November"),
        tr("December"),
    )
