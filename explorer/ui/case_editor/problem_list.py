"""The list of what is wrong: each line leads to its place."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from explorer.files.case_problems import CaseProblem
from explorer.model.visible_text import one_line
from explorer.model.wording import tr

MOST_SHOWN = 200
"""How many problems are listed; those behind them come once these are mended."""


class ProblemList(QListWidget):
    """Lists problems with their places; Enter or a click goes there.

    ``wanted(object)``: The path of the problem that the hand went to.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Problems"))
        self._problems: tuple[CaseProblem, ...] = ()
        self.itemClicked.connect(self._go)
        self.itemActivated.connect(self._go)

    def show_problems(self, found: Iterable[tuple[CaseProblem, str]]) -> None:
        """List problems, each with the words of its place."""
        pairs = tuple(found)[:MOST_SHOWN]
        lines = [_line(problem, place) for problem, place in pairs]
        self._problems = tuple(problem for problem, _ in pairs)
        place = min(self.currentRow(), len(lines) - 1)
        blocker = QSignalBlocker(self)
        if len(lines) != self.count():
            self.clear()
            for line in lines:
                self.addItem(QListWidgetItem(line))
            self.setCurrentRow(place)
        for number, line in enumerate(lines):
            self.item(number).setText(line)
        blocker.unblock()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
        else:
            super().keyPressEvent(event)

    def _go(self) -> None:
        place = self.currentRow()
        if 0 <= place < len(self._problems):
            self.wanted.emit(self._problems[place].path)


def _line(problem: CaseProblem, place: str) -> str:
    words = one_line(problem.sentence)
    if problem.is_error:
        return tr("\N{WARNING SIGN} {place}: {problem}", place=one_line(place), problem=words)
    return tr("Look at {place}: {problem}", place=one_line(place), problem=words)
