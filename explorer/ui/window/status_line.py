"""The status line: how large the zone is, by which model, and what this is not."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStatusBar, QToolButton

from explorer.figures.assumption_words import assumptions_state
from explorer.model.version import MODEL_VERSION
from explorer.model.wording import tr
from explorer.store.state import State
from explorer.ui.look.themed import Themed
from explorer.ui.widgets.label import Label
from explorer.ui.widgets.wrapping_row import WrappingRow


class SteadyLabel(Label):
    """Words in a place as wide as the longest of them, so that a change moves nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self._longest = ""

    def keep_room_for(self, longest: str) -> None:
        """Be as wide as these words from now on."""
        if longest != self._longest:
            self._longest = longest
            self.follow_text_size()

    def show_text(self, text: str) -> None:
        """Show words, unless they stand there already."""
        if text != self.text():
            self.setText(text)

    def follow_text_size(self) -> None:
        metrics = self.fontMetrics()
        # A label of a fixed size asks for no new layout when its words change.
        self.setFixedSize(metrics.horizontalAdvance(self._longest), metrics.height())


class StatusLine:
    """Fills the status bar of a window with plain words.

    ``is_hidden`` tells that the answer is not to be seen.
    """

    def __init__(self, bar: QStatusBar) -> None:
        """Put the words into a bar."""
        self.is_hidden = False
        self._zone = SteadyLabel()
        self._text_size = Label()
        self.assumptions = QToolButton()
        self.assumptions.setAutoRaise(True)
        self.assumptions.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.assumptions.setToolTip(tr("Read and change the numbers of the model"))
        self.later = QToolButton()
        self.later.setAutoRaise(True)
        self.later.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.later.setText(tr("Facts have moved on: what came later"))
        self.later.setToolTip(tr("Read what became known after the day of the case"))
        self.later.hide()
        model = Label(tr("Model {version}", version=MODEL_VERSION))
        teaching = Label(tr("Teaching model, not a forecast"))
        self._labels = [self._zone, model, self.assumptions, self.later, teaching]
        self._bar = bar
        self._row = _StatusRow(self._space_out)
        for label in self._labels:
            self._row.row.addWidget(label)
        bar.addWidget(self._row, 1)
        bar.addPermanentWidget(self._text_size)
        bar.setSizeGripEnabled(False)
        self._space_out()

    def show_state(self, state: State, *, is_stale: bool, phase: str = "") -> None:
        """Count the packages of the zone, or say that they are being counted.

        ``phase`` is the word for the side of the last change that is shown; "" at rest.
        """
        zone = state.result.zone
        words = _zone_words(zone.packages, zone.total)
        if phase:
            words = tr("{phase}: {words}", phase=phase, words=words)
            self._zone.keep_room_for(words)
        else:
            self._zone.keep_room_for(_zone_words(zone.total, zone.total))
        words = tr("Updating…") if is_stale else words
        self._zone.show_text(tr("The answer is hidden") if self.is_hidden else words)
        known = assumptions_state(state.scenario.case)
        if known != self.assumptions.text():
            self.assumptions.setText(known)

    def show_moved_on(self, *, is_shown: bool) -> None:
        """Say that facts have moved on since the day of the case, or nothing."""
        if self.later.isHidden() == is_shown:
            self.later.setVisible(is_shown)

    def show_text_percent(self, percent: int) -> None:
        """Tell the size of text."""
        words = tr("Text {percent} %", percent=percent)
        if words != self._text_size.text():
            self._text_size.setText(words)

    def _space_out(self) -> None:
        """Keep distances that grow with the text."""
        space = self._bar.fontMetrics().height() // 2
        self._bar.setContentsMargins(space, 0, space, 0)
        for label in self._labels[1:]:
            label.setContentsMargins(space, 0, space, 0)

    def text(self) -> str:
        """Return all words of the line."""
        return " ".join(label.text() for label in (*self._labels, self._text_size))


class _StatusRow(Themed, WrappingRow):
    """The row of words, which tells when the look has changed."""

    def __init__(self, follow: Callable[[], None]) -> None:
        super().__init__()
        self._follow = follow

    def follow_look(self) -> None:
        self._follow()


def _zone_words(packages: int, total: int) -> str:
    return tr("{packages:,} of {total:,} packages in the zone", packages=packages, total=total)
