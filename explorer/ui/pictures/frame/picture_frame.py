"""The frame around a picture: title, buttons, the picture or its table, and the sentence."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.figures.choice import Choice
from explorer.figures.figure import Figure
from explorer.model.wording import tr
from explorer.ui.look.icons import icon
from explorer.ui.look.theme import set_strong
from explorer.ui.look.themed import Themed
from explorer.ui.pictures.frame.choice_bar import ChoiceBar
from explorer.ui.pictures.frame.gallery import Plot, plot_for, show_on
from explorer.ui.pictures.frame.picture_menu import PictureMenu
from explorer.ui.pictures.frame.sentence_line import SentenceLine
from explorer.ui.pictures.frame.table_twin import TableTwin
from explorer.ui.pictures.frame.word_panel import WordPanel
from explorer.ui.widgets.announcing import announce
from explorer.ui.widgets.label import Label
from explorer.ui.widgets.scrolling import SideScroll
from explorer.ui.widgets.tool_button import ToolButton
from explorer.ui.widgets.wrapping_row import WrappingRow
from explorer.views.registry import view_by_id
from explorer.views.tabs import tab_of

BOARD = "board"
"""The picture whose sentence a narrow window shows elsewhere."""

MARK_SHARE = 0.2
"""How thick the line over the active picture is, in lines of text."""

DATED_VIEWS = frozenset({"history"})
"""The pictures whose headers name the years that they show."""


class PictureFrame(Themed, QWidget):
    """Shows one picture at a time, its table twin on demand, and always its sentence.

    Signals
    -------
    view_requested(object, str)
        The hand asked for another picture in this frame.
    maximise_requested(object)
        The hand asked for nothing but this picture, or for the others again.
    copy_requested(object), export_requested(object)
        The hand asked for the picture on the clipboard, or in a file.
    recipe_requested(object, str)
        The hand asked for the picture as a recipe on the clipboard, of one of the kinds of
        :mod:`~explorer.ui.pictures.frame.picture_menu`.
    choice_made(str, str)
        The hand chose something about the picture: the choice's id and the value.
    help_requested(str)
        The hand asked for more words about the picture with this id.
    row_chosen(str), package_chosen(object), cell_chosen(int, int), control_chosen(str),
    point_chosen(object), lens_chosen(str), year_chosen(int), gesture_began(), gesture_ended(),
    pointed(str)
        What the pictures inside emit.
    plot_made(QWidget)
        A picture of another kind lies in the frame.
    """

    view_requested = Signal(object, str)
    maximise_requested = Signal(object)
    copy_requested = Signal(object)
    recipe_requested = Signal(object, str)
    export_requested = Signal(object)
    choice_made = Signal(str, str)
    row_chosen = Signal(str)
    package_chosen = Signal(object)
    cell_chosen = Signal(int, int)
    control_chosen = Signal(str)
    help_requested = Signal(str)
    point_chosen = Signal(object)
    lens_chosen = Signal(str)
    year_chosen = Signal(int)
    gesture_began = Signal()
    gesture_ended = Signal()
    pointed = Signal(str)
    plot_made = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_stale = False
        self._view_id = ""
        self._figure: Figure | None = None
        self._plots: dict[str, Plot] = {}
        self._is_marked = False
        self._tells_board = True
        self._title = Label()
        self._info = _button(
            "info", tr("Info"), tr("Info: how to read this picture"), can_stay_down=True
        )
        self._table_button = _button(
            "table-2", tr("Table"), tr("Show the same numbers as a table"), can_stay_down=True
        )
        self._copy = _button("copy", tr("Copy"), tr("Copy this picture"))
        self._export = _button("download", tr("Export…"), tr("Export this picture as a file"))
        self._info_panel = WordPanel()
        self._more = _button(
            "circle-question-mark", tr("More…"), tr("Read about this picture in the guide")
        )
        self._more.hide()
        self._maximise = _button(
            "maximize-2", tr("Maximise"), tr("Show nothing but this picture"), can_stay_down=True
        )
        self.header = WrappingRow()
        self.choices = ChoiceBar()
        self._stack = _PictureStack()
        self._twin = TableTwin()
        self._sentence = SentenceLine()
        self._assumptions = WordPanel()
        self.menu = PictureMenu(
            self, (self._copy, self._export, self._maximise, self._table_button, self._info)
        )
        self.menu.recipe_wanted.connect(self._ask_for_recipe)
        self._build()

    @property
    def offered(self) -> tuple[Choice, ...]:
        """What can be chosen about the picture on screen."""
        return () if self._figure is None else self._figure.choices

    @property
    def view_id(self) -> str:
        """The id of the view on screen; "" before the first one."""
        return self._view_id

    @property
    def plot(self) -> Plot | None:
        """The picture on screen, or None before the first one."""
        return self._plots.get(self._view_id)

    @property
    def is_table(self) -> bool:
        """Whether the table twin is on screen in place of the picture."""
        return self._table_button.isChecked()

    def show_view(self, view_id: str, figure: Figure) -> None:
        """Show a figure as the picture with this id; emits nothing."""
        self._figure = figure
        if view_id not in self._plots:
            self._plots[view_id] = self._new_plot(figure)
        plot = self._plots[view_id]
        is_other = view_id != self._view_id
        if is_other:
            self._switch(view_id)
        self._show_title(figure)
        if self._table_button.isChecked():
            self._twin.show_table(figure.table)
        else:
            show_on(plot, figure)
        self.choices.show_choices(figure.choices)
        self._sentence.show_sentence(figure.sentence)
        if is_other:
            self._sentence.forget_lines()

    def tell_board(self, is_told: bool) -> None:
        """Show the sentence of the board, or not where it stands beside it anyhow."""
        self._tells_board = is_told
        self._sentence.setVisible(is_told or self._view_id != BOARD)

    def show_state(self, *, is_marked: bool, is_maximised: bool) -> None:
        """Mark the frame as the one that the next picture comes to, and as the only one."""
        blocker = QSignalBlocker(self._maximise)
        self._maximise.setChecked(is_maximised)
        blocker.unblock()
        if is_marked != self._is_marked:
            self._is_marked = is_marked
            self.update()

    def show_assumptions(self, words: str) -> None:
        """Say under the picture which assumptions are changed, and what that breaks."""
        self._assumptions.show_words(words)

    def announce_picture(self) -> None:
        """Have a screen reader say which picture it is, and its sentence."""
        title, figure = self._title.accessibleName(), self._figure
        if figure is not None:
            announce(self, tr("{title}: {sentence}", title=title, sentence=figure.sentence))

    def show_stale(self, is_stale: bool) -> None:
        """Grow pale while the picture no longer answers the settings."""
        self._is_stale = is_stale
        for plot in self._plots.values():
            plot.show_stale(is_stale)

    def show_table(self, is_shown: bool) -> None:
        """Show the table twin, or the picture again."""
        self._table_button.setChecked(is_shown)

    def _new_plot(self, figure: Figure) -> Plot:
        plot = plot_for(figure)
        plot.show_stale(self._is_stale)
        plot.row_chosen.connect(self.row_chosen)
        plot.package_chosen.connect(self.package_chosen)
        plot.cell_chosen.connect(self.cell_chosen)
        plot.control_chosen.connect(self.control_chosen)
        plot.point_chosen.connect(self.point_chosen)
        plot.view_requested.connect(self._ask_for_view)
        plot.lens_chosen.connect(self.lens_chosen)
        plot.choice_made.connect(self.choice_made)
        plot.year_chosen.connect(self.year_chosen)
        plot.gesture_began.connect(self.gesture_began)
        plot.gesture_ended.connect(self.gesture_ended)
        plot.pointed.connect(self.pointed)
        plot.menu_requested.connect(self._open_menu)
        self._stack.addWidget(plot)
        self.plot_made.emit(plot)
        return plot

    def ask_for_copy(self) -> None:
        """Have the picture copied."""
        self.copy_requested.emit(self)

    def _ask_for_recipe(self, kind: str) -> None:
        self.recipe_requested.emit(self, kind)

    def ask_for_export(self) -> None:
        """Have the picture exported."""
        self.export_requested.emit(self)

    def ask_for_maximised(self) -> None:
        """Have nothing but this picture shown, or the others again."""
        self.maximise_requested.emit(self)

    def _ask_for_view(self, view_id: str) -> None:
        self.view_requested.emit(self, view_id)

    def _open_menu(self, place: QPoint, words: str) -> None:
        plot = self.plot
        if plot is not None:
            self.menu.open_at(place, words, plot)

    def _switch(self, view_id: str) -> None:
        self._view_id = view_id
        view = view_by_id(view_id)
        self._info_panel.show_words(view.info() if self._info.isChecked() else "")
        self.tell_board(self._tells_board)
        if not self._table_button.isChecked():
            self._stack.setCurrentWidget(self._plots[view_id])

    def _show_title(self, figure: Figure) -> None:
        """Call the picture as its tab; what has years in its title shows them."""
        tab = tab_of(self._view_id, {each.id: each.chosen for each in figure.choices})
        title = figure.title if tab.id in DATED_VIEWS else tab.title()
        if title == self._title.accessibleName():
            return
        self._title.setAccessibleName(title)
        self._title.setText(title)

    def _show_info(self, is_shown: bool) -> None:
        words = view_by_id(self._view_id).info() if is_shown and self._view_id else ""
        self._info_panel.show_words(words)
        self._more.setVisible(bool(words))
        announce(self, words)

    def _ask_for_help(self) -> None:
        self.help_requested.emit(self._view_id)

    def _show_table_or_plot(self, is_table: bool) -> None:
        plot, figure = self.plot, self._figure
        if plot is None or figure is None:
            return
        title = self._title.accessibleName()
        if is_table:
            self._twin.show_table(figure.table)
            self._stack.setCurrentWidget(self._twin)
            announce(self, tr("{title}: shown as a table", title=title))
        else:
            show_on(plot, figure)
            self._stack.setCurrentWidget(plot)
            announce(self, tr("{title}: shown as a picture", title=title))

    def _build(self) -> None:
        # Nothing but the weight: the size goes on following the program.
        bold = QFont()
        set_strong(bold)
        self._title.setFont(bold)
        self._info.toggled.connect(self._show_info)
        self._more.clicked.connect(self._ask_for_help)
        self._table_button.toggled.connect(self._show_table_or_plot)
        self.choices.choice_made.connect(self.choice_made)
        self._copy.clicked.connect(self.ask_for_copy)
        self._export.clicked.connect(self.ask_for_export)
        self._maximise.toggled.connect(self.ask_for_maximised)
        self.header.installEventFilter(self)
        row = self.header.row
        row.setSpacing(2)
        row.addWidget(self._title)
        row.add_stretch()
        of_the_picture = (self._more, self._info, self._table_button, self._copy, self._export)
        for button in (*of_the_picture, self._maximise):
            row.addWidget(button)
        self._stack.addWidget(self._twin)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        room = self._room = QVBoxLayout(self)
        self.follow_look()
        room.addWidget(self.header)
        room.addWidget(self._info_panel)
        room.addWidget(self.choices)
        room.addWidget(SideScroll(self._stack), 1)
        room.addWidget(self._sentence)
        room.addWidget(self._assumptions)

    def follow_look(self) -> None:
        """Keep distances that grow with the text."""
        pad = round(0.3 * self.fontMetrics().height())
        self._room.setContentsMargins(pad, pad, pad, pad)
        self._room.setSpacing(pad)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Maximise at a double click beside the buttons of the header."""
        if watched is self.header and event.type() == QEvent.Type.MouseButtonDblClick:
            self.ask_for_maximised()
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), QColor(self._theme.ground))
        if self._is_marked:
            thick = round(MARK_SHARE * self.fontMetrics().height())
            painter.fillRect(0, 0, self.width(), thick, QColor(self._theme.focus))
        painter.end()


class _PictureStack(QStackedWidget):
    """Asks for the room of the picture on screen, not of the largest that was ever shown."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self._ask_anew)

    def _ask_anew(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self.currentWidget().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.currentWidget().minimumSizeHint()


def _button(drawing: str, words: str, meaning: str, *, can_stay_down: bool = False) -> QToolButton:
    button = ToolButton()
    button.setIcon(icon(drawing))
    button.setText(words)
    button.setToolTip(meaning)
    button.setAccessibleName(meaning)
    button.setCheckable(can_stay_down)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
