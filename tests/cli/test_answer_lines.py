"""Laws of ``dealzone results --page``."""

import json
from pathlib import Path

import pytest

from explorer.cli.export_page import export_page_parser
from explorer.model.scenario import Scenario
from explorer.take_home.answers import Answer, answer_line, row_ids
from explorer.take_home.take_home import TakeHome, usual_baseline, usual_sliders
from tests.classroom.tables.plans import KOREA, OCTOBER
from tests.cli.conftest import Dealzone

ROWS = row_ids(TakeHome(OCTOBER, usual_baseline(OCTOBER), ()))


def _line(told: tuple[str, ...] | None, scenario: Scenario = OCTOBER, *sliders: str) -> str:
    moved = sliders or usual_sliders(KOREA)
    page = TakeHome(scenario, usual_baseline(scenario), moved)
    return answer_line(page, Answer(told, scenario))


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.txt"
    lines = (_line(ROWS[:2]), _line(()), _line(ROWS[:1]).lower())
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_predictions_are_counted_by_row(dealzone: Dealzone, answers: Path) -> None:
    ran = dealzone("results", answers, "october-2025", "--page")
    assert (ran.code, ran.err) == (0, "")
    assert "3 students foretold" in ran.out
    assert all(row.name in ran.out for row in KOREA.rows)
    assert "not a forecast" in ran.out
    record = json.loads(dealzone("results", answers, "october-2025", "--page", "--json").out)
    assert record["students"] == 3
    assert record["predictions"] == {
        row: (2, 1)[place] if place < 2 else 0 for place, row in enumerate(ROWS)
    }
    assert record["mistakes"] == []


def test_each_wrong_line_is_named_with_its_reason(dealzone: Dealzone, tmp_path: Path) -> None:
    whole = _line(ROWS[:1])
    last = "1" if whole[-1] == "0" else "0"
    elsewhere = _line(ROWS[:1], OCTOBER.with_value("china_ties", 5))
    path = tmp_path / "answers.csv"
    rows = (
        "name,answer",
        f"Anna,{whole}",
        "",
        f'"Ben","{whole[:-1]}{last}"',
        f"Cy,{elsewhere}",
        f"Di,{whole[:-3]}",
        f"Ed,{_line(None)}",
        "=1+1,7",
    )
    path.write_text("\ufeff" + "\n".join(rows), encoding="utf-8")
    ran = dealzone("results", path, "october-2025", "--page", "--json")
    assert ran.code == 2
    assert "answers.csv: 5 lines say nothing" in ran.err
    record = json.loads(ran.out)
    assert record["students"] == 1
    problems = {each["line"]: each["problem"] for each in record["mistakes"]}
    assert list(problems) == [4, 5, 6, 7, 8]
    assert "check digits" in problems[4]
    assert "another page" in problems[5]
    assert "too short" in problems[6]
    assert "without a prediction" in problems[7]
    assert "no answer line" in problems[8]


def test_a_page_with_other_controls_is_read_with_them_alone(
    dealzone: Dealzone, tmp_path: Path
) -> None:
    path = tmp_path / "answers.txt"
    path.write_text(_line(ROWS[:1], OCTOBER, "china_ties"), encoding="utf-8")
    words = ("results", path, "october-2025", "--page")
    assert dealzone(*words, "--control", "china_ties").code == 0
    assert dealzone(*words).code == 2
    assert dealzone(*words, "--control", "moon").code == 2


def test_controls_without_a_page_are_refused(dealzone: Dealzone, answers: Path) -> None:
    ran = dealzone("results", answers, "--control", "china_ties")
    assert (ran.code, ran.out) == (2, "")
    assert "--page" in ran.err


def test_options_of_the_page_are_those_of_its_export() -> None:
    parser = export_page_parser(KOREA)
    wanted = parser.parse_args(["-o", "x.html", "--control", "a", "b", "--control", "c"])
    assert wanted.controls == ["a", "b", "c"]


def test_a_file_that_is_not_there_is_told(dealzone: Dealzone, tmp_path: Path) -> None:
    ran = dealzone("results", tmp_path / "none.txt", "--page")
    assert (ran.code, ran.out) == (2, "")
    assert "none.txt" in ran.err
