"""Documents: what is written comes back, what is not understood is told, nothing is lost."""

import json
from functools import reduce
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.study_form import usual_plan
from explorer.files import resources
from explorer.files.case_file import bundled_case
from explorer.files.document import (
    document_kind,
    document_problems,
    read_document,
    refuses_overwrite,
    write_document,
)
from explorer.files.document_text import (
    DEEPEST,
    Document,
    document_content,
    document_text,
    open_content,
)
from explorer.files.json_text import LARGEST_FILE, parse_json
from explorer.files.resources import resource
from explorer.files.result_record import saved_results
from explorer.files.saved import DOCUMENT_VERSION, SavedDocument
from explorer.files.scenario_reading import plain_name
from explorer.files.study_file import study_content
from explorer.model.case import Case
from explorer.model.classroom import EMPTY_CLASSROOM
from explorer.model.errors import FileError
from explorer.model.pin import PIN_LETTERS, Pin
from explorer.model.scenario import default_scenario, preset_scenario
from explorer.model.study import SEED
from explorer.model.study_plan import ControlFactor, Sobol
from explorer.model.study_ways import RangeWays
from explorer.solver.solve import solve
from tests.classrooms import classrooms
from tests.strategies import scenarios, small_cases

CASE = bundled_case()
START = preset_scenario(CASE, CASE.default_preset)
BASELINE = preset_scenario(CASE, CASE.baseline_preset)
SECTIONS = ("case", "scenario", "baseline", "pins")
JSON_VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-9, 9), st.text()),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(st.text(), inner)),
    max_leaves=4,
)
DEEP = reduce(lambda inner, _: [inner], range(60), [])
FOREIGN = st.dictionaries(st.text(min_size=1).map("x-".__add__), JSON_VALUES, max_size=2)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw a document of the bundled or of a small case, solved or not."""
    case = draw(st.one_of(st.just(CASE), small_cases()))
    scenario = draw(scenarios(case)).with_name(draw(st.text().map(plain_name).filter(bool)))
    unknown = draw(FOREIGN)
    for place in SECTIONS:
        nested = draw(FOREIGN)
        unknown |= {place: nested} if nested else {}
    return Document(
        scenario=scenario,
        loaded=draw(scenarios(case)),
        baseline=draw(scenarios(case)),
        notes=draw(st.text()),
        results=saved_results(solve(scenario)) if draw(st.booleans()) else None,
        pins=tuple(
            Pin(letter, draw(scenarios(case)), draw(st.text()))
            for letter in PIN_LETTERS
            if draw(st.booleans())
        ),
        classroom=draw(classrooms(case)),
        study=usual_plan(scenario) if draw(st.booleans()) else None,
        unknown=unknown,
    )


def content(**changes: object) -> dict[str, Any]:
    """Return a sound document's content with some fields replaced; None takes one away."""
    whole = document_content(Document(START, START, BASELINE, "notes", saved_results(solve(START))))
    return {key: value for key, value in (whole | changes).items() if value is not None}


def write(path: Path, value: object) -> Path:
    path.write_text(json.dumps(value), "utf-8")
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.dealzone"


@given(document=documents())
def test_what_is_written_is_read(document: Document) -> None:
    opened = open_content(parse_json(document_text(document), "a"), "a")
    assert opened.document == document
    assert not opened.is_newer
    assert not opened.is_other_model
    assert opened.saved_results == document.results
    assert len(opened.problems) == sum(
        len(cast("dict[str, object]", value)) if key in SECTIONS else 1
        for key, value in document.unknown.items()
    )


@given(document=documents())
def test_everything_that_is_written_fits_the_published_shape(document: Document) -> None:
    SavedDocument.model_validate_json(document_text(document))


def test_a_saved_document_reopens_to_the_same_result(path: Path) -> None:
    results = saved_results(solve(START))
    write_document(path, Document(START, START, BASELINE, "notes", results))
    opened = read_document(path)
    assert opened.problems == ()
    assert opened.document.case is CASE
    assert saved_results(solve(opened.document.scenario)) == opened.saved_results


def test_saving_keeps_what_was_there_before(path: Path) -> None:
    for notes in ("one", "two"):
        write_document(path, Document(START, START, BASELINE, notes))
    backup = path.with_name("a.dealzone.bak")
    assert read_document(backup).document.notes == "one"
    assert read_document(path).document.notes == "two"


