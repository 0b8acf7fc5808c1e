"""Laws of workbooks: what is written comes back equal, and every mistake has its cell."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from explorer.files.case_file import bundled_case
from explorer.files.document_text import Document
from explorer.model.assumption import Estimate, assumption, with_estimates
from explorer.model.case import Case
from explorer.model.errors import FileError
from explorer.model.scenario import Scenario, preset_scenario
from explorer.paper.workbook.difference import difference_lines
from explorer.paper.workbook.origin import book_rows
from explorer.paper.workbook.reading import BookReading, read_scenario_book
from explorer.paper.workbook.results import result_columns
from explorer.paper.workbook.writing import scenario_book
from explorer.solver.solve import solve
from tests.files.workbook.books import book
from tests.strategies import korea_scenarios

KOREA = bundled_case()
START = preset_scenario(KOREA, "october-2025")
CHOICE = KOREA.structure[0]


def written(path: Path, *chosen: Scenario, case: Case = KOREA) -> Path:
    path.write_bytes(scenario_book(case, chosen))
    return path


def read(path: Path, base: Scenario = START) -> BookReading:
    return read_scenario_book(path, base)


def mistakes(reading: BookReading) -> str:
    return "\n".join(map(str, reading.mistakes))


def edited(path: Path, sheet: str, cells: dict[str, object]) -> Path:
    opened = load_workbook(path)
    for cell, value in cells.items():
        opened[sheet][cell] = value
    opened.save(path)
    return path


def column_of(path: Path, sheet: str, id_: str) -> str:
    heads = next(load_workbook(path)[sheet].iter_rows(max_row=1))
    return next(cell.column_letter for cell in heads if cell.value == id_)


def row_of(path: Path, id_: str) -> int:
    first = next(load_workbook(path)["Assumptions"].iter_cols(max_col=1))
    return next(cell.row for cell in first if cell.value == id_)


def test_every_preset_comes_back_equal(tmp_path: Path) -> None:
    presets = [preset_scenario(KOREA, preset.id) for preset in KOREA.presets]
    found = read(written(tmp_path / "b.xlsx", *presets))
    assert found.mistakes == found.notes == []
    assert list(found.scenarios) == presets
    assert found.case is KOREA


@settings(max_examples=8)
@given(scenario=korea_scenarios())
def test_any_scenario_comes_back_with_its_values(
    tmp_path_factory: pytest.TempPathFactory, scenario: Scenario
) -> None:
    path = written(tmp_path_factory.mktemp("b") / "b.xlsx", scenario, case=scenario.case)
    (found,) = read(path, preset_scenario(scenario.case, scenario.case.default_preset)).scenarios
    assert found.values == pytest.approx(scenario.values, rel=1e-11)


def test_edited_assumptions_come_back_with_the_case(tmp_path: Path) -> None:
    changed = with_estimates(KOREA, {"issues.icbm.cost.base": Estimate((0, 1, 2, 3, 9), 0.8, 1.2)})
    path = written(tmp_path / "b.xlsx", START.with_case(changed), case=changed)
    found = read(path)
    assert found.case == changed
    assert found.scenarios == (START.with_case(changed),)
    assert read(path, START.with_case(changed)).case is changed


def test_texts_that_look_like_formulas_stay_texts(tmp_path: Path) -> None:
    for sign in "=+-@":
        name = f"{sign}HYPERLINK(1)"
        path = written(tmp_path / "b.xlsx", START.with_name(name))
        sheet = load_workbook(path)["Scenarios"]
        assert sheet["A4"].data_type == "s"
        assert sheet["A4"].quotePrefix
        assert [each.name for each in read(path).scenarios] == [name]


def test_signs_that_no_workbook_can_hold_are_spelt_out(tmp_path: Path) -> None:
    path = written(tmp_path / "b.xlsx", START.with_name("a\x01b"))
    assert load_workbook(path)["Scenarios"]["A4"].value == "a\\x01b"


def test_heads_have_notes_and_columns_accept_what_controls_take(tmp_path: Path) -> None:
    path = written(tmp_path / "b.xlsx", START)
    sheet = load_workbook(path)["Scenarios"]
    limit = column_of(path, "Scenarios", "us_max_status")
    assert "0: " in sheet[f"{limit}1"].comment.text
    assert "is no line" in sheet[f"{limit}3"].value
    kinds = {rule.type for rule in sheet.data_validations.dataValidation}
    assert kinds == {"decimal", "whole", "list"}
    assert sheet.freeze_panes == "B4"


def test_result_columns_are_written_and_not_read_back(tmp_path: Path) -> None:
    empty = preset_scenario(KOREA, "october-2025-declared")
    results = [solve(START), solve(empty)]
    path = tmp_path / "b.xlsx"
    path.write_bytes(scenario_book(KOREA, (START, empty), result_columns(results)))
    column = column_of(path, "Scenarios", "result.packages")
    sheet = load_workbook(path)["Scenarios"]
    assert [sheet[f"{column}{row}"].value for row in (4, 5)] == [
        results[0].zone.packages,
        0,
    ]
    nash = column_of(path, "Scenarios", "result.nash.us_gain")
    assert sheet[f"{nash}5"].value is None
    assert read(path).mistakes == []
    assert result_columns(()) == ()


def test_words_of_levels_lines_and_switches_are_read(tmp_path: Path) -> None:
    status = KOREA.issue("stat").levels[1]
    cells: dict[str, object] = {
        "A1": "scenario",
        "B1": "US_max_status ",
        "C1": "us_max_aid",
        "D1": "un_consent",
        "E1": "russia_alignment",
        "A2": 7,
        "B2": status.words,
        "C2": "none",
        "D2": "yes",
        "E2": "12,5",
        "A3": "# a remark",
        "B3": "not read",
        "B5": 2,
        "D5": False,
        "E5": 0,
        "D6": 1,
    }
    found = read(book(tmp_path / "b.xlsx", {"Any name": cells}))
    assert found.mistakes == []
    first, second, third = found.scenarios
    assert [first.value(id_) for id_ in ("us_max_status", "us_max_aid", "un_consent")] == [1, 2, 1]
    assert (first.name, first.value("russia_alignment")) == ("7", 12.5)
    assert (second.name, second.value("us_max_status")) == ("Row 5", 2)
    assert second.value("un_consent") == 0
    assert third.value("un_consent") == 1


def test_each_mistake_has_its_cell_and_the_rest_is_read(tmp_path: Path) -> None:
    cells: dict[str, object] = {
        "A1": "scenario",
        "B1": "russia_alignment",
        "C1": "un_consent",
        "D1": "no_such_thing",
        "E1": "russia_alignment",
        "F1": "as_of",
        "A2": "high",
        "B2": 120,
        "A3": "odd",
        "C3": 2,
        "A4": "words",
        "B4": "much",
        "A5": "good",
        "B5": 50,
        "F5": "2019-02-27 00:00:00",
        "A6": "never",
        "F6": "some day",
    }
    found = read(book(tmp_path / "b.xlsx", {"Scenarios": cells}))
    assert [each.name for each in found.scenarios] == ["good"]
    assert str(found.scenarios[0].as_of) == "2019-02-27"
    assert {each.place for each in found.mistakes} == {
        f"Scenarios!{cell}" for cell in ("B2", "C3", "B4", "D1", "E1", "F6")
    }
    assert "a switch is on or off" in mistakes(found)
    assert "there is no control “no_such_thing”" in mistakes(found)
    assert "stands twice" in mistakes(found)


def test_mistakes_among_assumptions_have_their_cells_and_change_nothing(tmp_path: Path) -> None:
    path = written(tmp_path / "b.xlsx", START)
    icbm, share = row_of(path, "issues.icbm.cost.base"), row_of(path, "sender_stakes.waiting.base")
    choice = row_of(path, f"structure.{CHOICE.id}")
    last = load_workbook(path)["Assumptions"].max_row
    edited(
        path,
        "Assumptions",
        {
            f"C{icbm}": 5,
            f"D{share}": 3,
            f"C{choice}": "maybe",
            f"A{last + 1}": "issues.icbm.cost.bas",
            f"A{last + 2}": "zzz",
            f"C{last + 4}": 4,
        },
    )
    found = read(path)
    assert found.case is KOREA
    text = mistakes(found)
    assert f"Assumptions!C{icbm}: Level 0 must be worth 0" in text
    assert f"Assumptions!D{share}: this assumption has 1 values; empty this cell" in text
    assert f"Assumptions!C{choice}: this is none of the options" in text
    assert f"Assumptions!A{last + 1}: there is no assumption “issues.icbm.cost.bas”. Meant" in text
    assert f"Assumptions!A{last + 2}: there is no assumption “zzz”." in text


def test_an_assumption_that_stands_twice_counts_once(tmp_path: Path) -> None:
    path = written(tmp_path / "b.xlsx", START)
    row = row_of(path, "sender_stakes.waiting.base")
    last = load_workbook(path)["Assumptions"].max_row
    id_ = "sender_stakes.waiting.base"
    edited(path, "Assumptions", {f"C{row}": 2, f"A{last + 1}": id_, f"C{last + 1}": 3})
    found = read(path)
    assert assumption(found.case, id_).estimate.values == (2,)
    assert f"Assumptions!A{last + 1}: the assumption “{id_}” stands twice" in mistakes(found)


def test_options_are_chosen_by_id_or_name_and_blank_keeps_them(tmp_path: Path) -> None:
    path = written(tmp_path / "b.xlsx", START)
    row, id_ = row_of(path, f"structure.{CHOICE.id}"), f"structure.{CHOICE.id}"
    other = next(option for option in CHOICE.options if option.id != CHOICE.default)
    place = [option.id for option in CHOICE.options].index(other.id)
    for word in (other.id.upper(), other.name):
        found = read(edited(path, "Assumptions", {f"C{row}": word}))
        assert assumption(found.case, id_).estimate.values == (place,)
    assert read(edited(path, "Assumptions", {f"C{row}": None})).case is KOREA


def test_numbers_among_assumptions_that_are_none_are_named(tmp_path: Path) -> None:
    path = written(tmp_path / "b.xlsx", START)
    row = row_of(path, "sender_stakes.waiting.base")
    found = read(edited(path, "Assumptions", {f"C{row}": "much"}))
    assert f"Assumptions!C{row}: “much” is no number" in mistakes(found)


def test_assumptions_that_do_not_fit_together_are_told_and_change_nothing(tmp_path: Path) -> None:
    assert KOREA.outlook is not None
    lead = KOREA.outlook.lead_times[-1]
    path = written(tmp_path / "b.xlsx", START)
    row = row_of(path, f"outlook.lead_times.{lead.id}.days")
    found = read(edited(path, "Assumptions", {f"C{row}": 20000}))
    assert found.case is KOREA
    assert "Assumptions: " in mistakes(found)


def test_a_sheet_of_assumptions_alone_is_enough(tmp_path: Path) -> None:
    cells = {
        "A1": "assumption",
        "B1": "value 0",
        "A2": "sender_stakes.waiting.base",
        "B2": 2,
    }
    found = read(book(tmp_path / "b.xlsx", {"x": cells, "empty": {}}))
    assert found.scenarios == ()
    assert [change.id for change in found.case.changes] == ["sender_stakes.waiting.base"]


def test_a_workbook_of_another_case_or_of_nothing_is_refused(tmp_path: Path) -> None:
    other = book(tmp_path / "o.xlsx", {"About": {"A1": "case", "B1": "sinai"}})
    with pytest.raises(FileError, match="is about the case sinai, not korea"):
        read(other)
    nothing = {"x": {f"A{row}": "word" for row in range(1, 60)}}
    with pytest.raises(FileError, match="no sheet with the head “scenario”"):
        read(book(tmp_path / "n.xlsx", nothing))


def test_what_would_change_is_told_line_by_line() -> None:
    case = with_estimates(KOREA, {"sender_stakes.waiting.base": Estimate((2,), 1, 3)})
    new = START.with_case(case).with_value("russia_alignment", 20)
    first, last = difference_lines(START, new)
    assert first.startswith("Russia alignment: ")
    assert "→" in last
    assert difference_lines(START, START) == ()
    hanoi = preset_scenario(KOREA, "hanoi-2019")
    assert any(line.startswith("Day: ") for line in difference_lines(START, hanoi))


def test_a_record_of_scenarios_that_makes_no_sense_is_refused() -> None:
    document = Document(START, START, START)
    rows = [
        [[START.name, None, [1.0]]],
        [[START.name, "yesterday", list(START.values)]],
        [[START.name, None, [1e9] * len(START.values)]],
        [[START.name, None, ["nan"] * len(START.values)]],
        3,
    ]
    for each in rows:
        with pytest.raises(FileError, match="no sense"):
            book_rows(document, {"results": True, "rows": each})
