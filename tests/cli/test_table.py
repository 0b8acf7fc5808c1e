"""Laws of ``dealzone table``."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Dealzone
from tests.files.workbook.books import book


def test_presets_are_written_read_and_solved(dealzone: Dealzone, tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    ran = dealzone("table", "write", "-o", path)
    assert (ran.code, ran.err, ran.out) == (0, "", f"{path}: written\n")
    ran = dealzone("table", "read", path, "--json")
    assert ran.code == 0
    rows = json.loads(ran.out)["rows"]
    assert rows[0]["row"] == 4
    solved = json.loads(dealzone("solve", "october-2025", "--json").out)
    assert rows[0]["zone"] == solved["zone"]


def test_chosen_scenarios_come_back_with_results_as_columns(
    dealzone: Dealzone, tmp_path: Path
) -> None:
    path, solved = tmp_path / "table.xlsx", tmp_path / "solved.xlsx"
    assert dealzone("table", "write", "hanoi-2019", "october-2025", "-o", path).code == 0
    ran = dealzone("table", "read", path, "-o", solved)
    assert ran.code == 0
    assert "Hanoi 2019" in ran.out
    assert f"{solved}: written" in ran.out
    heads = [cell.value for cell in next(load_workbook(solved)["Scenarios"].iter_rows(max_row=1))]
    assert "result.packages" in heads
    assert dealzone("table", "read", solved).code == 0


def test_mistakes_are_named_the_rest_is_solved_and_the_code_is_2(
    dealzone: Dealzone, tmp_path: Path
) -> None:
    cells = {
        "A1": "scenario",
        "B1": "russia_alignment",
        "A2": "good",
        "B2": 20,
        "A3": "bad",
        "B3": "=1+1",
        "A4": "worse",
        "B4": 900,
    }
    assumed = {"A1": "assumption", "B1": "value 0", "A2": "sender_stakes.waiting.base", "B2": 2}
    path = book(tmp_path / "t.xlsx", {"Scenarios": cells, "Assumptions": assumed})
    ran = dealzone("table", "read", path)
    assert ran.code == 2
    assert "good" in ran.out
    assert "1 assumption is changed." in ran.out
    assert "Scenarios!B4: " in ran.out
    assert "Scenarios!B3: a formula without a saved value" in ran.out


def test_a_workbook_of_assumptions_alone_has_no_rows(dealzone: Dealzone, tmp_path: Path) -> None:
    assumed = {"A1": "assumption", "B1": "value 0", "A2": "sender_stakes.waiting.base", "B2": 1}
    path, solved = book(tmp_path / "t.xlsx", {"x": assumed}), tmp_path / "s.xlsx"
    ran = dealzone("table", "read", path, "-o", solved)
    assert ran.code == 0
    assert solved.exists()


@pytest.mark.parametrize(
    "words",
    [
        ("table",),
        ("table", "sing"),
        ("table", "write", "-o", "table.csv"),
        ("table", "read", "missing.xlsx"),
        ("table", "read", "missing.xlsx", "-o", "out.csv"),
        ("table", "write", "no-such", "-o", "table.xlsx"),
    ],
)
def test_bad_words_end_with_2_and_nothing_written(
    dealzone: Dealzone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = dealzone(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err
    assert not list(tmp_path.iterdir())


def test_scenarios_of_different_assumptions_do_not_share_a_workbook(
    dealzone: Dealzone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from explorer.cli import table
    from explorer.model.assumption import Estimate, with_estimates
    from explorer.model.scenario import Scenario

    plain = table.chosen_scenario

    def chosen(name: str, settings: tuple[str, ...], *, case_path: Path | None) -> Scenario:
        found = plain(name, settings, case_path=case_path)
        if name != "hanoi-2019":
            return found
        changes = {"sender_stakes.waiting.base": Estimate((2,), 1, 3)}
        return found.with_case(with_estimates(found.case, changes))

    monkeypatch.setattr(table, "chosen_scenario", chosen)
    ran = dealzone("table", "write", "october-2025", "hanoi-2019", "-o", tmp_path / "t.xlsx")
    assert ran.code == 2
    assert "one case with the same assumptions" in ran.err
