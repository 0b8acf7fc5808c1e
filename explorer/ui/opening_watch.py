"""The opening watch: once the hand rests, which single moves open what is closed."""

from PySide6.QtCore import QObject, QTimer

from explorer.figures.opening import OpeningFigure, row_opening_figure, zone_opening_figure
from explorer.model.result import Result
from explorer.solver.opening import row_openings, zone_openings
from explorer.ui.panels.summary_panel import SummaryPanel

REST_MILLISECONDS = 250
"""How long the hand must rest; finding openings takes longer than a frame."""

MOST_OPENINGS = 3
"""How many moves are offered."""


class OpeningWatch(QObject):
    """Shows openings of an empty zone, or of the selected row if that is closed."""

    def __init__(self, summary: SummaryPanel) -> None:
        """Show them in a panel.

        Parameters
        ----------
        summary
            The panel beside the pictures.
        """
        super().__init__()
        self._summary = summary
        self._question: tuple[Result, str] | None = None
        self._answered: tuple[Result, str] | None = None
        self._timer = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._timer.timeout.connect(self._answer)

    def ask(self, result: Result, row_id: str) -> None:
        """Look for openings of a result and a row of it, once nothing else has been asked."""
        if self._is_answer_to(result, row_id):
            return
        if self._answered is not None:
            self._answered = None
            self._summary.show_openings(None)
        self._question = (result, row_id)
        self._timer.start()

    def stop(self) -> None:
        """Look for nothing more."""
        self._timer.stop()

    def _is_answer_to(self, result: Result, row_id: str) -> bool:
        known = self._answered
        return known is not None and known[0] is result and known[1] == row_id

    def _answer(self) -> None:
        if self._question is not None:
            self._answered = self._question
            self._summary.show_openings(openings_of(*self._question))


def openings_of(result: Result, row_id: str) -> OpeningFigure | None:
    """Return the moves that open an empty zone, else those that open a closed row, else None.

    Parameters
    ----------
    result
        What is on screen.
    row_id
        The selected row of the board.
    """
    if result.zone.packages == 0:
        return zone_opening_figure(result, zone_openings(result), most=MOST_OPENINGS)
    if any(row.row.id == row_id and not row.is_open for row in result.board):
        found = row_openings(result, row_id)
        return row_opening_figure(result, row_id, found, most=MOST_OPENINGS)
    return None
