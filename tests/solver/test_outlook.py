"""Laws of the meeting outlook."""

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.outlook import MeetingRules, MeetingWindow
from explorer.model.result import MeetingOutlook, MeetingWord
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.deal_zone import deal_zone
from explorer.solver.outlook import EDGE, GAIN_EDGE, PASSED_DAYS, meeting_outlook
from explorer.solver.solve import solve
from tests.strategies import korea_scenarios, small_scenarios

CASE = bundled_case("korea")
WILLS = ("us_will", "dprk_will")

days = st.dates(date(1993, 1, 1), date(2027, 12, 31))


def rules() -> MeetingRules:
    assert CASE.outlook is not None
    return CASE.outlook


def outlook(scenario: Scenario) -> MeetingOutlook:
    found = meeting_outlook(solve(scenario))
    assert found is not None
    return found


def words(scenario: Scenario) -> list[MeetingWord]:
    return [each.word for each in outlook(scenario).coming]


def october(**moved: float) -> Scenario:
    return preset_scenario(CASE, "october-2025").with_values(moved)


@given(korea_scenarios(), st.sampled_from(WILLS), st.integers(0, 100))
def test_more_will_never_takes_longer_to_arrange(scenario: Scenario, will: str, value: int) -> None:
    assume(value >= scenario.value(will))
    before, after = outlook(scenario), outlook(scenario.with_value(will, value))
    assert after.lead_days <= before.lead_days
    for one, other in zip(before.windows, after.windows, strict=True):
        assert other.is_in_time or not one.is_in_time


@given(korea_scenarios())
def test_loosening_the_lines_of_entry_never_blocks(scenario: Scenario) -> None:
    most, least = int(scenario.value("us_max_status")), int(scenario.value("dprk_min_status"))
    looser = scenario.with_values({"us_max_status": min(most + 1, 3)})
    looser = looser.with_values({"dprk_min_status": max(least - 1, 0)})
    if "blocked" not in words(scenario):
        assert "blocked" not in words(looser)


@given(korea_scenarios(), days)
def test_every_word_agrees_with_its_reasons(scenario: Scenario, day: date) -> None:
    found = outlook(scenario.with_date(day))
    assert found.gains is not None
    has_much = all(gain.word == "much" for gain in found.gains)
    for each in found.coming:
        is_agreed = each.window.is_agreed(day)
        assert each.is_in_time == (found.lead_days <= each.days or is_agreed)
        assert (each.word in ("blocked", "show")) <= found.is_clash
        assert (each.word == "late") <= (not each.is_in_time)
        assert (each.word == "show") <= found.is_for_show
        is_ready = not found.is_clash and each.is_in_time
        assert (each.word in ("open", "little", "empty")) == is_ready
        has_substance = sum(n for _, n in found.substance) > 0
        assert (each.word == "open") == (is_ready and has_substance and has_much)
        assert (each.word == "empty") == (is_ready and not has_substance)


@given(korea_scenarios(), days)
def test_the_windows_are_those_known_on_the_day_and_what_passed_says_what_came(
    scenario: Scenario, day: date
) -> None:
    found = outlook(scenario.with_date(day))
    shown = [each.window for each in found.windows]
    for each in found.windows:
        window, known = each.window, each.window.known_from
        assert known is None or known <= day
        is_over = window.closes is not None and window.closes < day
        has_come = window.outcome is not None and window.outcome.date <= day
        assert each.has_passed == (is_over or has_come)
        assert each.has_passed or each.days >= 0
        if each.has_passed and window.outcome is not None:
            assert each.word == ("met" if window.outcome.met else "unmet")
    for window in rules().windows:
        is_unknown = window.known_from is not None and window.known_from > day
        end = window.closes or day
        is_old = day - end > timedelta(PASSED_DAYS)
        assert (window in shown) == (not is_unknown and not is_old)


@given(korea_scenarios())
def test_a_day_without_a_record_has_no_window(scenario: Scenario) -> None:
    dated = [window for window in rules().windows if window.known_from is not None]
    assert len(dated) == len(rules().windows)
    before = min(window.known_from for window in dated if window.known_from) - timedelta(1)
    assert outlook(scenario.with_date(before)).windows == ()


