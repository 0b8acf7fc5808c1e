"""What the start page is made of: cards that begin something, and words to click."""

from PySide6.QtCore import QMargins, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.model.wording import tr
from explorer.ui.look.foreign_text import button_text
from explorer.ui.look.long_words import breakable, shortened
from explorer.ui.look.theme import scaled_font
from explorer.ui.widgets.label import Label

CARD_SHARE = 1.2
"""How much larger than the text a card's title is."""


class StartCard(QPushButton):
    """A large button that knows what it starts: a title, a sentence and perhaps a picture.

    ``room_changed`` carries the width in pixels that a picture can have.
    """

    started = Signal(str)
    room_changed = Signal(int)

    def __init__(self, value: str, title: str, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._value = value
        self._title = Label(breakable(title), self)
        self._title.setWordWrap(True)
        self._sentence = Label(sentence, self)
        self._sentence.setProperty("soft", True)
        self._picture = Label(parent=self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignLeading)
        # The picture follows the card's width and must never decide it.
        self._picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._picture.hide()
        self._sentence.setWordWrap(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setToolTip(sentence)
        column = QVBoxLayout(self)
        for label in (self._title, self._sentence, self._picture):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        column.addStretch(1)
        self.clicked.connect(self._start)
        self.fit()

    def show_picture(self, picture: QPixmap) -> None:
        """Show a picture under the sentence."""
        self._picture.setPixmap(picture)
        self._picture.show()
        self.fit()

    def picture_room(self) -> int:
        """Return the width in pixels that a picture can have."""
        # The layout's own rectangle is empty whenever the layout is about to be made anew.
        column = self.layout()
        edges = QMargins() if column is None else column.contentsMargins()
        return self.width() - edges.left() - edges.right()

    def fit(self) -> None:
        """Follow the text size."""
        em = self.fontMetrics().height()
        font = scaled_font(self.font(), CARD_SHARE)
        font.setBold(True)
        self._title.setFont(font)
        margin = round(0.9 * em)
        column = self.layout()
        if column is not None:
            column.setContentsMargins(margin, margin, margin, margin)
            column.setSpacing(round(0.4 * em))
            whole = max(column.sizeHint().height(), column.heightForWidth(self.width()))
            self.setMinimumHeight(whole)

    def _start(self) -> None:
        self.started.emit(self._value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
            self.room_changed.emit(self.picture_room())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)


class StartWord(QToolButton):
    """A word to click that knows what it stands for; Enter clicks it as well as Space.

    Signals
    -------
    chosen(str)
        What it stands for.
    """

    chosen = Signal(str)

    def __init__(self, value: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = value
        self.setText(button_text(shortened(words)))
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)


class StartLink(StartWord):
    """A word that begins something."""

    def __init__(self, value: str, words: str, parent: QWidget) -> None:
        super().__init__(value, words, parent)
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self.value)


class StartChoice(StartWord):
    """One of several words of which one is the choice now.

    The arrow keys go through the words, as through every set of exclusive buttons.
    """

    def __init__(self, value: str, words: str, parent: QWidget) -> None:
        super().__init__(value, words, parent)
        self.setCheckable(True)
        # Not "clicked": assistive technology toggles without a click.
        self.toggled.connect(self._choose)

    def _choose(self, is_chosen: bool) -> None:
        if is_chosen:
            self.chosen.emit(self.value)


class StartChoices(QButtonGroup):
    """Words of which at most one is the choice now.

    ``chosen`` carries what the hand or assistive technology chose.
    """

    chosen = Signal(str)

    def __init__(self, title: str, choices: tuple[tuple[str, str], ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.words = [StartChoice(value, words, parent) for value, words in choices]
        for each in self.words:
            each.setAccessibleName(tr("{title}: {choice}", title=title, choice=each.text()))
            each.chosen.connect(self.chosen)
            self.addButton(each)

    def show_chosen(self, value: str) -> None:
        """Show which choice holds now; none where none of the words stands for it."""
        self.setExclusive(False)
        for each in self.words:
            blocker = QSignalBlocker(each)
            each.setChecked(each.value == value)
            blocker.unblock()
        self.setExclusive(True)


def is_enter(event: QKeyEvent) -> bool:
    """Return whether a key means "do it", as Space does on every button."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
