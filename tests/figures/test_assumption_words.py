"""Assumptions in words: every one has a name of its own, and changes are counted and named."""

from dataclasses import replace

import pytest
from hypothesis import given

from explorer.figures.assumption_words import (
    assumption_note,
    assumptions_state,
    change_text,
    edit_name,
    full_title,
    group_title,
    level_titles,
    moved_text,
    title,
)
from explorer.files.case_file import bundled_case
from explorer.model.assumption import Estimate, assumptions, with_estimates
from explorer.model.case import Case
from tests.strategies import small_cases

CASE = bundled_case()


def test_every_assumption_of_the_bundled_case_has_a_name_of_its_own() -> None:
    names = [full_title(CASE, item) for item in assumptions(CASE)]
    assert len(set(names)) == len(names)
    assert not any("_" in name for name in names)


@given(small_cases())
def test_every_value_of_an_assumption_has_words(case: Case) -> None:
    for item in assumptions(case):
        expected = 0 if item.kind in ("number", "choice") else len(item.estimate.values)
        assert len(level_titles(case, item)) == expected
        assert group_title(case, item)
        assert title(case, item)


def test_an_unchanged_case_says_nothing_under_its_pictures() -> None:
    assert assumption_note(CASE).lines == ()
    assert assumptions_state(CASE) == "Assumptions: default"


def test_changes_are_counted_and_the_first_ones_named() -> None:
    ids = [item.id for item in assumptions(CASE) if item.kind == "levels"][:5]
    known = {item.id: item.estimate for item in assumptions(CASE)}
    edits = {id_: Estimate(known[id_].values, 0.5, 1.3) for id_ in ids}
    note = assumption_note(with_estimates(CASE, edits))
    assert note.changed.startswith("5 assumptions changed: Long-range missiles: cost for Pyongyang")
    assert note.changed.endswith("; 2 more.")
    assert note.warnings == ()


def test_a_broken_rule_is_marked_as_a_warning() -> None:
    edits = {"issues.icbm.cost.base": Estimate((0, 2, 1, 9, 10), 0.7, 1.3)}
    varied = with_estimates(CASE, edits)
    assert assumptions_state(varied) == "Assumptions: 1 changed"
    changed, warning = assumption_note(varied).lines
    assert changed == "1 assumption changed: Long-range missiles: cost for Pyongyang."
    assert warning.startswith("Warning: ")


def test_what_was_changed_tells_the_range_only_if_that_changed() -> None:
    item = next(item for item in assumptions(CASE) if item.kind == "number")
    was = Estimate((1,), 0.7, 1.3)
    assert change_text(item, was, Estimate((1.2,), 0.7, 1.3)) == "changed, was 1"
    assert change_text(item, was, Estimate((1,), 0, 2)) == "changed, was 1 (0.7 to 1.3)"


def test_an_option_that_was_changed_is_told_by_its_name() -> None:
    item = next(item for item in assumptions(CASE) if item.kind == "choice")
    was, now = (Estimate((place,), place, place) for place in (0, 1))
    names = [name for _, name in item.options]
    assert change_text(item, was, now) == f"changed, was {names[0]}"
    assert moved_text(item, was, now) == f"{names[0]} → {names[1]}"


def test_an_edit_is_named_after_its_assumption() -> None:
    item = assumptions(CASE)[0]
    assert edit_name(CASE, item) == (
        "change the assumption Long-range missiles: cost for Pyongyang"
    )


@pytest.mark.parametrize(
    ("path", "group", "name"),
    [
        (("controls", 0, "default"), "controls", "Missile advances, default"),
        (("map_grid",), "map grid", "map grid"),
        (("presets", 0, "values", "china_ties"), "presets", "October 2025, values, china ties"),
        (
            ("issues", 0, "cost", "slopes", 0),
            "Long-range missiles",
            "Long-range missiles, cost, slopes, Missile advances",
        ),
        (
            ("issues", 0, "benefit", "discount"),
            "Long-range missiles",
            "Long-range missiles, benefit, discount",
        ),
        (("issues", 5, "benefit"), "Verification", "Verification, benefit"),
        (("target_stakes", "headline", "points"), "Pyongyang", "worth of a deal as such"),
    ],
)
def test_a_part_that_no_words_were_made_for_is_named_by_its_fields(
    path: tuple[str | int, ...], group: str, name: str
) -> None:
    odd = replace(assumptions(CASE)[0], id="odd", path=path, kind="shares")
    assert (group_title(CASE, odd), title(CASE, odd)) == (group, name)
    assert level_titles(CASE, odd)
