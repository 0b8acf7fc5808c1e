"""The meeting outlook: windows of time, a word for each, its reasons, and what was said."""

from dataclasses import dataclass
from typing import Literal

from explorer.figures.choice import Choice
from explorer.figures.control_words import control_status, drawn_lines, is_drawn
from explorer.figures.phrase import control_title, listed, scale_text
from explorer.figures.source_words import source_title
from explorer.figures.table import Cell, Number, Table
from explorer.model.case import Case
from explorer.model.outlook import CitedView
from explorer.model.result import MeetingOutlook, MeetingWord, WindowOutlook
from explorer.model.wording import tr, tr_n

ReasonId = Literal["entry", "lead", "substance"]


@dataclass(frozen=True, slots=True)
class OutlookReason:
    """One of the three things a meeting hangs on; ``is_good`` tells whether it stands well."""

    id: ReasonId
    title: str
    words: str
    is_good: bool


@dataclass(frozen=True, slots=True)
class OutlookShare:
    """A class of the deal zone: its name, its packages, and its share of the zone (0 to 1)."""

    name: str
    packages: int
    share: float


@dataclass(frozen=True, slots=True)
class OutlookVoice:
    """What somebody said of a window, in our words; ``lens_id`` is the lens of it, or ""."""

    who: str
    claim: str
    source: str
    lens_id: str = ""

    @property
    def words(self) -> str:
        """Speaker and claim as one line."""
        return tr("{who}: {name}", who=self.who, name=self.claim)


@dataclass(frozen=True, slots=True)
class OutlookWindow:
    """One window as shown: how long it is in days, the word for it, why, and the voices."""

    id: str
    name: str
    dates: str
    days: float
    length: str
    word: MeetingWord
    verdict: str
    reason: str
    voices: tuple[OutlookVoice, ...]


@dataclass(frozen=True, slots=True)
class OutlookFigure:
    """Three reasons over the windows; ``longest`` is the end of the scale of days."""

    case: Case
    title: str
    sentence: str
    reasons: tuple[OutlookReason, ...]
    shares: tuple[OutlookShare, ...]
    lead_days: float
    longest: float
    windows: tuple[OutlookWindow, ...]

    @property
    def table(self) -> Table:
        """Every window as words, made when asked for."""
        return Table(
            caption=self.title,
            columns=(
                tr("Window"),
                tr("Dates"),
                tr("Length"),
                tr("A meeting"),
                tr("Why"),
                tr("What was said"),
            ),
            cells=tuple(_cells(window) for window in self.windows),
            units=("", "", tr("days")),
        )

    @property
    def choices(self) -> tuple[Choice, ...]:
        """None: the settings alone decide."""
        return ()


def outlook_figure(case: Case, outlook: MeetingOutlook | None) -> OutlookFigure:
    """Return what can be said of a meeting.

    Parameters
    ----------
    case
        The case of the outlook.
    outlook
        How a meeting stands, or None where the case has no rules for it.
    """
    title = tr("Meeting outlook")
    if outlook is None:
        said = tr("This case has no rules for meetings.")
        return OutlookFigure(case, title, said, (), (), 0, 1, ())
    windows = tuple(_window(case, outlook, each) for each in outlook.windows)
    return OutlookFigure(
        case=case,
        title=title,
        sentence=_sentence(windows),
        reasons=(_entry(case, outlook), _lead(case, outlook), _substance(case, outlook)),
        shares=_shares(case, outlook),
        lead_days=outlook.lead_days,
        longest=max(outlook.lead_days, *(window.days for window in windows)),
        windows=windows,
    )


def window_words(window: OutlookWindow) -> str:
    """Return everything about a window, for pointing at it."""
    head = tr(
        "{name}, {dates} ({length}): {verdict}. {reason}",
        name=window.name,
        dates=window.dates,
        length=window.length,
        verdict=window.verdict,
        reason=window.reason,
    )
    return " ".join([head, *(voice.words for voice in window.voices)])


def reason_words(reason: OutlookReason) -> str:
    """Return one of the reasons as a sentence, for pointing at it."""
    return tr("{title}: {words}", title=reason.title, words=reason.words)


def _cells(window: OutlookWindow) -> tuple[Cell, ...]:
    said = tr("; ").join(
        tr("{said} ({source})", said=voice.words, source=voice.source) for voice in window.voices
    )
    length = Number(window.days, window.length)
    return (window.name, window.dates, length, window.verdict, window.reason, said)


def _days(days: float) -> str:
    return tr_n("{n} day", "{n} days", round(days))