def test_half_letters_in_notes_come_back(path: Path) -> None:
    document = Document(START, START, BASELINE, "half \ud800 letter")
    write_document(path, document)
    assert read_document(path).document == document


def test_a_case_of_ones_own_goes_with_the_document(path: Path) -> None:
    own = Case.model_validate({**CASE.model_dump(), "name": "My own"})
    scenario = default_scenario(own)
    write_document(path, Document(scenario, scenario, scenario))
    assert read_document(path).document.case == own


def test_the_bundled_case_is_known_again_when_it_comes_with_the_file() -> None:
    opened = open_content(content(case_data=CASE.model_dump(mode="json")), "a")
    assert opened.document.case is CASE


def test_a_short_document_written_by_hand_opens() -> None:
    control = CASE.controls[0].id
    short = {
        "format": "dealzone",
        "schema_version": 1,
        "case": {"id": CASE.id},
        "scenario": {"controls": {control: 12}},
    }
    opened = open_content(short, "a")
    assert opened.problems == ()
    scenario = default_scenario(CASE).with_value(control, 12)
    assert opened.document == Document(scenario, scenario, BASELINE)
    assert opened.is_other_model


def test_without_a_case_the_bundled_one_is_taken_and_told() -> None:
    opened = open_content(content(case=None), "a")
    assert opened.document.case is CASE
    assert opened.problems == (f'case.id: is missing; "{CASE.id}" is taken',)


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"schema_version": "one"}, "schema_version"),
        ({"notes": 3}, "notes"),
        ({"model_version": 1}, "model_version"),
        ({"loaded": 3}, "loaded"),
        ({"baseline": {"controls": {"unheard-of": 1}}}, "baseline.controls"),
        ({"results": []}, "results"),
        ({"results": {"zone": 3}}, "results"),
        ({"results": json.loads("[" * (DEEPEST + 5) + "]" * (DEEPEST + 5))}, "results"),
        ({"deep": json.loads("[" * (DEEPEST + 5) + "]" * (DEEPEST + 5))}, "deep"),
    ],
)
def test_a_bad_part_is_told_and_the_rest_opens(changes: dict[str, object], place: str) -> None:
    opened = open_content(content(**changes), "a")
    assert opened.document.scenario == START
    assert any(problem.startswith(place) for problem in opened.problems)
    document_text(opened.document)


