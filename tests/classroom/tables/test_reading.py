"""Typed results: the rest is read whatever is wrong, and every mistake is named with its line."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.classroom.tables import cells, reading
from explorer.classroom.tables.plan import Plan
from explorer.classroom.tables.reading import read_results, read_results_file
from explorer.classroom.tables.writing import results_file
from explorer.model.case import Case
from explorer.model.errors import FileError
from explorer.model.scenario import default_scenario
from explorer.model.table_result import MOST_TABLES, TableResult
from tests.classroom.tables.plans import KOREA, OCTOBER, PLAN, results
from tests.examples import examples
from tests.strategies import small_cases

IDS = [issue.id for issue in KOREA.issues]
HEADS = ",".join(["table", *IDS, "minutes"])


def _read(text: str) -> reading.Reading:
    return read_results(text, PLAN, name="class.csv")


def _line(name: str, *, minutes: str = "40", level: str = "1") -> str:
    return ",".join([name, *([level] * len(IDS)), minutes])


def _mistakes(text: str) -> list[str]:
    return [str(mistake) for mistake in _read(text).mistakes]


@examples(60)
@given(st.data(), small_cases(), st.integers(1, 4))
def test_what_was_written_reads_back_as_it_was(
    data: st.DataObject, case: Case, variants: int
) -> None:
    told = data.draw(results(case, variants))
    plan = Plan(default_scenario(case), tables=5, seed=1, variants=variants)
    read = read_results(results_file(plan, told).decode("utf-8-sig"), plan, name="class.csv")
    assert read.mistakes == ()
    assert read.results == told
    assert len(read.awaited) == 5


@examples(200)
@given(st.text(max_size=300), st.sampled_from((HEADS + "\n", "table;minutes\n", "code\n", "")))
def test_no_text_does_more_than_be_refused(text: str, heads: str) -> None:
    with suppress(FileError):
        assert len(_read(heads + text).results) <= MOST_TABLES


def test_a_class_with_mistakes_has_each_named_with_its_line_and_the_rest_read() -> None:
    names = ";".join(["Minutes", *(issue.name for issue in reversed(KOREA.issues)), "Table"])
    ones = ";".join(["1"] * len(IDS))
    broken = ones.replace("1", "9", 1)
    lines = [
        "\N{ZERO WIDTH NO-BREAK SPACE}" + names,
        f"12,5;{ones};1",
        "",
        f"30;{broken};2",
        ";" * (len(IDS) + 1),
        f"31;{ones};Table 1",
        f"forty;{ones};4",
        f"20;{ones};",
        f"20;{ones.removesuffix('1')};6",
        f";{';' * (len(IDS) - 1)};7",
        f"25;{ones};8",
    ]
    found = read_results("\r\n".join(lines), PLAN, name="class.csv")
    assert [result.name for result in found.results] == ["Table 1", "Table 8"]
    assert [result.minutes for result in found.results] == [12.5, 25]
    assert found.awaited == ("Table 7",)
    assert [mistake.line for mistake in found.mistakes] == [4, 6, 7, 8, 9]
    wrong, twice, minutes, nameless, missing = map(str, found.mistakes)
    assert "“9” is no level" in wrong
    assert "0 none" in wrong
    assert "stands in line 2 already" in twice
    assert "“forty” is no number of minutes" in minutes
    assert "the table has no name" in nameless
    assert f"no level for {KOREA.issues[0].name}" in missing


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_levels_are_numbers_or_their_words(delimiter: str) -> None:
    issue = KOREA.issue("icbm")
    for level, each in enumerate(issue.levels):
        for typed in (
            str(level),
            f"{level}.0",
            each.short.upper(),
            each.words,
            f"{level} {each.short}",
            f"  {each.short} ",
        ):
            row = ["x", *(f'"{typed}"' if id_ == "icbm" else "0" for id_ in IDS)]
            text = delimiter.join(["table", *IDS]) + "\n" + delimiter.join(row)
            (result,) = _read(text).results
            assert result.levels is not None
            assert result.levels["icbm"] == level


def test_a_decimal_comma_between_commas_is_told_from_a_cell_too_many() -> None:
    (mistake,) = _mistakes(f"{HEADS}\n{_line('1', minutes='12,5')}")
    assert "line 2" in mistake
    assert "decimal comma" in mistake
    (result,) = _read(f"{HEADS}\n" + _line("1", minutes='"12,5"')).results
    assert result.minutes == 12.5


def test_how_a_table_ended_is_told_in_words() -> None:
    text = "table,outcome\n1,No deal\n2,time_out\n3,walked away\n4,maybe\n5,"
    read = _read(text)
    assert [result.ending for result in read.results] == ["no_deal", "time_out", "no_deal"]
    assert read.awaited == ("Table 5",)
    assert [mistake.line for mistake in read.mistakes] == [5]


def test_levels_beside_no_deal_are_a_mistake() -> None:
    (mistake,) = _mistakes("table,outcome,icbm\n1,no deal,2")
    assert "“no deal”, yet there are levels" in mistake


def test_a_table_keeps_the_variant_that_it_was_dealt_unless_a_letter_says_otherwise() -> None:
    read = _read("table,variant,outcome\n1,,no\n2,,no\n4,,no\nfour,,no\n5,c,no\n6,D,no")
    assert [result.variant for result in read.results] == [0, 1, 0, 0, 2]
    (mistake,) = read.mistakes
    assert "“D” is no variant" in str(mistake)


def test_a_code_stands_for_a_table_and_its_variant() -> None:
    codes = [PLAN.code(number) for number in (2, 24)]
    read = _read("code,outcome\n" + "".join(f"{code},no\n" for code in codes))
    assert [(each.name, each.variant) for each in read.results] == [("Table 2", 1), ("Table 24", 2)]


def test_a_code_of_another_role_play_or_with_a_wrong_digit_is_a_mistake() -> None:
    other = Plan(OCTOBER, tables=24, seed=4, variants=3).code(2)
    larger = Plan(OCTOBER, tables=30, seed=3, variants=3).code(30)
    mine = PLAN.code(2)
    wrong = mine[:-1] + ("0" if mine[-1] != "0" else "1")
    text = "code,variant,outcome\n" + "".join(f"{c},,no\n" for c in (other, larger, wrong))
    found = _mistakes(text + f"{mine},A,no\n")
    assert len(found) == 4
    assert "no code of this role play" in found[0]
    assert "no table with this code" in found[1]
    assert "no code of this role play" in found[2]
    assert "another variant" in found[3]


def test_columns_that_are_unknown_or_stand_twice_are_named_and_left_out() -> None:
    text = "table,grade,outcome,outcome\n1,A,no,agreed\n"
    read = _read(text)
    assert [mistake.line for mistake in read.mistakes] == [1, 1]
    assert [result.ending for result in read.results] == ["no_deal"]


def test_without_a_column_that_names_tables_nothing_is_read() -> None:
    read = _read("outcome,minutes\nno,5\n")
    assert read.results == ()
    assert [mistake.line for mistake in read.mistakes] == [1, 2]


def test_more_tables_than_a_class_has_are_mistakes() -> None:
    names = [f"team {number}" for number in range(MOST_TABLES + 1)]
    read = _read("table,outcome\n" + "".join(f"{name},no\n" for name in names))
    assert len(read.results) == MOST_TABLES
    assert [mistake.line for mistake in read.mistakes] == [MOST_TABLES + 2]


def test_a_name_that_is_too_long_is_a_mistake() -> None:
    (mistake,) = _mistakes(f"table,outcome\n{'x' * 61},no\n")
    assert "60 characters" in mistake


@pytest.mark.parametrize("name", ["=1+1", "+x", "-x", "@x", "=cmd|' /C calc'!A0"])
def test_no_cell_that_is_written_is_a_formula_and_names_stay(name: str) -> None:
    told = (TableResult(name=name, ending="no_deal"),)
    text = results_file(PLAN, told).decode("utf-8-sig")
    assert f'"{name}' not in text
    assert _read(text).results == told


@pytest.mark.parametrize(
    ("offer", "told"),
    [
        ("us:" + ".".join("1" * len(IDS)), ""),
        ("eu:" + ".".join("1" * len(IDS)), "is no offer"),
        ("us:1.2", "is no offer"),
        ("us", "is no offer"),
        ("us:" + ".".join("9" * len(IDS)), "does not exist"),
        (" ".join(["us:1"] * 201), "200 offers at most"),
    ],
)
def test_an_offer_that_cannot_be_read_is_a_mistake(offer: str, told: str) -> None:
    found = _mistakes(f"table,outcome,offers\n1,no,{offer}\n")
    assert len(found) == bool(told)
    assert all(told in mistake for mistake in found)


def test_a_file_is_read_in_utf_8_and_utf_16(tmp_path: Path) -> None:
    text = "table;outcome\nTisch Süd;no deal\n"
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        path = tmp_path / f"{encoding}.csv"
        path.write_bytes(text.encode(encoding))
        assert [each.name for each in read_results_file(path, PLAN).results] == ["Tisch Süd"]
    path = tmp_path / "old.csv"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(FileError, match="line 2"):
        read_results_file(path, PLAN)


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "no,heads\n1,2\n", HEADS + "\n" * (cells.MOST_LINES + 1) + _line("1")],
)
def test_a_text_that_holds_no_results_is_refused(text: str) -> None:
    with pytest.raises(FileError, match=r"class\.csv"):
        _read(text)


def test_a_cell_that_is_too_long_is_refused() -> None:
    with pytest.raises(FileError, match="told apart"):
        _read(HEADS + "\n" + "x" * (cells.LONGEST_CELL + 1))
    with pytest.raises(FileError, match="no line of heads"):
        _read('"' + "table," * 100_000)
