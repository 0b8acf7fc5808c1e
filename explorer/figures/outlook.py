"""The meeting outlook: windows of time, a word for each, its reasons, and what was said."""

from dataclasses import dataclass
from typing import Literal

from explorer.figures.choice import Choice
from explorer.figures.control_words import drawn_lines, is_drawn, set_words
from explorer.figures.outlook_words import (
    came_words,
    days_words,
    gain_word,
    reason_of_window,
    verdict_words,
)
from explorer.figures.phrase import listed, scale_text
from explorer.figures.source_words import source_title
from explorer.figures.table import Cell, Number, Table
from explorer.model.case import Case
from explorer.model.day_words import day_words, leader_of
from explorer.model.outlook import CitedView
from explorer.model.result import MeetingOutlook, MeetingWord, SideGain, WindowOutlook
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
    """One window as shown: the days to its end, the word for it, why, and the voices.

    Of one that has passed, ``reason`` tells what came of it and ``source`` where that is from.
    """

    id: str
    name: str
    dates: str
    days: float
    length: str
    word: MeetingWord
    verdict: str
    reason: str
    voices: tuple[OutlookVoice, ...]
    source: str = ""

    @property
    def has_passed(self) -> bool:
        """Whether it lies behind the scenario."""
        return self.word in ("met", "unmet", "passed")


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
    def coming(self) -> tuple[OutlookWindow, ...]:
        """The windows that lie ahead."""
        return tuple(window for window in self.windows if not window.has_passed)

    @property
    def table(self) -> Table:
        """Every window as words, made when asked for."""
        return Table(
            caption=self.title,
            columns=(
                tr("Window"),
                tr("Dates"),
                tr("Time left"),
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

    ``outlook``: How a meeting stands, or None where the case has no rules for it.
    """
    title = tr("Meeting outlook")
    if outlook is None:
        said = tr("This case has no rules for meetings.")
        return OutlookFigure(case, title, said, (), (), 0, 1, ())
    windows = tuple(_window(case, outlook, each) for each in outlook.windows)
    return OutlookFigure(
        case=case,
        title=title,
        sentence=_sentence(outlook, windows),
        reasons=(_entry(case, outlook), _lead(case, outlook), _substance(case, outlook)),
        shares=_shares(case, outlook),
        lead_days=outlook.lead_days,
        longest=max([outlook.lead_days, *(window.days for window in windows)]),
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
        reason=_sourced_reason(window),
    )
    return " ".join([head, *(voice.words for voice in window.voices)])


def reason_words(reason: OutlookReason) -> str:
    """Return one of the reasons as a sentence, for pointing at it."""
    return tr("{title}: {words}", title=reason.title, words=reason.words)


def _cells(window: OutlookWindow) -> tuple[Cell, ...]:
    said = tr("; ").join(
        tr("{said} ({source})", said=voice.words, source=voice.source) for voice in window.voices
    )
    length = Number(None if window.has_passed else window.days, window.length)
    return (window.name, window.dates, length, window.verdict, _sourced_reason(window), said)


def _sourced_reason(window: OutlookWindow) -> str:
    if not window.source:
        return window.reason
    return tr("{said} ({source})", said=window.reason, source=window.source)


def _entry(case: Case, outlook: MeetingOutlook) -> OutlookReason:
    lines = ((outlook.rules.entry.most, outlook.most), (outlook.rules.entry.least, outlook.least))
    drawn = " ".join(
        _line_words(case, control_id, value)
        for control_id, value in lines
        if is_drawn(case, control_id, value)
    )
    if outlook.is_clash:
        words = tr("The terms exclude each other. {lines}", lines=drawn)
    elif drawn:
        words = tr("The terms do not exclude each other. {lines}", lines=drawn)
    else:
        words = tr("Neither side has set terms.")
    return OutlookReason("entry", tr("Terms for sitting down"), words, not outlook.is_clash)


def _line_words(case: Case, control_id: str, value: float) -> str:
    return tr("{line}.", line=set_words(case, control_id, value))


def _lead(case: Case, outlook: MeetingOutlook) -> OutlookReason:
    words = tr(
        "It takes about {days}: {eager} of {total} leaders are eager, with a will of "
        "{threshold} or more ({wills}).",
        days=days_words(outlook.lead_days),
        eager=len(outlook.eager),
        total=len(outlook.rules.wills),
        threshold=scale_text(outlook.rules.eager_from.value),
        wills=listed(_will_words(case, outlook, will) for will in outlook.rules.wills),
    )
    is_good = all(window.is_in_time for window in outlook.coming)
    return OutlookReason("lead", tr("Time to arrange it"), words, is_good)


def _will_words(case: Case, outlook: MeetingOutlook, will: str) -> str:
    control = case.control(will)
    words = tr(
        "{name} {value}",
        name=leader_of(case, control, outlook.scenario.as_of) or control.name,
        value=scale_text(outlook.scenario.value(will)),
    )
    return tr("{words} (on the edge)", words=words) if will in outlook.edges else words


def _substance(case: Case, outlook: MeetingOutlook) -> OutlookReason:
    title = tr("Something to sign")
    held = listed(
        tr_n("{name}: {n} package", "{name}: {n} packages", share.packages, name=share.name)
        for share in _shares(case, outlook)
        if share.packages
    )
    if not held:
        return OutlookReason("substance", title, _nothing_words(outlook), is_good=False)
    if outlook.gains is None:
        return OutlookReason("substance", title, held, is_good=True)
    words = tr("{gains} {held}.", gains=_gain_words(case, outlook.gains), held=held)
    is_good = all(gain.word == "much" for gain in outlook.gains)
    return OutlookReason("substance", title, words, is_good)


def _gain_words(case: Case, gains: tuple[SideGain, SideGain]) -> str:
    """Return how much each side gains from the package that is best for it."""
    sides = listed(
        _side_words(party.short, gain)
        for party, gain in zip((case.sender, case.target), gains, strict=True)
    )
    return tr("Each side's best package: {sides}.", sides=sides)


def _side_words(name: str, gain: SideGain) -> str:
    words = gain_word(gain.word)
    if gain.is_on_edge:
        return tr("{words} for {name} (on the edge)", words=words, name=name)
    return tr("{words} for {name}", words=words, name=name)


def _nothing_words(outlook: MeetingOutlook) -> str:
    if drawn_lines(outlook.scenario):
        return tr("No package inside all red lines is better than no deal for both sides.")
    return tr("No package is better than no deal for both sides.")


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
        days=each.days,
        length=tr("passed") if each.has_passed else days_words(each.days),
        word=each.word,
        verdict=verdict_words(each.word),
        reason=came_words(window) if each.has_passed else reason_of_window(case, outlook, each),
        source=_outcome_source(case, each),
        voices=tuple(
            _voice(case, view) for view in outlook.rules.views if window.id in view.windows
        ),
    )


def _outcome_source(case: Case, each: WindowOutlook) -> str:
    outcome = each.window.outcome
    return source_title(case, outcome.source) if each.has_passed and outcome is not None else ""


def _voice(case: Case, view: CitedView) -> OutlookVoice:
    return OutlookVoice(view.who, view.claim, source_title(case, view.source), view.lens or "")


def _sentence(outlook: MeetingOutlook, windows: tuple[OutlookWindow, ...]) -> str:
    coming = [window for window in windows if not window.has_passed]
    if not coming:
        return _sentence_without(outlook, windows)
    first, *others = coming
    if all(window.word == first.word for window in others):
        return tr(
            "A meeting is not a deal. By the stated rules, in every window: {verdict}.",
            verdict=first.verdict,
        )
    names: dict[str, list[str]] = {}
    for window in coming:
        names.setdefault(window.verdict, []).append(window.name)
    verdicts = tr("; ").join(
        tr("{verdict} ({names})", verdict=verdict, names=listed(called))
        for verdict, called in names.items()
    )
    return tr("A meeting is not a deal. By the stated rules: {verdicts}.", verdicts=verdicts)


def _sentence_without(outlook: MeetingOutlook, windows: tuple[OutlookWindow, ...]) -> str:
    """Say that no window lies ahead, and whether some lie behind."""
    day = outlook.scenario.as_of
    if day is None:
        return tr("A meeting is not a deal. The case has no window for one.")
    if windows:
        return tr(
            "A meeting is not a deal. As of {day} no window for one lies ahead; the list "
            "tells what came of earlier ones.",
            day=day_words(day),
        )
    return tr(
        "A meeting is not a deal. The case records no window for one around {day}.",
        day=day_words(day),
    )
