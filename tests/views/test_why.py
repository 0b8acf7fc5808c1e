"""Why it changed: what is compared, what is known so far, and what cannot be compared."""

from dataclasses import replace

from explorer.figures.bars import BarsFigure
from explorer.files.case_file import bundled_case
from explorer.model.assumption import Estimate, with_estimates
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.solve import solve
from explorer.solver.split import coalitions
from explorer.views.split_progress import LIVE_PLAYERS, SplitProgress
from explorer.views.view import Viewing
from explorer.views.why import BEFORE, FROM, LINES, LOADED, MEASURE, MEASURES, figure
from tests.figures.sentences import assert_reads_well

KOREA = bundled_case("korea")
OCTOBER = preset_scenario(KOREA, "october-2025")
HANOI = preset_scenario(KOREA, "hanoi-2019")
VIEWING = Viewing(solve(OCTOBER), baseline=solve(HANOI), selected_row="phased-step")
MOVED = {each.id for each in KOREA.controls if HANOI.value(each.id) != OCTOBER.value(each.id)}
assert len(MOVED) > LIVE_PLAYERS


def bars(shown: BarsFigure) -> set[str]:
    return {bar.id for group in shown.groups for bar in group.bars}


def starts(shown: BarsFigure) -> list[str]:
    (choice,) = [each for each in shown.choices if each.id == FROM]
    return [value for value, _ in choice.entries]


def nearby(control_id: str, value: float) -> Scenario:
    return OCTOBER.with_value(control_id, value)


def test_every_measure_is_offered_and_can_be_shown() -> None:
    (choice,) = [each for each in figure(VIEWING).choices if each.id == MEASURE]
    assert [value for value, _ in choice.entries] == [*MEASURES, LINES]
    for value, _ in choice.entries:
        shown = figure(replace(VIEWING, choices={MEASURE: value}))
        assert_reads_well(shown.sentence)
        assert shown.choices[-1].chosen == value


def test_without_a_row_only_the_zone_can_be_measured() -> None:
    (choice,) = [
        each for each in figure(replace(VIEWING, selected_row="")).choices if each.id == MEASURE
    ]
    assert [value for value, _ in choice.entries] == ["packages", LINES]


def test_what_was_before_comes_first_and_then_baseline_and_what_was_loaded() -> None:
    loaded = (LOADED, HANOI.with_name("Mine"))
    before = nearby("china_ties", 60)
    shown = figure(replace(VIEWING, before=before, comparable=(loaded,)))
    assert starts(shown)[:3] == [BEFORE, "baseline", LOADED]
    assert ("loaded", "As loaded: Mine") in shown.choices[0].entries
    assert bars(shown) == {"china_ties"}
    assert starts(figure(replace(VIEWING, before=OCTOBER)))[0] == "baseline"
    assert starts(figure(replace(VIEWING, baseline=None)))[0] == "baseline"


def test_a_scenario_of_other_assumptions_is_left_out_by_name() -> None:
    changed = with_estimates(KOREA, {"target_stakes.waiting.base": Estimate((1,), 0, 2)})
    other = Scenario(changed, "Elsewhere", OCTOBER.values)
    shown = figure(replace(VIEWING, comparable=(("pin A", other),)))
    assert "pin A" not in starts(shown)
    assert any("Elsewhere" in note for note in shown.notes)


def test_a_long_split_is_awaited_with_its_progress_and_without_bars() -> None:
    waiting = figure(replace(VIEWING, split_progress=SplitProgress()))
    assert not bars(waiting)
    assert f"{len(MOVED)} settings differ from Hanoi 2019." in waiting.sentence
    half = figure(replace(VIEWING, split_progress=SplitProgress(share=0.5)))
    assert "50 of 100" in half.sentence
    assert half.empty_words.splitlines() == half.sentence.replace(". ", ".\n").splitlines()


def test_a_short_split_never_waits() -> None:
    near = replace(VIEWING, before=nearby("china_ties", 60), split_progress=SplitProgress())
    assert bars(figure(near)) == {"china_ties"}


def test_a_split_of_a_moment_ago_says_that_it_is() -> None:
    found = SplitProgress(coalitions(HANOI, nearby("china_ties", 60)))
    shown = figure(replace(VIEWING, split_progress=found))
    assert bars(shown)
    assert any("moment ago" in note for note in shown.notes)


def test_a_complete_split_is_shown_with_the_present_names() -> None:
    found = SplitProgress(coalitions(HANOI.with_name("Old"), OCTOBER))
    shown = figure(replace(VIEWING, split_progress=found))
    assert bars(shown) == MOVED
    assert not shown.notes
    assert "Hanoi 2019" in shown.sentence
    assert shown.table == figure(VIEWING).table
