"""Laws of ``dealzone lesson`` and ``dealzone present``: the window is asked for what is named."""

from pathlib import Path

import pytest

from explorer.files.case_file import bundled_case
from explorer.files.document import write_document
from explorer.files.document_text import Document
from explorer.files.lesson_file import bundled_lesson, bundled_lesson_ids, lesson_text
from explorer.model.scenario import preset_scenario
from explorer.views.options import WindowOptions
from tests.cli.conftest import Dealzone, Rooms

CASE = bundled_case()


@pytest.mark.parametrize("name", bundled_lesson_ids())
def test_every_bundled_lesson_opens_at_its_first_step(
    dealzone: Dealzone, rooms: Rooms, name: str
) -> None:
    assert dealzone("lesson", name).code == 0
    assert rooms.windows == [WindowOptions(lesson=bundled_lesson(name))]


def test_a_lesson_file_opens_at_a_step_with_the_look_that_is_wanted(
    dealzone: Dealzone, rooms: Rooms, tmp_path: Path
) -> None:
    lesson = bundled_lesson(bundled_lesson_ids()[0])
    path = tmp_path / "mine.json"
    path.write_text(lesson_text(lesson), encoding="utf-8")
    last = str(len(lesson.steps))
    assert dealzone("lesson", path, "--step", last, "--theme", "dark").code == 0
    step = len(lesson.steps) - 1
    assert rooms.windows == [WindowOptions(lesson=lesson, step=step, theme="dark")]


def test_presenting_names_a_scenario_a_file_or_nothing(
    dealzone: Dealzone, rooms: Rooms, tmp_path: Path
) -> None:
    scenario = preset_scenario(CASE, CASE.default_preset)
    path = tmp_path / "mine.dealzone"
    write_document(path, Document(scenario=scenario, loaded=scenario, baseline=scenario))
    for words in ((), (CASE.baseline_preset,), (path,)):
        assert dealzone("present", *words).code == 0
    assert rooms.windows == [
        WindowOptions(level="present"),
        WindowOptions(level="present", preset=CASE.baseline_preset, case=CASE),
        WindowOptions(level="present", file=path),
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("lesson", "who-closed-the-zon"), 'Did you mean "who-closed-the-zone"?'),
        (("lesson", "nowhere.json"), "nowhere.json does not exist"),
        (("lesson", "FOLDER"), "is a folder"),
        (("lesson", "NO-LESSON"), "is not a lesson"),
        (("lesson", "who-closed-the-zone", "--step", "200"), "has 9 steps, not 200"),
        (("lesson", "who-closed-the-zone", "--step", "0"), "a number from 1"),
        (("lesson", "OTHER-CASE"), 'is for the case "atlantis"'),
        (("present", "nowhere.dealzone"), "nowhere.dealzone does not exist"),
        (("present", "hanoi-2018"), "hanoi-2019"),
    ],
)
def test_what_is_not_there_is_refused_with_a_remedy(
    dealzone: Dealzone, rooms: Rooms, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    no_lesson, other = tmp_path / "no.json", tmp_path / "other.json"
    no_lesson.write_text("{}", encoding="utf-8")
    lesson = bundled_lesson("who-closed-the-zone").having(case="atlantis")
    other.write_text(lesson_text(lesson), encoding="utf-8")
    places = {"FOLDER": tmp_path, "NO-LESSON": no_lesson, "OTHER-CASE": other}
    ran = dealzone(*(places.get(word, word) for word in words))
    assert (ran.code, ran.out) == (2, "")
    assert told in " ".join(ran.err.split())
    assert not rooms.windows