@given(korea_scenarios())
def test_each_gain_is_the_largest_that_any_package_of_the_zone_brings(scenario: Scenario) -> None:
    found, zone = outlook(scenario), deal_zone(scenario)
    assert found.gains is not None
    limits = rules().gains
    assert limits is not None
    inside = zone.inside()
    for gain, table in zip(found.gains, zone.gains(), strict=True):
        largest = table[inside].max(initial=0.0)
        assert abs(gain.most - largest) < 1e-9
        if not inside.any() or largest < limits.little_from.value - 1e-9:
            assert gain.word == "nothing"
        elif largest > limits.much_from.value + 1e-9:
            assert gain.word == "much"
        gaps = [abs(largest - each.value) for each in (limits.little_from, limits.much_from)]
        if min(gaps) > GAIN_EDGE + 1e-9:
            assert not gain.is_on_edge


@given(korea_scenarios())
def test_a_will_close_to_a_threshold_is_on_the_edge(scenario: Scenario) -> None:
    found = outlook(scenario)
    for will in WILLS:
        is_close = abs(scenario.value(will) - rules().eager_from.value) <= EDGE
        assert is_close <= (will in found.edges)
        if not found.is_clash:
            assert (will in found.edges) == is_close


@given(korea_scenarios())
def test_the_lead_time_is_one_of_the_stated_ones(scenario: Scenario) -> None:
    found = outlook(scenario)
    assert found.lead_days in {lead.days.value for lead in rules().lead_times}
    assert set(found.eager) <= set(WILLS)


@given(small_scenarios())
def test_a_case_without_rules_has_no_outlook(scenario: Scenario) -> None:
    assert meeting_outlook(solve(scenario)) is None


def test_the_stated_lead_times_hold() -> None:
    assert outlook(october(us_will=70, dprk_will=70)).lead_days == 1
    assert outlook(october(us_will=90, dprk_will=69)).lead_days == 14
    assert outlook(october(us_will=69, dprk_will=0)).lead_days == 60


def test_in_october_2025_the_trip_was_too_soon_and_declared_lines_block() -> None:
    assert words(october())[0] == "late"
    assert "late" not in words(october())[1:]
    declared = preset_scenario(CASE, "october-2025-declared")
    assert set(words(declared)) == {"blocked"}
    assert set(words(declared.with_values({"us_will": 80, "dprk_will": 80}))) == {"show"}


def test_leverage_has_a_say_in_the_outlook() -> None:
    """Without patrons Pyongyang has much to gain; with them it can wait."""
    assert set(words(october())[1:]) == {"little"}
    assert set(words(october(russia_alignment=0, china_ties=0))[1:]) == {"open"}


def test_an_empty_zone_leaves_nothing_to_sign() -> None:
    assert set(words(october(us_min_short_range=2))[1:]) == {"empty"}


def test_hanoi_was_agreed_and_the_declared_lines_left_nothing_to_sign() -> None:
    assert words(preset_scenario(CASE, "hanoi-2019")) == ["open"]
    assert words(preset_scenario(CASE, "hanoi-2019-declared")) == ["empty"]


def test_june_2019_comes_out_right() -> None:
    eager = october(us_will=90, dprk_will=80).with_date(date(2019, 6, 29))
    (window,) = outlook(eager).coming
    assert window.is_in_time
    assert window.window.outcome is not None
    assert window.window.outcome.met


def test_a_window_without_a_last_day_is_as_long_as_it_says() -> None:
    open_end = next(each for each in rules().windows if each.closes is None)
    assert open_end.opens is not None
    assert open_end.days is not None
    before = open_end.opens - timedelta(10)
    assert open_end.days_left(before) == open_end.days.value + 10
    assert open_end.days_left(open_end.opens + timedelta(10)) == open_end.days.value


def test_a_window_of_an_older_case_has_neither_days_of_the_calendar_nor_an_end() -> None:
    length = rules().windows[-1].days
    plain = MeetingWindow(id="soon", name="Soon", dates="soon", days=length, note="Drawn.")
    assert plain.is_known(None)
    assert not plain.has_passed(date(2100, 1, 1))
    assert length is not None
    assert plain.days_left(None) == plain.days_left(date(2100, 1, 1)) == length.value
