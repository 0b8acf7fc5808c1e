"""Pictures of the past: the record, its check, and what was proposed in a year."""

from explorer.figures.figure import Figure
from explorer.figures.history import SHOW, history_figure
from explorer.files.shelf import record_of
from explorer.model.example import NamedPackage
from explorer.model.history_year import year_of
from explorer.model.package import Package, package_of
from explorer.model.scenario import Scenario
from explorer.solver.record_check import record_findings
from explorer.solver.record_hold_out import record_hold_out
from explorer.solver.term_sheet import term_sheet
from explorer.ui.viewing.viewing import Viewing


def history_picture(viewing: Viewing) -> Figure:
    """Return the record beside the model."""
    scenario, choices = viewing.result.scenario, viewing.choices
    record = record_of(scenario.case)
    needed = record is not None and choices.get(SHOW, "") in ("check", "scores", "tests")
    findings = record_findings(scenario.case, record) if record is not None and needed else None
    is_scored = record is not None and choices.get(SHOW, "") == "scores"
    outcome = record_hold_out(scenario.case, record) if record is not None and is_scored else None
    return history_figure(scenario, record, findings, choices, hold_out=outcome)


def dated_members(scenario: Scenario) -> frozenset[Package]:
    """Return which packages of :func:`dated_packages` lie in the deal zone."""
    dated = (package_of(scenario.case, each.levels) for each in dated_packages(scenario))
    return frozenset(each for each in dated if term_sheet(scenario, each).is_in_zone)


def dated_packages(scenario: Scenario) -> tuple[NamedPackage, ...]:
    """Return what was proposed in the year from which a scenario was made, if it was."""
    record = record_of(scenario.case)
    year = None if record is None else year_of(record, scenario)
    return () if record is None or year is None else record.packages_in(year)
