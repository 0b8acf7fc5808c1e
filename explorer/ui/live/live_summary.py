"""The live summary: the sentences beside the pictures, as the state changes."""

from explorer.figures.announcement import announcement, opened_and_closed_words
from explorer.figures.change import changes
from explorer.figures.headline import headline, hint
from explorer.figures.pinned import BASELINE, baseline_words
from explorer.model.assumption import is_variation_of
from explorer.model.result import Result
from explorer.model.wording import tr
from explorer.store.state import State
from explorer.ui.live.comparing import Comparing, called_pins, empty_words, pin_actions
from explorer.ui.panels.summary_panel import SummaryPanel


class LiveSummary:
    """Fills the summary panel.

    ``comparing``: Whether results are compared, and with what.
    """

    def __init__(self, panel: SummaryPanel, comparing: Comparing) -> None:
        self._panel = panel
        self._comparing = comparing

    def show_result(self, state: State, result: Result, *, is_before: bool) -> None:
        """Say what a result is and how it differs.

        ``is_before``: Whether that is how it was before the last change.
        """
        note = hint(state.scenario, state.loaded) if result.zone.packages else ""
        if is_before:
            note = tr("This is how it was before the last change.")
        elif state.gesture_start is not None:
            note = opened_and_closed_words(state.gesture_start, result) or note
        self._panel.show_message(is_shown=not is_before)
        told = headline(result, state.baseline_result)
        self._panel.strip.show_problem(state.problem or "")
        compared = self._comparing.comparison(result)
        if compared is not None:
            self._show_pins(state)
            self._panel.show_comparison(told, compared, state.problem or note)
            return
        self._panel.show_summary(
            told,
            changes(state.baseline_result, result),
            state.problem or note,
            since=state.baseline.name,
            is_moving=state.gesture_start is not None,
        )

    def announce(self, old: State, new: State) -> None:
        """Tell what the hand did, once it has let go."""
        if new.last_change is None and old.last_change is not None:
            self._panel.announce("")
        if new.gesture_start is not None or new.last_change is None:
            return
        if new.is_stale or new.is_past_stale:
            return
        has_come = old.result is not new.result or old.is_past_stale
        is_settled = old.gesture_start is not None or has_come
        if is_settled and is_variation_of(new.last_change.scenario.case, new.scenario.case):
            said = announcement(new.last_change, new.result)
            self._panel.announce(tr("Last change: {sentences}", sentences=said) if said else "")

    def _show_pins(self, state: State) -> None:
        """Show what can be compared with, and the pins."""
        block = self._panel.compare
        baseline = (BASELINE, baseline_words(state.baseline))
        pins = ((pin.letter, pin.words) for pin in self._comparing.pinned())
        block.show_against((baseline, *pins), self._comparing.against)
        block.show_pins(called_pins(state), pin_actions(), empty=empty_words())
