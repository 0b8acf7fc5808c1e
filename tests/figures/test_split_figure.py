"""Why it changed in bars and words: signs, sums, names, and honesty about what has no split."""

from hypothesis import given

from explorer.figures.bars import BarsFigure
from explorer.figures.binding import binding_figure, binding_moves
from explorer.figures.round_axis import round_axis
from explorer.figures.split import split_figure
from explorer.files.case_file import bundled_case
from explorer.model.scenario import Scenario, default_scenario, preset_scenario
from explorer.model.split import Measure
from explorer.solver.binding import binding_lines
from explorer.solver.split import coalitions, split, split_of
from tests.examples import examples
from tests.figures.sentences import assert_reads_well
from tests.solver.test_split import pairs
from tests.strategies import small_scenarios

CASE = bundled_case("korea")
HANOI, OCTOBER = (preset_scenario(CASE, name) for name in ("hanoi-2019", "october-2025"))
MEASURES: tuple[Measure, ...] = ("row_packages", "floor", "floor_any", "limit")


def assert_holds_together(figure: BarsFigure) -> None:
    """Fail where a figure has holes, misses its axis, or its table is not the same."""
    assert figure.sentence
    assert_reads_well(figure.sentence)
    bars = [bar for group in figure.groups for bar in group.bars]
    assert bool(bars) or bool(figure.empty_words)
    assert figure.minimum <= 0 <= figure.maximum
    assert figure.minimum < figure.maximum
    assert all(figure.minimum <= value <= figure.maximum for value, _ in figure.ticks)
    for bar in bars:
        assert bar.value is not None
        assert figure.minimum <= bar.value <= figure.maximum
        assert_reads_well(bar.detail)
    widths = {len(row) for row in figure.table.rows}
    assert widths <= {len(figure.table.columns)}
    sizes = [abs(bar.value or 0) for bar in bars]
    assert sizes == sorted(sizes, reverse=True)


@examples(40)
@given(pairs())
def test_the_split_of_any_two_scenarios_reads_well(pair: tuple[Scenario, Scenario]) -> None:
    found = coalitions(*pair)
    assert_holds_together(split_figure(split_of(found, "packages")))
    for row in pair[0].case.rows:
        for measure in MEASURES:
            assert_holds_together(split_figure(split_of(found, measure, row.id)))


@examples(30)
@given(small_scenarios())
def test_the_lines_of_any_scenario_read_well(scenario: Scenario) -> None:
    lines = binding_lines(scenario)
    assert_holds_together(binding_figure(scenario, lines))
    moves = binding_moves(scenario, lines, most=3)
    assert bool(moves.moves) != bool(moves.nothing)
    for move in moves.entries:
        assert_reads_well(move.title)
        assert_reads_well(move.detail)


def test_a_coherence_rule_is_left_out_and_a_red_line_is_dropped() -> None:
    rules = {each.id for each in CASE.controls if each.kind == "coherence"}
    lines = binding_lines(preset_scenario(CASE, "october-2025-declared")) + binding_lines(OCTOBER)
    assert {line.control_id in rules for line in lines} == {True, False}
    for line in lines:
        if not line.regained:
            continue
        sentence = binding_figure(OCTOBER, (line,)).sentence
        (move,) = binding_moves(OCTOBER, (line,), most=1).entries
        is_rule = line.control_id in rules
        assert ("Without the rule" in sentence) is is_rule
        assert move.title.startswith("Leave out" if is_rule else "Drop ")
        assert move.undo_name.startswith("leave out" if is_rule else "drop ")


def test_the_sentence_names_who_took_and_who_gave() -> None:
    found = split(HANOI, OCTOBER, "packages")
    figure = split_figure(found, end_words="now")
    assert found.before is not None
    assert found.after is not None
    lost = f"{int(found.before - found.after):,}"
    assert figure.sentence.startswith(
        f"From Hanoi 2019 to now the deal zone lost {lost} packages: "
    )
    parts = sorted(found.parts, key=lambda part: abs(part.amount), reverse=True)
    first = CASE.control(parts[0].player.id).name
    assert f"{first} removed {abs(round(float(parts[0].amount))):,}" in figure.sentence
    assert [bar.id for bar in figure.groups[0].bars] == [part.player.id for part in parts]


