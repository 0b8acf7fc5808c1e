"""Tests of reading JSON that somebody may have broken, by accident or on purpose."""

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, StrictFloat, ValidationError

from explorer.files import json_text
from explorer.files.json_text import (
    MOST_PROBLEMS,
    cut_short,
    explain,
    parse_json,
    problem_lines,
    read_json,
)
from explorer.model.errors import FileError

JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**62), 2**62)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=5), inner, max_size=4
        )
    ),
    max_leaves=20,
)


class Leaf(BaseModel):
    """A small record to be wrong about."""

    model_config = ConfigDict(extra="forbid")
    words: str
    size: int = Field(default=1, ge=0)


class Tree(BaseModel):
    """A record of records."""

    model_config = ConfigDict(extra="forbid")
    leaves: tuple[Leaf, ...]
    either: dict[str, StrictFloat | bool] = Field(default_factory=dict)


def refused(text: str) -> str:
    with pytest.raises(FileError) as caught:
        parse_json(text, "a.json")
    return str(caught.value)


def wrong(data: object) -> ValidationError:
    with pytest.raises(ValidationError) as caught:
        Tree.model_validate(data)
    return caught.value


@given(JSON_VALUES)
def test_what_python_writes_comes_back(value: object) -> None:
    assert parse_json(json.dumps(value, indent=1), "a.json") == value


@given(st.text(max_size=60))
def test_any_text_is_either_read_or_refused_in_words(text: str) -> None:
    complaint = "a.json"
    try:
        parse_json(text, "a.json")
    except FileError as error:
        complaint = str(error)
    assert complaint.startswith("a.json")


@given(JSON_VALUES.filter(lambda value: isinstance(value, list | dict)), st.data())
def test_every_cut_of_a_document_is_refused(value: object, data: st.DataObject) -> None:
    text = json.dumps(value)
    cut = text[: data.draw(st.integers(0, len(text) - 1))]
    assert "Use a complete copy" in refused(cut) or "Correct this place" in refused(cut)


@pytest.mark.parametrize(
    ("text", "place", "remedy"),
    [
        ('{"a": 1,\n "b": [1, 2', "line 2, column 12", "Use a complete copy"),
        ('{"a": "no end', "line 1, column 7", "Use a complete copy"),
        ("", "line 1, column 1", "Use a complete copy"),
        ('{"a" 1}', "line 1, column 6", "Correct this place"),
        ('{"NaN": "NaN",\n "b": NaN}', "line 2, column 7", "Replace it"),
        ("[1, -Infinity]", "line 1, column 5", "Replace it"),
        ("[1, 1e999]", "line 1, column 5", "Replace it"),
        ("[1, " + "9" * 5000 + "]", "line 1, column 5", "Replace it"),
        ("[0." + "1" * 5000 + "]", "line 1, column 2", "Replace it"),
        ('{"a": {"b": "{"},\n "\\u0061": 2}', "line 2, column 2", "Remove one of the two"),
        ('[{"a": 1}, {"b": 1, "b": 2}]', "line 1, column 21", "Remove one of the two"),
    ],
)
def test_a_broken_text_is_refused_with_its_place_and_a_remedy(
    text: str, place: str, remedy: str
) -> None:
    message = refused(text)
    assert message.startswith(f"a.json, {place}: ")
    assert remedy in message
    assert len(message) < 300


@pytest.mark.parametrize("bracket", ["[", '{"a":'])
def test_four_megabytes_of_brackets_are_refused(tmp_path: Path, bracket: str) -> None:
    path = tmp_path / "brackets.json"
    path.write_text(bracket * (4_000_000 // len(bracket)), encoding="utf-8")
    with pytest.raises(FileError, match="nested too deeply"):
        read_json(path)


def test_a_hostile_name_cannot_upset_a_terminal() -> None:
    message = refused(r'{"\u001b[2J\ud800": 1, "\u001b[2J\ud800": 2}')
    assert r"\x1b[2J\ud800" in message
    assert message.isprintable()


def test_a_byte_order_mark_is_tolerated(tmp_path: Path) -> None:
    path = tmp_path / "marked.json"
    path.write_bytes(b'\xef\xbb\xbf{"a": 1}')
    assert read_json(path) == {"a": 1}


def test_a_text_in_another_encoding_is_refused_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "latin.json"
    path.write_bytes('{"a": 1,\n "b": "café"}'.encode("latin-1"))
    with pytest.raises(FileError, match=r"line 2, column 11: .*UTF-8"):
        read_json(path)


def test_a_file_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"gone\.json does not exist\. Check"):
        read_json(tmp_path / "gone.json")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="is a folder"):
        read_json(tmp_path)


