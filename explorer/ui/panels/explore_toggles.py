"""The large toggles of the simplest level: which of two scenarios, and declared lines or none."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from explorer.figures.leading import has_declared, leading_presets, side_of
from explorer.model.case import Case
from explorer.model.scenario import Scenario
from explorer.model.wording import tr
from explorer.ui.look.foreign_text import button_text
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import spacing
from explorer.ui.widgets.wrapping_row import WrappingRow

PADDING = 6
"""Above and below the words of a toggle, in units."""


class ExploreToggles(TextSized, WrappingRow):
    """Two or three large buttons; each is down only while the scenario is just what it says.

    Signals
    -------
    side_chosen(str)
        The hand wants the scenario with this id.
    declared_chosen(bool)
        The hand wants the declared red lines, or none.
    """

    side_chosen = Signal(str)
    declared_chosen = Signal(bool)

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario: Scenario | None = None
        names = {preset.id: preset.name for preset in case.presets}
        self.sides = {each: self._new_toggle(names[each]) for each in leading_presets(case)}
        self.declared = self._new_toggle(tr("Declared positions"))
        self.declared.setToolTip(tr("Hold both sides to the red lines that they have declared"))
        for preset_id, button in self.sides.items():
            button.setProperty("preset", preset_id)
            button.clicked.connect(self._choose_side)
        self.declared.clicked.connect(self._choose_declared)
        self.setAccessibleName(tr("Scenario"))
        self.follow_text_size()

    @property
    def full_width(self) -> int:
        """How wide all of them are beside each other."""
        return self.row.sizeHint().width()

    def show_scenario(self, scenario: Scenario) -> None:
        """Show what a scenario is."""
        if scenario is self._scenario:
            return
        self._scenario = scenario
        self._show()

    def _show(self) -> None:
        if self._scenario is None:
            return
        side = side_of(self._scenario)
        for preset_id, button in self.sides.items():
            _press(button, is_down=preset_id == side)
        _press(self.declared, is_down=has_declared(self._scenario))

    def _new_toggle(self, words: str) -> QPushButton:
        button = QPushButton(button_text(words), self)
        button.setCheckable(True)
        button.setAutoDefault(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.row.addWidget(button)
        return button

    def _choose_side(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.side_chosen.emit(str(button.property("preset")))
        # Whatever came of it: the toggle shows what is, not that it was pressed.
        self._show()

    def _choose_declared(self, is_on: bool) -> None:
        self.declared_chosen.emit(is_on)
        self._show()

    def follow_text_size(self) -> None:
        self.row.setSpacing(spacing(self, PADDING))
        height = self.fontMetrics().height() + 2 * spacing(self, PADDING)
        for button in (*self.sides.values(), self.declared):
            button.setMinimumHeight(height)


def _press(button: QPushButton, *, is_down: bool) -> None:
    blocker = QSignalBlocker(button)
    button.setChecked(is_down)
    blocker.unblock()
