"""Laws of cases as texts: read back they are the same, and a copy is another case."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case, read_case
from explorer.files.case_problems import checked_content
from explorer.files.case_text import (
    case_content,
    case_schema,
    content_text,
    copied_content,
    free_id,
    id_from,
    refuse_existing,
    template_content,
    write_case,
)
from explorer.files.resources import resource
from explorer.files.schemas import published_schema
from explorer.model.case import Case
from explorer.model.errors import FileError
from explorer.model.scenario import default_scenario
from explorer.solver.solve import solve
from tests.strategies import small_cases


@given(small_cases())
def test_a_case_written_and_read_is_the_same_case(case: Case) -> None:
    content = case_content(case)
    assert checked_content(json.loads(content_text(content))).case == case


def test_the_bundled_case_is_written_as_its_file_holds_it() -> None:
    text = resource("cases", "korea.json").read_text("utf-8")
    assert case_content(bundled_case("korea")) == json.loads(text)


def test_the_template_is_sound_has_a_zone_and_breaks_no_rule() -> None:
    found = checked_content(template_content())
    assert found.problems == ()
    assert found.case is not None
    assert solve(default_scenario(found.case)).zone.packages


def test_nothing_of_the_template_could_be_left_out() -> None:
    content = template_content()
    needed = set(json.loads(case_schema())["required"])
    extra = {"as_of", "packages"}
    assert content.keys() - extra == needed


def test_a_copy_begins_anew(tmp_path: Path) -> None:
    copied = copied_content(case_content(bundled_case()), "mine")
    assert "history" not in copied
    assert copied["name"] == bundled_case().name
    path = tmp_path / "mine.json"
    assert write_case(path, copied) == ""
    assert read_case(path).id == "mine"
    with pytest.raises(FileError, match="already"):
        refuse_existing(path)


@given(st.text(max_size=60))
def test_an_id_can_be_made_of_any_name(name: str) -> None:
    made = copied_content(template_content(), id_from(name))
    assert not checked_content(made).errors


def test_a_free_id_is_the_wanted_one_or_the_next_number() -> None:
    assert free_id("a", ()) == "a"
    assert free_id("a", ("a", "a-2")) == "a-3"


def test_a_schema_that_there_is_not_is_refused() -> None:
    with pytest.raises(FileError, match="Known: case"):
        published_schema("novel")


def test_every_member_of_the_published_schema_is_described() -> None:
    schema = json.loads(case_schema())
    for record in (schema, *schema["$defs"].values()):
        for name, member in record.get("properties", {}).items():
            assert member["description"], name
