"""The meeting outlook: a word for each window of time, by the rules of the case."""

from explorer.model.outlook import MeetingRules
from explorer.model.result import MeetingOutlook, MeetingWord, WindowOutlook, ZoneCount
from explorer.model.scenario import Scenario


def meeting_outlook(scenario: Scenario, zone: ZoneCount) -> MeetingOutlook | None:
    """Return how a meeting stands in each window, or None where the case has no rules for it.

    Parameters
    ----------
    scenario
        The settings: two lines of entry and the wills.
    zone
        The deal zone of the scenario, which tells whether anything could be signed.

    Notes
    -----
    The first rule that speaks gives the word: terms clash and not every will is set on a meeting
    ("blocked"); the meeting takes longer to arrange than the window is long ("late"); terms clash
    but all want the picture ("show"); the deal zone is empty ("empty"); else "open".
    """
    rules = scenario.case.outlook
    if rules is None:
        return None
    most = int(scenario.value(rules.entry.most))
    least = int(scenario.value(rules.entry.least))
    eager = tuple(will for will in rules.wills if scenario.value(will) >= rules.eager_from.value)
    lead = rules.lead_times[len(eager)].days.value
    is_for_show = _all_reach(scenario, rules)
    windows: list[WindowOutlook] = []
    for window in rules.windows:
        is_in_time = lead <= window.days.value
        if most < least and not is_for_show:
            word: MeetingWord = "blocked"
        elif not is_in_time:
            word = "late"
        elif most < least:
            word = "show"
        else:
            word = "open" if zone.packages else "empty"
        windows.append(WindowOutlook(window, word, is_in_time))
    return MeetingOutlook(
        scenario=scenario,
        rules=rules,
        most=most,
        least=least,
        eager=eager,
        lead_days=lead,
        is_for_show=is_for_show,
        substance=zone.by_class,
        windows=tuple(windows),
    )


def _all_reach(scenario: Scenario, rules: MeetingRules) -> bool:
    return all(scenario.value(will) >= rules.show_from.value for will in rules.wills)
