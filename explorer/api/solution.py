"""A solved scenario: zone, board, frontier and bargaining solutions."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from explorer.api.answer import frame_of
from explorer.api.html import board_html
from explorer.api.scenario import Scenario
from explorer.figures.board import board_figure
from explorer.files.result_record import result_record
from explorer.model.package import package_at, package_levels
from explorer.model.result import Counts, Floats, Result
from explorer.model.result import Solution as Point
from explorer.solver.solve import solve as solved

if TYPE_CHECKING:
    from pandas import DataFrame  # pyright: ignore[reportMissingTypeStubs]


@dataclass(frozen=True, eq=False)
class Solution:
    """What a scenario is: everything that one solve finds; see :func:`explorer.solve`.

    ``model`` is the program's own frozen value.

    Examples
    --------
    >>> import explorer
    >>> solution = explorer.solve(explorer.case().scenario("october-2025"))
    >>> solution.zone["total"]
    1944000
    """

    model: Result

    @property
    def scenario(self) -> Scenario:
        """What was solved.

        Examples
        --------
        >>> import explorer
        >>> explorer.solve(explorer.case().scenario("october-2025")).scenario.name
        'October 2025'
        """
        return Scenario(self.model.scenario)

    @property
    def zone(self) -> dict[str, int]:
        """How many packages the deal zone holds, by class, and of how many in all.

        Examples
        --------
        >>> import explorer
        >>> explorer.solve(explorer.case().scenario("october-2025")).zone["packages"] > 0
        True
        """
        found = self.model.zone
        return {"packages": found.packages, **dict(found.by_class), "total": found.total}

    @property
    def board(self) -> list[dict[str, Any]]:
        """The board's rows: floors, limits, zone and what closes it; as ``solve --json`` has them.

        Examples
        --------
        >>> import explorer
        >>> explorer.solve(explorer.case().scenario("october-2025")).board[0]["id"]
        'test-pause'
        """
        rows: Any = self.record["board"]
        return list(rows)

    @property
    def frontier(self) -> dict[str, Counts | Floats]:
        """The Pareto frontier as arrays: package numbers, and both sides' gains over no deal.

        Examples
        --------
        >>> import explorer
        >>> frontier = explorer.solve(explorer.case().scenario("october-2025")).frontier
        >>> bool((frontier["sender_gain"] >= 0).all())
        True
        """
        found = self.model.frontier
        return {
            "package": found.packages,
            "sender_gain": found.sender_gain,
            "target_gain": found.target_gain,
        }

    @property
    def nash(self) -> dict[str, Any] | None:
        """The Nash solution: levels and both gains; None where the zone is empty.

        Examples
        --------
        >>> import explorer
        >>> explorer.solve(explorer.case().scenario("october-2025")).nash["ties"]
        1
        """
        return self._point(self.model.nash)

    @property
    def kalai_smorodinsky(self) -> dict[str, Any] | None:
        """The Kalai-Smorodinsky solution, likewise.

        Examples
        --------
        >>> import explorer
        >>> sorted(explorer.solve(explorer.case().scenario("october-2025")).kalai_smorodinsky)
        ['levels', 'sender_gain', 'target_gain', 'ties']
        """
        return self._point(self.model.kalai_smorodinsky)

    @cached_property
    def record(self) -> dict[str, Any]:
        """All of it as plain values, as ``dealzone solve --json`` prints it.

        Examples
        --------
        >>> import explorer
        >>> explorer.solve(explorer.case().scenario()).record["case"]
        'korea'
        """
        return result_record(self.model)

    def package(self, number: int) -> dict[str, int]:
        """Return the levels of a package by its number; see :attr:`frontier`.

        Examples
        --------
        >>> import explorer
        >>> sum(explorer.solve(explorer.case().scenario()).package(0).values())
        0
        """
        case = self.model.scenario.case
        return package_levels(case, package_at(case, number))

    def frame(self) -> "DataFrame":
        """Return the board as a data frame of pandas.

        Raises :class:`explorer.ExplorerError` if pandas is not installed.

        Examples
        --------
        >>> import explorer
        >>> len(explorer.solve(explorer.case().scenario()).frame()) == len(explorer.case().rows)
        True
        """
        rows = self.board
        return frame_of(rows, tuple(rows[0]) if rows else ())

    def __repr__(self) -> str:
        """Return the scenario's name and the size of the zone."""
        return f"<Solution of {self.scenario.name!r}: {self.model.zone.packages:,} packages>"

    def _repr_html_(self) -> str:
        return board_html(board_figure(self.model))

    def _point(self, found: Point | None) -> dict[str, Any] | None:
        if found is None:
            return None
        return {
            "levels": package_levels(self.model.scenario.case, found.package),
            "sender_gain": found.sender_gain,
            "target_gain": found.target_gain,
            "ties": found.ties,
        }


def solve(scenario: Scenario) -> Solution:
    """Return zone, board, frontier and solutions of a scenario; exact, nothing is sampled.

    Examples
    --------
    >>> import explorer
    >>> explorer.solve(explorer.case().scenario("october-2025"))
    <Solution of 'October 2025': ... packages>
    """
    return Solution(solved(scenario.model))
