"""The summary: the headline to photograph, what changed, and what is announced."""

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from explorer.figures.change import Change
from explorer.figures.compare import Comparison
from explorer.figures.headline import Headline
from explorer.figures.opening import OpeningFigure
from explorer.model.wording import tr
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import PanelLabel, Rank, fit_labels, spacing
from explorer.ui.panels.compare_block import CompareBlock
from explorer.ui.panels.entry_list import Entry, EntryList
from explorer.ui.panels.headline_strip import HeadlineStrip
from explorer.ui.panels.opening_block import OpeningBlock
from explorer.ui.panels.steady_room import SteadyRoom
from explorer.ui.widgets.announcing import announce
from explorer.ui.widgets.card import Card

MARGIN, GAP = 8, 8
"""Distances in units."""


class SummaryPanel(TextSized, QWidget):
    """Regions E and F: one large sentence, its details, and the list of changes.

    Where something is closed, the smallest moves that open it stand between the two. While the
    window compares, lists of settings, assumptions and zones that differ take the place of the
    changes. ``strip`` says the headline alone; it stands elsewhere in a narrow window.
    """

    control_requested = Signal(str)
    assumptions_requested = Signal()
    row_requested = Signal(str)
    opening_tried = Signal(object)
    openings_shown = Signal(object)
    announced = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.openings: OpeningFigure | None = None
        self._found_openings: OpeningFigure | None = None
        self._are_openings_kept = False
        self.strip = HeadlineStrip(self)
        self.strip.hide()
        self._headline = HeadlineBlock(self)
        self._openings = OpeningBlock(self)
        self._lines = OpeningBlock(self)
        self._how = PanelLabel(Rank.SOFT, tr("Click one to try it; Undo takes it back."), self)
        self._moves = QWidget(self)
        self._blocks = QVBoxLayout(self._moves)
        self._changes = Card(self)
        self._changes.setAccessibleName(tr("What changed"))
        self._heading = PanelLabel(Rank.STRONG, tr("What changed"), self._changes)
        self._compared = PanelLabel(Rank.BODY, "", self._changes)
        self._message = PanelLabel(Rank.BODY, "", self._changes)
        self.compare = CompareBlock(self._changes)
        self._settings_head = PanelLabel(Rank.STRONG, "", self._changes)
        self._zones_head = PanelLabel(Rank.STRONG, "", self._changes)
        self._settings = EntryList(self._changes)
        self._assumptions_head = PanelLabel(
            Rank.STRONG, tr("Assumptions that differ"), self._changes
        )
        self._assumptions = EntryList(self._changes)
        self._zones = EntryList(self._changes, is_beside=True)
        self._lists = QVBoxLayout()
        self._content = QWidget(self)
        self._layout = QVBoxLayout(self._content)
        self._scroll = QScrollArea(self)
        self._steady = SteadyRoom(self, self._scroll, self._layout, self._space_out)
        self._arrange()
        self._space_out()
        fit_labels(self)

    def show_summary(
        self,
        headline: Headline,
        changes: tuple[Change, ...],
        note: str = "",
        *,
        since: str = "",
        is_moving: bool = False,
    ) -> None:
        """Show the headline with a note under it, and the changes.

        Parameters
        ----------
        changes
            What changed, most important first; may be empty.
        note
            One more sentence under the headline, such as a hint; "" for none.
        since
            What the changes are counted from; "" if that is clear.
        is_moving
            Whether the hand is moving something: changes then keep their order.
        """
        self._show_headline(headline, note)
        heading = tr("What differs from {name}", name=since) if since else tr("What changed")
        self._heading.show_text(heading if changes else tr("Nothing changed yet"))
        self._show_lists(
            tuple(c for c in changes if c.control_id),
            tuple(c for c in changes if c.row_id),
            is_moving=is_moving,
        )
        self._show_assumptions(())
        self._show_comparing(is_on=False)

    def show_comparison(self, headline: Headline, comparison: Comparison, note: str = "") -> None:
        """Show the headline, and what differs from what is compared with.

        Parameters
        ----------
        comparison
            Settings, assumptions and zones that differ.
        note
            One more sentence under the headline; "" for none.
        """
        self._show_headline(headline, note)
        self._compared.show_text(comparison.sentence)
        self._settings_head.show_text(comparison.no_settings or tr("Settings that differ"))
        self._zones_head.show_text(comparison.no_zones or tr("Zones that differ"))
        self._show_lists(comparison.settings, comparison.zones)
        self._show_assumptions(comparison.assumptions)
        self._show_comparing(is_on=True)

    def show_openings(self, figure: OpeningFigure | None) -> None:
        """Show the moves that open what is closed; None where there is nothing to open."""
        self._found_openings = figure
        self._show_openings(None if self._are_openings_kept else figure)

    def keep_openings(self, *, are_kept: bool) -> None:
        """Keep to oneself which changes open what is closed, while a class is to find them."""
        if are_kept != self._are_openings_kept:
            self._are_openings_kept = are_kept
            self._show_openings(None if are_kept else self._found_openings)

    def _show_openings(self, figure: OpeningFigure | None) -> None:
        self.openings = figure
        self.openings_shown.emit(figure)
        self._openings.show_openings(figure)
        self.strip.show_openings(are_there=figure is not None)

    def show_lines(self, figure: OpeningFigure | None) -> None:
        """Show what the red lines keep out; None where none is drawn."""
        self._lines.show_openings(figure)

    def _show_headline(self, headline: Headline, note: str) -> None:
        held = (block for block in (self._openings, self._lines) if block.is_held)
        change = partial(self._headline.show_headline, headline, note)
        self._steady.change_around(next(held, None), change)
        self.strip.show_headline(headline.title)

    def _show_moves(self) -> None:
        """Leave no gap where there is nothing to try, and say once how to try what there is."""
        blocks = (self._openings, self._lines)
        self._moves.setHidden(all(block.isHidden() for block in blocks))
        self._how.setVisible(any(block.has_moves for block in blocks))

    def _show_lists(
        self, settings: tuple[Change, ...], zones: tuple[Change, ...], *, is_moving: bool = False
    ) -> None:
        self._settings.show_entries(
            tuple(Entry(each.control_id, each.title, each.detail) for each in settings),
            is_steady=is_moving,
        )
        self._zones.show_entries(
            tuple(Entry(each.row_id, each.title, each.detail) for each in zones),
            is_steady=is_moving,
        )

    def _show_assumptions(self, changes: tuple[Change, ...]) -> None:
        self._assumptions_head.setVisible(bool(changes))
        self._assumptions.show_entries(
            tuple(Entry(each.assumption_id, each.title, each.detail) for each in changes)
        )

    def _show_comparing(self, *, is_on: bool) -> None:
        for part in (self.compare, self._compared, self._settings_head, self._zones_head):
            if part.isVisibleTo(self._changes) != is_on:
                part.setVisible(is_on)
        if self._heading.isHidden() != is_on:
            self._heading.setHidden(is_on)

    def announce(self, message: str) -> None:
        """Show one line about what was done and have a screen reader say it politely.

        It stands above the heading of the list, which counts from something else.
        """
        self._message.show_text(message)
        self._message.setVisible(bool(message))
        announce(self, message)
        self.announced.emit(message)

    def show_message(self, *, is_shown: bool) -> None:
        """Show the line about what was done, or leave it out while the window looks back."""
        self._message.setVisible(is_shown and bool(self._message.text()))

    def _arrange(self) -> None:
        block = QVBoxLayout(self._changes)
        block.setContentsMargins(0, 0, 0, 0)
        for part in (self._message, self.compare, self._heading, self._compared):
            block.addWidget(part)
        for head, entries in (
            (self._settings_head, self._settings),
            (self._zones_head, self._zones),
        ):
            head.hide()
            column = QVBoxLayout()
            column.addWidget(head)
            column.addWidget(entries)
            if entries is self._settings:
                column.addWidget(self._assumptions_head)
                column.addWidget(self._assumptions)
            column.addStretch(1)
            self._lists.addLayout(column, 1)
        block.addLayout(self._lists)
        self._compared.hide()
        self._message.hide()
        self._assumptions_head.hide()
        self._assumptions.hide()
        self._assumptions.chosen.connect(self.assumptions_requested)
        self._settings.chosen.connect(self.control_requested)
        self._zones.chosen.connect(self.row_requested)
        block.addStretch(1)
        self._layout.addWidget(self._headline)
        self._layout.addWidget(self._moves)
        self._blocks.setContentsMargins(0, 0, 0, 0)
        for block in (self._openings, self._lines):
            self._blocks.addWidget(block)
            block.tried.connect(self.opening_tried)
            block.changed.connect(self._show_moves)
        self._blocks.addWidget(self._how)
        self._blocks.addStretch(1)
        self._moves.hide()
        self._layout.addWidget(self._changes, 1)
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _space_out(self) -> None:
        margin = spacing(self, MARGIN)
        above, below = margin + self._steady.above, margin + self._steady.below
        self._layout.setContentsMargins(margin, above, margin, below)
        self._layout.setSpacing(spacing(self, GAP))

    def minimumSizeHint(self) -> QSize:
        """Return the width at which no word is cut."""
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        width = self._content.minimumSizeHint().width() + bar
        return super().minimumSizeHint().expandedTo(QSize(width, 0))

    def leaveEvent(self, event: QEvent) -> None:
        """Give back the room that kept things under the pointer."""
        super().leaveEvent(event)
        self._steady.release()

    def follow_text_size(self) -> None:
        fit_labels(self)
        self._space_out()


