"""Named packages that a picture marks: those of the case and those of a year of the record."""

from explorer.files.shelf import record_of
from explorer.model.example import NamedPackage
from explorer.model.history_year import year_of
from explorer.model.package import Package, package_of
from explorer.model.result import TermSheet
from explorer.model.scenario import Scenario
from explorer.solver.term_sheet import term_sheet
from explorer.views.view import Viewing


def dated_packages(scenario: Scenario) -> tuple[NamedPackage, ...]:
    """Return what was proposed in the year from which a scenario was made, if it was."""
    record = record_of(scenario.case)
    year = None if record is None else year_of(record, scenario)
    return () if record is None or year is None else record.packages_in(year)


def dated_members(scenario: Scenario) -> frozenset[Package]:
    """Return which packages of :func:`dated_packages` lie in the deal zone."""
    dated = (package_of(scenario.case, each.levels) for each in dated_packages(scenario))
    return frozenset(each for each in dated if term_sheet(scenario, each).is_in_zone)


def sheets_outside(viewing: Viewing) -> tuple[TermSheet, ...]:
    """Return the term sheets of named packages outside the zone; none while something moves."""
    if not viewing.is_resting:
        return ()
    scenario = viewing.result.scenario
    case = scenario.case
    named = (*case.packages, *dated_packages(scenario))
    packages = dict.fromkeys(package_of(case, each.levels) for each in named)
    sheets = (term_sheet(scenario, each) for each in packages if each not in viewing.result.members)
    return tuple(sheet for sheet in sheets if not sheet.is_in_zone)
