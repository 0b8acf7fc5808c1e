"""Where the meeting outlook lies in a rectangle: three reasons, headings, a row for each window."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from explorer.figures.outlook import OutlookFigure, OutlookReason, OutlookWindow
from explorer.figures.phrase import capitalised
from explorer.model.result import MeetingWord
from explorer.model.wording import tr
from explorer.ui.look.theme import Theme
from explorer.ui.pictures.pen import (
    Paragraph,
    TextStyle,
    paragraphs_height,
    text_style,
    underlined_font,
)
from explorer.ui.pictures.rows.row_places import stacked_rows
from explorer.ui.pictures.rows.rows_layout import RowsLayout

COLUMNS = (0.0, 0.2, 0.37, 0.61, 1.0)
"""Where the columns of the windows begin, as shares of the width: name, days, word, voices."""

VOICELESS = (0.0, 0.32, 0.5, 1.0, 1.0)
"""Where they begin if nobody said anything."""

DAYS, VOICES = 1, 3
"""Which of the columns holds the bar of days, and which the voices."""

SUBSTANCE = "substance"
"""The reason under which the deal zone is drawn as a bar."""

SHARES_LINES = 2.0
"""How many lines of text the bar of the deal zone's classes is high."""

SIGN_LINES = 1.1
"""How many lines of text a tick or cross before a title is wide, with its gap."""

REASON_ENDS = (0.0, 0.3, 0.62, 1.0)
"""Where the boxes of the three reasons begin and end, as shares of the width."""

SEEN_LINES = 8.0
"""How many lines of the windows are seen at least; the others are scrolled to."""


@dataclass(frozen=True, slots=True)
class OutlookLayout(RowsLayout):
    """Places in pixels: a box for each reason, the headings, a row for each window.

    Where that is too high, ``is_brief``: reasons have their titles alone, and pointing at them
    tells the rest.
    """

    theme: Theme
    reasons: tuple[QRectF, ...]
    head: QRectF
    is_brief: bool
    columns: tuple[float, ...] = COLUMNS

    def cell(self, row: QRectF, column: int) -> QRectF:
        """Return the place of a column's words in a row, or in the headings."""
        return _cell(row, column, self.text, self.columns)

    def voices(self, window: OutlookWindow, row: int) -> tuple[QRectF, ...]:
        """Return where the voices of a window stand, from the top."""
        cell, top = self.cell(self.row(row), VOICES), 0.0
        places: list[QRectF] = []
        for words in voice_words(window, self.text, self.theme):
            height = paragraphs_height(self.text, [words], cell.width())
            places.append(QRectF(cell.left(), cell.top() + top, cell.width(), height))
            top += height
        return tuple(places)


def outlook_layout(figure: OutlookFigure, rect: QRectF, font: QFont, theme: Theme) -> OutlookLayout:
    """Return where everything lies; windows that have no room are scrolled to.

    ``figure``, ``rect``, ``font``: What is drawn, where in pixels, and in which font.
    """
    text = text_style(font)
    is_brief = rect.height() + 1 < _least_height(figure, rect.width(), text, theme)
    tall = _reasons_height(figure, rect.width(), text, theme, is_brief=is_brief)
    gap = 0.5 * text.line
    reasons = tuple(
        QRectF(rect.left() + left, rect.top(), width, tall)
        for left, width in _reason_spans(figure, rect.width(), gap)
    )
    head = QRectF(rect.left(), rect.top() + tall + gap, rect.width(), 0.0)
    head.setHeight(_head_height(figure, rect.width(), text, theme, is_brief=is_brief))
    columns = _columns(figure)
    heights = [_window_height(each, rect.width(), text, theme, columns) for each in figure.windows]
    free = max(rect.bottom() - head.bottom(), 1.0)
    grown = max(1.0, free / max(sum(heights), 1.0))
    rows = stacked_rows(head.bottom(), free, [grown * height for height in heights])
    return OutlookLayout(rect, text, rows, QRectF(), theme, reasons, head, is_brief, columns)


def least_height(figure: OutlookFigure, width: float, font: QFont, theme: Theme) -> float:
    """Return how high an outlook is at least, so that its reasons and a window can be read."""
    return _least_height(figure, width, text_style(font), theme)


def _least_height(figure: OutlookFigure, width: float, text: TextStyle, theme: Theme) -> float:
    above = _reasons_height(figure, width, text, theme) + 0.5 * text.line
    return above + _head_height(figure, width, text, theme) + SEEN_LINES * text.line


def title_words(reason: OutlookReason, text: TextStyle, theme: Theme) -> Paragraph:
    """Return the title of a reason, which stands after its tick or cross."""
    return Paragraph(reason.title, text.bold, theme.ink)


def reason_words(reason: OutlookReason, text: TextStyle, theme: Theme) -> Paragraph:
    """Return what is written of a reason under its title, its tick or cross in words first."""
    sign = tr("No obstacle.") if reason.is_good else tr("An obstacle.")
    words = tr("{sign} {words}", sign=sign, words=capitalised(reason.words))
    return Paragraph(words, text.small, theme.ink_soft)


