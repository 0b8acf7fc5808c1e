"""Where the check, its scores and the outside tests lie: rows with columns under headings."""

from dataclasses import dataclass, field
from itertools import accumulate

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from explorer.figures.history import HistoryFigure
from explorer.figures.history_scores import hold_out_words
from explorer.figures.history_tables import found_words
from explorer.model.record_result import SweepOutcome
from explorer.ui.look.theme import Theme
from explorer.ui.pictures.pen import Paragraph, TextStyle, paragraphs_height, text_style
from explorer.ui.pictures.rows.row_places import RowPlaces, RowWish, stacked_rows
from explorer.ui.pictures.rows.rows_layout import RowsLayout

_SIDE = (0.31, 0.21, 0.21, 0.27)
"""How the width of a side of the check is divided: gain, record, model, whether they agree."""

CHECK_ENDS = (0.0, *accumulate((share * 0.3 for share in (*_SIDE, *_SIDE)), initial=0.4))
"""Where the columns of the check begin and end: the proposals, then four for either side."""

SCORE_ENDS = (0.0, 0.36, 0.7, 0.85, 1.0)
"""Where the columns of the scores do: name, bar, the model's score, that of always saying yes."""

TEST_ENDS = (0.0, 0.6, 1.0)
"""Where the columns of the outside tests do: the words, and the curve of a sweep."""

ON_PAPER, TALLEST_ROW = 1.15, 2.8
"""How many lines a row of the check or the scores is high at least on paper, and at most."""

CHART_LINES = 12.0
"""How many lines the curve of a sweep is high at least."""


@dataclass(frozen=True, slots=True)
class RecordLayout(RowsLayout):
    """Places in pixels: headings above the rows, columns as shares of the width, words below."""

    theme: Theme
    ends: tuple[float, ...]
    head: QRectF = field(default_factory=QRectF)
    foot: QRectF = field(default_factory=QRectF)

    def cell(self, row: QRectF, first: int, last: int | None = None) -> QRectF:
        """Return the place of a column in a row, or of all from a first to a last one."""
        left = row.left() + self.ends[first] * row.width()
        right = row.left() + self.ends[(first if last is None else last) + 1] * row.width()
        return QRectF(left, row.top(), right - left, row.height())


def record_layout(
    figure: HistoryFigure, rect: QRectF, font: QFont, theme: Theme, wish: RowWish
) -> RecordLayout:
    """Return where the check, its scores or the outside tests lie in a rectangle.

    Parameters
    ----------
    figure, rect, font
        What is drawn, where in pixels, and in which font.
    wish
        How high rows are at least; those that have no room are scrolled to.
    """
    text = text_style(font)
    if figure.show == "tests":
        return _tests_layout(figure, rect, text, theme)
    check = figure.check
    is_check = figure.show == "check"
    count = 0 if check is None else len(check.proposals if is_check else check.tallies)
    head = QRectF(rect.left(), rect.top(), rect.width(), 1.5 * text.small_line)
    foot = QRectF(rect.left(), rect.bottom(), rect.width(), 0.0)
    if is_check:
        head.setHeight(2.3 * text.small_line)
    else:
        words = paragraphs_height(
            text, [below_words(figure, text, theme)], rect.width() - text.line
        )
        foot.setTop(rect.bottom() - words - 0.5 * text.line)
    free = max(foot.top() - head.bottom(), 1.0)
    # Where they scroll, whole rows are seen at first.
    fitting = max(1, int(free / (wish.least * text.line)))
    each = min(free / max(1, min(count, fitting)), TALLEST_ROW * text.line)
    rows = stacked_rows(head.bottom(), free, [each] * count)
    ends = CHECK_ENDS if is_check else SCORE_ENDS
    return RecordLayout(rect, text, rows, QRectF(), theme, ends, head, foot)


def below_words(figure: HistoryFigure, text: TextStyle, theme: Theme) -> Paragraph:
    """Return what stands below the scores."""
    record, check = figure.record, figure.check
    words = ""
    if record is not None and check is not None:
        words = hold_out_words(record, check, figure.hold_out)
    return Paragraph(words, text.small, theme.ink_soft)


def test_words(figure: HistoryFigure, text: TextStyle, theme: Theme) -> list[list[Paragraph]]:
    """Return each outside test as paragraphs: name, claim, expectation, finding, caution."""
    findings = figure.findings
    if findings is None:
        return []
    soft, ink = theme.ink_soft, theme.ink
    return [
        [
            Paragraph(outcome.test.name, text.bold, ink),
            Paragraph(outcome.test.claim, text.font, soft),
            Paragraph(outcome.test.expectation, text.font, soft),
            Paragraph(found, text.font, ink),
            Paragraph(outcome.test.caution, text.font, soft),
        ]
        for outcome, found in zip(
            findings.outcomes, found_words(figure.case, findings), strict=True
        )
    ]


def words_rect(layout: RecordLayout, figure: HistoryFigure, row: int) -> QRectF:
    """Return where the words of an outside test stand: beside its curve, if it has one."""
    place = layout.row(row)
    has_chart = figure.findings is not None and isinstance(
        figure.findings.outcomes[row], SweepOutcome
    )
    return _words_rect(layout.cell(place, 0) if has_chart else place, layout.text)


def _words_rect(place: QRectF, text: TextStyle) -> QRectF:
    return place.adjusted(0.4 * text.line, 0.4 * text.line, -0.4 * text.line, 0)


def _tests_layout(
    figure: HistoryFigure, rect: QRectF, text: TextStyle, theme: Theme
) -> RecordLayout:
    heights: list[float] = []
    outcomes = () if figure.findings is None else figure.findings.outcomes
    for outcome, words in zip(outcomes, test_words(figure, text, theme), strict=True):
        has_chart = isinstance(outcome, SweepOutcome)
        width = (TEST_ENDS[1] if has_chart else 1.0) * rect.width() - 0.8 * text.line
        height = paragraphs_height(text, words, width) + 1.3 * text.line
        heights.append(max(height, CHART_LINES * text.line) if has_chart else height)
    rows: RowPlaces = stacked_rows(rect.top(), rect.height(), heights)
    return RecordLayout(rect, text, rows, QRectF(), theme, TEST_ENDS)
