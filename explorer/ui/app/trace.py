"""The trace: a scripted drag in the real window, and how long each event took to the pixels."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from explorer.model.result import Result
from explorer.model.scenario import Scenario
from explorer.model.wording import tr
from explorer.ui.app.paint_watch import PaintWatch

IDLE_MILLISECONDS = 4
"""Rest between a painted frame and the next event, as a hand would give."""

PATIENCE_MILLISECONDS = 250
"""How long to wait for pixels before an event counts as one that changed nothing."""


class TimedSolve:
    """A solver with a stopwatch; it is called like the solver itself."""

    def __init__(self, solve: Callable[[Scenario], Result]) -> None:
        """Wrap a solver."""
        self._solve = solve
        self.seconds: list[float] = []

    def __call__(self, scenario: Scenario) -> Result:
        """Solve, and note how long it took."""
        started = perf_counter()
        result = self._solve(scenario)
        self.seconds.append(perf_counter() - started)
        return result


@dataclass(frozen=True, slots=True)
class TraceReport:
    """What a traced drag found; times are in milliseconds from event to painted pixels."""

    control: str
    sent: int
    times: tuple[float, ...]
    solves: tuple[float, ...]
    startup: float
    screen: str

    def lines(self) -> tuple[str, ...]:
        """Return the report as lines to print."""
        if not self.times:
            return (tr("The drag of {control} changed nothing.", control=self.control),)
        solved = median(self.solves) if self.solves else 0.0
        return (
            tr(
                "Drag of {control}: {sent} events, {painted} painted.",
                control=self.control,
                sent=self.sent,
                painted=len(self.times),
            ),
            tr(
                "Event to painted pixels: median {median:.1f} ms, 95th percentile {high:.1f} ms, "
                "worst {worst:.1f} ms.",
                median=median(self.times),
                high=percentile(self.times, 0.95),
                worst=max(self.times),
            ),
            tr(
                "Of this the solve: median {solve:.1f} ms, {share:.0%} of the median.",
                solve=solved,
                share=solved / median(self.times),
            ),
            tr("Start to first painted picture: {seconds:.2f} s.", seconds=self.startup),
            tr("Peak memory: {memory}.", memory=peak_memory()),
            self.screen,
        )


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest of the values that at least a share of them do not pass."""
    ordered = sorted(values)
    return ordered[max(0, -(-round(share * 1000) * len(ordered) // 1000) - 1)]


def peak_memory() -> str:
    """Return the most memory the program has held, in words."""
    try:
        import resource  # only Unix has it
    except ImportError:
        return tr("not known on this system")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return tr("{megabytes:.0f} MB", megabytes=megabytes)


def screen_words(window: QWidget) -> str:
    """Return window and screen size, scale and platform, in words."""
    size, screen = window.size(), window.screen()
    return tr(
        "Window {width} x {height} on a screen of {screen_width} x {screen_height} "
        "at scale {scale:g}, platform {platform}.",
        width=size.width(),
        height=size.height(),
        screen_width=screen.size().width(),
        screen_height=screen.size().height(),
        scale=screen.devicePixelRatio(),
        platform=QGuiApplication.platformName(),
    )


class DragTrace(QObject):
    """Presses a handle, moves it there and back in many small steps, and lets go.

    Everything is driven by the event loop: each move is sent after the pixels of the one before
    have been painted and a short rest.

    ``finished(object)``: The painted times in milliseconds, as a tuple.
    """

    finished = Signal(object)

    def __init__(
        self,
        window: QWidget,
        track: QWidget,
        *,
        point_of: Callable[[float], QPoint],
        steps: int,
    ) -> None:
        """Prepare a drag.

        Parameters
        ----------
        window
            The top-level widget whose pixels count.
        track
            The widget that gets the mouse events.
        point_of
            Where the handle stands on the track at a share of its range.
        """
        super().__init__()
        self._track = track
        self._point_of = point_of
        self._steps = steps
        self._step = 0
        self._sent_at: float | None = None
        self._times: list[float] = []
        self._watch = PaintWatch(window)
        self._watch.painted.connect(self._note_paint)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(IDLE_MILLISECONDS)
        self._rest.timeout.connect(self._send_next)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(self._give_up)

    def start(self) -> None:
        """Press the handle and begin to move it."""
        self._send(QEvent.Type.MouseButtonPress, 0)
        self._rest.start()

    def _share(self, step: int) -> float:
        """Return where the handle is at a step: from one end to the other and back."""
        along = 2 * step / self._steps
        return along if along <= 1 else 2 - along

    def _send_next(self) -> None:
        if self._step >= self._steps:
            self._watch.stop()
            self._send(QEvent.Type.MouseButtonRelease, self._steps)
            self.finished.emit(tuple(self._times))
            return
        self._step += 1
        self._patience.start()
        self._sent_at = perf_counter()
        self._send(QEvent.Type.MouseMove, self._step)

    def _send(self, kind: QEvent.Type, step: int) -> None:
        point = QPointF(self._point_of(self._share(step)))
        is_move = kind == QEvent.Type.MouseMove
        is_release = kind == QEvent.Type.MouseButtonRelease
        event = QMouseEvent(
            kind,
            point,
            QPointF(self._track.mapToGlobal(point)),
            Qt.MouseButton.NoButton if is_move else Qt.MouseButton.LeftButton,
            Qt.MouseButton.NoButton if is_release else Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(self._track, event)

    def _note_paint(self, at: float) -> None:
        if self._sent_at is None:
            return
        self._times.append((at - self._sent_at) * 1000)
        self._sent_at = None
        self._patience.stop()
        self._rest.start()

    def _give_up(self) -> None:
        self._sent_at = None
        self._rest.start()
