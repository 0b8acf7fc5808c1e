"""Lenses and the meeting outlook on the command line."""

import json
from pathlib import Path

from explorer.files.case_file import bundled_case, read_case
from explorer.files.resources import resource
from explorer.model.scenario import preset_scenario
from explorer.solver.lens import seen_through
from explorer.solver.outlook import meeting_outlook
from explorer.solver.solve import solve
from tests.cli.conftest import Dealzone, Rooms

CASE = bundled_case()


def test_a_lens_is_looked_through_before_solving(dealzone: Dealzone) -> None:
    ran = dealzone("solve", "--lens", "chung-jin-young", "--json")
    record = json.loads(ran.out)
    seen = seen_through(preset_scenario(CASE, CASE.default_preset), CASE.lens("chung-jin-young"))
    assert record["zone"]["packages"] == solve(seen).zone.packages > 0
    assert record["scenario"]["name"] == "October 2025, seen by Chung Jin-young"


def test_a_picture_is_drawn_through_a_lens(
    dealzone: Dealzone, rooms: Rooms, tmp_path: Path
) -> None:
    assert dealzone("picture", "--lens", "kim-taewoo", "-o", tmp_path / "a.png").code == 0
    october = preset_scenario(CASE, CASE.default_preset)
    assert rooms.pictures[0].viewing.result.scenario == seen_through(
        october, CASE.lens("kim-taewoo")
    )


def test_an_unknown_lens_is_told_with_the_nearest(dealzone: Dealzone) -> None:
    ran = dealzone("solve", "--lens", "chung-jin")
    assert ran.code == 2
    assert 'Did you mean "chung-jin-young"?' in ran.err


def test_listed_lenses_tell_claim_source_and_answer(dealzone: Dealzone) -> None:
    text = " ".join(dealzone("list", "lenses").out.split())
    for lens in CASE.lenses:
        assert lens.claim in text
        assert lens.pair is None or f"The other side: {lens.pair}." in text


def test_the_outlook_says_that_a_meeting_is_not_a_deal(dealzone: Dealzone) -> None:
    ran = dealzone("outlook", "october-2025-declared")
    assert ran.code == 0
    assert "A meeting is not a deal." in ran.out
    assert "blocked by the terms" in ran.out
    assert "%" not in ran.out


def test_the_outlook_as_json_holds_every_window_and_view(dealzone: Dealzone) -> None:
    record = json.loads(dealzone("outlook", "--json").out)
    found = meeting_outlook(solve(preset_scenario(CASE, CASE.default_preset)))
    assert found is not None
    assert [each["id"] for each in record["windows"]] == [e.window.id for e in found.windows]
    assert [each["word"] for each in record["windows"]] == [each.word for each in found.windows]
    assert record["lead_time_days"] == found.lead_days
    assert sum(record["to_sign"].values()) == sum(count for _, count in found.substance)
    assert found.gains is not None
    assert [each["word"] for each in record["gains"].values()] == [g.word for g in found.gains]
    seen = {view["id"] for each in record["windows"] for view in each["views"]}
    shown = {each.window.id for each in found.windows}
    assert seen == {view.id for view in found.rules.views if shown & {*view.windows}}


def test_a_window_that_has_passed_holds_what_came_of_it(dealzone: Dealzone) -> None:
    record = json.loads(dealzone("outlook", "august-2026", "--json").out)
    outcomes = {each["id"]: each["outcome"] for each in record["windows"] if "outcome" in each}
    assert outcomes["asia-trip"]["met"] is False
    now = json.loads(dealzone("outlook", "--json").out)
    assert not [each for each in now["windows"] if "outcome" in each]


def test_a_case_without_meetings_says_so(dealzone: Dealzone, tmp_path: Path) -> None:
    raw = json.loads(resource("cases", "korea.json").read_text(encoding="utf-8"))
    del raw["outlook"]
    path = tmp_path / "plain.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    assert read_case(path).outlook is None
    assert "no rules for meetings" in dealzone("outlook", "--case", path).out
    assert json.loads(dealzone("outlook", "--case", path, "--json").out) is None
