"""What is worked out for scenarios, as columns of a workbook."""

from collections.abc import Sequence

from explorer.model.result import Result, Solution
from explorer.model.wording import tr
from explorer.paper.workbook.layout import RESULT, ColumnHead
from explorer.paper.workbook.writing import Cell, ResultColumn


def result_columns(results: Sequence[Result]) -> tuple[ResultColumn, ...]:
    """Return what is worked out for scenarios of one case, one value for each, as columns."""
    if not results:
        return ()
    case = results[0].scenario.case
    sides = (case.sender, case.target)
    columns = [
        _column("packages", tr("Packages in the zone"), [each.zone.packages for each in results])
    ]
    for place, item in enumerate(case.classes):
        counts = [each.zone.by_class[place][1] for each in results]
        columns.append(_column(f"class.{item.id}", item.name, counts))
    for id_, words, found in (
        ("nash", tr("Nash"), [each.nash for each in results]),
        ("ks", tr("Kalai-Smorodinsky"), [each.kalai_smorodinsky for each in results]),
    ):
        for place, party in enumerate(sides):
            title = tr("{solution}: gain of {party}", solution=words, party=party.short)
            gains = [_gain(solution, place) for solution in found]
            columns.append(_column(f"{id_}.{party.id}_gain", title, gains))
    frontier = [len(each.frontier.packages) for each in results]
    columns.append(_column("frontier", tr("Packages on the frontier"), frontier))
    for place, row in enumerate(case.rows):
        counts = [each.board[place].packages for each in results]
        title = tr("Packages: {row}", row=row.name)
        columns.append(_column(f"row.{row.id}", title, counts))
    return tuple(columns)


def _gain(solution: Solution | None, place: int) -> float | None:
    if solution is None:
        return None
    return round((solution.sender_gain, solution.target_gain)[place], 6) + 0.0


def _column(id_: str, words: str, values: Sequence[Cell]) -> ResultColumn:
    return ResultColumn(ColumnHead(RESULT + id_, words), tuple(values))
