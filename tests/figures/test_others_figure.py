"""The picture of who else gains says what the solver found, in bars, words and table."""

from dataclasses import replace

import pytest
from hypothesis import given

from explorer.figures.bars import BarsFigure
from explorer.figures.other_words import (
    fare_lines,
    fare_of,
    fare_words,
    gauge_words,
    looked_at_package,
    package_name,
    share_text,
)
from explorer.figures.others import others_figure, others_shown
from explorer.figures.phrase import signed_points
from explorer.figures.table import signed_cell
from explorer.figures.term_sheet import term_sheet_figure
from explorer.files.case_file import bundled_case
from explorer.model.package import Package, package_of
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.solve import solve
from explorer.solver.stakeholder import package_others, row_others, zone_others
from explorer.solver.term_sheet import term_sheet
from tests.examples import examples
from tests.figures.sentences import assert_reads_well
from tests.strategies import small_scenarios

KOREA = bundled_case("korea")
OCTOBER = preset_scenario(KOREA, "october-2025")
RESULT = solve(OCTOBER)


def named(package_id: str) -> Package:
    return package_of(KOREA, next(p.levels for p in KOREA.packages if p.id == package_id))


def assert_sound(figure: BarsFigure) -> None:
    """Fail unless the words read well, the axis holds every bar and the table has its shape."""
    bars = [bar for group in figure.groups for bar in group.bars]
    words = [text for bar in bars for text in (bar.name, bar.words, bar.detail)]
    for text in (figure.title, figure.sentence, *figure.notes, *words):
        assert text
        assert_reads_well(text)
    assert figure.has_own_axes == bool(bars)
    assert not figure.ticks
    for bar in bars:
        assert bar.low is not None
        assert bar.high is not None
        assert bar.value is not None
        assert bar.span is not None
        least, most = bar.span
        assert least <= 0 <= most
        assert least <= bar.low <= bar.value <= bar.high <= most
        assert 0 <= figure.share(bar, 0) <= 1
    # Terms that hold have rows of their own under whoever counts them.
    own = [row for row in figure.table.rows if not row[0].startswith("of it:")]
    assert len(own) == len(bars)
    assert all(len(row) == len(figure.table.columns) for row in figure.table.rows)
    assert bool(figure.empty_words) == (not bars)


@examples(60)
@given(small_scenarios())
def test_every_picture_of_every_case_is_sound(scenario: Scenario) -> None:
    result = solve(scenario)
    package = looked_at_package(result, selected=None, row_id="")
    answers = [zone_others(scenario), row_others(scenario, scenario.case.rows[0].id)]
    if package is not None:
        answers.append(package_others(scenario, package))
    for answer in answers:
        assert_sound(others_figure(result, answer))


def test_what_is_shown_follows_the_choice_and_names_it() -> None:
    row, zone = row_others(OCTOBER, "icbm-freeze"), zone_others(OCTOBER)
    figures = {
        "package": others_figure(RESULT, package_others(OCTOBER, named("icbm_freeze"))),
        "row": others_figure(RESULT, row),
        "zone": others_figure(RESULT, zone),
    }
    for shown, figure in figures.items():
        assert_sound(figure)
        assert figure.choices[0].chosen == shown == others_shown(shown)
    assert figures["package"].title == "Who else gains: ICBM freeze for sector relief (small deal)"
    assert f"{row.packages:,} packages" in figures["row"].sentence
    assert f"{zone.packages:,} packages" in figures["zone"].sentence
    assert others_shown(None) == others_shown("weather") == "package"


def test_both_governments_stand_side_by_side_and_the_gauge_apart() -> None:
    figure = others_figure(RESULT, package_others(OCTOBER, named("icbm_freeze")))
    stakeholders, gauge = figure.groups
    assert [bar.name for bar in stakeholders.bars][:2] == [
        "South Korea (government of 2025)",
        "South Korea (conservative)",
    ]
    assert [bar.name for bar in gauge.bars] == ["Serves the United States alone, or nearly so"]
    assert "Washington on long-range missiles" in gauge.name


def test_the_small_deal_concern_can_be_read() -> None:
    with_short = package_of(KOREA, {"icbm": 1, "srbm": 1, "exer": 1})
    without = package_of(KOREA, {"icbm": 1, "exer": 1})
    covered, uncovered = (
        " ".join(fare_lines(package_others(OCTOBER, package))) for package in (with_short, without)
    )
    assert "serves the United States alone" in uncovered
    assert "serves the United States alone" not in covered
    assert "South Korea 2025 (0)" in uncovered
    assert "South Korea 2025 (+8)" in covered


def test_an_empty_zone_and_no_package_say_so() -> None:
    declared = preset_scenario(KOREA, "october-2025-declared")
    result = solve(declared)
    figure = others_figure(result, zone_others(declared))
    assert figure.empty_words == "No package is in the deal zone here."
    assert figure.table.rows == ()
    nothing = others_figure(result, None)
    assert_sound(nothing)
    assert "Choose a package" in nothing.empty_words
    bare = replace(package_others(OCTOBER, named("icbm_freeze")), standings=(), readings=())
    assert others_figure(RESULT, bare).empty_words == "This case knows no stakeholders."


