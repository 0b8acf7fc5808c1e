"""The two-factor map as a figure: axes, choices, words and table agree with the solver."""

import numpy as np
import pytest

from explorer.figures.two_factor import (
    FACTOR_SHOW,
    FACTOR_X,
    FACTOR_Y,
    TwoFactorFigure,
    choices_after,
    factor_controls,
    point_at,
    point_words,
    two_factor_figure,
)
from explorer.figures.two_factor_cells import (
    count_outlines,
    factor_labels,
    factor_shades,
    inside_row,
    open_rows,
    row_outline,
    row_stripes,
    shown_values,
)
from explorer.files.case_file import bundled_case
from explorer.model.result import Result
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.solver.sweep import sweep
from explorer.solver.two_factor import two_factor_lines, two_factor_map
from tests.figures.sentences import assert_reads_well

KOREA = bundled_case("korea")
OCTOBER = solve(preset_scenario(KOREA, "october-2025"))
DECLARED = solve(preset_scenario(KOREA, "october-2025-declared"))
PAIRS = [
    ("russia_alignment", "china_ties"),
    ("missile_advances", "us_will"),
    ("us_max_status", "dprk_min_status"),
    ("un_consent", "us_credibility"),
]
EVERY_ROW = [row.id for row in KOREA.rows]


def figure_for(
    pair: tuple[str, str], row: str = "", show: str = "row", result: Result = OCTOBER
) -> TwoFactorFigure:
    x, y = pair
    scenario = result.scenario
    return two_factor_figure(
        result,
        two_factor_map(scenario, x, y, is_fine=False),
        two_factor_lines(scenario, x, y),
        baseline=preset_scenario(KOREA, "hanoi-2019"),
        selected_row=row,
        choices={FACTOR_X: x, FACTOR_Y: y, FACTOR_SHOW: show},
    )


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("row", ["", *EVERY_ROW])
@pytest.mark.parametrize("result", [OCTOBER, DECLARED], ids=["open", "declared"])
def test_every_sentence_reads_well(pair: tuple[str, str], row: str, result: Result) -> None:
    for show in ("row", "count"):
        figure = figure_for(pair, row, show, result)
        assert_reads_well(figure.sentence)
        for cell in (cell for cells_ in figure.table.rows for cell in cells_):
            assert_reads_well(cell)


def test_the_sentence_says_where_the_row_opens_at_the_present_value() -> None:
    swept = sweep(OCTOBER.scenario, "russia_alignment")
    place = EVERY_ROW.index("phased-step")
    highest = int(swept.values[swept.is_open[place]].max())
    sentence = figure_for(PAIRS[0], "phased-step").sentence
    ties = f"{OCTOBER.scenario.value('china_ties'):g}"
    assert sentence == (
        f"Phased step one is open where Russia alignment is at most {highest} "
        f"and China ties is {ties}."
    )


@pytest.mark.parametrize("pair", PAIRS)
def test_cells_cover_both_axes_and_shades_tell_open_from_closed(pair: tuple[str, str]) -> None:
    for show in ("row", "count"):
        figure = figure_for(pair, "yongbyon", show)
        shades = factor_shades(figure)
        rows, columns = shades.shape
        for place in range(0, rows * columns, 37):
            line, column = divmod(place, columns)
            share_y, share_x = (line + 0.5) / rows, (column + 0.5) / columns
            counts = counts_at(figure, share_x, share_y)
            assert (shades[line, column] > 0) == bool(counts)
        x, y = count_outlines(figure)
        assert len(x) == len(y)


def counts_at(figure: TwoFactorFigure, across: float, up: float) -> int:
    """Return what the map tells of the value that is nearest to a place, given as shares."""
    x = figure.x.minimum + across * (figure.x.maximum - figure.x.minimum)
    y = figure.y.minimum + up * (figure.y.maximum - figure.y.minimum)
    column = int(np.abs(figure.source.x_values - x).argmin())
    line = int(np.abs(figure.source.y_values - y).argmin())
    return int(shown_values(figure)[line, column])


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("row", ["yongbyon", "phased-step"])
def test_the_stripes_of_a_row_cover_its_region_and_no_more(pair: tuple[str, str], row: str) -> None:
    figure = figure_for(pair, row)
    x, y, ends = row_stripes(figure)
    assert len(x) == len(y) == len(ends) == 5 * ends.sum()
    corners = np.column_stack((x, y)).reshape(-1, 5, 2)
    area = np.prod(corners[:, 2] - corners[:, 0], axis=1).sum()
    span = (figure.x.maximum - figure.x.minimum) * (figure.y.maximum - figure.y.minimum)
    assert area / span == pytest.approx((factor_shades(figure) > 0).mean())
    across, up = np.meshgrid(np.linspace(0.0013, 0.9981, 22), np.linspace(0.0017, 0.9979, 18))
    inside = inside_row(figure, across, up)
    for place in np.ndindex(inside.shape):
        assert inside[place] == bool(counts_at(figure, across[place], up[place]))


