"""Reports to test with: of a few sets only, and without drawing."""

from explorer.files.case_file import bundled_case
from explorer.files.document_text import Document
from explorer.model.scenario import Scenario, preset_scenario
from explorer.paper.paper import Paper
from explorer.report.order import ReportOrder, nothing_drawn
from explorer.report.report import report

CASE = bundled_case()
BASELINE = preset_scenario(CASE, CASE.baseline_preset)
OCTOBER = preset_scenario(CASE, CASE.default_preset)
SETS = 20


def document_of(scenario: Scenario, baseline: Scenario = BASELINE, notes: str = "") -> Document:
    """Return a document that holds a scenario."""
    return Document(scenario, scenario, baseline, notes)


def brief(scenario: Scenario, baseline: Scenario = BASELINE) -> Paper:
    """Return the brief of a scenario."""
    order = ReportOrder(document_of(scenario, baseline), is_brief=True, sets=SETS)
    return report(order, nothing_drawn)


def full(scenario: Scenario, **wishes: object) -> Paper:
    """Return the full report of a scenario."""
    return report(ReportOrder(document_of(scenario), sets=SETS, **wishes), nothing_drawn)  # pyright: ignore[reportArgumentType]
