"""``dealzone history``: the record, the check with hits and misses, the warning, the tests."""

import json
import re
from pathlib import Path

import pytest

from explorer.figures.history_scores import scores_table, verdict_words
from explorer.files.case_file import bundled_case
from explorer.files.record_file import bundled_record
from explorer.files.resources import resource
from explorer.solver.record_check import record_findings
from explorer.solver.record_hold_out import record_hold_out
from tests.cli.conftest import Dealzone, Rooms

CASE = bundled_case()
FOUND = bundled_record(CASE)
assert FOUND is not None
RECORD = FOUND
FINDINGS = record_findings(CASE, RECORD)


def words_of(text: str) -> str:
    return " ".join(text.split())


def missed_rows(text: str) -> int:
    """Return how many rows of the table of single answers tell a miss."""
    return len(re.findall(r"\d {2}miss\b", text))


def test_all_of_it_is_printed_hits_and_misses_alike(dealzone: Dealzone) -> None:
    ran = dealzone("history")
    words = words_of(ran.out)
    assert ran.code == 0
    assert RECORD.warning in words
    everything = FINDINGS.plain.tally("all")
    assert f"{everything.hits} of {everything.total} single answers" in words
    assert f"saying yes to everything would agree in {everything.always_yes}." in words
    misses = everything.total - everything.hits
    assert missed_rows(ran.out) == misses
    scores = scores_table(CASE, RECORD, FINDINGS.plain, record_hold_out(CASE, RECORD))
    for _, model, yes in scores.rows:
        assert f"{model} {yes}" in words
    assert scores.caption in words
    for outcome in FINDINGS.outcomes:
        assert f"{outcome.test.name}, {verdict_words(outcome.verdict)}:" in words
    for year in RECORD.by_year:
        assert f"\n{year} " in ran.out
    for test in RECORD.tests:
        assert test.caution in words
    assert words.count("A miss.") == misses


def test_lines_of_the_periods_can_be_drawn(dealzone: Dealzone) -> None:
    ran = dealzone("history", "--lines")
    everything = FINDINGS.with_lines.tally("all")
    assert f"{everything.hits} of {everything.total} single answers" in words_of(ran.out)
    assert missed_rows(ran.out) == everything.total - everything.hits
    assert "Ruled out by: Washington on verification" in words_of(ran.out)


@pytest.mark.parametrize("with_lines", [False, True])
def test_the_same_comes_as_json(dealzone: Dealzone, with_lines: bool) -> None:
    found = json.loads(dealzone("history", "--json", *["--lines"][: int(with_lines)]).out)
    assert found["case"] == "korea"
    assert found["warning"] == RECORD.warning
    check = FINDINGS.with_lines if with_lines else FINDINGS.plain
    assert found["check"]["hits"] == check.hits
    assert found["check"]["total"] == len(found["check"]["answers"]) == len(check.answers)
    assert found["check"]["scores"] == {
        tally.id: {"hits": tally.hits, "total": tally.total, "always_yes": tally.always_yes}
        for tally in check.tallies
    }
    assert found["check"]["always_yes"] == check.tally("agreements").total
    assert found["hold_out"]["models"] > found["hold_out"]["best"] > 0
    read = [each for each in found["check"]["answers"] if each["readings"]]
    assert {each["proposal"] for each in read} == {"missile_deal_2000"}
    assert [year["year"] for year in found["years"]] == list(RECORD.by_year)
    assert found["years"][-1]["tempo"] is None
    assert [test["verdict"] for test in found["outside_tests"]] == list(FINDINGS.verdicts)
    (sweep,) = FINDINGS.sweep_tests
    assert found["outside_tests"][1]["packages"]["60"] == sweep.packages_at(60)


def test_one_year_alone(dealzone: Dealzone) -> None:
    words = words_of(dealzone("history", "2019").out)
    assert f"2019, Missile advances: 65 ({RECORD.by_year[2019].words['missile_advances']})" in words
    assert "of 100, confidence medium" in words
    assert "Sanctions enforcement 65" in words
    assert "Hanoi summit, the North's offer. Washington: no, Pyongyang: yes." in words
    assert "without red lines" in words
    found = json.loads(dealzone("history", "2019", "--json").out)
    assert found["indices"] == dict(RECORD.by_year[2019].indices)
    assert found["words"]["china_ties"] == RECORD.by_year[2019].words["china_ties"]
    assert found["judged"]["sanctions_enforcement"] == 65
    assert found["packages"]["lines_of_the_period"] < found["packages"]["no_lines"]
    assert all(proposal["sources"] for proposal in found["proposals"])


def test_a_quiet_year_has_neither_events_nor_proposals(dealzone: Dealzone) -> None:
    ran = dealzone("history", "1996")
    assert ran.code == 0
    assert "Events" not in ran.out


def test_what_came_after_the_last_year_is_told_apart(dealzone: Dealzone) -> None:
    words = words_of(dealzone("history").out)
    *_, later = words.split("After 2025, in no index and no check:")
    later_ids = [each.id for each in RECORD.later_episodes]
    assert later_ids == ["ninth_congress_2026", "after_march_2026"]
    for episode in RECORD.later_episodes:
        assert f"{episode.start}: {episode.name}" in later
    found = json.loads(dealzone("history", "--json").out)["later_proposals"]
    assert [each["id"] for each in found] == later_ids
    assert "After 2025" not in dealzone("history", "2025").out


@pytest.mark.parametrize("year", ["1993", "2026", "never"])
def test_a_year_that_is_not_on_record_is_refused(dealzone: Dealzone, year: str) -> None:
    ran = dealzone("history", year)
    assert ran.code == 2
    assert year in ran.err
    assert not ran.out


def test_a_case_without_a_record_is_told(dealzone: Dealzone, tmp_path: Path) -> None:
    data = json.loads(resource("cases", "korea.json").read_text(encoding="utf-8"))
    data["id"] = "elsewhere"
    path = tmp_path / "elsewhere.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    ran = dealzone("history", "--case", path)
    assert ran.code == 2
    assert "The case elsewhere comes without a historical record" in ran.err


def test_a_year_of_the_record_can_be_solved_and_drawn(
    dealzone: Dealzone, rooms: Rooms, tmp_path: Path
) -> None:
    found = json.loads(dealzone("solve", "history-2019", "--json").out)
    assert found["scenario"]["controls"]["russia_alignment"] == 37
    told = words_of(dealzone("solve", "history-2022").out)
    for words in RECORD.by_year[2022].words.values():
        assert words in told
    picture = tmp_path / "year.png"
    assert dealzone("picture", "history-2018", "--view", "history", "-o", picture).code == 0
    assert rooms.pictures[0].viewing.result.scenario.value("us_will") == 90
    for name in ("history-1980", "history-", "history-two"):
        assert dealzone("solve", name).code == 2
