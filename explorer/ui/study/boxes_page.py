"""Where an outcome holds: the boxes that are discovered among a study's rows."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.figures.discovery import discovery_lines, discovery_sentence, discovery_table
from explorer.figures.study_table import StudyTable, outcome_choice
from explorer.model.study_found import Discovery, Outcome
from explorer.model.wording import tr
from explorer.ui.pictures.frame.table_twin import TableTwin
from explorer.ui.pictures.frame.word_panel import WordPanel
from explorer.ui.widgets.announcing import announce
from explorer.ui.widgets.drop_down import DropDown
from explorer.ui.widgets.scrolling import QuietScroll


class BoxesPage(QWidget):
    """Asks which outcome is looked for, and shows where it holds.

    ``wanted(object)``: The hand wants to know where an outcome holds
    (:class:`explorer.model.study_found.Outcome`).
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: StudyTable | None = None
        self.outcome = DropDown()
        self.outcome.setAccessibleName(tr("Outcome that is looked for"))
        self.look = QPushButton(tr("&Look where it holds"))
        self.look.setAutoDefault(False)
        self.words = WordPanel()
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.boxes = TableTwin()
        self._scroll = QuietScroll(self.words)
        self._arrange()

    def show_table(self, table: StudyTable | None) -> None:
        """Show other rows, at least one, or None for nothing."""
        self._table = table
        self.boxes.hide()
        self.words.show_words(
            tr(
                "Looks for boxes: bounds on what was varied within which the outcome holds much "
                "more often than elsewhere."
            )
        )
        if table is None:
            return
        choice = outcome_choice(table, None)
        blocker = QSignalBlocker(self.outcome)
        self.outcome.clear()
        for value, words in choice.entries:
            self.outcome.add_choice(words, value)
        self.outcome.setCurrentIndex(self.outcome.findData(choice.chosen))
        blocker.unblock()

    def show_work(self, *, is_at_work: bool) -> None:
        """Let nothing else be looked for while something is."""
        self.look.setEnabled(not is_at_work)

    def show_found(self, outcome: Outcome, found: Discovery) -> None:
        """Show what was discovered in the rows on screen."""
        if self._table is None:
            return
        sentence = discovery_sentence(self._table, outcome, found)
        lines = discovery_lines(self._table, found)
        numbered = [tr("{n}. {words}", n=n, words=words) for n, words in enumerate(lines, 1)]
        self.words.show_words("\n".join([sentence, *numbered]))
        self.boxes.show_table(discovery_table(self._table, found))
        self.boxes.setVisible(bool(found.boxes))
        announce(self.words, sentence)

    def _arrange(self) -> None:
        form = QFormLayout()
        form.addRow(tr("Outco&me"), self.outcome)
        row = QHBoxLayout()
        row.addLayout(form, 1)
        row.addWidget(self.look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.boxes, 1)
        self.look.clicked.connect(self._ask)

    def _ask(self) -> None:
        if self._table is not None:
            self.wanted.emit(self._table.outcome(str(self.outcome.currentData())))
