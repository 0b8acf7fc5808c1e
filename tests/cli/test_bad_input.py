"""Laws of bad input: exit code 2, one message with a remedy, no traceback, nothing overwritten."""

import json
import os
from pathlib import Path

import pytest

from explorer.files.resources import resource
from tests.cli.conftest import Dealzone, Rooms

CASE_TEXT = resource("cases", "korea.json").read_text(encoding="utf-8")
LESSON_TEXT = resource("lessons", "1-who-closed-the-zone.json").read_text(encoding="utf-8")

# A command line, and a piece of the message that names the place or the remedy.
BAD_WORDS = [
    ("solv", 'Did you mean "solve"'),
    ("picure", 'Did you mean "picture"'),
    ("nowhere.dealzone", "does not exist"),
    ("some/nowhere", "does not exist"),
    ("--them dark", "--help"),
    ("--theme pink", "projector"),
    ("--size 10x10", "1600x900"),
    ("--size big", "1600x900"),
    ("--text-size 20", "100 to 200"),
    ("--text-size nan", "100 to 200"),
    ("--trace-steps 0", "100,000"),
    ("--trace-drag russia_alinment", 'Did you mean "russia_alignment"'),
    ("solve octber-2025", 'Did you mean "october-2025"'),
    ("solve zzzzzzzz", "october-2025"),
    ("solve nowhere.dealzone", "does not exist"),
    ("solve october-2025 hanoi-2019", "--help"),
    ("solve --jsn", "--help"),
    ("solve --case nowhere.json", "does not exist"),
    ("solve --set us_max_stats=1", 'Did you mean "us_max_status"'),
    ("solve --set us_max_status", "ID=VALUE"),
    ("solve --set us_max_status=1 hanoi-2019", "before --set"),
    ("solve --set us_max_status=", "0 to 3"),
    ("solve --set us_max_status=high", "0 to 3"),
    ("solve --set us_max_status=9", "0 to 3"),
    ("solve --set us_max_status=-1", "0 to 3"),
    ("solve --set us_max_status=1.5", "whole numbers"),
    ("solve --set us_max_status=nan", "0 to 3"),
    ("solve --set russia_alignment=0,5", "with a point, as in 0.5"),
    ("solve --set russia_alignment=1_0", "0 to 100"),
    ("solve --set russia_alignment=inf", "0 to 100"),
    ("solve --set russia_alignment=1e999", "0 to 100"),
    ("solve --set russia_alignment=none", "0 to 100"),
    ("solve --set russia_alignment=on", "0 to 100"),
    ("solve --set un_consent=maybe", "on or off"),
    ("solve --set un_consent=2", "0 to 1"),
    ("list", "--help"),
    ("list seasons", "presets"),
    ("list presets --case nowhere.json", "does not exist"),
    ("check", "--help"),
    ("check nowhere.dealzone", "has errors"),
    ("picture", "-o"),
    ("picture -o board.gif", ".png, .svg, .pdf"),
    ("picture -o board", ".png, .svg, .pdf"),
    ("picture -o nowhere/board.png", "does not exist"),
    ("picture --view lessons -o board.png", "sweep"),
    ("picture --row test-pose -o board.png", 'Did you mean "test-pause"'),
    ("picture --control chna_ties -o board.png", 'Did you mean "china_ties"'),
    ("picture --size 0x0 -o board.png", "1600x900"),
    ("self-test --reprt x", "--help"),
    ("self-test --report", "--help"),
]


