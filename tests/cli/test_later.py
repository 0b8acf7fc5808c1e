"""What came later, and the day of a scenario, on the command line."""

import json
from pathlib import Path

import pytest

from explorer.files.case_file import bundled_case
from explorer.model.day_words import day_words
from explorer.model.later_facts import later_entries
from tests.cli.conftest import Dealzone

CASE = bundled_case("korea")


def test_what_came_later_is_printed_whole(dealzone: Dealzone) -> None:
    assert CASE.as_of is not None
    printed = " ".join(dealzone("later").out.split())
    assert day_words(CASE.as_of) in printed
    for entry in later_entries(CASE):
        assert entry.words in printed


def test_what_came_later_as_a_record(dealzone: Dealzone) -> None:
    record = json.loads(dealzone("later", "--json").out)
    entries = later_entries(CASE)
    assert record["as_of"] == "2025-10-23"
    assert [each["date"] for each in record["later"]] == [e.day.isoformat() for e in entries]
    assert {each["outcome_of"] for each in record["later"]} >= {None, "asia-trip"}


def test_a_case_without_later_facts_says_so(tmp_path: Path, dealzone: Dealzone) -> None:
    data = json.loads(CASE.model_dump_json())
    del data["later"], data["as_of"]
    path = tmp_path / "older.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert "nothing" in dealzone("later", "--case", str(path)).out


@pytest.mark.parametrize(
    "command",
    [
        ("solve", "hanoi-2019"),
        ("outlook", "hanoi-2019"),
        ("compare", "hanoi-2019", "october-2025"),
        ("split", "october-2025", "hanoi-2019"),
        ("others", "hanoi-2019"),
    ],
)
def test_what_is_printed_says_as_of_which_day(command: tuple[str, ...], dealzone: Dealzone) -> None:
    assert "as of 26 February 2019" in " ".join(dealzone(*command).out.split())
    assert "2019-02-26" in dealzone(*command, "--json").out


def test_a_year_names_the_leaders_of_its_time(dealzone: Dealzone) -> None:
    printed = dealzone("solve", "history-1996").out
    assert "(Clinton)" in printed
    assert "(Kim Jong Il)" in printed
    assert "Trump" not in printed
