"""The headline strip: one sentence above the pictures of a window without room for a column."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from explorer.model.wording import tr
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import PanelLabel, Rank, fit_labels, spacing
from explorer.ui.widgets.fitted import Fitted

SIDE, ABOVE = 12, 4
"""Distances from the edges, in units."""


class MoreButton(QPushButton):
    """Shows what a small window has folded away; stays down while that is on screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_openings = False
        self.setCheckable(True)
        self.setAutoDefault(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(tr("Shows what changed, and moves to try"))
        self.toggled.connect(self._show_words)
        self._show_words()

    def show_openings(self, *, are_there: bool) -> None:
        """Tell that the rest holds moves that open what is closed."""
        self._has_openings = are_there
        self._show_words()

    def show_unfolded(self, *, is_unfolded: bool) -> None:
        """Show whether the rest is on screen; emits nothing."""
        blocker = QSignalBlocker(self)
        self.setChecked(is_unfolded)
        blocker.unblock()
        self._show_words()

    def _show_words(self) -> None:
        more = tr("What opens it") if self._has_openings else tr("More")
        self.setText(tr("Less") if self.isChecked() else more)


class HeadlineStrip(TextSized, Fitted):
    """The headline, and buttons that show beside the pictures what a small window folds away.

    Signals
    -------
    unfolded(bool)
        The hand asked for the rest, or no longer.
    controls_unfolded(bool)
        The hand asked for the controls, or no longer.
    """

    unfolded = Signal(bool)
    controls_unfolded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headline = PanelLabel(Rank.STRIP_HEADLINE, "", self)
        self._title = self._problem = ""
        self.controls_button = QPushButton(tr("Controls"), self)
        self.controls_button.setAccessibleDescription(tr("Shows the controls beside the picture"))
        self.controls_button.setCheckable(True)
        self.controls_button.setAutoDefault(True)
        self.controls_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.controls_button.toggled.connect(self.controls_unfolded)
        self._more = MoreButton(self)
        self._more.toggled.connect(self.unfolded)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._headline, 1)
        for button in (self.controls_button, self._more):
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.follow_text_size()

    @property
    def is_unfolded(self) -> bool:
        """Whether the rest is asked for."""
        return self._more.isChecked()

    def show_headline(self, title: str) -> None:
        """Show the headline."""
        self._title = title
        self._show_title()

    def show_problem(self, problem: str) -> None:
        """Show what is wrong in place of the headline; "" for nothing."""
        self._problem = problem
        self._show_title()

    def _show_title(self) -> None:
        words = self._problem or self._title
        self._headline.show_text(words)
        self.setAccessibleName(words)

    def show_openings(self, *, are_there: bool) -> None:
        """Tell on the button that the rest holds moves that open what is closed."""
        self._more.show_openings(are_there=are_there)

    def show_unfolded(self, *, is_unfolded: bool) -> None:
        """Show whether the rest is on screen; emits nothing."""
        self._more.show_unfolded(is_unfolded=is_unfolded)

    def follow_text_size(self) -> None:
        fit_labels(self)
        side, above = spacing(self, SIDE), spacing(self, ABOVE)
        self._row.setContentsMargins(side, above, side, above)
        self._row.setSpacing(side)
