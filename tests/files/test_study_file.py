"""Study files: read exactly, refused with a place and a remedy, and never trusted."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.files.document import document_kind
from explorer.files.resources import resource
from explorer.files.study_file import (
    read_study,
    study_case,
    study_problems,
    study_schema,
    study_text,
    write_study,
)
from explorer.model.errors import FileError
from explorer.model.study_plan import STUDY_FORMAT, STUDY_VERSION, Start, StudyPlan
from tests.strategies import small_cases
from tests.studies.designed.plans import small_plans

KOREA = bundled_case("korea")
FACTOR: dict[str, Any] = {
    "kind": "control",
    "control": "missile_advances",
    "ways": {"kind": "range", "low": 0, "high": 100, "step": 10},
}
STUDY: dict[str, Any] = {
    "format": STUDY_FORMAT,
    "schema_version": STUDY_VERSION,
    "name": "Leverage",
    "case": "korea",
    "starts": [{"id": "now", "preset": "october-2025"}],
    "factors": [FACTOR],
}


def written(folder: Path, **fields: object) -> Path:
    path = folder / "study.json"
    path.write_text(json.dumps({**STUDY, **fields}), encoding="utf-8")
    return path


def problems(folder: Path, **fields: object) -> str:
    return "\n".join(study_problems(written(folder, **fields)))


def test_the_published_schema_is_current() -> None:
    published = resource("schema", f"study-{STUDY_VERSION}.json").read_text("utf-8")
    assert published == study_schema(), "write explorer.files.study_file.study_schema() there"


def test_the_schema_names_what_a_study_needs() -> None:
    needed = set(json.loads(study_schema())["required"])
    assert needed == {"format", "name", "case", "starts"}


def test_a_sound_study_is_read_and_known_as_one(tmp_path: Path) -> None:
    path = written(tmp_path)
    assert study_problems(path) == ()
    plan = read_study(path)
    assert plan.starts[0].preset == "october-2025"
    assert study_case(plan, tmp_path) is KOREA
    assert document_kind(path) == "study"


@given(st.data(), small_cases())
def test_a_study_survives_being_written(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, case: Any
) -> None:
    plan = data.draw(small_plans(case))
    path = tmp_path_factory.mktemp("study") / "study.json"
    write_study(path, plan)
    assert read_study(path) == plan


def test_what_stands_at_its_default_is_not_written() -> None:
    plan = StudyPlan(name="x", case="korea", starts=(Start(id="one"),))
    assert json.loads(study_text(plan)) == {
        "format": STUDY_FORMAT,
        "schema_version": STUDY_VERSION,
        "name": "x",
        "case": "korea",
        "starts": [{"id": "one"}],
        "factors": [],
        "combine": {"kind": "cross"},
    }


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"format": "other"}, 'its field "format" must be "dealzone-study"'),
        ({"schema_version": 9}, "written for a newer version"),
        ({"schema_version": True}, "must be a whole number"),
        ({"schema_version": 0}, "must be a whole number"),
        ({"starts": []}, "starts"),
        ({"name": ""}, "name"),
        ({"colour": 1}, "colour: is not known here"),
        ({"starts": [{"id": "a"}, {"id": "a"}]}, 'starts[1]: "a" stands there twice'),
        ({"factors": [FACTOR, FACTOR]}, 'factors[1]: "control.missile_advances" stands'),
        ({"outputs": ["zone", "zone"]}, "stands there twice"),
        ({"combine": {"kind": "sobol"}}, "combine.rows: is missing"),
        ({"case": "nowhere"}, 'about the case "nowhere", which is not here'),
        ({"case_file": "missing.json"}, "does not exist"),
        ({"starts": [{"id": "a", "preset": "never"}]}, 'starts[0]: There is no preset "never"'),
        ({"of_rows": ["never"]}, 'of_rows[0]: there is no "never"'),
        ({"seed": -1}, "seed"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, fields: dict[str, object], told: str
) -> None:
    assert told in problems(tmp_path, **fields)


def test_a_study_with_a_mistake_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="starts"):
        read_study(written(tmp_path, starts=[]))


def test_a_study_may_bring_a_case_of_its_own(tmp_path: Path) -> None:
    case = json.loads(resource("cases", "korea.json").read_text("utf-8"))
    (tmp_path / "own.json").write_text(json.dumps({**case, "id": "own"}), "utf-8")
    assert problems(tmp_path, case="own", case_file="own.json") == ""
    assert "names" not in problems(tmp_path, case="own", case_file="own.json")
    assert 'case: is "korea", but this is "own"' in problems(tmp_path, case_file="own.json")