@pytest.mark.parametrize(("line", "remedy"), BAD_WORDS, ids=[line for line, _ in BAD_WORDS])
def test_bad_words_end_with_a_message_and_code_two(
    dealzone: Dealzone,
    rooms: Rooms,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    line: str,
    remedy: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = dealzone(*line.split())
    assert ran.code == 2
    assert remedy in ran.err
    assert ran.err.startswith("dealzone: ")
    assert "Traceback" not in ran.err
    assert not rooms.windows
    assert not rooms.pictures
    assert not list(tmp_path.iterdir())


DOCUMENT = {"format": "dealzone", "schema_version": 1, "case": {"id": "korea", "version": "1.0"}}
HOSTILE = {
    "empty": "",
    "blank": "  \n",
    "truncated": CASE_TEXT[:5000],
    "brackets": "[" * 10_000_000,
    "deep": '{"a":' * 100_000 + "1" + "}" * 100_000,
    "nan": '{"format": "dealzone", "schema_version": NaN}',
    "number": "7",
    "list": "[]",
    "foreign": '{"format": "spreadsheet"}',
    "case of a newer version": CASE_TEXT.replace('"schema_version": 1', '"schema_version": 99'),
    "case with a wrong type": CASE_TEXT.replace('"schema_version": 1', '"schema_version": "one"'),
    "case with an unknown key": CASE_TEXT.replace('"format":', '"colour": "red", "format":', 1),
    "lesson of a newer version": LESSON_TEXT.replace('"schema_version": 1', '"schema_version": 99'),
    "lesson of another case": LESSON_TEXT.replace('"case": "korea"', '"case": "moon"'),
    "lesson with an unknown key": LESSON_TEXT.replace('"format":', '"colour": "red", "format":', 1),
    "lesson with an unknown row": LESSON_TEXT.replace('"phased-step"', '"phased-stop"'),
    "document without a scenario": json.dumps(DOCUMENT),
    "document with an unknown control": json.dumps(
        {**DOCUMENT, "scenario": {"name": "x", "controls": {"wind": 1, "us_max_status": 1}}}
    ),
    "document out of range": json.dumps(
        {**DOCUMENT, "scenario": {"name": "x", "controls": {"us_max_status": 7}}}
    ),
    "document of another case": json.dumps({**DOCUMENT, "case": {"id": "moon", "version": "1"}}),
}


@pytest.mark.parametrize("command", ["solve", "check", "picture"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_named_and_left_as_it_is(
    dealzone: Dealzone, rooms: Rooms, tmp_path: Path, command: str, name: str
) -> None:
    path = tmp_path / "hostile.json"
    path.write_text(HOSTILE[name], encoding="utf-8")
    more = ("-o", tmp_path / "board.png") if command == "picture" else ()
    ran = dealzone(command, path, *more)
    assert ran.code == 2
    assert "hostile.json" in ran.out + ran.err
    assert ran.err
    assert "Traceback" not in ran.err
    assert len(ran.err) < 5000
    assert path.read_text(encoding="utf-8") == HOSTILE[name]
    assert [each.name for each in tmp_path.iterdir()] == ["hostile.json"]
    assert not rooms.pictures


def test_bytes_that_are_no_text_are_refused(dealzone: Dealzone, tmp_path: Path) -> None:
    path = tmp_path / "noise.dealzone"
    path.write_bytes(bytes(range(256)))
    ran = dealzone("solve", path)
    assert ran.code == 2
    assert "UTF-8" in ran.err


@pytest.mark.parametrize("command", [("solve",), ("check",), (), ("picture", "-o", "x.png")])
def test_a_folder_is_no_file(dealzone: Dealzone, tmp_path: Path, command: tuple[str, ...]) -> None:
    ran = dealzone(*command, tmp_path)
    assert ran.code == 2
    assert "is a folder" in ran.out + ran.err


def test_a_picture_is_not_drawn_over_a_folder(dealzone: Dealzone, tmp_path: Path) -> None:
    folder = tmp_path / "board.png"
    folder.mkdir()
    ran = dealzone("picture", "-o", folder)
    assert ran.code == 2
    assert "is a folder" in ran.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_named_pipe_is_refused_and_not_waited_for(dealzone: Dealzone, tmp_path: Path) -> None:
    path = tmp_path / "pipe.dealzone"
    os.mkfifo(path)
    assert dealzone("solve", path).code == 2


def test_the_data_folder_must_not_be_a_file(
    dealzone: Dealzone, rooms: Rooms, tmp_path: Path
) -> None:
    path = tmp_path / "file"
    path.write_text("mine", encoding="utf-8")
    ran = dealzone("--data-folder", path)
    assert ran.code == 2
    assert "is no folder" in ran.err
    assert not rooms.windows


def test_a_case_beside_a_file_that_brings_its_own_is_refused(dealzone: Dealzone) -> None:
    path = resource("cases", "korea.json")
    ran = dealzone("solve", path, "--case", path)
    assert ran.code == 2
    assert "Leave --case out" in ran.err


def test_a_report_that_cannot_be_written_is_bad_input(dealzone: Dealzone, tmp_path: Path) -> None:
    ran = dealzone("self-test", "--report", tmp_path / "nowhere" / "report.txt")
    assert ran.code == 2
    assert "folder does not exist" in ran.err


def test_strange_signs_in_what_was_typed_do_no_harm(dealzone: Dealzone) -> None:
    for text in ("\x1b[31mred", "\udcff", "a" * 10_000, "x\0y", "ключ=1", ""):
        picture = ("picture", "-o", f"{text}.png", "--row", "none")
        for words in (("solve", text), ("solve", "--set", text), ("check", text), (text,), picture):
            ran = dealzone(*words)
            assert ran.code == 2
            assert "\x1b" not in ran.err
            assert "Traceback" not in ran.err


def test_a_file_understood_in_part_is_solved_with_a_word_about_it(
    dealzone: Dealzone, tmp_path: Path
) -> None:
    path = tmp_path / "newer.dealzone"
    scenario = {"name": "Newer", "controls": {"us_max_status": 1}}
    path.write_text(json.dumps({**DOCUMENT, "scenario": scenario, "scenes": []}), encoding="utf-8")
    ran = dealzone("solve", path, "--json")
    assert ran.code == 0
    assert json.loads(ran.out)["scenario"]["name"] == "Newer"
    assert "scenes" in ran.err


def test_a_thousand_things_not_understood_are_told_in_a_readable_list(
    dealzone: Dealzone, tmp_path: Path
) -> None:
    path = tmp_path / "odd.dealzone"
    scenario = {"name": "Odd", "controls": {"us_max_status": 1}}
    unknown = {f"field-{number}": number for number in range(1000)}
    path.write_text(json.dumps({**DOCUMENT, "scenario": scenario, **unknown}), encoding="utf-8")
    solved = dealzone("solve", path)
    assert solved.code == 0
    assert len(solved.err.splitlines()) < 20
    assert "more" in solved.err
    checked = dealzone("check", path)
    assert checked.code == 2
    assert len(checked.out.splitlines()) < 150
    assert len(json.loads(dealzone("check", path, "--json").out)[0]["problems"]) >= 1000
