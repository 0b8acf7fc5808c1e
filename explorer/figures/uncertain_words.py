"""Names of what assumption sets draw, in the words of the case."""

from explorer.model.case import Case
from explorer.model.wording import tr


def uncertain_name(case: Case, uncertain_id: str) -> str:
    """Return the name of a drawn number.

    Parameters
    ----------
    case
        Whose number it is.
    uncertain_id
        The id of an :class:`explorer.solver.uncertain.Uncertain`; one that is not understood is
        its own name.
    """
    kind, _, rest = uncertain_id.partition(".")
    if kind == "issues":
        return _issue_words(case, rest)
    if kind == "discounts":
        return _discount_words(case, rest)
    if kind in ("sender_stakes", "target_stakes"):
        return _stakes_words(case, kind, rest)
    if kind == "ending_shares":
        return next(each.name for each in case.ending_shares if each.id == rest)
    if kind == "controls":
        return case.control(rest).name
    return uncertain_id


def control_of(uncertain_id: str) -> str:
    """Return the id of the control that a drawn number is; "" for any other number."""
    kind, _, rest = uncertain_id.partition(".")
    return rest if kind == "controls" else ""


def _issue_words(case: Case, rest: str) -> str:
    issue_id, _, side = rest.partition(".")
    issue = case.issue(issue_id)
    other = "sender" if issue.given_by == "target" else "target"
    party = case.party(issue.given_by if side == "cost" else other).short
    if side == "cost":
        return tr("{issue}: cost to {party}", issue=issue.name, party=party)
    return tr("{issue}: worth to {party}", issue=issue.name, party=party)


def _discount_words(case: Case, rest: str) -> str:
    discount, _, slope = rest.partition(".")
    control = case.control(slope.rpartition(".")[2]).name
    issues = [
        each.name for each in case.issues if each.benefit and each.benefit.discount == discount
    ]
    if not issues:
        return tr("{control}: loss of worth", control=control)
    return tr("{control}: loss of worth of {issue}", control=control, issue=issues[0].lower())


def _stakes_words(case: Case, kind: str, rest: str) -> str:
    party = case.party("sender" if kind == "sender_stakes" else "target").short
    if rest == "headline":
        return tr("A deal as such: worth to {party}", party=party)
    control_id = rest.rpartition(".")[2]
    if control_id == "base":
        return tr("No deal: worth to {party}", party=party)
    control = case.control(control_id).name
    return tr("No deal with {control}: worth to {party}", control=control, party=party)
