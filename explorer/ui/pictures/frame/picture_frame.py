"""The frame around a picture: title, buttons, the picture or its table, and the sentence."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.figures.figure import Figure
from explorer.model.wording import tr
from explorer.ui.look.foreign_text import button_text
from explorer.ui.look.themed import Themed
from explorer.ui.pictures.frame.choice_bar import ChoiceBar
from explorer.ui.pictures.frame.gallery import Plot, plot_for, show_on
from explorer.ui.pictures.frame.sentence_line import SentenceLine
from explorer.ui.pictures.frame.table_twin import TableTwin
from explorer.ui.pictures.frame.word_panel import WordPanel
from explorer.ui.widgets.menu_button import MenuButton
from explorer.ui.widgets.scrolling import SideScroll
from explorer.ui.widgets.wrapping_row import WrappingRow
from explorer.ui.window.announcing import announce
from explorer.views.registry import VIEWS, view_by_id

FIXED_VIEW = "board"
"""The picture whose frame never shows another one."""

DATED_VIEWS = frozenset({"history"})
"""The pictures whose headers name the years that they show."""


class PictureFrame(Themed, QWidget):
    """Shows one picture at a time, its table twin on demand, and always its sentence.

    Signals
    -------
    view_requested(str)
        The hand asked for another picture in this frame.
    copy_requested(), export_requested()
        The hand asked for the picture on the clipboard, or in a file.
    choice_made(str, str)
        The hand chose something about the picture: the choice's id and the value.
    help_requested(str)
        The hand asked for more words about the picture with this id.
    row_chosen(str), package_chosen(object), cell_chosen(int, int), control_chosen(str),
    point_chosen(object), lens_chosen(str), year_chosen(int), gesture_began(), gesture_ended(),
    pointed(str)
        What the pictures inside emit.
    """

    view_requested = Signal(str)
    copy_requested = Signal()
    export_requested = Signal()
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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_stale = False
        self._view_id = ""
        self._figure: Figure | None = None
        self._plots: dict[str, Plot] = {}
        self._menu = QMenu(self)
        self._title = MenuButton(self._menu)
        self._menu.triggered.connect(self._request_view)
        self._info = _button(tr("Info"), tr("How to read this picture"), can_stay_down=True)
        self._table_button = _button(
            tr("Table"), tr("Show the same numbers as a table"), can_stay_down=True
        )
        self._copy = _button(tr("Copy"), tr("Copy this picture"))
        self._export = _button(tr("Export…"), tr("Save this picture as a file"))
        self._info_panel = WordPanel()
        self._more = _button(tr("More…"), tr("Read about this picture in the guide"))
        self._more.hide()
        self.choices = ChoiceBar()
        self._stack = _PictureStack()
        self._twin = TableTwin()
        self._sentence = SentenceLine()
        self._assumptions = WordPanel()
        self._build()

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

    def show_sentence_line(self, is_shown: bool) -> None:
        """Show the sentence under the picture, or not where it stands beside it anyhow."""
        self._sentence.setVisible(is_shown)

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
        plot.view_requested.connect(self.view_requested)
        plot.lens_chosen.connect(self.lens_chosen)
        plot.choice_made.connect(self.choice_made)
        plot.year_chosen.connect(self.year_chosen)
        plot.gesture_began.connect(self.gesture_began)
        plot.gesture_ended.connect(self.gesture_ended)
        plot.pointed.connect(self.pointed)
        self._stack.addWidget(plot)
        return plot

    def _switch(self, view_id: str) -> None:
        self._view_id = view_id
        view = view_by_id(view_id)
        self._info_panel.show_words(view.info() if self._info.isChecked() else "")
        self._fill_menu()
        if not self._table_button.isChecked():
            self._stack.setCurrentWidget(self._plots[view_id])

    def _show_title(self, figure: Figure) -> None:
        """Call the picture as its view; what has years in its title shows them."""
        title = figure.title if self._view_id in DATED_VIEWS else view_by_id(self._view_id).title()
        if title == self._title.accessibleName():
            return
        self._title.setAccessibleName(title)
        has_menu = self._view_id != FIXED_VIEW
        arrow = tr("{title} \N{BLACK DOWN-POINTING SMALL TRIANGLE}", title=title)
        self._title.setText(button_text(arrow if has_menu else title))

    def _fill_menu(self) -> None:
        self._menu.clear()
        others = [view for view in VIEWS if view.id != FIXED_VIEW]
        has_menu = self._view_id != FIXED_VIEW
        group = others[0].group
        for view in others if has_menu else ():
            if view.group != group:
                group = view.group
                self._menu.addSeparator()
            action = self._menu.addAction(view.title())
            action.setData(view.id)
            action.setCheckable(True)
            action.setChecked(view.id == self._view_id)
        # A title without a menu is no button: the keyboard passes it by.
        focus = Qt.FocusPolicy.StrongFocus if has_menu else Qt.FocusPolicy.NoFocus
        self._title.setFocusPolicy(focus)
        if not has_menu:
            self._title.setAccessibleDescription("")
        self._title.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not has_menu)

    def _request_view(self, action: QAction) -> None:
        self.view_requested.emit(str(action.data()))

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
        bold.setBold(True)
        self._title.setFont(bold)
        self._title.setAutoRaise(True)
        self._info.toggled.connect(self._show_info)
        self._more.clicked.connect(self._ask_for_help)
        self._table_button.toggled.connect(self._show_table_or_plot)
        self.choices.choice_made.connect(self.choice_made)
        self._copy.clicked.connect(self.copy_requested)
        self._export.clicked.connect(self.export_requested)
        header = WrappingRow()
        header.row.setSpacing(2)
        header.row.addWidget(self._title)
        header.row.add_stretch()
        for button in (self._more, self._info, self._table_button, self._copy, self._export):
            header.row.addWidget(button)
        self._stack.addWidget(self._twin)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        room = self._room = QVBoxLayout(self)
        self.follow_look()
        room.addWidget(header)
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

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), QColor(self._theme.ground))
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


def _button(words: str, meaning: str, *, can_stay_down: bool = False) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setToolTip(meaning)
    button.setAccessibleName(meaning)
    button.setCheckable(can_stay_down)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