class HeadlineBlock(Card):
    """Region E: the large sentence, its details and the baseline's count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PanelLabel(Rank.HEADLINE, "", self)
        self._details = PanelLabel(Rank.BODY, "", self)
        self._baseline = PanelLabel(Rank.SOFT, "", self)
        self._as_of = PanelLabel(Rank.SOFT, "", self)
        self._note = PanelLabel(Rank.STRONG, "", self)
        self._note.hide()
        block = QVBoxLayout(self)
        block.setContentsMargins(0, 0, 0, 0)
        for label in (self._title, self._details, self._as_of, self._baseline, self._note):
            block.addWidget(label)
        block.addStretch(1)

    def show_headline(self, headline: Headline, note: str) -> None:
        """Show the sentences, and a note under them or "" for none."""
        self._title.show_text(headline.title)
        self._details.show_text("\n".join(headline.details))
        self._details.setVisible(bool(headline.details))
        self._baseline.show_text(headline.baseline_line)
        self._baseline.setVisible(bool(headline.baseline_line))
        self._as_of.show_text(headline.as_of)
        self._as_of.setVisible(bool(headline.as_of))
        self._note.show_text(note)
        self._note.setVisible(bool(note))
        self.setAccessibleName(headline.title)
        said = (*headline.details, headline.as_of, headline.baseline_line, note)
        self.setAccessibleDescription(" ".join(said))
