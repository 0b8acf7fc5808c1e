"""The window before a room: headline, one picture, a caption, and a few sliders at most."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
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
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QSlider,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.figures.board import BoardFigure
from explorer.figures.boards import BoardsFigure
from explorer.figures.figure import Figure
from explorer.model.scenario import Scenario
from explorer.model.wording import tr
from explorer.ui.look.theme import set_strong
from explorer.ui.look.themed import Themed
from explorer.ui.pictures.frame.gallery import Plot, plot_for
from explorer.ui.pictures.motion import Motion
from explorer.ui.present.caption_room import (
    CAPTION_LINES,
    fitting_font,
    height_of_lines,
    with_brief_start,
    wrapped_height,
)
from explorer.ui.present.pointer_rest import PointerRest
from explorer.ui.present.present_sizes import PresentSizes, present_sizes, presented_theme
from explorer.ui.present.present_slider import PresentSlider, show_ink
from explorer.ui.present.presented_board import PresentedBoard, PresentedBoards
from explorer.ui.widgets.label import Label
from explorer.ui.window.tab_strip import MOST_DIGITS

QUESTION_LINES = 2
"""How many lines of the headline's size a question over the picture takes at most."""

Key = Qt.Key

REMOTE_KEYS: Mapping[int, int] = {
    Key.Key_Space: 1,
    Key.Key_Right: 1,
    Key.Key_Left: -1,
    Key.Key_MediaNext: 1,
    Key.Key_MediaPrevious: -1,
    Key.Key_Forward: 1,
    Key.Key_Back: -1,
}
"""What steps besides Page up and Page down: on (1) or back (-1)."""

_PRESENTED: Mapping[type[object], type[Plot]] = {
    BoardFigure: PresentedBoard,
    BoardsFigure: PresentedBoards,
}
"""Which widgets draw figures otherwise than on a desk."""


