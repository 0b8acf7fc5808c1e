"""Scenes: settings as data, and what of them a case knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.classroom import ClassRecord, Classroom, Counts
from explorer.model.lesson import Claim, Lesson, Measure, Step
from explorer.model.package import package_levels, package_of
from explorer.model.scenario import preset_scenario
from explorer.model.scene import (
    MOST_CAPTION_WORDS,
    Scene,
    Settings,
    levels_of,
    scene_package,
    scene_problems,
    settings_of,
)
from tests.classrooms import lessons
from tests.strategies import scenarios, small_cases

KOREA = bundled_case()
PRESET = Settings(preset=KOREA.baseline_preset)


@given(data=st.data(), case=small_cases())
def test_a_scenario_comes_back_from_its_settings(data: st.DataObject, case: object) -> None:
    scenario = data.draw(scenarios(case)).with_name("Drawn")  # type: ignore[arg-type]
    assert settings_of(scenario).scenario(scenario.case) == scenario


def test_settings_start_at_their_preset() -> None:
    moved = Settings(preset=KOREA.baseline_preset, controls={"russia_alignment": 98})
    preset = preset_scenario(KOREA, KOREA.baseline_preset)
    assert moved.scenario(KOREA) == preset.with_value("russia_alignment", 98)


def test_a_package_comes_back_from_its_levels() -> None:
    package = package_of(KOREA, KOREA.packages[0].levels)
    scene = Scene(settings=PRESET, package=package_levels(KOREA, package))
    assert scene_package(KOREA, scene) == package
    assert levels_of(KOREA, package) == scene.package
    assert levels_of(KOREA, None) is None
    assert scene_package(KOREA, Scene(settings=PRESET)) is None


@pytest.mark.parametrize(
    ("scene", "told"),
    [
        (Scene(settings=Settings(preset="moon")), '"moon"'),
        (Scene(settings=Settings(controls={"moon": 1})), '"moon"'),
        (Scene(settings=PRESET, package={"moon": 1}), '"moon"'),
        (Scene(settings=PRESET, row="moon"), 'no row "moon"'),
        (Scene(settings=PRESET, rows=("moon",)), 'no row "moon"'),
        (Scene(settings=PRESET, sliders=("moon",)), 'no control "moon"'),
        (Scene(settings=PRESET, caption="word " * (MOST_CAPTION_WORDS + 1)), "21 words"),
    ],
)
def test_what_a_case_does_not_know_of_a_scene_is_told(scene: Scene, told: str) -> None:
    (line,) = scene_problems(scene, KOREA)
    assert told in line


def test_a_scene_of_a_case_is_sound() -> None:
    scene = Scene(settings=PRESET, row=KOREA.rows[0].id, caption="word " * MOST_CAPTION_WORDS)
    assert scene_problems(scene, KOREA) == ()


@given(data=st.data())
def test_the_present_step_is_one_of_the_lesson(data: st.DataObject) -> None:
    lesson = data.draw(lessons(KOREA))
    place = data.draw(st.none() | st.integers(0, 5))
    step = Classroom(lesson=lesson, step=place).present_step
    assert (
        (step in lesson.steps)
        if step is not None
        else (place is None or place >= len(lesson.steps))
    )
    assert Classroom(step=place).present_step is None


def test_the_present_scene_is_the_one_gone_to_last() -> None:
    scenes = tuple(Scene(settings=PRESET, name=name) for name in "ab")
    assert Classroom(scenes=scenes, scene=1).present_scene == scenes[1]
    assert Classroom(scenes=scenes).present_scene is None
    assert Classroom(scenes=scenes, scene=2).present_scene is None


def test_counts_of_a_round_replace_those_before() -> None:
    first, again = (Counts(step="a", round=1, hands=(("yes", n),)) for n in (3, 4))
    second = Counts(step="a", round=2)
    record = ClassRecord(name="Monday").with_counts(first).with_counts(second).with_counts(again)
    assert record.counts_at("a", 1) == again
    assert record.counts_at("a", 2) == second
    assert record.counts_at("b", 1) is None
    assert (again.total, second.total) == (4, 0)


def test_the_present_class_is_the_one_at_hand() -> None:
    classes = (ClassRecord(name="Monday"), ClassRecord(name="Friday"))
    room = Classroom(classes=classes).having(at_class=1)
    assert room.present_class == classes[1]
    assert Classroom().present_class is None


def test_steps_with_one_id_are_refused() -> None:
    step = Step(id="a", kind="show", title="A")
    with pytest.raises(ValueError, match="two steps have the same id: a"):
        Lesson(id="x", title="X", case="korea", minutes=1, steps=(step, step))


@pytest.mark.parametrize("sides", [{}, {"value": True, "other": PRESET}])
def test_a_claim_compares_with_one_thing(sides: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="either a value or other settings"):
        Claim.model_validate(
            {"text": "T", "settings": PRESET, "measure": Measure(kind="open_rows"), **sides}
        )
