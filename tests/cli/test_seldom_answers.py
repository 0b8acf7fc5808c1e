"""Answers that the bundled case never gives: no gains, a newer record, a folder's broken case."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from explorer.cli.outlook import outlook_record
from explorer.cli.own_cases import newer_words
from explorer.files.case_file import bundled_case
from explorer.files.record_file import bundled_record
from explorer.files.shelf import Shelf, file_trouble, stock, used_case
from explorer.model.errors import FileError
from explorer.model.scenario import preset_scenario
from explorer.solver.outlook import meeting_outlook
from explorer.solver.record_check import record_findings
from explorer.solver.solve import solve
from tests.files.test_shelf import ID, NEWER, put_case, raw, stocked

KOREA = bundled_case("korea")


@pytest.fixture(autouse=True)
def clean_shelf() -> Iterator[None]:
    stock(Shelf())
    yield
    stock(Shelf())


def test_a_case_that_measures_no_gains_has_none_in_its_record() -> None:
    outlook = meeting_outlook(solve(preset_scenario(KOREA, "october-2025")))
    assert outlook is not None
    assert outlook_record(outlook)["gains"] is not None
    assert outlook_record(replace(outlook, gains=None))["gains"] is None


def test_a_newer_record_is_told_with_its_place(tmp_path: Path) -> None:
    record = {**raw("history"), "version": NEWER}
    (tmp_path / "record.json").write_text(json.dumps(record), "utf-8")
    file = stocked(tmp_path).offer("record", ID)
    assert file is not None
    assert str(tmp_path / "record.json") in newer_words(file)
    assert NEWER in newer_words(file)
    assert file_trouble(file) == ""


def test_a_broken_case_that_only_the_folder_holds_is_refused(tmp_path: Path) -> None:
    put_case(tmp_path, version=NEWER, id="other", issues=[])
    stocked(tmp_path)
    with pytest.raises(FileError, match="issues"):
        used_case("other")


def test_an_outside_test_that_comes_out_otherwise_is_against() -> None:
    record = bundled_record(KOREA)
    assert record is not None
    outcomes = record_findings(KOREA, record).line_tests
    assert outcomes
    assert {replace(each, is_inside=False).verdict for each in outcomes} == {"against"}
