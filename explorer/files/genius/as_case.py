"""A Genius domain as a case of this program: the same packages, the same utilities, points of 100.

Utility 1 is 100 points. A party's gain is its utility less its reservation value: with G the
utility of the issues that the other gives and C what its own miss of their best values M, the
utility is G + M - C, so that waiting is worth the reservation value less M. Genius cuts utilities
at 1: where a package would be worth more, G - C has a ceiling at 100 points less M.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from explorer.files.genius.bundles import bundle_words, cut, efficient_bundles
from explorer.files.genius.controls import (
    OTHER,
    SOURCE,
    groups,
    red_lines,
    settled_rules,
    trust,
    trust_id,
    walk_away,
    walk_away_id,
)
from explorer.files.genius.sides import DECIMALS, POINTS, given_issues, slug, unique_ids
from explorer.files.json_text import explain, validated
from explorer.model.case import CASE_SCHEMA_VERSION, Case
from explorer.model.errors import FileError
from explorer.model.limits import MOST_WORDS
from explorer.model.wording import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.files.genius.domain import GeniusDomain, GeniusProfile
    from explorer.files.genius.sides import Given
    from explorer.files.result_record import Record
    from explorer.model.issue import Role

MOST_ROWS, MOST_LANDMARKS = 7, 4
"""Bundles of the target that become rows of the board, of the sender that name its axis."""

CELLS = 40
"""Columns and rows of the deal map."""

ROLES: tuple[Role, Role] = ("sender", "target")
"""The roles of the two parties, in the order of their profiles."""


def genius_case(domain: GeniusDomain) -> Case:
    """Return a domain as a case.

    What was assumed stands among the case's limits. Raises :class:`FileError` if the domain has
    too many packages, or something in it that no case can hold.
    """
    record = _record(domain, given_issues(domain))
    try:
        return validated(Case, record, mends_text=True)
    except ValidationError as error:
        raise FileError(explain(error, domain.name, record)) from error


def limit_words(domain: GeniusDomain) -> tuple[str, ...]:
    """Return what a user should know of how a domain is counted, the general sentences first."""
    general = (
        tr(
            "Utilities are counted as Genius does: weight times evaluation over the largest "
            "evaluation of the issue, times 100. Programs that do not divide, as NegMAS, may name "
            "other deals."
        ),
        tr(
            "Each issue is given by the party to which it matters less. Level 0 leaves it open; "
            "two rules leave out packages in which anything is open, which the number of all "
            "packages includes."
        ),
        tr("The files give no ranges: How sure shows no spread until you give the numbers some."),
    )
    every = (*general, *domain.assumed)
    if len(every) <= MOST_WORDS:
        return every
    return (*every[: MOST_WORDS - 1], tr("... and {n} more", n=len(every) - MOST_WORDS + 1))


def _record(domain: GeniusDomain, issues: Sequence[Given]) -> Record:
    names: dict[Role, str] = {
        role: profile.name for role, profile in zip(ROLES, domain.profiles, strict=True)
    }
    ids = unique_ids(names.values())
    controls: list[Record] = [
        *(walk_away(role, each) for role, each in zip(ROLES, domain.profiles, strict=True)),
        *(trust(role, names) for role in ROLES),
        *red_lines(issues, names),
        *settled_rules(issues),
    ]
    return {
        "format": "dealzone-case",
        "schema_version": CASE_SCHEMA_VERSION,
        "id": f"genius-{slug(domain.name)}",
        "name": domain.name,
        "version": "1",
        "summary": tr(
            "Read from Genius files: {one} and {other}, {issues} issues, {packages:,} packages.",
            one=names["sender"],
            other=names["target"],
            issues=len(domain.issues),
            packages=domain.packages,
        ),
        "limits": list(limit_words(domain)),
        "sources": [
            {"id": SOURCE, "title": tr("Genius files"), "note": ", ".join(domain.files)[:1000]}
        ],
        **{
            role: {"id": id_, "name": names[role], "short": names[role], "adjective": names[role]}
            for role, id_ in zip(ROLES, ids, strict=True)
        },
        "issues": [
            _issue(each, names) for each in (*_of(issues, "target"), *_of(issues, "sender"))
        ],
        **{
            f"{role}_stakes": _stakes(issues, role, names) | _ceiling(issues, role, profile)
            for role, profile in zip(ROLES, domain.profiles, strict=True)
        },
        "classes": [
            {"id": "any", "name": tr("package"), "meaning": tr("Any package of the domain.")}
        ],
        "controls": controls,
        "groups": groups(controls, names),
        **_examples(issues, names),
        **_presets(domain),
        "map_grid": {"columns": CELLS, "rows": CELLS},
    }


def _of(issues: Sequence[Given], role: Role) -> list[Given]:
    return [issue for issue in issues if issue.role == role]


def _issue(issue: Given, names: dict[Role, str]) -> Record:
    giver, receiver = names[issue.role], names[OTHER[issue.role]]
    return {
        "id": issue.id,
        "name": issue.name,
        "short": cut(issue.name),
        "given_by": issue.role,
        "meaning": tr(
            "Counted as given by {giver}, to whom it matters less than to {receiver}.",
            giver=giver,
            receiver=receiver,
        ),
        "levels": [{"words": words, "short": cut(words)} for words in issue.words],
        "cost": {"base": _series(issue.cost, giver)},
        "benefit": {"points": _series(issue.benefit, receiver)},
    }


def _series(values: Sequence[float], party: str) -> Record:
    unit = tr("points of {party}, 100 for a utility of 1", party=party)
    return {"values": list(values), "low": 1, "high": 1, "unit": unit, "source": SOURCE}


def _stakes(issues: Sequence[Given], role: Role, names: dict[Role, str]) -> Record:
    best = sum(issue.offset for issue in _of(issues, role))
    unit = tr("points of {party}, 100 for a utility of 1", party=names[role])
    note = tr("What {party} has by its own issues at their best.", party=names[role])
    return {
        "waiting": {
            "base": {**_quantity(-best, unit), "note": note},
            "slopes": [{"control": walk_away_id(role), "amount": _quantity(POINTS, unit)}],
        },
        "headline": {"points": _quantity(0, unit), "will": trust_id(role)},
        "credibility": trust_id(role),
    }


def _ceiling(issues: Sequence[Given], role: Role, profile: GeniusProfile) -> Record:
    """Return where a party's utilities are cut, if any package reaches beyond."""
    if round(POINTS * profile.best, DECIMALS) <= POINTS:
        return {}
    best = sum(issue.offset for issue in _of(issues, role))
    return {
        "ceiling": {
            "points": round(POINTS - best, DECIMALS),
            "source": SOURCE,
            "note": tr("Genius cuts utilities at 1."),
        }
    }


