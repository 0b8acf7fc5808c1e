"""The window before a room: headline, one picture, a caption, and a few sliders at most."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.figures.board import BoardFigure
from explorer.figures.boards import BoardsFigure
from explorer.figures.figure import Figure
from explorer.model.wording import tr
from explorer.ui.look.theme import set_strong
from explorer.ui.look.themed import Themed
from explorer.ui.pictures.frame.gallery import Plot, plot_for
from explorer.ui.present.pointer_rest import PointerRest
from explorer.ui.present.present_sizes import PresentSizes, present_sizes, presented_theme
from explorer.ui.present.present_slider import PresentSlider, show_ink
from explorer.ui.present.presented_board import PresentedBoard, PresentedBoards
from explorer.ui.widgets.label import Label

CAPTION_LINES = 2
"""How many lines of caption have room where no sliders stand below them; else it is one."""

WIDE = 10_000
"""Wider than any line, in pixels."""

Key = Qt.Key

_PRESENTED: Mapping[type[object], type[Plot]] = {
    BoardFigure: PresentedBoard,
    BoardsFigure: PresentedBoards,
}
"""Which widgets draw figures otherwise than on a desk."""


class PresentWindow(Themed, QMainWindow):
    """Shows one picture large, and tells what the hand asks for.

    Signals
    -------
    ended(), blanked(), stepped(int), before_held(bool)
        Escape; a full stop; Page up (-1) or Page down (1); B goes down or up.
    row_chosen(str), choice_made(str, str), year_chosen(int)
        What the picture emits.
    value_edited(str, int), gesture_finished()
        What a slider emits.
    """

    ended = Signal()
    blanked = Signal()
    stepped = Signal(int)
    before_held = Signal(bool)
    row_chosen = Signal(str)
    choice_made = Signal(str, str)
    year_chosen = Signal(int)
    value_edited = Signal(str, int)
    gesture_finished = Signal()

    def __init__(self) -> None:
        """Begin without a picture and without sliders."""
        super().__init__(None, Qt.WindowType.Window)
        self._is_back_row = False
        self._sentences: tuple[str, ...] = ()
        self._view_id = ""
        self._plots: dict[str, Plot] = {}
        self.sliders: tuple[PresentSlider, ...] = ()
        self.headline = Label()
        self.caption = Label()
        self.scenario = Label()
        self._stack = QStackedWidget()
        self._blank = QWidget(self)
        self._blank.setPalette(QColor("black"))
        self._blank.setAutoFillBackground(True)
        self._blank.hide()
        self.pointer = PointerRest(self)
        self.setAccessibleName(tr("Presentation"))
        self.setWindowTitle(tr("Presentation"))
        self._arrange()
        self._make_keys()
        self.pointer.watch(self)
        self.follow_look()

    @property
    def plot(self) -> Plot | None:
        """The picture on screen, or None before the first one."""
        return self._plots.get(self._view_id)

    @property
    def sizes(self) -> PresentSizes:
        """How large everything is at the window's height."""
        return present_sizes(self.height(), is_back_row=self._is_back_row)

    @property
    def is_blank(self) -> bool:
        """Whether the screen is black."""
        return not self._blank.isHidden()

    def show_sliders(self, sliders: Iterable[PresentSlider]) -> None:
        """Put sliders below the picture, side by side, in place of those before."""
        for old in self.sliders:
            self._row.removeWidget(old)
            old.deleteLater()
        self.sliders = tuple(sliders)
        for slider in self.sliders:
            self._row.addWidget(slider, 1)
            slider.value_edited.connect(self.value_edited)
            slider.gesture_finished.connect(self.gesture_finished)
            self._watch(slider)
        self._fit()

    def show_picture(self, view_id: str, figure: Figure, badge: str = "") -> None:
        """Show a figure as the picture with this id; emits nothing.

        ``badge``: A word over the picture, such as BEFORE; "" for none.
        """
        if view_id not in self._plots:
            self._plots[view_id] = self._new_plot(figure)
        plot = self._plots[view_id]
        plot.show_figure(figure)
        plot.show_badge(badge)
        if view_id != self._view_id:
            self._view_id = view_id
            self._stack.setCurrentWidget(plot)

    def show_words(self, headline: str, sentences: tuple[str, ...], scenario: str) -> None:
        """Show the headline, as many sentences below as have room, and which scenario it is."""
        self.headline.setText(headline)
        self.setAccessibleDescription(headline)
        self.scenario.setText(scenario)
        if sentences != self._sentences:
            self._sentences = sentences
            self._show_caption()

    def follow_look(self) -> None:
        """Take the colours of the theme that is worn, for what has a palette only."""
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Window, QColor(self._theme.ground))
        self.setPalette(colours)
        self._fit()

    def show_back_row(self, is_back_row: bool) -> None:
        """Be readable from the last row of a long room, with less on the screen."""
        self._is_back_row = is_back_row
        self._fit()

    def show_blank(self, is_blank: bool) -> None:
        """Make the screen black, or show the picture again."""
        self._blank.setVisible(is_blank)
        self._blank.raise_()

    def focus_first(self) -> None:
        """Give the keyboard to the first slider, else to the picture."""
        target = self.sliders[0].slider if self.sliders else self.plot
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        for label in (self.headline, self.caption):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._words = QHBoxLayout()
        self._words.addWidget(self.caption, 1)
        self._words.addWidget(self.scenario, 0, Qt.AlignmentFlag.AlignBottom)
        self._row = QHBoxLayout()
        page = QWidget()
        # A window to assistive technology as well, which a plain widget is not.
        self.setCentralWidget(page)
        self._column = QVBoxLayout(page)
        self._column.addWidget(self.headline)
        self._column.addWidget(self._stack, 1)
        self._column.addLayout(self._words)
        self._column.addLayout(self._row)

    def _make_keys(self) -> None:
        for keys, act in (
            ("Esc", self.ended.emit),
            (".", self.blanked.emit),
            ("PgUp", self._step_back),
            ("PgDown", self._step_on),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _step_back(self) -> None:
        self.stepped.emit(-1)

    def _step_on(self) -> None:
        self.stepped.emit(1)

    def _new_plot(self, figure: Figure) -> Plot:
        kind = _PRESENTED.get(type(figure))
        plot = kind() if kind is not None else plot_for(figure)
        # The picture takes what room there is; the window never outgrows its screen.
        plot.setMinimumSize(1, 1)
        plot.be_presented()
        self._stack.addWidget(plot)
        plot.row_chosen.connect(self.row_chosen)
        plot.choice_made.connect(self.choice_made)
        plot.year_chosen.connect(self.year_chosen)
        self._watch(plot)
        self._fit_plot(plot)
        return plot

    def _watch(self, part: QWidget) -> None:
        for each in (part, *part.findChildren(QWidget)):
            self.pointer.watch(each)

    def _font(self, pixels: int, *, is_bold: bool = False) -> QFont:
        font = QFont(QApplication.font())
        font.setPixelSize(pixels)
        set_strong(font, is_strong=is_bold)
        return font

    def _fit(self) -> None:
        """Give everything the sizes that the window's height asks for."""
        sizes = self.sizes
        gap = sizes.gap
        self._column.setContentsMargins(3 * gap, gap, 3 * gap, gap)
        self._column.setSpacing(gap)
        self._words.setSpacing(2 * gap)
        self._row.setSpacing(4 * gap)
        self.headline.setFont(self._font(sizes.headline, is_bold=True))
        words = self._font(sizes.caption)
        for label in (self.caption, self.scenario):
            label.setFont(words)
        show_ink(self._theme.ink, self.headline, self.caption)
        show_ink(self._theme.ink_soft, self.scenario)
        theme = presented_theme(self._theme, sizes, grows=True)
        for slider in self.sliders:
            slider.show_font(words)
            slider.wear(theme)
        for plot in self._plots.values():
            self._fit_plot(plot)
        self._show_caption()
        self._blank.setGeometry(self.rect())

    def _fit_plot(self, plot: Plot) -> None:
        sizes = self.sizes
        plot.setFont(self._font(sizes.picture))
        plot.wear(presented_theme(self._theme, sizes, grows=not plot.HAS_AXES))
        if isinstance(plot, PresentedBoard | PresentedBoards):
            plot.show_most_rows(sizes.most_rows)

    def _show_caption(self) -> None:
        """Show the sentences that have room; the room stays the same, whatever they are."""
        metrics = QFontMetrics(self.caption.font())
        lines = 1 if self.sliders else CAPTION_LINES
        height = _height_of_lines(metrics, lines)
        width = self.width() - self.scenario.sizeHint().width() - 6 * self.sizes.gap
        said: tuple[str, ...] = ()
        for sentence in _with_brief_start(self._sentences, metrics, width):
            wider = (*said, sentence)
            if said and _wrapped_height(metrics, " ".join(wider), width) > height:
                break
            said = wider
        self.caption.setMinimumHeight(height)
        self.caption.setText(" ".join(said))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Key.Key_B and not event.modifiers() and not event.isAutoRepeat():
            self.before_held.emit(True)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Key.Key_B and not event.isAutoRepeat():
            self.before_held.emit(False)
        else:
            super().keyReleaseEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.pointer.stop()
        super().closeEvent(event)
        self.ended.emit()


def _with_brief_start(
    sentences: tuple[str, ...], metrics: QFontMetrics, width: int
) -> tuple[str, ...]:
    """Return sentences, or what the first one says before its colon if it is too long."""
    if not sentences:
        return ()
    most = _height_of_lines(metrics, CAPTION_LINES)
    start, colon, _ = sentences[0].partition(":")
    if colon and _wrapped_height(metrics, sentences[0], width) > most:
        return (tr("{start}.", start=start),)
    return sentences


def _height_of_lines(metrics: QFontMetrics, lines: int) -> int:
    """Return how high some lines are, rounded as the text that is held against it."""
    return _wrapped_height(metrics, "\n".join(["x"] * lines), WIDE)


def _wrapped_height(metrics: QFontMetrics, words: str, width: int) -> int:
    flags = Qt.TextFlag.TextWordWrap.value
    return metrics.boundingRect(0, 0, max(width, 1), 1_000_000, flags, words).height()
