"""Claims of any scenario, and whether they are true: by solving, one scenario at a time."""

from hypothesis import strategies as st

from explorer.model.breaking import ZONE, Claim, row_claims
from explorer.model.package import package_at
from explorer.model.result import Result
from explorer.model.scenario import Scenario
from explorer.solver.solve import solve
from explorer.solver.term_sheet import term_sheet


def claims_of(result: Result) -> st.SearchStrategy[Claim]:
    """Draw a claim about the zone, a row or a package of a result."""
    case = result.scenario.case
    target, sender = case.target_shape, case.sender_shape
    total = 1
    for size in (*target, *sender):
        total *= size
    packages = st.integers(0, total - 1).map(
        lambda number: Claim("package", package=package_at(case, number))
    )
    return st.one_of(st.just(ZONE), st.sampled_from(row_claims(result)), packages)


def is_so(scenario: Scenario, claim: Claim) -> bool:
    """Return whether a claim is true of a scenario, by solving it."""
    if claim.package is not None:
        return term_sheet(scenario, claim.package).is_in_zone
    result = solve(scenario)
    if claim.kind == "zone":
        return result.zone.packages > 0
    return next(row.is_open for row in result.board if row.row.id == claim.id)
