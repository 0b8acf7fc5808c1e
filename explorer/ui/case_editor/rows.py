"""Rows of a form: one value each, as a line, an area, a choice or a box to tick."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.model.case_shape import Shape
from explorer.model.case_tree import MISSING, Path
from explorer.model.case_typing import shown, typed
from explorer.model.limits import LONGEST_NOTE
from explorer.model.wording import tr
from explorer.ui.look.typography import PanelLabel, Rank
from explorer.ui.widgets.check_box import CheckBox
from explorer.ui.widgets.drop_down import DropDown
from explorer.ui.widgets.text_area import TextArea
from explorer.ui.widgets.text_field import TextField

AREA_LINES = 3.6
"""How high a field of several lines is, in lines of text."""

LEAST_LETTERS = 8
"""How many letters of a choice are always in sight."""

LONGEST_LIST = 100_000
"""How many letters a list of texts may have."""


class ValueRow(QWidget):
    """A row with one widget and, below it, what is wrong with what stands there.

    Signals
    -------
    edited(object, object)
        The path, and the value that the hand gave.
    left()
        The hand has left the field.
    """

    edited = Signal(object, object)
    left = Signal()

    def __init__(self, path: Path, shape: Shape, default: object = None) -> None:
        """Stand for a place; ``default`` holds where nothing stands there."""
        super().__init__()
        self.path = path
        self.shape = shape
        self.default = default
        self._hint = ""
        self.trouble = PanelLabel(Rank.SOFT, "", self)
        self.trouble.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def name(self, title: str, hint: str) -> None:
        """Tell assistive technology what the field is, and what belongs there."""
        self._hint = hint
        self.target().setAccessibleName(title)
        self.target().setAccessibleDescription(hint)
        self.target().setToolTip(hint)

    def target(self) -> QWidget:
        """Return what takes the keyboard."""
        raise NotImplementedError

    def show_trouble(self, words: str) -> None:
        """Say what is wrong at the place; nothing takes it back."""
        told = tr("\N{WARNING SIGN} {reason}", reason=words) if words else ""
        if told != self.trouble.text():
            self.trouble.show_text(told)
            self.trouble.setVisible(bool(told))
            self.target().setAccessibleDescription(" ".join(filter(None, (words, self._hint))))

    def show_value(self, value: object) -> None:
        """Show what stands at the place, unless the hand has just typed that; emit nothing."""
        raise NotImplementedError

    def value_or_default(self, value: object) -> object:
        """Return what holds: what stands there, else what is usual."""
        return self.default if value is MISSING else value

    def take(self, part: QWidget) -> None:
        """Put the widget into the row."""
        self._column.addWidget(part)
        self._column.addWidget(self.trouble)
        self.setFocusProxy(part)

    def tell(self, value: object) -> None:
        """Tell what the hand gave."""
        self.edited.emit(self.path, value)


class LineRow(ValueRow):
    """A text, a number, a day or a list of numbers in one line.

    An id is told once it is finished, because everything that names it changes with it.
    """

    def __init__(self, path: Path, shape: Shape, default: object = None) -> None:
        super().__init__(path, shape, default)
        self.field = TextField()
        self.field.setMaxLength(LONGEST_NOTE)
        self.take(self.field)
        if shape.kind != "id":
            self.field.textEdited.connect(self._on_typed)
        self.field.editingFinished.connect(self._on_left)

    def target(self) -> QWidget:
        return self.field

    def show_value(self, value: object) -> None:
        """Show what stands at the place; emit nothing."""
        value = self.value_or_default(value)
        if typed(self.shape, self.field.text()) != value or not self.field.text():
            self.field.setText(shown(self.shape, value))
            if not self.field.hasFocus():
                self.field.home(False)

    def name(self, title: str, hint: str) -> None:
        super().name(title, hint)
        self.field.setPlaceholderText(hint)

    def _on_typed(self, text: str) -> None:
        self.tell(typed(self.shape, text))

    def _on_left(self) -> None:
        if self.shape.kind == "id":
            self.tell(typed(self.shape, self.field.text()))
        self.left.emit()


class AreaRow(ValueRow):
    """Words over several lines, or a list with one entry on each line."""

    def __init__(self, path: Path, shape: Shape, default: object = None) -> None:
        super().__init__(path, shape, default)
        most = LONGEST_LIST if shape.kind == "list" else LONGEST_NOTE
        self.area = TextArea(most)
        self.area.setFixedHeight(round(AREA_LINES * self.fontMetrics().height()))
        self.take(self.area)
        self.area.typed.connect(self._on_typed)

    def target(self) -> QWidget:
        return self.area

    def show_value(self, value: object) -> None:
        """Show what stands at the place; emit nothing."""
        value = self.value_or_default(value)
        if typed(self.shape, self.area.toPlainText()) != value:
            self.area.show_text(shown(self.shape, value))

    def name(self, title: str, hint: str) -> None:
        super().name(title, hint)
        self.area.setPlaceholderText(hint)

    def _on_typed(self, text: str) -> None:
        self.tell(typed(self.shape, text))


class ChoiceRow(ValueRow):
    """One of several values, or of the parts that can be named here."""

    def __init__(
        self,
        path: Path,
        shape: Shape,
        choices: tuple[tuple[str, str], ...],
        default: object = None,
    ) -> None:
        """Offer (value, words); what can be nothing offers that too."""
        super().__init__(path, shape, default)
        self.box = DropDown()
        # As narrow as the form, however long the longest choice is.
        self.box.setSizeAdjustPolicy(
            DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setMinimumContentsLength(LEAST_LETTERS)
        self.take(self.box)
        self._choices: tuple[tuple[str, str], ...] = ()
        self.offer(choices)
        self.box.activated.connect(self._on_chosen)

    def offer(self, choices: tuple[tuple[str, str], ...]) -> None:
        """Offer other values; what is chosen stays."""
        if choices == self._choices:
            return
        was_offered, chosen = bool(self._choices), self.box.currentData()
        blocker = QSignalBlocker(self.box)
        self._choices = choices
        self.box.clear()
        if self.shape.is_nullable:
            self.box.add_choice(tr("none"), None)
        for value, words in choices:
            self.box.add_choice(words, value)
        blocker.unblock()
        if was_offered:
            self.show_value(chosen)

    def target(self) -> QWidget:
        return self.box

    def show_value(self, value: object) -> None:
        """Show what stands at the place; emit nothing."""
        value = self.value_or_default(value)
        values = [self.box.itemData(place) for place in range(self.box.count())]
        if value not in values:
            # What stands there is shown even where it names nothing; the checks tell of it.
            words = shown(self.shape, value) or tr("not chosen yet")
            self.box.add_choice(words, value)
            values.append(value)
        blocker = QSignalBlocker(self.box)
        self.box.setCurrentIndex(values.index(value))
        blocker.unblock()

    def _on_chosen(self, place: int) -> None:
        self.tell(self.box.itemData(place))


class FlagRow(ValueRow):
    """Yes or no."""

    def __init__(self, path: Path, shape: Shape, default: object = None) -> None:
        super().__init__(path, shape, default)
        self.box = CheckBox(tr("yes"))
        self.take(self.box)
        self.box.toggled.connect(self.tell)

    def target(self) -> QWidget:
        return self.box

    def show_value(self, value: object) -> None:
        """Show what stands at the place; emit nothing."""
        blocker = QSignalBlocker(self.box)
        self.box.setChecked(value is True)
        blocker.unblock()
