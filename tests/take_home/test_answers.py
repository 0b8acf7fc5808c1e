"""What a page writes into its answer line is what the program reads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.errors import ScenarioError
from explorer.model.scenario import preset_scenario
from explorer.take_home.answers import Answer, answer_line, read_answer, row_ids
from explorer.take_home.page_data import answer_form
from explorer.take_home.take_home import TakeHome, usual_baseline, usual_sliders
from tests.strategies import small_cases
from tests.take_home.node import PageScripts
from tests.take_home.pages import moved_pages


@given(st.data(), moved_pages(small_cases()))
def test_an_answer_comes_back(data: st.DataObject, drawn) -> None:
    page, scenario = drawn
    # On a page a scale is moved to whole numbers only, or stays where it was handed out.
    whole = {
        each: page.scenario.value(each)
        for each in page.sliders
        if scenario.value(each) != int(scenario.value(each))
    }
    scenario = scenario.with_values(whole)
    rows = row_ids(page)
    told = data.draw(st.none() | st.lists(st.sampled_from(rows), unique=True))
    foretold = None if told is None else tuple(row for row in rows if row in told)
    found = read_answer(page, answer_line(page, Answer(foretold, scenario)))
    assert found == Answer(foretold, scenario)


@given(st.data(), moved_pages(small_cases()))
def test_the_page_writes_the_same_line(scripts: PageScripts, data: st.DataObject, drawn) -> None:
    page, _ = drawn
    form = answer_form(page)
    numbers = [data.draw(st.integers(0, size - 1)) for size in form.sizes]
    line = scripts.ask("answer", form=form.model_dump(), numbers=numbers)
    assert isinstance(line, str)
    rows = row_ids(page)
    places = dict(zip(page.sliders, numbers[1 + len(rows) :], strict=True))
    told = tuple(row for row, flag in zip(rows, numbers[1:], strict=False) if flag)
    found = read_answer(page, line)
    assert found.foretold == (told if numbers[0] else None)
    for control_id, place in places.items():
        wanted = page.scenario.value(control_id) if place == 101 else place
        assert found.scenario.value(control_id) == wanted


def test_the_line_of_another_page_is_refused() -> None:
    case = bundled_case()
    pages = []
    for preset in (case.default_preset, case.baseline_preset):
        start = preset_scenario(case, preset)
        pages.append(TakeHome(start, usual_baseline(start), usual_sliders(case)))
    line = answer_line(pages[0], Answer(None, pages[0].scenario))
    with pytest.raises(ScenarioError, match="another page"):
        read_answer(pages[1], line)
