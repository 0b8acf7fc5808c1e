"""What lies behind the picture: the ghost of a drag, the last change, and its replay."""

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.model.assumption import is_variation_of
from explorer.model.result import Result
from explorer.model.wording import tr
from explorer.store.state import State

GHOST_MILLISECONDS = 3000
"""How long the ghost stays after the hand has let go."""

REPLAY_MILLISECONDS = 800
"""How long each side of a replay is shown."""

REPLAY_TURNS = 6
"""Before and after, three times."""

CALM_TURNS = 2
"""Before and after, once: what a replay shows where motion is reduced."""

Phase = Literal["", "before", "after"]
"""Which side of the last change the whole window shows, while it shows them apart; "" at rest."""


class Replay(QObject):
    """Decides which result is drawn now and which ghost lies behind it.

    Timers run only while a ghost is about to go or a replay is under way.

    ``changed()``: Another result or ghost is to be drawn.
    """

    changed = Signal()

    def __init__(self) -> None:
        """Begin with neither ghost nor replay."""
        super().__init__()
        self._last_change: Result | None = None
        self._gesture_start: Result | None = None
        self._has_ghost = False
        self._is_held = False
        self._turns_left = 0
        self._ghost_timer = QTimer(self)
        self._ghost_timer.setSingleShot(True)
        self._ghost_timer.setInterval(GHOST_MILLISECONDS)
        self._ghost_timer.timeout.connect(self._drop_ghost)
        self._turn_timer = QTimer(self)
        self._turn_timer.setSingleShot(True)
        self._turn_timer.setInterval(REPLAY_MILLISECONDS)
        self._turn_timer.timeout.connect(self._turn)

    @property
    def ghost(self) -> Result | None:
        """What is drawn thinly behind the picture, or None."""
        if self.is_showing_before:
            return None
        if self._gesture_start is not None:
            return self._gesture_start
        return self._last_change if self._has_ghost else None

    @property
    def is_showing_before(self) -> bool:
        """Whether what was before the last change is drawn in place of what is."""
        is_turn = self._turns_left > 0 and self._turns_left % 2 == 0
        return self._last_change is not None and (self._is_held or is_turn)

    @property
    def phase(self) -> Phase:
        """Which side of the last change the window shows now."""
        if self.is_showing_before:
            return "before"
        return "after" if self._turns_left > 0 else ""

    @property
    def words(self) -> str:
        """The word that stands on the pictures while they show one side; "" at rest."""
        return {"": "", "before": tr("BEFORE"), "after": tr("AFTER")}[self.phase]

    def shown(self, present: Result) -> Result:
        """Return what is to be drawn: the present result or the one before."""
        before = self._last_change
        return before if before is not None and self.is_showing_before else present

    def shown_state(self, state: State) -> State:
        """Return a state as the window shows it: the present one, or its settings of before."""
        result = self.shown(state.result)
        if result is state.result:
            return state
        snapshot = replace(state.snapshot, scenario=result.scenario)
        return replace(state, snapshot=snapshot, result=result, gesture_start=None)

    def follow(self, old: State, new: State) -> None:
        """Take over what a change of state means for ghost and replay; emits nothing."""
        self._gesture_start = new.gesture_start
        self._last_change = _comparable(new)
        if new.snapshot is not old.snapshot:
            self._stop_replay()
            self._is_held = False
        if new.gesture_start is not None:
            self._has_ghost = False
            self._ghost_timer.stop()
        elif old.gesture_start is not None and new.last_change is old.gesture_start:
            self._has_ghost = True
            self._ghost_timer.start()
        elif new.last_scenario != old.last_scenario:
            self._has_ghost = False
            self._ghost_timer.stop()

    def start(self, *, is_calm: bool = False) -> None:
        """Alternate before and after three times, or show each once if motion is reduced."""
        if self._last_change is not None:
            self._turns_left = CALM_TURNS if is_calm else REPLAY_TURNS
            self._turn_timer.start()
            self.changed.emit()

    def hold(self, *, is_held: bool) -> None:
        """Show before for as long as it is held."""
        if is_held != self._is_held and self._last_change is not None:
            self._is_held = is_held
            self._stop_replay()
            self.changed.emit()

    def stop(self) -> None:
        """End everything that a timer would change."""
        self._ghost_timer.stop()
        self._is_held = False
        self._stop_replay()

    def _turn(self) -> None:
        self._turns_left -= 1
        if self._turns_left > 0:
            self._turn_timer.start()
        self.changed.emit()

    def _stop_replay(self) -> None:
        self._turns_left = 0
        self._turn_timer.stop()

    def _drop_ghost(self) -> None:
        self._has_ghost = False
        self.changed.emit()


def _comparable(state: State) -> Result | None:
    """Return the result before the last change, unless it is of another case."""
    before = state.last_change
    is_of_case = before is not None and is_variation_of(
        before.scenario.case, state.result.scenario.case
    )
    return before if is_of_case else None
