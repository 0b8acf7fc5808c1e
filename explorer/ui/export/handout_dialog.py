"""The windows that ask which handout, or which questions, shall be made."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from explorer.classroom.handout.questions import MOST_STUDENTS, QUESTION_KINDS, kind_name
from explorer.model.lesson import Lesson
from explorer.model.wording import tr
from explorer.ui.controls.number_box import NumberBox
from explorer.ui.widgets.check_box import CheckBox
from explorer.ui.widgets.drop_down import DropDown
from explorer.ui.widgets.label import Label
from explorer.ui.window.side_window import SideWindow

USUAL_STUDENTS, LARGEST_SEED = 24, 1_000_000


class HandoutDialog(SideWindow):
    """Asks which handout, and in which format.

    Signals
    -------
    export_requested(str, str)
        The id of the handout and the format without its dot.
    print_requested(str)
        The handout shall be printed.
    """

    export_requested = Signal(str, str)
    print_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export handout"))
        self.what = _drop_down(tr("Handout"), _scenario_handouts())
        self.format = _drop_down(
            tr("Format"), ((tr("Word (DOCX)"), "docx"), (tr("HTML"), "html"), (tr("PDF"), "pdf"))
        )
        form = QFormLayout()
        form.addRow(tr("&Handout"), self.what)
        form.addRow(tr("&Format"), self.format)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.export = buttons.addButton(tr("Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.export.setDefault(True)
        self.print = buttons.addButton(tr("&Print…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.print.clicked.connect(self._ask_to_print)
        buttons.accepted.connect(self._ask)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self.page)
        column.addLayout(form)
        column.addWidget(
            Label(tr("Word and HTML can be read aloud by a screen reader; PDF cannot."))
        )
        column.addWidget(buttons)

    def show_lesson(self, lesson: Lesson | None) -> None:
        """Offer the handouts of a lesson as well; None for those of the scenario alone."""
        chosen = self.what.currentData()
        self.what.clear()
        for words, value in (*_scenario_handouts(), *_lesson_handouts(lesson)):
            self.what.addItem(words, value)
        self.what.setCurrentIndex(max(0, self.what.findData(chosen)))

    def _ask(self) -> None:
        self.accept()
        self.export_requested.emit(str(self.what.currentData()), str(self.format.currentData()))

    def _ask_to_print(self) -> None:
        self.accept()
        self.print_requested.emit(str(self.what.currentData()))


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
