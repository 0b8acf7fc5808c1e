"""The commands of the view menu: text size, colours, regions."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from explorer.model.wording import tr
from explorer.ui.app.language import language_choices
from explorer.ui.commands.command import Command, Keys, Role, Submenu
from explorer.ui.window.desk import Desk
from explorer.ui.window.preferences import PreferencesDialog


class ViewCommands(QObject):
    """What changes how the window looks and what lies where in it."""

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

    def table(self) -> tuple[Command, ...]:
        """Return the commands, in the reader's language."""
        return (
            *self._picture_table(),
            *self._text_table(),
            Command(
                "full_screen",
                tr("&Full screen"),
                self.toggle_full_screen,
                (Keys.FullScreen, "F11"),
                tip=tr("Show nothing but the picture, on the whole screen"),
                is_checkable=True,
                is_local=True,
                on_start_page=True,
            ),
            Command(
                "preferences",
                tr("Pr&eferences"),
                self.show_preferences,
                (Keys.Preferences, "Ctrl+,"),
                on_start_page=True,
                role=Role.PreferencesRole,
            ),
        )

    def submenus(self) -> tuple[Submenu, ...]:
        """Return the menus of text sizes and colours."""
        return (
            Submenu("text_size", tr("Text &size"), self.choose_text_size),
            Submenu("theme", tr("&Colours"), self._desk.look.choose_theme),
        )

    def choose_text_size(self, percent: str) -> None:
        """Use a text size in percent."""
        self._desk.look.choose_text_size(int(percent))

    def text_larger(self) -> None:
        """Use the next larger text size."""
        self._desk.look.step_text_size(1)

    def text_smaller(self) -> None:
        """Use the next smaller text size."""
        self._desk.look.step_text_size(-1)

    def text_normal(self) -> None:
        """Use the normal text size."""
        self._desk.look.choose_text_size(100)

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
        """Lay out and size everything as at first."""
        self._desk.workbench.reset_layout()

    def show_preferences(self) -> None:
        """Open the preferences beside the window."""
        self._preferences.show_settings(self._desk.settings.now)
        self._preferences.show()
        self._preferences.raise_()

    def _picture_table(self) -> tuple[Command, ...]:
        return (
            Command("next_region", tr("&Next region"), self.next_region, ("F6",), is_local=True),
            Command(
                "previous_region",
                tr("Previous r&egion"),
                self.previous_region,
                ("Shift+F6",),
                is_local=True,
            ),
            Command("reset_layout", tr("Reset la&yout"), self.reset_layout),
        )

    def _text_table(self) -> tuple[Command, ...]:
        return (
            Command(
                "text_larger",
                tr("&Larger"),
                self.text_larger,
                (Keys.ZoomIn, "Ctrl+="),
                on_start_page=True,
            ),
            Command(
                "text_smaller",
                tr("&Smaller"),
                self.text_smaller,
                (Keys.ZoomOut,),
                on_start_page=True,
            ),
            Command(
                "text_normal", tr("&Normal"), self.text_normal, ("Ctrl+0",), on_start_page=True
            ),
            Command(
                "projector",
                tr("&Projector colours"),
                self.show_projector,
                ("Ctrl+Shift+P",),
                short=tr("Projector"),
                icon="projector",
                tip=tr("Use thick lines and strong colours, for a room"),
                is_checkable=True,
                on_start_page=True,
            ),
        )

    def _choose_language(self, code: str) -> None:
        self._desk.settings.change(language=code or None)

    def _choose_motion(self, is_reduced: bool) -> None:
        self._desk.settings.change(reduce_motion=is_reduced)
