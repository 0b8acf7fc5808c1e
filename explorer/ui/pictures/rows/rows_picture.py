"""A picture that is a table with one drawn column: rows to read, choose and scroll through."""

from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from explorer.figures.figure import Figure
from explorer.model.wording import tr, tr_n
from explorer.ui.look.theme import scaled_font
from explorer.ui.pictures.pen import LEFT, Pen
from explorer.ui.pictures.rows.laid_out_plot import LaidOutPlot
from explorer.ui.pictures.rows.row_places import ANY_ROWS, LEAST_ROW, RowWish
from explorer.ui.pictures.rows.rows_layout import RowsLayout
from explorer.ui.pictures.rows.stepping import stepped

Key = Qt.Key
_DOWN = {Key.Key_Up: -1, Key.Key_Down: 1, Key.Key_PageUp: -5, Key.Key_PageDown: 5}
_ACROSS = {Key.Key_Left: -1, Key.Key_Right: 1}
_ENTER = (Key.Key_Return, Key.Key_Enter)

SMALLEST_TEXT = 0.55
"""How far text shrinks on paper, where nothing can be scrolled."""

Shown = TypeVar("Shown", bound=Figure)
"""The kind of figure that a picture shows."""

Laid = TypeVar("Laid", bound=RowsLayout)
"""The kind of layout that it keeps."""


