"""Years of the record as scenarios to compare with, made once for a case."""

from collections.abc import Mapping
from functools import lru_cache

from explorer.figures.history import history_choices
from explorer.files.shelf import record_of
from explorer.model.by_identity import ByIdentity
from explorer.model.case import Case
from explorer.model.history_year import year_name, year_scenario
from explorer.model.result import Result
from explorer.model.scenario import Scenario
from explorer.solver.solve import solve

YEAR = "history-{year}"
"""The id of a year among other scenarios, the same as on the command line."""


def year_scenarios(case: Case, choices: Mapping[str, str]) -> tuple[tuple[str, Scenario], ...]:
    """Return the years of a case's record as (id, scenario), the latest first.

    Parameters
    ----------
    case
        A case; without a record it has no years.
    choices
        Wishes by the id of a choice: whether a year brings the lines of its period.
    """
    return _scenarios(ByIdentity(case), _has_lines(choices), year_name(0))


def year_result(case: Case, choices: Mapping[str, str], year: str) -> Result:
    """Return the result of a year by its id, solved once; :class:`KeyError` if there is none."""
    return _result(ByIdentity(case), year, _has_lines(choices), year_name(0))


def is_year(id_: str) -> bool:
    """Return whether an id among other scenarios is that of a year."""
    return id_.startswith(YEAR.partition("{")[0])


def _has_lines(choices: Mapping[str, str]) -> bool:
    _, lines, _ = history_choices(choices)
    return lines.chosen == "period"


@lru_cache(maxsize=4)
def _scenarios(key: ByIdentity, with_lines: bool, called: str) -> tuple[tuple[str, Scenario], ...]:
    """Return the years, made once for each language: ``called`` is what a year is called in it."""
    record = record_of(key.case)
    if record is None:
        return ()
    return tuple(
        (YEAR.format(year=year), year_scenario(key.case, record, year, with_lines=with_lines))
        for year in reversed(record.by_year)
    )


@lru_cache(maxsize=8)
def _result(key: ByIdentity, year: str, with_lines: bool, called: str) -> Result:
    return solve(dict(_scenarios(key, with_lines, called))[year])
