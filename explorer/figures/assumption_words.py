"""Assumptions in words: where each belongs, what it is called, and what was changed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

from explorer.figures.phrase import listed
from explorer.model.assumption import Assumption, Estimate, assumption, changed_assumptions
from explorer.model.case import Case
from explorer.model.issue import Issue, Role
from explorer.model.parameter import Path
from explorer.model.quantity import Frozen
from explorer.model.sign_rule import rules_broken_by_edits
from explorer.model.wording import tr, tr_n

MOST_NAMES = 3
"""How many changed assumptions a footer names; more would not be read."""


@dataclass(frozen=True, slots=True)
class AssumptionNote:
    """What a picture says of its assumptions; both are empty while none is changed.

    ``changed`` counts and names what was changed, ``warnings`` says which laws need not hold.
    """

    changed: str
    warnings: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it, warnings last and marked as such."""
        marked = (tr("Warning: {sentence}", sentence=each) for each in self.warnings)
        return (*((self.changed,) if self.changed else ()), *marked)


def assumption_note(case: Case) -> AssumptionNote:
    """Return what every picture of a case says of its assumptions."""
    changes = changed_assumptions(case)
    if not changes:
        return AssumptionNote("", ())
    names = [full_title(case, assumption(case, each.id)) for each in changes[:MOST_NAMES]]
    if len(changes) > MOST_NAMES:
        names.append(tr("{n} more", n=len(changes) - MOST_NAMES))
    text = tr_n(
        "{n} assumption changed: {names}.",
        "{n} assumptions changed: {names}.",
        len(changes),
        names=tr("; ").join(names),
    )
    return AssumptionNote(text, tuple(rule.sentence for rule in rules_broken_by_edits(case)))


def assumptions_state(case: Case) -> str:
    """Return the words of the status line: default, or how many are changed."""
    changes = changed_assumptions(case)
    if not changes:
        return tr("Assumptions: default")
    return tr_n("Assumptions: {n} changed", "Assumptions: {n} changed", len(changes))


def group_title(case: Case, item: Assumption) -> str:
    """Return under which heading an assumption stands: an issue, a discount, a party."""
    field = str(item.path[0])
    if field == "issues":
        return case.issues[int(item.path[1])].name
    headings = {
        "structure": tr("How the model is built"),
        "ending_shares": tr("What ends with a deal"),
        "discounts": tr("What outside support replaces"),
    }
    if field in headings:
        return headings[field]
    if field in ("sender_stakes", "target_stakes"):
        party = case.sender if field == "sender_stakes" else case.target
        return party.short
    if field == "stakeholders":
        return case.stakeholders[int(item.path[1])].name
    return _plain(field)


def title(case: Case, item: Assumption) -> str:
    """Return what an assumption is called below its heading."""
    field = str(item.path[0])
    finders: dict[str, Callable[[Case, Assumption], str]] = {
        "issues": _issue_title,
        "discounts": _discount_title,
        "sender_stakes": _stakes_title,
        "target_stakes": _stakes_title,
        "stakeholders": _stakeholder_title,
        "structure": lambda case, item: case.structure[int(item.path[1])].name,
        "ending_shares": lambda case, item: case.ending_shares[int(item.path[1])].name,
    }
    found = finders[field](case, item) if field in finders else ""
    return found or _plain_title(case, item.path)


def full_title(case: Case, item: Assumption) -> str:
    """Return heading and name in one, for a place where it stands alone."""
    return tr("{group}: {name}", group=group_title(case, item), name=title(case, item))


def level_titles(case: Case, item: Assumption) -> tuple[str, ...]:
    """Return what each of several values stands for; nothing for a single number."""
    if item.kind in ("number", "choice"):
        return ()
    issue = _issue(case, item)
    if issue is None:
        return tuple(tr("Value {n}", n=n) for n in range(len(item.estimate.values)))
    if item.kind == "shares" and issue.benefit is not None and issue.benefit.verification:
        issue = case.issue(issue.benefit.verification.issue)
    return tuple(
        tr("Level {n}: {words}", n=n, words=level.words) for n, level in enumerate(issue.levels)
    )


def likely_text(item: Assumption, estimate: Estimate) -> str:
    """Return what is likely in words: the numbers, or the name of the option that stands."""
    if item.kind == "choice":
        return item.options[int(estimate.values[0])][1]
    return values_text(estimate.values)


def values_text(values: tuple[float, ...]) -> str:
    """Return likely values, separated by commas."""
    return ", ".join(number_text(value) for value in values)


def number_text(value: float) -> str:
    """Return a number with as many digits as it was given, and a true minus sign."""
    return f"{value:.6g}".replace("-", "\N{MINUS SIGN}")


