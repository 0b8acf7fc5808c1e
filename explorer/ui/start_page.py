"""The start page: inside the window, what one can begin with."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPixmap
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
from explorer.ui.look import theme_choices
from explorer.ui.start_parts import StartCard, StartLink
from explorer.ui.theme import Theme, scaled_font
from explorer.ui.widgets.label import Label

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
        self._sizes: list[StartLink] = []
        self._colours: list[StartLink] = []
        self._headings: list[Label] = []
        self._content = QWidget()
        self._title = Label(case.name, self._content)
        self._summary = Label(case.summary, self._content)
        self._limit = Label(tr("A teaching model, not a forecast."), self._content)
        self._explore_card, self._open_card = self._build_cards(case)
        self._library = self._build_library(case)
        self._recent_box = QVBoxLayout()
        self._recent_heading = self._heading(tr("Opened before"))
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
        for link in self._sizes:
            link.show_chosen(is_chosen=link.value == percent)
        for link in self._colours:
            link.show_chosen(is_chosen=link.value == settings.theme)

    def show_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for label in (self._limit, self._summary):
            label.setStyleSheet(f"color: {theme.ink_soft}")
        for card in (self._explore_card, self._open_card):
            card.show_theme(theme)

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
        percents = tuple((str(each), tr("{n} %", n=each)) for each in PERCENTS)
        self._sizes = self._choices(column, tr("Text size"), percents)
        self._colours = self._choices(column, tr("Colours"), theme_choices())
        for link in self._sizes:
            link.chosen.connect(self._ask_text_size)
        for link in self._colours:
            link.chosen.connect(self.theme_requested)
        return column

    def _choices(
        self, column: QVBoxLayout, title: str, choices: tuple[tuple[str, str], ...]
    ) -> list[StartLink]:
        links: list[StartLink] = []
        row = QHBoxLayout()
        for value, words in choices:
            link = StartLink(value, words, self._content)
            link.setAccessibleName(tr("{title}: {choice}", title=title, choice=words))
            row.addWidget(link)
            links.append(link)
        row.addStretch(1)
        column.addWidget(self._heading(title))
        column.addLayout(row)
        return links

    def _build_library(self, case: Case) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        for place, preset in enumerate(case.presets):
            link = StartLink(preset.id, preset.name, self._content)
            link.setToolTip(preset.note)
            link.setAccessibleDescription(preset.note)
            link.chosen.connect(self.preset_chosen)
            cell = divmod(place, LIBRARY_COLUMNS)
            grid.addWidget(link, *cell, alignment=Qt.AlignmentFlag.AlignLeft)
        for column in range(LIBRARY_COLUMNS):
            grid.setColumnStretch(column, 1)
        return grid

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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
