"""Results and scenarios as plain records, ready to be written as JSON."""

from explorer.files.change_record import change_records
from explorer.files.json_text import validated
from explorer.files.saved import SavedResults
from explorer.model.case import Case
from explorer.model.control import is_switch
from explorer.model.package import Package, package_at, package_levels
from explorer.model.result import BoardRow, Frontier, Result, Solution
from explorer.model.scenario import Scenario
from explorer.model.version import MODEL_VERSION

DECIMALS = 9
"""To how many decimals numbers are written: more would only be noise of the arithmetic."""

Record = dict[str, object]


def scenario_record(scenario: Scenario) -> Record:
    """Return a scenario's name, its day and its controls by id; switches are true or false."""
    day = {} if scenario.as_of is None else {"as_of": scenario.as_of.isoformat()}
    return {"name": scenario.name, **day, "controls": _controls(scenario)}


def result_record(result: Result) -> Record:
    """Return a result as ``dealzone solve --json`` prints it.

    Prices and gains stand under names made of the parties' ids, packages under class ids;
    ``assumptions`` are there where some were changed.
    """
    case = result.scenario.case
    changed = {"assumptions": change_records(case)} if case.changes else {}
    return {
        "model_version": MODEL_VERSION,
        "case": case.id,
        **changed,
        "scenario": scenario_record(result.scenario),
        **_findings(result),
        "frontier": _frontier(case, result.frontier),
    }


def saved_results(result: Result) -> SavedResults:
    """Return what a document keeps of a result: zone, board and solutions."""
    return validated(SavedResults, _findings(result))


def changed_rows(saved: SavedResults, found: SavedResults) -> tuple[str, ...]:
    """Return the names of the board rows whose deal zone is not the saved one.

    ``found``: What this program finds for the same settings.
    """
    known = {row.id: (row.zone, row.packages) for row in saved.board}
    return tuple(row.name for row in found.board if known.get(row.id) != (row.zone, row.packages))


def _findings(result: Result) -> Record:
    case = result.scenario.case
    zone = result.zone
    return {
        "zone": {"packages": zone.packages, **dict(zone.by_class), "total": zone.total},
        "board": [_row(case, row) for row in result.board],
        "solutions": {
            "nash": _solution(case, result.nash),
            "kalai_smorodinsky": _solution(case, result.kalai_smorodinsky),
        },
    }


def _controls(scenario: Scenario) -> Record:
    controls = zip(scenario.case.controls, scenario.values, strict=True)
    return {
        control.id: bool(value) if is_switch(control) else _plain(value)
        for control, value in controls
    }


def _plain(value: float) -> float:
    return int(value) if value == int(value) else value


def _row(case: Case, row: BoardRow) -> Record:
    sender, target = case.sender.id, case.target.id
    return {
        "id": row.row.id,
        "name": row.row.name,
        "bundle": {issue.id: row.row.levels.get(issue.id, 0) for issue in case.target_issues},
        "packages": row.packages,
        f"{sender}_limit": _rounded(row.sender_limit),
        f"{sender}_wall": _rounded(row.sender_wall),
        f"{target}_floor": _rounded(row.target_floor),
        f"{target}_floor_any": _rounded(row.target_floor_any),
        "zone": None if row.zone is None else [_rounded(end) for end in row.zone],
        "gap": _rounded(row.gap),
        "broken_lines": list(row.broken_lines),
        "blocking_lines": list(row.blocking_lines),
    }


def _frontier(case: Case, frontier: Frontier) -> list[Record]:
    points = zip(
        frontier.packages.tolist(),
        frontier.sender_gain.tolist(),
        frontier.target_gain.tolist(),
        strict=True,
    )
    return [_point(case, package_at(case, number), *gains) for number, *gains in points]


def _solution(case: Case, solution: Solution | None) -> Record | None:
    if solution is None:
        return None
    point = _point(case, solution.package, solution.sender_gain, solution.target_gain)
    return {**point, "ties": solution.ties}


def _point(case: Case, package: Package, sender_gain: float, target_gain: float) -> Record:
    return {
        "package": package_levels(case, package),
        f"{case.sender.id}_gain": _rounded(sender_gain),
        f"{case.target.id}_gain": _rounded(target_gain),
    }


def _rounded(value: float | None) -> float | None:
    # Adding zero turns -0.0 into 0.0.
    return None if value is None else round(float(value), DECIMALS) + 0.0
