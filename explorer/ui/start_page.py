"""The start page: inside the window, what one can begin with."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.model.case import Case
from explorer.model.wording import tr
from explorer.ui.look import theme_choices
from explorer.ui.theme import Theme, scaled_font

MOST_RECENT = 4
TITLE_SHARE = 2.0
CARD_SHARE = 1.2


class StartCard(QPushButton):
    """A large button that knows what it starts: a title and a sentence under it."""

    started = Signal(str)

    def __init__(self, value: str, title: str, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._value = value
        self._title = QLabel(title, self)
        self._sentence = QLabel(sentence, self)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setToolTip(sentence)
        self._sentence.setWordWrap(True)
        layout = QVBoxLayout(self)
        for label in (self._title, self._sentence):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)
        layout.addStretch(1)
        self.clicked.connect(self._start)
        self.fit()

    def fit(self) -> None:
        """Follow the text size."""
        em = self.fontMetrics().height()
        font = scaled_font(self.font(), CARD_SHARE)
        font.setBold(True)
        self._title.setFont(font)
        margin = round(0.8 * em)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(margin, margin, margin, margin)
        self.setMinimumSize(16 * em, round(6.5 * em))

    def _start(self) -> None:
        self.started.emit(self._value)


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
    """

    explore_requested = Signal()
    preset_chosen = Signal(str)
    file_chosen = Signal(str)
    open_requested = Signal()
    text_size_requested = Signal(int)
    theme_requested = Signal(str)

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        """Build the page of a case."""
        super().__init__(parent)
        self.setAccessibleName(tr("Start page"))
        self._cards: list[StartCard] = []
        self._links: list[StartLink] = []
        self._recent: list[StartLink] = []
        self._title = QLabel(case.name)
        self._summary = QLabel(case.summary)
        self._limit = QLabel(tr("A teaching model, not a forecast."))
        self._library = QGridLayout()
        self._recent_box = QVBoxLayout()
        self._recent_heading = QLabel(tr("Opened before"))
        self._content = QWidget()
        self._build(case)
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
            link.setToolTip(link.value)
            link.chosen.connect(self.file_chosen)
            self._recent_box.addWidget(link, alignment=Qt.AlignmentFlag.AlignLeft)
        self._recent_heading.setVisible(bool(self._recent))

    def show_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._limit.setStyleSheet(f"color: {theme.ink_soft}")
        self._summary.setStyleSheet(f"color: {theme.ink_soft}")

    def first_button(self) -> QPushButton:
        """Return where the keyboard starts."""
        return self._cards[0]

    def _build(self, case: Case) -> None:
        for label in (self._title, self._summary, self._limit):
            label.setWordWrap(True)
        page = QVBoxLayout(self._content)
        page.addStretch(1)
        page.addWidget(self._title)
        page.addWidget(self._summary)
        page.addLayout(self._build_cards(case))
        page.addWidget(self._heading(tr("Scenario library")))
        page.addLayout(self._library)
        self._fill_library(case)
        page.addWidget(self._recent_heading)
        page.addLayout(self._recent_box)
        page.addLayout(self._build_looks())
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

    def _build_cards(self, case: Case) -> QHBoxLayout:
        first = case.preset(case.default_preset)
        explore = StartCard(
            first.id,
            tr("Explore {name}", name=first.name),
            tr("Move the sliders and watch the deal zones open and close."),
            self._content,
        )
        explore.setProperty("primary_card", True)
        explore.started.connect(self._explore)
        opening = StartCard(
            "",
            tr("Open a file…"),
            tr("Go on with a document that you saved, or open a case of your own."),
            self._content,
        )
        opening.started.connect(self._open)
        self._cards = [explore, opening]
        row = QHBoxLayout()
        for card in self._cards:
            row.addWidget(card, 1)
        return row

    def _fill_library(self, case: Case) -> None:
        for place, preset in enumerate(case.presets):
            link = StartLink(preset.id, preset.name, self._content)
            link.setToolTip(preset.note)
            link.setAccessibleDescription(preset.note)
            link.chosen.connect(self.preset_chosen)
            self._library.addWidget(
                link, place // 3, place % 3, alignment=Qt.AlignmentFlag.AlignLeft
            )
            self._links.append(link)

    def _build_looks(self) -> QGridLayout:
        percents = [(str(each), tr("{n} %", n=each)) for each in (100, 125, 150)]
        grid = QGridLayout()
        for row, (title, choices, slot) in enumerate(
            (
                (tr("Text size"), percents, self._ask_text_size),
                (tr("Colours"), theme_choices(), self.theme_requested),
            )
        ):
            grid.addWidget(self._heading(title), row, 0)
            for column, (value, words) in enumerate(choices, 1):
                link = StartLink(value, words, self._content)
                link.setAccessibleName(tr("{title}: {choice}", title=title, choice=words))
                link.chosen.connect(slot)
                grid.addWidget(link, row, column, alignment=Qt.AlignmentFlag.AlignLeft)
                self._links.append(link)
        grid.setColumnStretch(grid.columnCount(), 1)
        return grid

    def _heading(self, words: str) -> QLabel:
        heading = QLabel(words, self._content)
        heading.setProperty("is_heading", True)
        return heading

    def _fit(self) -> None:
        em = self.fontMetrics().height()
        title = scaled_font(self.font(), TITLE_SHARE)
        title.setBold(True)
        self._title.setFont(title)
        strong = scaled_font(self.font(), 1.0)
        strong.setBold(True)
        for label in (self._recent_heading, *self._content.findChildren(QLabel)):
            if label is self._recent_heading or label.property("is_heading"):
                label.setFont(strong)
        for card in self._cards:
            card.fit()
        self._library.setHorizontalSpacing(em)
        layout = self._content.layout()
        if layout is not None:
            layout.setContentsMargins(4 * em, em, 4 * em, em)
            layout.setSpacing(round(0.7 * em))
        self._content.setMaximumWidth(70 * em)

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


class StartLink(QToolButton):
    """A word to click that knows what it stands for."""

    chosen = Signal(str)

    def __init__(self, value: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = value
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self.value)