def test_what_is_kept_unread_never_wins_over_what_is_known() -> None:
    document = Document(START, START, BASELINE, "mine", unknown={"notes": "theirs", "case": 3})
    written = document_content(document)
    assert written["notes"] == "mine"
    assert written["case"] == {"id": CASE.id, "version": CASE.version}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"format": None}, '"format" must be "dealzone"'),
        ({"format": "dealzone-case"}, '"format" must be "dealzone"'),
        ({"scenario": None}, "holds no scenario"),
        ({"scenario": {"controls": {"unheard-of": 1}}}, 'no control "unheard-of"'),
        ({"case": {"id": "atlantis", "version": "1"}}, 'the case "atlantis"'),
        ({"case": {"id": ["korea"]}}, "Known cases"),
        ({"case_data": {"format": "dealzone-case"}}, "case_data"),
        ({"case_data": [1]}, "case_data"),
    ],
)
def test_what_cannot_be_opened_says_why(changes: dict[str, object], words: str) -> None:
    with pytest.raises(FileError) as error:
        open_content(content(**changes), "a.dealzone")
    assert words in str(error.value)
    assert "a.dealzone" in str(error.value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "3",
        "[]",
        "[" * 100_000,
        '{"format": "dealzone", "format": "dealzone"}',
        '{"format": "dealzone", "scenario": {"controls": {"a": NaN}}}',
        '{"format": "dealzone", "scenario": {"controls": {"a": 1e999}}}',
        '{"format": "dealzone", "scenario": ' + '{"a": ' * 5000 + "1" + "}" * 5001,
    ],
)
def test_hostile_files_are_refused_in_words(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    with pytest.raises(FileError):
        read_document(path)
    assert document_problems(path)
    assert refuses_overwrite(path) is None


def test_a_newer_file_opens_as_far_as_it_is_understood_and_is_not_overwritten(path: Path) -> None:
    newer = content(schema_version=DOCUMENT_VERSION + 1, scenes=[{"name": "A"}])
    write(path, newer)
    opened = read_document(path)
    assert opened.is_newer
    assert opened.document.scenario == START
    assert opened.document.unknown == {"scenes": [{"name": "A"}]}
    with pytest.raises(FileError, match="newer version"):
        write_document(path, opened.document)
    assert json.loads(path.read_text("utf-8")) == newer
    other = path.with_name("other.dealzone")
    write_document(other, opened.document)
    assert json.loads(other.read_text("utf-8"))["scenes"] == [{"name": "A"}]


def test_results_of_another_model_are_shown_as_saved() -> None:
    opened = open_content(content(model_version="0.9", program_version="0.0.1"), "a")
    assert opened.is_other_model
    assert opened.made_with.model_version == "0.9"
    assert opened.made_with.program_version == "0.0.1"
    assert opened.saved_results == saved_results(solve(START))


def test_a_missing_place_may_be_written_to(path: Path) -> None:
    assert refuses_overwrite(path) is None
    write(path, [1])
    assert refuses_overwrite(path) is None


def test_a_file_says_what_it_is(path: Path) -> None:
    write_document(path, Document(START, START, BASELINE))
    assert document_kind(path) == "document"
    assert document_kind(resource("cases", f"{CASE.id}.json")) == "case"
    for other in ({"format": "other"}, [1]):
        with pytest.raises(FileError, match="no document, case, lesson or study"):
            document_kind(write(path, other))


def test_a_sound_document_has_no_problems_and_others_have_a_line_each(path: Path) -> None:
    assert document_problems(write(path, content())) == ()
    assert len(document_problems(write(path, content(notes=1, baseline=1)))) == 2


@given(cut=st.floats(0, 1, exclude_max=True))
def test_a_file_cut_short_anywhere_is_refused(
    cut: float, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = document_text(Document(START, START, BASELINE, "notes")).rstrip()
    path = tmp_path_factory.mktemp("cut") / "a.dealzone"
    path.write_text(text[: int(cut * len(text))], "utf-8")
    with pytest.raises(FileError):
        read_document(path)


@pytest.mark.parametrize(
    ("changes", "is_whole"),
    [
        ({}, True),
        ({"colour": "red"}, True),
        ({"notes": 7}, False),
        ({"scenario": {"name": "x", "controls": {"russia_alignment": 4, "nothing": 1}}}, False),
        ({"results": 7}, False),
    ],
)
def test_a_document_is_whole_if_writing_it_loses_nothing(
    changes: dict[str, object], is_whole: bool
) -> None:
    content = document_content(Document(START, START, BASELINE))
    assert open_content({**content, **changes}, "x").is_whole == is_whole


def test_an_older_document_has_no_pins_and_one_without_pins_looks_like_an_older_one() -> None:
    whole = content()
    assert "pins" not in whole
    assert open_content(whole, "a").document.pins == ()


@pytest.mark.parametrize(
    ("pins", "told"),
    [
        ([], "pins: is not an object"),
        ({"A": 3}, 'pins.A: there is no object "controls"'),
        ({"A": {"controls": {}, "name": "x", "note": 7}}, "pins.A.note: is not a text"),
        ({"A": {"controls": {}, "name": "x", "when": 7}}, "pins.A.when: is not known here"),
        (
            {"A": {"controls": {}, "name": "x", "note": "n" * 4001}},
            "pins.A.note: is longer than 4,000 letters",
        ),
        (
            {"A": {"controls": {}, "name": "x", "assumptions": [{"id": "unknown", "more": 1}]}},
            "pins.A.assumptions: has members that are not known here",
        ),
    ],
)
def test_a_pin_that_is_not_understood_is_told_and_never_written_over(
    pins: object, told: str
) -> None:
    opened = open_content(content(pins=pins), "a")
    assert told in opened.problems
    assert not opened.is_whole
    assert opened.document.scenario == START


def test_more_pins_than_are_known_here_are_kept() -> None:
    more = {"D": {"controls": {}, "name": "a fourth"}}
    opened = open_content(content(pins=more), "a")
    assert opened.is_whole
    assert document_content(opened.document)["pins"] == more


def test_a_document_without_a_classroom_looks_like_an_older_one() -> None:
    assert "classroom" not in content()
    assert open_content(content(), "a").document.classroom == EMPTY_CLASSROOM


SCENE = {"settings": {"preset": "hanoi-2019"}, "name": "Then"}


@pytest.mark.parametrize(
    ("classroom", "told"),
    [
        ([], "classroom: is not an object"),
        ({"scenes": 3}, "classroom.scenes: "),
        ({"scenes": [{"name": "no settings"}]}, "classroom.scenes[0].settings: "),
        ({"lesson": {"title": "empty"}}, "classroom.lesson.id: "),
        ({"scenes": [SCENE], "scene": -1}, "classroom.scene: "),
        ({"deep": DEEP}, "classroom.deep: is nested too deeply"),
    ],
)
def test_a_classroom_that_is_not_understood_is_told_and_never_written_over(
    classroom: object, told: str
) -> None:
    opened = open_content(content(classroom=classroom), "a")
    assert any(line.startswith(told) for line in opened.problems)
    assert not opened.is_whole


def test_a_scene_stays_although_the_lesson_beside_it_is_not_understood() -> None:
    opened = open_content(content(classroom={"scenes": [SCENE], "lesson": 7}), "a")
    assert [scene.name for scene in opened.document.classroom.scenes] == ["Then"]


def test_what_a_scene_names_beyond_the_case_is_told_and_kept() -> None:
    odd = {"scenes": [{"settings": {"controls": {"moon": 1}}}], "newer": {"field": 1}}
    opened = open_content(content(classroom=odd), "a")
    assert opened.is_whole
    assert any('"moon"' in line for line in opened.problems)
    assert "classroom.newer: is not known here; it is kept as it is" in opened.problems
    assert document_content(opened.document)["classroom"] == odd


def test_a_place_in_scenes_that_are_not_understood_is_forgotten() -> None:
    opened = open_content(content(classroom={"scene": 1}), "a")
    assert opened.document.classroom.scene is None


PLAN = usual_plan(START)


def test_a_document_without_a_study_looks_like_an_older_one() -> None:
    assert "study" not in content()
    assert open_content(content(), "a").document.study is None


def test_the_study_of_a_document_comes_back() -> None:
    plan = PLAN.having(
        question="When does a freeze hold?",
        factors=(ControlFactor(control="china_ties", ways=RangeWays(low=0, high=100)),),
        combine=Sobol(rows=64),
        seed=3,
    )
    opened = open_content(content(study=study_content(plan)), "a")
    assert opened.document.study == plan
    assert opened.is_whole
    assert document_content(opened.document)["study"] == study_content(plan)


@pytest.mark.parametrize(
    ("study", "told"),
    [
        ([], "study: is not an object"),
        ({"name": "no starts"}, "study.starts: "),
        ({**study_content(PLAN), "newer": 1}, "study.newer: "),
        ({**study_content(PLAN), "notes": DEEP}, "study: is nested too deeply"),
        (study_content(PLAN.having(case="other")), "study: is about another case"),
        (study_content(PLAN.having(case_file="korea.json")), "study: is about another case"),
    ],
)
def test_a_study_that_is_not_understood_is_told_and_never_written_over(
    study: object, told: str
) -> None:
    opened = open_content(content(study=study), "a")
    assert opened.document.study is None
    assert any(line.startswith(told) for line in opened.problems), opened.problems
    assert not opened.is_whole


@pytest.mark.parametrize("seed", [-1, 1.5, "many", True, 2**32])
def test_a_seed_that_is_none_is_told_and_the_usual_one_taken(seed: object) -> None:
    opened = open_content(content(seed=seed), "a")
    assert opened.document.seed == SEED
    assert any(line.startswith("seed: ") for line in opened.problems)


def test_a_seed_is_kept() -> None:
    assert open_content(content(seed=7), "a").document.seed == 7
    assert document_content(Document(START, START, BASELINE, seed=7))["seed"] == 7


def test_a_document_that_could_not_be_opened_again_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "long.dealzone"
    write_document(path, Document(START, START, BASELINE))
    before = path.read_bytes()
    with pytest.raises(FileError, match="could not be opened again"):
        write_document(path, Document(START, START, BASELINE, notes="n" * LARGEST_FILE))
    assert path.read_bytes() == before


def test_a_document_is_saved_although_the_drive_of_the_program_has_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "PACKAGE_FOLDER", tmp_path / "gone")
    write_document(tmp_path / "a.dealzone", Document(START, START, BASELINE))
    monkeypatch.undo()
    assert read_document(tmp_path / "a.dealzone").document == Document(START, START, BASELINE)
