"""Everything that has a name has one long and one short name, wherever it is called."""

from collections import Counter

import pytest

from explorer.figures.board import board_figure
from explorer.figures.deal_map import deal_map_figure
from explorer.figures.sweep import sweep_figure
from explorer.files.case_file import bundled_case
from explorer.files.handbook import handbook
from explorer.model.example import NamedPackage, NamedRow
from explorer.model.package import package_of
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.solver.sweep import all_sweeps
from explorer.views.registry import VIEWS, view_by_id

CASE = bundled_case("korea")
SCENARIO = preset_scenario(CASE, CASE.default_preset)
RESULT = solve(SCENARIO)


def pairs() -> list[tuple[NamedRow, NamedPackage]]:
    """Return each row with the named packages that give what it is about."""
    return [
        (row, package)
        for row in CASE.rows
        for package in CASE.packages
        if package_of(CASE, row.levels).target == package_of(CASE, package.levels).target
    ]


def test_no_two_things_of_a_kind_share_a_name() -> None:
    kinds = (CASE.rows, CASE.packages, (*CASE.rows, *CASE.packages))
    for kind in kinds:
        for names in ([each.name for each in kind], [each.short for each in kind]):
            assert [name for name, count in Counter(names).items() if count > 1] == []
    assert len({preset.name for preset in CASE.presets}) == len(CASE.presets)
    assert len({view.title() for view in VIEWS}) == len(VIEWS)


@pytest.mark.parametrize(("row", "package"), pairs(), ids=lambda each: each.id)
def test_a_package_begins_with_the_name_of_its_row(row: NamedRow, package: NamedPackage) -> None:
    stems = (row.name.casefold(), row.short.casefold())
    assert package.name.casefold().startswith(stems)


def test_pictures_call_rows_and_packages_by_one_of_their_names() -> None:
    names = {row.id: {row.name, row.short[:1].upper() + row.short[1:]} for row in CASE.rows}
    for selected in ("", CASE.rows[2].id):
        for lane in board_figure(RESULT, selected=selected).lanes:
            assert {lane.name, lane.short} <= names[lane.id]
    shorts = {row.id: row.short for row in CASE.rows}
    for sweep in all_sweeps(SCENARIO):
        lanes = sweep_figure(RESULT, sweep).lanes
        assert {lane.row_id: lane.name for lane in lanes} == shorts
    packages = {(each.name, each.short) for each in CASE.packages}
    marks = deal_map_figure(RESULT).marks
    assert packages <= {(mark.name, mark.label) for mark in marks}


def test_a_page_of_the_guide_is_called_as_its_view() -> None:
    titles = {page.id: page.title for page in handbook(CASE)}
    for view in VIEWS:
        if view.page == view.id or view.id in {"board", "map"}:
            assert titles[view.page].startswith(view.title()), view.id


def test_the_board_is_called_as_its_view() -> None:
    assert board_figure(RESULT).title == view_by_id("board").title()
