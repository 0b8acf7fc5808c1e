"""``dealzone study discover`` and ``sensitivity``: they print what the studies find."""

import json
from pathlib import Path

import numpy as np
import pytest

from explorer.files.rows.kept import write_rows
from explorer.files.study_file import write_study
from tests.cli.conftest import Dealzone
from tests.solved_studies import empty_table, korea_table, small_plan, table_of


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rows") / "rows.csv"
    table = korea_table()
    write_rows(path, table.head, [table.values])
    return path


@pytest.fixture
def study(tmp_path: Path) -> Path:
    path = tmp_path / "study.json"
    write_study(path, small_plan())
    return path


def test_boxes_are_counted_in_json_as_in_the_rows(dealzone: Dealzone, rows: Path) -> None:
    found = json.loads(dealzone("study", "discover", rows, "--json").out)
    table = korea_table()
    column = table.numbers(found["outcome"]["column"])
    assert (found["rows"], found["wanted"]) == (120, np.count_nonzero(column >= 1))
    assert found["outcome"]["most"] is None
    for box in found["boxes"]:
        assert box["density"] == box["wanted"] / box["rows"]
        assert box["coverage"] == box["wanted"] / found["wanted"]
        assert box["words"].startswith("Where ")


def test_boxes_are_printed_as_sentences_and_table(dealzone: Dealzone, rows: Path) -> None:
    text = dealzone("study", "discover", rows).out
    assert "of 120 rows" in text
    assert "1. Where" in text
    assert "By" in text


def test_any_output_and_any_ends_can_be_asked_about(dealzone: Dealzone, rows: Path) -> None:
    argv = ("study", "discover", rows, "--of", "floor.yongbyon", "--most", "30", "--json")
    found = json.loads(dealzone(*argv).out)
    floors = korea_table().numbers("floor.yongbyon")
    assert found["wanted"] == np.count_nonzero(floors <= 30)
    assert found["outcome"] == {"column": "floor.yongbyon", "least": None, "most": 30.0}
    argv = ("study", "discover", rows, "--of", "zone.packages", "--least", "5000", "--json")
    found = json.loads(dealzone(*argv).out)
    assert found["wanted"] == np.count_nonzero(korea_table().numbers("zone.packages") >= 5000)


def test_results_of_numbers_alone_and_without_rows_can_be_asked(
    dealzone: Dealzone, tmp_path: Path
) -> None:
    table = table_of(small_plan(("limits",)))
    write_rows(tmp_path / "limits.csv", table.head, [table.values])
    assert "of 6 rows" in dealzone("study", "discover", tmp_path / "limits.csv").out
    table = empty_table()
    write_rows(tmp_path / "empty.csv", table.head, [table.values])
    text = dealzone("study", "discover", tmp_path / "empty.csv").out
    assert "nothing to tell apart" in text


def test_an_unknown_output_is_refused(dealzone: Dealzone, rows: Path, study: Path) -> None:
    for argv in (("discover", rows), ("sensitivity", study)):
        ran = dealzone("study", *argv, "--of", "nothing")
        assert ran.code == 2
        assert 'there is no "nothing"' in ran.err


@pytest.mark.parametrize("method", ["sobol", "morris"])
def test_what_matters_is_printed(dealzone: Dealzone, study: Path, method: str) -> None:
    argv = ("study", "sensitivity", study, "--method", method, "--points", "8")
    text = dealzone(*argv).out
    assert "Russia alignment" in text
    assert "seed 2025" in text
    found = json.loads(dealzone(*argv, "--json").out)
    assert found["method"] == method
    assert {each["factor"] for each in found["effects"]} == {
        "control.russia_alignment",
        "control.china_ties",
    }
    assert ("total" in found["effects"][0]) == (method == "sobol")


def test_what_matters_is_told_of_an_answer_that_never_changes(
    dealzone: Dealzone, study: Path
) -> None:
    argv = ("study", "sensitivity", study, "--of", "open.full-denuclearisation", "--points", "4")
    assert "is the same in all of" in dealzone(*argv, "--start", "october-2025").out


def test_a_file_of_results_can_be_weighed_too(dealzone: Dealzone, tmp_path: Path) -> None:
    table = table_of(small_plan(("rows",)))
    write_rows(tmp_path / "rows.csv", table.head, [table.values])
    found = json.loads(
        dealzone("study", "sensitivity", tmp_path / "rows.csv", "--points", "4", "--json").out
    )
    assert found["column"] == "open.test-pause"
