"""A year of the record as a scenario, and the way back from a scenario to its year."""

from datetime import date

from explorer.model.case import Case
from explorer.model.record import Record
from explorer.model.scenario import Scenario, default_scenario
from explorer.model.wording import tr


def year_scenario(case: Case, record: Record, year: int, *, with_lines: bool) -> Scenario:
    """Return the scenario of a year: its indices and judged values, wills and trust of its period.

    What neither knows stands at its default.

    Parameters
    ----------
    case, record
        A case and a record that fits it.
    year
        A year of the record; :class:`KeyError` if it is none.
    with_lines
        Whether the red lines of the period are drawn; otherwise there are none.
    """
    stated = record.by_year[year]
    period = record.period_of(year)
    indices = {id_: value for id_, value in stated.indices.items() if value is not None}
    lines: dict[str, float] = dict(period.lines) if with_lines else {}
    scales = {**indices, **stated.judged, **period.scales}
    scenario = default_scenario(case).with_values({**scales, **lines})
    return scenario.with_name(year_name(year)).with_date(year_date(case, year))


def year_date(case: Case, year: int) -> date:
    """Return the day of a year's scenario: its last, as indices count all of it.

    The year of the case's own day ends with that day.
    """
    last = date(year, 12, 31)
    is_present = case.as_of is not None and case.as_of.year == year
    return case.as_of if is_present and case.as_of is not None else last


def day_scenario(case: Case, record: Record, day: date, *, with_lines: bool) -> Scenario:
    """Return the scenario of a day: the indices of its year, wills, trust and lines of the day.

    Parameters
    ----------
    case, record
        A case and a record that fits it.
    day
        A day of a year of the record; :class:`KeyError` if it is in none.
    """
    period = record.period_at(day)
    lines: dict[str, float] = dict(period.lines) if with_lines else {}
    plain = year_scenario(case, record, day.year, with_lines=False)
    return plain.with_values({**period.scales, **lines}).with_date(day)


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


def year_words(record: Record, scenario: Scenario) -> dict[str, str]:
    """Return what the controls of a year's scenario stood for, in a few words each, by control.

    A control that was moved since is left out, and so is one of which the record says nothing.
    There are none where the scenario is of no year.
    """
    year = year_of(record, scenario)
    if year is None:
        return {}
    plain = year_scenario(scenario.case, record, year, with_lines=False)
    said = {**record.period_of(year).words, **record.by_year[year].words}
    return {id_: words for id_, words in said.items() if scenario.value(id_) == plain.value(id_)}
