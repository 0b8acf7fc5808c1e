"""Laws of a draft: undo restores, edits keep a sound case sound, nothing typed is lost."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.files.case_problems import checked_content
from explorer.files.case_text import case_content, template_content
from explorer.files.record_text import record_content
from explorer.model.case_tree import MISSING, at
from explorer.model.level_numbers import with_shifts
from explorer.store.case_draft import MOST_STEPS, CaseDraft
from explorer.store.case_edits import (
    new_entry,
    shifted_in_record,
    shifted_levels,
    with_edit,
    with_entry_change,
    with_key,
    with_kind,
    with_part,
)

KOREA = case_content(bundled_case())
LISTS = [("presets",), ("controls",), ("issues", 0, "levels"), ("sources",), ("lenses",)]
KEYED = ("presets", 0, "values")
CHANGES = st.sampled_from(["add", "copy", "remove", "up", "down"])


@st.composite
def edits(draw: st.DrawFn, content: Any) -> Any:
    """Draw a content after some edit."""
    kind = draw(st.integers(0, 3))
    if kind == 0:
        return with_edit(content, ("name",), draw(st.text(max_size=4)))
    if kind == 1:
        path = draw(st.sampled_from(LISTS))
        return with_entry_change(content, path, draw(CHANGES), draw(st.integers(-1, 60)))
    if kind == 2:
        return with_edit(content, ("issues", 0, "id"), draw(st.sampled_from(["a", "b", "ver"])))
    return with_entry_change(content, KEYED, draw(CHANGES), draw(st.integers(-1, 40)))


@given(st.data())
def test_undo_restores_and_redo_makes_it_again(data: st.DataObject) -> None:
    draft = CaseDraft(KOREA, KOREA)
    held = [draft]
    for _ in range(data.draw(st.integers(0, 6))):
        draft = draft.edited(data.draw(edits(draft.content)), "edit", ("name",))
        held += [draft] if draft is not held[-1] else []
    for before in reversed(held[:-1]):
        draft = draft.undone()
        assert draft.content == before.content
    assert draft.undone() is draft
    assert not draft.has_changes
    for after in held[1:]:
        draft = draft.redone()
        assert draft.content == after.content
    assert draft.redone() is draft


def test_typing_at_one_place_is_one_step_until_the_hand_leaves() -> None:
    draft = CaseDraft({"a": ""}, {"a": ""})
    for text in ("x", "xy", "xyz"):
        draft = draft.edited({"a": text}, "type", ("a",), goes_on=True)
    assert len(draft.past) == 1
    draft = draft.settled().edited({"a": "q"}, "type", ("a",), goes_on=True)
    assert len(draft.past) == 2
    assert draft.settled().settled() == draft.settled()
    assert draft.edited({"a": "q"}, "nothing", ("a",)) is draft
    assert draft.undone().undone().content == {"a": ""}


def test_a_draft_without_a_file_has_changes_once_something_was_done() -> None:
    draft = CaseDraft({"a": 1})
    assert not draft.has_changes
    draft = draft.edited({"a": 2}, "edit", ("a",))
    assert draft.has_changes
    assert not draft.written().has_changes


def test_what_can_be_undone_has_an_end() -> None:
    draft = CaseDraft({"a": 0})
    for number in range(MOST_STEPS + 5):
        draft = draft.edited({"a": number + 1}, "edit", ("a",))
    assert len(draft.past) == MOST_STEPS


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("place", [0, 1])
def test_a_copy_of_an_entry_that_is_taken_away_leaves_all_as_it_was(path: Any, place: int) -> None:
    copied = with_entry_change(KOREA, path, "copy", place)
    assert len(at(copied, path)) == len(at(KOREA, path)) + 1
    ids = [each.get("id") for each in at(copied, path) if "id" in each]
    assert len(set(ids)) == len(ids)
    assert with_entry_change(copied, path, "remove", place + 1) == KOREA
    moved = with_entry_change(KOREA, path, "down", place)
    assert with_entry_change(moved, path, "up", place + 1) == KOREA


def test_a_second_copy_has_an_id_of_its_own_too() -> None:
    once = with_entry_change(KOREA, ("presets",), "copy", 0)
    twice = with_entry_change(once, ("presets",), "copy", 0)
    ids = [each["id"] for each in twice["presets"]]
    assert len(set(ids)) == len(ids)
    assert with_edit(KOREA, ("lenses", 0, "values"), {})["lenses"][0].get("values") is None


def test_what_is_not_there_cannot_be_changed() -> None:
    for change in ("copy", "remove", "up", "down"):
        assert with_entry_change(KOREA, ("presets",), change, 999) is KOREA
        assert with_entry_change(KOREA, KEYED, change, 999) is KOREA
        assert with_entry_change(KOREA, ("issues", 0, "levels"), change, 999) == KOREA
    assert with_part(KOREA, ("controls", 0), is_there=True) is KOREA
    assert with_kind(KOREA, ("name",), "limit") is KOREA
    assert with_kind(KOREA, (), "limit") is KOREA
    assert with_kind(KOREA, ("controls", 0), "novel") is KOREA


def test_parts_by_id_are_copied_moved_and_renamed() -> None:
    content = template_content()
    content["presets"][0]["values"] = {"patience": 1, "sender_will": 2}
    path = ("presets", 0, "values")
    assert list(at(with_entry_change(content, path, "down", 0), path)) == [
        "sender_will",
        "patience",
    ]
    copied = at(with_entry_change(content, path, "copy", 0), path)
    assert copied["new-1"] == 1
    added = with_entry_change(with_entry_change(content, path, "add", 0), path, "add", 0)
    assert list(at(added, path))[2:] == ["new-1", "new-2"]
    renamed = at(with_key(content, path, 0, "target_will"), path)
    assert renamed == {"target_will": 1, "sender_will": 2}
    assert with_key(content, path, 0, "sender_will") is content
    removed = at(with_entry_change(content, path, "remove", 0), path)
    assert removed == {"sender_will": 2}


def test_what_stands_as_it_would_anyway_is_left_out() -> None:
    content = template_content()
    varied = with_edit(content, ("controls", 0, "low"), 10)
    assert at(varied, ("controls", 0, "low")) == 10
    assert with_edit(varied, ("controls", 0, "low"), 0) == content
    assert at(with_edit(content, ("rows",), []), ("rows",)) == []
    assert at(with_edit(content, ("packages",), []), ("packages",)) is MISSING
    assert at(with_edit(content, ("presets", 0, "values"), {}), ("presets", 0, "values")) == {}


def test_a_part_is_made_and_a_record_changes_its_kind() -> None:
    content = template_content()
    path = ("issues", 0, "benefit", "growth")
    made = with_part(content, path, is_there=True)
    assert at(made, (*path, "control")) == ""
    assert with_part(made, path, is_there=False) == content
    other = with_kind(content, ("controls", 0), "limit")
    assert at(other, ("controls", 0, "kind")) == "limit"
    assert at(other, ("controls", 0, "name")) == at(content, ("controls", 0, "name"))
    assert at(other, ("controls", 0, "status")) is MISSING


def test_a_new_entry_is_the_emptiest_thing_that_can_stand_there() -> None:
    assert new_entry(KOREA, ("sources",)) == {"id": "", "title": ""}
    assert new_entry(KOREA, ("controls",))["kind"] == "scale"
    assert new_entry(KOREA, ("controls", 0, "sources")) == ""
    assert new_entry(KOREA, ("nothing",)) == ""
    assert new_entry(KOREA, ("name",)) == ""


def test_a_new_level_comes_with_a_number_in_every_series() -> None:
    added = with_entry_change(KOREA, ("issues", 5, "levels"), "add", -1)
    wrong = {each.path[:4] for each in checked_content(added).errors}
    assert wrong == {("issues", 5, "levels", len(KOREA["issues"][5]["levels"]))}


def test_only_changes_of_levels_take_numbers_elsewhere_along_and_undo_brings_them_back() -> None:
    record = record_content(bundled_case())
    assert record is not None
    for path in (("presets",), KEYED):
        assert shifted_levels(KOREA, path, "copy", 0) == ()
        assert shifted_in_record(record, KOREA, path, "copy", 0) == ()
    path = ("issues", 0, "levels")
    shifts = shifted_in_record(record, KOREA, path, "copy", 1)
    assert shifts
    changed = with_shifts(record, shifts)
    draft = CaseDraft(KOREA, KOREA, record=record)
    longer = draft.edited(with_entry_change(KOREA, path, "copy", 1), "copy", path, record=changed)
    assert longer.record == changed
    assert longer.undone().record == record
    assert longer.undone().redone().record == changed
    assert longer.edited({}, "clear", ()).record == changed
