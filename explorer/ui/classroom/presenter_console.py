"""The presenter's console: what only who teaches sees while a room sees the other screen."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from explorer.model.limits import LONGEST_NOTE
from explorer.model.wording import tr
from explorer.ui.look.foreign_text import plain_words
from explorer.ui.look.theme import scaled_font
from explorer.ui.look.themed import Themed
from explorer.ui.look.typography import PanelLabel, Rank, fit_labels, spacing
from explorer.ui.widgets.label import Label
from explorer.ui.widgets.text_area import TextArea
from explorer.ui.window.stage import text_scale

LINES, FEW_LINES = 6, 4
"""How high notes are, in lines of text, in a high window and in one that is not."""

HIGH = 880
"""How high a window is at least, in pixels at normal text size, that has room for all of it."""

NOTES = 1.35
"""How much larger notes are than the text around them, to be read aloud while standing."""

NEXT_WIDTH = 10
"""How wide the next scene is at most, in lines of text."""

BUTTONS = 2
"""How many buttons stand side by side."""

SHAPE = 9 / 16
"""How high a small picture is, as a share of its width."""


class PresenterConsole(Themed, QWidget):
    """Notes, what comes next, the time, and buttons for what the room sees.

    Its timer runs only between :meth:`begin` and :meth:`end`.

    Signals
    -------
    stepped(int)
        Back (-1) or on (1).
    blanked(), swapped(), ended()
        The hand makes the room's screen black, changes the screens, or ends the presentation.
    """

    stepped = Signal(int)
    blanked = Signal()
    swapped = Signal()
    ended = Signal()

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Start hidden; ``clock`` tells the time in seconds that only rise."""
        super().__init__()
        self._clock = clock
        self._began = 0.0
        self._planned: float | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(1000)
        self.timer.timeout.connect(self.show_time)
        self.setAccessibleName(tr("Presenter’s console"))
        self.notes = TextArea(LONGEST_NOTE)
        self.notes.setReadOnly(True)
        self.notes.setAccessibleName(tr("Notes, to read aloud"))
        self._next_head = PanelLabel(Rank.SOFT, tr("Next"), self)
        self.next_name = PanelLabel(Rank.STRONG, "", self)
        self.next_picture = Label(parent=self)
        self.time = Label("", self, share=1.6, is_strong=True)
        self.planned = PanelLabel(Rank.SOFT, "", self)
        self.place = PanelLabel(Rank.STRONG, "", self)
        self._is_low = False
        self._has_picture = False
        self._buttons = QGridLayout()
        self.previous = self._button(tr("Previous"), tr("Page up"))
        self.following = self._button(tr("Next"), tr("Page down"))
        self.blank = self._button(tr("Blank"), tr("Make the room’s screen black (full stop)"))
        self.blank.setCheckable(True)
        self.swap = self._button(tr("Swap screens"), tr("Let both windows change screens"))
        self.end_button = self._button(tr("End"), tr("End the presentation (F5)"))
        self._connect()
        self._arrange()
        self.hide()

    def begin(self) -> None:
        """Count the time from now on."""
        self._began = self._clock()
        self.show_time()
        self.timer.start()

    def end(self) -> None:
        """Count no more."""
        self.timer.stop()

    def plan(self, minutes: float | None) -> None:
        """Tell how many minutes are planned for what is shown; None for no plan."""
        self._planned = minutes
        self.show_time()

    def show_notes(self, text: str) -> None:
        """Show what is to be read aloud; "" for nothing."""
        said = text or tr("No notes. “Scene…” below takes them.")
        self.notes.show_text(said)

    def show_place(self, words: str) -> None:
        """Tell where in what is taught the room is."""
        self.place.show_text(words)

    def show_next(self, name: str, picture: QPixmap | None = None) -> None:
        """Tell what comes next, with a small picture if there is one; "" for nothing."""
        self.next_name.show_text(name or tr("This is the last one."))
        has_picture = bool(name) and picture is not None and not picture.isNull()
        self.next_picture.setPixmap(picture if has_picture and picture else QPixmap())
        self.next_picture.setAccessibleName(tr("Picture of {name}", name=plain_words(name)))
        self._has_picture = has_picture
        self.next_picture.setVisible(has_picture and not self._is_low)

    def show_blank(self, *, is_blank: bool) -> None:
        """Tell whether the room's screen is black; emits nothing."""
        self.blank.setChecked(is_blank)

    def picture_width(self) -> int:
        """Return how wide a small picture of what comes next is, in pixels."""
        return round(0.8 * NEXT_WIDTH * self.fontMetrics().height())

    def show_time(self) -> None:
        """Show how long it has been."""
        gone = int(self._clock() - self._began) if self.timer.isActive() or self._began else 0
        minutes, left = divmod(max(0, gone), 60)
        self.time.setText(tr("{minutes}:{seconds:02d}", minutes=minutes, seconds=left))
        self.time.setAccessibleName(tr("Time: {time}", time=self.time.text()))
        planned = self._planned
        self.planned.setVisible(planned is not None)
        if planned is not None:
            self.planned.show_text(tr("planned: {minutes:g} min", minutes=planned))

    def follow_look(self) -> None:
        """Keep distances and letters that grow with the text."""
        gap = spacing(self, 8)
        self._grid.setContentsMargins(2 * gap, gap, 2 * gap, gap)
        self._grid.setHorizontalSpacing(2 * gap)
        self._grid.setVerticalSpacing(gap // 2)
        fit_labels(self)
        line = self.fontMetrics().height()
        self.notes.setFont(scaled_font(self.font(), NOTES))
        self._is_low = self.window().height() < HIGH * text_scale(self)
        self.next_picture.setVisible(self._has_picture and not self._is_low)
        self.notes.setFixedHeight((FEW_LINES if self._is_low else LINES) * line)
        for label in (self.next_name, self._next_head, self.place, self.planned):
            label.setFixedWidth(NEXT_WIDTH * line)

    def follow_text_size(self) -> None:
        self.follow_look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.follow_look()

    def _button(self, words: str, tip: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setToolTip(tip)
        button.setAutoDefault(True)
        place = self._buttons.count()
        self._buttons.addWidget(button, place // BUTTONS, place % BUTTONS)
        return button

    def _connect(self) -> None:
        self.previous.clicked.connect(self._go_back)
        self.following.clicked.connect(self._go_on)
        self.blank.clicked.connect(self.blanked)
        self.swap.clicked.connect(self.swapped)
        self.end_button.clicked.connect(self.ended)

    def _go_back(self) -> None:
        self.stepped.emit(-1)

    def _go_on(self) -> None:
        self.stepped.emit(1)

    def _arrange(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._grid = QGridLayout(self)
        self._grid.addWidget(self.notes, 0, 0, 4, 1)
        self._grid.addWidget(self._next_head, 0, 1)
        self._grid.addWidget(self.next_name, 1, 1, top)
        self._grid.addWidget(self.next_picture, 2, 1, 2, 1, top)
        self._grid.addWidget(self.place, 0, 2)
        self._grid.addWidget(self.time, 1, 2, top)
        self._grid.addWidget(self.planned, 2, 2, top)
        self._grid.addLayout(self._buttons, 0, 3, 4, 1, top)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(3, 1)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Fixed)
        self.follow_look()
