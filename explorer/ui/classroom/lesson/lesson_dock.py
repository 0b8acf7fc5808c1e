"""The place of the lesson panel: at the right edge of the window, beside all else."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from explorer.classroom.lesson.step_view import StepView
from explorer.model.wording import tr
from explorer.ui.classroom.lesson.lesson_panel import LessonPanel
from explorer.ui.classroom.lesson.lesson_session import LessonSession
from explorer.ui.window.workbench import Workbench

WIDTH, MOST_OF_WINDOW = 22, 0.34
"""How wide the panel is at first: in heights of a line, and at most of the window's width."""


class LessonDock(QObject):
    """Shows the panel while a lesson is taught; it is made for the first one.

    ``poll_wanted(bool)``: What the panel emits.
    """

    poll_wanted = Signal(bool)

    def __init__(self, window: QMainWindow, bench: Workbench, session: LessonSession) -> None:
        """Stand in a window once ``session`` teaches; ``bench`` reaches the panel by F6."""
        super().__init__(window)
        self._window = window
        self._bench = bench
        self._session = session
        self._dock: QDockWidget | None = None
        self.panel: LessonPanel | None = None
        session.shown.connect(self._show)

    def _show(self, view: StepView | None) -> None:
        if view is None:
            self._hide()
            return
        if self.panel is None:
            self._make(view)
        dock = self._dock
        if dock is not None and dock.isHidden():
            dock.show()
            self._fit()

    def _fit(self) -> None:
        if self._dock is not None:
            wanted = WIDTH * self._window.fontMetrics().height()
            width = min(wanted, round(MOST_OF_WINDOW * self._window.width()))
            self._window.resizeDocks([self._dock], [width], Qt.Orientation.Horizontal)

    def focus(self) -> None:
        """Give the panel the keyboard, if there is one."""
        if self.panel is not None:
            self.panel.focus_first()

    def _hide(self) -> None:
        dock, panel = self._dock, self.panel
        if dock is None or panel is None or dock.isHidden():
            return
        if panel.isAncestorOf(QApplication.focusWidget() or self._window):
            self._bench.focus_controls()
        dock.hide()

    def _make(self, view: StepView) -> None:
        panel = self.panel = LessonPanel(self._session)
        panel.poll_wanted.connect(self.poll_wanted)
        dock = self._dock = QDockWidget(tr("Lesson"), self._window)
        dock.setObjectName("lesson")
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        dock.setTitleBarWidget(QWidget())
        dock.setWidget(panel)
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        self._fit()
        self._bench.around = (panel, *self._bench.around)
        panel.show_view(view)
        panel.show_clock(self._session.clock.words)
