"""A label that wraps, never cuts, and keeps room for the longest words it may have to show."""

from typing import Literal

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.ui.look.foreign_text import plain_words
from explorer.ui.look.long_words import breakable, pieces, unbroken
from explorer.ui.look.theme import AccentRole, set_strong
from explorer.ui.widgets.label import Label

# A comfortable line; a label asks for no more even if its words are longer.
PREFERRED_CHARACTERS = 30
ENDLESS = 100_000

TextColour = Literal["ink", "ink_soft", "sender_text", "target_text", "zone_text"]
"""A colour for words, by its name in every theme."""

TEXT_COLOURS: dict[AccentRole, TextColour] = {
    "sender": "sender_text",
    "target": "target_text",
    "neutral": "ink",
}
"""The colour of a party's words."""


class WrappedLabel(Label):
    """Plain words over as many lines as their column needs; very long words are broken.

    Its height is that of the longest candidate at the present width, so changing the words
    never moves what stands below.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        share: float = 1,
        colour: TextColour = "ink",
    ) -> None:
        self._heights: dict[int, int] = {}
        self._least_width: int | None = None
        self._keeps_room_for_bold = False
        self._candidates: frozenset[str] = frozenset()
        super().__init__(breakable(text), parent, share=share)
        self._colour: TextColour = colour
        self.setWordWrap(True)
        self.setMargin(0)
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        # Not "minimum": a layout would then take the height at the preferred width for the least.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_colour(colour)

    def keep_room_for(self, candidates: tuple[str, ...]) -> None:
        """Remember all the words that may come, for the height."""
        self._candidates = frozenset(map(breakable, candidates))
        self._forget_heights()

    def show_text(self, text: str) -> None:
        """Show words, unless they stand there already."""
        if text != self.text():
            self.setText(breakable(text))
            if breakable(text) not in self._candidates:
                self._forget_heights()

    def text(self) -> str:
        """Return the words, without the places at which long ones may be broken."""
        return unbroken(super().text())

    def show_colour(self, colour: TextColour) -> None:
        """Write in a colour of the theme in force, by its name."""
        self._colour = colour
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.WindowText, QColor(getattr(self._theme, colour)))
        self.setPalette(colours)

    def show_emphasis(self, *, is_strong: bool) -> None:
        """Write in bold or regular type; from now on room is kept for bold."""
        if not self._keeps_room_for_bold:
            self._keeps_room_for_bold = True
            self._forget_heights()
        self._is_strong = is_strong
        font = self.font()
        if font.bold() != is_strong:
            set_strong(font, is_strong=is_strong)
            self.setFont(font)

    def follow_look(self) -> None:
        """Write in the theme's colour and in the label's share of the text size around it."""
        super().follow_look()
        self.show_colour(self._colour)

    def _forget_heights(self) -> None:
        self._heights.clear()
        self._least_width = None
        self.updateGeometry()

    def _widest_metrics(self) -> QFontMetrics:
        font = self.font()
        set_strong(font, is_strong=font.bold() or self._keeps_room_for_bold)
        return QFontMetrics(font)

    def _words(self) -> frozenset[str]:
        return self._candidates | {self._shown_text()}

    def _shown_text(self) -> str:
        """Return the words as they are seen: only a label with a buddy has an access key."""
        if self.buddy() is None:  # pyright: ignore[reportUnnecessaryComparison]
            return super().text()
        return plain_words(super().text())

    def _width_of(self, pieces: list[str]) -> int:
        metrics, edges = self._widest_metrics(), self.contentsMargins()
        widest = max((metrics.horizontalAdvance(piece) for piece in pieces), default=0)
        return widest + 2 + edges.left() + edges.right()

    def _height_of(self, words: str, width: int) -> int:
        room = QRect(0, 0, max(width, 1), ENDLESS)
        flags = Qt.TextFlag.TextWordWrap.value | self.alignment().value
        return self._widest_metrics().boundingRect(room, flags, words).height()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the tallest candidate at a width, in pixels."""
        if width not in self._heights:
            edges = self.contentsMargins()
            room = width - edges.left() - edges.right()
            tallest = max(self._height_of(words, room) for words in self._words())
            tallest = max(tallest, self.fontMetrics().height())
            self._heights[width] = tallest + edges.top() + edges.bottom()
        return self._heights[width]

    def minimumSizeHint(self) -> QSize:
        """Return the size of the longest part that is never broken."""
        if self._least_width is None:
            parts = [part for words in self._words() for part in pieces(words)]
            self._least_width = self._width_of(parts)
        edges = self.contentsMargins()
        return QSize(self._least_width, self.fontMetrics().height() + edges.top() + edges.bottom())

    def sizeHint(self) -> QSize:
        """Return the width of the longest words, within a comfortable line, and their height."""
        comfortable = PREFERRED_CHARACTERS * self._widest_metrics().averageCharWidth()
        width = min(self._width_of(list(self._words())), comfortable)
        width = max(width, self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the type changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ContentsRectChange}:
            self._forget_heights()
