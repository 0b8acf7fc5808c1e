"""What handouts ought to tell, worked out from what they say of themselves."""

from collections.abc import Mapping
from dataclasses import replace

from explorer.classroom.handout.questions import QUESTIONS, asked_questions, computed_quiz
from explorer.classroom.handout.slides import SLIDES, scene_slides
from explorer.classroom.handout.worksheet import WORKSHEET, worksheet
from explorer.classroom.lesson.lesson_origin import asked_lesson
from explorer.classroom.lesson.lesson_paper import LESSON_HANDOUTS
from explorer.classroom.tables.debrief import Debrief, debrief_paper
from explorer.classroom.tables.debrief_slides import debrief_slides
from explorer.classroom.tables.origin import (
    DEBRIEF,
    INSTRUCTOR,
    SHEETS,
    asked_debrief,
    asked_plan,
)
from explorer.classroom.tables.sheets import instructor_paper, sheets_paper
from explorer.model.provenance import Item
from explorer.paper.question_files import QUESTION_FORMATS
from explorer.paper.question_sheet import question_sheet
from explorer.paper.slides import pptx_bytes
from explorer.report.order import nothing_drawn
from explorer.report.verifiers import Export, Verifier, paper_told, told
from explorer.views.view import Viewing


def _worksheet(export: Export) -> tuple[Item, ...]:
    return paper_told(worksheet(export.document.scenario), export.suffix)


def _slides(export: Export) -> tuple[Item, ...]:
    def draw(view_id: str, viewing: Viewing, size: tuple[int, int]) -> bytes:
        return nothing_drawn(view_id, viewing, size).png

    document = export.document
    title = str(export.origin.asked.get("title"))
    deck = scene_slides(document.case, document.classroom.scenes, draw, name=title)
    return told(pptx_bytes(replace(deck, title=title)), export.suffix)


def _sheets(export: Export) -> tuple[Item, ...]:
    plan = asked_plan(export.document.scenario, export.origin.asked)
    return paper_told(sheets_paper(plan), export.suffix)


def _instructor(export: Export) -> tuple[Item, ...]:
    plan = asked_plan(export.document.scenario, export.origin.asked)
    return paper_told(instructor_paper(plan), export.suffix)


def _debrief(export: Export) -> tuple[Item, ...]:
    def draw(viewing: Viewing) -> bytes:
        return nothing_drawn("", viewing, (1, 1)).png

    found, shown = asked_debrief(export.document.scenario, export.origin.asked)
    debrief = Debrief(
        found, draw if shown.has_pictures else None, shown.hides_names, shown.predicted
    )
    if export.suffix == ".pptx":
        return told(pptx_bytes(debrief_slides(debrief)), export.suffix)
    return paper_told(debrief_paper(debrief), export.suffix)


def _lesson(export: Export) -> tuple[Item, ...] | None:
    lesson = asked_lesson(export.origin.asked)
    if lesson is None:
        return None
    paper = LESSON_HANDOUTS[export.origin.kind](lesson, export.document.case)
    return paper_told(paper, export.suffix)


def _questions(export: Export) -> tuple[Item, ...]:
    quiz = computed_quiz(asked_questions(export.document.scenario, export.origin.asked))
    if export.suffix == ".gift":
        return told(QUESTION_FORMATS[export.suffix](quiz), export.suffix)
    return paper_told(question_sheet(quiz), export.suffix)


HANDOUT_VERIFIERS: Mapping[str, Verifier] = {
    WORKSHEET: _worksheet,
    SLIDES: _slides,
    QUESTIONS: _questions,
    SHEETS: _sheets,
    INSTRUCTOR: _instructor,
    DEBRIEF: _debrief,
    **dict.fromkeys(LESSON_HANDOUTS, _lesson),
}
"""What works out handouts again, by their kind."""
