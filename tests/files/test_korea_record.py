"""The bundled record of Korea as data: whole, sourced, with its gaps; and files that are none."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from explorer.files.case_file import bundled_case, read_case
from explorer.files.record_file import bundled_record, read_record
from explorer.files.resources import resource
from explorer.model.errors import FileError
from explorer.model.record import Record, half_up, index_value

CASE = bundled_case("korea")
FOUND = bundled_record(CASE)
assert FOUND is not None
RECORD: Record = FOUND


def test_the_record_runs_from_1994_to_2025_and_is_the_same_object_each_time() -> None:
    assert tuple(RECORD.by_year) == tuple(range(1994, 2026))
    assert bundled_record(CASE) is RECORD


def test_every_index_follows_from_its_rule_and_its_inputs() -> None:
    for year in RECORD.years:
        for index in RECORD.indices:
            value = index_value(index, year)
            assert value is not None
            assert year.indices[index.control] == half_up(value)


@pytest.mark.parametrize(("value", "whole"), [(34.5, 35), (36.5, 37), (64.5, 65), (64.4, 64)])
def test_a_half_is_rounded_up(value: float, whole: int) -> None:
    assert half_up(value) == whole
    assert half_up(value - 1e-12) == whole


def test_the_weights_of_each_index_add_up_to_a_hundred() -> None:
    for index in RECORD.indices:
        assert sum(part.weight for part in index.parts) == 100


def test_marks_and_presets_that_name_a_year_stand_where_the_record_has_it() -> None:
    for index in RECORD.indices:
        for mark in CASE.control(index.control).marks:
            assert mark.value == RECORD.by_year[int(mark.label)].indices[index.control], mark
    checked = 0
    for preset in CASE.presets:
        years = [int(word) for word in preset.date.replace(",", " ").split() if word.isdecimal()]
        if len(years) == 1 and years[0] in RECORD.by_year:
            stated = RECORD.by_year[years[0]]
            trust = {id_: each.value for id_, each in RECORD.period_of(years[0]).trust.items()}
            for id_, value in {**stated.indices, **stated.judged, **trust}.items():
                assert preset.values[id_] == value, (preset.id, id_)
                checked += 1
    assert checked


def test_warheads_are_the_middle_of_their_range_in_every_year() -> None:
    for year in RECORD.years:
        low, high = (year.inputs[f"warheads_{end}"] for end in ("low", "high"))
        assert low is not None
        assert high is not None
        assert year.inputs["warheads"] == (low + high) / 2


def test_every_year_has_words_of_its_own_for_every_scale() -> None:
    scales = [control.id for control in CASE.controls if control.kind == "scale"]
    longest = max(
        len(word.words)
        for control in CASE.controls
        if control.kind == "scale"
        for word in control.status
    )
    for year in RECORD.years:
        said = {**RECORD.period_of(year.year).words, **year.words}
        assert set(said) == set(scales)
        for words in said.values():
            assert len(words) <= longest + 5


def test_stretches_of_a_scale_tell_nothing_that_belongs_to_a_year() -> None:
    told = re.compile(
        r"[0-9]{4}|[Aa]s (we read|in|after) [0-9t]|\bvot|\bveto|\bvisit|summit|Clinton|Trump"
    )
    for control in CASE.controls:
        if control.kind == "scale":
            for word in control.status:
                assert not told.search(f"{word.words} {word.meaning}"), (control.id, word.words)


VOTED_FOR = {2006, 2009, 2013, 2016, 2017}
"""Years in which the Security Council laid new sanctions on North Korea."""


def test_words_of_a_year_tell_a_vote_or_a_veto_only_where_there_was_one() -> None:
    for year in RECORD.years:
        for patron in ("russia_alignment", "china_ties"):
            words = year.words[patron]
            assert ("vote" in words) == (year.year in VOTED_FOR), (year.year, words)
            assert ("vetoes" in words) == (year.year == 2022), (year.year, words)
        stances = {year.inputs["council_russia"], year.inputs["council_china"]}
        if year.year in VOTED_FOR:
            assert stances == {0}


def test_visits_stand_by_their_rule() -> None:
    """A minister or a high official counts a half, whoever travelled."""
    china = {2003: 0.5, 2008: 0.5, 2013: 0.5, 2016: 0.5, 2017: 0.25}
    for number, visits in china.items():
        assert RECORD.by_year[number].inputs["visits_china"] == visits
        told = [each for each in RECORD.events if each.year == number]
        assert any(each.index == "china_ties" for each in told), number
    for number in (2004, 2009, 2018):
        assert RECORD.by_year[number].inputs["visits_russia"] == 0.5
        told = [each for each in RECORD.events if each.year == number]
        assert any("Lavrov" in each.words for each in told)


def test_nothing_of_2025_enters_the_indices_that_was_not_known_in_october() -> None:
    assert RECORD.by_year[2025].inputs["trade"] == 2 * 1.26
    assert RECORD.by_year[2025].indices["china_ties"] == 70
    assert RECORD.by_year[2025].indices["missile_advances"] == 86


def test_proposals_say_what_their_sources_say() -> None:
    found = {each.id: each for ep in RECORD.episodes for each in ep.proposals}
    deal = found["missile_deal_2000"]
    assert (deal.levels["icbm"], deal.levels["pol"]) == (2, 1)
    assert {reading.levels["pol"] for reading in deal.readings} == {2}
    assert "sanc" not in found["joint_statement_2005_1"].levels
    assert not found["second_phase_2007"].is_checked
    assert not found["stockholm_2019"].is_confirmed
    assert found["lee_freeze_2025"].name == "Interim freeze, as Lee might mean it"
    shared = {"missile_deal_2000": "missile_deal_2000", "stockholm_2019": "stockholm_2019"}
    packages = {package.id: package for package in CASE.packages}
    for mine, theirs in {**shared, "joint_statement_2005_1": "joint_statement_2005"}.items():
        assert dict(found[mine].levels) == dict(packages[theirs].levels)


def test_days_of_october_2025_are_those_of_the_reports() -> None:
    trip = next(ep for ep in RECORD.episodes if ep.id == "apec_2025")
    assert "22 October" in trip.target_terms
    assert "28 October, announced on the 29th" in trip.target_terms
    assert "26 to 28 October" in trip.target_terms
    lee = next(ep for ep in RECORD.episodes if ep.id == "lee_freeze_2025")
    assert lee.start == date(2025, 8, 21)
    assert "END" in lee.sender_terms


def test_trust_and_enforcement_are_there_for_every_year_and_of_low_confidence() -> None:
    for period in RECORD.periods:
        assert set(period.trust) == {"us_credibility", "dprk_credibility"}
        assert "Low confidence" in period.note
        for trust in period.trust.values():
            assert trust.source == "judgement"
            assert 50 <= trust.value <= 90
    enforcement = {year.year: year.judged["sanctions_enforcement"] for year in RECORD.years}
    assert max(enforcement, key=enforcement.__getitem__) == 2017
    assert all(year.confidence["sanctions_enforcement"] == "low" for year in RECORD.years)
    falling = [enforcement[year] for year in range(2017, 2026)]
    assert falling == sorted(falling, reverse=True)
    assert max(enforcement[year] for year in range(1994, 2005)) < enforcement[2006]
    assert enforcement[2025] == CASE.preset(CASE.default_preset).values["sanctions_enforcement"]


def test_gaps_are_gaps_and_nothing_is_invented() -> None:
    for year in RECORD.years:
        assert (year.tempo is None) == (year.tempo_confidence == "gap")
    assert [year.year for year in RECORD.years if year.tempo is None] == [2023, 2024, 2025]
    assert RECORD.by_year[2012].confidence["missile_advances"] == "low"


def test_patrons_are_of_low_confidence_before_2005() -> None:
    for year in RECORD.years:
        if year.year < 2005:
            assert year.confidence["russia_alignment"] == "low"
            assert year.confidence["china_ties"] == "low"


def test_every_source_is_named_and_every_one_is_used() -> None:
    text = resource("history", "korea.json").read_text(encoding="utf-8")
    for source in RECORD.sources:
        assert source.title
        assert text.count(f'"{source.id}"') >= 2, source.id


def test_tables_of_others_are_cited_and_not_copied() -> None:
    for source in RECORD.sources:
        if source.publisher.startswith("CSIS"):
            assert "All rights reserved" in source.note


def test_checked_proposals_have_both_answers_and_are_real_packages() -> None:
    checked = [each for ep in RECORD.episodes for each in ep.proposals if each.is_checked]
    assert len(checked) == 13
    for each in checked:
        assert each.accepted_by_sender is not None
        assert each.accepted_by_target is not None
    names = [each.id for ep in RECORD.episodes for each in ep.proposals]
    assert len(names) == len(set(names)) == 29
    assert len(RECORD.episodes) == 29


def test_a_case_without_a_record_has_none(tmp_path: Path) -> None:
    data = json.loads(resource("cases", "korea.json").read_text(encoding="utf-8"))
    data["id"] = "elsewhere"
    path = tmp_path / "elsewhere.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert bundled_record(read_case(path)) is None


def test_a_broken_record_is_told_with_its_place(tmp_path: Path) -> None:
    data = json.loads(resource("history", "korea.json").read_text(encoding="utf-8"))
    data["years"][0]["tempo"] = -1
    path = tmp_path / "record.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(FileError, match=r"years\[0\]\.tempo"):
        read_record(path)
