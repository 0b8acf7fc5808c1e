"""The tab strip: every picture by its name, with a small picture of it where there is room."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from explorer.model.wording import tr
from explorer.ui.look.themed import Themed
from explorer.ui.pictures.strokes import small_font
from explorer.ui.widgets.wheel_guard import WheelGuard
from explorer.ui.window.stage import text_scale

HIGH = 880
"""How high a window is at least, in pixels at normal text size, that shows small pictures."""

LEAST_PICTURE, MOST_PICTURE = 4.2, 6.5
"""How wide a small picture is at least and at most, in lines of text."""

SHAPE = 9 / 16
"""How high a small picture is, as a share of its width."""

PAD, GAP, BAR = 0.35, 0.55, 0.18
"""Room around a tab's words, room between groups, and the bar of a chosen tab, in lines."""

MOST_DIGITS = 9
"""How many tabs have a digit as their key."""


@dataclass(frozen=True, slots=True)
class StripTab:
    """What a tab says: its short name, its full one, and the question that its group answers."""

    id: str
    words: str
    title: str
    group: str


def digit_keys(number: int) -> tuple[str, ...]:
    """Return the keys of a tab by its number, counted from 1."""
    return (f"Ctrl+{number}",) if number <= MOST_DIGITS else ()


class TabStrip(Themed, QTabBar):
    """Tabs in groups; the active one is filled, others on screen are underlined.

    Signals
    -------
    tab_chosen(str)
        The hand chose a tab, by its id.
    pictures_wanted()
        There is room for small pictures now, or for larger ones, or they need other colours.
    """

    tab_chosen = Signal(str)
    pictures_wanted = Signal()

    def __init__(self, tabs: tuple[StripTab, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = tabs
        self._shown: frozenset[str] = frozenset()
        self._pictures: dict[str, QPixmap] = {}
        self._picture_width = 0
        self.setAccessibleName(tr("Pictures"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        # The wheel scrolls the strip instead of going from tab to tab.
        WheelGuard(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        for number, tab in enumerate(tabs, start=1):
            self.addTab(tab.words)
            self.setTabToolTip(number - 1, _tip(tab, number))
        self.currentChanged.connect(self._choose)

    @property
    def picture_size(self) -> QSize:
        """How large small pictures are, in pixels; empty where only names are shown."""
        return QSize(self._picture_width, round(SHAPE * self._picture_width))

    def show_chosen(self, active: str, shown: frozenset[str]) -> None:
        """Mark the tab of the active picture, and all those on screen; emits nothing."""
        blocker = QSignalBlocker(self)
        self.setCurrentIndex([tab.id for tab in self._tabs].index(active))
        blocker.unblock()
        self._shown = shown
        self.update()

    def show_picture(self, tab_id: str, picture: QPixmap | None) -> None:
        """Show a small picture of a tab, or a plain sign for None."""
        if picture is None:
            self._pictures.pop(tab_id, None)
        else:
            self._pictures[tab_id] = picture
        self.update()

    def tabs_in_sight(self) -> tuple[str, ...]:
        """Return the ids of the tabs that can be seen without scrolling."""
        return tuple(
            tab.id
            for place, tab in enumerate(self._tabs)
            if self.visibleRegion().intersects(self.tabRect(place))
        )

    def follow_look(self) -> None:
        """Have small pictures drawn in other colours."""
        self.pictures_wanted.emit()

    def tabSizeHint(self, index: int) -> QSize:
        line = self.fontMetrics().height()
        width = self._name_width(index) + round(2 * PAD * line) + self._gap(index)
        if not self._picture_width:
            return QSize(width, round(1.7 * line))
        wide = self._picture_width + round(PAD * line) + self._gap(index)
        caption = QFontMetrics(small_font(self.font())).height()
        height = 2 * caption + self.picture_size.height() + round(2 * PAD * line)
        return QSize(max(width, wide), height)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def _name_width(self, index: int) -> int:
        return QFontMetrics(self._name_font()).horizontalAdvance(self._tabs[index].words)

    def _name_font(self) -> QFont:
        return small_font(self.font()) if self._picture_width else self.font()

    def _is_first(self, index: int) -> bool:
        return index == 0 or self._tabs[index].group != self._tabs[index - 1].group

    def _gap(self, index: int) -> int:
        """Return the room before the first tab of a group."""
        return round(GAP * self.fontMetrics().height()) if self._is_first(index) and index else 0

    def _choose(self, place: int) -> None:
        if place >= 0:
            self.tab_chosen.emit(self._tabs[place].id)

    def fit(self, width: int) -> None:
        """Show small pictures where the window is high and all of them have room in a width."""
        line, count = self.fontMetrics().height(), len(self._tabs)
        gaps = sum(self._gap(place) for place in range(count)) + round(count * PAD * line)
        # A pixel less: distances are rounded.
        room = (width - gaps) // max(count, 1) - 1
        is_high = self.window().height() >= HIGH * text_scale(self)
        has_room = is_high and room >= LEAST_PICTURE * line
        wide = min(room, round(MOST_PICTURE * line)) if has_room else 0
        if wide != self._picture_width:
            self._picture_width = wide
            # Has the bar ask for the sizes of its tabs again.
            self.setIconSize(self.picture_size)
            self.pictures_wanted.emit()

    def _paint_tab(self, painter: QPainter, place: int) -> None:
        theme, tab = self._theme, self._tabs[place]
        line = self.fontMetrics().height()
        room = self.tabRect(place).adjusted(self._gap(place), 0, 0, 0)
        if self._is_first(place):
            self._paint_group(painter, room, tab.group, has_rule=place > 0)
        is_active, is_shown = place == self.currentIndex(), tab.id in self._shown
        if self._picture_width:
            room.setTop(room.top() + QFontMetrics(small_font(self.font())).height())
        if is_active:
            painter.fillRect(room, QColor(theme.selection))
        if self._picture_width:
            self._paint_picture(painter, room, tab.id)
        if is_shown:
            colour = theme.focus if is_active else theme.track
            thick = round(BAR * line)
            painter.fillRect(
                QRect(room.left(), room.bottom() + 1 - thick, room.width(), thick), QColor(colour)
            )
        if is_active and self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRect(room.adjusted(1, 1, -1, -1))
        painter.setFont(self._name_font())
        painter.setPen(QColor(theme.ink if is_active or is_shown else theme.ink_soft))
        words = room.adjusted(0, self.picture_size.height(), 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, tab.words)

    def _paint_group(self, painter: QPainter, room: QRect, words: str, *, has_rule: bool) -> None:
        """Draw a line before a group, and what it answers above its first tab."""
        painter.setPen(QColor(self._theme.rule))
        left = room.left() - round(0.5 * GAP * self.fontMetrics().height())
        if has_rule:
            painter.drawLine(left, room.top() + 3, left, room.bottom() - 3)
        if self._picture_width:
            painter.setFont(small_font(self.font()))
            painter.setPen(QColor(self._theme.ink_soft))
            wide = room.adjusted(2, 1, room.width(), 0)
            painter.drawText(wide, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_picture(self, painter: QPainter, room: QRect, tab_id: str) -> None:
        """Draw a small picture, or three bars where there is none yet."""
        size, line = self.picture_size, self.fontMetrics().height()
        frame = QRect(
            room.center().x() - size.width() // 2,
            room.top() + round(0.5 * PAD * line),
            size.width(),
            size.height(),
        )
        painter.fillRect(frame, QColor(self._theme.ground))
        picture = self._pictures.get(tab_id)
        if picture is not None:
            painter.drawPixmap(frame, picture)
        else:
            for number, share in enumerate((0.6, 0.4, 0.25), start=1):
                top = frame.top() + number * frame.height() // 4
                bar = QRect(frame.left() + frame.width() // 6, top, 0, max(2, line // 5))
                bar.setWidth(round(share * frame.width()))
                painter.fillRect(bar, QColor(self._theme.rule))
        painter.setPen(QColor(self._theme.rule))
        painter.drawRect(frame.adjusted(0, 0, -1, -1))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.pictures_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Window))
        for place in range(self.count()):
            self._paint_tab(painter, place)
        painter.setPen(QColor(self._theme.rule))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()


def _tip(tab: StripTab, number: int) -> str:
    """Return what a tab says when it is pointed at: question, full name, keys."""
    words = tr("{group}: {title}", group=tab.group, title=tab.title)
    for keys in digit_keys(number):
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        return tr("{command} ({keys})", command=words, keys=native)
    return words
