"""The report maker: makes a report step by step, so that the window goes on living beside it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.model.errors import ExplorerError
from explorer.report.order import Draw, ReportOrder
from explorer.report.report import ReportProgress, report_steps

if TYPE_CHECKING:
    from collections.abc import Iterator

PAUSE_MILLISECONDS = 1
"""Between two steps, so that whatever the hand does comes first."""


class ReportMaker(QObject):
    """Has one report under way at most.

    Signals
    -------
    progressed(float)
        Which share of it is done, 0 to 1.
    made(object)
        The whole :class:`~explorer.paper.paper.Paper`.
    failed(str)
        Why there is none.
    """

    progressed = Signal(float)
    made = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        """Begin without a report."""
        super().__init__(parent)
        self._steps: Iterator[ReportProgress] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self._step)

    @property
    def is_running(self) -> bool:
        """Whether a report is under way."""
        return self._timer.isActive()

    def begin(self, order: ReportOrder, draw: Draw) -> None:
        """Make a report in place of any that is under way."""
        self._steps = report_steps(order, draw)
        self._timer.start()

    def stop(self) -> None:
        """Give up what is under way."""
        self._timer.stop()
        self._steps = None

    def _step(self) -> None:
        try:
            step = next(self._steps, None) if self._steps is not None else None
        except ExplorerError as error:
            self.stop()
            self.failed.emit(str(error))
            return
        if step is None:
            self.stop()
            return
        self.progressed.emit(step.share)
        if step.paper is not None:
            self.stop()
            self.made.emit(step.paper)
