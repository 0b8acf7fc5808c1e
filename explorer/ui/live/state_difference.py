"""What differs between two states, and what else the pictures can be compared with."""

from explorer.model.scenario import Scenario
from explorer.store.state import State


def pictures_differ(old: State, new: State) -> bool:
    """Return whether pictures or sentences of one state are others than those of another."""
    shown = (
        (old.result, new.result),
        (old.baseline_result, new.baseline_result),
        (old.gesture_start, new.gesture_start),
        (old.last_change, new.last_change),
    )
    is_other = any(before is not after for before, after in shown) or old.seed != new.seed
    pins_differ = old.pins is not new.pins or old.pin_results != new.pin_results
    return is_other or pins_differ or old.problem != new.problem


def before_of(state: State) -> Scenario | None:
    """Return the settings before the last change: the one under way, if anything has moved."""
    # Not the results: those of a slow solver may still be older ones.
    known = (state.gesture_scenario, state.last_scenario)
    scenarios = (each for each in known if each is not None)
    return next((each for each in scenarios if each != state.result.scenario), None)
