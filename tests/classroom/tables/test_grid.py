"""The grid: what is whole becomes a result, what is not stays as typed, and nothing gets lost."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from explorer.classroom.tables.cells import key_of
from explorer.classroom.tables.grid import (
    grid_columns,
    grid_of,
    summary_words,
    with_reading,
    with_rows,
)
from explorer.classroom.tables.plan import Plan, fitting, plan_of
from explorer.classroom.tables.reading import Mistake, Reading, read_results
from explorer.classroom.tables.writing import results_file
from explorer.files.document import read_document, write_document
from explorer.files.document_text import Document
from explorer.model.classroom import Classroom
from explorer.model.scenario import Scenario
from explorer.model.scene import Settings
from explorer.model.table_result import TableClass, TableOffer, TableResult
from tests.classroom.tables.plans import FREEZE, KOREA, PLAN, agreed, results
from tests.examples import examples
from tests.strategies import small_scenarios

EMPTY = TableClass(tables=4, seed=3, variants=3)
FOUR = Plan(PLAN.scenario, tables=4, seed=3, variants=3)


@examples(60)
@given(small_scenarios(), st.data())
def test_rows_of_a_class_make_the_same_class_again(scenario: Scenario, data: st.DataObject) -> None:
    plan = Plan(scenario, tables=4, seed=1, variants=2)
    tables = TableClass(tables=4, variants=2, results=data.draw(results(scenario.case, 2)))
    grid = grid_of(plan, tables)
    again = with_rows(plan, tables, grid.rows)
    assert sorted(again.results, key=str) == sorted(tables.results, key=str)
    assert len(grid.done) == len(tables.results)
    assert not grid.mistakes
    assert len(grid.rows) == 4 + len(tables.results)


@examples(60)
@given(st.data())
def test_whatever_is_typed_stays_in_its_cell(data: st.DataObject) -> None:
    columns = grid_columns(KOREA)[1:]
    column = data.draw(st.sampled_from(columns))
    text = data.draw(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=9))
    rows = [dict(row) for row in grid_of(FOUR, EMPTY).rows]
    rows[1][column] = text
    kept = with_rows(FOUR, EMPTY, rows)
    shown = grid_of(FOUR, kept)
    if not kept.results and column != "variant":
        assert shown.rows[1].get(column) == text
    assert len(shown.rows) == 4
    assert set(shown.mistakes) <= {1}


def test_a_row_without_anything_typed_is_not_kept() -> None:
    assert with_rows(FOUR, EMPTY, grid_of(FOUR, EMPTY).rows) == EMPTY
    assert grid_of(FOUR, EMPTY).status == "0 of 4 tables are done."


def test_offers_stay_with_the_result_that_they_led_to() -> None:
    path = (TableOffer(by="sender", levels=FREEZE),)
    told = agreed("Table 2", FREEZE).with_path(path)
    tables = EMPTY.having(results=(told,))
    rows = [dict(row) for row in grid_of(FOUR, tables).rows]
    rows[1]["minutes"] = "12"
    (result,) = with_rows(FOUR, tables, rows).results
    assert (result.path, result.minutes) == (path, 12)


NAMES = st.one_of(
    st.sampled_from(["", "2", "Table 1", "table_3", "Table 39", "x", "X", "y" * 99]),
    st.text(st.characters(categories=["L", "N"]), max_size=5),
)


@examples(60)
@given(st.data())
def test_no_name_loses_a_table_or_is_had_by_two(data: st.DataObject) -> None:
    told = data.draw(results(KOREA, 3))
    tables = EMPTY.having(results=told)
    for _ in range(3):
        plan = plan_of(PLAN.scenario, tables)
        rows = [dict(row) for row in grid_of(plan, tables).rows]
        row = data.draw(st.sampled_from(rows))
        row["table"] = data.draw(NAMES)
        tables = with_rows(plan, tables, rows)
        assert len(tables.results) == len(told)
        shown = grid_of(plan_of(PLAN.scenario, tables), tables)
        assert len(shown.rows) == len(rows)
        assert len({key_of(each["table"]) for each in shown.rows}) == len(rows)
        assert len(shown.done) == len(told)
        assert sorted(map(_but_name, tables.results)) == sorted(map(_but_name, told))


def _but_name(result: TableResult) -> str:
    return json.dumps(result.having(name="x").model_dump(), sort_keys=True)


def test_a_named_table_keeps_its_offers_and_goes_by_its_number_and_code_as_well() -> None:
    path = (TableOffer(by="sender", levels=FREEZE),)
    tables = EMPTY.having(results=(agreed("Table 2", FREEZE, variant=1).with_path(path),))
    rows = [dict(row) for row in grid_of(FOUR, tables).rows]
    rows[1]["table"] = "The Quiet Ones"
    named = with_rows(FOUR, tables, rows)
    assert named.names == ("", "The Quiet Ones")
    assert [(each.name, each.path) for each in named.results] == [("The Quiet Ones", path)]
    plan = plan_of(PLAN.scenario, named)
    heads = "table,code,outcome"
    for cells in ("2,,no deal", "Table 2,,no deal", f",{plan.code(2)},no deal"):
        read = read_results(f"{heads}\n{cells}", plan, name="x")
        assert [(each.name, each.variant) for each in read.results] == [("The Quiet Ones", 1)]
    again = read_results(results_file(plan, named.results).decode("utf-8-sig"), plan, name="x")
    assert [each.name for each in again.results] == ["The Quiet Ones"]
    assert again.awaited == ("Table 1", "Table 3", "Table 4")


def test_what_is_read_replaces_what_was_told_of_the_same_table() -> None:
    begun = EMPTY.having(
        results=(agreed("Table 1", FREEZE),), typed=({"table": "Table 2", "icbm": "9"},)
    )
    read = Reading(
        tuple(TableResult(name=f"Table {n}", ending="no_deal") for n in (1, 2)),
        (Mistake(7, "is wrong."),),
    )
    after = with_reading(begun, read)
    assert [result.ending for result in after.results] == ["no_deal", "no_deal"]
    assert after.typed == ()
    assert summary_words(read) == "2 tables were read.\nline 7: is wrong."


def test_a_class_is_rid_of_what_its_case_does_not_know() -> None:
    good = agreed("good", FREEZE)
    foreign = TableResult(name="x", ending="agreed", levels={"sinai": 1})
    bad_path = TableResult(
        name="y", ending="no_deal", path=(TableOffer(by="sender", levels={"icbm": 11}),)
    )
    strange = EMPTY.having(results=(good, foreign, bad_path), settings=Settings(preset="nowhere"))
    found = fitting(strange, KOREA)
    assert found.results == (good,)
    assert found.settings is None
    sound = EMPTY.having(results=(good,), settings=Settings(preset="hanoi-2019"))
    assert fitting(sound, KOREA) is sound


def test_a_class_is_kept_in_the_document_with_what_is_half_typed(tmp_path: Path) -> None:
    told = agreed("Table 1", FREEZE).with_path((TableOffer(by="target", levels=FREEZE),))
    tables = EMPTY.having(
        results=(told,), typed=({"table": "Table 2", "icbm": "9"},), settings=Settings()
    )
    scenario = PLAN.scenario
    document = Document(scenario, scenario, scenario, classroom=Classroom(tables=tables))
    path = tmp_path / "class.dealzone"
    write_document(path, document)
    opened = read_document(path)
    assert opened.problems == ()
    assert opened.document.classroom.tables == tables
