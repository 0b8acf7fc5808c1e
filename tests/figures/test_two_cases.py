"""Two cases, one board: each on its own axis, in one sentence and one table."""

from explorer.figures.two_cases import (
    OTHER,
    SETTINGS,
    preset_entries,
    two_cases_choices,
    two_cases_figure,
)
from explorer.files.case_file import bundled_case
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve

KOREA, SINAI = bundled_case("korea"), bundled_case("sinai")
HERE = solve(preset_scenario(KOREA, KOREA.default_preset))
THERE = solve(preset_scenario(SINAI, SINAI.default_preset))
FIGURE = two_cases_figure(HERE, THERE, selected="yongbyon")


def test_each_board_has_its_own_rows_and_its_own_axis() -> None:
    for board, case in zip(FIGURE.boards, (KOREA, SINAI), strict=True):
        assert [lane.id for lane in board.lanes] == [row.id for row in case.rows]
        assert board.case is case
    first, second = FIGURE.boards
    assert first.maximum != second.maximum
    assert FIGURE.rows == max(len(first.lanes), len(second.lanes))
    assert [lane.id for lane in first.lanes if lane.is_selected] == ["yongbyon"]
    assert not any(lane.is_selected for lane in second.lanes)


def test_the_sentence_counts_both_and_warns_of_comparing_lengths() -> None:
    for name, board in zip(FIGURE.names, FIGURE.boards, strict=True):
        opened = sum(lane.is_open for lane in board.lanes)
        assert f"{name}, {opened} of {len(board.lanes)} commitments" in FIGURE.sentence
    assert "say nothing of lengths on the other" in FIGURE.sentence


def test_the_table_has_a_line_for_each_row_of_both_cases() -> None:
    table = FIGURE.table
    assert [row[0] for row in table.rows] == [
        *([KOREA.name] * len(KOREA.rows)),
        *([SINAI.name] * len(SINAI.rows)),
    ]
    assert {len(row) for row in table.rows} == {len(table.columns)}


def test_the_board_that_stands_still_is_made_once() -> None:
    other = solve(preset_scenario(KOREA, KOREA.baseline_preset))
    assert two_cases_figure(other, THERE).boards[1] is FIGURE.boards[1]


def test_case_and_scenario_are_chosen_the_default_one_first() -> None:
    entries = preset_entries(SINAI)
    assert entries[0][0] == SINAI.default_preset
    assert sorted(id_ for id_, _ in entries) == sorted(preset.id for preset in SINAI.presets)
    first, second = two_cases_choices((("sinai", SINAI.name),), entries, {})
    assert (first.chosen, second.chosen) == ("sinai", SINAI.default_preset)
    _, wished = two_cases_choices((("sinai", "S"),), entries, {OTHER: "x", SETTINGS: "march-1975"})
    assert wished.chosen == "march-1975"