def test_a_device_is_refused_before_it_is_read() -> None:
    device = Path("/dev/zero")
    if not device.exists():
        pytest.skip("there are no devices among the files of this system")
    with pytest.raises(FileError, match="not an ordinary file"):
        read_json(device)


@pytest.mark.parametrize("name", ["no\0name.json", "x" * 5000 + ".json"])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileError) as caught:
        read_json(tmp_path / name)
    assert str(caught.value)


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_text, "LARGEST_FILE", 100)
    path = tmp_path / "large.json"
    path.write_text("[" + " " * 98 + "]", encoding="utf-8")
    assert read_json(path) == []
    path.write_text("[" + " " * 99 + "]", encoding="utf-8")
    with pytest.raises(FileError, match="is larger than"):
        read_json(path)


def test_each_problem_is_one_plain_line_with_its_place() -> None:
    data = {
        "leaves": [{"words": "a"}, {"size": 1}, {"words": 3, "size": -1, "colour": "red"}],
        "either": {"x": "red", "y": []},
    }
    assert problem_lines(wrong(data), data) == (
        "leaves[1].words: is missing",
        "leaves[2].words: Input should be a valid string (found 3)",
        "leaves[2].size: Input should be greater than or equal to 0 (found -1)",
        "leaves[2].colour: is not known here; remove it or check its spelling",
        'either.x: Input should be a valid number (found "red")',
        "either.y: Input should be a valid number",
    )


def test_without_the_data_places_name_the_kinds_of_a_union_too() -> None:
    data = {"leaves": [], "either": {"x": "red"}}
    places = [line.split(":")[0] for line in problem_lines(wrong(data))]
    assert places == ["either.x.float", "either.x.bool"]


@given(st.integers(1, 40))
def test_an_explanation_lists_at_most_ten_problems_and_counts_the_rest(count: int) -> None:
    data: dict[str, object] = {"leaves": [{}] * count}
    lines = explain(wrong(data), "a.json", data).splitlines()
    assert lines[0].startswith(f"a.json: {count} problem")
    assert len(lines) == 1 + min(count, MOST_PROBLEMS) + (count > MOST_PROBLEMS)
    if count > MOST_PROBLEMS:
        assert lines[-1] == f"... and {count - MOST_PROBLEMS} more"


def test_a_value_found_is_cut_short() -> None:
    data: dict[str, object] = {"leaves": [{"words": "a", "size": "x" * 10_000}]}
    (line,) = problem_lines(wrong(data), data)
    assert len(line) < 200


def test_a_value_that_is_no_record_at_all_is_explained() -> None:
    assert len(problem_lines(wrong([]), [])) == 1


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_finite_number_is_read_exactly(number: float) -> None:
    read = parse_json(json.dumps([number]), "a.json")
    assert read == [number]
    assert math.isfinite(number)


@pytest.mark.parametrize("count", [0, 1, 10, 11, 3000])
def test_a_long_list_is_cut_and_says_by_how_much(count: int) -> None:
    shown = cut_short([f"line {n}" for n in range(count)], 10)
    assert len(shown) == min(count, 11)
    if count > 10:
        assert str(count - 10) in shown[-1].replace(",", "")


def test_a_file_of_too_many_values_is_refused_before_they_are_looked_at(tmp_path: Path) -> None:
    """A validator copies what it looks at for each problem: of small lists, gigabytes."""
    path = tmp_path / "many.json"
    path.write_text(f"[{'[],' * json_text.MOST_VALUES}[]]", encoding="utf-8")
    with pytest.raises(FileError, match="more than 100,000 values"):
        read_json(path)
