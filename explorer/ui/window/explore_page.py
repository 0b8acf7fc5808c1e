"""The page of the simplest level: headline, toggles, a few controls, the board, two cards."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from explorer.figures.board import BoardFigure
from explorer.figures.leading import hidden_lines, leading_groups
from explorer.figures.opening import OpeningFigure
from explorer.files.shelf import record_of
from explorer.model.case import Case
from explorer.model.wording import tr, tr_n
from explorer.store.state import State
from explorer.ui.look.theme import scaled_font
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import PanelLabel, Rank, fit_labels, spacing
from explorer.ui.panels.control_panel import ControlPanel
from explorer.ui.panels.explore_cards import ExploreCards
from explorer.ui.panels.explore_toggles import ExploreToggles
from explorer.ui.panels.headline_strip import MoreButton
from explorer.ui.pictures.board.board_plot import BoardPlot
from explorer.ui.widgets.announcing import announce
from explorer.ui.widgets.fitted import Fitted
from explorer.ui.window.calm_page import CalmPage

MOST_ROWS = 8
"""How many rows the board shows a newcomer at most."""

CONTROLS_LINES = 25
"""How wide the column of controls is at most, in lines of text."""

CONTROLS_SHARE, BOARD_SHARE = 34, 66
"""How controls and board share the width."""

SMALLEST_BOARD = (17, 7.4)
"""How many lines of text wide and high the board is at least: two rows can be read."""

CHANGE_LINES = 24
"""How wide the sentence beside the toggles is at least, in lines of text."""

ANY_WIDTH = 16_777_215
"""What Qt takes for no limit of a width."""

TIGHT = 32
"""Windows less high than so many lines of text show either the board or the cards."""

MARGIN, GAP = 14, 6
"""Beside the page and its columns, and between all other parts, in units."""

BOARD_LINES = 34
"""How many lines of text high the board is at which its text is as large as that around it."""

LARGEST = 1.6
"""How much larger the board's text grows with its room at most."""


