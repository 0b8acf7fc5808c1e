"""The windows that ask which handout, or which questions, shall be made."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from explorer.classroom.handout.questions import MOST_STUDENTS, QUESTION_KINDS, kind_name
from explorer.model.lesson import Lesson
from explorer.model.wording import tr
from explorer.ui.controls.number_box import NumberBox
from explorer.ui.export.format_dialog import FormatDialog, paper_formats
from explorer.ui.widgets.check_box import CheckBox
from explorer.ui.widgets.drop_down import DropDown
from explorer.ui.widgets.label import Label
from explorer.ui.window.side_window import SideWindow

USUAL_STUDENTS, LARGEST_SEED = 24, 1_000_000


class HandoutDialog(FormatDialog):
    """Asks which handout, and in which format."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tr("Export handout"), paper_formats())
        self.what = _drop_down(tr("Handout"), _scenario_handouts())
        self.form.insertRow(0, tr("&Handout"), self.what)
        self.setTabOrder(self.what, self.format)

    @property
    def chosen(self) -> str:
        """The id of the handout that is chosen."""
        return str(self.what.currentData())

    def show_lesson(self, lesson: Lesson | None) -> None:
        """Offer the handouts of a lesson as well; None for those of the scenario alone."""
        chosen = self.what.currentData()
        self.what.clear()
        for words, value in (*_scenario_handouts(), *_lesson_handouts(lesson)):
            self.what.addItem(words, value)
        self.what.setCurrentIndex(max(0, self.what.findData(chosen)))


def _scenario_handouts() -> tuple[tuple[str, str], ...]:
    return (
        (tr("Brief of the scenario, about one page"), "brief"),
        (tr("Worksheet: find the deal zone by hand, with key"), "worksheet"),
    )


def _lesson_handouts(lesson: Lesson | None) -> tuple[tuple[str, str], ...]:
    if lesson is None:
        return ()
    return (
        (tr("Lesson: script for the instructor"), "lesson"),
        (tr("Lesson: worksheet"), "lesson-worksheet"),
        (tr("Lesson: key to the worksheet"), "lesson-key"),
    )


class QuestionsDialog(SideWindow):
    """Asks for how many students, which kinds, and in which format.

    ``export_requested()``: The questions shall be written as they are asked for now.
    """

    export_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export questions"))
        self.students = _number(tr("Students"), 1, MOST_STUDENTS, USUAL_STUDENTS)
        self.seed = _number(tr("Seed"), 0, LARGEST_SEED, 1)
        self.kinds = {kind: CheckBox(kind_name(kind)) for kind in QUESTION_KINDS}
        self.format = _drop_down(
            tr("Format"),
            (
                (tr("Moodle (GIFT)"), "gift"),
                (tr("Canvas and others (QTI 1.2)"), "zip"),
                (tr("Sheets with keys (DOCX)"), "docx"),
                (tr("Sheets with keys (HTML)"), "html"),
            ),
        )
        form = QFormLayout()
        form.addRow(tr("&Students"), self.students)
        form.addRow(tr("S&eed"), self.seed)
        form.addRow(tr("&Format"), self.format)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.export = buttons.addButton(tr("Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.export.setDefault(True)
        buttons.accepted.connect(self._ask)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self.page)
        column.addWidget(Label(tr("Each student gets a scenario of their own."), is_strong=True))
        column.addLayout(form)
        column.addWidget(Label(tr("Kinds of questions"), is_strong=True))
        for box in self.kinds.values():
            box.setChecked(True)
            box.toggled.connect(self._allow)
            column.addWidget(box)
        column.addWidget(buttons)

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the kinds that are ticked."""
        return tuple(kind for kind, box in self.kinds.items() if box.isChecked())

    def _allow(self) -> None:
        self.export.setEnabled(bool(self.chosen()))

    def _ask(self) -> None:
        self.accept()
        self.export_requested.emit()


def _drop_down(name: str, entries: tuple[tuple[str, str], ...]) -> DropDown:
    made = DropDown()
    for words, value in entries:
        made.addItem(words, value)
    made.setAccessibleName(name)
    return made


def _number(name: str, least: int, most: int, usual: int) -> NumberBox:
    made = NumberBox()
    made.setRange(least, most)
    made.setValue(usual)
    made.setAccessibleName(name)
    return made
