"""``dealzone verify`` of workbooks of scenarios: they hold, and an altered cell is named."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from explorer.report.verdict import verify
from tests.cli.conftest import Dealzone, Ran
from tests.files.workbook.books import book


@pytest.fixture
def solved(dealzone: Dealzone, tmp_path: Path) -> Path:
    """Return a workbook with results."""
    path, found = tmp_path / "table.xlsx", tmp_path / "solved.xlsx"
    assert dealzone("table", "write", "hanoi-2019", "october-2025", "-o", path).code == 0
    assert dealzone("table", "read", path, "-o", found).code == 0
    return found


def edited(path: Path, sheet: str, **cells: str | float | None) -> None:
    opened = load_workbook(path)
    for cell, value in cells.items():
        opened[sheet][cell] = value
    opened.save(path)


def verdict(ran: Ran) -> Any:
    (record,) = json.loads(ran.out)
    return record


def test_workbooks_hold_as_they_were_written_and_read_back(
    dealzone: Dealzone, solved: Path
) -> None:
    for path in (solved, solved.with_name("table.xlsx")):
        ran = dealzone("verify", path)
        assert ran.code == 0, ran.out + ran.err
    record = verdict(dealzone("verify", solved, "--json"))
    assert record["kind"] == "workbook"
    assert dealzone("table", "read", solved).code == 0


def test_of_a_long_workbook_it_is_said_how_much_is_read_and_solved(solved: Path) -> None:
    said: list[str] = []
    assert verify(solved, tell=said.append).holds
    assert re.fullmatch(r"\d+% of the file read", said[0])
    assert said[-2:] == ["1 of 2 scenarios solved", "2 of 2 scenarios solved"]


def test_a_workbook_that_a_spreadsheet_saved_again_still_holds(
    dealzone: Dealzone, solved: Path
) -> None:
    edited(solved, "Scenarios")
    assert dealzone("verify", solved).code == 0


def test_a_workbook_of_changed_assumptions_holds(dealzone: Dealzone, tmp_path: Path) -> None:
    assumed = {"A1": "assumption", "B1": "value 0", "A2": "sender_stakes.waiting.base", "B2": 1}
    path, found = book(tmp_path / "t.xlsx", {"x": assumed}), tmp_path / "s.xlsx"
    assert dealzone("table", "read", path, "-o", found).code == 0
    assert dealzone("verify", found).code == 0


def test_an_altered_cell_is_named_in_every_sheet(dealzone: Dealzone, solved: Path) -> None:
    content = solved.read_bytes()
    for sheet in ("Scenarios", "Assumptions", "About"):
        solved.write_bytes(content)
        rows = load_workbook(solved)[sheet].iter_rows(min_row=4)
        number = next(
            cell.coordinate
            for row in rows
            for cell in row
            if isinstance(cell.value, int | float) or str(cell.value)[:4].isdigit()
        )
        edited(solved, sheet, **{number: 17})
        ran = dealzone("verify", solved)
        assert ran.code == 2
        said = " ".join(ran.out.split())
        assert f"{sheet}!{number}: " in said
        assert "stands where" in said
        assert "1 differs" in said
        assert "seal does not fit" in said


def test_a_result_that_was_altered_is_named(dealzone: Dealzone, solved: Path) -> None:
    sheet = load_workbook(solved)["Scenarios"]
    heads = next(sheet.iter_rows(max_row=1))
    cell = next(each for each in heads if each.value == "result.packages")
    edited(solved, "Scenarios", **{f"{cell.column_letter}4": 123_456})
    record = verdict(dealzone("verify", solved, "--json"))
    (different,) = record["differences"]
    assert different["place"] == f"Scenarios!{cell.column_letter}4"
    assert different["written"] == "123456"


def test_cells_that_are_empty_or_too_many_are_told_by_their_place(
    dealzone: Dealzone, solved: Path
) -> None:
    edited(solved, "Scenarios", C4=None, Z19="more", ZZ9="far")
    record = verdict(dealzone("verify", solved, "--json"))
    gone, more, far = record["differences"]
    assert (gone["place"], gone["written"]) == ("Scenarios!C4", "")
    assert (more["place"], more["computed"]) == ("Scenarios!Z19", "")
    assert (far["place"], "is left out" in far["written"]) == ("Scenarios", True)


def test_a_workbook_of_others_says_nothing(dealzone: Dealzone, tmp_path: Path) -> None:
    path = book(tmp_path / "t.xlsx", {"x": {"A1": 1}})
    ran = dealzone("verify", path)
    assert ran.code == 2
    assert "says nothing of where it comes from" in " ".join(ran.err.split())
    path.write_bytes(b"PK\x03\x04")
    assert "no workbook" in dealzone("verify", path).err
