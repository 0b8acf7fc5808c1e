"""The words of lenses: who speaks, what a lens moves, and what the deal zone then is."""

from collections.abc import Iterator, Mapping

from explorer.figures.control_words import set_words
from explorer.figures.phrase import capitalised
from explorer.figures.source_words import source_title
from explorer.model.case import Case
from explorer.model.lens import Lens, seen_name
from explorer.model.scenario import Scenario
from explorer.model.wording import tr, tr_n


def lens_title(lens: Lens) -> str:
    """Return a lens as one line: whose it is and what it says in a few words."""
    return tr("{who}: {name}", who=capitalised(lens.who), name=lens.name)


def speaker_words(lens: Lens) -> str:
    """Return who speaks and when, where the case tells when."""
    who = capitalised(lens.who)
    return tr("{who}, {date}", who=who, date=lens.date) if lens.date else who


def active_lens(scenario: Scenario) -> Lens | None:
    """Return the lens through which a scenario is seen: by its name and all that the lens sets."""
    for lens in scenario.case.lenses:
        if scenario.name == seen_name(scenario.name, lens) and all(
            scenario.value(id_) == value for id_, value in lens.values.items()
        ):
            return lens
    return None


def active_words(case: Case, lens: Lens) -> str:
    """Return in two sentences through whose eyes a scenario is seen, and how to take that off."""
    return tr(
        "Seen through a lens: {who}, “{name}” (source: {source}). Undo or Reset to loaded scenario "
        "takes it off.",
        who=speaker_words(lens),
        name=lens.name,
        source=source_title(case, lens.source),
    )


def shift_words(case: Case, lens: Lens, present: Scenario | None = None) -> str:
    """Return what a lens sets, as one enumeration.

    ``present``: Where only what would move counts; None tells everything that the lens names.
    """
    moved = {
        control_id: float(value)
        for control_id, value in lens.values.items()
        if present is None or present.value(control_id) != value
    }
    words = tr("; ").join((*_moved_words(case, moved), *_scaled_words(case, lens)))
    return words or tr("nothing: the settings already agree")


def _moved_words(case: Case, moved: Mapping[str, float]) -> Iterator[str]:
    for control_id, value in moved.items():
        yield set_words(case, control_id, value)


def _scaled_words(case: Case, lens: Lens) -> Iterator[str]:
    for assumption_id, factor in lens.assumptions.items():
        words = _number_words(case, assumption_id)
        if factor:
            yield tr("{assumption}: {factor:g} times the usual", assumption=words, factor=factor)
        else:
            yield tr("{assumption}: left out", assumption=words)


def _number_words(case: Case, assumption_id: str) -> str:
    """Return what a number of an issue or a stakeholder is about; any other is told by its id."""
    parts = assumption_id.split(".")
    for other in case.stakeholders:
        if parts[:3] == ["stakeholders", other.id, "points"]:
            issue = case.issue(parts[3])
            return tr("the worth of {issue} to {other}", other=other.short, issue=issue.short)
        for term in other.terms:
            if parts[:4] == ["stakeholders", other.id, "terms", term.id]:
                return tr("{term} of {other}", term=term.name, other=other.short)
    for issue in case.issues:
        if parts[:3] == ["issues", issue.id, "benefit"]:
            return tr("the worth of {issue}", issue=issue.short)
        if parts[:3] == ["issues", issue.id, "cost"]:
            return tr("the cost of {issue}", issue=issue.short)
    return assumption_id


def zone_words(packages: int, opened: int, rows: int) -> str:
    """Return how large a deal zone is: packages, and how many of the commitments are open."""
    counted = tr_n("{n} package", "{n} packages", packages)
    return tr_n(
        "{packages}, {n} of {rows} commitments open",
        "{packages}, {n} of {rows} commitments open",
        opened,
        packages=counted,
        rows=rows,
    )
