"""The headline: how many commitments have a deal zone, what stands out, and who says no."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from explorer.figures.change import zone_width
from explorer.figures.clash_words import clash_words
from explorer.figures.lens_words import active_lens, active_words
from explorer.figures.phrase import capitalised, control_title, open_count, row_names
from explorer.model.case import Case
from explorer.model.control import ScaleControl
from explorer.model.day_words import as_of_words
from explorer.model.result import BoardRow, Result
from explorer.model.scenario import Scenario
from explorer.model.wording import tr, tr_n

MOST_LINES = 3
"""How many red lines an empty board names; more would not be read."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The one sentence to photograph, the sentences under it, and the baseline's count.

    ``baseline_line`` is empty where there is nothing to compare with, ``as_of`` where the scenario
    has no day.
    """

    title: str
    details: tuple[str, ...]
    baseline_line: str
    as_of: str = ""


def headline(result: Result, baseline: Result | None) -> Headline:
    """Say in plain words what the board shows.

    ``baseline``: What it is compared with, or None.
    """
    opened = [row for row in result.board if row.is_open]
    lens = active_lens(result.scenario)
    seen = () if lens is None else (active_words(result.scenario.case, lens),)
    details = (*_open_details(result, opened), *_closed_details(result), *seen)
    return Headline(
        _title(result, len(opened)),
        details,
        _baseline_line(result, baseline),
        capitalised(as_of_words(result.scenario.as_of)),
    )


def hint(scenario: Scenario, loaded: Scenario) -> str:
    """Return what to try first, or "" once anything has been moved or another scenario loaded.

    It names the leverage control on which the target's waiting depends most.
    """
    case = scenario.case
    first = case.preset(case.default_preset)
    if scenario.values != loaded.values or loaded.name != first.name:
        return ""
    control = _strongest_leverage(scenario.case)
    return tr("Move {control} and watch the zones.", control=control.name) if control else ""


def _title(result: Result, opened: int) -> str:
    total = len(result.board)
    if result.zone.packages == 0:
        return tr("The deal zone is empty")
    if total == 0:
        packages = result.zone.packages
        return tr_n(
            "{n} package is in the deal zone", "{n} packages are in the deal zone", packages
        )
    if opened == 0:
        return tr("No commitment on the board has a deal zone")
    if opened == total and total > 1:
        return tr("All {total} commitments have a deal zone", total=total)
    return tr_n(
        "{n} of {total} commitments has a deal zone",
        "{n} of {total} commitments have a deal zone",
        opened,
        total=total,
    )


def _open_details(result: Result, opened: list[BoardRow]) -> Iterator[str]:
    if len(opened) == len(result.board) > 1:
        yield tr("These settings are unusually permissive.")
    if len(opened) > 1:
        yield tr("Widest deal zone: {row}.", row=max(opened, key=zone_width).row.short)
    if not opened and result.board and result.zone.packages:
        yield tr_n(
            "{n} package elsewhere is in the zone: see the deal map.",
            "{n} packages elsewhere are in the zone: see the deal map.",
            result.zone.packages,
        )


def _closed_details(result: Result) -> Iterator[str]:
    closed = [row for row in result.board if not row.is_open]
    short_of = [row for row in closed if row.gap is not None]
    by_lines = [row for row in closed if _is_closed_by_lines(row)]
    hopeless = [row for row in closed if row.target_floor_any is None]
    if len(closed) == len(result.board):
        yield from _who_blocks(result.scenario, by_lines, short_of)
    elif by_lines:
        yield tr("Closed by red lines alone: {rows}.", rows=row_names(by_lines))
    if short_of:
        yield tr("Nearest to opening: {row}.", row=min(short_of, key=_gap).row.short)
    if hopeless:
        yield tr("Out of reach at any price: {rows}.", rows=row_names(hopeless))


def _who_blocks(
    scenario: Scenario, by_lines: list[BoardRow], short_of: list[BoardRow]
) -> Iterator[str]:
    """Say which lines exclude each other or keep rows closed, and count rows that cost too much."""
    clashes, case = tuple(clash_words(scenario)), scenario.case
    yield from clashes
    if not clashes:
        yield from _closing_lines(case, by_lines)
    if short_of:
        yield tr_n(
            "On {n} commitment {target} asks for more than {sender} would give.",
            "On {n} commitments {target} asks for more than {sender} would give.",
            len(short_of),
            target=case.target.short,
            sender=case.sender.short,
        )


def _closing_lines(case: Case, by_lines: list[BoardRow]) -> Iterator[str]:
    """Name the lines without which a row would be open."""
    counts = Counter(line for row in by_lines for line in {*row.broken_lines, *row.blocking_lines})
    ranked = sorted(counts, key=lambda line: (-counts[line], case.control_places[line]))
    for line in ranked[:MOST_LINES]:
        yield tr_n(
            "{line} keeps {n} commitment closed.",
            "{line} keeps {n} commitments closed.",
            counts[line],
            line=control_title(case, case.control(line)),
        )
    together = [row for row in by_lines if not {*row.broken_lines, *row.blocking_lines}]
    if together:
        yield tr("Closed only by several red lines together: {rows}.", rows=row_names(together))


def _is_closed_by_lines(row: BoardRow) -> bool:
    return not row.is_open and row.gap is None and row.target_floor_any is not None


def _gap(row: BoardRow) -> float:
    return row.gap or 0


def _baseline_line(result: Result, baseline: Result | None) -> str:
    if baseline is None:
        return ""
    if baseline.scenario.values == result.scenario.values:
        return tr("These are the baseline’s settings.")
    return tr(
        "Baseline, {name}: {n} of {total}",
        name=baseline.scenario.name,
        n=open_count(baseline),
        total=len(baseline.board),
    )


def _strongest_leverage(case: Case) -> ScaleControl | None:
    slopes = {slope.control: slope.amount.value for slope in case.target_stakes.waiting.slopes}
    leverage = [c for c in case.controls if c.kind == "scale" and c.role == "leverage"]
    return max(leverage, key=lambda control: abs(slopes.get(control.id, 0)), default=None)
