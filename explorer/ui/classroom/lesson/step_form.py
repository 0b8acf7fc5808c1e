"""The form of one step: kind, words, minutes, question, and the controls that stay free."""

from pydantic import ValidationError
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from explorer.classroom.lesson.asked_number import (
    ASKED_MEASURES,
    is_about_row,
    is_by_hand,
    measure_words,
    with_kind,
)
from explorer.classroom.lesson.lesson_making import asking, is_too_long, word_count
from explorer.classroom.lesson.step_words import kind_name
from explorer.figures.phrase import control_title
from explorer.model.case import Case
from explorer.model.lesson import (
    MOST_STEP_WORDS,
    STEP_KINDS,
    Lesson,
    Prediction,
    PredictionKind,
    Step,
    StepKind,
)
from explorer.model.limits import LONGEST_NOTE
from explorer.model.wording import tr
from explorer.ui.classroom.lesson.scale_fields import ScaleFields
from explorer.ui.controls.number_box import NumberBox
from explorer.ui.look.foreign_text import button_text
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import PanelLabel, Rank
from explorer.ui.widgets.check_box import CheckBox
from explorer.ui.widgets.drop_down import DropDown
from explorer.ui.widgets.scrolling import DownScroll
from explorer.ui.widgets.text_area import TextArea
from explorer.ui.widgets.text_field import TextField

SECONDS = 60
LONGEST_MINUTES = 200
TEXT_LINES, NOTES_LINES, FREE_LINES = 4, 5, 6
"""How many lines of each are seen at once."""

SCALED: tuple[PredictionKind, ...] = ("value", "brackets")
"""The kinds of predictions that have a scale."""