def change_text(item: Assumption, was: Estimate, now: Estimate) -> str:
    """Return what an assumption was before it was changed, the range only if that changed."""
    if item.kind == "choice" or (was.low, was.high) == (now.low, now.high):
        return tr("changed, was {values}", values=likely_text(item, was))
    return tr(
        "changed, was {values} ({low} to {high})",
        values=values_text(was.values),
        low=number_text(was.low),
        high=number_text(was.high),
    )


def moved_text(item: Assumption, was: Estimate, now: Estimate) -> str:
    """Return what an assumption is in two places, the range only where that differs too."""
    before, after = likely_text(item, was), likely_text(item, now)
    if item.kind == "choice" or (was.low, was.high) == (now.low, now.high):
        return tr("{before} → {after}", before=before, after=after)
    return tr(
        "{before} ({low} to {high}) → {after} ({new_low} to {new_high})",
        before=before,
        low=number_text(was.low),
        high=number_text(was.high),
        after=after,
        new_low=number_text(now.low),
        new_high=number_text(now.high),
    )


def edit_name(case: Case, item: Assumption) -> str:
    """Return what undo calls the change of an assumption."""
    return tr("change the assumption {name}", name=full_title(case, item))


def _issue_title(case: Case, item: Assumption) -> str:
    issue = case.issues[int(item.path[1])]
    giver = case.party(issue.given_by).short
    receiver = case.party(_other(issue.given_by)).short
    kind = ".".join(item.id.split(".")[2:])
    if kind == "cost.base":
        return tr("cost for {party}", party=giver)
    if kind.startswith("cost.slopes."):
        slope = issue.cost.slopes[int(item.path[4])]
        return tr("extra cost with {control}", control=case.control(slope.control).name)
    if kind == "benefit.points":
        return tr("benefit for {party}", party=receiver)
    return _benefit_title(case, issue, item)


def _benefit_title(case: Case, issue: Issue, item: Assumption) -> str:
    benefit = issue.benefit
    if benefit is None:
        return ""
    if benefit.growth is not None and item.path[3] == "growth":
        control = case.control(benefit.growth.control).name
        return tr("benefit share with {control} at 0", control=control)
    if benefit.verification is not None and item.path[3] == "verification":
        level = int(item.path[5])
        return tr("verified share of “{words}”", words=issue.levels[level].short)
    return ""


def _discount_title(case: Case, item: Assumption) -> str:
    discount = case.discounts[int(item.path[1])]
    issues = listed(
        issue.short
        for issue in case.issues
        if issue.benefit is not None and issue.benefit.discount == discount.id
    )
    if item.path[2] == "floor":
        return tr("least share left of: {issues}", issues=issues)
    control = case.control(discount.slopes[int(item.path[3])].control).name
    return tr("share that {control} takes of: {issues}", control=control, issues=issues)


def _stakes_title(case: Case, item: Assumption) -> str:
    stakes = case.sender_stakes if item.path[0] == "sender_stakes" else case.target_stakes
    if item.path[1] == "headline":
        return tr("worth of a deal as such")
    if item.path[2] == "base":
        return tr("worth of no deal")
    control = case.control(stakes.waiting.slopes[int(item.path[3])].control).name
    return tr("no deal: extra worth with {control}", control=control)


def _issue(case: Case, item: Assumption) -> Issue | None:
    """Return the issue whose levels an assumption's values belong to, if there is one."""
    if item.path[0] == "issues":
        return case.issues[int(item.path[1])]
    found = [issue for issue in case.issues if issue.id == item.path[-1]]
    return found[0] if found else None


def _stakeholder_title(case: Case, item: Assumption) -> str:
    if item.path[2] == "terms":
        return case.stakeholders[int(item.path[1])].terms[int(item.path[3])].name
    issue = _issue(case, item)
    return tr("worth of {issue}", issue=issue.short) if issue is not None else ""


def _other(role: Role) -> Role:
    return "sender" if role == "target" else "target"


def _plain_title(case: Case, path: Path) -> str:
    """Return a name for a part that this module has no words for: its own names and fields."""
    return listed(_steps(case, path[1:], getattr(case, str(path[0])))) or _plain(str(path[0]))


def _steps(case: Case, path: Path, part: object) -> Iterator[str]:
    for step in path:
        part = getattr(part, str(step)) if isinstance(part, Frozen) else _item(part, step)
        name = getattr(part, "name", None)
        control = getattr(part, "control", None)
        if isinstance(name, str):
            yield name
        elif isinstance(control, str) and control in case.control_places:
            yield case.control(control).name
        else:
            yield _plain(step) if isinstance(step, str) else str(step + 1)


def _item(part: object, step: str | int) -> object:
    if isinstance(part, dict):
        return cast("dict[str | int, object]", part)[step]
    return cast("tuple[object, ...]", part)[int(step)]


def _plain(field: str) -> str:
    return field.replace("_", " ").replace("-", " ")
