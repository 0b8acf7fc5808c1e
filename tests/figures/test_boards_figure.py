"""Boards side by side: the same rows on one axis, chosen by the reader."""

import pytest

from explorer.figures.board import board_figure, lane_words
from explorer.figures.board_lane import Company
from explorer.figures.boards import NONE, boards_choices, boards_figure, named_results
from explorer.figures.pinned import Pinned
from explorer.files.case_file import bundled_case
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve

KOREA = bundled_case()
HANOI = solve(preset_scenario(KOREA, "hanoi-2019"))
OCTOBER = solve(preset_scenario(KOREA, "october-2025"))
DECLARED = solve(preset_scenario(KOREA, "october-2025-declared"))
ITEMS = (("Then", HANOI), ("Now", OCTOBER), ("With lines", DECLARED))


def test_each_board_shows_its_result_on_the_common_axis() -> None:
    figure = boards_figure(ITEMS, selected="yongbyon")
    assert figure.names == ("Then", "Now", "With lines")
    assert figure.boards == tuple(board_figure(each, selected="yongbyon") for _, each in ITEMS)
    assert figure.maximum == max(board.maximum for board in figure.boards)
    then, now, lines = (sum(row.is_open for row in result.board) for _, result in ITEMS)
    assert then > now > lines == 0
    assert figure.sentence == (
        f"Deal zones, out of 8 commitments: {then} (Then), {now} (Now), {lines} (With lines)."
    )


def test_the_table_has_a_column_for_each_board() -> None:
    table = boards_figure(ITEMS).table
    assert table.columns == ("Commitment", "Then", "Now", "With lines")
    assert len(table.rows) == len(KOREA.rows)
    for place, row in enumerate(table.rows):
        assert row[1:] == tuple(board_figure(each).lanes[place].status for _, each in ITEMS)


@pytest.mark.parametrize("items", [(), (*ITEMS, ("Once more", OCTOBER))])
def test_none_and_more_than_three_do_not_fit(items: tuple[tuple[str, object], ...]) -> None:
    with pytest.raises(ValueError, match="side by side"):
        boards_figure(items)


def test_boards_that_stand_still_are_made_once() -> None:
    first, second = (boards_figure((("A", HANOI), ("Now", each))) for each in (OCTOBER, DECLARED))
    assert first.boards[0] is second.boards[0]


def test_places_are_filled_from_the_left_and_all_but_the_first_can_be_empty() -> None:
    candidates = (("screen", "On screen"), ("A", "Pin A"), ("baseline", "Baseline"))
    first = boards_choices(candidates[:1], {})
    assert [choice.chosen for choice in first] == ["screen", NONE, NONE]
    every = boards_choices(candidates, {})
    assert [choice.chosen for choice in every] == ["screen", "A", "baseline"]
    wished = boards_choices(candidates, {"boards.1": "A", "boards.2": NONE, "boards.3": "gone"})
    assert [choice.chosen for choice in wished] == ["A", NONE, "baseline"]
    assert NONE not in [value for value, _ in every[0].entries]


def test_results_of_one_name_are_numbered() -> None:
    assert [name for name, _ in named_results((HANOI, OCTOBER))] == ["Hanoi 2019", "October 2025"]
    assert [name for name, _ in named_results((HANOI, HANOI))] == [
        "1. Hanoi 2019",
        "2. Hanoi 2019",
    ]


def test_a_pin_is_an_outline_in_every_row_a_word_when_pointed_at_and_a_column() -> None:
    pins = (Pinned("A", "Hanoi", HANOI), Pinned("C", "Lines", DECLARED))
    figure = board_figure(OCTOBER, company=Company(pins=pins))
    assert figure.pins == (("A", "Hanoi"), ("C", "Lines"))
    assert pins[0].words == "A: Hanoi"
    for lane, then in zip(figure.lanes, board_figure(HANOI).lanes, strict=True):
        first, last = lane.pins
        assert (first.letter, first.zone, first.status) == ("A", then.zone, then.status)
        assert (last.letter, last.zone) == ("C", None)
        assert f"Pin A: {then.status}." in lane_words(figure, lane)
    assert figure.table.columns[-2:] == ("Pin A: Hanoi", "Pin C: Lines")
    assert {len(cells) for cells in figure.table.rows} == {len(figure.table.columns)}


def test_what_is_further_away_stands_in_a_place_only_where_it_is_wished() -> None:
    further = (("history-2019", "History 2019"),)
    plain = boards_choices((("screen", "On screen"),), {}, further=further)
    assert [each.chosen for each in plain] == ["screen", NONE, NONE]
    wished = boards_choices(
        (("screen", "On screen"),), {"boards.2": "history-2019"}, further=further
    )
    assert [each.chosen for each in wished] == ["screen", "history-2019", NONE]