def name_words(window: OutlookWindow, text: TextStyle, theme: Theme) -> list[Paragraph]:
    """Return what is written of a window in the first column."""
    name = Paragraph(window.name, text.bold, theme.ink)
    return [name, Paragraph(window.dates, text.small, theme.ink_soft)]


def verdict_words(window: OutlookWindow, text: TextStyle, theme: Theme) -> list[Paragraph]:
    """Return the word for a meeting in a window, and why."""
    verdict = Paragraph(capitalised(window.verdict), text.bold, _colour(theme, window.word))
    return [verdict, Paragraph(window.reason, text.small, theme.ink_soft)]


def voice_words(
    window: OutlookWindow, text: TextStyle, theme: Theme, chosen: int | None = None
) -> list[Paragraph]:
    """Return who said what; what has a lens is underlined, as it leads there."""
    found: list[Paragraph] = []
    for number, voice in enumerate(window.voices):
        font = text.linked if voice.lens_id else text.small
        if number == chosen:
            font = underlined_font(font, is_strong=True) if voice.lens_id else text.small_bold
        found.append(Paragraph(voice.words, font, theme.ink))
    return found


def head_words(
    figure: OutlookFigure, text: TextStyle, theme: Theme, *, is_brief: bool = False
) -> list[Paragraph]:
    """Return the headings of the columns."""
    days = tr("Days left (long ones shortened); mark: {days:g} days needed", days=figure.lead_days)
    said = (tr("What was said"),) if _columns(figure) == COLUMNS else ()
    heads = (tr("Window"), tr("Days left") if is_brief else days, tr("A meeting"), *said)
    return [Paragraph(words, text.small, theme.ink_soft) for words in heads]


def _columns(figure: OutlookFigure) -> tuple[float, ...]:
    """Return where the columns begin: one for voices only where there are any."""
    return COLUMNS if any(window.voices for window in figure.windows) else VOICELESS


def _cell(row: QRectF, column: int, text: TextStyle, columns: tuple[float, ...]) -> QRectF:
    left = row.left() + columns[column] * row.width()
    right = row.left() + columns[column + 1] * row.width()
    pad = 0.4 * text.line
    cell = QRectF(left, row.top(), right - left, row.height())
    return cell.adjusted(pad, 0.15 * text.line, -pad, -0.1 * text.line)


def _reason_spans(
    figure: OutlookFigure, width: float, gap: float
) -> tuple[tuple[float, float], ...]:
    """Return where the boxes of the reasons begin and how wide they are."""
    ends = REASON_ENDS if len(figure.reasons) == len(REASON_ENDS) - 1 else (0.0,)
    return tuple(
        (start * width + gap, (end - start) * width - 1.5 * gap) for start, end in pairwise(ends)
    )


def _reasons_height(
    figure: OutlookFigure, width: float, text: TextStyle, theme: Theme, *, is_brief: bool = False
) -> float:
    """Return how high the tallest reason is, with the bar under the last one."""
    heights = [0.0]
    spans = _reason_spans(figure, width, 0.5 * text.line)
    for reason, (_, room) in zip(figure.reasons, spans, strict=False):
        told = () if is_brief else (reason_words(reason, text, theme),)
        words = paragraphs_height(text, told, room)
        bar = (SHARES_LINES + 0.2 if reason.id == SUBSTANCE else 0.2) * text.line
        title = [title_words(reason, text, theme)]
        head = paragraphs_height(text, title, room - SIGN_LINES * text.line)
        heights.append(head + words + bar)
    return max(heights)


def _head_height(
    figure: OutlookFigure, width: float, text: TextStyle, theme: Theme, *, is_brief: bool = False
) -> float:
    heads = [[words] for words in head_words(figure, text, theme, is_brief=is_brief)]
    return _tallest(heads, width, text, _columns(figure)) + 0.3 * text.line


def _window_height(
    window: OutlookWindow, width: float, text: TextStyle, theme: Theme, ends: tuple[float, ...]
) -> float:
    """Return how high a window's row is in which nothing is cut."""
    days = Paragraph(window.length, text.small, theme.ink_soft)
    columns = (
        name_words(window, text, theme),
        [Paragraph("", text.font, theme.ink), days],
        verdict_words(window, text, theme),
        voice_words(window, text, theme),
    )
    return _tallest(columns, width, text, ends) + 0.4 * text.line


def _tallest(
    columns: Sequence[Sequence[Paragraph]], width: float, text: TextStyle, ends: tuple[float, ...]
) -> float:
    row = QRectF(0, 0, width, 0)
    return max(
        paragraphs_height(text, words, _cell(row, number, text, ends).width())
        for number, words in enumerate(columns)
        if words
    )


def _colour(theme: Theme, word: MeetingWord) -> str:
    if word == "open":
        return theme.zone_text
    if word in ("late", "blocked"):
        return theme.warning
    return theme.ink_soft if word in ("met", "unmet", "passed") else theme.ink
