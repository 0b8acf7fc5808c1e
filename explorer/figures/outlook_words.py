"""The words of the meeting outlook: the verdict on a window, and why."""

from explorer.figures.phrase import listed, scale_text
from explorer.model.case import Case
from explorer.model.outlook import MeetingWindow
from explorer.model.result import GainWord, MeetingOutlook, MeetingWord, WindowOutlook
from explorer.model.wording import tr, tr_n


def days_words(days: float) -> str:
    """Return a number of whole days."""
    return tr_n("{n} day", "{n} days", round(days))


def gain_word(word: GainWord) -> str:
    """Return how much a side has to gain, as a reader sees it."""
    return {
        "nothing": tr("nothing to gain"),
        "little": tr("little to gain"),
        "much": tr("much to gain"),
    }[word]


def verdict_words(word: MeetingWord) -> str:
    """Return the word for a window, as a reader sees it."""
    return {
        "open": tr("open"),
        "little": tr("open, with little to gain"),
        "empty": tr("open, with nothing to sign"),
        "show": tr("for show only"),
        "late": tr("too soon"),
        "blocked": tr("blocked by the terms"),
        "met": tr("they met"),
        "unmet": tr("no meeting"),
        "passed": tr("passed"),
    }[word]


def came_words(window: MeetingWindow) -> str:
    """Return what came of a window that has passed."""
    outcome = window.outcome
    if outcome is None:
        return tr("The case does not tell what came of it.")
    return outcome.words


def reason_of_window(case: Case, outlook: MeetingOutlook, each: WindowOutlook) -> str:
    """Return why a window that lies ahead has its word."""
    if each.word == "blocked":
        return tr(
            "The terms exclude each other. The leaders would meet for show if each had a "
            "will of {threshold} or more.",
            threshold=scale_text(outlook.rules.show_from.value),
        )
    if each.word == "late":
        return tr(
            "Arranging it takes {lead}; the window ends in {length}.",
            lead=days_words(outlook.lead_days),
            length=days_words(each.days),
        )
    if each.word == "little":
        return _little_reason(case, outlook)
    if each.word == "show":
        return tr("The terms exclude each other, but each leader wants the photograph.")
    if each.word == "empty":
        return tr("Nothing prevents a meeting, but there is nothing to sign.")
    is_agreed = each.window.is_agreed(outlook.scenario.as_of)
    agreed = tr("The meeting is agreed, and there is something to sign.")
    return (
        agreed
        if is_agreed
        else tr("There is time to agree on terms, and there is something to sign.")
    )


def _little_reason(case: Case, outlook: MeetingOutlook) -> str:
    """Say who has too little to gain to hurry, so that leverage has its say."""
    parties, gains = (case.sender, case.target), outlook.gains or ()
    names = [
        party.short for party, gain in zip(parties, gains, strict=False) if gain.word != "much"
    ]
    if len(names) == len(parties):
        return tr("Nothing prevents a meeting, but each side does nearly as well without a deal.")
    return tr(
        "Nothing prevents a meeting, but {name} does nearly as well without a deal.",
        name=listed(names),
    )
