"""What is wrong with a lesson is named by its step, and nothing is wrong with a sound one."""

import json
from typing import Any

import pytest

from explorer.files.case_file import bundled_case
from explorer.model.lesson import (
    Lesson,
    Measure,
    standing_prediction,
    standing_prediction_step,
    standing_scene,
)
from explorer.model.lesson_check import lesson_problems
from explorer.model.measure_check import known_ids, measure_problems
from explorer.model.scene import MOST_CAPTION_WORDS

CASE = bundled_case()
SETTINGS = {"preset": "october-2025"}
SCENE = {"settings": SETTINGS}
MEASURE = {"kind": "zone_packages"}
CLAIM = {"text": "x", "settings": SETTINGS, "measure": MEASURE, "relation": ">", "value": 1.5}
ROW = {"kind": "row", "question": "Which?", "settings": SETTINGS}
CHOICE = {**ROW, "kind": "choice", "row": "icbm-freeze"}
OWN = {**ROW, "kind": "choice", "answers": [["a", "A"], ["b", "B"]], "correct": "a"}
VALUE = {**ROW, "kind": "value", "measure": MEASURE}
GOAL = {"text": "Go.", "measure": {"kind": "row_is_open", "row": "yongbyon"}, "value": True}


def step(kind: str, **more: Any) -> dict[str, Any]:
    return {"id": kind, "kind": kind, "title": kind, "scene": SCENE, **more}


def predict(prediction: dict[str, Any], **more: Any) -> dict[str, Any]:
    return step("predict", prediction=prediction, **more)


def lesson(*steps: dict[str, Any], **more: Any) -> Lesson:
    data = {"id": "own", "title": "O", "case": "korea", "minutes": len(steps), "steps": steps}
    return Lesson.model_validate_json(json.dumps({**data, **more}), strict=True)


def found(*steps: dict[str, Any], **more: Any) -> list[str]:
    return list(lesson_problems(lesson(*steps, **more), CASE, ("board", "map")))


SOUND = [
    step("show"),
    predict(ROW),
    step("discuss"),
    step("reveal", claims=[CLAIM]),
    step("try", goal=GOAL, locks=True, free=["us_max_aid"]),
    step("explain", questions=["Why?"]),
    step("debrief", questions=["What?"]),
]


def test_nothing_is_wrong_with_a_sound_lesson() -> None:
    assert found(*SOUND, questions=[{"text": "x", "key": "y", "claims": [CLAIM]}]) == []
    for prediction in (CHOICE, OWN, VALUE, {**CHOICE, "kind": "brackets"}):
        assert found(predict(prediction, claims=[CLAIM])) == []


BROKEN: list[tuple[dict[str, Any], str]] = [
    (step("show", text="word " * 61), "the text has 61 words; 60"),
    (step("show", scene={"settings": {"preset": "x"}}), 'scene: There is no preset "x"'),
    (step("show", scene={**SCENE, "caption": "a " * (MOST_CAPTION_WORDS + 1)}), "caption has 21"),
    (step("show", scene={**SCENE, "row": "x"}), 'scene: There is no row "x"'),
    (step("show", scene={**SCENE, "package": {"x": 1}}), 'scene: There is no issue "x"'),
    (step("show", scene={**SCENE, "view": "x"}), 'scene.view: there is no view "x"'),
    (step("show", scene={**SCENE, "lower": "y"}), 'scene.lower: there is no view "y"'),
    (step("show", locks=True, free=["x"]), 'free: there is no control "x"'),
    (step("show", free=["us_max_aid"]), "controls are free although nothing is locked"),
    (step("predict"), "predict steps need a prediction"),
    (step("show", prediction=ROW), "a prediction belongs to predict steps"),
    (step("try"), "try steps need a goal"),
    (step("show", goal=GOAL), "a goal belongs to try steps"),
    (step("explain"), "explain steps need questions"),
    (step("show", questions=["x"]), "questions belong to explain and debrief steps"),
    (step("reveal"), "reveal steps need a prediction before them"),
    (step("discuss"), "discuss steps need a prediction before them"),
    (predict(ROW, scene=None), "there is no scene yet"),
    (step("try", goal=GOAL, scene=None), "there is no scene yet"),
    (predict({**ROW, "settings": {"preset": "x"}}), 'prediction.settings: There is no preset "x"'),
    (predict({**ROW, "settings": {"controls": {"x": 1}}}), 'There is no control "x"'),
    (predict({**ROW, "row": "x"}), 'prediction: there is no row "x"'),
    (predict({**ROW, "kind": "choice"}), "prediction: name the row"),
    (predict({**ROW, "kind": "brackets"}), "prediction: name the row"),
    (predict({**OWN, "kind": "row"}), "own answers belong to a choice, not to row"),
    (predict({**OWN, "answers": [["a", "A"]]}), "two answers at the least"),
    (predict({**OWN, "answers": [["a", "A"], ["a", "B"]]}), 'two answers have the id "a"'),
    (predict({**OWN, "correct": "c"}), "correct has to be one of a, b"),
    (predict(OWN), "has to back the correct answer"),
    (predict({**VALUE, "low": 5, "high": 5}), "the scale from 5 to 5 is empty"),
    (predict({**VALUE, "measure": None}), "name the measure"),
    (predict({**VALUE, "measure": {"kind": "row_high"}}), "row_high needs a row"),
    (predict({**VALUE, "measure": {"kind": "open_rows"}}), "open_rows is no number"),
    (step("try", goal=GOAL, locks=True), "nothing is free"),
    (step("try", goal={**GOAL, "value": 1.5}), "goal: row_is_open cannot be = 1.5"),
    (step("try", goal={**GOAL, "measure": {"kind": "row_is_open"}}), "row_is_open needs a row"),
    (step("show", claims=[{**CLAIM, "settings": {"preset": "x"}}]), "claims[0].settings: There"),
    (step("show", claims=[{**CLAIM, "value": None, "other": {"preset": "x"}}]), "claims[0].other:"),
    (step("show", claims=[CLAIM, {**CLAIM, "value": "x"}]), "claims[1]: zone_packages cannot be"),
    (step("show", claims=[{**CLAIM, "value": None, "other_measure": {"kind": "row_low"}}]),
     "claims[0].other_measure: row_low needs a row"),
    (step("show", claims=[{**CLAIM, "value": None, "other_measure": {"kind": "open_rows"}}]),
     "claims[0]: zone_packages cannot be > something other"),
    (step("show", claims=[{**CLAIM, "measure": {"kind": "open_rows"}, "value": ["a"]}]),
     "claims[0]: open_rows cannot be >"),
]  # fmt: skip


