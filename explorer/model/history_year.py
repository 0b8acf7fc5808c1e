"""A year of the record as a scenario, and the way back from a scenario to its year."""

from datetime import date

from explorer.model.case import Case
from explorer.model.record import Record
from explorer.model.scenario import Scenario, default_scenario
from explorer.model.wording import tr


def year_scenario(case: Case, record: Record, year: int, *, with_lines: bool) -> Scenario:
    """Return the scenario of a year: leverage by its indices, the wills of its period.

    Credibilities stand at their defaults, and so does an index that is not known.

    Parameters
    ----------
    case, record
        A case and a record that fits it.
    year
        A year of the record; :class:`KeyError` if it is none.
    with_lines
        Whether the red lines of the period are drawn; otherwise there are none.
    """
    stated = record.by_year[year].indices
    period = record.period_of(year)
    indices = {id_: value for id_, value in stated.items() if value is not None}
    wills = {id_: will.value for id_, will in period.wills.items()}
    lines: dict[str, float] = dict(period.lines) if with_lines else {}
    scenario = default_scenario(case).with_values({**indices, **wills, **lines})
    return scenario.with_name(year_name(year)).with_date(year_date(case, year))


def year_date(case: Case, year: int) -> date:
    """Return the day of a year's scenario: its last, as indices count all of it.

    The year of the case's own day ends with that day.
    """
    last = date(year, 12, 31)
    is_present = case.as_of is not None and case.as_of.year == year
    return case.as_of if is_present and case.as_of is not None else last


def year_name(year: int) -> str:
    """Return what the scenario of a year is called."""
    return tr("History {year}", year=year)


def year_of(record: Record, scenario: Scenario) -> int | None:
    """Return the year from which a scenario was made, also if it was edited since; or None."""
    for year in record.by_year:
        # The number alone is looked for first: this is asked for every frame.
        if str(year) in scenario.name and scenario.name == year_name(year):
            return year
    return None


def is_edited_year(record: Record, scenario: Scenario, year: int) -> bool:
    """Return whether a scenario's scales differ from those of a year; red lines do not count."""
    plain = year_scenario(scenario.case, record, year, with_lines=False)
    scales = [control.id for control in scenario.case.controls if control.kind == "scale"]
    return any(scenario.value(id_) != plain.value(id_) for id_ in scales)
