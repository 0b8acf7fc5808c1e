"""The scene strip: what is prepared for a room, under the pictures."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from explorer.model.classroom import Classroom
from explorer.model.scene import Scene
from explorer.model.wording import tr
from explorer.ui.classroom.scene_list import Picture, SceneList
from explorer.ui.look.themed import Themed
from explorer.ui.look.typography import PanelLabel, Rank, fit_labels, spacing
from explorer.ui.window.stage import text_scale
from explorer.ui.window.tab_strip import HIGH

LIST_WIDTH = 12
"""How wide the list is at least, in lines of text."""


class SceneStrip(Themed, QWidget):
    """Scenes side by side with what adds one; small pictures where the window is high.

    Signals
    -------
    pictures_wanted()
        There is room for small pictures now, or they need other colours.
    added(), edited()
        The hand adds what is on screen as a scene, or opens the words of one.
    """

    pictures_wanted = Signal()
    added = Signal()
    edited = Signal()

    def __init__(self, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Scenes"))
        self.list = SceneList(picture, self)
        self._is_slim = False
        self._empty = PanelLabel(
            Rank.BODY,
            tr(
                "No scenes yet. Set up what a room is to see and choose Add scene; "
                "then F5 goes through the scenes."
            ),
            self,
        )
        self.add = _button(tr("Add scene"), tr("Keep what is on screen as a scene"), self)
        self.words = _button(tr("Scene…"), tr("Caption, notes and more of the scene"), self)
        self.add.clicked.connect(self.added)
        self.words.clicked.connect(self.edited)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.list, 1)
        self._row.addWidget(self._empty, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.words, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.follow_look()

    def show_classroom(self, classroom: Classroom) -> None:
        """Show the scenes of a classroom; emits nothing that the hand does."""
        has_scenes = bool(classroom.scenes)
        self.list.show_classroom(classroom)
        self.list.setVisible(has_scenes)
        self.words.setVisible(has_scenes)
        self._empty.setVisible(not has_scenes)
        self.pictures_wanted.emit()

    def be_slim(self, *, is_slim: bool) -> None:
        """Show names alone in any case, or pictures where there is room for them."""
        self._is_slim = is_slim
        self.fit()

    def fit(self) -> None:
        """Show small pictures where the window is high enough for them."""
        is_high = self.window().height() >= HIGH * text_scale(self)
        self.list.show_pictures(has_pictures=is_high and not self._is_slim)
        self.pictures_wanted.emit()

    def wanted_pictures(self) -> list[tuple[Scene, QSize, float]]:
        """Return the scenes in sight that have a small picture, with its size and pixels."""
        drawing = self.list.drawing
        if not drawing.has_pictures or not self.list.isVisible():
            return []
        size, ratio = drawing.picture_size, self.list.devicePixelRatioF()
        return [(scene, size, ratio) for scene in self.list.scenes_in_sight()]

    def show_drawn(self) -> None:
        """Show a small picture that has been drawn."""
        self.list.viewport().update()

    def follow_look(self) -> None:
        """Keep distances that grow with the text, and have small pictures drawn anew."""
        gap = spacing(self, 6)
        self._row.setContentsMargins(2 * gap, gap // 2, 2 * gap, gap // 2)
        self._row.setSpacing(gap)
        fit_labels(self)
        self.list.setMinimumWidth(LIST_WIDTH * self.fontMetrics().height())
        self.list.follow_text_size()
        self.fit()

    def follow_text_size(self) -> None:
        self.follow_look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()


def _button(words: str, tip: str, parent: QWidget) -> QPushButton:
    button = QPushButton(words, parent)
    button.setToolTip(tip)
    button.setAutoDefault(True)
    return button