@pytest.mark.parametrize(("broken", "words"), BROKEN, ids=[words for _, words in BROKEN])
def test_what_is_wrong_is_named_by_its_step(broken: dict[str, Any], words: str) -> None:
    (line,) = [line for line in found(broken) if words in line]
    assert line.startswith(f'step "{broken["id"]}": ')


def test_minutes_have_to_add_up() -> None:
    assert found(step("show"), minutes=3) == ["minutes: the lesson takes 3, its steps together 1"]


def test_views_are_not_looked_for_where_they_are_not_known() -> None:
    assert lesson_problems(lesson(step("show", scene={**SCENE, "view": "x"})), CASE) == ()


def test_claims_of_questions_are_looked_at() -> None:
    task = {"text": "x", "key": "y", "claims": [{**CLAIM, "settings": {"preset": "x"}}]}
    believed = {"belief": "x", "answer": "y", "claims": task["claims"]}
    lines = found(step("show"), questions=[task], worksheet=[task], misconceptions=[believed])
    places = [line.split(":")[0] for line in lines]
    assert places == ["misconceptions[0]", "worksheet[0]", "questions[0]"]


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        ({"kind": "row_low", "row": "x"}, 'no row "x"'),
        ({"kind": "is_in_zone"}, "needs a package"),
        ({"kind": "is_in_zone", "package": {"icbm": 9}}, "level 9 does not exist"),
        ({"kind": "is_in_zone", "package_id": "x"}, 'no package "x"'),
        ({"kind": "is_in_zone", "package_id": "icbm_freeze", "package": {}}, "not both"),
        ({"kind": "class_packages", "of": "x"}, 'no class "x"; known: full'),
        ({"kind": "stakeholder_share", "of": "x"}, 'no stakeholder "x"'),
        ({"kind": "meeting", "of": "x"}, 'no window "x"'),
        ({"kind": "split_part", "of": "us_will"}, "needs settings since which"),
        ({"kind": "split_part", "of": "us_will", "since": {"preset": "x"}}, 'no preset "x"'),
        ({"kind": "zone_packages", "lens": "x"}, 'no lens "x"'),
        ({"kind": "zone_packages", "options": {"x": "y"}}, 'no structure choice "x"'),
        ({"kind": "zone_packages", "options": {"patrons": "y"}}, 'no option "y"'),
    ],
)
def test_a_measure_of_what_the_case_lacks_is_told(measure: dict[str, Any], words: str) -> None:
    (line,) = measure_problems(Measure.model_validate(measure), CASE)
    assert words in line


def test_a_case_without_meetings_has_no_windows() -> None:
    case = CASE.model_copy(update={"outlook": None})
    assert known_ids(case, "window") == ()
    assert known_ids(case, "wind") == ()
    (line,) = measure_problems(Measure(kind="is_clash"), case)
    assert "nothing of meetings" in line


def test_scene_and_prediction_stand_until_the_next() -> None:
    plain = {"id": "plain", "kind": "show", "title": "plain"}
    taught = lesson(plain, step("show"), predict(ROW, scene=None), {**plain, "id": "last"})
    assert standing_scene(taught, 0) is None
    assert standing_scene(taught, 3) == taught.steps[1].scene
    assert standing_prediction(taught, 1) is None
    assert standing_prediction(taught, 3) == taught.steps[2].prediction
    assert standing_prediction_step(taught, 3) is taught.steps[2]
