"""Commands name nobody from another case than the one that they are asked about."""

import json
from pathlib import Path

import pytest

from explorer.files.case_file import bundled_case, bundled_case_ids, usual_case_id
from explorer.model.case import Case
from explorer.views.options import LISTS
from tests.cli.conftest import Dealzone
from tests.foreign_names import strange_names

CASES = [bundled_case(id_) for id_ in bundled_case_ids()]
every_case = pytest.mark.parametrize("case", CASES, ids=bundled_case_ids())

ANSWERS = (
    ("solve", "--openings"), ("solve", "--json"), ("compare", "FIRST", "SECOND"), ("split",),
    ("split", "--measure", "lines"), ("others",), ("history",), ("history", "--json"),
    ("outlook",), ("later",), ("case-changes",), ("sure", "--sets", "20"),
)  # fmt: skip
"""Commands that print an answer; presets stand for those of the case."""

WRITES = (
    ("export-page", "page.html"), ("handout", "brief", "brief.html"),
    ("handout", "worksheet", "sheet.html"), ("questions", "quiz.gift"),
    ("questions", "quiz.html"), ("sheets", "all.html"),
)  # fmt: skip
"""Commands that write a file, which comes last."""

HELPS = (
    "solve", "compare", "two-cases", "picture", "export-page", "sheets", "results", "handout",
    "questions", "debrief", "split", "others", "outlook", "present",
)  # fmt: skip
"""Commands whose help has examples with ids of a case."""

IN_HELP = {"history-2019", "Seoul"}


def named(words: tuple[str, ...], case: Case) -> list[str]:
    presets = {"FIRST": case.baseline_preset, "SECOND": case.default_preset}
    return [presets.get(word, word) for word in words]


@every_case
@pytest.mark.parametrize("words", ANSWERS, ids=" ".join)
def test_an_answer_names_nobody_from_another_case(
    dealzone: Dealzone, words: tuple[str, ...], case: Case
) -> None:
    ran = dealzone(*named(words, case), "--case", case.id)
    assert ran.code == 0, ran.err
    assert strange_names(ran.out, case.id) == set()


@every_case
@pytest.mark.parametrize("what", [each for each in LISTS if each not in ("cases", "lessons")])
def test_a_list_names_nobody_from_another_case(dealzone: Dealzone, what: str, case: Case) -> None:
    ran = dealzone("list", what, "--case", case.id)
    assert strange_names(ran.out, case.id) == set()


@every_case
@pytest.mark.parametrize("words", WRITES, ids=" ".join)
def test_a_file_names_nobody_from_another_case(
    dealzone: Dealzone, words: tuple[str, ...], case: Case, tmp_path: Path
) -> None:
    *command, name = words
    path = tmp_path / name
    ran = dealzone(*command, "-o", path, "--case", case.id)
    assert ran.code == 0, ran.err
    assert strange_names(path.read_text("utf-8"), case.id) == set()


@every_case
@pytest.mark.parametrize("command", HELPS)
def test_examples_of_a_help_are_about_the_case_that_is_named(
    dealzone: Dealzone, command: str, case: Case
) -> None:
    out = dealzone(command, "--case", case.id, "--help").out
    _, _, examples = out.partition("examples:")
    others = {each.id for each in CASES} - {case.id}
    assert case.default_preset in out or case.baseline_preset in out or command == "others"
    left = strange_names(examples, case.id) - others
    assert left == set()
    is_usual = case.id == usual_case_id()
    assert is_usual or f"--case {case.id}" in examples


def test_a_case_in_a_help_that_there_is_not_gives_way_to_the_usual_one(dealzone: Dealzone) -> None:
    out = dealzone("solve", "--case=atlantis", "--help").out
    assert bundled_case(usual_case_id()).default_preset in out


@every_case
def test_two_cases_are_printed_and_given_as_data(dealzone: Dealzone, case: Case) -> None:
    other = next(each for each in CASES if each is not case)
    told = dealzone("two-cases", "--case", case.id).out
    assert case.name in " ".join(told.split())
    assert other.name in " ".join(told.split())
    data = json.loads(dealzone("two-cases", "--case", case.id, "--json").out)
    assert data["here"]["case"] == case.id
    assert data["there"]["case"] == other.id


def test_the_other_case_and_its_scenario_can_be_named(dealzone: Dealzone) -> None:
    words = ("two-cases", "--other", "sinai", "--other-scenario")
    assert "Treaty, March 1979" in dealzone(*words, "march-1979").out
    for wrong in ((*words, "nowhen"), ("two-cases", "--other", "korea")):
        ran = dealzone(*wrong)
        assert ran.code == 2
        assert ran.err
