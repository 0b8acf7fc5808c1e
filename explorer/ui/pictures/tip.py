"""The tip beside what is pointed at: it stays while the pointer rests, and covers nothing of it."""

from textwrap import fill

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from explorer.ui.widgets.label import Label

WIDTH = 60
"""How many letters a line of a tip has at most."""


class Tip(Label):
    """Words in a small window of their own, at a place that their picture names.

    Tips of Qt go away after a while, or as soon as Qt finds that a widget has none of its own.
    """

    def __init__(self, picture: QWidget) -> None:
        """Make a tip for a picture, hidden as long as there is nothing to say."""
        super().__init__(parent=picture)
        self._picture = picture
        self.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.WindowTransparentForInput)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("pictureTip", True)

    def show_words(self, words: str, about: QRect) -> None:
        """Say something about a part of the screen, beside it; empty words hide the tip.

        Parameters
        ----------
        words
            In lines of at most :data:`WIDTH` letters.
        about
            What the words are about, in global coordinates: the tip stays outside.
        """
        if not words:
            self.hide()
            return
        wrapped = "\n".join(fill(line, WIDTH) for line in words.splitlines())
        if wrapped == self.text() and self.isVisible() and not self.geometry().intersects(about):
            return
        self.setText(wrapped)
        self.adjustSize()
        self.move(self._place(about))
        self.show()

    def _place(self, about: QRect) -> QPoint:
        """Return the corner for a place right below, or wherever else on the screen is room."""
        screen = self._picture.screen().availableGeometry()
        gap = self.fontMetrics().height() // 2
        x, y = about.right() + gap, about.bottom() + gap
        if x + self.width() > screen.right():
            x = about.left() - gap - self.width()
        if y + self.height() > screen.bottom():
            y = about.top() - gap - self.height()
        return QPoint(max(screen.left(), x), max(screen.top(), y))