def test_a_zone_that_harms_nobody_says_so() -> None:
    answer = row_others(OCTOBER, "interim-freeze")
    spreads = tuple(replace(spread, share=1) for spread in answer.spreads)
    figure = others_figure(RESULT, replace(answer, spreads=spreads))
    assert "leave everyone listed here no worse off" in figure.sentence


def test_the_package_shown_is_the_selected_one_or_the_rows_or_the_nash_solution() -> None:
    chosen = named("hanoi_dprk")
    assert looked_at_package(RESULT, selected=chosen, row_id="icbm-freeze") == chosen
    of_row = looked_at_package(RESULT, selected=None, row_id="icbm-freeze")
    assert of_row == named("icbm_freeze")
    assert RESULT.nash is not None
    assert looked_at_package(RESULT, selected=None, row_id="") == RESULT.nash.package
    assert looked_at_package(RESULT, selected=None, row_id="long-range-yongbyon") is not None
    empty = solve(preset_scenario(KOREA, "october-2025-declared"))
    assert looked_at_package(empty, selected=None, row_id="") == named("freeze_for_freeze")


def test_packages_are_called_by_what_they_are() -> None:
    assert RESULT.nash is not None
    assert package_name(RESULT, named("hanoi_dprk")) == next(
        each.name for each in KOREA.packages if each.id == "hanoi_dprk"
    )
    assert package_name(RESULT, RESULT.nash.package) == "Nash solution"
    assert package_name(RESULT, package_of(KOREA, {"aid": 2})) == "A package without a name"
    empty = solve(preset_scenario(KOREA, "october-2025-declared"))
    assert package_name(empty, package_of(KOREA, {"aid": 2})) == "A package without a name"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (1, 2, "better off"),
        (0, 2, "better off"),
        (-2, -1, "worse off"),
        (-2, 0, "worse off"),
        (-1, 1, "could go either way"),
        (0, 0, "as today"),
    ],
)
def test_who_could_go_either_way_is_not_told_as_a_gain(low: float, high: float, words: str) -> None:
    others = package_others(OCTOBER, named("icbm_freeze"))
    standing = replace(others.standings[0], low=low, high=high, terms=())
    assert fare_words(standing) == words
    assert fare_of(standing) in range(4)
    lines = list(fare_lines(replace(others, standings=(standing,), readings=())))
    assert len(lines) == 1


def test_shares_are_all_or_none_only_where_they_are() -> None:
    assert [share_text(share) for share in (0, 1)] == ["0\xa0%", "100\xa0%"]
    assert share_text(0.999) == "over 99\xa0%"
    assert share_text(0.001) == "under 1\xa0%"
    assert share_text(0.5) == "50\xa0%"


def test_signs_stand_before_all_but_zero() -> None:
    told = [signed_cell(p).words for p in (1, -1, 0, -0.04)]
    assert told == ["+1.0", "−1.0", "0.0", "0.0"]


def test_a_gauge_below_its_first_stretch_takes_the_first_words() -> None:
    gauge = KOREA.gauges[0]
    assert gauge_words(gauge, -5000) == gauge.status[0].words
    assert gauge_words(gauge, 5) == gauge.status[-1].words


def test_the_term_sheet_tells_who_else_gains_and_which_guard_is_broken() -> None:
    package = named("recognition_arms_control")
    scenario = OCTOBER.with_value("no_loss_japan", 1)
    sheet = term_sheet(scenario, package)
    others = package_others(scenario, package)
    figure = term_sheet_figure(sheet, None, others)
    assert "It leaves Japan worse off: “No loss for Japan” is on." in figure.reasons
    assert figure.others == tuple(fare_lines(others))
    assert all(line in figure.text for line in figure.others)
    assert term_sheet_figure(sheet).others == ()


def test_a_term_is_told_as_its_own_part_by_whoever_counts_it() -> None:
    others = package_others(OCTOBER, named("icbm_freeze"))
    counting = [standing for standing in others.standings if standing.terms]
    assert counting
    (line,) = [line for line in fare_lines(others) if line.startswith("This includes")]
    figure = others_figure(RESULT, others)
    rows = [row for row in figure.table.rows if row[0].startswith("of it:")]
    assert len(rows) == len(counting)
    for standing in counting:
        assert standing.stakeholder.short in line
        for each in standing.terms:
            assert each.term.name in line
            assert signed_points(each.points) in line


def test_each_axis_runs_from_the_worst_to_the_best_of_all_packages() -> None:
    others = package_others(OCTOBER, named("icbm_freeze"))
    bars = {bar.id: bar for group in others_figure(RESULT, others).groups for bar in group.bars}
    for standing in others.standings:
        span = bars[standing.stakeholder.id].span
        assert span == (min(standing.worst, standing.low, 0), max(standing.best, standing.high, 0))
