"""Cases of the user's folder on the command line: listed, named by id, and told of when newer."""

import json
from pathlib import Path

import pytest

from explorer.cli import main
from explorer.files.case_file import bundled_case
from explorer.files.places import places
from explorer.files.resources import resource
from explorer.files.settings import Settings, write_settings
from tests.cli.conftest import Dealzone, Rooms

CASE = bundled_case()
NEWER = "99.1"


@pytest.fixture
def cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the user's cases, with a newer version of the bundled case in it."""
    where = places(tmp_path)
    monkeypatch.setattr(main, "places", lambda **_: where)
    where.cases.mkdir()
    content = json.loads(resource("cases", f"{CASE.id}.json").read_text("utf-8"))
    content |= {"version": NEWER, "history": [{"version": NEWER, "changes": ["All is new."]}]}
    (where.cases / "own.json").write_text(json.dumps(content), "utf-8")
    return where.cases


def test_a_newer_version_is_told_of_with_how_to_use_it_and_not_used(
    dealzone: Dealzone, cases: Path
) -> None:
    plain = dealzone("list", "presets")
    assert plain.code == 0
    assert f"--case {CASE.id}@{NEWER}" in plain.err
    assert str(cases / "own.json") in plain.err
    assert len(plain.err.splitlines()) == 1
    compared = dealzone("compare", CASE.default_preset, CASE.baseline_preset)
    assert len(compared.err.splitlines()) == 1
    assert dealzone("list", "presets", "--case", f"{CASE.id}@{NEWER}").err == ""
    assert dealzone("list", "presets", "--case", CASE.id).err == ""


def test_what_was_chosen_in_the_window_holds_here_too(dealzone: Dealzone, cases: Path) -> None:
    settings = places(cases.parent).settings_file
    write_settings(settings, Settings(used_versions={CASE.id: NEWER}))
    ran = dealzone("list", "cases", "--json")
    assert ran.err == ""
    used = {
        each["version"]: each["is_used"] for each in json.loads(ran.out) if each["id"] == CASE.id
    }
    assert used == {CASE.version: False, NEWER: True}
    write_settings(settings, Settings(declined_versions={CASE.id: NEWER}))
    assert dealzone("list", "presets").err == ""


def test_every_case_that_can_be_opened_is_listed_and_every_other_file_named(
    dealzone: Dealzone, cases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    content = json.loads((cases / "own.json").read_text("utf-8"))
    (cases / "harbour.json").write_text(json.dumps({**content, "id": "harbour"}), "utf-8")
    (cases / "broken.json").write_text("{", "utf-8")
    out = dealzone("list", "cases").out
    for wanted in (f"{CASE.id}@{CASE.version}", f"{CASE.id}@{NEWER}", f"harbour@{NEWER}"):
        assert wanted in out
    assert "broken.json" in out
    assert dealzone("solve", "--case", "harbour").code == 0


def test_a_newer_version_that_is_broken_is_named_and_the_bundled_one_answers(
    dealzone: Dealzone, cases: Path
) -> None:
    sound = dealzone("list", "controls", "--case", f"{CASE.id}@{CASE.version}").out
    content = json.loads((cases / "own.json").read_text("utf-8"))
    (cases / "own.json").write_text(json.dumps({**content, "controls": []}), "utf-8")
    ran = dealzone("list", "controls")
    assert (ran.code, ran.out) == (0, sound)
    assert str(cases / "own.json") in ran.err
    assert dealzone("list", "controls", "--case", f"{CASE.id}@{NEWER}").code == 2


def test_an_unknown_case_is_refused_with_the_known_ones(dealzone: Dealzone, cases: Path) -> None:
    ran = dealzone("solve", "--case", "unheard-of")
    assert ran.code == 2
    assert f"{CASE.id}@{NEWER}" in ran.err


def test_what_changed_is_printed_by_version_and_as_a_record(
    dealzone: Dealzone, cases: Path
) -> None:
    name = f"{CASE.id}@{NEWER}"
    assert "All is new." in dealzone("case-changes", "--case", name).out
    record = json.loads(dealzone("case-changes", "--case", name, "--json").out)
    assert record["history"][0]["changes"] == ["All is new."]
    assert (record["compared"]["from"], record["compared"]["to"]) == (CASE.version, NEWER)


def test_the_window_begins_with_the_case_that_is_named(dealzone: Dealzone, rooms: Rooms) -> None:
    sinai = bundled_case("sinai")
    assert dealzone("--case", "sinai").code == 0
    assert dealzone("present", "--case", "sinai", "march-1975").code == 0
    assert dealzone("--case", "sinai", "--trace-drag", "arab_front").code == 0
    assert [options.case for options in rooms.windows] == [sinai] * 3
    assert rooms.windows[1].preset == "march-1975"
    ran = dealzone("--case", "atlantis")
    assert ran.code == 2
    assert "atlantis" in ran.err
