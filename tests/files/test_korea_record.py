"""The bundled record of Korea as data: whole, sourced, with its gaps; and files that are none."""

import json
from pathlib import Path

import pytest

from explorer.files.case_file import bundled_case, read_case
from explorer.files.record_file import bundled_record, read_record
from explorer.files.resources import resource
from explorer.model.errors import FileError
from explorer.model.record import Record, index_value

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
            assert year.indices[index.control] == pytest.approx(value, abs=0.5 + 1e-9)


def test_the_weights_of_each_index_add_up_to_a_hundred() -> None:
    for index in RECORD.indices:
        assert sum(part.weight for part in index.parts) == 100


def test_the_marks_of_the_sliders_and_the_record_agree() -> None:
    assert RECORD.by_year[2019].indices == {
        "missile_advances": 65,
        "russia_alignment": 36,
        "china_ties": 66,
    }
    assert RECORD.by_year[2025].indices == {
        "missile_advances": 91,
        "russia_alignment": 98,
        "china_ties": 71,
    }


def test_gaps_are_gaps_and_nothing_is_invented() -> None:
    for year in RECORD.years:
        assert (year.tempo is None) == (year.tempo_confidence == "gap")
    assert [year.year for year in RECORD.years if year.tempo is None] == [2023, 2024, 2025]
    assert RECORD.by_year[2024].inputs["warheads_low"] is None
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
    assert len(checked) == 14
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
