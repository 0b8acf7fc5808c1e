"""What the start page is made of: cards of scenarios, recent documents, choices, words to click."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.figures.board import board_figure
from explorer.figures.board_lane import Company
from explorer.figures.headline import headline
from explorer.figures.scenario_groups import Offer
from explorer.files.recent import RecentDocument
from explorer.model.result import Result
from explorer.model.visible_text import visible
from explorer.model.wording import tr
from explorer.ui.document.document_words import place_and_time
from explorer.ui.look.foreign_text import button_text
from explorer.ui.look.long_words import LONGEST_NAME, breakable, shortened
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import PanelLabel, Rank, fit_labels
from explorer.ui.widgets.tool_button import ToolButton
from explorer.ui.window.board_thumbnail import BoardThumbnail

PICTURE_SHARE, WORDS_SHARE = 2, 3
"""How a card's width is shared between thumbnail and words."""

TALLEST = 15
"""How high a card becomes where there is room, in heights of a line."""


class ScenarioCard(TextSized, QPushButton):
    """A scenario that can be begun with: thumbnail of its board, name, headline, introduction.

    ``chosen(str)``: The preset to begin with.
    """

    chosen = Signal(str)

    def __init__(self, offer: Offer, parent: QWidget) -> None:
        super().__init__(parent)
        self._offer = offer
        self.thumbnail = BoardThumbnail(offer.words, self)
        self._title = PanelLabel(Rank.TITLE, breakable(offer.words), self)
        self._headline = PanelLabel(Rank.STRONG, "\N{HORIZONTAL ELLIPSIS}", self)
        self._note = PanelLabel(Rank.SOFT, breakable(offer.note), self)
        self.setAccessibleName(offer.words)
        self.setAccessibleDescription(offer.note)
        words = QVBoxLayout()
        for label in (self._title, self._headline, self._note):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.addWidget(label)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.addWidget(self.thumbnail, PICTURE_SHARE)
        row.addLayout(words, WORDS_SHARE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.clicked.connect(self._choose)
        self.follow_text_size()

    def show_result(self, result: Result) -> None:
        """Show what the scenario answers: its board and its headline."""
        self.thumbnail.show_figure(board_figure(result, company=Company(has_offers=False)))
        words = headline(result, None).title
        self._headline.show_text(words)
        self.setAccessibleDescription(
            tr("{headline}. {note}", headline=words, note=self._note.text())
        )
        self._fit_height()

    def follow_text_size(self) -> None:
        """Follow the text size."""
        fit_labels(self)
        row = self.layout()
        if row is not None:
            margin = round(0.7 * self.fontMetrics().height())
            row.setContentsMargins(margin, margin, margin, margin)
            row.setSpacing(margin)
            self._fit_height()

    def _fit_height(self) -> None:
        row = self.layout()
        if row is not None:
            least = max(row.minimumSize().height(), row.heightForWidth(self.width()))
            self.setMinimumHeight(least)
            self.setMaximumHeight(max(least, round(TALLEST * self.fontMetrics().height())))

    def _choose(self) -> None:
        self.chosen.emit(self._offer.value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _clicked_by_enter(self, event):
            super().keyPressEvent(event)


class StartLink(ToolButton):
    """A word that begins something; Enter clicks it as well as Space.

    ``chosen(str)``: What it stands for.
    """

    chosen = Signal(str)

    def __init__(
        self, value: str, words: str, parent: QWidget, *, longest: int = LONGEST_NAME
    ) -> None:
        """Show words, of which ``longest`` letters at most stand on the button."""
        super().__init__(parent)
        self.value = value
        self.setText(button_text(shortened(words, longest)))
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.clicked.connect(self._choose)

    def introduce(self, words: str) -> None:
        """Say more to who points at it and to screen readers."""
        self.setAccessibleDescription(words)
        self.setToolTip("\n".join((self.accessibleName(), words)))

    def _choose(self) -> None:
        self.chosen.emit(self.value)


class RecentRow(QWidget):
    """A document that was open before: its name, where and when, and a way to forget it.

    ``opened(str), forgotten(str)``: The path of the document to open, or to take off the list.
    """

    opened = Signal(str)
    forgotten = Signal(str)

    def __init__(self, recent: RecentDocument, parent: QWidget) -> None:
        super().__init__(parent)
        path, words = str(recent.path), place_and_time(recent)
        name = recent.path.stem
        self.link = StartLink(path, name, self)
        self.link.setToolTip(visible(path, keeps=""))
        self.link.setAccessibleDescription(words)
        self.link.setEnabled(recent.written is not None)
        self.link.chosen.connect(self.opened)
        self._facts = PanelLabel(Rank.SOFT, breakable(words), self)
        self.forget = StartLink(path, tr("Remove"), self)
        self.forget.setToolTip(
            tr("Take {name} off this list; the file stays", name=shortened(name))
        )
        self.forget.setAccessibleName(tr("Remove {name} from the list", name=name))
        self.forget.chosen.connect(self.forgotten)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.link)
        row.addWidget(self._facts, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.forget)


class StartChoice(QRadioButton):
    """One of several words of which one is the choice now.

    ``chosen(str)``: What it stands for.
    """

    chosen = Signal(str)

    def __init__(self, value: str, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.value = value
        # Not "clicked": assistive technology toggles without a click.
        self.toggled.connect(self._choose)

    def _choose(self, is_chosen: bool) -> None:
        if is_chosen:
            self.chosen.emit(self.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _clicked_by_enter(self, event):
            super().keyPressEvent(event)


class StartChoices(QButtonGroup):
    """Words of which at most one is the choice now.

    ``chosen`` carries what the hand or assistive technology chose.
    """

    chosen = Signal(str)

    def __init__(self, title: str, choices: tuple[tuple[str, str], ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.words = [StartChoice(value, words, parent) for value, words in choices]
        for each in self.words:
            each.setAccessibleName(tr("{title}: {choice}", title=title, choice=each.text()))
            each.chosen.connect(self.chosen)
            self.addButton(each)

    def show_chosen(self, value: str) -> None:
        """Show which choice holds now; none where none of the words stands for it."""
        self.setExclusive(False)
        for each in self.words:
            blocker = QSignalBlocker(each)
            each.setChecked(each.value == value)
            blocker.unblock()
        self.setExclusive(True)


def _clicked_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Click a button at a key that means "do it", as Space does on every button."""
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if is_enter:
        button.click()
    return is_enter
