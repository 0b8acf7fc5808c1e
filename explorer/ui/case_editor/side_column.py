"""What stands beside the form: the board of the first scenario, and what is wrong."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.figures.board import board_figure
from explorer.model.case_outline import place_words
from explorer.model.member_words import MemberWords
from explorer.model.wording import tr, tr_n
from explorer.ui.case_editor.checker import Look
from explorer.ui.case_editor.problem_list import ProblemList
from explorer.ui.look.long_words import breakable
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import PanelLabel, Rank, fit_labels
from explorer.ui.pictures.board.board_plot import BoardPlot

if TYPE_CHECKING:
    from explorer.model.result import Result

BOARD_LINES = 15.0
"""How high the board is at least, in lines of text."""


class SideColumn(TextSized, QWidget):
    """Shows what was found of the draft: headline and board, then the problems."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_board = False
        self._result: Result | None = None
        self._row = ""
        self.headline = PanelLabel(Rank.TITLE, "", self)
        self.state = PanelLabel(Rank.SOFT, "", self)
        self.board = BoardPlot(self)
        self.board.setAccessibleName(tr("Board of the first scenario"))
        self.count = PanelLabel(Rank.STRONG, "", self)
        self.problems = ProblemList(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.headline, self.state):
            column.addWidget(part)
        column.addWidget(self.board, 3)
        column.addWidget(self.count)
        column.addWidget(self.problems, 2)
        self.board.row_chosen.connect(self._choose_row)
        self.follow_text_size()

    def forget(self) -> None:
        """Show nothing of another case."""
        self._has_board = False
        self._result = None

    def show_look(self, look: Look, words: MemberWords) -> None:
        """Show what was found of a content."""
        errors = sum(problem.is_error for problem in look.problems)
        if look.result is not None:
            self._result = look.result
            self._show_board()
            self.headline.show_text(breakable(look.title))
        # The last board stays while a number is half typed: nothing jumps under the hand.
        is_shown = look.result is not None or (bool(errors) and self._has_board)
        self._has_board = is_shown
        self.board.setVisible(is_shown)
        self.headline.setVisible(is_shown)
        self.state.show_text(_state_words(look, errors, has_board=is_shown))
        self.count.show_text(_count_words(errors, len(look.problems) - errors))
        self.problems.setVisible(bool(look.problems))
        self.problems.show_problems(
            (problem, place_words(look.content, problem.path, words)) for problem in look.problems
        )

    def _choose_row(self, row: str) -> None:
        self._row = row
        self._show_board()

    def _show_board(self) -> None:
        """Show the board, the row that the keyboard is on chosen: the first to begin with."""
        if self._result is None:
            return
        ids = [row.row.id for row in self._result.board]
        chosen = self._row if self._row in ids else ids[0]
        self.board.show_figure(board_figure(self._result, selected=chosen))

    def follow_text_size(self) -> None:
        fit_labels(self)
        line = self.fontMetrics().height()
        self.board.setMinimumHeight(round(BOARD_LINES * line))
        self.problems.setMinimumHeight(4 * line)


def _state_words(look: Look, errors: int, *, has_board: bool) -> str:
    if errors and has_board:
        return tr("Board as it was before something was wrong.")
    if errors:
        return tr("The board comes back once nothing is wrong any more.")
    if look.result is None:
        return tr("A board needs at least one board row.")
    return tr("Board of the first scenario, as the case stands now.")


def _count_words(errors: int, remarks: int) -> str:
    if errors:
        return tr_n("{n} problem", "{n} problems", errors)
    if remarks:
        return tr_n(
            "No problem; {n} thing to look at", "No problem; {n} things to look at", remarks
        )
    return tr("No problem: the case can be used.")
