"""The label that all labels of the program are: its words are plain text, whatever they hold."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from explorer.ui.look.theme import scaled_font, set_strong
from explorer.ui.look.themed import Themed


class Label(Themed, QLabel):
    """Plain words.

    A label of Qt guesses whether its words are markup, and a text of a case that looks like it
    would load pictures from the disk.

    Parameters
    ----------
    parent
        What the label stands in.
    share
        How large the words are, as a share of the text size around them.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        share: float = 1,
        is_strong: bool = False,
    ) -> None:
        super().__init__(parent)
        self._share, self._is_strong = share, is_strong
        self._has_own_font = share != 1 or is_strong
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self._fit_around()

    def fit_font(self, base: QFont) -> None:
        """Take a share of the surrounding font's size."""
        # A label that never did this goes on having the font of what it stands in.
        self._has_own_font = True
        font = scaled_font(base, self._share)
        set_strong(font, is_strong=self._is_strong)
        self.setFont(font)

    def follow_look(self) -> None:
        """Write in the label's share of the text size around it."""
        self._fit_around()

    def _fit_around(self) -> None:
        around = self.parentWidget()
        if around is not None and self._has_own_font:
            self.fit_font(around.font())
