"""Laws of ``dealzone solve``: the known answers, the record's keys, the text for reading."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from explorer.cli.solve_text import result_text
from explorer.files.case_file import bundled_case
from explorer.files.document import write_document
from explorer.files.document_text import Document
from explorer.files.resources import resource
from explorer.files.result_record import result_record
from explorer.model.example import Check
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from tests.cli.conftest import Dealzone
from tests.solver.case_file_force import CaseFile

CASE = bundled_case()

# Settings of which the model states how many packages they leave.
SENDER_LINES = "us_max_relief_before_disarmament=1 us_max_status=1"
TARGET_LINES = "dprk_min_status=2 dprk_max_warheads=0"
OPENED = "us_max_status=2 us_max_relief_before_disarmament=2"
STATED = [
    ("october-2025", ""),
    ("october-2025", SENDER_LINES),
    ("october-2025", TARGET_LINES),
    ("october-2025-declared", ""),
    ("october-2025", f"{SENDER_LINES} {TARGET_LINES}"),
    ("october-2025-declared", "us_max_status=2"),
    ("october-2025-declared", OPENED),
    ("october-2025-declared", f"{OPENED} us_min_icbm=2"),
    ("october-2025-declared", f"{OPENED} us_min_icbm=2 us_min_short_range=1"),
    ("october-2025", "us_min_fissile=3"),
    ("october-2025", "us_min_verification=2"),
    ("october-2025", "us_min_verification=3"),
    ("october-2025", "us_min_short_range=2"),
    ("october-2025", "un_consent=on us_congress=on us_senate=on"),
    ("hanoi-2019", ""),
    ("hanoi-2019-declared", ""),
]
FILE = json.loads(resource("cases", "korea.json").read_text("utf-8"))


@pytest.mark.parametrize(("preset", "settings"), STATED)
def test_a_count_is_what_the_case_file_comes_to_by_itself(
    dealzone: Dealzone, preset: str, settings: str
) -> None:
    words = [word for setting in settings.split() for word in ("--set", setting)]
    ran = dealzone("solve", preset, *words, "--json")
    assert (ran.code, ran.err) == (0, "")
    record = json.loads(ran.out)
    controls = {id_: float(value) for id_, value in record["scenario"]["controls"].items()}
    for setting in settings.split():
        id_, value = setting.split("=")
        assert controls[id_] == (1 if value == "on" else float(value))
    assert record["zone"]["packages"] == CaseFile(FILE, controls).members().sum()


@pytest.mark.parametrize("preset", ["october-2025-declared", "hanoi-2019-declared"])
def test_declared_positions_leave_nothing(dealzone: Dealzone, preset: str) -> None:
    assert json.loads(dealzone("solve", preset, "--json").out)["zone"]["packages"] == 0


@pytest.mark.parametrize("check", CASE.checks, ids=str)
def test_the_case_s_own_checks_come_out(dealzone: Dealzone, check: Check) -> None:
    words = [f"{id_}={float(value):g}" for id_, value in check.values.items()]
    ran = dealzone("solve", check.preset, "--json", *(["--set", *words] if words else []))
    zone = json.loads(ran.out)["zone"]
    assert {"packages": check.packages, **check.classes}.items() <= zone.items()


def test_the_record_has_every_key_that_the_model_names(dealzone: Dealzone) -> None:
    record = json.loads(dealzone("solve", "--json").out)
    assert {"model_version", "case", "scenario", "zone", "board", "frontier", "solutions"} <= {
        *record
    }
    assert {"name", "controls"} <= {*record["scenario"]}
    assert [*record["scenario"]["controls"]] == [control.id for control in CASE.controls]
    assert {"packages", "small", "middle", "full", "total"} <= {*record["zone"]}
    row_keys = {"id", "name", "bundle", "packages", "us_limit", "us_wall", "dprk_floor"}
    row_keys |= {"dprk_floor_any", "zone", "gap", "broken_lines"}
    assert all(row_keys <= {*row} for row in record["board"])
    point = {"package", "us_gain", "dprk_gain"}
    assert all(point <= {*each} for each in record["frontier"])
    assert {*record["solutions"]} == {"nash", "kalai_smorodinsky"}
    assert all(point | {"ties"} <= {*each} for each in record["solutions"].values())


def test_the_json_is_the_result_s_record_and_where_it_comes_from(dealzone: Dealzone) -> None:
    record = result_record(solve(preset_scenario(CASE, "hanoi-2019")))
    told = json.loads(dealzone("solve", "hanoi-2019", "--json").out)
    assert told.pop("provenance")["kind"] == "answer"
    assert told == record


@pytest.mark.parametrize("ties", [1, 3])
def test_packages_that_tie_for_a_solution_are_counted(ties: int) -> None:
    result = solve(preset_scenario(CASE, "hanoi-2019"))
    assert result.nash is not None
    text = result_text(replace(result, nash=replace(result.nash, ties=ties)), width=100)
    assert (f"{ties} packages tie for this." in text) == (ties > 1)


def test_an_empty_zone_is_an_answer(dealzone: Dealzone) -> None:
    ran = dealzone("solve", "october-2025-declared")
    assert (ran.code, ran.err) == (0, "")
    assert "Deal zone: empty." in ran.out
    assert json.loads(dealzone("solve", "october-2025-declared", "--json").out)["solutions"] == {
        "nash": None,
        "kalai_smorodinsky": None,
    }


@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_the_text_keeps_to_the_terminal_s_width(
    dealzone: Dealzone, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = dealzone("solve", "october-2025-declared").out.splitlines()
    longest_table_word = 16
    assert max(map(len, lines)) <= width + longest_table_word


def test_the_text_names_everything_that_was_found(dealzone: Dealzone) -> None:
    ran = dealzone("solve", "--set", "us_max_exercises=1", "un_consent=on")
    result = solve(
        preset_scenario(CASE, CASE.default_preset).with_values(
            {"us_max_exercises": 1, "un_consent": 1}
        )
    )
    assert f"{result.zone.packages:,} of {result.zone.total:,} packages" in ran.out
    assert "Washington cuts exercises no further than" in ran.out
    assert "Nash" in ran.out
    assert "Kalai-Smorodinsky" in ran.out
    assert f"{result.frontier.packages.size} packages of the zone" in ran.out
    assert ran.out.endswith("A teaching model, not a forecast.\n")
    first_words = {row.row.name.split()[0] for row in result.board}
    assert all(word in ran.out for word in first_words)


@pytest.mark.parametrize(("word", "value"), [("on", True), ("TRUE", True), ("1", True)])
@pytest.mark.parametrize("other", ["off", "false", "0"])
def test_a_switch_takes_its_words(dealzone: Dealzone, word: str, value: bool, other: str) -> None:
    on = json.loads(dealzone("solve", "--set", f"un_consent={word}", "--json").out)
    off = json.loads(dealzone("solve", "--set", f"un_consent={other}", "--json").out)
    assert on["scenario"]["controls"]["un_consent"] is value
    assert off["scenario"]["controls"]["un_consent"] is False


@pytest.mark.parametrize("word", ["none", "no-line", "None"])
def test_a_red_line_can_be_dropped_by_word(dealzone: Dealzone, word: str) -> None:
    open_ = ["us_max_relief_before_disarmament", "us_max_status", "dprk_min_status"]
    words = [f"{line}={word}" for line in [*open_, "dprk_max_warheads"]]
    declared = json.loads(dealzone("solve", "october-2025-declared", "--json", "--set", *words).out)
    plain = json.loads(dealzone("solve", "october-2025", "--json").out)
    assert declared["zone"] == plain["zone"]
    assert plain["zone"]["packages"] > 0


def test_a_later_setting_wins_and_untouched_settings_keep_the_name(dealzone: Dealzone) -> None:
    twice = dealzone("solve", "--set", "us_max_status=0", "--set", "us_max_status=3", "--json")
    record = json.loads(twice.out)
    assert record["scenario"]["name"] == CASE.preset(CASE.default_preset).name


def test_documents_and_case_files_can_be_solved(dealzone: Dealzone, tmp_path: Path) -> None:
    scenario = preset_scenario(CASE, "hanoi-2019").with_value("us_will", 12.5).with_name("Mine")
    path = tmp_path / "mine.dealzone"
    write_document(path, Document(scenario=scenario, loaded=scenario, baseline=scenario))
    told = json.loads(dealzone("solve", path, "--json").out)
    assert told.items() >= result_record(solve(scenario)).items()
    case_path = resource("cases", "korea.json")
    default = dealzone("solve", "--json").out
    assert dealzone("solve", case_path, "--json").out == default
    assert dealzone("solve", "--case", case_path, "--json").out == default
