"""The line of choices above a picture: segments, a box, a switch or a slider for each."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from explorer.figures.choice import OFF, ON, Choice
from explorer.ui.controls.factor_slider import TrackSlider
from explorer.ui.look.foreign_text import button_text
from explorer.ui.look.themed import Themed
from explorer.ui.pictures.frame.choice_slider import ChoiceSlider
from explorer.ui.pictures.frame.segments import MOST_SEGMENTS, Segments
from explorer.ui.widgets.drop_down import DropDown
from explorer.ui.widgets.label import Label

SHORTEST = 10
"""How many letters of an entry stay readable where the window is narrow."""


class ShrinkingBox(DropDown):
    """A box as wide as its longest entry where there is room, and narrower where there is not.

    A tight one wants no more room than the entry that is chosen.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_tight = False

    def show_tight(self, is_tight: bool) -> None:
        """Want room for the longest entry, or for the chosen one only."""
        if is_tight != self._is_tight:
            self._is_tight = is_tight
            self.updateGeometry()

    def widen_list(self) -> None:
        """Let the list that opens show its entries in full, also below a narrow box."""
        bar = self.view().verticalScrollBar().sizeHint().width()
        self.view().setMinimumWidth(self._longest() + 2 * self.fontMetrics().height() + bar)

    def roomy_width(self) -> int:
        """Return how wide the box would be with its longest entry."""
        return super().sizeHint().width()

    def sizeHint(self) -> QSize:
        """Return room for the longest entry, or the chosen one in a tight box."""
        roomy = super().sizeHint()
        if not self._is_tight:
            return roomy
        # The arrow and the edges take as much as in the roomy box.
        spare = self._longest() - self.fontMetrics().horizontalAdvance(self.currentText())
        return QSize(roomy.width() - spare, roomy.height())

    def _longest(self) -> int:
        metrics, texts = self.fontMetrics(), (self.itemText(n) for n in range(self.count()))
        return max((metrics.horizontalAdvance(text) for text in texts), default=0)

    def minimumSizeHint(self) -> QSize:
        """Return room for the first letters of an entry."""
        metrics = self.fontMetrics()
        width = SHORTEST * metrics.averageCharWidth() + 2 * metrics.height()
        return QSize(min(width, self.roomy_width()), super().minimumSizeHint().height())


