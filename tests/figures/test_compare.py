"""The comparison names every setting and every zone that differs, and nothing else."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.change import zone_width
from explorer.figures.compare import change_line, comparison
from explorer.figures.phrase import NOTICEABLE, points_of
from explorer.figures.prices import width_word
from explorer.files.case_file import bundled_case
from explorer.model.assumption import assumption, with_estimates
from explorer.model.estimate import Estimate
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.solve import solve
from tests.figures.sentences import assert_reads_well
from tests.strategies import korea_scenarios, scenarios, small_cases

KOREA = bundled_case()
HANOI = solve(preset_scenario(KOREA, "hanoi-2019"))
OCTOBER = solve(preset_scenario(KOREA, "october-2025"))
MINUS = "\N{MINUS SIGN}"


@given(korea_scenarios())
def test_nothing_differs_between_a_result_and_itself(scenario: Scenario) -> None:
    result = solve(scenario)
    found = comparison(result, result, name="A")
    assert found.is_same
    assert found.sentence == "Nothing differs from A."
    assert (found.no_settings, found.no_zones) == ("No setting differs.", "No zone differs.")


@given(st.data())
def test_every_moved_control_and_every_changed_row_is_named_once(data: st.DataObject) -> None:
    case = data.draw(small_cases())
    one, two = (solve(data.draw(scenarios(case))) for _ in range(2))
    found = comparison(one, two, name="A")
    pairs = zip(case.controls, one.scenario.values, two.scenario.values, strict=True)
    moved = [control.id for control, before, after in pairs if before != after]
    assert [change.control_id for change in found.settings] == moved
    rows = zip(one.board, two.board, strict=True)
    changed = [
        after.row.id
        for before, after in rows
        if before.is_open != after.is_open
        or abs(zone_width(before) - zone_width(after)) >= NOTICEABLE
    ]
    assert [change.row_id for change in found.zones] == changed
    assert_reads_well(found.sentence.replace("...", ""))
    for change in (*found.settings, *found.zones):
        assert_reads_well(change_line(change))


@given(korea_scenarios(), korea_scenarios())
def test_the_other_way_round_plus_is_minus(first: Scenario, second: Scenario) -> None:
    one, two = solve(first), solve(second)
    there = {change.row_id: change.detail[0] for change in comparison(one, two, name="A").zones}
    back = {change.row_id: change.detail[0] for change in comparison(two, one, name="B").zones}
    opposite = {"+": MINUS, MINUS: "+"}
    assert {row: opposite[sign] for row, sign in there.items()} == back


@given(korea_scenarios(), korea_scenarios())
def test_a_zone_tells_its_words_on_both_sides_or_by_how_much_it_changed(
    first: Scenario, second: Scenario
) -> None:
    one, two = solve(first), solve(second)
    told = {change.row_id: change.detail for change in comparison(one, two, name="A").zones}
    for before, after in zip(one.board, two.board, strict=True):
        words = width_word(KOREA, before), width_word(KOREA, after)
        growth = zone_width(after) - zone_width(before)
        detail = told.get(before.row.id, "")
        if words[0] != words[1]:
            assert detail.endswith(f" {words[0]} → {words[1]}")
        elif detail:
            way = "wider" if growth > 0 else "narrower"
            assert detail.endswith(f" {way} by {points_of(abs(growth))}, still {words[0]}")
        else:
            assert abs(growth) < NOTICEABLE


def test_the_sentence_counts_settings_zones_and_packages() -> None:
    found = comparison(HANOI, OCTOBER, name="A: Hanoi 2019")
    assert found.title == "Compared with A: Hanoi 2019"
    assert found.sentence == (
        f"{len(found.settings)} settings differ from A: Hanoi 2019. "
        f"{len(found.zones)} zones differ. {OCTOBER.zone.packages:,} packages are in the deal "
        f"zone instead of {HANOI.zone.packages:,}. "
        "This is as of 23 October 2025, A: Hanoi 2019 as of 26 February 2019."
    )


def test_days_are_told_only_where_they_differ() -> None:
    moved = replace(OCTOBER, scenario=OCTOBER.scenario.with_value("china_ties", 1))
    assert "as of" not in comparison(OCTOBER, moved, name="A").sentence
    undated = replace(moved, scenario=moved.scenario.with_date(None))
    assert "as of" not in comparison(OCTOBER, undated, name="A").sentence


def test_a_setting_that_moves_no_zone_says_so() -> None:
    same = replace(OCTOBER, scenario=OCTOBER.scenario.with_value("china_ties", 1))
    found = comparison(OCTOBER, same, name="A")
    packages = f"{OCTOBER.zone.packages:,}"
    assert found.sentence == (
        f"1 setting differs from A. No zone differs. In both, {packages} packages are in the deal "
        "zone."
    )


def test_other_numbers_behind_the_same_settings_differ_in_zones_only() -> None:
    other = replace(HANOI, scenario=OCTOBER.scenario)
    found = comparison(OCTOBER, other, name="A")
    packages = f"{HANOI.zone.packages:,}"
    assert len(found.zones) > 1
    assert found.sentence.startswith(
        f"No setting differs from A. {len(found.zones)} zones differ. {packages} packages"
    )


def test_a_row_that_the_reference_does_not_have_is_left_out() -> None:
    shorter = replace(HANOI, board=HANOI.board[1:])
    rows = [change.row_id for change in comparison(shorter, OCTOBER, name="A").zones]
    assert HANOI.board[0].row.id not in rows
    assert rows


def test_an_assumption_that_differs_has_a_line_and_is_counted() -> None:
    factor = assumption(KOREA, "issues.stat.benefit.points").estimate
    dearer = Estimate(tuple(1.3 * value for value in factor.values), factor.low, factor.high)
    wider = replace(assumption(KOREA, "target_stakes.waiting.base").estimate, high=60.0)
    edits = {"issues.stat.benefit.points": dearer, "target_stakes.waiting.base": wider}
    scenario = replace(OCTOBER.scenario, case=with_estimates(KOREA, edits))
    found = comparison(OCTOBER, solve(scenario), name="A")
    assert [change.assumption_id for change in found.assumptions] == list(edits)
    assert "2 assumptions differ." in found.sentence
    first, second = (change_line(change) for change in found.assumptions)
    assert "→" in first
    assert first.startswith(KOREA.issue("stat").name)
    assert "to 60)" in second
    back = comparison(solve(scenario), OCTOBER, name="B")
    assert len(back.assumptions) == len(edits)
    assert not comparison(solve(scenario), solve(scenario), name="C").assumptions


def test_cases_that_have_no_common_origin_are_compared_without_their_numbers() -> None:
    other = type(KOREA).model_validate(KOREA.model_dump(mode="json") | {"id": "elsewhere"})
    found = comparison(OCTOBER, solve(preset_scenario(other, "hanoi-2019")), name="A")
    assert not found.assumptions
