"""The workbench: where controls, pictures, sentences and the panels that open lie."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.files.shelf import record_of
from explorer.model.assumption import is_variation_of
from explorer.model.case import Case
from explorer.model.wording import tr
from explorer.ui.look.theme import application_font
from explorer.ui.panels.control_panel import ControlPanel
from explorer.ui.panels.detail_panel import DetailPanel
from explorer.ui.panels.summary_panel import SummaryPanel
from explorer.ui.panels.term_sheet_panel import TermSheetPanel
from explorer.ui.pictures.frame.picture_frame import PictureFrame
from explorer.ui.pictures.frame.table_twin import TableTwin
from explorer.ui.pictures.picture_plot import PicturePlot
from explorer.ui.widgets.scrolling import DownScroll
from explorer.ui.window.explore_page import ExplorePage
from explorer.ui.window.message_bar import MessageBar

NARROW = 1366
"""Windows narrower than this many pixels, at normal text size, fold the right column."""

CONTROLS_SHARE = 0.27
"""How much of a narrow window's width the controls take at most, unless they need more."""

STRIP_LINES = 8
"""How many lines of text the folded right column is high at least."""

LEAST_SHARE = 0.3
"""How much of the height the strip leaves to a lower picture that needs more than there is."""

SCROLLED_SHARE = 0.75
"""How much of the height the lower picture has at least where it is scrolled to."""

ROWS = {False: "rows", True: "rows_narrow"}
"""The name under which the heights of the pictures are remembered, narrow or not."""

Sizes = dict[str, tuple[int, ...]]
"""Sizes of the parts of each splitter, in pixels, by the splitter's name."""