def test_the_way_back_gains_what_the_way_there_lost() -> None:
    found = split(OCTOBER, HANOI, "packages")
    figure = split_figure(found)
    assert found.before is not None
    assert found.after is not None
    assert f"gained {int(found.after - found.before):,} packages" in figure.sentence
    assert "Russia alignment added" in figure.sentence


def test_equal_scenarios_have_nothing_to_explain() -> None:
    figure = split_figure(split(HANOI, HANOI, "packages"))
    assert figure.groups == ()
    assert "Nothing differs" in figure.sentence


def test_a_setting_that_changes_nothing_is_said_to_change_nothing() -> None:
    end = OCTOBER.with_value("us_max_relief_before_disarmament", 3)
    figure = split_figure(split(OCTOBER, end, "limit", "test-pause"))
    assert "stays at" in figure.sentence
    assert "no setting contributed" in figure.sentence
    row = split_figure(split(OCTOBER, end, "row_packages", "full-denuclearisation"))
    assert "keeps its packages" in row.sentence


def test_many_settings_are_told_in_groups_and_the_small_ones_together() -> None:
    end = preset_scenario(CASE, "period-1994-2000")
    figure = split_figure(split(OCTOBER, end, "packages"))
    assert "other settings" in figure.sentence
    moved = {control.id: 1.0 for control in CASE.controls if control.kind != "consent"}
    groups = split_figure(split(default_scenario(CASE), OCTOBER.with_values(moved), "packages"))
    names = [bar.name for bar in groups.groups[0].bars]
    assert any("settings" in name for name in names)


def test_what_the_small_ones_did_together_is_told_by_its_direction() -> None:
    moved = {"missile_advances": 10, "russia_alignment": 10, "china_ties": 10, "us_will": 10}
    far = OCTOBER.with_values({**moved, "dprk_will": 90, "us_credibility": 30})
    far = far.with_values({"dprk_credibility": 20})
    assert "settings together added" in split_figure(split(OCTOBER, far, "packages")).sentence
    assert "settings together removed" in split_figure(split(far, OCTOBER, "packages")).sentence


def test_a_last_setting_is_named_and_not_called_another_one() -> None:
    scales = {"missile_advances": 50, "russia_alignment": 60, "china_ties": 40, "dprk_will": 80}
    five = OCTOBER.with_values({**scales, "us_credibility": 80})
    sentence = split_figure(split(OCTOBER, five, "floor", "interim-freeze")).sentence
    assert "The North Korean leader's will" in sentence
    assert "other setting" not in sentence
    more = five.with_values({"us_max_status": 1, "us_max_exercises": 1})
    sentence = split_figure(split(OCTOBER, more, "floor", "interim-freeze")).sentence
    assert "2 other settings together \N{MINUS SIGN}" in sentence


def test_no_split_is_told_as_such() -> None:
    far = OCTOBER.with_values({"us_credibility": 0})
    figure = split_figure(split(OCTOBER, far, "floor_any", "full-denuclearisation"))
    assert figure.groups == ()
    assert "cannot be split" in figure.sentence


def test_an_axis_is_round_and_holds_zero() -> None:
    for values in ([], [3.0], [-40_427, 2_067], [0.04], [-7.0, -3.0], [99_999.0]):
        axis = round_axis(values, least=0.1)
        assert axis.ticks[0] == axis.minimum
        assert axis.ticks[-1] == axis.maximum
        assert any(abs(tick) < 1e-9 for tick in axis.ticks)
        assert all(axis.minimum <= value <= axis.maximum for value in values)
        assert len(axis.ticks) <= 9


def test_a_row_too_loses_on_one_way_what_it_gains_on_the_other() -> None:
    there = split_figure(split(HANOI, OCTOBER, "row_packages", "yongbyon"))
    back = split_figure(split(OCTOBER, HANOI, "row_packages", "yongbyon"))
    assert "Yongbyon dismantled lost " in there.sentence
    assert "Yongbyon dismantled gained " in back.sentence
