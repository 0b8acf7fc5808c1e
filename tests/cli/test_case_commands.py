"""The commands for cases of one's own: what they write, say and refuse."""

import json
from pathlib import Path

import pytest

from explorer.cli import case_commands, main
from explorer.files.case_file import bundled_case, read_case
from explorer.files.case_text import case_schema, template_content
from explorer.files.places import places
from explorer.files.record_file import bundled_record, read_record, record_schema
from explorer.files.resources import resource
from explorer.files.schemas import SCHEMAS
from explorer.model.scenario import default_scenario
from explorer.solver.solve import solve
from tests.cli.conftest import Dealzone

CASE = bundled_case()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the user's cases, which is not there yet."""
    where = places(tmp_path)
    monkeypatch.setattr(main, "places", lambda **_: where)
    return where.cases


def test_a_new_case_is_whole_listed_and_solved(dealzone: Dealzone, folder: Path) -> None:
    ran = dealzone("case", "new", "two-ports", "--name", "Two ports")
    path = folder / "two-ports.json"
    assert (ran.code, ran.err) == (0, "")
    assert str(path) in ran.out
    case = read_case(path)
    assert (case.id, case.name) == ("two-ports", "Two ports")
    assert solve(default_scenario(case)).zone.packages
    assert "two-ports@1" in dealzone("list", "cases").out
    assert dealzone("solve", "--case", "two-ports").code == 0


def test_nothing_is_written_over_and_no_id_stands_twice(
    dealzone: Dealzone, folder: Path, tmp_path: Path
) -> None:
    assert dealzone("case", "new", "mine").code == 0
    for words in (("new", "mine"), ("new", CASE.id), ("copy", CASE.id, "mine")):
        ran = dealzone("case", *words)
        assert ran.code == 2
        assert "already" in ran.err
    there = tmp_path / "there.json"
    there.write_text("mine", "utf-8")
    assert dealzone("case", "new", "other", "-o", there).code == 2
    assert there.read_text("utf-8") == "mine"
    ran = dealzone("case", "new", "Bad Id")
    assert ran.code == 2
    assert "id:" in ran.err
    assert [path.name for path in folder.iterdir()] == ["mine.json"]