class Workbench(QWidget):
    """Regions A to F of the window.

    Signals
    -------
    panel_replaced()
        Another control panel is in place, because the case is another.
    whole_wanted()
        A part is to be seen that only the whole window has.
    """

    panel_replaced = Signal()
    whole_wanted = Signal()

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        """Build the regions of a case."""
        super().__init__(parent)
        self.message_bar = MessageBar()
        self.board = PictureFrame()
        self.below = PictureFrame()
        self.summary = SummaryPanel()
        self.detail = DetailPanel()
        self.term_sheet = TermSheetPanel()
        self.controls = ControlPanel(case, past=record_of(case))
        self._case = case
        self.page: ExplorePage | None = None
        self._is_narrow = False
        self._is_closed = False
        self._follows_below = False
        self._row_sizes: dict[bool, list[int]] = {}
        self._left = QVBoxLayout()
        self._upper = QVBoxLayout()
        self._lower_stack = _LowerStack()
        self._right_stack = QStackedWidget()
        self._rows = QSplitter(Qt.Orientation.Vertical)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        # Large text in a small window: the pictures keep their room and scroll.
        self._centre = DownScroll(self._rows)
        self._build()
        self.reset_layout()

    def show_level(self, page: ExplorePage | None) -> None:
        """Show the page of the simplest level in place of the regions, or the regions again."""
        for old in self.findChildren(ExplorePage):
            old.setVisible(old is page)
        if page is not None and page.parentWidget() is not self:
            whole = self.layout()
            if whole is not None:
                whole.addWidget(page)
        self.page = page
        self._columns.setHidden(page is not None)

    def panels(self) -> tuple[ControlPanel, ...]:
        """Return every panel of controls, that on screen first."""
        return (self.controls,) if self.page is None else (self.page.controls, self.controls)

    def frame_with_focus(self) -> PictureFrame:
        """Return the picture that has the keyboard, else the board."""
        focused = QApplication.focusWidget()
        is_below = focused is not None and self.below.isAncestorOf(focused)
        return self.below if is_below else self.board

    def show_case(self, case: Case) -> None:
        """Put the controls of a case in place of those of another."""
        if is_variation_of(case, self._case):
            return
        self._case = case
        old = self.controls
        self.controls = ControlPanel(case, past=record_of(case))
        self._left.replaceWidget(old, self.controls)
        old.hide()
        old.deleteLater()
        self.panel_replaced.emit()

    def show_detail(self) -> None:
        """Lay the detail panel over the lower picture."""
        self.whole_wanted.emit()
        self._lower_stack.setCurrentWidget(self.detail)
        self.detail.open_panel()
        self.reveal_below()

    def reveal_below(self) -> None:
        """Scroll to the lower picture and stay with it until the hand scrolls away."""
        self.whole_wanted.emit()
        self._follows_below = self.isVisible()
        self._fit_strip()
        self._scroll_below()

    def fit_strip(self, *, is_closed: bool) -> None:
        """Give the strip of a narrow window the room of its words, once the hand rests.

        Parameters
        ----------
        is_closed
            Whether no package is in the zone: the moves that open it are then shown whole, and
            the lower picture gives way.
        """
        if is_closed and not self._is_closed and not self._centre.verticalScrollBar().value():
            self._follows_below = False
        self._is_closed = is_closed
        self._fit_strip()

    def show_term_sheet(self) -> None:
        """Lay the term sheet over the right column; a narrow window gives up its strip for it."""
        self.whole_wanted.emit()
        self._right_stack.setCurrentWidget(self.term_sheet)
        if self._is_narrow:
            self.summary.hide()
        self._right_stack.show()

    def is_term_sheet_open(self) -> bool:
        """Return whether a term sheet is on screen."""
        is_shown = self._right_stack.isVisibleTo(self)
        return is_shown and self._right_stack.currentWidget() is self.term_sheet

    def regions(self) -> tuple[QWidget, ...]:
        """Return the regions that F6 goes through, in order, those on screen only."""
        order = (
            self.message_bar,
            *self._page_regions(),
            self.controls,
            self.board,
            self._lower_stack,
            self.summary,
            self.term_sheet,
        )
        return tuple(region for region in order if region.isVisible())

    def _page_regions(self) -> tuple[QWidget, ...]:
        page = self.page
        return () if page is None else (page.toggles, page.controls, page.board, page.cards)

    def focus_region(self, step: int) -> None:
        """Give the keyboard to the next region (1) or the one before (-1)."""
        regions = self.regions()
        focused = QApplication.focusWidget()
        here = next(
            (
                place
                for place, region in enumerate(regions)
                if focused is not None and (region is focused or region.isAncestorOf(focused))
            ),
            -1 if step > 0 else 0,
        )
        for distance in range(1, len(regions) + 1):
            target = first_focusable(regions[(here + step * distance) % len(regions)])
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def focus_controls(self) -> None:
        """Give the keyboard to the first control, also before the window is on screen."""
        first = first_focusable(self.panels()[0])
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_control(self, control_id: str) -> None:
        """Give the keyboard to a control, in the whole window if no simpler page has it."""
        if not self.panels()[0].has_control(control_id):
            self.whole_wanted.emit()
        self.panels()[0].focus_control(control_id)

    def sizes(self) -> Sizes:
        """Return what :meth:`show_sizes` takes."""
        return {
            "columns": tuple(self._columns.sizes()),
            **{name: tuple(self._row_sizes[key]) for key, name in ROWS.items()},
        }

    def show_sizes(self, sizes: Sizes) -> None:
        """Give the regions sizes that were remembered."""
        for key, name in ROWS.items():
            if len(sizes.get(name, ())) == self._rows.count():
                self._row_sizes[key] = list(sizes[name])
        self._rows.setSizes(self._row_sizes[self._is_narrow])
        if len(sizes.get("columns", ())) == self._columns.count():
            self._columns.setSizes(list(sizes["columns"]))

    def reset_layout(self) -> None:
        """Give the regions the sizes that they had at first."""
        em = self.fontMetrics().height()
        least = self.controls.minimumSizeHint().width()
        # Large text must not take the room of the pictures.
        left = min(20 * em, max(least, round(CONTROLS_SHARE * NARROW)))
        self._columns.setSizes([left, 52 * em, 18 * em])
        self._row_sizes = {False: [22 * em, 20 * em], True: [57 * em, 43 * em]}
        self._rows.setSizes(self._row_sizes[self._is_narrow])

    def _build(self) -> None:
        left = QWidget()
        left.setLayout(self._left)
        upper = QWidget()
        upper.setLayout(self._upper)
        self._left.addWidget(self.controls)
        self._upper.addWidget(self.board, 1)
        for layout in (self._left, self._upper):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        for widget in (self.below, self.detail):
            self._lower_stack.addWidget(widget)
        for widget in (self.summary, self.term_sheet):
            self._right_stack.addWidget(widget)
        self._rows.addWidget(upper)
        self._rows.addWidget(self._lower_stack)
        for widget in (left, self._centre, self._right_stack):
            self._columns.addWidget(widget)
        # A screen reader goes through the parts of a splitter in the order in which they were
        # raised, which is not the order in which they stand.
        for widget in (upper, self._lower_stack, left, self._centre, self._right_stack):
            widget.raise_()
        self._columns.setStretchFactor(1, 1)
        self._rows.setStretchFactor(0, 1)
        self._rows.setStretchFactor(1, 1)
        for splitter in (self._rows, self._columns):
            splitter.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._columns, 1)
        self.board.setAccessibleName(tr("Board"))
        self.below.setAccessibleName(tr("Lower picture"))
        self.detail.closed.connect(self._close_detail)
        self.term_sheet.closed.connect(self._close_term_sheet)
        self.summary.room_changed.connect(self._fit_strip)
        self._rows.splitterMoved.connect(self._remember_rows)
        for part in (self._centre, self._lower_stack):
            part.installEventFilter(self)
        bar = self._centre.verticalScrollBar()
        bar.rangeChanged.connect(self._scroll_below)
        bar.actionTriggered.connect(self._stop_following)
        self._lower_stack.setCurrentWidget(self.below)
        self._right_stack.setCurrentWidget(self.summary)

    def _close_detail(self) -> None:
        self._lower_stack.setCurrentWidget(self.below)

    def _close_term_sheet(self) -> None:
        if self._is_narrow:
            self._right_stack.hide()
            self.summary.show()
        else:
            self._right_stack.setCurrentWidget(self.summary)

    def _fold(self, *, is_narrow: bool) -> None:
        """Move the summary between the right column and the strip under the board."""
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        is_open = self.is_term_sheet_open()
        if is_narrow:
            self._right_stack.removeWidget(self.summary)
            self._upper.addWidget(self.summary)
            self._right_stack.setVisible(is_open)
            self.summary.setFixedHeight(self._least_strip())
        else:
            self._upper.removeWidget(self.summary)
            self.summary.setMinimumHeight(0)
            self._lower_stack.ask_for(0)
            self.summary.setMaximumHeight(self._columns.maximumHeight())
            self._right_stack.insertWidget(0, self.summary)
            self._right_stack.show()
            if not is_open:
                self._right_stack.setCurrentWidget(self.summary)
        self.summary.setVisible(not is_open)
        self.summary.show_shape(is_strip=is_narrow)
        # The headline of the strip, right below, says the same.
        self.board.show_sentence_line(not is_narrow)
        self._rows.setSizes(self._row_sizes[is_narrow])

    def _least_strip(self) -> int:
        return STRIP_LINES * self.fontMetrics().height()

    def _fit_strip(self) -> None:
        """Show headline and openings whole; all of the strip where the page scrolls anyhow."""
        if not self._is_narrow:
            return
        least = self._least_strip()
        lower = min(self._lower_stack.needed_height(), round(LEAST_SHARE * self._centre.height()))
        above = self.board.minimumSizeHint().height() + self._rows.handleWidth()
        free = self._centre.height() - above - lower
        self.summary.show_shape(is_strip=True)
        needed, whole = self.summary.strip_heights()
        is_scrolled = least > free or (self._is_closed and needed > free)
        if is_scrolled:
            self.summary.show_shape(is_strip=True, is_tall=True)
            _, whole = self.summary.strip_heights()
        height = max(least, whole if is_scrolled else min(needed, free))
        asked = round(SCROLLED_SHARE * self._centre.height()) if is_scrolled else 0
        self._lower_stack.ask_for(asked)
        if height != self.summary.height():
            self.summary.setFixedHeight(height)
            self._rows.setSizes(self._row_sizes[True])

    def _remember_rows(self) -> None:
        self._row_sizes[self._is_narrow] = self._rows.sizes()

    def _stop_following(self) -> None:
        self._follows_below = False

    def _scroll_below(self) -> None:
        """Bring as much of the lower picture into sight as there is room for, its top first."""
        if not self._follows_below:
            return
        bar, lower = self._centre.verticalScrollBar(), self._lower_stack.geometry()
        needed = lower.bottom() + 1 - self._centre.viewport().height()
        bar.setValue(min(lower.top(), max(bar.value(), needed)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = self.fontMetrics().height() / QFontMetrics(application_font()).height()
        self._fold(is_narrow=self.width() < NARROW * scale)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._centre and event.type() == QEvent.Type.Resize:
            self._fit_strip()
        elif watched is self._lower_stack and event.type() in (
            QEvent.Type.Move,
            QEvent.Type.Resize,
        ):
            self._scroll_below()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_strip()


class _LowerStack(QStackedWidget):
    """The lower picture, or the detail panel over it; at least as high as it is asked to be."""

    def __init__(self) -> None:
        super().__init__()
        self._least = 0

    def ask_for(self, height: int) -> None:
        """Be at least so many pixels high, also where less would do."""
        if height != self._least:
            self._least = height
            self.updateGeometry()

    def needed_height(self) -> int:
        """Return how high the tallest part is at least."""
        return super().minimumSizeHint().height()

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(0, self._least))


def first_focusable(region: QWidget) -> QWidget | None:
    """Return the first part of a region that takes the keyboard, or None.

    A picture, or the table in its place, comes before the buttons around it.
    """
    for part in sorted([region, *region.findChildren(QWidget)], key=_is_no_picture):
        takes_keys = part.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_keys and part.isEnabled() and part.isVisibleTo(region.window()):
            return part
    return None


def _is_no_picture(part: QWidget) -> bool:
    return not isinstance(part, PicturePlot | TableTwin)
