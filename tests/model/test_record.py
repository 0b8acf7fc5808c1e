"""The record as data: what contradicts itself is refused, and a year becomes a scenario."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from explorer.files.case_file import bundled_case
from explorer.files.record_file import bundled_record
from explorer.files.resources import resource
from explorer.model.history_year import (
    is_edited_year,
    year_name,
    year_of,
    year_scenario,
    year_words,
)
from explorer.model.record import IndexPart, Record, index_value, record_fits
from explorer.model.scenario import default_scenario, preset_scenario

CASE = bundled_case("korea")
FOUND = bundled_record(CASE)
assert FOUND is not None
RECORD = FOUND
YEARS = st.sampled_from(list(RECORD.by_year))
TEXT = resource("history", "korea.json").read_text(encoding="utf-8")
Data = dict[str, Any]


def changed(change: Callable[[Data], None]) -> Record:
    """Return the bundled record with something changed in its file."""
    data = json.loads(TEXT)
    change(data)
    return Record.model_validate_json(json.dumps(data), strict=True)


def unknown_source(data: Data) -> None:
    data["events"][0]["source"] = "hearsay"


def wrong_index(data: Data) -> None:
    data["years"][3]["indices"]["china_ties"] += 1


def index_without_input(data: Data) -> None:
    data["years"][3]["inputs"]["trade"] = None


def no_confidence(data: Data) -> None:
    del data["years"][3]["confidence"]["china_ties"]


def judged_without_confidence(data: Data) -> None:
    del data["years"][3]["confidence"]["sanctions_enforcement"]


def unknown_source_of_trust(data: Data) -> None:
    data["periods"][0]["trust"]["us_credibility"]["source"] = "hearsay"


def missing_year(data: Data) -> None:
    del data["years"][5]


def no_period(data: Data) -> None:
    del data["periods"][2]


def reversed_episode(data: Data) -> None:
    data["episodes"][0]["end"] = "1990-01-01"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (unknown_source, 'there is no source "hearsay"'),
        (wrong_index, "1997: china_ties is 21, but its rule gives"),
        (index_without_input, "must both be known or neither"),
        (no_confidence, "1997: china_ties has no confidence"),
        (judged_without_confidence, "1997: sanctions_enforcement has no confidence"),
        (unknown_source_of_trust, 'there is no source "hearsay"'),
        (missing_year, "follow each other without a break"),
        (no_period, "no period holds the beginning of 2001"),
        (reversed_episode, "ends before it begins"),
    ],
)
def test_a_record_that_contradicts_itself_is_refused(
    change: Callable[[Data], None], words: str
) -> None:
    with pytest.raises(ValidationError, match=words):
        changed(change)


def test_a_count_is_of_lines_and_a_preset_that_the_case_knows() -> None:
    sinai = bundled_case("sinai")
    record = bundled_record(sinai)
    assert record is not None
    *lines, count = record.tests
    for changed_test in (
        count.model_copy(update={"preset": "nowhen"}),
        count.model_copy(update={"fewer": {"no_line": 1}}),
        count.model_copy(update={"more": {"no_line": 1}}),
    ):
        assert not record_fits(record.model_copy(update={"tests": (*lines, changed_test)}), sinai)


def test_a_gap_stays_a_gap() -> None:
    def gap(data: Data) -> None:
        data["years"][3]["inputs"]["trade"] = None
        data["years"][3]["indices"]["china_ties"] = None

    record = changed(gap)
    china = next(index for index in record.indices if index.control == "china_ties")
    assert index_value(china, record.by_year[1997]) is None
    scenario = year_scenario(CASE, record, 1997, with_lines=False)
    assert scenario.value("china_ties") == default_scenario(CASE).value("china_ties")
    assert scenario.value("russia_alignment") == 10


@given(st.floats(-1e6, 1e6), st.sampled_from(["straight", "root"]))
def test_points_of_a_part_stay_between_nothing_and_its_weight(value: float, shape: str) -> None:
    part = IndexPart.model_validate(
        {
            "input": "trade",
            "name": "Trade",
            "weight": 40,
            "low": 25,
            "high": 95,
            "shape": shape,
            "words": "-",
            "source": "judgement",
        }
    )
    assert 0 <= part.points(value) <= part.points(95) == 40
    assert part.points(25) == 0


@given(YEARS, st.booleans())
def test_a_year_becomes_a_scenario_and_is_found_again(year: int, with_lines: bool) -> None:
    scenario = year_scenario(CASE, RECORD, year, with_lines=with_lines)
    period = RECORD.period_of(year)
    stated = RECORD.by_year[year]
    for control_id, value in {**stated.indices, **stated.judged, **period.scales}.items():
        assert scenario.value(control_id) == value
    for control in CASE.controls:
        if control.kind != "scale":
            drawn = (
                scenario.value(control.id)
                != CASE.control_ranges[CASE.control_places[control.id]].default
            )
            assert drawn == (with_lines and control.id in period.lines)
    assert year_of(RECORD, scenario) == year
    assert not is_edited_year(RECORD, scenario, year)
    assert not is_edited_year(RECORD, scenario.with_value("us_max_status", 0), year)
    moved = scenario.with_value("missile_advances", 50.5)
    assert year_of(RECORD, moved) == year
    assert is_edited_year(RECORD, moved, year)


@given(YEARS, st.booleans())
def test_the_words_of_a_year_are_told_where_its_values_stand(year: int, with_lines: bool) -> None:
    scenario = year_scenario(CASE, RECORD, year, with_lines=with_lines)
    said = year_words(RECORD, scenario)
    assert said == {**RECORD.period_of(year).words, **RECORD.by_year[year].words}
    moved = year_words(RECORD, scenario.with_value("russia_alignment", 50.5))
    assert moved == {id_: words for id_, words in said.items() if id_ != "russia_alignment"}
    assert not year_words(RECORD, scenario.with_name("elsewhere"))


def test_other_scenarios_are_of_no_year() -> None:
    scenario = preset_scenario(CASE, "october-2025")
    assert year_of(RECORD, scenario) is None
    assert year_of(RECORD, scenario.with_name("2019")) is None
    assert year_of(RECORD, scenario.with_name(year_name(2019))) == 2019


def test_the_periods_follow_each_other_without_a_break() -> None:
    for before, after in zip(RECORD.periods, RECORD.periods[1:], strict=False):
        assert (after.start - before.end).days == 1
    assert RECORD.period_at(date(2019, 2, 27)).id != RECORD.period_at(date(2019, 10, 5)).id
    with pytest.raises(KeyError):
        RECORD.period_at(date(1990, 1, 1))


def test_an_episode_of_several_years_belongs_to_each_of_them() -> None:
    for year in (2021, 2022, 2023, 2024):
        assert "biden_outreach" in [package.id for package in RECORD.packages_in(year)]
    assert RECORD.packages_in(1996) == ()


def test_a_record_fits_only_a_case_that_knows_what_it_speaks_of() -> None:
    def other_case(data: Data) -> None:
        data["case"] = "other"

    def other_control(data: Data) -> None:
        data["periods"][0]["lines"]["us_min_honesty"] = 1

    def other_level(data: Data) -> None:
        data["episodes"][0]["proposals"][0]["levels"]["fiss"] = 9

    def other_reading(data: Data) -> None:
        proposals = [each for ep in data["episodes"] for each in ep["proposals"]]
        next(each for each in proposals if "readings" in each)["readings"][0]["levels"]["pol"] = 9

    def other_words(data: Data) -> None:
        data["years"][0]["words"]["us_patience"] = "short"

    assert record_fits(RECORD, CASE)
    for change in (other_case, other_control, other_level, other_reading, other_words):
        assert not record_fits(changed(change), CASE)


def test_a_record_shows_itself_briefly_and_knows_its_sources() -> None:
    assert len(repr(RECORD)) < 100
    assert RECORD.source("park-2020").publisher.startswith("Park")
    with pytest.raises(KeyError):
        RECORD.source("hearsay")


def test_a_part_of_an_index_that_does_not_rise_is_refused() -> None:
    part = RECORD.indices[0].parts[0].model_dump(mode="json")
    with pytest.raises(ValidationError, match="must lie below high"):
        IndexPart.model_validate({**part, "low": part["high"]})