class StepForm(TextSized, QWidget):
    """Shows a step and tells each change of it.

    ``edited(object, str)``: The step as it is now, and which field was changed.
    """

    edited = Signal(object, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lesson: Lesson | None = None
        self._case: Case | None = None
        self._place = 0
        self.kind = DropDown(self)
        self.title = TextField(self)
        self.text = _text(self, tr("Text for the students"))
        self.words = PanelLabel(Rank.SOFT, "", self)
        self.notes = _text(self, tr("Notes to read aloud"))
        self.minutes = NumberBox(self)
        self.asked_kind = DropDown(self)
        self.question = TextField(self)
        self.measure = DropDown(self)
        self.row = DropDown(self)
        self.scale = ScaleFields(self)
        self.questions = _text(self, tr("Questions, one on each line"))
        self.locks = CheckBox(tr("&Lock the controls, except:"), self)
        self._free: dict[str, CheckBox] = {}
        self._free_list = QVBoxLayout()
        self._form = QFormLayout(self)
        self._arrange()
        self._connect()

    def show_step(self, lesson: Lesson, place: int, case: Case) -> None:
        """Show a step of a lesson under a case; emits nothing."""
        if case is not self._case:
            self._fill_case(case)
        self._lesson, self._place, self._case = lesson, place, case
        step = lesson.steps[place]
        prediction = step.prediction
        self._show_texts(step)
        blockers = [
            QSignalBlocker(each)
            for each in (
                self.kind,
                self.minutes,
                self.asked_kind,
                self.measure,
                self.row,
                self.locks,
            )
        ]
        self.kind.setCurrentIndex(self.kind.findData(step.kind))
        self.minutes.setValue(round(step.minutes))
        self.locks.setChecked(step.locks)
        if prediction is not None:
            self._show_prediction(prediction)
        for control_id, box in self._free.items():
            quiet = QSignalBlocker(box)
            box.setChecked(control_id in step.free)
            box.setEnabled(step.locks)
            quiet.unblock()
        for blocker in blockers:
            blocker.unblock()
        self._show_parts(step)

    def focus_title(self) -> None:
        """Give the keyboard to the title, with its words selected."""
        self.title.setFocus()
        self.title.selectAll()

    def _show_prediction(self, prediction: Prediction) -> None:
        """Show what is asked; a choice that a prediction does not have stays as it stands."""
        asked = prediction.measure
        row = prediction.row or ("" if asked is None else asked.row)
        chosen = [(self.asked_kind, prediction.kind)]
        chosen += [(self.row, row)] if row else []
        chosen += [(self.measure, asked.kind)] if asked is not None else []
        for field, value in chosen:
            field.setCurrentIndex(max(field.findData(value), 0))
        self.scale.show_scale(prediction)

    def _show_texts(self, step: Step) -> None:
        asked = "" if step.prediction is None else step.prediction.question
        for field, words in ((self.title, step.title), (self.question, asked)):
            if field.text().strip() != words:
                quiet = QSignalBlocker(field)
                field.setText(words)
                quiet.unblock()
        for area, words in (
            (self.text, step.text),
            (self.notes, step.notes),
            (self.questions, "\n".join(step.questions)),
        ):
            if area.toPlainText().strip() != words:
                quiet = QSignalBlocker(area)
                area.setPlainText(words)
                quiet.unblock()
        self._count_words()

    def _show_parts(self, step: Step) -> None:
        """Show the fields that a kind of step has."""
        asked = step.prediction if step.kind == "predict" else None
        by_hand = asked if asked is not None and is_by_hand(asked) else None
        is_number = by_hand is not None and by_hand.kind == "value"
        for field, is_shown in (
            (self.question, asked is not None),
            (self.asked_kind, by_hand is not None),
            (self.measure, is_number),
            (self.row, by_hand is not None and is_about_row(by_hand)),
            (self.scale, by_hand is not None and by_hand.kind in SCALED),
            (self.questions, step.kind in ("explain", "debrief")),
        ):
            self._form.setRowVisible(field, is_shown)

    def _arrange(self) -> None:
        for kind in STEP_KINDS:
            self.kind.add_choice(kind_name(kind), kind)
        self.asked_kind.add_choice(tr("What becomes of a row"), "choice")
        self.asked_kind.add_choice(tr("Which rows have a zone"), "row")
        self.asked_kind.add_choice(tr("A number"), "value")
        self.asked_kind.add_choice(tr("Where both brackets of a row end"), "brackets")
        self.minutes.setRange(0, LONGEST_MINUTES)
        inside = QWidget()
        inside.setLayout(self._free_list)
        self._scroll = DownScroll(inside)
        form = self._form
        for words, field in (
            (tr("&Kind"), self.kind),
            (tr("&Title"), self.title),
            (tr("Te&xt for the students"), self.text),
            ("", self.words),
            (tr("N&otes to read aloud"), self.notes),
            (tr("&Minutes"), self.minutes),
            (tr("As&ked"), self.asked_kind),
            (tr("&Question"), self.question),
            (tr("Nu&mber"), self.measure),
            (tr("&Row"), self.row),
            (tr("&Scale"), self.scale),
            (tr("Q&uestions, one on each line"), self.questions),
        ):
            form.addRow(words, field)
        form.addRow(self.locks)
        form.addRow(self._scroll)
        self.follow_text_size()

    def _connect(self) -> None:
        self.kind.activated.connect(self._edit_kind)
        self.title.textEdited.connect(self._edit_title)
        self.text.textChanged.connect(self._edit_text)
        self.notes.textChanged.connect(self._edit_notes)
        self.minutes.valueChanged.connect(self._edit_minutes)
        self.asked_kind.activated.connect(self._edit_prediction)
        self.question.textEdited.connect(self._edit_prediction)
        self.measure.activated.connect(self._edit_prediction)
        self.row.activated.connect(self._edit_prediction)
        self.scale.edited.connect(self._edit_scale)
        self.questions.textChanged.connect(self._edit_questions)
        self.locks.toggled.connect(self._edit_locks)

    def _fill_case(self, case: Case) -> None:
        self.measure.clear()
        for kind in ASKED_MEASURES:
            self.measure.add_choice(measure_words(kind, case), kind)
        self.row.clear()
        for row in case.rows:
            self.row.add_choice(row.name, row.id)
        while self._free_list.count():
            self._free_list.takeAt(0).widget().deleteLater()
        self._free = {}
        for control in case.controls:
            box = CheckBox(button_text(control_title(case, control)))
            box.toggled.connect(self._edit_locks)
            self._free[control.id] = box
            self._free_list.addWidget(box)

    def _step(self) -> Step | None:
        return None if self._lesson is None else self._lesson.steps[self._place]

    def _tell(self, what: str, **changes: object) -> None:
        """Tell the step with some fields changed, where they make a step."""
        step = self._step()
        if step is None:
            return
        try:
            made = step.having(**changes)
        except ValidationError:
            # A title that is empty while it is typed anew.
            return
        if made != step:
            self.edited.emit(made, what)

    def _edit_kind(self) -> None:
        kind: StepKind = self.kind.currentData()
        step, lesson, case = self._step(), self._lesson, self._case
        if step is None or lesson is None or case is None or kind == step.kind:
            return
        if kind == "predict" and step.prediction is None:
            self.edited.emit(asking(lesson, self._place, case.rows[0].id), "kind")
            return
        changes: dict[str, object] = {"kind": kind}
        if kind != "predict":
            changes["prediction"] = None
        if kind != "try":
            changes["goal"] = None
        if kind in ("explain", "debrief") and not step.questions:
            changes["questions"] = (tr("What surprised you?"),)
        elif kind not in ("explain", "debrief"):
            changes["questions"] = ()
        self._tell("kind", **changes)

    def _edit_title(self, words: str) -> None:
        self._tell("title", title=words)

    def _edit_text(self) -> None:
        self._count_words()
        self._tell("text", text=self.text.toPlainText())

    def _edit_notes(self) -> None:
        self._tell("notes", notes=self.notes.toPlainText())

    def _edit_minutes(self, minutes: int) -> None:
        self._tell("minutes", minutes=float(minutes))

    def _edit_questions(self) -> None:
        lines = (line.strip() for line in self.questions.toPlainText().splitlines())
        self._tell("questions", questions=tuple(line for line in lines if line))

    def _edit_locks(self) -> None:
        is_on = self.locks.isChecked()
        free = tuple(each for each, box in self._free.items() if box.isChecked())
        self._tell("locks", locks=is_on, free=free if is_on else ())

    def _edit_prediction(self) -> None:
        prediction, case = self._prediction(), self._case
        if prediction is None or case is None:
            return
        made = prediction
        if is_by_hand(prediction):
            kind, row = self.asked_kind.currentData(), self.row.currentData()
            made = with_kind(prediction, kind, self.measure.currentData(), row, case)
        self._tell_prediction(made, question=self.question.text())

    def _edit_scale(self) -> None:
        prediction = self._prediction()
        if prediction is not None:
            self._tell_prediction(prediction, **self.scale.changes(prediction))

    def _prediction(self) -> Prediction | None:
        step = self._step()
        return None if step is None else step.prediction

    def _tell_prediction(self, prediction: Prediction, **changes: object) -> None:
        try:
            made = prediction.having(**changes)
        except ValidationError:
            # A question that is empty while it is typed anew.
            return
        self._tell("question", prediction=made)

    def _count_words(self) -> None:
        count = word_count(self.text.toPlainText())
        words = tr("{n} of {most} words", n=count, most=MOST_STEP_WORDS)
        if is_too_long(self.text.toPlainText()):
            words = tr("{words}: too long to be read by a room", words=words)
        self.words.show_text(words)
        self.words.show_emphasis(is_strong=count > MOST_STEP_WORDS)

    def follow_text_size(self) -> None:
        line = self.fontMetrics().lineSpacing()
        for area, lines in (
            (self.text, TEXT_LINES),
            (self.questions, TEXT_LINES),
            (self.notes, NOTES_LINES),
            (self._scroll, FREE_LINES),
        ):
            area.setFixedHeight((lines + 1) * line)


def _text(parent: QWidget, name: str) -> TextArea:
    area = TextArea(LONGEST_NOTE, parent)
    area.setAccessibleName(name)
    return area