class ChoiceBox(QWidget):
    """One choice: its label, and its entries side by side where there is room, else its box.

    ``made(str, str)``: The hand chose an entry: the choice's id and the entry's value.
    """

    made = Signal(str, str)

    def __init__(self, choice_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = choice_id
        self._entries: tuple[tuple[str, str], ...] = ()
        self._label = Label()
        self.box = ShrinkingBox()
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._label.setBuddy(self.box)
        self.box.activated.connect(self._choose)
        self._room = QHBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._segments = Segments()
        self._segments.hide()
        self._segments.made.connect(self.made)
        self._room.addWidget(self._label)
        for part in (self._segments, self.box):
            self._room.addWidget(part)

    def show_choice(self, choice: Choice) -> None:
        """Show what can be chosen and what is; emits nothing."""
        if self._label.text() != choice.label:
            self._label.setText(choice.label)
            self.box.setAccessibleName(choice.label)
        blocker = QSignalBlocker(self.box)
        if choice.entries != self._entries:
            self._entries = choice.entries
            self.box.clear()
            heads = dict(choice.heads)
            for value, words in choice.entries:
                if value in heads:
                    self.box.add_head(heads[value])
                self.box.add_choice(words, value)
            self.box.widen_list()
        place = self.box.findData(choice.chosen)
        if self.box.currentIndex() != place:
            self.box.setCurrentIndex(place)
            self.box.updateGeometry()
        blocker.unblock()
        if self.can_be_segments():
            self._segments.show_choice(choice)

    def can_be_segments(self) -> bool:
        """Return whether the entries are few enough to stand side by side."""
        return len(self._entries) <= MOST_SEGMENTS

    def show_segments(self, are_shown: bool) -> None:
        """Show all entries side by side, or a box."""
        self._segments.setVisible(are_shown)
        self.box.setVisible(not are_shown)

    def segments_width(self) -> int:
        """Return how wide label and segments are."""
        return (
            self._label.sizeHint().width()
            + self._room.spacing()
            + self._segments.sizeHint().width()
        )

    def show_tight(self, is_tight: bool) -> None:
        """Want room for the longest entry, or for the chosen one only."""
        self.box.show_tight(is_tight)

    def widen_list(self) -> None:
        """Let the list that opens show its entries in full."""
        self.box.widen_list()

    def roomy_width(self) -> int:
        """Return how wide label and box would be with the longest entry."""
        return self._label.sizeHint().width() + self._room.spacing() + self.box.roomy_width()

    def _choose(self, place: int) -> None:
        self.made.emit(self._id, str(self.box.itemData(place)))


class ChoiceSwitch(QToolButton):
    """A choice that switches one thing on and off: a button that stays down.

    ``made(str, str)``: The hand switched: the choice's id and :data:`ON` or :data:`OFF`.
    """

    made = Signal(str, str)

    def __init__(self, choice_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = choice_id
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Assistive technology toggles without a click.
        self.toggled.connect(self._choose)

    def show_choice(self, choice: Choice) -> None:
        """Show what is switched, and whether it is on; emits nothing."""
        blocker = QSignalBlocker(self)
        self.setText(button_text(choice.label))
        self.setChecked(choice.chosen == ON)
        blocker.unblock()

    def show_tight(self, is_tight: bool) -> None:
        """Want the same room in any case: the words are short."""

    def widen_list(self) -> None:
        """Do nothing: no list opens."""

    def roomy_width(self) -> int:
        """Return how wide it is."""
        return self.sizeHint().width()

    def _choose(self, is_on: bool) -> None:
        self.made.emit(self._id, ON if is_on else OFF)


_Box = ChoiceBox | ChoiceSwitch | ChoiceSlider


class ChoiceBar(Themed, QWidget):
    """All choices of the picture on screen, side by side.

    ``choice_made(str, str)``: The hand chose an entry: the choice's id and the entry's value.
    """

    choice_made = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, _Box] = {}
        self._choices: tuple[Choice, ...] = ()
        self._room = QHBoxLayout(self)
        self.follow_look()
        self._room.addStretch(1)
        self.hide()

    def show_choices(self, choices: tuple[Choice, ...]) -> None:
        """Show what a picture offers; emits nothing."""
        wanted = {choice.id for choice in choices}
        for choice_id, box in self._boxes.items():
            if choice_id not in wanted:
                box.hide()
        for choice in choices:
            box = self._boxes.get(choice.id)
            if box is None:
                box = self._new_box(choice)
            box.show_choice(choice)
            box.show()
        self.setVisible(bool(choices))
        if choices != self._choices:
            self._choices = choices
            self._fit()

    def box(self, choice_id: str) -> QComboBox:
        """Return the box of a choice; :class:`KeyError` if it was never shown as one."""
        box = self._boxes[choice_id]
        if not isinstance(box, ChoiceBox):
            raise KeyError(choice_id)
        return box.box

    def switch(self, choice_id: str) -> QToolButton:
        """Return the switch of a choice; :class:`KeyError` if it was never shown as one."""
        switch = self._boxes[choice_id]
        if not isinstance(switch, ChoiceSwitch):
            raise KeyError(choice_id)
        return switch

    def slider(self, choice_id: str) -> TrackSlider:
        """Return the slider of a choice; :class:`KeyError` if it was never shown as one."""
        slider = self._boxes[choice_id]
        if not isinstance(slider, ChoiceSlider):
            raise KeyError(choice_id)
        return slider.slider

    def _fit(self) -> None:
        """Show entries side by side where there is room, and tight boxes where there is none."""
        shown = [box for box in self._boxes.values() if not box.isHidden()]
        gaps = self._room.contentsMargins().left() + len(shown) * self._room.spacing()
        needed = sum(box.roomy_width() for box in shown) + gaps
        for box in shown:
            box.show_tight(needed > self.width())
            if isinstance(box, ChoiceBox):
                more = box.segments_width() - box.roomy_width()
                has_room = box.can_be_segments() and needed + more <= self.width()
                needed += more if has_room else 0
                box.show_segments(has_room)

    def _new_box(self, choice: Choice) -> _Box:
        box = _box_for(choice)
        box.made.connect(self.choice_made)
        self._boxes[choice.id] = box
        self._room.insertWidget(self._room.count() - 1, box)
        return box

    def follow_look(self) -> None:
        """Stand in line with the words of the picture below."""
        self._room.setContentsMargins(round(0.5 * self.fontMetrics().height()), 0, 0, 0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        for box in self._boxes.values():
            box.widen_list()


def _box_for(choice: Choice) -> _Box:
    """Return a new widget for a choice; it shows nothing yet."""
    if choice.is_scale:
        return ChoiceSlider(choice)
    return ChoiceSwitch(choice.id) if choice.is_switch else ChoiceBox(choice.id)
