"""What can be asked of scenarios: why, what opens, how sure, how bold, and what the past says."""

from explorer.api.answer import Answer
from explorer.api.scenario import Case, Scenario, unknown
from explorer.figures.bold import LEAST, RANK, bold_figure
from explorer.figures.breaking import breaking_figure
from explorer.figures.figure import Figure
from explorer.figures.opening import OpeningWords, row_opening_figure, zone_opening_figure
from explorer.figures.split import split_figure
from explorer.figures.table import Number, Table
from explorer.model.bold import AT_LEAST
from explorer.model.breaking import ZONE, Claim, package_claim
from explorer.model.errors import ScenarioError
from explorer.model.study import SEED
from explorer.model.wording import tr
from explorer.solver.opening import row_openings, zone_openings
from explorer.solver.solve import solve
from explorer.solver.split import coalitions
from explorer.solver.sweep import all_sweeps
from explorer.studies.bold import bold as packages_over_sets
from explorer.studies.breaking import breaking as flips
from explorer.studies.study import Kind, Question, findings
from explorer.studies.sureness import SETS
from explorer.views.history import record_figure
from explorer.views.robustness import answer_figure
from explorer.views.why import MEASURES, measured_split

MOST_OPENINGS = 3
"""How many moves are told of each sort."""


def split(start: Scenario, end: Scenario, *, measure: str = "packages", row: str = "") -> Answer:
    """Return what each setting that differs between two scenarios contributed (Shapley values).

    Parameters
    ----------
    start, end
        Scenarios of one case under the same assumptions.
    measure
        What changed: "packages" in the zone; "row_packages", "floor" or "limit" of a row.
    row
        The id of the board's row; "" for the first.

    Examples
    --------
    >>> import explorer
    >>> start = explorer.case().scenario("october-2025")
    >>> answer = explorer.split(start, start.set(russia_alignment=40))
    >>> len(answer.value.parts)
    1
    """
    if start.model.case != end.model.case:
        raise ScenarioError(
            tr("{start} and {end} are of different cases.", start=start.name, end=end.name)
        )
    if measure not in MEASURES:
        raise unknown(tr("measure"), measure, MEASURES)
    first = end.model.with_case(start.model.case)
    found = measured_split(coalitions(start.model, first), measure, _row(start, row))
    return _answer(split_figure(found), found)


def openings(scenario: Scenario, row: str = "") -> Answer:
    """Return the smallest single changes that open a closed row, or an empty zone.

    ``row``: The id of the board's row; "" for the zone where it is empty, else for the first
    closed row.

    Examples
    --------
    >>> import explorer
    >>> answer = explorer.openings(explorer.case().scenario("october-2025"), "phased-step")
    >>> answer.columns
    ('Control', 'To', 'What it does')
    """
    result = solve(scenario.model)
    if not result.zone.packages:
        found = zone_openings(result, most=MOST_OPENINGS)
        figure = zone_opening_figure(result, found, most=MOST_OPENINGS)
    else:
        closed = next((each.row.id for each in result.board if not each.is_open), "")
        row_id = _row(scenario, row or closed)
        sweeps = all_sweeps(scenario.model)
        found = row_openings(result, row_id, sweeps, most=MOST_OPENINGS)
        figure = row_opening_figure(result, row_id, found, most=MOST_OPENINGS)
    told = figure.nothing or figure.heading
    return Answer(told, _openings_table(figure.heading, figure.entries), found)


