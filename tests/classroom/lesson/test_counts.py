"""Polls of any tool are read, and what is not understood is named by its line."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.classroom.lesson.answer import answer_choices
from explorer.classroom.lesson.counts import read_counts, read_counts_file
from explorer.classroom.lesson.poll_answer import bracket_answer, bracket_ends, letters
from explorer.files.case_file import bundled_case
from explorer.model.classroom import MOST_STUDENTS, Counts
from explorer.model.errors import FileError
from explorer.model.lesson import Prediction
from explorer.model.scenario import preset_scenario
from tests.classroom.conftest import HANOI, prediction
from tests.hostile import CONTROLS

BEFORE = preset_scenario(bundled_case(), HANOI)


def asked(kind: str = "choice", **more: Any) -> Prediction:
    data = json.dumps(prediction(kind, **more))
    return Prediction.model_validate_json(data, strict=True)


MOVE = asked(row="icbm-freeze")
ROWS = asked("row")
VALUE = asked("value", measure={"kind": "zone_packages"}, low=0, high=20000)
BRACKETS = asked("brackets", row="icbm-freeze", low=0, high=60)
OWN = asked(answers=[["north", "A: the North’s offer"], ["paper", "B: the US paper"]])


def hands(text: str, prediction: Prediction = MOVE) -> dict[str, int]:
    found = read_counts(text, prediction, BEFORE)
    assert found.problems == ()
    return dict(found.hands)


@pytest.mark.parametrize("sign", ["\t", ";", ","])
@pytest.mark.parametrize("quote", [csv.QUOTE_ALL, csv.QUOTE_MINIMAL])
@pytest.mark.parametrize("column", [0, 1, 2])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_any_column_of_any_tool_holds_the_answers(
    sign: str,
    quote: Any,
    column: int,
    mark: str,
) -> None:
    said = ["closes", "It opens", "CLOSES", "b", "unchanged", "C)", "D: it becomes narrower"]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=sign, quoting=quote)
    rows = [["When", "Who", "Mail"]] + [["2025-10-23 9:00", f"student {n}", "x@y.z"] for n in said]
    rows = [
        [*row[:column], answer, *row[column:]]
        for row, answer in zip(rows, ["What then?", *said], strict=True)
    ]
    writer.writerows(rows)
    found = hands(mark + out.getvalue())
    assert found == {"opens": 1, "closes": 3, "wider": 1, "narrower": 1, "unchanged": 1}


def test_answers_may_come_with_their_counts() -> None:
    assert hands("answer;count\nIt opens;3\nIt closes;12\n") == {"opens": 3, "closes": 12}
    assert hands("A,3\nB,12\nA,1") == {"opens": 4, "closes": 12}
    assert hands("answer\thow many\nA\t3\nB\t0") == {"opens": 3}
    assert hands("value,votes\n200,3\n9000,2\n", VALUE) == {"200": 3, "9000": 2}


def test_pasted_lines_without_any_columns_are_read() -> None:
    assert hands("closes\n\nopens\n  closes \n") == {"closes": 2, "opens": 1}
    assert hands("") == {}


def test_what_is_not_understood_is_named_by_its_line() -> None:
    found = read_counts("answer\ncloses\nperhaps\n\nb\n=1+1\n", MOVE, BEFORE)
    assert dict(found.hands) == {"closes": 2}
    assert [line.split(":")[0] for line in found.problems] == ["Line 3", "Line 6"]
    assert "perhaps" in found.problems[0]
    pairs = read_counts("answer,count\ncloses,2\nperhaps,1\n", MOVE, BEFORE)
    assert dict(pairs.hands) == {"closes": 2}
    assert pairs.problems[0].startswith("Line 3")


def test_numbers_of_students_are_no_counts() -> None:
    found = read_counts("Kim,1\nLee,2\nHa,3", MOVE, BEFORE)
    assert found.hands == ()
    assert len(found.problems) == 2


def test_a_line_without_an_answer_is_named() -> None:
    found = read_counts("Kim,closes\nLee,\nHa,opens", MOVE, BEFORE)
    assert found.problems == ("Line 2: no answer.",)


def test_a_student_may_name_several_rows() -> None:
    text = 'who;rows\nKim;"Test pause, ICBM freeze"\nLee;cap and freeze\nHa;"a; A; b"\n'
    found = hands(text, ROWS)
    assert found == {"test-pause": 2, "icbm-freeze": 2, "cap-and-freeze": 1}
    assert read_counts("test pause, nothing", ROWS, BEFORE).problems == ()
    long_name = bundled_case().row("interim-freeze").name
    assert hands(long_name, ROWS) == {"interim-freeze": 1}


def test_one_answer_is_taken_where_only_one_can_be_right() -> None:
    found = read_counts("closes\nopens / closes\n", MOVE, BEFORE)
    assert dict(found.hands) == {"closes": 1}
    assert len(found.problems) == 1


def test_letters_and_words_have_to_agree() -> None:
    said = "B: the US paper\na\nThe North's offer\nnorth"
    assert hands(said, OWN) == {"north": 3, "paper": 1}
    found = read_counts("x\nA) the US paper\nZ) nothing\n", OWN, BEFORE)
    assert dict(found.hands) == {}
    assert len(found.problems) == 2


def test_numbers_are_read_with_points_and_commas_to_the_nearest_step() -> None:
    found = hands('no;value\n1;12000\n2;"12000,4"\n3;400.0\n', VALUE)
    assert found == {"12000": 2, "400": 1}
    far = read_counts("value\n50000\nmany\n100", VALUE, BEFORE)
    assert far.total == 1
    assert len(far.problems) == 2


def test_floor_and_limit_stand_in_one_cell_or_in_two() -> None:
    found = hands("who;floor;limit\na;25;31\nb;24,6;31\n", BRACKETS)
    assert found == {"25.2 31.2": 1, "24.6 31.2": 1}
    assert hands('"25-31"\n"25 to 31"\n', BRACKETS) == {"25.2 31.2": 2}
    assert read_counts("x\n25\n1 2 3\n99 100\n", BRACKETS, BEFORE).total == 0


def test_a_bracket_is_kept_as_two_numbers() -> None:
    answer = bracket_answer(12.3, 30, low=0, high=60)
    assert answer == "12.6 30"
    assert bracket_ends(answer) == (12.6, 30.0)
    with pytest.raises(ValueError, match="unpack"):
        bracket_ends("1 2 3")


def test_letters_are_those_of_the_room() -> None:
    assert letters([("x", "One"), ("y", "Two")]) == (("A", "One"), ("B", "Two"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_of_any_spreadsheet_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "poll.csv"
    path.write_bytes("Name;Réponse\nÉva;closes\nJosé;opens\n".encode(encoding))
    assert dict(read_counts_file(path, MOVE, BEFORE).hands) == {"closes": 1, "opens": 1}


def test_a_file_that_is_not_there_or_is_no_class_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="does not exist"):
        read_counts_file(tmp_path / "none.csv", MOVE, BEFORE)
    for text in ("a\n" * (MOST_STUDENTS + 1), "answer,count\na,9999\nb,9999\n"):
        with pytest.raises(FileError, match="lines or hands"):
            read_counts(text, MOVE, BEFORE)
    with pytest.raises(FileError, match="cannot be read"):
        read_counts(f'a,"{"x" * 200_000}"\n', MOVE, BEFORE)


@given(st.text(max_size=400))
def test_no_text_can_upset_the_reader(text: str) -> None:
    for question in (MOVE, ROWS, VALUE, BRACKETS, OWN):
        found = read_counts(CONTROLS + text, question, BEFORE)
        Counts(step="one", round=1, hands=found.hands)
        assert all(line.isprintable() for line in found.problems)


@given(st.lists(st.sampled_from(["A", "B", "C", "D", "E"]), max_size=60))
def test_every_hand_is_counted_once(said: list[str]) -> None:
    found = read_counts("answer\n" + "\n".join(said), MOVE, BEFORE)
    order = [id_ for id_, _ in answer_choices(MOVE, BEFORE)]
    assert found.total == len(said)
    assert dict(found.hands) == {
        id_: said.count(letter)
        for id_, letter in zip(order, "ABCDE", strict=True)
        if said.count(letter)
    }