class RowsPicture(LaidOutPlot[Shown, Laid], Generic[Shown, Laid]):
    """Rows that are read, chosen, opened and scrolled through by hand and keyboard.

    Up, Down, Page up, Page down, Home and End go from row to row; Left and Right step through
    what one row holds; Enter opens the row. Where not all rows have room, an entry below them
    tells how many more there are; the keyboard finds it after the last row.
    """

    least_on_screen = LEAST_ROW
    """How many text lines a row is high at least on the screen."""

    least_on_paper = LEAST_ROW
    """How many text lines a row is high at least where nothing can be scrolled."""

    liked_size = QSize(44, 24)
    """How large the picture would like to be, in heights of a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: Shown | None = None
        self._cursor: int | None = None
        self._is_on_more = False
        self._is_open = False
        self._pressed: QPointF | None = None
        self._most = ANY_ROWS
        # Made when first needed: Qt paints a widget without children faster.
        self._scroll: QScrollBar | None = None
        self.setMouseTracking(True)
        # Nothing behind it needs to be painted.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def row_count(self, figure: Shown) -> int:
        """Return how many rows a figure has."""
        raise NotImplementedError

    def row_words(self, figure: Shown, row: int) -> str:
        """Return a row in plain words, for pointing at it and for reading it aloud."""
        raise NotImplementedError

    def arranged(self, figure: Shown, rect: QRectF, font: QFont, wish: RowWish) -> Laid:
        """Return where everything lies in a rectangle, with the rows that are wanted."""
        raise NotImplementedError

    def paint_rows(self, pen: Pen, layout: Laid, figure: Shown) -> None:
        """Draw the figure; the ground is already there."""
        raise NotImplementedError

    def form(self, figure: Shown) -> object:
        """Return everything of a figure on which its layout depends, to be compared."""
        return figure

    def cursor_row(self, figure: Shown) -> int | None:
        """Return the row on which the keyboard stands."""
        count = self.row_count(figure)
        return None if self._cursor is None or self._cursor >= count else self._cursor

    def stand_on(self, figure: Shown, row: int) -> None:
        """Take note that hand or keyboard went to a row."""
        self._cursor = row

    def open_row(self, figure: Shown, row: int) -> None:
        """Do what Enter on a row does; nothing here."""

    def click_row(self, figure: Shown, row: int, point: QPointF) -> None:
        """Do what a click at a point of a row does."""
        self.stand_on(figure, row)
        self.open_row(figure, row)

    def step_across(self, figure: Shown, step: int) -> None:
        """Go to the next thing in a row, or to the one before; there is none here."""

    def words_at(self, figure: Shown, layout: Laid, point: QPointF) -> str:
        """Return what lies under a point in words; "" for nothing."""
        row = layout.rows.at(point.y())
        return "" if row is None else self.row_words(figure, row)

    def cursor_rect(self, figure: Shown, layout: Laid, row: int) -> QRectF:
        """Return around what the keyboard's ring is drawn on a row."""
        return layout.row(row)

    def above(self, figure: Shown, layout: Laid, row: int) -> float:
        """Return how much above a row comes into sight together with it."""
        return 0.0

    def paint_omission(self, pen: Pen, layout: Laid) -> None:
        """Say on paper how many rows have no room, where there are such."""
        if layout.rows.hidden:
            self._paint_more(pen, layout)

    def paint_screen(self, painter: QPainter, layout: Laid, figure: Shown) -> None:
        """Draw ground and figure on the screen; pictures that keep pixels do so here."""
        painter.fillRect(self.rect(), QColor(self._theme.ground))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_rows(Pen(painter, self._theme, layout.text), layout, figure)

    def show_figure(self, figure: Shown) -> None:
        """Show a figure; emits nothing."""
        previous, self._figure = self._figure, figure
        if previous is None or self.form(previous) != self.form(figure):
            self.forget_layout()
        self._keep_cursor_in_sight(figure)
        self.describe(figure.title, figure.sentence)
        self.update()

    def laid_out(self, figure: Shown) -> Laid:
        """Return where everything lies on the screen now."""
        if self._layout is None:
            rect = self.room()
            chosen, least = self.cursor_row(figure), self.least_on_screen
            wish = RowWish(chosen, self._is_open, least, self._most)
            layout = self.arranged(figure, rect, self.font(), wish)
            if layout.rows.excess > 0:
                rect.setWidth(rect.width() - self._scroll_bar().sizeHint().width())
                layout = self.arranged(figure, rect, self.font(), wish)
            if self._is_presented:
                layout = replace(layout, rows=layout.rows.whole())
            self._layout = layout
            if self._scroll is not None:
                self._place_scroll(self._scroll, layout)
                self._layout = _scrolled(layout, self._scroll.value())
        return self._layout

    def room(self) -> QRectF:
        """Return the part of the widget that is drawn on."""
        return QRectF(self.rect())

    def paper_layout(self, figure: Shown, rect: QRectF, font: QFont) -> Laid:
        """Return a layout for paper: text shrinks, to about half at most, until all rows show."""
        scale, wish = 1.0, RowWish(self.cursor_row(figure), least=self.least_on_paper)
        layout = self.arranged(figure, rect, font, wish)
        while (layout.rows.hidden or layout.rows.excess) and scale > SMALLEST_TEXT:
            scale -= 0.05
            layout = self.arranged(figure, rect, scaled_font(font, scale), wish)
        return layout

    def readable_rows(self) -> int:
        return 0 if self._figure is None else self.row_count(self._figure)

    def readable_row(self, row: int) -> tuple[str, QRect, bool]:
        figure = self._figure
        if figure is None or row >= self.row_count(figure):
            return "", QRect(), False
        layout = self.laid_out(figure)
        rect = layout.row(row).toRect() if row in layout.rows.spans else QRect()
        return self.row_words(figure, row), rect, row == self.cursor_row(figure)

    def tell_row(self, figure: Shown, row: int, words: str) -> None:
        """Say something below a row."""
        layout = self.laid_out(figure)
        rect = layout.row(row) if row in layout.rows.spans else layout.window()
        self.tell_at(words, QPoint(round(rect.left() + rect.width() / 3), round(rect.bottom())))

    def _scroll_bar(self) -> QScrollBar:
        if self._scroll is None:
            self._scroll = QScrollBar(Qt.Orientation.Vertical, self)
            self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._scroll.valueChanged.connect(self._show_scrolled)
        return self._scroll

    def _place_scroll(self, bar: QScrollBar, layout: Laid) -> None:
        rows = layout.rows
        bar.blockSignals(True)
        bar.setRange(0, round(rows.excess))
        bar.setPageStep(round(rows.height))
        bar.setSingleStep(round(1.5 * layout.text.line))
        bar.blockSignals(False)
        width = bar.sizeHint().width()
        bar.setGeometry(self.width() - width, round(rows.top), width, round(rows.height))
        bar.setVisible(rows.excess > 0)

    def _show_scrolled(self, offset: int) -> None:
        if self._layout is not None:
            self._layout = _scrolled(self._layout, offset)
        self.update()

    def _keep_cursor_in_sight(self, figure: Shown) -> None:
        """Lay rows out anew where which of them are left out depends on the cursor."""
        rows = None if self._layout is None else self._layout.rows
        row = self.cursor_row(figure)
        if rows is not None and rows.hidden and row is not None:
            is_in_order = rows.shown == tuple(range(len(rows.shown)))
            if row not in rows.spans or not (is_in_order or row == rows.shown[-1]):
                self._layout = None

    def _reveal(self, figure: Shown, row: int) -> None:
        self._keep_cursor_in_sight(figure)
        layout = self.laid_out(figure)
        # A picture whose owner chooses rows shows a row left out with its next figure.
        if self._scroll is not None and row in layout.rows.spans:
            above = self.above(figure, layout, row)
            self._scroll.setValue(round(layout.rows.offset_for(row, above)))

    def _more_words(self, layout: Laid) -> str:
        if self._is_open:
            return tr("show fewer rows")
        hidden = layout.rows.hidden
        return tr_n("{n} more row", "{n} more rows", hidden) if hidden else ""

    def _has_more(self, layout: Laid) -> bool:
        return layout.rows.hidden > 0 or (self._is_open and layout.rows.excess > 0)

    def _step(self, figure: Shown, step: int) -> None:
        count, layout = self.row_count(figure), self.laid_out(figure)
        stops = count + (1 if count and self._has_more(layout) else 0)
        place = stepped(count if self._is_on_more else self.cursor_row(figure), step, stops)
        if place is not None:
            self._go_to(figure, place, count)

    def _go_to(self, figure: Shown, place: int, count: int) -> None:
        self._is_on_more = place == count
        if self._is_on_more:
            layout = self.laid_out(figure)
            self.tell_at(self._more_words(layout), layout.more.bottomLeft().toPoint())
        else:
            self.stand_on(figure, place)
            # Whoever chooses rows may have shown another figure by now.
            now = self._figure or figure
            self._reveal(now, place)
            self.tell_row(now, place, self.row_words(now, place))
        self.update()

    def _enter(self, figure: Shown) -> None:
        row = self.cursor_row(figure)
        if self._is_on_more:
            self.show_all_rows(not self._is_open)
        elif row is not None:
            self.open_row(figure, row)

    def show_most_rows(self, most: int) -> None:
        """Show so many rows at most, unless the reader opens them all."""
        if most != self._most:
            self._most = most
            self.forget_layout()
            self.update()

    def show_all_rows(self, is_open: bool) -> None:
        """Show all rows, to be scrolled through, or as many as have room."""
        self._is_open, self._is_on_more = is_open, False
        self.forget_layout()
        if self._figure is not None and (row := self.cursor_row(self._figure)) is not None:
            self._reveal(self._figure, row)
        self.update()

    def _paint_more(self, pen: Pen, layout: Laid) -> None:
        """Say below the rows how many more there are, with an arrow."""
        text, more = pen.text, layout.more
        colour = pen.theme.ink if self._is_on_more and self.hasFocus() else pen.theme.ink_soft
        size, y = 0.22 * text.line, more.center().y()
        x, way = more.left() + size, -1 if self._is_open else 1
        pen.stroke(colour, 1.5)
        corners = (
            (x - size, y - way * size / 2),
            (x, y + way * size / 2),
            (x + size, y - way * size / 2),
        )
        pen.painter.drawPolyline([QPointF(*corner) for corner in corners])
        words = more.adjusted(3 * size, 0, 0, 0)
        pen.write(words, self._more_words(layout), colour, text.small, LEFT)

    def _paint_cursor(self, pen: Pen, layout: Laid, figure: Shown) -> None:
        row = self.cursor_row(figure)
        if not self.hasFocus():
            return
        pen.painter.save()
        pen.painter.setPen(QColor(self._theme.focus))
        pen.stroke(self._theme.focus, 1.5)
        if self._is_on_more:
            pen.outline(layout.more)
        elif row is not None and row in layout.rows.spans:
            pen.painter.setClipRect(layout.window())
            pen.outline(self.cursor_rect(figure, layout, row).adjusted(1, 1, -1, -1))
        pen.painter.restore()

    def paint_on(self, painter: QPainter, room: QRectF) -> None:
        if self._figure is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self.paper_layout(self._figure, room, self.font())
        pen = Pen(painter, self._theme, layout.text)
        self.paint_rows(pen, layout, self._figure)
        self.paint_omission(pen, layout)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, figure = QPainter(self), self._figure
        if figure is None:
            painter.fillRect(self.rect(), QColor(self._theme.ground))
        else:
            layout = self.laid_out(figure)
            self.paint_screen(painter, layout, figure)
            pen = Pen(painter, self._theme, layout.text)
            if self._has_more(layout):
                self._paint_more(pen, layout)
            self._paint_cursor(pen, layout, figure)
        self.wash(painter, QRectF(self.rect()))
        painter.end()

    def sizeHint(self) -> QSize:
        return self.liked_size * self.fontMetrics().height()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        figure, point = self._figure, event.position()
        if figure is None:
            return
        layout = self.laid_out(figure)
        is_on_more = self._has_more(layout) and layout.more.contains(point)
        words = self._more_words(layout) if is_on_more else self.words_at(figure, layout, point)
        self.tell(words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # What is let go elsewhere was a drag and no click.
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        figure, point, start = self._figure, event.position(), self._pressed
        self._pressed = None
        if figure is None or event.button() != Qt.MouseButton.LeftButton or start is None:
            return
        if (point - start).manhattanLength() >= QApplication.startDragDistance():
            return
        layout = self.laid_out(figure)
        if self._has_more(layout) and layout.more.contains(point):
            self.show_all_rows(not self._is_open)
            return
        row = layout.rows.at(point.y())
        if row is not None:
            self._is_on_more = False
            self.click_row(figure, row, point)
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._scroll is not None and self._scroll.isVisible():
            self._scroll.setValue(self._scroll.value() - round(event.angleDelta().y() / 2))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        figure, key = self._figure, Key(event.key())
        count = 0 if figure is None else self.row_count(figure)
        if figure is None or not count:
            super().keyPressEvent(event)
        elif key in _DOWN:
            self._step(figure, _DOWN[key])
        elif key in (Key.Key_Home, Key.Key_End):
            self._go_to(figure, 0 if key == Key.Key_Home else count - 1, count)
        elif key in _ACROSS:
            self.step_across(figure, _ACROSS[key])
        elif key in _ENTER:
            self._enter(figure)
        else:
            super().keyPressEvent(event)


def _scrolled(layout: Laid, offset: float) -> Laid:
    rows = layout.rows.scrolled(offset)
    return layout if rows is layout.rows else replace(layout, rows=rows)