def test_a_copy_is_the_same_but_for_id_name_and_version(
    dealzone: Dealzone, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "copy.json"
    assert dealzone("case", "copy", CASE.id, "mine", "--name", "Mine", "-o", path).code == 0
    copied = read_case(path)
    assert (copied.id, copied.name, copied.version, copied.history) == ("mine", "Mine", "1", ())
    assert copied.issues == CASE.issues
    ran = dealzone("case", "diff", CASE.id, path)
    assert ran.code == 0
    assert "In short" in ran.out
    assert "→" in ran.out


def test_a_copy_takes_the_record_of_history_along(
    dealzone: Dealzone, folder: Path, tmp_path: Path
) -> None:
    ran = dealzone("case", "copy", CASE.id, "mine")
    assert (ran.code, ran.err) == (0, "")
    assert str(folder / "mine.json") in ran.out
    assert str(folder / "mine.record.json") in ran.out
    record = read_record(folder / "mine.record.json")
    given = bundled_record(CASE)
    assert given is not None
    assert record.case == "mine"
    assert record.episodes == given.episodes
    assert dealzone("case", "check", *folder.iterdir()).code == 0
    words = ("history", "--json", "--case")
    ours, theirs = (json.loads(dealzone(*words, id_).out) for id_ in ("mine", CASE.id))
    assert ours["years"] == theirs["years"]
    # A copy of the copy, in another folder, has it beside its file again.
    path = tmp_path / "elsewhere.json"
    assert dealzone("case", "copy", "mine", "other", "-o", path).code == 0
    assert read_record(tmp_path / "elsewhere.record.json").case == "other"
    assert dealzone("history", "--case", path).code == 0


def test_a_case_without_a_record_is_copied_alone_and_no_record_is_written_over(
    dealzone: Dealzone, folder: Path
) -> None:
    assert dealzone("case", "new", "mine").code == 0
    assert dealzone("case", "copy", "mine", "other").code == 0
    there = folder / "third.record.json"
    there.write_text("kept", "utf-8")
    ran = dealzone("case", "copy", CASE.id, "third")
    assert ran.code == 2
    assert "third.record.json is there already" in ran.err
    assert there.read_text("utf-8") == "kept"
    assert sorted(path.name for path in folder.iterdir()) == [
        "mine.json", "other.json", "third.record.json",
    ]  # fmt: skip


def test_what_is_to_be_known_of_a_written_file_is_said(
    dealzone: Dealzone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(case_commands, "write_case", lambda *_: "Check who may read it.")
    ran = dealzone("case", "new", "mine", "-o", tmp_path / "mine.json")
    assert (ran.code, ran.err) == (0, "dealzone: Check who may read it.\n")


def test_two_equal_cases_differ_in_nothing(dealzone: Dealzone) -> None:
    assert "Nothing differs" in dealzone("case", "diff", CASE.id, CASE.id).out
    assert json.loads(dealzone("case", "diff", CASE.id, CASE.id, "--json").out) == []


def test_what_differs_is_told_in_words_and_as_json(dealzone: Dealzone, tmp_path: Path) -> None:
    path = tmp_path / "changed.json"
    content = json.loads(resource("cases", f"{CASE.id}.json").read_text("utf-8"))
    content["issues"][0]["cost"]["base"]["values"][1] += 1
    path.write_text(json.dumps(content), "utf-8")
    found = json.loads(dealzone("case", "diff", CASE.id, path, "--json").out)
    assert [each["title"] for each in found] == ["Assumptions"]
    assert len(found[0]["lines"]) == 1


def test_the_first_ten_problems_are_told_with_places_and_how_many_more(
    dealzone: Dealzone, tmp_path: Path
) -> None:
    content = template_content()
    content["sources"] = [{"id": f"s{n}"} for n in range(30)]
    path = tmp_path / "bad.json"
    path.write_text(json.dumps(content), "utf-8")
    ran = dealzone("case", "check", path)
    lines = ran.out.splitlines()
    assert ran.code == 2
    assert lines[0].endswith(": 30 problems")
    assert lines[1] == "  sources[0]: title: is missing"
    assert lines[-1].strip() == "... and 20 more"
    assert len(json.loads(dealzone("case", "check", path, "--json").out)[0]["problems"]) == 30


def test_records_sound_cases_and_other_files_are_told_apart(
    dealzone: Dealzone, tmp_path: Path
) -> None:
    other = tmp_path / "other.json"
    other.write_text("{}", "utf-8")
    broken = tmp_path / "record.json"
    broken.write_text('{"format": "dealzone-record"}', "utf-8")
    record = resource("history", f"{CASE.id}.json")
    case = resource("cases", f"{CASE.id}.json")
    ran = dealzone("case", "check", record, case, other, broken, "--json")
    found = json.loads(ran.out)
    assert ran.code == 2
    assert [each["kind"] for each in found] == ["record", "case", None, "record"]
    assert [each["is_good"] for each in found] == [True, True, False, False]
    assert found[1]["remarks"]
    said = dealzone("case", "check", case)
    assert said.code == 0
    assert "To be looked at" in said.out


def test_a_case_is_described_in_short(dealzone: Dealzone) -> None:
    said = dealzone("case", "describe", CASE.id).out
    assert CASE.name in said
    assert "1,944,000" in said
    found = json.loads(dealzone("case", "describe", CASE.id, "--json").out)
    assert [each["Id"] for each in found["issues"]] == [issue.id for issue in CASE.issues]
    assert found["id"] == CASE.id


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_printed_as_it_is_published(dealzone: Dealzone, name: str) -> None:
    published = resource("schema", f"{SCHEMAS[name]}.json").read_text("utf-8")
    assert dealzone("schema", name).out == published


def test_the_published_schemas_are_current() -> None:
    for name, text in (("case", case_schema()), ("record", record_schema())):
        published = resource("schema", f"{SCHEMAS[name]}.json").read_text("utf-8")
        assert published == text, f"write explorer.files: {name}_schema() there"


def test_without_a_folder_for_cases_a_file_has_to_be_named(
    dealzone: Dealzone, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def nowhere(**_: object) -> object:
        raise main.ExplorerError("no home")

    monkeypatch.setattr(main, "places", nowhere)
    ran = dealzone("case", "new", "mine")
    assert ran.code == 2
    assert "-o" in ran.err
    assert dealzone("case", "new", "mine", "-o", tmp_path / "mine.json").code == 0


@pytest.mark.parametrize("words", [(), ("neu",), ("new",), ("check",), ("diff", "korea")])
def test_an_incomplete_command_says_where_help_is(
    dealzone: Dealzone, words: tuple[str, ...]
) -> None:
    ran = dealzone("case", *words)
    assert ran.code == 2
    assert "--help" in ran.err


def test_help_of_every_action_has_examples(dealzone: Dealzone) -> None:
    for action in ("new", "copy", "check", "describe", "diff"):
        said = dealzone("case", action, "--help").out
        assert f"dealzone case {action}" in said
        assert "examples:" in said
