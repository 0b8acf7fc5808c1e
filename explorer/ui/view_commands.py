"""The commands of the view menu: which picture is below, text size, colours, regions."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from explorer.ui.desk import Desk
from explorer.ui.language import language_choices
from explorer.ui.preferences import PreferencesDialog


class ViewCommands(QObject):
    """What changes how the window looks and what lies where in it.

    Parameters
    ----------
    window
        Whose look is changed.
    desk
        What the window lays out.
    """

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._preferences = PreferencesDialog(window, language_choices())
        self._preferences.theme_chosen.connect(desk.look.choose_theme)
        self._preferences.text_size_chosen.connect(desk.look.choose_text_size)
        self._preferences.language_chosen.connect(self._choose_language)
        self._preferences.reduce_motion_chosen.connect(self._choose_motion)
        desk.settings.settings_changed.connect(self._preferences.show_settings)

    def choose_lower_picture(self, action: QAction) -> None:
        """Show the picture that a menu entry stands for below."""
        self._desk.pictures.choose_lower_view(str(action.data()))

    def choose_text_size(self, action: QAction) -> None:
        """Use the text size that a menu entry stands for."""
        self._desk.look.choose_text_size(int(str(action.data())))

    def text_larger(self) -> None:
        """Use the next larger text size."""
        self._desk.look.step_text_size(1)

    def text_smaller(self) -> None:
        """Use the next smaller text size."""
        self._desk.look.step_text_size(-1)

    def text_normal(self) -> None:
        """Use the normal text size."""
        self._desk.look.choose_text_size(100)

    def choose_theme(self, action: QAction) -> None:
        """Use the colours that a menu entry stands for."""
        self._desk.look.choose_theme(str(action.data()))

    def show_projector(self, is_on: bool) -> None:
        """Use projector colours, or those of the system again."""
        self._desk.look.choose_theme("projector" if is_on else "system")

    def next_region(self) -> None:
        """Give the keyboard to the next region."""
        self._desk.workbench.focus_region(1)

    def previous_region(self) -> None:
        """Give the keyboard to the region before."""
        self._desk.workbench.focus_region(-1)

    def toggle_full_screen(self, is_on: bool) -> None:
        """Fill the screen, or no longer; a window that was as large as it can be stays so."""
        full = Qt.WindowState.WindowFullScreen
        state = self._window.windowState()
        self._window.setWindowState(state | full if is_on else state & ~full)

    def reset_layout(self) -> None:
        """Give the regions the sizes that they had at first."""
        self._desk.workbench.reset_layout()

    def show_preferences(self) -> None:
        """Open the preferences beside the window."""
        self._preferences.show_settings(self._desk.settings.now)
        self._preferences.show()
        self._preferences.raise_()

    def _choose_language(self, code: str) -> None:
        self._desk.settings.change(language=code or None)

    def _choose_motion(self, is_reduced: bool) -> None:
        self._desk.settings.change(reduce_motion=is_reduced)
