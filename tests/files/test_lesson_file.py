"""Lesson files: read exactly, refused with a place and a remedy, and never trusted."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files import lesson_file
from explorer.files.case_file import bundled_case
from explorer.files.lesson_file import (
    bundled_lesson,
    bundled_lesson_ids,
    bundled_lesson_path,
    first_lesson_id,
    lesson_case,
    lesson_problems,
    lesson_schema,
    lesson_text,
    read_lesson,
)
from explorer.files.resources import resource
from explorer.model.errors import FileError
from explorer.model.lesson import LESSON_FORMAT, LESSON_VERSION, Lesson
from tests.hostile import hostile_words

STEP: dict[str, Any] = {"id": "one", "kind": "show", "title": "One"}
LESSON: dict[str, Any] = {
    "format": LESSON_FORMAT,
    "schema_version": LESSON_VERSION,
    "id": "own",
    "title": "Own",
    "case": "korea",
    "minutes": 1,
    "steps": [STEP],
}

TEXTS = st.text(st.characters(codec="utf-8"), max_size=80)


def written(folder: Path, data: object) -> Path:
    path = folder / "lesson.json"
    text = data if isinstance(data, str) else json.dumps(data)
    path.write_text(text, encoding="utf-8")
    return path


def problems(folder: Path, data: object) -> str:
    return "\n".join(lesson_problems(written(folder, data)))


def test_the_published_schema_is_current() -> None:
    published = resource("schema", f"lesson-{LESSON_VERSION}.json").read_text("utf-8")
    assert published == lesson_schema(), "write explorer.files.lesson_file.lesson_schema() there"


def test_the_schema_names_what_a_lesson_needs() -> None:
    needed = set(json.loads(lesson_schema())["required"])
    assert needed == {"id", "title", "case", "minutes", "steps"}


def test_a_small_lesson_is_read_and_sound(tmp_path: Path) -> None:
    path = written(tmp_path, LESSON)
    assert lesson_problems(path) == ()
    lesson = read_lesson(path)
    assert lesson.steps[0].id == "one"
    assert lesson_case(lesson) is bundled_case()


def test_a_lesson_survives_being_written(tmp_path: Path) -> None:
    more = {**LESSON, "summary": "Ω", "colour": "red", "steps": [{**STEP, "locks": True}]}
    lesson = read_lesson(written(tmp_path, more))
    again = read_lesson(written(tmp_path, lesson_text(lesson)))
    assert again == lesson
    assert json.loads(lesson_text(again))["colour"] == "red"


@given(TEXTS, TEXTS, st.booleans())
def test_every_lesson_survives_being_written(title: str, notes: str, locks: bool) -> None:
    step = {**STEP, "notes": notes, "locks": locks}
    data = {**LESSON, "title": f"T{title}", "steps": [step]}
    lesson = Lesson.model_validate_json(json.dumps(data).encode(), strict=True)
    assert Lesson.model_validate_json(lesson_text(lesson), strict=True) == lesson


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"minutes": "ten"}, "minutes"),
        ({"steps": []}, "steps"),
        ({"steps": [STEP, STEP]}, "two steps have the same id: one"),
        ({"steps": [{**STEP, "kind": "sing"}]}, "steps[0].kind"),
        ({"steps": [{"id": "one", "kind": "show"}]}, "steps[0].title: is missing"),
        ({"steps": [{**STEP, "id": "One Two"}]}, "steps[0].id"),
        ({"questions": [{"text": "Why?"}]}, "questions[0].key"),
        (
            {
                "steps": [
                    {
                        **STEP,
                        "claims": [
                            {"text": "x", "settings": {}, "measure": {"kind": "zone_packages"}}
                        ],
                    }
                ]
            },
            "either a value",
        ),
    ],
)
def test_what_does_not_fit_is_named_by_its_place(
    tmp_path: Path, change: dict[str, object], place: str
) -> None:
    path = written(tmp_path, {**LESSON, **change})
    assert place in "\n".join(lesson_problems(path))
    with pytest.raises(FileError, match="problem") as caught:
        read_lesson(path)
    assert place in str(caught.value)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("", "ends too early"),
        ("[]", "is not a lesson"),
        ({"format": "dealzone"}, "is not a lesson"),
        ({**LESSON, "schema_version": LESSON_VERSION + 1}, "newer version"),
        ('{"format": "dealzone-lesson", "a":' + "[" * 60 + "]" * 60 + "}", "nested too deeply"),
        ("[" * 200_000, "nested too deeply"),
        ({**LESSON, "minutes": 1e9}, "minutes"),
    ],
)
def test_what_is_no_lesson_is_refused(tmp_path: Path, data: object, words: str) -> None:
    path = written(tmp_path, data)
    assert words in "\n".join(lesson_problems(path))
    with pytest.raises(FileError, match=words):
        read_lesson(path)


def test_unknown_fields_are_named_wherever_they_stand(tmp_path: Path) -> None:
    claim = {
        "text": "x", "settings": {"presett": "x"}, "measure": {"kind": "zone_packages", "rows": 1},
        "value": 1.5,
    }  # fmt: skip
    scene = {"settings": {"preset": "october-2025"}, "viev": "map"}
    step = {**STEP, "nots": "x", "scene": scene, "claims": [claim]}
    found = problems(tmp_path, {**LESSON, "sumary": "x", "steps": [step]})
    for place in (
        "sumary", "steps[0].nots", "steps[0].scene.viev", "steps[0].claims[0].settings.presett",
        "steps[0].claims[0].measure.rows",
    ):  # fmt: skip
        assert f"{place}: is not known here" in found


def test_a_lesson_for_an_unknown_case_is_told(tmp_path: Path) -> None:
    assert 'for the case "moon"' in problems(tmp_path, {**LESSON, "case": "moon"})


def test_hostile_words_never_make_a_line_of_their_own(tmp_path: Path) -> None:
    words = hostile_words(tmp_path, 1)
    scene = {
        "settings": {"preset": "october-2025"},
        "view": "a\nlesson.json: good",
        "row": "\x1b[2",
    }
    data = {
        **LESSON, "title": words, "summary": words, words: 1,
        "steps": [{**STEP, "title": words, "text": words, "scene": scene}],
    }  # fmt: skip
    for views in (None, ("board",)):
        for line in lesson_problems(written(tmp_path, data), views):
            assert line.isprintable()
            assert not line.startswith("lesson.json")


def test_bundled_lessons_are_known_by_their_ids() -> None:
    ids = bundled_lesson_ids()
    assert ids[:4] == (
        "who-closed-the-zone", "small-deal", "hanoi-two-levels", "price-of-entry",
    )  # fmt: skip
    for id_ in ids:
        assert bundled_lesson(id_).id == id_
        assert bundled_lesson(id_) is bundled_lesson(id_)
        assert bundled_lesson_path(id_).name.endswith(f"{id_}.json")
    with pytest.raises(FileError, match="small-deal"):
        bundled_lesson("small_deal")


def test_an_example_of_a_lesson_is_about_its_case_and_passes_over_what_is_damaged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    korea, sinai = bundled_case("korea"), bundled_case("sinai")
    assert first_lesson_id(korea) == bundled_lesson_ids()[0]
    assert first_lesson_id(sinai) == "camp-david"
    assert first_lesson_id(korea.model_copy(update={"id": "elsewhere"})) == ""

    def damaged(lesson_id: str) -> Lesson:
        raise FileError(lesson_id)

    monkeypatch.setattr(lesson_file, "bundled_lesson", damaged)
    assert first_lesson_id(korea) == ""


def test_lessons_stand_in_the_order_of_teaching() -> None:
    names = [path.name for path in map(bundled_lesson_path, bundled_lesson_ids())]
    numbers = [int(name.partition("-")[0]) for name in names]
    assert numbers == sorted(numbers)
