"""The registry: every view is in it once, and each has what window and command line need of it."""

import importlib
import pkgutil
from typing import get_args

import pytest

from explorer import views
from explorer.files.case_file import bundled_case
from explorer.files.handbook import handbook, page_by_id
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.views.registry import VIEW_IDS, VIEWS, figure_of, view_by_id
from explorer.views.view import Group, View, Viewing
from tests.figures.sentences import assert_reads_well

KOREA = bundled_case("korea")
PAGES = handbook(KOREA)
OCTOBER = solve(preset_scenario(KOREA, "october-2025"))
HANOI = solve(preset_scenario(KOREA, "hanoi-2019"))
VIEWING = Viewing(OCTOBER, baseline=HANOI, selected_row="phased-step", swept_control="us_will")

every_view = pytest.mark.parametrize("view", VIEWS, ids=VIEW_IDS)


def test_every_module_with_a_view_is_registered_once() -> None:
    names = (module.name for module in pkgutil.iter_modules(views.__path__, "explorer.views."))
    modules = [importlib.import_module(name) for name in names]
    defined = [module.VIEW for module in modules if hasattr(module, "VIEW")]
    assert len(defined) == len(VIEWS)
    assert all(any(each is view for view in VIEWS) for each in defined)


def test_ids_and_titles_are_unlike_each_other() -> None:
    assert len({*VIEW_IDS}) == len(VIEWS)
    assert len({view.title() for view in VIEWS}) == len(VIEWS)
    assert [view_by_id(id_) for id_ in VIEW_IDS] == [*VIEWS]
    with pytest.raises(KeyError):
        view_by_id("weather")


def test_views_that_answer_the_same_question_are_offered_together() -> None:
    groups = [view.group for view in VIEWS]
    changes = [
        here for here, before in zip(groups, [None, *groups], strict=False) if here != before
    ]
    assert changes == [*get_args(Group)]


@every_view
def test_a_view_is_named_and_explained(view: View) -> None:
    assert_reads_well(view.title())
    info = view.info()
    assert info.endswith(".")
    assert len(info.split()) >= 30
    assert page_by_id(PAGES, view.page) is not None


@every_view
def test_a_view_says_in_a_sentence_and_a_table_what_it_shows(view: View) -> None:
    figure = view.figure(VIEWING)
    assert_reads_well(figure.title)
    assert_reads_well(figure.sentence)
    assert figure.sentence.endswith(".")
    assert figure.table.rows
    assert {len(row) for row in figure.table.rows} == {len(figure.table.columns)}


@every_view
def test_a_figure_is_found_by_its_views_id(view: View) -> None:
    found, made = figure_of(view.id, VIEWING), view.figure(VIEWING)
    assert type(found) is type(made)
    assert found.table == made.table
