"""The start page: inside the window, what one can begin with."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from explorer.files.settings import Settings
from explorer.model.case import Case
from explorer.model.visible_text import visible
from explorer.model.wording import tr
from explorer.ui.look.long_words import breakable
from explorer.ui.look.look import theme_choices
from explorer.ui.look.theme import scaled_font
from explorer.ui.widgets.label import Label
from explorer.ui.widgets.wrapping_row import WrappingRow
from explorer.ui.window.start_parts import StartCard, StartChoices, StartLink

MOST_RECENT = 4
TITLE_SHARE = 2.0
LIBRARY_COLUMNS = 4
PERCENTS = (100, 125, 150)
"""Sizes of text that the page offers; the View menu has more."""

WIDTH, MARGIN, PREVIEW_HEIGHT = 76, 3, 15
"""Sizes in heights of a line: the page's largest width, its margin, the height of the picture
of the board."""


class StartPage(QWidget):
    """What is shown first: explore, the library, a file, and how large text should be.

    Signals
    -------
    explore_requested()
        Begin with the scenario that is loaded.
    preset_chosen(str)
        Load a preset.
    file_chosen(str)
        Open a recent document.
    open_requested()
        Ask for a file.
    text_size_requested(int)
        A size of text in per cent.
    theme_requested(str)
        The colours to use.
    preview_requested()
        A picture of the board has another size than before.
    """

    explore_requested = Signal()
    preset_chosen = Signal(str)
    file_chosen = Signal(str)
    open_requested = Signal()
    text_size_requested = Signal(int)
    theme_requested = Signal(str)
    preview_requested = Signal()

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        """Build the page of a case."""
        super().__init__(parent)
        self.setAccessibleName(tr("Start page"))
        self._recent: list[StartLink] = []
        self._headings: list[Label] = []
        self._links: list[StartLink] = []
        self._columns = 0
        self._content = QWidget()
        self._title = Label(breakable(case.name), self._content)
        self._summary = Label(breakable(case.summary), self._content)
        self._limit = Label(tr("A teaching model, not a forecast."), self._content)
        self._explore_card, self._open_card = self._build_cards(case)
        self._library = self._build_library(case)
        self._recent_box = QVBoxLayout()
        self._recent_heading = self._heading(tr("Opened before"))
        percents = tuple((str(each), tr("{n} %", n=each)) for each in PERCENTS)
        self._sizes = StartChoices(tr("Text size"), percents, self._content)
        self._colours = StartChoices(tr("Colours"), theme_choices(), self._content)
        self._beside = self._build_beside()
        self._build()
        self._fit()

    def show_recent(self, paths: Iterable[Path]) -> None:
        """List documents that were open before."""
        for link in self._recent:
            self._recent_box.removeWidget(link)
            link.deleteLater()
        self._recent = [
            StartLink(str(path), path.stem, self._content) for path in tuple(paths)[:MOST_RECENT]
        ]
        for link in self._recent:
            link.setToolTip(visible(link.value, keeps=""))
            link.chosen.connect(self.file_chosen)
            self._recent_box.addWidget(link, alignment=Qt.AlignmentFlag.AlignLeft)
        self._recent_heading.setVisible(bool(self._recent))

    def show_settings(self, settings: Settings) -> None:
        """Show which text size and colours hold now."""
        percent = str(round(settings.text_scale * 100))
        self._sizes.show_chosen(percent)
        self._colours.show_chosen(settings.theme)

    def preview_size(self) -> QSize:
        """Return how large the picture of the board on the first card is."""
        height = PREVIEW_HEIGHT * self.fontMetrics().height()
        return QSize(max(1, self._explore_card.picture_room()), height)

    def show_preview(self, picture: QPixmap) -> None:
        """Show what exploring begins with: a picture of the board."""
        self._explore_card.show_picture(picture)

    def first_button(self) -> QPushButton:
        """Return where the keyboard starts."""
        return self._explore_card

    def _build(self) -> None:
        for label in (self._title, self._summary, self._limit):
            label.setWordWrap(True)
        for label in (self._summary, self._limit):
            label.setProperty("soft", True)
        page = QVBoxLayout(self._content)
        page.addStretch(1)
        page.addWidget(self._title)
        page.addWidget(self._summary)
        row = QHBoxLayout()
        row.addWidget(self._explore_card, 5)
        row.addLayout(self._beside, 2)
        page.addLayout(row)
        page.addWidget(self._heading(tr("Scenario library")))
        page.addLayout(self._library)
        page.addWidget(self._limit)
        page.addStretch(2)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._content)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _build_cards(self, case: Case) -> tuple[StartCard, StartCard]:
        first = case.preset(case.default_preset)
        explore = StartCard(
            first.id,
            tr("Explore {name}", name=first.name),
            tr("Move the sliders and watch the deal zones open and close."),
            self._content,
        )
        explore.started.connect(self._explore)
        explore.room_changed.connect(self._ask_preview)
        opening = StartCard(
            "",
            tr("Open a file…"),
            tr("Go on with a document that you saved, or open a case of your own."),
            self._content,
        )
        opening.started.connect(self._open)
        return explore, opening

    def _build_beside(self) -> QVBoxLayout:
        """Build what stands beside the first card: a file, text size and colours."""
        column = QVBoxLayout()
        column.addWidget(self._open_card)
        column.addWidget(self._recent_heading)
        column.addLayout(self._recent_box)
        column.addStretch(1)
        self._add_choices(column, tr("Text size"), self._sizes)
        self._add_choices(column, tr("Colours"), self._colours)
        self._sizes.chosen.connect(self._ask_text_size)
        self._colours.chosen.connect(self.theme_requested)
        return column

    def _add_choices(self, column: QVBoxLayout, title: str, choices: StartChoices) -> None:
        line = WrappingRow(self._content)
        for each in choices.words:
            line.row.addWidget(each)
        column.addWidget(self._heading(title))
        column.addWidget(line)

    def _build_library(self, case: Case) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        for preset in case.presets:
            link = StartLink(preset.id, preset.name, self._content)
            link.setToolTip("\n".join((preset.name, preset.note)))
            link.setAccessibleDescription(preset.note)
            link.chosen.connect(self.preset_chosen)
            self._links.append(link)
        return grid

    def _fill_library(self) -> None:
        """Lay the presets out in as many columns as fit side by side."""
        gap = self._library.horizontalSpacing()
        widest = max((link.minimumSizeHint().width() + gap for link in self._links), default=1)
        fitting = (self._content.width() - 2 * MARGIN * self.fontMetrics().height()) // widest
        columns = max(1, min(LIBRARY_COLUMNS, fitting))
        if columns == self._columns:
            return
        for column in range(LIBRARY_COLUMNS):
            self._library.setColumnStretch(column, 1 if column < columns else 0)
        for place, link in enumerate(self._links):
            self._library.removeWidget(link)
            cell = divmod(place, columns)
            self._library.addWidget(link, *cell, alignment=Qt.AlignmentFlag.AlignLeft)
        self._columns = columns

    def _heading(self, words: str) -> Label:
        heading = Label(words, self._content)
        self._headings.append(heading)
        return heading

    def _fit(self) -> None:
        em = self.fontMetrics().height()
        title = scaled_font(self.font(), TITLE_SHARE)
        title.setBold(True)
        self._title.setFont(title)
        strong = scaled_font(self.font(), 1.0)
        strong.setBold(True)
        for heading in self._headings:
            heading.setFont(strong)
        for card in (self._explore_card, self._open_card):
            card.fit()
        layout = self._content.layout()
        if layout is not None:
            layout.setContentsMargins(MARGIN * em, em, MARGIN * em, em)
            layout.setSpacing(round(0.7 * em))
        self._content.setMaximumWidth(WIDTH * em)

    def _ask_preview(self) -> None:
        self.preview_requested.emit()

    def _explore(self) -> None:
        self.explore_requested.emit()

    def _open(self) -> None:
        self.open_requested.emit()

    def _ask_text_size(self, percent: str) -> None:
        self.text_size_requested.emit(int(percent))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill_library()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
            self._columns = 0
            self._fill_library()