def _quantity(value: float, unit: str) -> Record:
    return {"value": value, "low": value, "high": value, "unit": unit, "source": SOURCE}


def _examples(issues: Sequence[Given], names: dict[Role, str]) -> Record:
    """Return rows, landmarks and the best package of each side."""
    given = {role: _of(issues, role) for role in ROLES}
    rows = efficient_bundles(given["target"], MOST_ROWS)
    marks = efficient_bundles(given["sender"], MOST_LANDMARKS)
    ends: dict[Role, Record] = {
        "sender": {**marks[0], **rows[-1]},
        "target": {**rows[0], **marks[-1]},
    }
    return {
        "rows": [
            {
                "id": f"row-{place}",
                **_named(bundle_words(given["target"], levels)),
                "levels": levels,
                "note": tr("No other bundle brings as much and costs less."),
                "source": SOURCE,
            }
            for place, levels in enumerate(rows, start=1)
        ],
        "landmarks": [
            {"label": cut(bundle_words(given["sender"], levels)), "levels": levels}
            for levels in marks
        ],
        "packages": [
            {
                "id": f"best-{role}",
                **_named(tr("best for {party}", party=names[role])),
                "levels": levels,
                "note": tr("What {party} would choose alone.", party=names[role]),
                "source": SOURCE,
            }
            for role, levels in ends.items()
        ],
    }


def _named(name: str) -> Record:
    return {"name": name, "short": cut(name)}


def _presets(domain: GeniusDomain) -> Record:
    """Return the scenario of the files, and one without alternatives where there are any."""
    words = {"date": tr("no date"), "source": SOURCE}
    given: Record = {
        "id": "as-in-the-files",
        "name": tr("As in the files"),
        "values": {},
        "note": tr("Reservation values as the files have them, no red lines."),
        **words,
    }
    without: Record = {
        "id": "no-alternatives",
        "name": tr("No alternatives"),
        "values": {walk_away_id(role): 0 for role in ROLES},
        "note": tr("Nobody has anything without agreement."),
        **words,
    }
    presets = [given]
    if any(profile.reservation for profile in domain.profiles):
        presets.append(without)
    return {
        "presets": presets,
        "default_preset": given["id"],
        "baseline_preset": presets[-1]["id"],
    }
