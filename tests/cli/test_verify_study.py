"""``dealzone verify`` of results of studies: they hold, and a number altered in them is named."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from openpyxl import load_workbook

from explorer.files.rows.head import rows_digest
from explorer.files.rows.kept import FORMS, holds_rows, kept_rows, write_rows
from explorer.files.rows.working import working_path
from explorer.model.result import Floats
from explorer.model.study_rows import RowsHead
from explorer.report import study_verdict
from explorer.studies.designed.design import Design
from explorer.studies.designed.run import run_steps
from tests.cli.conftest import Dealzone, Ran
from tests.studies.designed.plans import leverage_design

ROWS = 40
SUFFIXES = list(FORMS)


@pytest.fixture
def design() -> Design:
    return leverage_design(ROWS)


def results(folder: Path, suffix: str, design: Design) -> Path:
    path = folder / f"results{suffix}"
    assert list(run_steps(design, path))
    return path


def rewritten(path: Path, change: Callable[[Floats], Floats], **head: object) -> None:
    """Write results again with rows and head changed; what a forger without a seal would do."""
    kept = kept_rows(path)
    table = change(np.concatenate(list(kept.blocks())))
    write_rows(path, RowsHead.model_validate({**dict(kept.head), **head}), [table])


def column(path: Path, name: str) -> int:
    return [each.name for each in kept_rows(path).head.columns].index(name)


def said(ran: Ran) -> str:
    return " ".join(ran.out.split())


def first(ran: Ran) -> Any:
    (record,) = json.loads(ran.out)
    return record


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_results_hold_as_they_were_written(
    dealzone: Dealzone, tmp_path: Path, design: Design, suffix: str
) -> None:
    path = results(tmp_path, suffix, design)
    ran = dealzone("verify", path)
    assert ran.code == 0, ran.out + ran.err
    assert f"All {ROWS} rows were worked out again." in said(ran)
    record = first(dealzone("verify", path, "--json"))
    assert record["kind"] == "study"
    assert record["rows"] == {"worked_out": ROWS, "of": ROWS}
    assert record["compared"] == ROWS * len(design.columns)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("forger", [False, True])
def test_an_altered_number_is_named_with_its_place_even_if_it_was_sealed_again(
    dealzone: Dealzone, tmp_path: Path, design: Design, suffix: str, forger: bool
) -> None:
    path = results(tmp_path, suffix, design)
    place = column(path, "control.missile_advances")

    def change(table: Floats) -> Floats:
        table[6, place] = 0.125
        return table

    rewritten(path, change)
    if forger:
        rewritten(path, np.array, digest=rows_digest(kept_rows(path).blocks()))
    ran = dealzone("verify", path)
    assert ran.code == 2
    assert ("seal does not fit" in said(ran)) != forger
    assert "1 differs" in said(ran)
    cell = "rows!" if suffix == ".xlsx" else "row 7, column"
    assert cell in said(ran)
    assert "control.missile_advances" in said(ran)
    assert "0.125 stands where" in said(ran)


def test_a_digit_altered_in_the_text_of_a_file_is_named(
    dealzone: Dealzone, tmp_path: Path, design: Design
) -> None:
    path = results(tmp_path, ".csv", design)
    lines = path.read_text("utf-8").splitlines()
    cells = lines[4].split(",")
    last = cells[2][-1]
    cells[2] = cells[2][:-1] + ("1" if last != "1" else "2")
    path.write_text("\n".join([*lines[:4], ",".join(cells), *lines[5:], ""]), "utf-8")
    record = first(dealzone("verify", path, "--json"))
    assert not record["sealed"]
    (different,) = record["differences"]
    assert different["place"] == f"row 3, column {design.columns[2].name}"


def test_the_cell_of_a_workbook_is_named(
    dealzone: Dealzone, tmp_path: Path, design: Design
) -> None:
    path = results(tmp_path, ".xlsx", design)
    book = load_workbook(path)
    book["rows"]["C9"] = 17
    book.save(path)
    record = first(dealzone("verify", path, "--json"))
    (different,) = record["differences"]
    assert different["place"].startswith("rows!C9 (")
    assert different["written"] == "17.0"


def test_of_a_long_study_some_rows_are_worked_out_and_all_of_them_if_that_is_asked_for(
    dealzone: Dealzone, tmp_path: Path, design: Design, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(study_verdict, "SAMPLE_ROWS", 5)
    path = results(tmp_path, ".csv", design)
    ran = dealzone("verify", path)
    assert ran.code == 0
    assert f"5 of {ROWS} rows, evenly spread" in said(ran)
    assert "others are as they were written" in said(ran)
    assert first(dealzone("verify", path, "--all", "--json"))["rows"]["worked_out"] == ROWS

    def change(table: Floats) -> Floats:
        table[1, 2] = 0.125
        return table

    rewritten(path, change)
    ran = dealzone("verify", path)
    assert ran.code == 2
    assert "seal does not fit" in said(ran)
    assert "--all works out every row" in said(ran)
    assert "row 2, column" in said(dealzone("verify", path, "--all"))


@pytest.mark.parametrize("change", [-1, 1])
def test_rows_that_are_missing_or_too_many_are_counted(
    dealzone: Dealzone, tmp_path: Path, design: Design, change: int
) -> None:
    path = results(tmp_path, ".csv", design)

    def other(table: Floats) -> Floats:
        return np.resize(table, (ROWS + change, table.shape[1]))

    rewritten(path, other, rows=ROWS + 5)
    ran = dealzone("verify", path)
    assert ran.code == 2
    assert f"number of rows: {ROWS + change} stands where {ROWS}" in said(ran)
    assert f"rows as told: {ROWS + 5} stands where {ROWS}" in said(ran)


def test_only_some_of_very_many_cells_are_listed(
    dealzone: Dealzone, tmp_path: Path, design: Design, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(study_verdict, "MOST_LISTED", 3)
    path = results(tmp_path, ".csv", design)
    rewritten(path, lambda table: table[::-1])
    record = first(dealzone("verify", path, "--json"))
    assert len(record["differences"]) == 3
    assert "more cells differ" in record["problems"][0]


def test_an_empty_cell_is_told(dealzone: Dealzone, tmp_path: Path, design: Design) -> None:
    path = results(tmp_path, ".csv", design)

    def change(table: Floats) -> Floats:
        table[0, 2] = np.nan
        return table

    rewritten(path, change)
    assert "“nothing” stands where" in said(dealzone("verify", path))


def test_other_versions_and_another_case_are_told(
    dealzone: Dealzone, tmp_path: Path, design: Design
) -> None:
    path = results(tmp_path, ".csv", design)
    mark = kept_rows(path).head.case
    rewritten(path, np.array, program="0.0.1", model="1.0")
    ran = dealzone("verify", path)
    assert ran.code == 0
    assert "Made with program 0.0.1" in said(ran)
    assert "Made with model 1.0" in said(ran)
    rewritten(path, np.array, case=mark.model_copy(update={"digest": "0"}))
    ran = dealzone("verify", path)
    assert ran.code == 2
    assert "says something else" in said(ran)
    rewritten(path, np.array, case=mark.model_copy(update={"digest": "0", "version": "0.9"}))
    ran = dealzone("verify", path)
    assert ran.code == 0
    assert "Made with case 0.9" in said(ran)


def test_results_that_cannot_be_worked_out_are_refused_with_a_reason(
    dealzone: Dealzone, tmp_path: Path, design: Design
) -> None:
    path = results(tmp_path, ".csv", design)
    plan = design.plan.model_copy(update={"outputs": ("rows",)})
    rewritten(path, np.array, plan=plan)
    ran = dealzone("verify", path)
    assert (ran.code, ran.out) == (2, "")
    assert "columns are not those of its study" in ran.err
    rewritten(path, np.array, plan=design.plan.model_copy(update={"case": "nowhere"}))
    assert "which is not here" in dealzone("verify", path).err
    rewritten(path, np.array, plan=design.plan, digest="")
    assert "not finished" in dealzone("verify", path).err
    steps = run_steps(design, tmp_path / "other.csv")
    assert next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert "not finished" in dealzone("verify", working_path(tmp_path / "other.csv")).err


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("content", [b"", b"# {}\n", b"PK\x03\x04", b'{"head":{},\n', b"\xff\xfe"])
def test_a_file_that_holds_no_results_is_refused(
    dealzone: Dealzone, tmp_path: Path, suffix: str, content: bytes
) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content)
    ran = dealzone("verify", path)
    assert ran.code == 2
    assert ran.err
    assert not holds_rows(tmp_path / "missing.xlsx")
