"""The workbench: where controls, pictures, sentences and the panels that open lie."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.files.settings import Place
from explorer.files.shelf import record_of
from explorer.model.assumption import is_variation_of
from explorer.model.case import Case
from explorer.ui.look.themed import TextSized
from explorer.ui.panels.control_panel import ControlPanel
from explorer.ui.panels.detail_panel import DetailPanel
from explorer.ui.panels.summary_panel import SummaryPanel
from explorer.ui.panels.term_sheet_panel import TermSheetPanel
from explorer.ui.pictures.frame.picture_frame import PictureFrame
from explorer.ui.pictures.frame.table_twin import TableTwin
from explorer.ui.pictures.picture_plot import PicturePlot
from explorer.ui.widgets.fitted import Fitted
from explorer.ui.window.calm_page import CalmPage
from explorer.ui.window.explore_page import ExplorePage
from explorer.ui.window.gallery import Gallery
from explorer.ui.window.message_bar import MessageBar
from explorer.ui.window.stage import Stage, text_scale
from explorer.ui.window.tab_strip import StripTab
from explorer.views.tabs import TABS, group_words

NARROW = 1366
"""Windows narrower than this many pixels, at normal text size, fold the right column."""

CRAMPED = 800
"""Windows narrower than this fold the controls too: no board would be whole beside them."""

RIGHT = 300
"""What the right column takes of a window: with it open, controls fold so much sooner."""

CONTROLS_SHARE = 0.27
"""How much of a narrow window's width the controls take at most, unless they need more."""

Sizes = dict[str, tuple[int, ...]]
"""Sizes of the parts of each splitter, in pixels, by the splitter's name."""


