"""``dealzone sure``: what it prints is what the study found; nothing is told as too sure."""

import json

import pytest

from explorer.cli.argument_types import MOST_SETS
from explorer.cli.sure import _progress_text
from explorer.files.case_file import bundled_case
from explorer.model.assumption import assumptions
from explorer.model.scenario import preset_scenario
from explorer.model.study import Findings, Rule
from explorer.studies.study import Question, findings
from explorer.studies.sureness import SEED, SETS, sureness
from tests.cli.conftest import Dealzone

CASE = bundled_case()
PRESETS = [preset.id for preset in CASE.presets]


@pytest.mark.parametrize("preset", PRESETS)
def test_the_counts_in_json_are_those_of_the_study(dealzone: Dealzone, preset: str) -> None:
    found = json.loads(dealzone("sure", preset, "--sets", "40", "--seed", "5", "--json").out)
    answer = sureness(preset_scenario(CASE, preset), seed=5, sets=40)
    assert (found["sets"], found["wanted"], found["seed"]) == (40, 40, 5)
    assert found["scenario"] == answer.scenario.name
    assert found["zone_sets"] == answer.zone_sets
    assert [tuple(pair) for pair in found["named"]] == list(answer.named)
    infinite = float("inf")
    for told, row in zip(found["rows"], answer.rows, strict=True):
        ends = tuple(infinite if end is None else end for end in told["floor"])
        assert (told["row_id"], told["open_sets"]) == (row.row_id, row.open_sets)
        assert (ends, tuple(told["limit"])) == (row.floor, row.limit)


def test_without_options_it_is_the_whole_study_of_the_default_scenario(dealzone: Dealzone) -> None:
    found = json.loads(dealzone("sure", "--json").out)
    assert (found["sets"], found["seed"]) == (SETS, SEED)
    assert found["scenario"] == preset_scenario(CASE, CASE.default_preset).name


def test_the_text_names_the_row_the_seed_and_of_what_it_speaks(dealzone: Dealzone) -> None:
    ran = dealzone("sure", "october-2025", "--row", "phased-step", "--sets", "60", "--seed", "9")
    assert ran.code == 0
    words = " ".join(ran.out.split())
    assert "has a deal zone in" in words
    assert "Seed 9." in words
    assert "not about the world" in words
    assert "not a forecast" in words
    for row in CASE.rows:
        assert row.short.split()[0].lower() in words.lower()


@pytest.mark.parametrize("show", ["sets", "weights", "rule"])
@pytest.mark.parametrize("row", ["", "yongbyon"])
def test_no_answer_speaks_of_chances(dealzone: Dealzone, show: str, row: str) -> None:
    about = ("--row", row) if row else ()
    ran = dealzone("sure", "october-2025", "--show", show, *about, "--sets", "50")
    assert (ran.code, ran.err) == (0, "")
    for word in ("probab", "likely", "chance", "odds", "nan", "inf "):
        assert word not in ran.out.lower()


def test_a_rule_in_json_has_its_coverage_and_density(dealzone: Dealzone) -> None:
    words = ("sure", "october-2025", "--show", "rule", "--row", "phased-step", "--seed", "1")
    found = json.loads(dealzone(*words, "--json").out)
    scenario = preset_scenario(CASE, "october-2025")
    answer = findings(Question(scenario, "rule", "phased-step", 1)).answer
    assert isinstance(answer, Rule)
    assert (found["coverage"], found["density"]) == (answer.coverage, answer.density)
    assert found["coverage"] == found["open_inside"] / found["open_samples"]
    bounds = [(each["control_id"], each["low"], each["high"]) for each in found["bounds"]]
    assert bounds == [(each.control_id, each.low, each.high) for each in answer.bounds]


def test_weights_in_json_are_ranked(dealzone: Dealzone) -> None:
    found = json.loads(dealzone("sure", "--show", "weights", "--json").out)
    weights = [each["weight"] for each in found["weights"]]
    assert weights
    assert weights == sorted(weights, reverse=True)
    assert all(each["low"] <= each["weight"] <= each["high"] for each in found["weights"])


def test_settings_assumptions_and_lens_are_studied_too(dealzone: Dealzone) -> None:
    def zone_sets(*words: str) -> int:
        return json.loads(dealzone("sure", *words, "--sets", "40", "--json").out)["zone_sets"]

    plain = zone_sets("october-2025")
    waiting = next(each.id for each in assumptions(CASE) if each.id == "target_stakes.waiting.base")
    assert zone_sets("october-2025", "--assume", f"{waiting}=30") < plain
    assert zone_sets("october-2025", "--set", "us_max_status=0", "us_min_icbm=4") < plain
    told = json.loads(dealzone("sure", "--lens", "trump", "--sets", "10", "--json").out)
    solved = json.loads(dealzone("solve", "--lens", "trump", "--json").out)
    assert told["scenario"] == solved["scenario"]["name"]


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        (("--row", "yongbion"), 'Did you mean "yongbyon"'),
        (("--show", "hope"), "--help"),
        (("--sets", "0"), f"a number from 1 to {MOST_SETS:,}"),
        (("--sets", str(MOST_SETS + 1)), f"a number from 1 to {MOST_SETS:,}"),
        (("--sets", "many"), f"a number from 1 to {MOST_SETS:,}"),
        (("--seed", "-1"), "not negative"),
        (("--seed", "1.5"), "not negative"),
        (("octber-2025",), 'Did you mean "october-2025"'),
        (("--lens", "trumpp"), 'Did you mean "trump"'),
    ],
)
def test_what_cannot_be_studied_is_refused_with_a_reason(
    dealzone: Dealzone, words: tuple[str, ...], remedy: str
) -> None:
    ran = dealzone("sure", *words)
    assert ran.code == 2
    assert remedy in ran.err
    assert ran.out == ""


def test_a_study_that_has_looked_at_nothing_yet_is_at_work() -> None:
    assert _progress_text(Findings()) == "at work"
