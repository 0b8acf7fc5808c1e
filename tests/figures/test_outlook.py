"""The meeting outlook in words."""

from hypothesis import given

from explorer.figures.outlook import OutlookFigure, outlook_figure, reason_words, window_words
from explorer.files.case_file import bundled_case
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.outlook import meeting_outlook
from explorer.solver.solve import solve
from tests.strategies import korea_scenarios, small_scenarios

CASE = bundled_case("korea")


def figure(scenario: Scenario) -> OutlookFigure:
    found = meeting_outlook(solve(scenario))
    return outlook_figure(scenario.case, found)


def october(preset: str = "october-2025", **moved: float) -> OutlookFigure:
    return figure(preset_scenario(CASE, preset).with_values(moved))


@given(korea_scenarios())
def test_it_always_says_that_a_meeting_is_not_a_deal_and_never_a_percentage(
    scenario: Scenario,
) -> None:
    shown = figure(scenario)
    assert shown.sentence.startswith("A meeting is not a deal.")
    said = [*(reason_words(each) for each in shown.reasons), *map(window_words, shown.windows)]
    assert not any("%" in words or "likely" in words for words in said)
    assert sum(share.share for share in shown.shares) in (0, 1) or shown.shares
    assert all(shown.longest >= window.days for window in shown.windows)


@given(korea_scenarios())
def test_the_table_has_a_row_for_each_window(scenario: Scenario) -> None:
    shown = figure(scenario)
    assert [row[0] for row in shown.table.rows] == [window.name for window in shown.windows]
    assert all(len(row) == len(shown.table.columns) for row in shown.table.rows)
    assert shown.choices == ()


def test_entry_terms_name_the_lines_that_are_drawn() -> None:
    assert "Neither side" in october().reasons[0].words
    one = october(us_max_status=1).reasons[0]
    assert one.is_good
    assert "denuclearisation stays the goal" in one.words
    both = october("october-2025-declared").reasons[0]
    assert not both.is_good
    assert "denuclearisation stays the goal" in both.words
    assert "goal set aside" in both.words


def test_nothing_to_sign_is_laid_to_red_lines_only_where_some_are_drawn() -> None:
    without = october(us_credibility=0, dprk_credibility=0).reasons[2]
    assert without.words == "No package is better than no deal for both sides."
    within = october("october-2025-declared").reasons[2]
    assert within.words == "No package inside all red lines is better than no deal for both sides."
    assert not without.is_good
    assert not within.is_good


def test_every_verdict_has_its_reason() -> None:
    found = {
        window.word: window.reason
        for shown in (
            october(),
            october("october-2025-declared"),
            october("october-2025-declared", dprk_will=90),
            october(us_min_short_range=2),
            october(russia_alignment=0, china_ties=0),
        )
        for window in shown.coming
    }
    assert set(found) == {"open", "little", "empty", "show", "late", "blocked"}
    assert len(set(found.values())) == len(found)
    assert "14 days" in found["late"]
    assert "80" in found["blocked"]


def test_the_views_of_the_article_stand_beside_their_windows() -> None:
    assert CASE.outlook is not None
    for shown in october().windows:
        views = [view.claim for view in CASE.outlook.views if shown.id in view.windows]
        assert [voice.claim for voice in shown.voices] == views
        assert all(voice.source for voice in shown.voices)


def test_a_window_that_has_passed_says_what_came_of_it() -> None:
    assert CASE.outlook is not None
    outcomes = {window.id: window.outcome for window in CASE.outlook.windows}
    shown = october("august-2026")
    passed = [window for window in shown.windows if window.has_passed]
    assert passed
    for window in passed:
        outcome = outcomes[window.id]
        assert outcome is not None
        assert outcome.words in window.reason
        assert window.name not in shown.sentence


def test_without_a_record_the_sentence_says_so() -> None:
    shown = october("period-2021-2024")
    assert shown.windows == ()
    assert "records no window" in shown.sentence
    assert len(shown.reasons) == 3


def test_an_outlook_names_the_leaders_of_its_day() -> None:
    assert "Clinton" in october("period-1994-2000").reasons[1].words
    assert "Kim Jong Il" in october("period-2001-2008").reasons[1].words
    assert "Biden" in october("period-2021-2024").reasons[1].words


def test_what_is_close_to_a_threshold_is_said_to_be_on_the_edge() -> None:
    assert "on the edge" in october(us_will=68).reasons[1].words
    assert "on the edge" not in october(us_will=90, dprk_will=50).reasons[1].words


def test_leverage_says_for_whom_there_is_little_to_gain() -> None:
    assert "little to gain for Pyongyang" in october().reasons[2].words
    strong = october(russia_alignment=0, china_ties=0).reasons[2].words
    assert "much to gain for Pyongyang" in strong


def test_nothing_to_sign_is_said() -> None:
    reason = october(us_min_short_range=2).reasons[2]
    assert not reason.is_good
    assert "No package" in reason.words
    assert "inside all red lines" in reason.words


@given(small_scenarios())
def test_a_case_without_rules_says_so(scenario: Scenario) -> None:
    shown = figure(scenario)
    assert shown.windows == ()
    assert "no rules" in shown.sentence
