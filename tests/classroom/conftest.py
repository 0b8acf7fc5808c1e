"""What tests of lessons share: the case, and lessons that can be broken."""

import json
from typing import Any

import pytest

from explorer.files.case_file import bundled_case
from explorer.model.case import Case
from explorer.model.lesson import Lesson

HANOI, OCTOBER, DECLARED = "hanoi-2019", "october-2025", "october-2025-declared"


@pytest.fixture(scope="session")
def case() -> Case:
    """Return the case that comes with the program."""
    return bundled_case()


def lesson_of(*steps: dict[str, Any], **more: Any) -> Lesson:
    """Return a lesson with these steps that takes as long as they do."""
    minutes = sum(step.get("minutes", 1) for step in steps)
    data = {"id": "own", "title": "Own", "case": "korea", "minutes": minutes, "steps": list(steps)}
    return Lesson.model_validate_json(json.dumps({**data, **more}), strict=True)


def step(kind: str, id_: str = "one", **more: Any) -> dict[str, Any]:
    """Return a step as data."""
    return {"id": id_, "kind": kind, "title": id_, **more}


def scene(preset: str = OCTOBER, **controls: float) -> dict[str, Any]:
    """Return a scene as data."""
    return {"settings": {"preset": preset, "controls": controls}}


def prediction(kind: str = "choice", **more: Any) -> dict[str, Any]:
    """Return a prediction as data: what Moscow alone does to a row of Hanoi."""
    settings = {"preset": HANOI, "controls": {"russia_alignment": 98}}
    return {"kind": kind, "question": "What then?", "settings": settings, **more}
