"""The meeting outlook: a word for each window of time, by the rules of the case."""

from datetime import date

from explorer.model.outlook import GainRules, MeetingRules, MeetingWindow
from explorer.model.quantity import Quantity
from explorer.model.result import (
    Floats,
    MeetingOutlook,
    MeetingWord,
    Result,
    SideGain,
    WindowOutlook,
)
from explorer.model.scenario import Scenario

EDGE = 5.0
"""How close to a threshold, in points of a scale of 100, a will is said to be on the edge."""

GAIN_EDGE = 1.0
"""How close to a threshold, in a side's own points, a gain is said to be on the edge."""

PASSED_DAYS = 731
"""For how many days after its end a window is still shown, with what came of it: two years."""


def meeting_outlook(result: Result) -> MeetingOutlook | None:
    """Return how a meeting stands in each window, or None where the case has no rules for it.

    Parameters
    ----------
    result
        The settings, which give the lines of entry, the wills and the date; and the deal zone,
        which tells what could be signed and what each side could gain.

    Notes
    -----
    Windows that nobody spoke of by the scenario's date are left out. One that has passed shows
    what came of it. For the others the first rule that speaks gives the word: terms clash and not
    every will is set on a meeting ("blocked"); the meeting takes longer to arrange than there is
    time to the window's end, unless it is agreed ("late"); terms clash but all want the picture
    ("show"); the deal zone is empty ("empty"); a side has not much to gain ("little"); else
    "open".
    """
    scenario = result.scenario
    rules = scenario.case.outlook
    if rules is None:
        return None
    eager = tuple(will for will in rules.wills if scenario.value(will) >= rules.eager_from.value)
    most, least = (int(scenario.value(id_)) for id_ in (rules.entry.most, rules.entry.least))
    gains = None if rules.gains is None else _gains(rules.gains, result)
    is_for_show = all(scenario.value(will) >= rules.show_from.value for will in rules.wills)
    lead = rules.lead_times[len(eager)].days.value
    prospect = _prospect(result, gains, is_clash=most < least, is_for_show=is_for_show)
    return MeetingOutlook(
        scenario=scenario,
        rules=rules,
        most=most,
        least=least,
        eager=eager,
        edges=_edges(scenario, rules, is_clash=most < least),
        lead_days=lead,
        is_for_show=is_for_show,
        gains=gains,
        substance=result.zone.by_class,
        windows=_windows(rules, scenario.as_of, lead, prospect),
    )


def _prospect(
    result: Result,
    gains: tuple[SideGain, SideGain] | None,
    *,
    is_clash: bool,
    is_for_show: bool,
) -> MeetingWord:
    """Return the word for a window with time enough."""
    if is_clash:
        return "show" if is_for_show else "blocked"
    if not result.zone.packages:
        return "empty"
    has_much = gains is None or all(gain.word == "much" for gain in gains)
    return "open" if has_much else "little"


def _windows(
    rules: MeetingRules, day: date | None, lead: float, prospect: MeetingWord
) -> tuple[WindowOutlook, ...]:
    """Return the windows known on a day, coming ones first."""
    known = [window for window in rules.windows if window.is_known(day)]
    coming = [window for window in known if not window.has_passed(day)]
    passed = [window for window in known if window.has_passed(day) and _is_recent(window, day)]
    return (
        *(_coming(window, day, lead, prospect) for window in coming),
        *(WindowOutlook(window, _came(window), is_in_time=False, days=0.0) for window in passed),
    )


def _coming(
    window: MeetingWindow, day: date | None, lead: float, prospect: MeetingWord
) -> WindowOutlook:
    days = window.days_left(day)
    is_in_time = lead <= days or window.is_agreed(day)
    word: MeetingWord = prospect if is_in_time or prospect == "blocked" else "late"
    return WindowOutlook(window, word, is_in_time, days)


def _came(window: MeetingWindow) -> MeetingWord:
    if window.outcome is None:
        return "passed"
    return "met" if window.outcome.met else "unmet"


def _is_recent(window: MeetingWindow, day: date | None) -> bool:
    end = window.closes or (window.outcome.date if window.outcome is not None else None)
    return day is not None and end is not None and (day - end).days <= PASSED_DAYS


def _gains(rules: GainRules, result: Result) -> tuple[SideGain, SideGain]:
    """Return the most that the sender and the target gain; both lie on the frontier."""
    frontier = result.frontier
    return _gain(rules, frontier.sender_gain), _gain(rules, frontier.target_gain)


def _gain(rules: GainRules, gains: Floats) -> SideGain:
    most = float(gains.max(initial=0.0))
    is_on_edge = bool(gains.size) and any(
        abs(most - threshold.value) <= GAIN_EDGE for threshold in _thresholds(rules)
    )
    if not gains.size or most < rules.little_from.value:
        return SideGain(most, "nothing", is_on_edge)
    return SideGain(most, "much" if most >= rules.much_from.value else "little", is_on_edge)


def _thresholds(rules: GainRules) -> tuple[Quantity, Quantity]:
    return rules.little_from, rules.much_from


def _edges(scenario: Scenario, rules: MeetingRules, *, is_clash: bool) -> tuple[str, ...]:
    """Return the wills close to a threshold that decides something now."""
    thresholds = [rules.eager_from.value, *([rules.show_from.value] if is_clash else [])]
    return tuple(
        will
        for will in rules.wills
        if any(abs(scenario.value(will) - threshold) <= EDGE for threshold in thresholds)
    )
