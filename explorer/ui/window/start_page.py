"""The start page: inside the window, what one can begin with."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from explorer.figures.scenario_groups import Offer, featured, scenario_offer, scenario_sections
from explorer.files.recent import RecentDocument
from explorer.files.settings import Settings
from explorer.model.case import Case
from explorer.model.example import Preset
from explorer.model.result import Result
from explorer.model.wording import tr, tr_n
from explorer.ui.look.long_words import breakable
from explorer.ui.look.look import theme_choices
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import PanelLabel, Rank, fit_labels
from explorer.ui.widgets.collapsible import FoldButton
from explorer.ui.widgets.scrolling import QuietScroll
from explorer.ui.widgets.wrapping_row import WrappingRow
from explorer.ui.window.start_lessons import StartLessons
from explorer.ui.window.start_parts import RecentRow, ScenarioCard, StartChoices, StartLink

MOST_RECENT = 3
PERCENTS = (100, 125, 150, 200)
"""Sizes of text that the page offers; the View menu has more."""

WIDTH, MARGIN, GAP = 92, 2, 0.6
"""In heights of a line: the page's largest width, its margin, the gap between its parts."""

NARROW = 46
"""Narrower than this many heights of a line, the cards stand in one column."""


ROOMY = 54
"""Where the page is so many heights of a line high, the rest of the library is open at once."""


