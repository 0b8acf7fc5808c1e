"""From a chosen year to the settings: one step for a click, one for a drag or a play."""

from collections.abc import Mapping

from explorer.figures.history import LINES, history_choices
from explorer.files.shelf import record_of
from explorer.model.history_year import year_of, year_scenario
from explorer.model.wording import tr
from explorer.store.store import Store

JOINED = "history"
"""Steps from year to year within a second are one."""


class HistorySteps:
    """Sets the scenario to years of the record."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def choose(self, year: int, choices: Mapping[str, str]) -> None:
        """Set leverage, wills and lines to those of a year; nothing without a record.

        ``choices``: What is chosen about the pictures, by the id of the choice.
        """
        case = self._store.state.scenario.case
        record = record_of(case)
        if record is None or year not in record.by_year:
            return
        _, lines, _ = history_choices(choices)
        scenario = year_scenario(case, record, year, with_lines=lines.chosen == "period")
        name = tr("go to the year {year}", year=year)
        self._store.edit(scenario, name, JOINED, is_loaded=True)

    def choose_again(self, choice_id: str, choices: Mapping[str, str]) -> None:
        """Set the lines of the year anew where another set of them was chosen."""
        scenario = self._store.state.scenario
        record = record_of(scenario.case)
        if choice_id != LINES or record is None:
            return
        year = year_of(record, scenario)
        if year is not None:
            self.choose(year, choices)

    def begin(self) -> None:
        """Take all years from now on as one step."""
        self._store.begin_gesture(tr("go through the years"))
