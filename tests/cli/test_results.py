"""Laws of ``dealzone results``."""

import json
from pathlib import Path

import pytest

from explorer.classroom.tables.scores import class_scores
from explorer.classroom.tables.writing import results_file
from explorer.model.table_result import TableResult
from tests.classroom.tables.plans import FREEZE, KOREA, PLAN, agreed
from tests.cli.conftest import Dealzone

PLAY = ("october-2025", "--tables", "24", "--seed", "3", "--variants", "3")
TOLD = (
    agreed("Table 1", FREEZE),
    agreed("Table 2", {**FREEZE, "sanc": 1}, variant=1),
    TableResult(name="Table 3", variant=2, ending="no_deal", minutes=40),
    agreed("Table 4", {**FREEZE, "warh": 3, "stat": 0}),
)


@pytest.fixture(autouse=True)
def _wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no name break in two lines, whatever terminal the tests run in."""
    monkeypatch.setenv("COLUMNS", "140")


@pytest.fixture
def results(tmp_path: Path) -> Path:
    path = tmp_path / "class.csv"
    path.write_bytes(results_file(PLAN, TOLD))
    return path


def test_the_scores_of_a_class_are_printed(dealzone: Dealzone, results: Path) -> None:
    ran = dealzone("results", results, *PLAY)
    assert (ran.code, ran.err) == (0, "")
    assert "4 tables told their results" in ran.out
    assert "1 no deal" in ran.out
    assert all(each.name in ran.out for each in TOLD)
    assert "Nothing is told yet of: Table 5" in ran.out
    assert "never a grade" in ran.out


def test_the_record_holds_what_the_solver_finds(dealzone: Dealzone, results: Path) -> None:
    record = json.loads(dealzone("results", results, *PLAY, "--json").out)
    found = class_scores(PLAN, TOLD)
    for told, score in zip(record["tables"], found.scores, strict=True):
        assert told["gains"] == {"us": score.sender_gain, "dprk": score.target_gain}
        assert told["left"] == {"us": score.left.sender, "dprk": score.left.target}
        assert told["is_in_zone"] == score.is_in_zone
        assert told["package"] == (score.result.levels and dict(score.result.levels))
    assert record["outcomes"] == {"agreed": 3, "no_deal": 1, "time_out": 0}
    assert sum(record["spread"]["icbm"]) == 3
    assert set(record["best_missed"]) == {"A", "B", "C"}
    assert len(record["awaited"]) == 20
    assert record["mistakes"] == []


def test_a_zone_without_packages_has_none_that_was_missed(
    dealzone: Dealzone, results: Path
) -> None:
    words = ("october-2025-declared", "--variants", "3", "--json")
    record = json.loads(dealzone("results", results, *words).out)
    assert record["best_missed"]["A"] is None


def test_lines_that_agreements_broke_are_counted(dealzone: Dealzone, results: Path) -> None:
    lines = ("--set", "us_max_status=0")
    record = json.loads(dealzone("results", results, *PLAY, *lines, "--json").out)
    assert record["tables"][0]["standing"] == "agreed, breaks a line"
    assert record["tables"][0]["broken_lines"] == ["us_max_status"]
    ran = dealzone("results", results, *PLAY, *lines)
    assert "Red lines and consents that agreements broke" in ran.out


def test_mistakes_are_named_and_the_rest_is_scored(dealzone: Dealzone, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    heads = ";".join(issue.id for issue in KOREA.issues)
    path.write_text(f"table;{heads}\n1;x\n2;{';'.join('0' * 11)}\n1;\n", encoding="utf-8")
    ran = dealzone("results", path)
    assert ran.code == 2
    assert "bad.csv: 2 mistakes. The rest is read." in ran.err
    assert "line 2:" in ran.err
    assert "line 4:" in ran.err
    assert "Table 2" in ran.out
    assert "Traceback" not in ran.err


def test_a_class_that_told_nothing_has_no_scores(dealzone: Dealzone, tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.write_bytes(results_file(PLAN, ()))
    ran = dealzone("results", path, *PLAY)
    assert ran.code == 0
    assert "0 tables told their results" in ran.out


@pytest.mark.parametrize(
    "words",
    [
        ("--tables", "41"),
        ("--tables", "1"),
        ("--seed", "-1"),
        ("--variants", "27"),
        ("nowhere-2025",),
    ],
)
def test_a_role_play_that_cannot_be_is_refused(
    dealzone: Dealzone, results: Path, words: tuple[str, ...]
) -> None:
    ran = dealzone("results", results, *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err
