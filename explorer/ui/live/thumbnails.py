"""The small pictures of the gallery, drawn one by one while the hand rests."""

from dataclasses import replace
from time import perf_counter

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QPixmap

from explorer.figures.bars import BarsFigure
from explorer.figures.figure import Figure
from explorer.ui.pictures.frame.gallery import plot_for, show_on
from explorer.ui.window.tab_strip import TabStrip
from explorer.views import bold, breaking, robustness, why
from explorer.views.registry import figure_of
from explorer.views.tabs import TAB_IDS, TABS, tab_by_id, tab_of
from explorer.views.view import Viewing

PAUSE_MILLISECONDS = 700
"""How long the hand rests before anything is drawn."""

STEP_MILLISECONDS = 15
"""How long the window is left alone between two small pictures."""

TIMES = 4
"""How many times larger a picture is drawn than it is shown, so that its words fit into it."""


class Thumbnails(QObject):
    """Keeps the small pictures of a strip up to date, the cheapest first, one at a time.

    Nothing is drawn while the hand moves something, and nothing is worked out for them that takes
    a study: a tab whose picture waits for one shows a plain sign.
    """

    def __init__(self, strip: TabStrip) -> None:
        """Draw for a strip; nothing until something is shown."""
        super().__init__()
        self._strip = strip
        self._viewing: Viewing | None = None
        self._costs: dict[str, float] = {}
        self._stale: set[str] = set()
        self._timer = QTimer(strip)
        self._timer.timeout.connect(self._step)
        strip.pictures_wanted.connect(self.draw_all)

    def follow(self, viewing: Viewing, *, is_moving: bool) -> None:
        """Show something from now on, as soon as nothing moves."""
        self._stale |= _tabs_that_differ(self._viewing, viewing)
        self._viewing = viewing
        if is_moving:
            self.stop()
        elif self._stale:
            self._begin()

    def draw_all(self) -> None:
        """Draw every small picture anew once the hand rests."""
        self._stale.update(TAB_IDS)
        self._begin()

    def stop(self) -> None:
        """Draw nothing more."""
        self._timer.stop()

    def _begin(self) -> None:
        """Wait until the hand rests, if small pictures are on screen at all."""
        if self._strip.isVisible() and not self._strip.picture_size.isEmpty():
            self._timer.start(PAUSE_MILLISECONDS)

    def _step(self) -> None:
        """Draw the cheapest picture of those that are in sight and no longer true."""
        viewing, strip = self._viewing, self._strip
        wanted = [id_ for id_ in strip.tabs_in_sight() if id_ in self._stale]
        if viewing is None or not wanted or strip.picture_size.isEmpty():
            self.stop()
            return
        tab_id = min(wanted, key=lambda id_: self._costs.get(id_, 0.0))
        started = perf_counter()
        strip.show_picture(tab_id, self._drawn(tab_id, viewing))
        self._costs[tab_id] = perf_counter() - started
        self._stale.discard(tab_id)
        self._timer.setInterval(STEP_MILLISECONDS)

    def _drawn(self, tab_id: str, viewing: Viewing) -> QPixmap | None:
        """Return the small picture of a tab, or None where it is not known yet."""
        tab = tab_by_id(tab_id)
        choices = dict(viewing.choices)
        if tab.view_id == bold.VIEW.id and viewing.bold is None:
            # Nobody looks at all packages in all sets unless the picture itself is on screen.
            return None
        if tab.choice is not None and tab_of(tab.view_id, choices) is not tab:
            if tab.view_id == robustness.VIEW.id:
                # What is known of assumptions is the answer to another question.
                return None
            choices[tab.choice[0]] = tab.choice[1]
        figure = figure_of(tab.view_id, replace(viewing, choices=choices, is_resting=False))
        if isinstance(figure, BarsFigure) and figure.empty_words:
            return None
        ratio = self._strip.devicePixelRatioF()
        return small_picture(figure, self._strip.picture_size, ratio)


def small_picture(figure: Figure, size: QSize, ratio: float) -> QPixmap:
    """Return a figure drawn small, in the colours in force.

    Parameters
    ----------
    size
        In pixels of the layout.
    ratio
        How many pixels of the screen are one of the layout.
    """
    from explorer.ui.export.picture import plot_image

    plot = plot_for(figure)
    plot.resize(size * TIMES)
    show_on(plot, figure)
    image = plot_image(plot, size * TIMES)
    smooth = Qt.TransformationMode.SmoothTransformation
    ignore = Qt.AspectRatioMode.IgnoreAspectRatio
    return QPixmap.fromImage(image.scaled(size * ratio, ignore, smooth))


def _tabs_that_differ(before: Viewing | None, now: Viewing) -> set[str]:
    """Return the tabs whose small pictures are other ones than before."""
    if before is None or not _look_the_same(before, now):
        return set(TAB_IDS)
    views = (
        (robustness.VIEW.id, before.findings is not now.findings),
        (bold.VIEW.id, before.bold is not now.bold),
        (breaking.VIEW.id, before.breaking != now.breaking),
        (why.VIEW.id, before.split_progress is not now.split_progress),
    )
    changed = {view_id for view_id, is_other in views if is_other}
    return {tab.id for tab in TABS if tab.view_id in changed}


def _look_the_same(one: Viewing, other: Viewing) -> bool:
    """Return whether small pictures of both look the same, apart from what is worked out late."""
    return (
        one.result is other.result
        and one.baseline is other.baseline
        and one.pins == other.pins
        and one.swept_control == other.swept_control
        and one.choices == other.choices
        and one.selected_package == other.selected_package
    )
