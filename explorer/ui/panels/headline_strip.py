"""The headline strip: one sentence above the pictures of a window without room for a column."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from explorer.model.wording import tr
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import PanelLabel, Rank, fit_labels, spacing

SIDE, ABOVE = 12, 4
"""Distances from the edges, in units."""


class HeadlineStrip(TextSized, QWidget):
    """The headline, and a button that shows the rest beside the pictures.

    ``unfolded(bool)``: The hand asked for the rest, or no longer.
    """

    unfolded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headline = PanelLabel(Rank.STRIP_HEADLINE, "", self)
        self._title = self._problem = ""
        self._has_openings = False
        self._more = QToolButton(self)
        self._more.setCheckable(True)
        self._more.setAutoRaise(True)
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._more.toggled.connect(self._unfold)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._headline, 1)
        self._row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignVCenter)
        self._show_words()
        self._space_out()

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
        self._has_openings = are_there
        self._show_words()

    def show_unfolded(self, *, is_unfolded: bool) -> None:
        """Show whether the rest is on screen; emits nothing."""
        blocker = QSignalBlocker(self._more)
        self._more.setChecked(is_unfolded)
        blocker.unblock()
        self._show_words()

    def _unfold(self, is_unfolded: bool) -> None:
        self._show_words()
        self.unfolded.emit(is_unfolded)

    def _show_words(self) -> None:
        more = tr("What opens it") if self._has_openings else tr("More")
        self._more.setText(tr("Less") if self._more.isChecked() else more)
        self._more.setAccessibleDescription(tr("Shows what changed, and moves to try"))

    def _space_out(self) -> None:
        side, above = spacing(self, SIDE), spacing(self, ABOVE)
        self._row.setContentsMargins(side, above, side, above)
        self._row.setSpacing(side)

    def follow_text_size(self) -> None:
        fit_labels(self)
        self._space_out()
