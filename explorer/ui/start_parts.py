"""What the start page is made of: cards that begin something, and words to click."""

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.ui.long_words import breakable, shortened
from explorer.ui.theme import Theme, scaled_font

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
        self._title = QLabel(breakable(title), self)
        self._title.setWordWrap(True)
        self._sentence = QLabel(sentence, self)
        self._picture = QLabel(self)
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

    def show_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._sentence.setStyleSheet(f"color: {theme.ink_soft}")

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


class StartLink(QToolButton):
    """A word to click that knows what it stands for; it can show that it is the choice now."""

    chosen = Signal(str)

    def __init__(self, value: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = value
        self.setText(shortened(words).replace("&", "&&"))
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.clicked.connect(self._choose)

    def show_chosen(self, *, is_chosen: bool) -> None:
        """Show whether this is the choice that holds now."""
        self.setCheckable(True)
        self.setChecked(is_chosen)

    def _choose(self) -> None:
        # A click on what is already chosen must not make it look as if it were not.
        if self.isCheckable():
            self.setChecked(True)
        self.chosen.emit(self.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)


def is_enter(event: QKeyEvent) -> bool:
    """Return whether a key means "do it", as Space does on every button."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
