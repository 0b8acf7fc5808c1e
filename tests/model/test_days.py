"""Days: how they are read, what stands at them, and how they are said."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from explorer.files.case_file import bundled_case
from explorer.files.record_file import bundled_record
from explorer.model.case import Case
from explorer.model.day_words import (
    MOVED_ON_DAYS,
    as_of_words,
    day_words,
    has_moved_on,
    led_name,
    with_day,
)
from explorer.model.history_year import year_scenario
from explorer.model.later_facts import later_entries
from explorer.model.leader import Leader, leader_on
from explorer.model.quantity import FIRST_DAY, LAST_DAY, Day
from explorer.model.scenario import default_scenario, preset_scenario

CASE = bundled_case("korea")
READ: TypeAdapter[date] = TypeAdapter(Day)
days = st.dates(FIRST_DAY, LAST_DAY)


@given(days)
def test_a_day_is_read_as_calendars_write_it(day: date) -> None:
    assert READ.validate_json(json.dumps(day.isoformat()), strict=True) == day


@pytest.mark.parametrize(
    "written",
    [
        "2025-13-01",
        "2025-02-30",
        "tomorrow",
        "2025-10-23T00:00",
        "1761177600",
        "1700-01-01",
        20,
        "",
    ],
)
def test_a_broken_day_is_refused_with_a_remedy(written: object) -> None:
    with pytest.raises(ValidationError, match="write one as in 2025-10-23"):
        READ.validate_json(json.dumps(written), strict=True)


def test_moving_controls_and_lines_keeps_the_day() -> None:
    scenario = preset_scenario(CASE, "hanoi-2019")
    assert scenario.as_of == date(2019, 2, 26)
    assert scenario.with_value("us_will", 10).with_name("mine").as_of == scenario.as_of
    assert default_scenario(CASE).as_of == CASE.as_of


def test_a_year_stands_at_its_last_day_but_the_present_one_at_the_day_of_the_case() -> None:
    record = bundled_record(CASE)
    assert record is not None
    assert CASE.as_of is not None
    for year in record.by_year:
        day = year_scenario(CASE, record, year, with_lines=False).as_of
        assert day == (CASE.as_of if year == CASE.as_of.year else date(year, 12, 31))


def older(case: Case) -> Case:
    """Return a case as it was written before cases had days."""
    data = json.loads(case.model_dump_json())
    for field in ("as_of", "later"):
        del data[field]
    for preset in data["presets"]:
        del preset["as_of"]
    for role in ("sender", "target"):
        data[role] = {**data[role], "leader": "Somebody"}
        del data[role]["leaders"]
    return Case.model_validate_json(json.dumps(data), strict=True)


def test_an_older_case_opens_and_shows_no_day() -> None:
    case = older(CASE)
    scenario = preset_scenario(case, case.default_preset)
    assert scenario.as_of is None
    assert with_day("Name", scenario.as_of) == "Name"
    assert as_of_words(None) == ""
    assert later_entries(case) == ()
    assert not has_moved_on(case, scenario, date(2100, 1, 1))
    will = case.control("us_will")
    assert led_name(case, will, scenario.as_of) == will.name
    assert case.sender.leader_on(date(2000, 1, 1)) == "Somebody"


def test_what_came_later_needs_a_day_and_lies_after_it() -> None:
    data = json.loads(CASE.model_dump_json())
    for later, as_of, words in (
        ("2025-10-01", "2025-10-23", "not after the day of the case"),
        ("2026-08-30", "2025-10-23", "put them in order"),
        ("2025-10-24", None, "add as_of"),
    ):
        data["later"][0]["date"], data["as_of"] = later, as_of
        with pytest.raises(ValidationError, match=words):
            Case.model_validate_json(json.dumps(data), strict=True)


@given(days, st.integers(0, 1000))
def test_facts_have_moved_on_some_days_after_the_later_of_case_and_scenario(
    day: date, passed: int
) -> None:
    assert CASE.as_of is not None
    scenario = default_scenario(CASE).with_date(day)
    start = max(day, CASE.as_of)
    if (LAST_DAY - start).days > passed:
        moved = has_moved_on(CASE, scenario, start + timedelta(passed))
        assert moved == (passed > MOVED_ON_DAYS)


def test_days_are_said_as_people_write_them() -> None:
    assert day_words(date(2025, 10, 23)) == "23 October 2025"
    assert with_day("October 2025", date(2025, 10, 23)) == "October 2025, as of 23 October 2025"


def test_only_wills_carry_the_name_of_a_leader() -> None:
    day = date(1994, 12, 31)
    named = [
        control.id for control in CASE.controls if led_name(CASE, control, day) != control.name
    ]
    assert named == ["us_will", "dprk_will"]
    assert led_name(CASE, CASE.control("us_will"), day) == "The US president's will (Clinton)"


def test_on_the_day_of_a_change_the_new_leader_counts_and_outside_nobody_does() -> None:
    first = Leader(name="A", until=date(2000, 1, 1), source="x")
    second = Leader(name="B", since=date(2000, 1, 1), until=date(2001, 1, 1), source="x")
    both = (first, second)
    assert leader_on(both, date(1999, 1, 1)) == "A"
    assert leader_on(both, date(2000, 1, 1)) == "B"
    assert leader_on(both, date(2002, 1, 1)) == ""
    with pytest.raises(ValidationError, match="lies before"):
        Leader(name="C", since=date(2001, 1, 1), until=date(2000, 1, 1), source="x")
