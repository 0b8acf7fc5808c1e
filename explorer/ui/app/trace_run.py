"""The trace run: the scripted drag of one control in the open window, and its report."""

from PySide6.QtCore import QObject, QPoint, Signal

from explorer.ui.app.trace import DragTrace, TimedSolve, TraceReport, screen_words
from explorer.ui.controls.factor_control import FactorControl
from explorer.ui.window.main_window import MainWindow

TRACE_SIZE = (1280, 800)
"""Width and height of the window, in pixels, in which times are compared."""


class TraceRun(QObject):
    """Drags one control, and reports how long each step took.

    ``finished(str)``: The drag is over; this is the report.
    """

    finished = Signal(str)

    def __init__(self, window: MainWindow, solve: TimedSolve, *, startup: float) -> None:
        """Prepare a run.

        Parameters
        ----------
        solve
            The solver with the stopwatch that the window's store calls.
        startup
            Seconds from the program's start to the first painted picture.
        """
        super().__init__()
        self._window = window
        self._solve = solve
        self._startup = startup
        self._control_id = ""
        self._steps = 0
        self._control: FactorControl | None = None
        self._drag: DragTrace | None = None

    def start(self, control_id: str, steps: int) -> None:
        """Drag a control by its id in a number of steps."""
        controls = self._window.desk.workbench.controls
        controls.focus_control(control_id)
        control = controls.control(control_id)
        self._control_id, self._steps = control_id, steps
        if not isinstance(control, FactorControl):
            self._finish(())
            return
        self._control = control
        self._solve.seconds.clear()
        self._drag = DragTrace(
            self._window,
            control.slider,
            point_of=self._point_of,
            steps=steps,
        )
        self._drag.finished.connect(self._finish)
        self._drag.start()

    def _point_of(self, share: float) -> QPoint:
        """Return where the handle stands at a share of its range."""
        if self._control is None:
            return QPoint()
        track = self._control.slider.track()
        value = track.minimum + share * (track.maximum - track.minimum)
        return QPoint(track.x_of(round(value)), round(track.centre))

    def _finish(self, times: tuple[float, ...]) -> None:
        report = TraceReport(
            control=self._control_id,
            sent=self._steps,
            times=times,
            solves=tuple(seconds * 1000 for seconds in self._solve.seconds),
            startup=self._startup,
            screen=screen_words(self._window),
        )
        self.finished.emit("\n".join(report.lines()))
