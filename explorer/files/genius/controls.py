"""The controls of a case from Genius files: walk-away values, trust, red lines and rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.files.genius.bundles import cut
from explorer.files.genius.sides import POINTS
from explorer.model.wording import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from explorer.files.genius.domain import GeniusProfile
    from explorer.files.genius.sides import Given
    from explorer.files.result_record import Record
    from explorer.model.issue import Role

SOURCE = "genius-files"
"""The one source of such a case."""

MOST_SHOWN = 4
"""Red lines of one side that stand open; the rest are folded."""

OTHER: dict[Role, Role] = {"sender": "target", "target": "sender"}


def walk_away_id(role: Role) -> str:
    """Return the id of the control that moves a party's reservation value."""
    return f"{role}_reservation"


def trust_id(role: Role) -> str:
    """Return the id of the control that tells how far a party trusts the other."""
    return f"{role}_trust"


def walk_away(role: Role, profile: GeniusProfile) -> Record:
    """Return the control of a party's reservation value, which is its leverage in Genius files."""
    value = POINTS * profile.reservation
    return {
        "kind": "scale",
        "id": walk_away_id(role),
        "name": tr("{party}: value without agreement", party=profile.name),
        "role": "leverage",
        "party": role,
        "purpose": tr(
            "What {party} has if nothing is agreed (its reservation value or BATNA), in hundredths "
            "of a utility of 1.",
            party=profile.name,
        ),
        "background": tr("The files give {value:.6g}.", value=profile.reservation),
        "low_word": tr("nothing"),
        "high_word": tr("as good as the best package"),
        "default": value,
        "low": value,
        "high": value,
        "status": [
            {"start": 0, "words": tr("below half"), "meaning": tr("Less than half of the scale.")},
            {"start": 50, "words": tr("half or more"), "meaning": tr("Half of the scale or more.")},
        ],
        "marks": [
            {
                "value": value,
                "label": tr("files"),
                "words": tr("as in the Genius files"),
                "source": SOURCE,
            }
        ],
        "sources": [SOURCE],
    }


def trust(role: Role, names: dict[Role, str]) -> Record:
    """Return the control of how far a party expects the other's promises to be kept."""
    return {
        "kind": "scale",
        "id": trust_id(role),
        "name": tr("Trust of {party}", party=names[role]),
        "role": "credibility",
        "party": OTHER[role],
        "purpose": tr(
            "Which share of what {other} gives {party} expects to get. Genius knows no doubt: 100.",
            party=names[role],
            other=names[OTHER[role]],
        ),
        "background": tr("Not in the files; at 100 everything counts as Genius counts it."),
        "low_word": tr("none"),
        "high_word": tr("full"),
        "default": 100,
        "low": 100,
        "high": 100,
        "status": [
            {"start": 0, "words": tr("doubted"), "meaning": tr("Promises count in part.")},
            {"start": 100, "words": tr("trusted"), "meaning": tr("As Genius counts.")},
        ],
        "sources": [SOURCE],
    }


def red_lines(issues: Sequence[Given], names: dict[Role, str]) -> Iterator[Record]:
    """Yield a line of the giver for each issue, and of the receiver where more is better for it."""
    for issue in issues:
        if len(issue.words) > 2:
            yield _line(issue, issue.role, "at_most", names)
            if issue.is_ordered:
                yield _line(issue, OTHER[issue.role], "at_least", names)


def _line(issue: Given, role: Role, bound: str, names: dict[Role, str]) -> Record:
    most = bound == "at_most"
    purpose = (
        tr("The furthest that {party} goes on “{issue}”.", party=names[role], issue=issue.name)
        if most
        else tr("The least that {party} asks on “{issue}”.", party=names[role], issue=issue.name)
    )
    return {
        "kind": "limit",
        "id": f"{role}_{'max' if most else 'min'}_{issue.id}",
        "name": tr("{party}: {issue}", party=names[role], issue=issue.name),
        "topic": issue.name,
        "party": role,
        "issue": issue.id,
        "bound": bound,
        "purpose": purpose,
        "background": tr("Not in the files; off unless you draw it."),
        "low_word": cut(issue.words[1]),
        "high_word": cut(issue.words[-1]),
        "sources": [SOURCE],
    }


def settled_rules(issues: Sequence[Given]) -> Iterator[Record]:
    """Yield the two rules under which every issue is settled, as in every package of Genius."""
    first = next(issue for issue in issues if issue.role == "sender")
    others = [issue for issue in issues if issue is not first]
    parts = {
        "purpose": tr("A package settles every issue: Genius knows no part left open."),
        "background": tr(
            "Switched off, packages that leave issues open are counted too; they are worth nothing "
            "there to whoever receives, and cost nothing."
        ),
        "low_word": tr("counted"),
        "high_word": tr("left out"),
        "sources": [SOURCE],
    }
    yield {
        "kind": "coherence",
        "id": "settled_all",
        "name": tr("Every issue is settled"),
        "when": {first.id: {"at_least": 1}},
        "requires": [{issue.id: {"at_least": 1} for issue in others}],
        **parts,
    }
    yield {
        "kind": "coherence",
        "id": "settled_none",
        "name": cut(tr("Nothing without “{issue}”", issue=first.name)),
        "when": {first.id: {"at_most": 0}},
        "requires": [{issue.id: {"at_most": 0} for issue in others}],
        **parts,
    }


def groups(controls: Sequence[Record], names: dict[Role, str]) -> list[Record]:
    """Return the headings under which the controls stand."""
    found: list[Record] = [
        {
            "id": f"{role}_leverage",
            "name": tr("{party}: leverage", party=names[role]),
            "party": role,
            "shown": [walk_away_id(role)],
        }
        for role in OTHER
    ]
    for role in OTHER:
        ids = [each["id"] for each in controls if each["kind"] == "limit" and each["party"] == role]
        if ids:
            found.append(
                {
                    "id": f"{role}_lines",
                    "name": tr("{party}: red lines", party=names[role]),
                    "party": role,
                    "shown": ids[:MOST_SHOWN],
                    "folded": ids[MOST_SHOWN:],
                }
            )
    trusts = [trust_id(role) for role in OTHER]
    found.append({"id": "trust", "name": tr("Trust"), "party": None, "shown": trusts})
    rules = [each["id"] for each in controls if each["kind"] == "coherence"]
    found.append(
        {
            "id": "coherence",
            "name": tr("Combinations left out"),
            "party": None,
            "shown": [],
            "folded": rules,
        }
    )
    return found