class PresentWindow(Themed, QMainWindow):
    """Shows one picture large, and tells what the hand asks for.

    Signals
    -------
    ended(), blanked()
        Escape; a full stop or B.
    stepped(int), jumped(int)
        Back (-1) or on (1), by Page up and Page down, or what a remote control sends; Control
        with a digit, counted from 1.
    row_chosen(str), choice_made(str, str), year_chosen(int)
        What the picture emits.
    value_edited(str, int), gesture_finished()
        What a slider emits.
    """

    ended = Signal()
    blanked = Signal()
    stepped = Signal(int)
    jumped = Signal(int)
    row_chosen = Signal(str)
    choice_made = Signal(str, str)
    year_chosen = Signal(int)
    value_edited = Signal(str, int)
    gesture_finished = Signal()

    def __init__(self) -> None:
        """Begin without a picture and without sliders."""
        super().__init__(None, Qt.WindowType.Window)
        self._is_back_row = False
        self._rows: frozenset[str] = frozenset()
        self._is_question = False
        self._sentences: tuple[str, ...] = ()
        self._view_id = ""
        self._plots: dict[str, Plot] = {}
        self.sliders: tuple[PresentSlider, ...] = ()
        self.headline = Label()
        self.caption = Label()
        self.scenario = Label()
        self._stack = QStackedWidget()
        self.calm = Label()
        self.calm.setWordWrap(True)
        self.calm.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self.calm)
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
            old.hide()
            old.deleteLater()
        self.sliders = tuple(sliders)
        for slider in self.sliders:
            self._row.addWidget(slider, 1)
            slider.value_edited.connect(self.value_edited)
            slider.gesture_finished.connect(self.gesture_finished)
            self._watch(slider)
        self._fit()

    def show_calm(self, words: str) -> None:
        """Show nothing but a few large words while an answer is hidden."""
        self._view_id = ""
        self.calm.setText(words)
        self._stack.setCurrentWidget(self.calm)
        self._fit_words()

    def show_rows(self, rows: frozenset[str]) -> None:
        """Show these rows of boards and no others; none for those that the case puts first."""
        self._rows = rows
        for plot in self._plots.values():
            self._fit_plot(plot)

    def glide_from(self, before: Scenario, milliseconds: int) -> None:
        """Draw handles on their way from where a scenario had them to where they stand."""
        for each in self.sliders:
            each.slider.glide_from(round(before.value(each.id)), milliseconds)

    def show_picture(
        self, view_id: str, figure: Figure, badge: str = "", motion: Motion = "none"
    ) -> None:
        """Show a figure as the picture with this id; emits nothing.

        Parameters
        ----------
        badge
            A word over the picture, such as BEFORE; "" for none.
        motion
            What of the picture may move to its new places.
        """
        if view_id not in self._plots:
            self._plots[view_id] = self._new_plot(figure)
        plot = self._plots[view_id]
        plot.allow_motion(motion)
        plot.show_figure(figure)
        plot.show_badge(badge)
        if view_id != self._view_id:
            self._view_id = view_id
            self._stack.setCurrentWidget(plot)

    def show_words(
        self,
        headline: str,
        sentences: tuple[str, ...],
        scenario: str,
        *,
        is_question: bool = False,
    ) -> None:
        """Show the headline, as many sentences below as have room, and which scenario it is.

        ``is_question``: Whether the headline is a question that has to be seen whole.
        """
        is_new = (headline, is_question) != (self.headline.text(), self._is_question)
        self._is_question = is_question
        self.headline.setText(headline)
        self.headline.setHidden(not headline)
        self.setAccessibleDescription(headline or self.calm.text())
        is_other = sentences != self._sentences or scenario != self.scenario.text()
        self.scenario.setText(scenario)
        self._sentences = sentences
        if is_new:
            self._fit_words()
        elif is_other:
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
            ("B", self.blanked.emit),
            ("PgUp", self._step_back),
            ("PgDown", self._step_on),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        for number in range(1, MOST_DIGITS + 1):
            digit = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            digit.setProperty("number", number)
            digit.activated.connect(self._jump)

    def _jump(self) -> None:
        self.jumped.emit(int(self.sender().property("number")))

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
            each.installEventFilter(self)

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
        words = self._font(sizes.caption)
        for label in (self.caption, self.scenario):
            label.setFont(words)
        show_ink(self._theme.ink, self.headline, self.caption, self.calm)
        show_ink(self._theme.ink_soft, self.scenario)
        theme = presented_theme(self._theme, sizes, grows=True)
        for slider in self.sliders:
            slider.show_font(words)
            slider.wear(theme)
        for plot in self._plots.values():
            self._fit_plot(plot)
        self._fit_words()
        self._blank.setGeometry(self.rect())

    def _fit_words(self) -> None:
        """Write headline and question as large as they have room, and the caption below."""
        sizes, width = self.sizes, self.width() - 6 * self.sizes.gap
        large = self._font(sizes.headline, is_bold=True)
        room = QUESTION_LINES * QFontMetrics(large).lineSpacing()
        asked = fitting_font(large, self.headline.text(), width, room, sizes.caption)
        self.headline.setFont(asked if self._is_question else large)
        height = self.height() - 2 * room
        self.calm.setFont(fitting_font(large, self.calm.text(), width, height, sizes.caption))
        self._show_caption()

    def _fit_plot(self, plot: Plot) -> None:
        sizes = self.sizes
        plot.setFont(self._font(sizes.picture))
        plot.wear(presented_theme(self._theme, sizes, grows=not plot.HAS_AXES))
        if isinstance(plot, PresentedBoard | PresentedBoards):
            plot.show_most_rows(sizes.most_rows)
            plot.show_rows(self._rows)

    def _show_caption(self) -> None:
        """Show the sentences that have room; the room stays the same, whatever they are."""
        metrics = QFontMetrics(self.caption.font())
        lines = 1 if self.sliders else CAPTION_LINES
        height = height_of_lines(metrics, lines)
        width = self.width() - self.scenario.sizeHint().width() - 6 * self.sizes.gap
        said: tuple[str, ...] = ()
        for sentence in with_brief_start(self._sentences, metrics, width):
            wider = (*said, sentence)
            if said and wrapped_height(metrics, " ".join(wider), width) > height:
                break
            said = wider
        self.caption.setMinimumHeight(height)
        self.caption.setText(" ".join(said))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step by what remote controls send, wherever the keyboard is but on a slider."""
        if isinstance(event, QKeyEvent) and not isinstance(watched, QSlider | QAbstractButton):
            step = None if event.modifiers() else REMOTE_KEYS.get(event.key())
            if step is not None and event.type() == QEvent.Type.KeyPress:
                self.stepped.emit(step)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = None if event.modifiers() else REMOTE_KEYS.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.pointer.stop()
        super().closeEvent(event)
        self.ended.emit()
