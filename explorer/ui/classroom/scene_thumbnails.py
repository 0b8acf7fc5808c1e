"""Small pictures of scenes, worked out and drawn one by one while the hand rests."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QPixmap

from explorer.figures.bars import BarsFigure
from explorer.figures.sweep import SWEPT
from explorer.model.errors import ScenarioError
from explorer.model.scene import Scene
from explorer.solver.solve import solve
from explorer.ui.classroom.scene_player import looked_at
from explorer.ui.live.live_pictures import BOARD
from explorer.ui.live.thumbnails import PAUSE_MILLISECONDS, STEP_MILLISECONDS, small_picture
from explorer.ui.look.themed import theme_in_force
from explorer.ui.window.desk import Desk
from explorer.views.registry import figure_of

Wanted = tuple[Scene, QSize, float]
"""A scene, the size of its small picture in pixels of the layout, and how many of the screen
are one of these."""

MOST_KEPT = 400
"""How many small pictures are kept."""


class SceneThumbnails(QObject):
    """Draws the upper view of scenes small, each once for its size, colours and assumptions.

    Nothing is drawn during a drag, and no view that waits for a study: such a scene has its board.

    ``drawn()``: One more small picture is there.
    """

    drawn = Signal()

    def __init__(self, desk: Desk) -> None:
        """Draw what is asked for on a desk."""
        super().__init__(desk.workbench)
        self._desk = desk
        self._kept: dict[object, QPixmap] = {}
        self._wanted: Callable[[], list[Wanted]] = list
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def draw(self, wanted: Callable[[], list[Wanted]]) -> None:
        """Draw scenes once the hand rests.

        ``wanted``: Returns the scenes that are in sight.
        """
        self._wanted = wanted
        self._timer.start(PAUSE_MILLISECONDS)

    def picture(self, scene: Scene, size: QSize, ratio: float) -> QPixmap | None:
        """Return the small picture of a scene, or None while there is none."""
        return self._kept.get(self._key(scene, size, ratio))

    def _key(self, scene: Scene, size: QSize, ratio: float) -> object:
        looks = ("settings", "view", "choices", "row", "package")
        case = self._desk.store.state.scenario.case
        return (
            scene.model_dump_json(include=set(looks)),
            (case.id, str(case.changes)),
            (size.width(), size.height(), ratio),
            theme_in_force().id,
        )

    def _step(self) -> None:
        """Draw the first of what is in sight and not there yet."""
        if self._desk.store.state.gesture_start is not None:
            return
        missing = (each for each in self._wanted() if self._key(*each) not in self._kept)
        found = next(missing, None)
        if found is None:
            self._timer.stop()
            return
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        self._kept[self._key(*found)] = self._drawn(*found)
        self._timer.setInterval(STEP_MILLISECONDS)
        self.drawn.emit()

    def _drawn(self, scene: Scene, size: QSize, ratio: float) -> QPixmap:
        state = self._desk.store.state
        case = state.scenario.case
        try:
            result = solve(scene.settings.scenario(case))
        except ScenarioError:
            return QPixmap()
        seen = looked_at(scene, case)
        choices = dict(seen.choices)
        viewing = replace(
            self._desk.pictures.viewing(),
            result=result,
            ghost=None,
            before=None,
            swept_control=choices.pop(SWEPT, case.controls[0].id),
            choices=choices,
            selected_row=seen.row,
            selected_package=seen.package,
            is_resting=False,
            is_comparing=False,
            pins=(),
        )
        figure = figure_of(seen.upper, viewing)
        if isinstance(figure, BarsFigure) and figure.empty_words:
            figure = figure_of(BOARD, viewing)
        return small_picture(figure, size, ratio)
