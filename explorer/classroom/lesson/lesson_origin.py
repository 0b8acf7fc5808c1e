"""What the papers of a lesson say of themselves, and the lesson that they mean."""

from collections.abc import Mapping
from hashlib import sha256

from pydantic import BaseModel, ConfigDict

from explorer.files.document_text import Document
from explorer.files.lesson_file import bundled_lesson, bundled_lesson_ids
from explorer.files.provenance.record import provenance_of
from explorer.model.case import Case
from explorer.model.lesson import Lesson
from explorer.model.provenance import Provenance
from explorer.model.scenario import preset_scenario


class _AskedLesson(BaseModel):
    """A lesson as it stands in a file: its id, and a digest of all that it says."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    lesson: str
    digest: str


def lesson_origin(what: str, lesson: Lesson, case: Case) -> Provenance:
    """Return what a paper of a lesson says of itself; not the lesson, which has the answers.

    ``what``: The id of the handout.
    """
    start, baseline = (
        preset_scenario(case, each) for each in (case.default_preset, case.baseline_preset)
    )
    asked = {"lesson": lesson.id, "digest": _digest(lesson)}
    return provenance_of(what, Document(start, start, baseline), asked)


def asked_lesson(asked: Mapping[str, object]) -> Lesson | None:
    """Return the lesson that a record means; None if it did not come with this program as it is.

    Raises :class:`pydantic.ValidationError` if the record tells none.
    """
    told = _AskedLesson.model_validate(asked)
    if told.lesson not in bundled_lesson_ids():
        return None
    lesson = bundled_lesson(told.lesson)
    return lesson if _digest(lesson) == told.digest else None


def _digest(lesson: Lesson) -> str:
    return sha256(lesson.model_dump_json().encode()).hexdigest()