def sure(
    scenario: Scenario,
    show: Kind = "sets",
    *,
    row: str = "",
    sets: int = SETS,
    seed: int = SEED,
) -> Answer:
    """Return how much an answer hangs on our assumptions.

    Parameters
    ----------
    show
        "sets": in how many assumption sets it holds; "weights": which assumptions matter most;
        "rule": one rule for when it holds.
    row
        The id of the board's row; "" for the whole zone.
    sets, seed
        How many assumption sets are drawn, and from which seed.

    Examples
    --------
    >>> import explorer
    >>> explorer.sure(explorer.case().scenario("october-2025"), sets=50).value.sets
    50
    """
    row_id = _row(scenario, row) if row else ""
    found = findings(Question(scenario.model, show, row_id, seed, sets)).answer
    # The last step of every study has an answer.
    assert found is not None
    return _answer(answer_figure(found, selected_row=row_id), found)


def breaking(scenario: Scenario, *, row: str = "", package: str = "") -> Answer:
    """Return what would have to be true for the opposite of an answer.

    Parameters
    ----------
    row
        The id of the board's row that is open or closed; "" where a package or the zone is meant.
    package
        The id of a named package that is in the zone or not; "" for the zone, empty or not.

    Examples
    --------
    >>> import explorer
    >>> start = explorer.case().scenario("october-2025")
    >>> explorer.breaking(start, row="icbm-freeze").value.asked.resilience.is_true
    True
    """
    claim, case = ZONE, scenario.model.case
    if row:
        claim = Claim("row", _row(scenario, row))
    elif package:
        known = scenario.case.packages
        if package not in known:
            raise unknown(tr("package"), package, known)
        claim = package_claim(case, package)
    found = flips(solve(scenario.model), claim)
    return _answer(breaking_figure(found, asked=claim, choices=()), found)


def bold(
    scenario: Scenario,
    *,
    rank: str = "target",
    at_least: int = AT_LEAST,
    sets: int = SETS,
    seed: int = SEED,
) -> Answer:
    """Return the boldest packages that lie in the deal zone in most assumption sets.

    Parameters
    ----------
    rank
        Bold by what the "target" or the "sender" gives, by the product of gains ("nash") or by
        the weaker side's "share".
    at_least
        In how many of 100 sets a package has to hold, 1 to 100.
    sets, seed
        How many assumption sets are drawn, and from which seed.

    Returns
    -------
    Answer
        Its ``value`` holds every package that any set has in the zone, as arrays.

    Examples
    --------
    >>> import explorer
    >>> found = explorer.bold(explorer.case().scenario("october-2025"), sets=50).value
    >>> found.packages.shape == found.hits.shape
    True
    """
    found = packages_over_sets(scenario.model, seed=seed, sets=sets)
    figure = bold_figure(found, choices={RANK: rank, LEAST: str(at_least)})
    if (figure.rank, figure.at_least) != (rank, at_least):
        raise ScenarioError(
            tr(
                "{rank}, {least} of 100 cannot be asked. Rank by target, sender, nash or share; "
                "1 to 100 sets.",
                rank=rank,
                least=at_least,
            )
        )
    return _answer(figure, found)


def history(case: Case, show: str = "") -> Answer:
    """Return the record of the past beside the model.

    ``show``: "" for the indices of each year, "check" for each answer against the model, "scores"
    and "tests" for what is told of them.

    Examples
    --------
    >>> import explorer
    >>> len(explorer.history(explorer.case()).rows) > 0
    True
    """
    figure = record_figure(case.scenario().model, {"history.show": show} if show else {})
    return _answer(figure, figure)


def _answer(figure: Figure, value: object) -> Answer:
    return Answer(figure.sentence, figure.table, value)


def _row(scenario: Scenario, row: str) -> str:
    """Return the id of a row of the board, the first for ""."""
    known = [each.id for each in scenario.model.case.rows]
    if row and row not in known:
        raise unknown(tr("row"), row, known)
    return row or next(iter(known), "")


def _openings_table(heading: str, entries: tuple[OpeningWords, ...]) -> Table:
    return Table(
        heading,
        (tr("Control"), tr("To"), tr("What it does")),
        tuple(
            (each.control_id, Number(each.value, f"{each.value:g}"), f"{each.title}. {each.detail}")
            for each in entries
        ),
    )
