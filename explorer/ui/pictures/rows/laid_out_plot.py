"""A picture that works out once where everything lies, until its size or its text changes."""

from typing import Generic, TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from explorer.ui.pictures.picture_plot import PicturePlot

Shown = TypeVar("Shown")
"""The kind of figure that a picture shows."""

Laid = TypeVar("Laid")
"""The kind of layout that it keeps."""


class LaidOutPlot(PicturePlot[Shown], Generic[Shown, Laid]):
    """A picture that keeps its layout; whoever shows another form of figure lets go of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout: Laid | None = None

    def forget_layout(self) -> None:
        """Have everything laid out anew when it is next drawn."""
        self._layout = None
        self.updateGeometry()

    def follow_look(self) -> None:
        super().follow_look()
        self.forget_layout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._layout = None
        super().resizeEvent(event)

    def follow_text_size(self) -> None:
        self.forget_layout()
