"""A case in short: what it holds, counted and named, in lines that any case can be told in."""

from collections import Counter
from math import prod

from explorer.figures.phrase import listed
from explorer.figures.table import Number, Table
from explorer.model.assumption import assumptions
from explorer.model.case import Case
from explorer.model.control import Control
from explorer.model.wording import tr, tr_n

Fact = tuple[str, str]


def case_facts(case: Case) -> tuple[Fact, ...]:
    """Return what a case is and how much of everything it holds, as title and words."""
    sizes = [len(issue.levels) for issue in case.issues]
    bundles = [prod(case.sender_shape), prod(case.target_shape)]
    return (
        (tr("Case"), tr("{name} ({id}, version {version})", **_names(case))),
        (tr("Day"), str(case.as_of) if case.as_of else tr("none is named")),
        (tr("Sides"), tr("concessions: {a}; commitments: {b}", **_sides(case))),
        (
            tr("Packages"),
            tr(
                "{n:,} in all: {a:,} bundles of concessions times {b:,} of commitments",
                n=prod(sizes),
                a=bundles[0],
                b=bundles[1],
            ),
        ),
        (tr("Controls"), _controls(case)),
        (tr("Scenarios"), listed(preset.name for preset in case.presets)),
        (tr("Board"), tr_n("{n} row", "{n} rows", len(case.rows))),
        (tr("Named packages"), str(len(case.packages))),
        (tr("Who else"), listed(each.name for each in case.stakeholders) or tr("nobody")),
        (tr("Lenses"), str(len(case.lenses))),
        (tr("Numbers"), _numbers(case)),
        (tr("Leaves out"), " ".join(case.limits) or tr("nothing is named")),
    )


def fact_changes(old: Case, new: Case) -> tuple[str, ...]:
    """Return a line for each fact of two cases that differs."""
    return tuple(
        tr("{title}: {before} → {after}", title=title, before=before, after=after)
        for (title, before), (_, after) in zip(case_facts(old), case_facts(new), strict=True)
        if before != after
    )


def issue_table(case: Case) -> Table:
    """Return the issues of a case: who gives them, how many levels, the costs of the deepest."""
    rows = tuple(
        (
            issue.id,
            issue.name,
            case.party(issue.given_by).short,
            _number(len(issue.levels)),
            _number(issue.cost.base.values[-1]),
            _number(None if issue.benefit is None else issue.benefit.points.values[-1]),
        )
        for issue in case.issues
    )
    heads = (tr("Id"), tr("Issue"), tr("Given by"), tr("Levels"), tr("Costs"), tr("Brings"))
    return Table(tr("Issues, and what their deepest levels cost and bring"), heads, rows)


def _number(value: float | None) -> Number:
    return Number(value, "" if value is None else f"{value:g}")


def _names(case: Case) -> dict[str, str]:
    return {"name": case.name, "id": case.id, "version": case.version}


def _sides(case: Case) -> dict[str, str]:
    return {"a": case.sender.name, "b": case.target.name}


def _controls(case: Case) -> str:
    counts = Counter(_kind_words(control) for control in case.controls)
    return listed(f"{words}: {count}" for words, count in counts.items())


def _kind_words(control: Control) -> str:
    words = {
        "scale": tr("scales"),
        "limit": tr("red lines"),
        "consent": tr("consents"),
        "guard": tr("guards"),
        "coherence": tr("coherence rules"),
    }
    return words[control.kind]


def _numbers(case: Case) -> str:
    items = [item for item in assumptions(case) if item.kind != "choice"]
    named = Counter(item.source for item in items)
    return tr(
        "{n} entries from {sources}",
        n=len(items),
        sources=tr_n("{n} source", "{n} sources", len(named)),
    )