def test_without_a_row_there_are_no_stripes() -> None:
    figure = figure_for(PAIRS[0])
    assert not len(row_stripes(figure)[0])
    assert not inside_row(figure, np.full((2, 2), 0.5), np.full((2, 2), 0.5)).any()


def test_the_outline_runs_along_the_edge_of_the_row() -> None:
    figure = figure_for(PAIRS[0], "phased-step")
    x, y = row_outline(figure)
    assert len(x) == len(y) > 0
    for ends in (x, y):
        assert 0 <= ends.min() <= ends.max() <= 100
    assert not len(row_outline(figure_for(PAIRS[0]))[0])


@pytest.mark.parametrize("pair", PAIRS)
def test_a_word_in_a_region_stands_on_what_it_says(pair: tuple[str, str]) -> None:
    figure = figure_for(pair, "phased-step", "count")
    counts = open_rows(figure)
    for x, y, words in factor_labels(figure):
        column = int(np.abs(figure.source.x_values - x).argmin())
        row = int(np.abs(figure.source.y_values - y).argmin())
        assert str(counts[row, column]) == words
    assert {words for *_, words in factor_labels(figure_for(PAIRS[0], "phased-step"))} == {
        "open",
        "closed",
    }


def test_a_place_is_told_by_its_whole_values() -> None:
    figure = figure_for(PAIRS[0], "phased-step")
    assert point_at(figure, 46.7, 120) == {"russia_alignment": 47, "china_ties": 100}
    assert point_words(figure, 46.7, 70).startswith("Russia alignment 47, China ties 70. Open")
    closed = figure_for(("us_max_status", "dprk_min_status"), result=DECLARED)
    assert "No commitment is open there" in point_words(closed, 0, 3)


def test_a_place_where_all_is_open_says_so() -> None:
    figure = figure_for(PAIRS[0])
    source = figure.source
    every = np.ones_like(source.is_open)
    source = type(source)("russia_alignment", "china_ties", source.x_values, source.y_values, every)
    lines = two_factor_lines(OCTOBER.scenario, "russia_alignment", "china_ties")
    opened = two_factor_figure(OCTOBER, source, lines, selected_row="yongbyon")
    assert "From 8 to 8 of 8 commitments" in opened.sentence
    assert "Every commitment is open there" in point_words(opened, 3, 3)
    assert "is open at every value of Russia alignment and China ties" in opened.sentence


def test_choosing_the_other_axis_s_control_swaps_them() -> None:
    first = {FACTOR_X: "russia_alignment", FACTOR_Y: "us_will"}
    assert choices_after(KOREA, first, FACTOR_X, "us_will") == {
        FACTOR_X: "us_will",
        FACTOR_Y: "russia_alignment",
    }
    assert choices_after(KOREA, first, FACTOR_Y, "russia_alignment") == {
        FACTOR_X: "us_will",
        FACTOR_Y: "russia_alignment",
    }
    assert choices_after(KOREA, first, FACTOR_Y, "china_ties")[FACTOR_X] == "russia_alignment"
    assert choices_after(KOREA, first, FACTOR_SHOW, "count") == {**first, FACTOR_SHOW: "count"}


@pytest.mark.parametrize(
    "wishes",
    [
        {},
        {FACTOR_X: "us_will", FACTOR_Y: "us_will"},
        {FACTOR_X: "unknown", FACTOR_Y: "missile_advances"},
        {FACTOR_Y: "us_will"},
    ],
)
def test_the_axes_are_always_two_different_controls(wishes: dict[str, str]) -> None:
    x, y = factor_controls(KOREA, wishes)
    assert x != y
    assert {x, y} <= set(KOREA.control_places)


def test_the_baseline_has_a_point_only_in_the_same_case() -> None:
    hanoi = preset_scenario(KOREA, "hanoi-2019")
    assert figure_for(PAIRS[0]).baseline == tuple(hanoi.value(id_) for id_ in PAIRS[0])
    result = OCTOBER
    source = two_factor_map(result.scenario, *PAIRS[0], is_fine=False)
    lines = two_factor_lines(result.scenario, *PAIRS[0])
    assert two_factor_figure(result, source, lines).baseline is None


def test_a_row_that_is_open_at_one_level_only_says_which() -> None:
    pair = ("us_max_relief_before_disarmament", "us_min_fissile")
    first = figure_for(pair).table.rows[0]
    assert first[1:3] == ("anywhere", "no line")