class StartPage(TextSized, QWidget):
    """What is shown first: four scenarios, the library, a file, and how large text should be.

    Signals
    -------
    preset_chosen(str)
        Begin with a preset.
    file_chosen(str), file_forgotten(str)
        Open a recent document, or take it off the list.
    lesson_chosen(str)
        Open a lesson that comes with the program.
    case_chosen(str)
        Begin with another case, by its entry.
    answers_wanted()
        The page is on screen, and what its scenarios answer is still to come.
    """

    preset_chosen = Signal(str)
    file_chosen = Signal(str)
    file_forgotten = Signal(str)
    lesson_chosen = Signal(str)
    case_chosen = Signal(str)
    answers_wanted = Signal()

    def __init__(
        self, case: Case, cases: Iterable[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        """Build the page of a case; ``cases`` are entries and names of those to choose from."""
        super().__init__(parent)
        self.setAccessibleName(tr("Start page"))
        self._recent: list[RecentRow] = []
        self._content = QWidget()
        self._cards = {preset.id: self._card(preset) for preset in featured(case)}
        self._links: dict[str, StartLink] = {}
        self._grid = QGridLayout()
        self._columns = 0
        self._recent_box = QVBoxLayout()
        self._recent_heading = self._label(Rank.STRONG, tr("Opened before"))
        self.back_button = QPushButton(tr("Back to the pictures"), self._content)
        self.open_button = QPushButton(tr("Open a file…"), self._content)
        self._fold = FoldButton("neutral", self._content)
        self._rest = self._build_rest(case)
        self._lessons_title = self._label(Rank.STRONG, tr("Open a lesson"))
        self._lessons = StartLessons(self._content)
        self._lessons.chosen.connect(self.lesson_chosen)
        percents = tuple((str(each), tr("{n} %", n=each)) for each in PERCENTS)
        self.text_sizes = StartChoices(tr("Text size"), percents, self._content)
        self.colours = StartChoices(tr("Colours"), theme_choices(), self._content)
        self.cases = StartChoices(tr("Case"), tuple(cases), self._content)
        self.cases.chosen.connect(self.case_chosen)
        self._build(case)
        self.follow_text_size()

    def show_recent(self, documents: Iterable[RecentDocument]) -> None:
        """List documents that were open before."""
        for row in self._recent:
            self._recent_box.removeWidget(row)
            row.deleteLater()
        self._recent = [RecentRow(each, self._content) for each in tuple(documents)[:MOST_RECENT]]
        for row in self._recent:
            row.opened.connect(self.file_chosen)
            row.forgotten.connect(self.file_forgotten)
            self._recent_box.addWidget(row)
        self._recent_heading.setVisible(bool(self._recent))

    @property
    def has_lessons(self) -> bool:
        """Whether lessons are offered."""
        return not self._lessons.isHidden()

    def show_lessons(self, offers: Iterable[Offer]) -> None:
        """Offer lessons; pointing at one tells what it is about."""
        self._lessons.show_offers(offers)
        self._lessons_title.setVisible(self.has_lessons)

    def show_result(self, preset_id: str, result: Result, words: str) -> None:
        """Show what a preset answers, on its card or to who points at its name."""
        if preset_id in self._cards:
            self._cards[preset_id].show_result(result)
        elif preset_id in self._links:
            self._links[preset_id].introduce(words)

    def show_settings(self, settings: Settings) -> None:
        """Show which text size and colours hold now."""
        self.text_sizes.show_chosen(str(round(settings.text_scale * 100)))
        self.colours.show_chosen(settings.theme)

    def show_way_back(self, *, is_shown: bool) -> None:
        """Offer to go on with what was on screen before the page, or not at a first start."""
        self.back_button.setVisible(is_shown)

    def first_button(self) -> QAbstractButton:
        """Return where the keyboard starts."""
        return next(iter(self._cards.values()))

    def _build(self, case: Case) -> None:
        page = QVBoxLayout(self._content)
        page.addWidget(self._label(Rank.HEADLINE, breakable(case.name)))
        if len(self.cases.words) > 1:
            self._add_choices(page, tr("Case"), self.cases)
        page.addWidget(
            self._label(
                Rank.BODY,
                tr(
                    "See which deals both sides could sign: their deal zone (ZOPA). Drag what "
                    "gives each side leverage, and watch zones open and close. Begin with a "
                    "scenario."
                ),
            )
        )
        page.addLayout(self._grid, 4)
        page.addWidget(self._fold, alignment=Qt.AlignmentFlag.AlignLeft)
        page.addWidget(self._rest)
        page.addWidget(self._lessons_title)
        page.addWidget(self._lessons)
        self.show_lessons(())
        page.addLayout(self._build_below())
        page.addStretch(1)
        limit = tr("{summary} A teaching model, not a forecast.", summary=case.summary)
        page.addWidget(self._label(Rank.SOFT, breakable(limit)))
        scroll: QScrollArea = QuietScroll(self._content)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _build_below(self) -> QHBoxLayout:
        """Build what stands below the scenarios: documents, text size and colours."""
        documents = QVBoxLayout()
        documents.addWidget(self._recent_heading)
        documents.addLayout(self._recent_box)
        buttons = WrappingRow(self._content)
        for button in (self.open_button, self.back_button):
            buttons.row.addWidget(button)
        documents.addWidget(buttons)
        documents.addStretch(1)
        choices = QVBoxLayout()
        self._add_choices(choices, tr("Text size"), self.text_sizes)
        self._add_choices(choices, tr("Colours"), self.colours)
        choices.addStretch(1)
        below = QHBoxLayout()
        below.addLayout(documents, 1)
        below.addLayout(choices, 1)
        return below

    def _add_choices(self, column: QVBoxLayout, title: str, choices: StartChoices) -> None:
        line = WrappingRow(self._content)
        for each in (self._label(Rank.STRONG, title), *choices.words):
            line.row.addWidget(each)
        column.addWidget(line)

    def _build_rest(self, case: Case) -> QWidget:
        """Build the scenarios that have no card, in groups, folded away."""
        rest = QWidget(self._content)
        column = QVBoxLayout(rest)
        column.setContentsMargins(0, 0, 0, 0)
        for section in scenario_sections(case):
            offers = [offer for offer in section.offers if offer.value not in self._cards]
            row = WrappingRow(rest)
            for offer in offers:
                link = StartLink(offer.value, offer.words, rest)
                link.introduce(offer.note)
                link.chosen.connect(self.preset_chosen)
                self._links[offer.value] = link
                row.row.addWidget(link)
            if offers:
                column.addWidget(self._label(Rank.STRONG, section.title))
                column.addWidget(row)
        rest.hide()
        self._fold.setVisible(bool(self._links))
        self._fold.toggled.connect(self._unfold)
        self._name_fold()
        return rest

    def _card(self, preset: Preset) -> ScenarioCard:
        card = ScenarioCard(scenario_offer(preset), self._content)
        card.chosen.connect(self.preset_chosen)
        card.thumbnail.wanted.connect(self.answers_wanted)
        return card

    def _label(self, rank: Rank, words: str) -> PanelLabel:
        return PanelLabel(rank, words, self._content)

    def _unfold(self, is_open: bool) -> None:
        self._rest.setVisible(is_open)
        self._name_fold()

    def _name_fold(self) -> None:
        if self._fold.isChecked():
            words = tr("Fewer scenarios")
        else:
            words = tr_n("{n} more scenario", "{n} more scenarios", len(self._links))
        self._fold.setText(words)
        self._fold.setAccessibleName(words)

    def _fill_grid(self) -> None:
        """Lay the cards out side by side where there is room for their words."""
        columns = 2 if self.width() >= NARROW * self.fontMetrics().height() else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self._cards.values()):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, *divmod(place, columns))
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def follow_text_size(self) -> None:
        em = self.fontMetrics().height()
        fit_labels(self)
        layout = self._content.layout()
        if layout is not None:
            layout.setContentsMargins(MARGIN * em, em, MARGIN * em, round(GAP * em))
            layout.setSpacing(round(GAP * em))
        self._grid.setSpacing(round(GAP * em))
        self._content.setMaximumWidth(WIDTH * em)
        self._fill_grid()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fold.setChecked(self.height() >= ROOMY * self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill_grid()
