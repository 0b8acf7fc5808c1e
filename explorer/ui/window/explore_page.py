"""The page of the simplest level: headline, toggles, a few controls, the board, two cards."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from explorer.figures.board import BoardFigure
from explorer.figures.leading import hidden_lines, leading_groups
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
from explorer.ui.pictures.board.board_plot import BoardPlot
from explorer.ui.widgets.announcing import announce

MOST_ROWS = 8
"""How many rows the board shows a newcomer at most."""

CONTROLS_LINES = 21
"""How wide the column of controls is, in lines of text."""

MARGIN = 14
"""Around the page and between its parts, in units."""


BOARD_LINES = 34
"""How many lines of text high the board is at which its text is as large as that around it."""

LARGEST = 1.6
"""How much larger the board's text grows with its room at most."""


class ExplorePage(TextSized, QWidget):
    """What a newcomer sees; its controls report what the hand did as those of the window do.

    ``row_chosen(str)``: The hand chose a row of the board.
    """

    row_chosen = Signal(str)

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = PanelLabel(Rank.HEADLINE, "", self)
        self.change = PanelLabel(Rank.BODY, "", self)
        self.toggles = ExploreToggles(case)
        self.controls = ControlPanel(case, past=record_of(case), groups=leading_groups(case))
        self.others = PanelLabel(Rank.SOFT, "", self)
        self.board = BoardPlot()
        self.board.show_most_rows(MOST_ROWS)
        self.board.row_chosen.connect(self.row_chosen)
        self.cards = ExploreCards()
        self._left = _Column()
        self._right = _Column()
        self._columns = QHBoxLayout()
        self._whole = QVBoxLayout(self)
        self._arrange()
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

        ``figure``: The board, without layers. ``change``: What changed last, or what to try first.
        """
        self.board.show_figure(figure)
        self.headline.show_text(headline)
        self.change.show_text(change)
        self.setAccessibleDescription(headline)

    def announce(self, message: str) -> None:
        """Have a screen reader say what the hand did."""
        announce(self, message)

    def _arrange(self) -> None:
        left = QVBoxLayout(self._left)
        for part in (self.toggles, self.others):
            left.addWidget(part)
        left.insertWidget(1, self.controls, 1)
        right = QVBoxLayout(self._right)
        right.addWidget(self.board, 1)
        right.addWidget(self.cards)
        for layout in (left, right):
            layout.setContentsMargins(0, 0, 0, 0)
        policy = QSizePolicy.Policy
        self.board.setSizePolicy(policy.Expanding, policy.Expanding)
        self._columns.addWidget(self._left)
        self._columns.addWidget(self._right, 1)
        for part in (self.headline, self.change):
            self._whole.addWidget(part)
        self._whole.addLayout(self._columns, 1)

    def follow_text_size(self) -> None:
        margin = spacing(self, MARGIN)
        self._whole.setContentsMargins(margin, margin, margin, margin)
        self._columns.setSpacing(2 * margin)
        line = self.fontMetrics().height()
        least = self.controls.minimumSizeHint().width()
        self._left.setFixedWidth(max(least, CONTROLS_LINES * line))
        fit_labels(self)
        self._fit_board()

    def _fit_board(self) -> None:
        """Let the board's text grow with its room: it is what a class looks at."""
        scale = self._right.height() / (BOARD_LINES * self.fontMetrics().height())
        font = scaled_font(self.font(), min(max(scale, 1.0), LARGEST))
        if font != self.board.font():
            self.board.setFont(font)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._whole.activate()
        self._fit_board()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the board its text again after a change of the look, which takes it away."""
        if watched is self.board and event.type() == QEvent.Type.StyleChange:
            self._fit_board()
        return super().eventFilter(watched, event)


class _Column(QWidget):
    """A column whose parts may become as small as they can be, whatever they would like."""

    def hasHeightForWidth(self) -> bool:
        # A box of Qt would then take the preferred height of all its other parts for the least.
        return False
