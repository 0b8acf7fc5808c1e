"""The term sheet: one package read as a deal, issue by issue, and what each side makes of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from explorer.figures.line_words import line_sentence
from explorer.figures.other_words import fare_lines
from explorer.figures.phrase import HALF, capitalised, membership_words, points_of
from explorer.figures.study import of_hundred
from explorer.model.bold import PackageSureness
from explorer.model.case import Case
from explorer.model.day_words import dated_name
from explorer.model.issue import Issue, Role
from explorer.model.others import PackageOthers
from explorer.model.package import Package, package_levels
from explorer.model.result import NearestMiss, TermSheet
from explorer.model.wording import tr, tr_n

TIE = -1e-9
"""A gain of at least this is accepted: ties are in (the solver's rule)."""

SLIGHT = 0.02
CLEAR = 0.1
"""Shares of everything a side could be given: below the first a gain is slight, from the second
on it is clear."""


@dataclass(frozen=True, slots=True)
class Term:
    """One issue in the package: where it stands, and where it could stand.

    ``level`` is a place in ``level_words``, from 0, nothing given, to ``highest``.
    """

    issue_id: str
    issue: str
    level: int
    level_words: tuple[str, ...]

    @property
    def words(self) -> str:
        """Where it stands, in words."""
        return self.level_words[self.level]

    @property
    def highest(self) -> int:
        """The level at which most is given."""
        return len(self.level_words) - 1


@dataclass(frozen=True, slots=True)
class SideTerms:
    """What one party gives, and what it makes of the whole package.

    ``gives_title`` heads its column; ``gain_text`` compares the package with waiting, in
    whole points and a word.
    """

    party: Role
    gives_title: str
    terms: tuple[Term, ...]
    gain_text: str


@dataclass(frozen=True, slots=True)
class TermSheetFigure:
    """A package as a readable sheet; ``text`` is the same as plain text for the clipboard.

    ``kind`` tells its class, "" where nothing is exchanged; ``verdict`` says whether it
    is in the deal zone, ``sure_words`` in how many assumption sets it is, "" where that is not
    told, ``reasons`` why not: which side says no and which lines it breaks.
    ``nearest_words`` tell how few level steps would bring it in, ``nearest`` is that package;
    "" and None where it is in or the zone is empty. ``others`` are lines about who else gains
    or loses, none where nobody was asked.
    """

    package: Package
    title: str
    kind: str
    sender: SideTerms
    target: SideTerms
    is_in_zone: bool
    verdict: str
    sure_words: str
    reasons: tuple[str, ...]
    nearest_words: str
    nearest: Package | None
    others: tuple[str, ...]
    text: str


def term_sheet_figure(
    sheet: TermSheet,
    nearest: NearestMiss | None = None,
    others: PackageOthers | None = None,
    sureness: PackageSureness | None = None,
) -> TermSheetFigure:
    """Put a package and its assessment into words.

    Parameters
    ----------
    nearest
        The member of the deal zone that is fewest level steps away, or None if it is empty.
    others
        What others than the two parties make of the package, if that is to be told.
    sureness
        In how many assumption sets it is in the deal zone, if that is to be told.
    """
    case = sheet.scenario.case
    sender = _side(sheet, "sender", sheet.sender_gain)
    target = _side(sheet, "target", sheet.target_gain)
    title, kind = _title(case, sheet), _kind(case, sheet.class_id) if sheet.gives_both else ""
    verdict = membership_words(sheet.is_in_zone)
    sure = "" if sureness is None else _sure_words(sureness)
    reasons = tuple(_reasons(sheet))
    head = (title, kind) if kind else (title,)
    way_in = nearest_words(case, nearest)
    lines = (
        *head,
        dated_name(sheet.scenario),
        "",
        *_side_text(sender),
        "",
        *_side_text(target),
        "",
        verdict,
        *([sure] if sure else []),
        *reasons,
    )
    lines = (*lines, way_in) if way_in else lines
    other_lines = () if others is None else tuple(fare_lines(others))
    if other_lines:
        lines = (*lines, "", others_title(), *other_lines)
    return TermSheetFigure(
        package=sheet.package,
        title=title,
        kind=kind,
        sender=sender,
        target=target,
        is_in_zone=sheet.is_in_zone,
        verdict=verdict,
        sure_words=sure,
        reasons=reasons,
        nearest_words=way_in,
        nearest=nearest.package if nearest is not None and way_in else None,
        others=other_lines,
        text="\n".join(lines) + "\n",
    )


def _sure_words(found: PackageSureness) -> str:
    return tr(
        "In the deal zone in {share} assumption sets.", share=of_hundred(found.hits, found.sets)
    )


def others_title() -> str:
    """Return the heading of the lines about others."""
    return tr("Who else gains or loses, each in its own points")


def with_level_of(figure: TermSheetFigure, issue_id: str, level: int) -> Package:
    """Return a sheet's package with one issue at another level.

    Parameters
    ----------
    issue_id
        Which issue; :class:`KeyError` if the sheet has none.
    level
        The new level; values outside the issue's range are brought to the nearer end.
    """
    levels = {
        term.issue_id: min(max(level, 0), term.highest) if term.issue_id == issue_id else term.level
        for term in (*figure.target.terms, *figure.sender.terms)
    }
    if issue_id not in levels:
        raise KeyError(issue_id)
    return Package(
        tuple(levels[term.issue_id] for term in figure.target.terms),
        tuple(levels[term.issue_id] for term in figure.sender.terms),
    )


def _title(case: Case, sheet: TermSheet) -> str:
    levels = package_levels(case, sheet.package)
    for named in case.packages:
        if levels == {**dict.fromkeys(levels, 0), **named.levels}:
            return named.name
    if not any(levels.values()):
        return tr("Nothing is exchanged")
    return tr("A package without a name")


def _kind(case: Case, class_id: str) -> str:
    return next(
        tr("{name}: {meaning}", name=capitalised(item.name), meaning=item.meaning)
        for item in case.classes
        if item.id == class_id
    )


def _side(sheet: TermSheet, role: Role, gain: float) -> SideTerms:
    case = sheet.scenario.case
    party = case.party(role)
    issues = case.sender_issues if role == "sender" else case.target_issues
    parts = sheet.sender_parts if role == "sender" else sheet.target_parts
    bundle = sheet.package.sender if role == "sender" else sheet.package.target
    terms = tuple(_term(*pair) for pair in zip(issues, bundle, strict=True))
    received = case.target_issues if role == "sender" else case.sender_issues
    text = _gain_text(party.name, gain, _most(received))
    if any(name == "ceiling" for name, _ in parts):
        text = tr("{gain} What is beyond its ceiling does not count.", gain=text)
    return SideTerms(
        party=role,
        gives_title=tr("{party} gives", party=party.name),
        terms=terms,
        gain_text=text,
    )


def _term(issue: Issue, level: int) -> Term:
    return Term(issue.id, issue.name, level, tuple(each.words for each in issue.levels))


def _most(received: tuple[Issue, ...]) -> float:
    """Return the points a side would have from all it could be given, at full worth."""
    return sum(max(issue.benefit.points.values) for issue in received if issue.benefit)


def _gain_text(party: str, gain: float, most: float) -> str:
    """Compare a gain with waiting; the word for its size is a share of ``most``."""
    if abs(gain) <= -TIE:
        return tr("{party}: exactly as good as no deal.", party=party)
    size = _size(abs(gain), abs(gain) / most if most > 0 else 1)
    texts = _better_texts() if gain > 0 else _worse_texts()
    return texts[size].format(party=party, points=points_of(abs(gain)))


def _size(points: float, share: float) -> int:
    """Return how large a gain is: 0 below half a point, 1 slight, 2 plain, 3 clear."""
    if points < HALF:
        return 0
    return 1 + (share >= SLIGHT) + (share >= CLEAR)


def _better_texts() -> tuple[str, ...]:
    return (
        tr("{party}: only just better than no deal."),
        tr("{party}: slightly better than no deal, by {points}."),
        tr("{party}: better than no deal, by {points}."),
        tr("{party}: clearly better than no deal, by {points}."),
    )


def _worse_texts() -> tuple[str, ...]:
    return (
        tr("{party}: only just worse than no deal."),
        tr("{party}: slightly worse than no deal, by {points}."),
        tr("{party}: worse than no deal, by {points}."),
        tr("{party}: clearly worse than no deal, by {points}."),
    )


def _reasons(sheet: TermSheet) -> Iterator[str]:
    case = sheet.scenario.case
    if not sheet.gives_both:
        yield tr("A deal needs both sides to give something.")
    for party, gain in ((case.sender, sheet.sender_gain), (case.target, sheet.target_gain)):
        if gain < TIE:
            yield tr("{party} would refuse: no deal is better for it.", party=party.name)
    for line in sheet.broken_lines:
        yield _broken_line(sheet, line)
    if sheet.lone_line:
        yield tr("Without that one line it would be in the deal zone.")
    elif len(sheet.broken_lines) == 1:
        yield tr("Dropping that line alone would not be enough.")
    elif sheet.broken_lines:
        yield tr("Dropping any one of these lines alone would not be enough.")


def nearest_words(case: Case, nearest: NearestMiss | None) -> str:
    """Return which level steps bring a package into the deal zone; "" where none do or need to."""
    if nearest is None or not nearest.steps:
        return ""
    changes = "; ".join(
        tr(
            "{issue}: {words}",
            issue=case.issue(issue).name,
            words=case.issue(issue).levels[then].words,
        )
        for issue, _, then in nearest.changes
    )
    return tr_n(
        "{n} step from the deal zone. {changes}.",
        "{n} steps from the deal zone. {changes}.",
        nearest.steps,
        changes=changes,
    )


def _broken_line(sheet: TermSheet, control_id: str) -> str:
    case = sheet.scenario.case
    control = case.control(control_id)
    if control.kind == "limit":
        line = line_sentence(case, control, sheet.scenario.value(control_id))
        return tr("It crosses a red line: {line}.", line=line)
    if control.kind == "guard":
        name = case.stakeholder(control.stakeholder).name
        return tr("It leaves {name} worse off: “{line}” is on.", name=name, line=control.name)
    return tr("It does not meet “{line}”.", line=control.name)


def _side_text(side: SideTerms) -> Iterator[str]:
    yield side.gives_title
    for term in side.terms:
        if term.level:
            yield tr("• {issue}: {words}", issue=term.issue, words=term.words)
    if not any(term.level for term in side.terms):
        yield tr("• nothing")
    yield side.gain_text
