"""Two cases, one board: the rows of another case beside those on screen."""

from collections.abc import Mapping
from functools import lru_cache

from explorer.figures.two_cases import (
    OTHER,
    Entries,
    TwoCasesFigure,
    preset_entries,
    two_cases_choices,
    two_cases_figure,
)
from explorer.files.case_file import bundled_case, bundled_case_ids
from explorer.files.shelf import shelf, used_case
from explorer.model.by_identity import ByIdentity
from explorer.model.case import Case
from explorer.model.errors import FileError
from explorer.model.result import Result
from explorer.model.scenario import preset_scenario
from explorer.model.wording import tr
from explorer.solver.solve import solve
from explorer.views.view import View, Viewing


def _info() -> str:
    return tr(
        "The board of the case on screen, and beside it that of another case. Look at the shapes: "
        "how many rows are open, how wide, and what closes the others. Each axis counts what the "
        "giving side of its own case gives, from nothing to everything, so that lengths must not "
        "be compared from board to board. Choose above which case stands there and under which of "
        "its scenarios. Up and Down choose a row, Left and Right change the board."
    )


def figure(viewing: Viewing) -> TwoCasesFigure:
    """Return both boards; another case that cannot be used gives way to one that can."""
    here = viewing.result
    entries, wanted = other_cases(here.scenario.case), viewing.choices
    hint = ""
    try:
        there = used_case(_chosen(entries, wanted))
    except FileError as error:
        hint = str(error).splitlines()[0]
        there = _bundled_other(here.scenario.case)
        wanted = {**wanted, OTHER: there.id}
    choices = two_cases_choices(entries, preset_entries(there), wanted)
    return two_cases_figure(
        here,
        _result(ByIdentity(there), choices[1].chosen),
        selected=viewing.selected_row,
        choices=choices,
        hint=hint,
    )


def other_cases(case: Case) -> Entries:
    """Return ids and names of the cases that can stand beside one: bundled ones, then own ones."""
    names = {id_: bundled_case(id_).name for id_ in bundled_case_ids()}
    for file in shelf().cases():
        names.setdefault(file.id, file.name or file.id)
    names.pop(case.id, None)
    return tuple(names.items())


def _chosen(entries: Entries, wanted: Mapping[str, str]) -> str:
    ids = [id_ for id_, _ in entries]
    wish = wanted.get(OTHER, "")
    return wish if wish in ids else ids[0]


def _bundled_other(case: Case) -> Case:
    return bundled_case(next(id_ for id_ in bundled_case_ids() if id_ != case.id))


@lru_cache(maxsize=4)
def _result(key: ByIdentity, preset: str) -> Result:
    """Return a preset of the other case, solved once: it stands still while the hand moves."""
    return solve(preset_scenario(key.case, preset))


VIEW = View(
    id="two-cases",
    group="where",
    page="two-cases",
    title=lambda: tr("Two cases, one board"),
    short=lambda: tr("Two cases"),
    info=_info,
    figure=figure,
)
