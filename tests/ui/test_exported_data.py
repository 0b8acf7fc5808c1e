"""The data of every picture: plain numbers with their units over them, never display text."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from explorer.figures.table import Number, Table, csv_file
from explorer.views.registry import VIEWS, figure_of
from tests.ui.looks import LOOK, every_choice

EVERY_VIEW = [view.id for view in VIEWS]
SHOWN_NUMBER = re.compile(
    r"[+\N{MINUS SIGN}-]?\d[\d,]*(\.\d+)?(\N{NO-BREAK SPACE}?%| of 100| days?| points?)?"
    r"(( to |-|\N{EN DASH})[+\N{MINUS SIGN}-]?\d[\d,]*(\.\d+)?)?"
)
"""A number as a screen shows it, or a range of two."""

PLAIN_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def tables(view_id: str) -> Iterator[Table]:
    for look in (LOOK, replace(LOOK, baseline=None)):
        for choices in every_choice(view_id, look):
            yield figure_of(view_id, replace(look, choices=choices)).table


def read(table: Table) -> list[list[str]]:
    return list(csv.reader(io.StringIO(csv_file(table).decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("view_id", EVERY_VIEW)
def test_every_number_of_every_view_is_exported_as_a_plain_number(view_id: str) -> None:
    for table in tables(view_id):
        headings, *rows = read(table)
        assert headings == [*table.headings]
        assert len(rows) == len(table.cells)
        for cells, texts in zip(table.cells, rows, strict=True):
            for cell, text in zip(cells, texts, strict=True):
                if not isinstance(cell, Number):
                    assert not SHOWN_NUMBER.fullmatch(text), (table.columns, text)
                elif cell.value is None:
                    assert text == ""
                else:
                    assert PLAIN_NUMBER.fullmatch(text)
                    assert float(text) == pytest.approx(cell.value, abs=1e-9)


@pytest.mark.parametrize("view_id", EVERY_VIEW)
def test_what_the_screen_shows_beside_a_number_stands_over_its_column(view_id: str) -> None:
    for table in tables(view_id):
        for place, heading in enumerate(table.headings):
            shown = [
                cells[place].words
                for cells in table.cells
                if isinstance(cells[place], Number) and cells[place].value is not None
            ]
            if any("%" in words for words in shown):
                assert "%" in heading
            if any("of 100" in words for words in shown):
                assert "of 100" in heading


def test_the_exported_numbers_say_more_than_the_one_decimal_of_the_screen() -> None:
    table = figure_of("board", LOOK).table
    exact = [
        cell.value
        for cells in table.cells
        for cell in cells
        if isinstance(cell, Number) and cell.value is not None
    ]
    assert any(abs(value - round(value, 1)) > 1e-6 for value in exact)


def test_a_name_from_a_file_never_becomes_a_formula() -> None:
    link = '=HYPERLINK("http://example.org","click")'
    baseline = LOOK.result.scenario.with_name(link).with_value("us_max_status", 3)
    look = replace(LOOK, comparable=(("other", baseline),), choices={"split.from": "other"})
    cells = [cell for row in read(figure_of("split", look).table) for cell in row]
    assert f"'{link}" in cells
    assert not [cell for cell in cells if cell.startswith("=")]
