"""The stage: two places for pictures, above each other, side by side, or one of them alone."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from explorer.files.settings import PictureLayout, Place
from explorer.model.wording import tr
from explorer.ui.look.theme import application_font
from explorer.ui.look.themed import TextSized
from explorer.ui.pictures.frame.picture_frame import PictureFrame
from explorer.ui.widgets.scrolling import DownScroll

PLACES: tuple[Place, Place] = ("upper", "lower")
"""Where pictures stand: above and below each other, or first and second side by side."""

STACKED_HEIGHT = 850
"""How high a window must be, in pixels at normal text size, to show two pictures above each other.

Below that each of them would be little more than its title and its legend.
"""

BESIDE_WIDTH = 1500
"""How wide a window must be, in pixels at normal text size, to show two pictures side by side."""

FIRST_SHARES: dict[PictureLayout, list[int]] = {"stacked": [22, 20], "beside": [1, 1]}
"""How two pictures share the room at first."""

MANY_PIXELS = 1000
"""Sizes of a splitter are shares of what there is as long as they are larger than that."""


def text_scale(widget: QWidget) -> float:
    """Return how large a widget's text is, as a multiple of the normal size."""
    return widget.fontMetrics().height() / QFontMetrics(application_font()).height()


class Stage(TextSized, QWidget):
    """Shows one or two pictures, and remembers which of them the hand was in last.

    A window without room for two shows the active one alone, whatever layout is chosen.

    Signals
    -------
    changed()
        Other places are on screen, or another one is active.
    maximised_changed(bool)
        Whether one picture wants the whole window.
    """

    changed = Signal()
    maximised_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.upper_frame = PictureFrame()
        self.lower_frame = PictureFrame()
        self._layout: PictureLayout = "stacked"
        self._active: Place | None = None
        self._is_maximised = False
        self._taken = 0
        self._sizes: dict[PictureLayout, list[int]] = {}
        self._shown: tuple[Place, ...] = ()
        self._lower_stack = _ShownPart()
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        # Large text in a small window: the pictures keep their room and scroll.
        self._scroll = DownScroll(self._splitter)
        self._build()

    @property
    def layout_wish(self) -> PictureLayout:
        """The layout that is chosen; see :meth:`arrangement` for the one on screen."""
        return self._layout

    @property
    def is_maximised(self) -> bool:
        """Whether one picture wants the whole window."""
        return self._is_maximised

    @property
    def active(self) -> Place:
        """The place that has the keyboard or had it last; where the next picture goes."""
        if self._active is not None:
            return self._active
        # At first the board stays where it is, unless it is alone.
        return "upper" if self.arrangement() == "single" else "lower"

    @property
    def chosen(self) -> Place | None:
        """The place that the hand made active; None before it did."""
        return self._active

    def frame(self, place: Place) -> PictureFrame:
        """Return the picture frame in a place."""
        return self.upper_frame if place == "upper" else self.lower_frame

    def place_of(self, frame: PictureFrame) -> Place:
        """Return where a frame stands."""
        return "upper" if frame is self.upper_frame else "lower"

    def show_assumptions(self, words: str) -> None:
        """Say under both pictures what is changed, and what that breaks; "" for nothing."""
        for frame in (self.upper_frame, self.lower_frame):
            frame.show_assumptions(words)

    def shown(self) -> tuple[Place, ...]:
        """Return the places on screen."""
        is_one = self._is_maximised or self.arrangement() == "single"
        return (self.active,) if is_one else PLACES

    def arrangement(self) -> PictureLayout:
        """Return the chosen layout where the window has room for it, else "single"."""
        scale, window = text_scale(self), self.window().size()
        has_room = {
            "stacked": window.height() - self._taken >= STACKED_HEIGHT * scale,
            "beside": window.width() >= BESIDE_WIDTH * scale,
            "single": True,
        }
        return self._layout if has_room[self._layout] else "single"

    def leave_room(self, height: int) -> None:
        """Do with so many pixels of the window's height less, as where something stands below."""
        if height != self._taken:
            self._taken = height
            self._arrange()

    def choose_layout(self, layout: PictureLayout) -> None:
        """Lay the pictures out in another way; that ends a maximised picture."""
        self._layout = layout
        self.show_maximised(is_on=False)
        self._arrange()

    def activate(self, place: Place | None) -> None:
        """Make a place the active one, alone where one picture is alone; None as at first."""
        if place != self._active:
            self._active = place
            self._arrange()
            self.changed.emit()

    def toggle_maximised(self, place: Place | None = None) -> None:
        """Let the picture in a place have the whole window, or give it back."""
        if not self._is_maximised and place is not None:
            self.activate(place)
        self.show_maximised(is_on=not self._is_maximised)

    def show_maximised(self, *, is_on: bool) -> None:
        """Let the active picture have the whole window, or no longer."""
        if is_on == self._is_maximised:
            return
        if is_on:
            self._active = self.active
        self._is_maximised = is_on
        self._arrange()
        self.maximised_changed.emit(is_on)

    def reveal(self, place: Place) -> None:
        """Bring the picture in a place on screen, and into sight."""
        if place not in self.shown():
            self.activate(place)
        self._scroll.ensureWidgetVisible(self.frame(place))

    def set_cover(self, panel: QWidget) -> None:
        """Have a panel that can lie over the lower picture."""
        self._lower_stack.addWidget(panel)

    def cover(self, panel: QWidget) -> None:
        """Lay a panel over the lower picture."""
        self.show_maximised(is_on=False)
        self._lower_stack.setCurrentWidget(panel)
        self._arrange()
        self._scroll.ensureWidgetVisible(panel)

    def uncover(self) -> None:
        """Show the lower picture again."""
        self._lower_stack.setCurrentWidget(self.lower_frame)
        self._arrange()

    def regions(self) -> tuple[QWidget, QWidget]:
        """Return both places, as the key that walks through the regions reaches them."""
        return (self.upper_frame, self._lower_stack)

    def sizes(self) -> dict[str, tuple[int, ...]]:
        """Return the sizes that the hand gave to the pictures, by layout; see `show_sizes`."""
        return {name: tuple(self._sizes.get(name, ())) for name in FIRST_SHARES}

    def show_sizes(self, sizes: dict[str, tuple[int, ...]]) -> None:
        """Give the pictures sizes that were remembered; empty ones stand for those of the start."""
        for name in FIRST_SHARES:
            if len(sizes.get(name, ())) == len(PLACES):
                self._sizes[name] = list(sizes[name])
        self._apply_sizes()

    def reset(self) -> None:
        """Lay everything out as at first."""
        self._sizes.clear()
        self._active = None
        self.choose_layout("stacked")
        self._apply_sizes()
        self.changed.emit()

    def _on_maximise_requested(self, frame: PictureFrame) -> None:
        self.toggle_maximised(self.place_of(frame))

    def _build(self) -> None:
        self._lower_stack.addWidget(self.lower_frame)
        for part in (self.upper_frame, self._lower_stack):
            self._splitter.addWidget(part)
            # A screen reader goes through the parts of a splitter in the order in which they
            # were raised, which is not the order in which they stand.
            part.raise_()
        for number, place in enumerate(PLACES):
            self._splitter.setStretchFactor(number, 1)
            self.frame(place).maximise_requested.connect(self._on_maximise_requested)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.splitterMoved.connect(self._remember_sizes)
        self.upper_frame.setAccessibleName(tr("Upper picture"))
        self.lower_frame.setAccessibleName(tr("Lower picture"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        application = QGuiApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        """Follow the keyboard into another picture, unless it fell there from what went away."""
        if old is not None and not old.isVisible():
            return
        for place in self.shown():
            if now is not None and self.frame(place).isAncestorOf(now):
                self.activate(place)

    def _arrange(self) -> None:
        """Show the places that are to be on screen, as the layout says."""
        shown, arrangement = self.shown(), self.arrangement()
        is_covered = self._lower_stack.currentWidget() is not self.lower_frame
        is_one = len(shown) == 1
        is_beside = arrangement == "beside"
        turned = Qt.Orientation.Horizontal if is_beside else Qt.Orientation.Vertical
        is_other = self._shown != shown or self._splitter.orientation() != turned
        self._splitter.setOrientation(turned)
        self.upper_frame.setVisible("upper" in shown and not (is_one and is_covered))
        self._lower_stack.setVisible("lower" in shown or is_covered)
        for place in PLACES:
            is_marked = not is_one and place == self.active
            self.frame(place).show_state(is_marked=is_marked, is_maximised=self._is_maximised)
        if is_other:
            self._shown = shown
            self._apply_sizes()
            self.changed.emit()

    def _apply_sizes(self) -> None:
        """Share the room as the hand did, or as at first."""
        arrangement = self.arrangement()
        if arrangement in FIRST_SHARES:
            shares = [MANY_PIXELS * share for share in FIRST_SHARES[arrangement]]
            self._splitter.setSizes(self._sizes.get(arrangement, shares))

    def _remember_sizes(self) -> None:
        self._sizes[self.arrangement()] = self._splitter.sizes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        self._arrange()
        super().showEvent(event)

    def follow_text_size(self) -> None:
        self._arrange()


class _ShownPart(QStackedWidget):
    """The lower picture, or a panel over it; asks for the room of the one on screen only."""

    def minimumSizeHint(self) -> QSize:
        return self.currentWidget().minimumSizeHint()
