"""The pictures of a study's rows: which one, what it shows, its sentence and its table."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from explorer.figures.choice import Choice
from explorer.figures.figure import Figure
from explorer.figures.study_heat import heat_figure
from explorer.figures.study_parallel import parallel_figure
from explorer.figures.study_scatter import ACROSS, UP, scatter_figure
from explorer.figures.study_table import OUTCOME, StudyTable
from explorer.model.wording import tr
from explorer.ui.pictures.frame.choice_bar import ChoiceBar
from explorer.ui.pictures.frame.gallery import plot_for, show_on
from explorer.ui.pictures.frame.segments import Segments
from explorer.ui.pictures.frame.sentence_line import SentenceLine
from explorer.ui.pictures.frame.table_twin import TableTwin
from explorer.ui.pictures.study.study_plot import StudyPlot

LINES, POINTS, CELLS = "lines", "points", "cells"
KIND = "study.picture"
"""The id of the choice which picture is shown."""


class StudyPictures(QWidget):
    """Shows one picture of a study at a time, or its table.

    Signals
    -------
    row_opened(int)
        The hand opened a row of the study, by its number from 0.
    export_wanted()
        The hand wants the picture in a file.
    copy_wanted()
        The hand wants the picture on the clipboard.
    """

    row_opened = Signal(int)
    export_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: StudyTable | None = None
        self._chosen: dict[str, str] = {KIND: LINES}
        self._plots: dict[str, StudyPlot[Any]] = {}
        self.figure: Figure | None = None
        self.kinds = Segments()
        self.choices = ChoiceBar()
        self.twin = TableTwin()
        self.sentence = SentenceLine()
        self.table_button = QPushButton(tr("&As a table"))
        self.table_button.setCheckable(True)
        self.copy_button = QPushButton(tr("Copy"))
        self.export_button = QPushButton(tr("Export picture…"))
        self._stack = QStackedWidget()
        self._arrange()

    def show_table(self, table: StudyTable | None) -> None:
        """Show other rows, at least one, or None for nothing."""
        self._table = table
        self.show_picture()

    def choose(self, choice_id: str, value: str) -> None:
        """Choose which picture is shown, or something about it."""
        self._chosen[choice_id] = value
        self.show_picture()

    @property
    def plot(self) -> StudyPlot[Any] | None:
        """The picture on screen; None before the first."""
        return self._plots.get(self._chosen[KIND])

    def show_picture(self) -> None:
        """Make the picture anew, unless it is out of sight: it is made once somebody looks."""
        self.kinds.show_choice(_kind_choice(self._chosen[KIND]))
        if self._table is None or not self.isVisible():
            return
        figure = self.figure = _figure(self._table, self._chosen)
        self.choices.show_choices(figure.choices)
        self.sentence.show_sentence(figure.sentence)
        if self.table_button.isChecked():
            self.twin.show_table(figure.table)
            self._stack.setCurrentWidget(self.twin)
            return
        plot = self._plot_of(figure)
        show_on(plot, figure)
        self._stack.setCurrentWidget(plot)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.show_picture()

    def _plot_of(self, figure: Figure) -> StudyPlot[Any]:
        kind = self._chosen[KIND]
        if kind not in self._plots:
            plot = plot_for(figure)
            assert isinstance(plot, StudyPlot)
            plot.study_row_chosen.connect(self.row_opened)
            self._stack.addWidget(plot)
            self._plots[kind] = plot
        return self._plots[kind]

    def _arrange(self) -> None:
        self.kinds.made.connect(self.choose)
        self.choices.choice_made.connect(self.choose)
        self.table_button.toggled.connect(self.show_picture)
        self.copy_button.clicked.connect(self.copy_wanted)
        self.export_button.clicked.connect(self.export_wanted)
        row = QHBoxLayout()
        row.addWidget(self.kinds)
        row.addStretch(1)
        for button in (self.table_button, self.copy_button, self.export_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        self._stack.addWidget(self.twin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.choices)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.sentence)


def _kind_choice(chosen: str) -> Choice:
    entries = ((LINES, tr("Lines")), (POINTS, tr("Points")), (CELLS, tr("Cells")))
    return Choice(KIND, tr("Picture"), entries, chosen)


def _figure(table: StudyTable, chosen: dict[str, str]) -> Figure:
    outcome = chosen.get(OUTCOME)
    if chosen[KIND] == LINES:
        return parallel_figure(table, outcome=outcome)
    made = scatter_figure if chosen[KIND] == POINTS else heat_figure
    return made(table, across=chosen.get(ACROSS), up=chosen.get(UP), outcome=outcome)
