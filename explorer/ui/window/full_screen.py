"""Full screen: nothing but the active picture, and everything again as it was."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMainWindow, QWidget

from explorer.ui.window.workbench import Workbench


class FullScreen(QObject):
    """Puts everything but the picture away while the window fills the screen.

    The start page keeps its bars; so does a picture for whose sake something else is called.
    """

    def __init__(
        self, window: QMainWindow, workbench: Workbench, bars: tuple[QWidget, ...]
    ) -> None:
        """Follow a window, whoever makes it fill the screen.

        Parameters
        ----------
        window
            The window.
        workbench
            What has the picture.
        bars
            What stands around the workbench.
        """
        super().__init__(window)
        self._window = window
        self._bench = workbench
        self._bars = bars
        self._is_full = False
        self._was_maximised = False
        workbench.stage.maximised_changed.connect(self._put_away)
        window.installEventFilter(self)
        workbench.installEventFilter(self)

    def _follow(self) -> None:
        """Give the picture the screen, or let it be again what it was."""
        stage, is_full = self._bench.stage, self._window.isFullScreen()
        if is_full == self._is_full:
            return
        self._is_full = is_full
        if is_full:
            self._was_maximised = stage.is_maximised
            stage.show_maximised(is_on=self._was_maximised or self._bench.isVisible())
        elif not self._was_maximised:
            stage.show_maximised(is_on=False)
        self._put_away()

    def _put_away(self) -> None:
        is_alone = self._is_full and self._bench.stage.is_maximised and self._bench.isVisible()
        self._bench.show_alone(is_alone=is_alone)
        for bar in self._bars:
            bar.setHidden(is_alone)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's state, and the way from the start page and back."""
        if watched is self._window and event.type() == QEvent.Type.WindowStateChange:
            self._follow()
        elif watched is self._bench and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._put_away()
        return super().eventFilter(watched, event)