def _entry(case: Case, outlook: MeetingOutlook) -> OutlookReason:
    lines = ((outlook.rules.entry.most, outlook.most), (outlook.rules.entry.least, outlook.least))
    drawn = " ".join(
        _line_words(case, control_id, value)
        for control_id, value in lines
        if is_drawn(case, control_id, value)
    )
    if outlook.is_clash:
        words = tr("The two lines exclude each other. {lines}", lines=drawn)
    elif drawn:
        words = tr("Both sides can come in. {lines}", lines=drawn)
    else:
        words = tr("Neither side has drawn a line on this.")
    return OutlookReason("entry", tr("Terms of entry"), words, not outlook.is_clash)


def _line_words(case: Case, control_id: str, value: float) -> str:
    status = control_status(case, control_id, value)
    return tr(
        "{control}, {bound} “{level}”.",
        control=control_title(case, case.control(control_id)),
        bound=status.bound_word,
        level=status.value_text,
    )


def _lead(case: Case, outlook: MeetingOutlook) -> OutlookReason:
    wills = listed(
        tr(
            "{name} {value}",
            name=case.control(will).name,
            value=scale_text(outlook.scenario.value(will)),
        )
        for will in outlook.rules.wills
    )
    words = tr(
        "{days}: {eager} of {total} wills reach {threshold} ({wills}).",
        days=_days(outlook.lead_days),
        eager=len(outlook.eager),
        total=len(outlook.rules.wills),
        threshold=scale_text(outlook.rules.eager_from.value),
        wills=wills,
    )
    is_good = all(window.is_in_time for window in outlook.windows)
    return OutlookReason("lead", tr("Time to arrange it"), words, is_good)


def _substance(case: Case, outlook: MeetingOutlook) -> OutlookReason:
    held = listed(
        tr_n("{name}: {n} package", "{name}: {n} packages", share.packages, name=share.name)
        for share in _shares(case, outlook)
        if share.packages
    )
    words = held or _nothing_words(outlook)
    return OutlookReason("substance", tr("Something to sign"), words, bool(held))


def _nothing_words(outlook: MeetingOutlook) -> str:
    if drawn_lines(outlook.scenario):
        return tr("No package inside all red lines is better than waiting for both sides.")
    return tr("No package is better than waiting for both sides.")


def _shares(case: Case, outlook: MeetingOutlook) -> tuple[OutlookShare, ...]:
    names = {item.id: item.name for item in case.classes}
    total = sum(count for _, count in outlook.substance)
    return tuple(
        OutlookShare(names[id_], count, count / total if total else 0.0)
        for id_, count in outlook.substance
    )


def _window(case: Case, outlook: MeetingOutlook, each: WindowOutlook) -> OutlookWindow:
    window = each.window
    return OutlookWindow(
        id=window.id,
        name=window.name,
        dates=window.dates,
        days=window.days.value,
        length=_days(window.days.value),
        word=each.word,
        verdict=verdict_words(each.word),
        reason=_reason(outlook, each),
        voices=tuple(
            _voice(case, view) for view in outlook.rules.views if window.id in view.windows
        ),
    )


def _voice(case: Case, view: CitedView) -> OutlookVoice:
    return OutlookVoice(view.who, view.claim, source_title(case, view.source), view.lens or "")


def verdict_words(word: MeetingWord) -> str:
    """Return the word for a window, as a reader sees it."""
    return {
        "open": tr("open"),
        "empty": tr("open, with nothing to sign"),
        "show": tr("for show only"),
        "late": tr("too soon"),
        "blocked": tr("blocked at the entry"),
    }[word]


def _reason(outlook: MeetingOutlook, each: WindowOutlook) -> str:
    lead, length = _days(outlook.lead_days), _days(each.window.days.value)
    if each.word == "blocked":
        return tr(
            "Terms exclude each other. Leaders would meet anyway if the will of each reached "
            "{threshold}.",
            threshold=scale_text(outlook.rules.show_from.value),
        )
    if each.word == "late":
        return tr("{lead} to arrange it, {length} to do it in.", lead=lead, length=length)
    if each.word == "show":
        return tr("Terms exclude each other, but every leader wants the picture.")
    if each.word == "empty":
        return tr("Nothing stands in the way of meeting, but there is nothing to sign.")
    return tr("Terms can be met in time, and there is something to sign.")


def _sentence(windows: tuple[OutlookWindow, ...]) -> str:
    first, *others = windows
    if all(window.word == first.word for window in others):
        return tr(
            "A meeting is not a deal. By the stated rules one is {verdict} in every window.",
            verdict=first.verdict,
        )
    names: dict[str, list[str]] = {}
    for window in windows:
        names.setdefault(window.verdict, []).append(window.name)
    verdicts = tr("; ").join(
        tr("{verdict} ({names})", verdict=verdict, names=listed(called))
        for verdict, called in names.items()
    )
    return tr("A meeting is not a deal. By the stated rules: {verdicts}.", verdicts=verdicts)
