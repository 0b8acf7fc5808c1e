"""Documents and what is on screen: what one begins with, what one holds, what it becomes."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from explorer.figures.pinned import other_side
from explorer.files.document_text import Document
from explorer.files.result_record import saved_results
from explorer.model.assumption import original
from explorer.model.by_identity import ByIdentity
from explorer.model.case import Case
from explorer.model.level import Level
from explorer.model.pin import PIN_LETTERS, Pin
from explorer.model.scenario import Scenario, preset_scenario
from explorer.store.state import Snapshot, State


def first_snapshot(case: Case) -> Snapshot:
    """Return what a new document of a case starts with."""
    start = preset_scenario(case, case.default_preset)
    return Snapshot(start, start, preset_scenario(case, case.baseline_preset))


def snapshot_at(scenario: Scenario) -> Snapshot:
    """Return what a new document of a scenario's case starts with if that is to be on screen."""
    first = first_snapshot(original(scenario.case)).moved_to(scenario.case)
    return replace(first, scenario=scenario, loaded=scenario)


def snapshot_of(document: Document) -> Snapshot:
    """Return what a document puts on screen."""
    return Snapshot(
        document.scenario,
        document.loaded,
        document.baseline,
        notes=document.notes,
        pins=document.pins,
        seed=document.seed,
        classroom=document.classroom,
        study=document.study,
    )


def document_of(state: State, level: Level, unknown: Mapping[str, object]) -> Document:
    """Return the document that holds what is on screen.

    ``unknown``: What a newer version wrote into its file and this one does not understand.
    """
    return Document(
        scenario=state.scenario,
        loaded=state.loaded,
        baseline=state.baseline,
        notes=state.notes,
        results=None if state.is_stale else saved_results(state.result),
        pins=state.pins,
        seed=state.seed,
        level=level,
        classroom=state.classroom,
        study=state.study,
        unknown=unknown,
    )


def is_untouched(snapshot: Snapshot) -> bool:
    """Return whether a snapshot is a scenario of the case as it comes, to which nobody added."""
    scenario = snapshot.scenario
    case = scenario.case
    if len(snapshot.pins) == 1:
        # What comparing begins with is soon pinned again.
        offered = Pin(PIN_LETTERS[0], other_side(scenario))
        snapshot = snapshot if snapshot.pins != (offered,) else replace(snapshot, pins=())
    first, presets = _as_it_comes(ByIdentity(case))
    if snapshot != replace(first, scenario=scenario, loaded=scenario):
        return False
    return not case.changes and scenario in presets


@lru_cache(maxsize=2)
def _as_it_comes(key: ByIdentity) -> tuple[Snapshot, tuple[Scenario, ...]]:
    """Return what a new document of a case starts with, and the case's presets.

    Kept, because the title is written anew at each step of a drag.
    """
    case = key.case
    presets = tuple(preset_scenario(case, each.id) for each in case.presets)
    return first_snapshot(case), presets
