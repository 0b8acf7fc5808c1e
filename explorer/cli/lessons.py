"""The lessons that come with the program, as text and as records."""

from collections.abc import Iterator

from explorer.cli.text_table import paragraph
from explorer.files.lesson_file import bundled_lesson, bundled_lesson_ids
from explorer.files.result_record import Record
from explorer.model.case import Case
from explorer.model.lesson import Lesson
from explorer.model.wording import tr


def lesson_records() -> list[Record]:
    """Return every bundled lesson as a record for JSON, in the order of teaching."""
    return [_record(bundled_lesson(id_)) for id_ in bundled_lesson_ids()]


def lessons_text(_case: Case, width: int) -> Iterator[str]:
    """Yield every bundled lesson with its minutes and what it is about, in lines of a width."""
    for number, id_ in enumerate(bundled_lesson_ids()):
        lesson = bundled_lesson(id_)
        if number:
            yield ""
        head = tr(
            "{id}: {title} ({minutes:g} minutes, case {case})",
            id=id_,
            title=lesson.title,
            minutes=lesson.minutes,
            case=lesson.case,
        )
        yield from paragraph(head, width=width, hanging="    ")
        yield from paragraph(lesson.summary, width=width, indent="    ", hanging="")


def _record(lesson: Lesson) -> Record:
    return {
        "id": lesson.id,
        "title": lesson.title,
        "case": lesson.case,
        "minutes": lesson.minutes,
        "summary": lesson.summary,
        "objective": lesson.objective,
        "prior": lesson.prior,
        "steps": [
            {"id": step.id, "kind": step.kind, "title": step.title, "minutes": step.minutes}
            for step in lesson.steps
        ],
    }
