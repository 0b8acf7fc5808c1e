"""Laws of the parts of a case: shapes, trees, references, levels, pages and typed values."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.files.case_problems import checked_content
from explorer.files.case_text import case_content, template_content
from explorer.model.case import Case
from explorer.model.case_levels import with_level_change
from explorer.model.case_outline import outline, page_of, place_words
from explorer.model.case_references import known_parts, with_renamed
from explorer.model.case_shape import Shape, case_shape, resolved, shape_in
from explorer.model.case_tree import MISSING, Path, at, blank, title_of, with_value
from explorer.model.case_typing import shown, typed
from explorer.model.member_words import member_words
from tests.strategies import small_cases

KOREA = case_content(bundled_case())
WORDS = member_words()


def shapes(shape: Shape) -> list[Shape]:
    """Return a shape and all within it."""
    inner = [member.shape for member in shape.members.values()]
    inner += [shape.item] if shape.item else []
    inner += list(shape.kinds.values())
    return [shape, *(found for each in inner for found in shapes(each))]


def leaves(content: object, path: Path = ()) -> list[Path]:
    """Return the path of every single value of a content."""
    if isinstance(content, dict):
        return [found for key, inner in content.items() for found in leaves(inner, (*path, key))]
    if isinstance(content, list):
        return [found for n, inner in enumerate(content) for found in leaves(inner, (*path, n))]
    return [path]


def test_every_member_of_a_case_says_what_belongs_there() -> None:
    for shape in shapes(case_shape()):
        for name in shape.members:
            title, hint = WORDS.of(shape.model, name)
            assert title
            assert hint.endswith("."), f"{shape.model}.{name}"
    assert WORDS.of("Unheard", "not_there") == ("Not there", "")


@given(small_cases())
def test_every_value_of_a_case_has_a_shape_and_is_typed_as_it_is_shown(case: Case) -> None:
    content = case_content(case)
    for path in leaves(content):
        shape = shape_in(case_shape(), content, path)
        assert shape is not None, path
        value = at(content, path)
        assert typed(shape, shown(shape, value)) == value, path


def test_lists_of_values_are_typed_as_they_are_shown() -> None:
    for path in (("limits",), ("issues", 0, "cost", "base", "values")):
        shape = shape_in(case_shape(), KOREA, path)
        assert shape is not None
        assert typed(shape, shown(shape, at(KOREA, path))) == at(KOREA, path)
    seen = ("issues", 0, "benefit", "verification", "multipliers")
    shape = shape_in(case_shape(), KOREA, seen)
    assert shape is not None
    assert typed(shape, shown(shape, at(KOREA, seen))) == at(KOREA, seen)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("number", " 5 ", 5),
        ("number", "\N{MINUS SIGN}0.5", -0.5),
        ("number", "2.0", 2),
        ("number", "1,5", "1,5"),
        ("number", "many", "many"),
        ("whole", "", ""),
        ("setting", "yes", True),
        ("setting", "70", 70),
        ("flag", "no", False),
        ("flag", "perhaps", "perhaps"),
        ("id", " a ", "a"),
        ("text", "a ", "a "),
    ],
)
def test_what_cannot_be_read_stays_as_it_was_typed(kind: Any, text: str, value: object) -> None:
    assert typed(Shape(kind), text) == value


def test_a_flag_and_nothing_are_shown_as_words_and_as_nothing() -> None:
    assert [shown(Shape("flag"), value) for value in (True, False, None, 2.0)] == [
        "yes",
        "no",
        "",
        "2",
    ]


def test_a_shape_that_is_not_there_is_none() -> None:
    assert shape_in(case_shape(), KOREA, ("nothing", "deeper")) is None
    assert shape_in(case_shape(), KOREA, ("name", "deeper")) is None
    shape = shape_in(case_shape(), KOREA, ("controls", 999))
    assert shape is not None
    assert shape.model == "ScaleControl"
    assert resolved(case_shape(), None) is case_shape()


def test_a_blank_has_what_must_be_there() -> None:
    for shape in shapes(case_shape()):
        _is_blank(shape, blank(shape))


def _is_blank(shape: Shape, made: object) -> None:
    if shape.kind == "record" and not shape.is_nullable:
        assert isinstance(made, dict)
        needed = {name for name, member in shape.members.items() if member.is_required}
        assert needed <= made.keys()
    if shape.kind in ("number", "whole") and not shape.is_nullable:
        assert isinstance(made, int | float)
        assert shape.lowest is None or made >= shape.lowest
        assert shape.highest is None or made <= shape.highest


@given(st.sampled_from(leaves(KOREA)), st.sampled_from([1, "x", None, [1], {"a": 1}]))
def test_a_value_that_was_put_stands_there_and_nothing_else_changes(
    path: Path, value: object
) -> None:
    changed = with_value(KOREA, path, value)
    assert at(changed, path) == value
    assert with_value(changed, path, at(KOREA, path)) == KOREA
    assert with_value(KOREA, path, at(KOREA, path)) == KOREA


def test_what_is_taken_away_or_was_never_there_is_missing() -> None:
    assert at(with_value(KOREA, ("name",), MISSING), ("name",)) is MISSING
    assert at({"a": [1, 2]}, ("a", 5)) is MISSING
    assert at({"a": 1}, ("a", "b")) is MISSING
    assert with_value({"a": [1, 2]}, ("a", 0), MISSING) == {"a": [2]}
    assert with_value({}, ("a", "b"), 1) == {"a": {"b": 1}}
    assert with_value({}, ("a", 0), 1) == {"a": [1]}


def test_a_part_is_called_by_the_best_name_it_has() -> None:
    assert title_of({"id": "a", "name": " A "}, "x") == "A"
    assert title_of({"words": "W"}, "x") == "W"
    assert title_of({"value": 1}, "x") == "x"
    assert title_of(3, "x") == "x"


IDS = [
    ("issues", 0, "id"), ("issues", 5, "id"), ("controls", 0, "id"), ("controls", 9, "id"),
    ("sources", 3, "id"), ("discounts", 0, "id"), ("ending_shares", 0, "id"),
    ("stakeholders", 1, "id"), ("lenses", 1, "id"), ("presets", 0, "id"), ("classes", 0, "id"),
    ("outlook", "windows", 0, "id"), ("groups", 0, "id"), ("rows", 0, "id"),
]  # fmt: skip


@pytest.mark.parametrize("path", IDS, ids=lambda path: ".".join(map(str, path)))
def test_a_part_under_another_id_is_named_so_everywhere(path: Path) -> None:
    renamed = with_renamed(KOREA, path, "quite-new")
    assert not checked_content(renamed).errors
    assert with_renamed(renamed, path, str(at(KOREA, path))) == KOREA


def test_an_id_that_is_taken_draws_no_names_to_it() -> None:
    taken = KOREA["issues"][1]["id"]
    renamed = with_renamed(KOREA, ("issues", 0, "id"), taken)
    assert with_value(renamed, ("issues", 0, "id"), KOREA["issues"][0]["id"]) == KOREA


def test_who_can_be_named_is_told_by_id_and_name() -> None:
    assert known_parts(KOREA, "issue")[0] == ("icbm", "Long-range missiles")
    scales = {id_ for id_, _ in known_parts(KOREA, "scale")}
    lines = {id_ for id_, _ in known_parts(KOREA, "limit")}
    assert scales
    assert lines
    assert not scales & lines
    assert scales | lines < {id_ for id_, _ in known_parts(KOREA, "control")}
    assert known_parts({}, "issue") == ()


@given(small_cases(), st.data())
def test_a_level_more_at_the_end_leaves_a_sound_case(case: Case, data: st.DataObject) -> None:
    content = case_content(case)
    place = data.draw(st.integers(0, len(case.issues) - 1))
    fresh = {"words": "more", "short": "more"}
    longer = with_level_change(
        content, place, lambda items: [*items, fresh], lambda items: [*items, items[-1]]
    )
    problems = checked_content(longer).errors
    assert not [each for each in problems if "numbers for" in each.sentence]
    assert len(longer["issues"][place]["levels"]) == len(case.issues[place].levels) + 1
    shorter = with_level_change(longer, place, lambda items: items[:-1], lambda items: items[:-1])
    assert shorter == content


@pytest.mark.parametrize("content", [KOREA, template_content()], ids=["korea", "template"])
def test_every_place_of_a_case_stands_on_a_page_of_the_outline(content: Any) -> None:
    pages = {page.path for page in outline(content, WORDS)}
    for path in leaves(content):
        page = page_of(content, path)
        assert page in pages
        assert page == path[: len(page)]
    for page in pages:
        assert page_of(content, page) == page
        assert place_words(content, page, WORDS)
    assert page_of(content, ("nothing", "deeper")) == ()


def test_a_place_is_called_as_people_call_it() -> None:
    words = place_words(KOREA, ("issues", 0, "cost", "base", "values"), WORDS)
    assert words.split(" \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} ") == [
        "Issues", "Long-range missiles", "Cost", "Base", "Value at each level",
    ]  # fmt: skip
    assert place_words(KOREA, (), WORDS) == "The case"
    unnamed = with_value(KOREA, ("checks", 0), {"packages": 1})
    assert place_words(unnamed, ("checks", 0), WORDS).endswith("Number 1")
    assert place_words(KOREA, ("presets", 0, "values", "un_consent", "x"), WORDS)
