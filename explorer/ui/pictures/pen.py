"""The pen that draws pictures: a painter, colours and text; lengths grow with the text."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from explorer.ui.look.theme import Theme, set_strong
from explorer.ui.pictures.measured import WRAPPED, Measured
from explorer.ui.pictures.strokes import LINE_HEIGHT, flat_pen, mix, small_font
from explorer.ui.pictures.word_wrap import FontKey, lines_of

Align = Qt.AlignmentFlag
LEFT = Align.AlignLeft | Align.AlignVCenter
RIGHT = Align.AlignRight | Align.AlignVCenter
CENTRE = Align.AlignCenter

PALE = 0.45
"""How much of its colour is left to what is drawn palely."""

ANY_LINES = 99
"""More lines than any paragraph has."""


@dataclass(frozen=True)
class TextStyle:
    """The text of a picture: its font, and what follows from it; lengths in pixels.

    See :func:`text_style`: what the same one measured and laid out is kept.
    """

    font: QFont

    @cached_property
    def small(self) -> QFont:
        """The font for words of second rank."""
        return small_font(self.font)

    @cached_property
    def bold(self) -> QFont:
        """The font for headings and for what is chosen."""
        return bold_font(self.font)

    @cached_property
    def small_bold(self) -> QFont:
        """The font for headings of second rank."""
        return bold_font(self.small)

    @cached_property
    def linked(self) -> QFont:
        """The small font for what leads elsewhere."""
        return underlined_font(self.small)

    @cached_property
    def metrics(self) -> Measured:
        """Measures the font."""
        return self.metrics_of(self.font)

    @cached_property
    def bold_metrics(self) -> Measured:
        """Measures the bold font."""
        return self.metrics_of(self.bold)

    @cached_property
    def small_metrics(self) -> Measured:
        """Measures the small font."""
        return self.metrics_of(self.small)

    @cached_property
    def small_bold_metrics(self) -> Measured:
        """Measures the font for headings of second rank."""
        return self.metrics_of(self.small_bold)

    def bold_of(self, font: QFont) -> QFont:
        """Return the bold form of the font or of the small one."""
        return self.small_bold if font is self.small else self.bold

    def metrics_of(self, font: QFont) -> Measured:
        """Return what measures one of these fonts, or another one."""
        return self._measures.get(id(font)) or Measured(font)

    @cached_property
    def _measures(self) -> dict[int, Measured]:
        fonts = (self.font, self.small, self.bold, self.small_bold, self.linked)
        return {id(font): Measured(font) for font in fonts}

    @cached_property
    def line(self) -> float:
        """How high a line is."""
        return self.metrics.height()

    @cached_property
    def small_line(self) -> float:
        """How high a line of small text is."""
        return self.small_metrics.height()

    @property
    def unit(self) -> float:
        """How many pixels a length of 1 has at this text size."""
        return self.line / LINE_HEIGHT


@dataclass(frozen=True)
class Paragraph:
    """Words that are wrapped, and how they are written."""

    words: str
    font: QFont
    colour: str


@dataclass(frozen=True)
class Pen:
    """What every part of a drawing needs: where to draw, in which colours, in what text."""

    painter: QPainter
    theme: Theme
    text: TextStyle

    def width(self, units: float) -> float:
        """Return the width of a line, never thinner than the theme allows."""
        return max(self.theme.least_line, units * self.text.unit * self.theme.stroke)

    def pale(self, colour: str) -> str:
        """Return a colour as it is drawn palely."""
        return mix(colour, self.theme.ground, PALE)

    def stroke(self, colour: str, units: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        """Draw lines in a colour from now on; their width grows with text and theme."""
        self.painter.setPen(flat_pen(colour, self.width(units), style))

    def hairline(self, colour: str) -> None:
        """Draw lines as thin as the theme allows from now on."""
        self.painter.setPen(flat_pen(colour, self.theme.least_line))

    def outline(self, rect: QRectF) -> None:
        """Draw the edges of a rectangle, not its inside."""
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRect(rect)

    def write(
        self,
        rect: QRectF,
        words: str,
        colour: str,
        font: QFont,
        align: Align = LEFT,
    ) -> None:
        """Write one line; what does not fit the width ends in dots."""
        self.painter.setPen(QColor(colour))
        metrics = self.text.metrics_of(font)
        if metrics.width_of(words) > rect.width():
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(rect.width(), 0.0))
        metrics.draw(self.painter, rect, align, words)

    def write_lines(self, rect: QRectF, words: str, colour: str, font: QFont, most: int) -> float:
        """Write wrapped lines from the top of a rectangle; return where the next would begin.

        Parameters
        ----------
        rect
            Only its top, left and width count.
        most
            How many lines at most; the last one ends in dots if there would be more.
        """
        metrics = self.text.metrics_of(font)
        self.painter.setPen(QColor(colour))
        y = rect.top()
        for line in lines_of(font, words, rect.width(), most=most):
            place = QRectF(rect.left(), y, rect.width(), metrics.height())
            metrics.draw(self.painter, place, LEFT, line)
            y += metrics.height()
        return y

    def write_paragraphs(self, rect: QRectF, paragraphs: Iterable[Paragraph]) -> float:
        """Write paragraphs below each other, each whole; return where they end."""
        below = QRectF(rect)
        for each in paragraphs:
            below.setTop(self.write_lines(below, each.words, each.colour, each.font, ANY_LINES))
        return below.top()

    def write_paragraph(self, rect: QRectF, words: str, colour: str, font: QFont) -> float:
        """Let Qt wrap words from the top of a rectangle; return where they end."""
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        height = self.text.metrics_of(font).paragraph_height(words, rect.width())
        self.painter.drawText(
            QRectF(rect.left(), rect.top(), rect.width(), height + 1), WRAPPED, words
        )
        return rect.top() + height

    def write_centred(self, rect: QRectF, words: str) -> None:
        """Write a sentence in the middle of a rectangle, as where there is nothing to draw."""
        self.painter.setFont(self.text.font)
        self.painter.setPen(QColor(self.theme.ink_soft))
        self.painter.drawText(rect, CENTRE | Qt.TextFlag.TextWordWrap, words)


@lru_cache(maxsize=32)
def _style(key: FontKey) -> TextStyle:
    return TextStyle(key.font)


def text_style(font: QFont) -> TextStyle:
    """Return the text of a picture in a font: the same one for the same font."""
    return _style(FontKey(font))


def bold_font(font: QFont) -> QFont:
    """Return a font as bold as headings are."""
    bold = QFont(font)
    set_strong(bold)
    return bold


def underlined_font(font: QFont, *, is_strong: bool = False) -> QFont:
    """Return a font for what leads elsewhere."""
    font = QFont(font)
    font.setUnderline(True)
    set_strong(font, is_strong=is_strong)
    return font


def paragraphs_height(text: TextStyle, paragraphs: Iterable[Paragraph], width: float) -> float:
    """Return how high paragraphs are below each other at a width; empty ones are a line."""
    return sum(
        max(1, len(lines_of(each.font, each.words, width, most=ANY_LINES)))
        * text.metrics_of(each.font).height()
        for each in paragraphs
    )
