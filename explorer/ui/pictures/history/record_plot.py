"""The check, its scores and the outside tests as a picture, followed by hand and keyboard."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from explorer.figures.history import HistoryFigure
from explorer.figures.history_scores import hits_text, tally_name
from explorer.figures.history_tables import answer_words, found_words
from explorer.model.wording import tr
from explorer.ui.pictures.history.record_layout import ON_PAPER, RecordLayout, record_layout
from explorer.ui.pictures.history.record_painting import SIDES, paint_record_rows
from explorer.ui.pictures.pen import Pen
from explorer.ui.pictures.rows.row_places import RowWish
from explorer.ui.pictures.rows.rows_picture import RowsPicture


class RecordPlot(RowsPicture[HistoryFigure, RecordLayout]):
    """What the record says of the model, row by row.

    Up and Down read the rows; in the check Left and Right read either side's answer.
    """

    least_on_paper = ON_PAPER

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = 0

    def row_count(self, figure: HistoryFigure) -> int:
        if figure.check is None or figure.findings is None:
            return 0
        if figure.show == "tests":
            return len(figure.findings.outcomes)
        return len(figure.check.proposals if figure.show == "check" else figure.check.tallies)

    def row_words(self, figure: HistoryFigure, row: int) -> str:
        check, record, findings = figure.check, figure.record, figure.findings
        if check is None or record is None or findings is None:
            return ""
        if figure.show == "check":
            return self._answer(figure, row, self._side)
        if figure.show == "scores":
            tally = check.tallies[row]
            name = tally_name(figure.case, record, tally)
            return tr("{name}: {score}", name=name, score=hits_text(tally))
        words = found_words(figure.case, findings)[row]
        return tr("{name}: {words}", name=findings.outcomes[row].test.name, words=words)

    def arranged(
        self, figure: HistoryFigure, rect: QRectF, font: QFont, wish: RowWish
    ) -> RecordLayout:
        return record_layout(figure, rect, font, self._theme, wish)

    def paint_rows(self, pen: Pen, layout: RecordLayout, figure: HistoryFigure) -> None:
        paint_record_rows(pen, layout, figure)

    def form(self, figure: HistoryFigure) -> object:
        return (figure.show, figure.check, figure.hold_out, figure.case)

    def step_across(self, figure: HistoryFigure, step: int) -> None:
        row = self.cursor_row(figure)
        if figure.show == "check" and row is not None:
            self._side = 0 if step < 0 else 1
            self.tell_row(figure, row, self.row_words(figure, row))
            self.update()

    def words_at(self, figure: HistoryFigure, layout: RecordLayout, point: QPointF) -> str:
        row = layout.rows.at(point.y())
        if row is None:
            return ""
        if figure.show != "check":
            return self.row_words(figure, row)
        is_second = point.x() >= layout.cell(layout.row(row), SIDES[1]).left()
        return self._answer(figure, row, int(is_second))

    def cursor_rect(self, figure: HistoryFigure, layout: RecordLayout, row: int) -> QRectF:
        place = layout.row(row)
        if figure.show != "check":
            return place
        first = SIDES[self._side]
        return layout.cell(place, first if self._side else 0, first + 3)

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(34 * line, 15 * line)

    def _answer(self, figure: HistoryFigure, row: int, side: int) -> str:
        """Return one side's answer to a proposal in words."""
        if figure.check is None:
            return ""
        each = figure.check.proposals[row]
        return answer_words(figure.case, each, each.answers[side])
