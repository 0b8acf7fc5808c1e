"""Laws of a case's problems: each has a place that is there, and many are found quickly."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.files.case_problems import checked_content, place_of, there
from explorer.files.case_text import case_content, template_content
from explorer.model.case import Case
from explorer.model.case_tree import MISSING, Path, at, with_value
from tests.strategies import small_cases

KOREA = case_content(bundled_case())
RUBBISH = st.sampled_from(
    [MISSING, None, "", "x", -1, 3, 10**9, 0.5, [], {}, [[]], {"id": "x"}, True]
)


def paths(content: object, path: Path = ()) -> list[Path]:
    """Return the path of every part of a content, in order."""
    found = [path]
    if isinstance(content, dict):
        for key, inner in content.items():
            found += paths(inner, (*path, key))
    elif isinstance(content, list):
        for place, inner in enumerate(content):
            found += paths(inner, (*path, place))
    return found


PLACES = paths(KOREA)[1:]


@given(small_cases(), st.data())
def test_every_problem_has_a_place_that_exists(case: Case, data: st.DataObject) -> None:
    content: Any = case_content(case)
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.sampled_from(paths(content)[1:]))
        content = with_value(content, place, data.draw(RUBBISH))
    found = checked_content(content)
    assert (found.case is None) == bool(found.errors)
    for problem in found.problems:
        assert at(content, problem.path) is not MISSING
        assert problem.sentence
        assert problem.line


@pytest.mark.parametrize("place", PLACES[:: max(1, len(PLACES) // 150)])
def test_what_is_spoilt_in_the_bundled_case_is_told_near_its_place(place: Path) -> None:
    spoilt: Any = with_value(KOREA, place, {"no such thing": 1})
    errors = checked_content(spoilt).errors
    assert errors
    assert any(each.path[: len(place)] == place[: len(each.path)] for each in errors)


@pytest.mark.parametrize(
    ("path", "value", "wanted"),
    [
        (("issues", 0, "cost", "base", "values"), [0, 1], ("issues", 0, "cost", "base")),
        (("controls", 0, "default"), 101, ("controls", 0, "default")),
        (("target_stakes", "credibility"), "nobody", ("target_stakes", "credibility")),
        (("default_preset",), "nowhere", ("default_preset",)),
        (("rows", 0, "levels"), {}, ("rows", 0)),
        (("presets", 0, "values"), {"nothing": 1}, ("presets", 0)),
        (("landmarks",), [{"label": "aid", "levels": {"x": 1}}], ("landmarks", 0)),
        (("classes", 0, "at_least"), {"commitment": 1}, ("classes",)),
        (("issues", 0, "short"), MISSING, ("issues", 0)),
    ],
)
def test_a_problem_of_the_whole_leads_to_the_part_it_is_about(
    path: Path, value: object, wanted: Path
) -> None:
    content: Any = with_value(template_content(), path, value)
    found = [problem.path for problem in checked_content(content).errors]
    assert any(each[: len(wanted)] == wanted for each in found), found


def test_a_place_is_found_by_number_id_control_and_label() -> None:
    assert place_of(KOREA, "controls[3] (anything).status") == ("controls", 3, "status")
    assert place_of(KOREA, f"issues.{KOREA['issues'][2]['id']}.cost") == ("issues", 2, "cost")
    assert place_of(KOREA, "parties") == ()
    assert place_of(KOREA, "issues[99].id") == ("issues",)
    assert there(KOREA, ("name", "deeper")) == ("name",)
    assert there(KOREA, ("issues", "icbm", "no")) == ("issues", 0)


def test_remarks_on_signs_keep_nothing_from_use() -> None:
    found = checked_content(KOREA)
    assert found.case == bundled_case()
    assert found.problems
    assert not found.errors


def test_a_case_with_a_thousand_problems_and_many_slopes_tells_them_all() -> None:
    content = copy.deepcopy(template_content())
    content["sources"] = [{"id": f"s{n}", "title": 1} for n in range(500)]
    content["later"] = [{"date": "x", "words": "", "source": ""} for _ in range(500)]
    assert len(checked_content(content).errors) > 1000
    steep: Any = template_content()
    scale = steep["controls"][0]
    series = {**steep["issues"][0]["cost"]["base"], "values": [0, -1, -2]}
    steep["controls"] += [{**scale, "id": f"scale{n}"} for n in range(24)]
    steep["groups"][0]["shown"] += [f"scale{n}" for n in range(24)]
    steep["issues"][0]["cost"]["slopes"] = [
        {"control": f"scale{n}", "series": series} for n in range(24)
    ]
    found = checked_content(steep)
    assert not found.errors
    assert [each.path for each in found.problems] == [("issues", 0, "cost")] * 2