class ExplorePage(TextSized, Fitted):
    """What a newcomer sees; its controls report what the hand did as those of the window do.

    A page without the height for all of it folds the cards away: a button beside the headline
    shows them in place of controls and board.

    ``row_chosen(str)``: The hand chose a row of the board.
    """

    row_chosen = Signal(str)

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = PanelLabel(Rank.HEADLINE, "", self)
        self.more = MoreButton(self)
        self.change = PanelLabel(Rank.BODY, "", self)
        self.toggles = ExploreToggles(case)
        self.controls = ControlPanel(case, past=record_of(case), groups=leading_groups(case))
        self.others = PanelLabel(Rank.SOFT, "", self)
        self.board = BoardPlot()
        self.board.show_most_rows(MOST_ROWS)
        self.board.row_chosen.connect(self.row_chosen)
        self.cards = ExploreCards()
        self._openings: OpeningFigure | None = None
        self._is_alone = False
        self._is_hidden = False
        self._said_change = ""
        self._calm = CalmPage()
        self._left = Fitted()
        self._right = Fitted()
        self._top = QHBoxLayout()
        self._said = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns = QHBoxLayout()
        self._whole = QVBoxLayout(self)
        self._arrange()
        self.more.toggled.connect(self._fold)
        self.follow_text_size()
        self.board.installEventFilter(self)
        self.setAccessibleName(tr("Explore"))

    def show_state(self, state: State) -> None:
        """Show what is set."""
        self.toggles.show_scenario(state.scenario)
        self.controls.show_state(state)
        count = hidden_lines(state.scenario)
        self.others.show_text(
            tr_n(
                "{n} more red line is drawn: Analyse shows it.",
                "{n} more red lines are drawn: Analyse shows them.",
                count,
            )
        )
        self.others.setVisible(bool(count))

    def show_answer(self, figure: BoardFigure, headline: str, change: str) -> None:
        """Show what follows from it.

        Parameters
        ----------
        figure
            The board, without layers.
        headline
            The one large sentence.
        change
            What changed last, or what to try first.
        """
        self.board.show_figure(figure)
        self.headline.show_text(headline)
        self._said_change = change
        self._describe()

    def hide_answer(self, *, is_hidden: bool) -> None:
        """Hide all that the settings lead to, or show it again; the controls stay."""
        if is_hidden != self._is_hidden:
            self._is_hidden = is_hidden
            self._describe()
            self._fold()

    def _describe(self) -> None:
        hidden = tr("The answer is hidden.")
        self.change.show_text(hidden if self._is_hidden else self._said_change)
        self.setAccessibleDescription("" if self._is_hidden else self.headline.text())

    def show_openings(self, figure: OpeningFigure | None) -> None:
        """Show the first changes that open what is closed; None where nothing is closed."""
        self._openings = figure
        self.more.show_openings(are_there=figure is not None)
        if figure is None:
            self.more.setChecked(False)
        else:
            self.cards.show_openings(figure)
        self._fold()

    def show_alone(self, *, is_alone: bool) -> None:
        """Show nothing but the board below its headline, or everything again."""
        if is_alone == self._is_alone:
            return
        if is_alone:
            # Before its own place goes, the keyboard goes to what stays.
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_alone = is_alone
        self._fold()

    def announce(self, message: str) -> None:
        """Have a screen reader say what the hand did."""
        announce(self, message)

    def _arrange(self) -> None:
        left = QVBoxLayout(self._left)
        left.addWidget(self.controls, 1)
        left.addWidget(self.others)
        right = QVBoxLayout(self._right)
        right.addWidget(self.board, 1)
        right.addWidget(self._calm, 1)
        right.addWidget(self.cards)
        right.addStretch()
        for layout in (left, right):
            layout.setContentsMargins(0, 0, 0, 0)
        policy = QSizePolicy.Policy
        self.board.setSizePolicy(policy.Expanding, policy.Expanding)
        self._top.addWidget(self.headline, 1)
        self._top.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        self._said.addWidget(self.toggles)
        self._said.addWidget(self.change, 1, Qt.AlignmentFlag.AlignVCenter)
        self._columns.addWidget(self._left, CONTROLS_SHARE)
        self._columns.addWidget(self._right, BOARD_SHARE)
        self._whole.addLayout(self._top)
        self._whole.addLayout(self._said)
        self._whole.addLayout(self._columns, 1)

    def follow_text_size(self) -> None:
        margin, gap = spacing(self, MARGIN), spacing(self, GAP)
        self._whole.setContentsMargins(margin, gap, margin, gap)
        self._whole.setSpacing(gap)
        self._columns.setSpacing(2 * margin)
        line = self.fontMetrics().height()
        self._left.setMaximumWidth(CONTROLS_LINES * line)
        width, height = SMALLEST_BOARD
        self.board.setMinimumSize(round(width * line), round(height * line))
        self.controls.setMinimumHeight(round(height * line))
        fit_labels(self)
        self._fold()
        self._fit_board()

    def _fold(self) -> None:
        """Show what has room in the page's size; the rest once it is asked for."""
        line, margin = self.fontMetrics().height(), spacing(self, MARGIN)
        room = self.width() - 3 * margin - self.toggles.full_width
        is_beside = room >= CHANGE_LINES * line
        is_tight = self.window().height() < TIGHT * line
        is_closed = self._openings is not None and not self._is_hidden
        has_answer = not self._is_alone and not self._is_hidden
        has_more = is_tight and (is_closed or not is_beside) and has_answer
        is_unfolded = has_more and self.more.isChecked()
        ways = QBoxLayout.Direction
        self._said.setSpacing(margin if is_beside else spacing(self, GAP))
        self._said.setDirection(ways.LeftToRight if is_beside else ways.TopToBottom)
        self.toggles.setMaximumWidth(self.toggles.full_width if is_beside else ANY_WIDTH)
        self.toggles.setMinimumWidth(self.toggles.full_width if is_beside else 0)
        is_whole = not self._is_alone
        self.toggles.setVisible(is_whole)
        has_change = is_beside or not is_tight or is_unfolded
        self.headline.setHidden(self._is_hidden)
        self._calm.setVisible(self._is_hidden)
        self.change.setVisible(is_whole and has_change)
        self.more.setVisible(has_more)
        self.cards.setVisible(is_whole and is_closed and (is_unfolded or not is_tight))
        self.board.setHidden(self._is_hidden or (is_unfolded and is_closed))
        self._left.setVisible(is_whole and not (is_unfolded and is_closed))

    def _fit_board(self) -> None:
        """Let the board's text grow with its room: it is what a class looks at."""
        scale = self._right.height() / (BOARD_LINES * self.fontMetrics().height())
        font = scaled_font(self.font(), min(max(scale, 1.0), LARGEST))
        if font != self.board.font():
            self.board.setFont(font)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
        self._whole.activate()
        self._fit_board()

    def showEvent(self, event: QShowEvent) -> None:
        # A page that is as small as it can be does not follow the window any more.
        self.window().installEventFilter(self)
        self._fold()
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; give the board its text again after a change of the look."""
        if watched is self.board and event.type() == QEvent.Type.StyleChange:
            self._fit_board()
        elif watched is self.window() and event.type() == QEvent.Type.Resize:
            self._fold()
        return super().eventFilter(watched, event)