class Workbench(TextSized, QWidget):
    """Regions A to F of the window; ``around`` are toolbar and status bar, reached by F6 as well.

    Signals
    -------
    panel_replaced()
        Another control panel is in place, because the case is another.
    whole_wanted()
        A part is to be seen that only the whole window has.
    answer_hidden_changed()
        What the settings lead to is hidden now, or to be seen again.
    """

    panel_replaced = Signal()
    whole_wanted = Signal()
    answer_hidden_changed = Signal()

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        """Build the regions of a case."""
        super().__init__(parent)
        self.message_bar = MessageBar()
        self.stage = Stage()
        self.board, self.below = self.stage.upper_frame, self.stage.lower_frame
        self.gallery = Gallery(_strip_tabs())
        self.summary = SummaryPanel()
        self.detail = DetailPanel()
        self.term_sheet = TermSheetPanel()
        self.controls = ControlPanel(case, past=record_of(case))
        self._case = case
        self.page: ExplorePage | None = None
        self.around: tuple[QWidget, ...] = ()
        self.is_answer_hidden = False
        self._calm = CalmPage()
        self._above, self._below = Fitted(), Fitted()
        self._is_narrow = self._is_cramped = self._is_squeezed = self._is_alone = False
        self._column_sizes: list[int] | None = None
        self._left_part = QWidget()
        self._left = QVBoxLayout(self._left_part)
        self._centre = QWidget()
        self._right_stack = QStackedWidget()
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._laying_out = QTimer(self)
        self._laying_out.setSingleShot(True)
        self._laying_out.setInterval(0)
        self._laying_out.timeout.connect(self._apply_columns)
        self._build()
        self.reset_layout()

    def show_level(self, page: ExplorePage | None) -> None:
        """Show the page of the simplest level in place of the regions, or the regions again."""
        for old in self.findChildren(ExplorePage):
            old.setVisible(old is page)
        if page is not None and page.parentWidget() is not self:
            self._whole.insertWidget(self._whole.indexOf(self._below), page, 1)
        self.page = page
        if page is not None:
            page.hide_answer(is_hidden=self.is_answer_hidden)
        self.show_alone(is_alone=self._is_alone)
        self._columns.setHidden(page is not None)
        self._show_columns()

    def show_alone(self, *, is_alone: bool) -> None:
        """Have the page of the simplest level show its picture alone, or all of itself again.

        The regions do so by themselves while a picture is maximised.
        """
        self._is_alone = is_alone
        if self.page is not None:
            self.page.show_alone(is_alone=is_alone)
        self._show_columns()

    def add_above(self, part: QWidget) -> None:
        """Put something above the gallery, at every level."""
        self._add(part, self._above)

    def add_below(self, part: QWidget) -> None:
        """Put something below the pictures, at every level."""
        self._add(part, self._below)

    def hide_answer(self, *, is_hidden: bool) -> None:
        """Hide all that the settings lead to, or show it again; the controls stay."""
        if is_hidden == self.is_answer_hidden:
            return
        self.is_answer_hidden = is_hidden
        if self.page is not None:
            self.page.hide_answer(is_hidden=is_hidden)
        self._show_columns()
        self.answer_hidden_changed.emit()

    def panels(self) -> tuple[ControlPanel, ...]:
        """Return every panel of controls, that on screen first."""
        return (self.controls,) if self.page is None else (self.page.controls, self.controls)

    def frame_with_focus(self) -> PictureFrame:
        """Return the picture that has the keyboard, or had it last."""
        return self.stage.frame(self.stage.active)

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
        self.stage.cover(self.detail)
        self.detail.open_panel()

    def reveal(self, place: Place) -> None:
        """Bring the picture in a place on screen, and into sight."""
        self.whole_wanted.emit()
        self.stage.reveal(place)

    def show_summary(self, *, is_shown: bool) -> None:
        """Show the sentences of a narrow window in full beside the pictures, or fold them."""
        self.summary.strip.show_unfolded(is_unfolded=is_shown)
        self._right_stack.setCurrentWidget(self.summary)
        self._show_columns()

    def show_controls(self, *, is_shown: bool) -> None:
        """Show the controls of a cramped window beside the picture, or fold them."""
        self.summary.strip.controls_button.setChecked(is_shown)

    def show_term_sheet(self) -> None:
        """Lay the term sheet over the right column."""
        self.whole_wanted.emit()
        self.show_sheet(is_shown=True)

    def show_sheet(self, *, is_shown: bool) -> None:
        """Lay the term sheet over the right column of the whole window, or take it away."""
        if is_shown:
            self._right_stack.setCurrentWidget(self.term_sheet)
            self._show_columns()
            # Beside a maximised picture as well: somebody asked for it.
            self._right_stack.setHidden(self.is_answer_hidden)
        elif self._right_stack.currentWidget() is self.term_sheet:
            self._close_term_sheet()

    def regions(self) -> tuple[QWidget, ...]:
        """Return the regions that F6 goes through, in order, those on screen only."""
        order = (
            self.message_bar,
            *_parts(self._above),
            *self._page_regions(),
            self.gallery,
            self.controls,
            self.summary.strip,
            *self.stage.regions(),
            self.summary,
            self.term_sheet,
            *_parts(self._below),
            *self.around,
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
        """Give the keyboard to the first control, also before the window is on screen.

        Where the controls are folded, what unfolds them gets it.
        """
        for region in (self.panels()[0], self.summary.strip):
            first = first_focusable(region)
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def focus_control(self, control_id: str) -> None:
        """Give the keyboard to a control, whatever hides it."""
        if not self.panels()[0].has_control(control_id):
            self.whole_wanted.emit()
        self.stage.show_maximised(is_on=False)
        if self.page is None:
            self.show_controls(is_shown=True)
        self.panels()[0].focus_control(control_id)

    def sizes(self) -> Sizes:
        """Return the sizes that the hand gave, as :meth:`show_sizes` takes them."""
        return {"columns": tuple(self._column_sizes or ()), **self.stage.sizes()}

    def show_sizes(self, sizes: Sizes) -> None:
        """Give the regions sizes that were remembered; empty ones stand for those of the start."""
        if len(sizes.get("columns", ())) == self._columns.count():
            self._column_sizes = list(sizes["columns"])
        self._apply_columns()
        self.stage.show_sizes(sizes)

    def reset_layout(self) -> None:
        """Lay out and size everything as at first."""
        self._column_sizes = None
        self.stage.reset()
        self.show_controls(is_shown=False)
        self.show_summary(is_shown=False)
        self._apply_columns()

    def _build(self) -> None:
        self._left.addWidget(self.controls)
        centre = QVBoxLayout(self._centre)
        for part in (self.summary.strip, self.stage, self._calm):
            centre.addWidget(part)
        self.stage.set_cover(self.detail)
        for panel in (self.summary, self.term_sheet):
            self._right_stack.addWidget(panel)
        # A screen reader goes through the parts of a splitter in the order in which they were
        # raised, which is not the order in which they stand.
        for part in (self._left_part, self._centre, self._right_stack):
            self._columns.addWidget(part)
            part.raise_()
        self._columns.setStretchFactor(1, 1)
        self._columns.setChildrenCollapsible(False)
        whole = self._whole = QVBoxLayout(self)
        whole.addWidget(self._above)
        whole.addWidget(self.gallery)
        whole.addWidget(self._columns, 1)
        whole.addWidget(self._below)
        around = (QVBoxLayout(self._above), QVBoxLayout(self._below))
        for layout in (self._left, centre, whole, *around):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self.detail.closed.connect(self.stage.uncover)
        self.term_sheet.closed.connect(self._close_term_sheet)
        self.summary.strip.unfolded.connect(self._unfold)
        self.summary.strip.controls_unfolded.connect(self._show_columns)
        self.stage.maximised_changed.connect(self._on_maximised)
        self._columns.splitterMoved.connect(self._remember_columns)
        self._show_columns()

    def _on_maximised(self, is_alone: bool) -> None:
        # Before its own place goes, the keyboard goes to what stays.
        if is_alone:
            target = first_focusable(self.frame_with_focus())
            if target is not None:
                target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_columns()

    def _unfold(self, is_unfolded: bool) -> None:
        self.show_summary(is_shown=is_unfolded)

    def _close_term_sheet(self) -> None:
        self._right_stack.setCurrentWidget(self.summary)
        self._show_columns()

    def _show_columns(self) -> None:
        """Show what a narrow window, or a picture that wants all of it, leaves room for."""
        is_alone, strip = self.stage.is_maximised, self.summary.strip
        is_summary = self._right_stack.currentWidget() is self.summary
        is_folded = self._is_narrow and is_summary and not strip.is_unfolded
        is_cramped = self._is_cramped or (self._is_squeezed and not is_folded)
        has_controls = not is_cramped or strip.controls_button.isChecked()
        is_hidden = self.is_answer_hidden
        is_filled = self._is_alone or is_alone
        self._above.setHidden(is_filled or not _parts(self._above))
        self._below.setHidden(is_filled or not _parts(self._below))
        self.gallery.setHidden(is_alone or is_hidden or self.page is not None)
        self.stage.setHidden(is_hidden)
        self._calm.setVisible(is_hidden)
        self._left_part.setHidden(is_alone or not has_controls)
        strip.controls_button.setVisible(is_cramped)
        strip.setVisible(self._is_narrow and not is_alone and not is_hidden)
        self._right_stack.setHidden(is_alone or is_folded or is_hidden)
        # The headline above says the same.
        for frame in (self.board, self.below):
            frame.tell_board(not self._is_narrow)

    def _add(self, part: QWidget, place: QWidget) -> None:
        layout = place.layout()
        if layout is not None:
            layout.addWidget(part)
        self._show_columns()

    def _remember_columns(self) -> None:
        self._column_sizes = self._columns.sizes()

    def _apply_columns(self) -> None:
        """Give the columns the widths that the hand gave them, or those of the start."""
        em = self.fontMetrics().height()
        least = self.controls.minimumSizeHint().width()
        # Large text must not take the room of the pictures.
        left = min(20 * em, max(least, round(CONTROLS_SHARE * NARROW)))
        self._columns.setSizes(self._column_sizes or [left, 52 * em, 18 * em])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def follow_text_size(self) -> None:
        self._fold()
        # Larger text pushes the columns apart; they come back once it is smaller again.
        self._laying_out.start()

    def _fold(self) -> None:
        """Fold the right column of a narrow window into one line of words, and the controls."""
        room = self.width() / text_scale(self)
        before = (self._is_narrow, self._is_squeezed, self._is_cramped)
        limits = (NARROW, CRAMPED + RIGHT, CRAMPED)
        self._is_narrow, self._is_squeezed, self._is_cramped = (room < each for each in limits)
        if before != (self._is_narrow, self._is_squeezed, self._is_cramped):
            self._show_columns()


def _parts(place: QWidget) -> list[QWidget]:
    """Return what stands in a place, from the top."""
    return place.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)


def _strip_tabs() -> tuple[StripTab, ...]:
    return tuple(StripTab(tab.id, tab.words(), tab.title(), group_words(tab.group)) for tab in TABS)


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
