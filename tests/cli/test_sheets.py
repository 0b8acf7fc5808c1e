"""Laws of ``dealzone sheets``."""

from pathlib import Path

import pytest

from explorer.classroom.tables.plan import Plan
from explorer.model.scenario import preset_scenario
from tests.classroom.tables.plans import KOREA
from tests.cli.conftest import Dealzone


@pytest.mark.parametrize("format_", ["html", "docx"])
def test_a_folder_gets_a_file_of_each_sheet_and_one_for_results(
    dealzone: Dealzone, tmp_path: Path, format_: str
) -> None:
    folder = tmp_path / "sheets"
    words = ("--tables", "3", "--variants", "2", "--format", format_)
    ran = dealzone("sheets", "-o", folder, *words)
    assert (ran.code, ran.err) == (0, "")
    names = {path.name for path in folder.iterdir()}
    roles = {f"role-{party}-{letter}" for party in ("us", "dprk") for letter in "ab"}
    assert names == {f"{each}.{format_}" for each in (*roles, "answers", "instructor")} | {
        "results.csv"
    }
    assert all(str(folder / name) in ran.out for name in names)


def test_the_empty_file_of_results_reads_back_and_is_never_written_over(
    dealzone: Dealzone, tmp_path: Path
) -> None:
    words = ("hanoi-2019", "--tables", "3", "--seed", "8")
    dealzone("sheets", *words, "-o", tmp_path / "sheets")
    path = tmp_path / "sheets" / "results.csv"
    plan = Plan(preset_scenario(KOREA, "hanoi-2019"), 3, 8, 4)
    assert plan.code(3) in path.read_text(encoding="utf-8-sig")
    read = dealzone("results", path, *words)
    assert (read.code, read.err) == (0, "")
    path.write_text("table,outcome\n1,no\n", encoding="utf-8")
    again = dealzone("sheets", *words, "-o", tmp_path / "sheets")
    assert str(path) not in again.out
    assert path.read_text(encoding="utf-8") == "table,outcome\n1,no\n"


@pytest.mark.parametrize("name", ["all.html", "all.docx"])
def test_one_file_holds_all_sheets(dealzone: Dealzone, tmp_path: Path, name: str) -> None:
    ran = dealzone("sheets", "-o", tmp_path / name, "--tables", "2")
    assert (ran.code, ran.err) == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["sheets.pdf", "nowhere/sheets", "nowhere/all.html"])
def test_where_no_sheet_can_be_written_says_so(
    dealzone: Dealzone, tmp_path: Path, name: str
) -> None:
    ran = dealzone("sheets", "-o", tmp_path / name)
    assert (ran.code, ran.out) == (2, "")
    assert "sheets" in ran.err or "all.html" in ran.err
    assert not [*tmp_path.iterdir()]
