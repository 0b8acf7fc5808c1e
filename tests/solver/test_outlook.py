"""Laws of the meeting outlook."""

from hypothesis import assume, given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.outlook import MeetingRules
from explorer.model.result import MeetingOutlook, MeetingWord
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.deal_zone import deal_zone, zone_count
from explorer.solver.outlook import meeting_outlook
from tests.strategies import korea_scenarios, small_scenarios

CASE = bundled_case("korea")
WILLS = ("us_will", "dprk_will")


def rules() -> MeetingRules:
    assert CASE.outlook is not None
    return CASE.outlook


def outlook(scenario: Scenario) -> MeetingOutlook:
    found = meeting_outlook(scenario, zone_count(deal_zone(scenario)))
    assert found is not None
    return found


def words(scenario: Scenario) -> list[MeetingWord]:
    return [each.word for each in outlook(scenario).windows]


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


@given(korea_scenarios())
def test_every_word_agrees_with_its_reasons(scenario: Scenario) -> None:
    found = outlook(scenario)
    for each in found.windows:
        assert each.is_in_time == (found.lead_days <= each.window.days.value)
        assert (each.word in ("blocked", "show")) <= found.is_clash
        assert (each.word == "late") <= (not each.is_in_time)
        assert (each.word == "show") <= found.is_for_show
        is_ready = not found.is_clash and each.is_in_time
        assert (each.word in ("open", "empty")) == is_ready
        assert (each.word == "open") == (is_ready and sum(n for _, n in found.substance) > 0)


@given(korea_scenarios())
def test_the_lead_time_is_one_of_the_stated_ones(scenario: Scenario) -> None:
    found = outlook(scenario)
    assert found.lead_days in {lead.days.value for lead in rules().lead_times}
    assert set(found.eager) <= set(WILLS)
    assert [each.window for each in found.windows] == list(rules().windows)


@given(small_scenarios())
def test_a_case_without_rules_has_no_outlook(scenario: Scenario) -> None:
    assert meeting_outlook(scenario, zone_count(deal_zone(scenario))) is None


def test_the_stated_lead_times_hold() -> None:
    assert outlook(october(us_will=70, dprk_will=70)).lead_days == 1
    assert outlook(october(us_will=90, dprk_will=69)).lead_days == 14
    assert outlook(october(us_will=69, dprk_will=0)).lead_days == 60


def test_in_october_2025_the_trip_was_too_soon_and_declared_lines_block() -> None:
    assert words(october()) == ["late", "open", "open", "open"]
    declared = preset_scenario(CASE, "october-2025-declared")
    assert words(declared) == ["blocked"] * 4
    assert words(declared.with_values({"us_will": 80, "dprk_will": 80})) == ["show"] * 4


def test_an_empty_zone_leaves_nothing_to_sign() -> None:
    assert words(october(us_min_short_range=2))[1:] == ["empty"] * 3
