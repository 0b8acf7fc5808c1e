"""The look: colours and text size of the whole program, as the settings and the system say."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from explorer.files.settings import Settings
from explorer.model.wording import tr
from explorer.ui.app.settings_keeper import SettingsKeeper
from explorer.ui.look.theme import Theme, ThemeId, apply_theme, system_theme_id, theme_by_id

TEXT_STEPS = (100, 110, 125, 150, 175, 200)
"""Text sizes in per cent that the keys step through."""


def theme_choices() -> tuple[tuple[str, str], ...]:
    """Return the colours one can choose, as (id, words)."""
    return (
        ("system", tr("As the system")),
        ("light", tr("Light")),
        ("dark", tr("Dark")),
        ("projector", tr("Projector")),
        ("high-contrast", tr("High contrast")),
    )


class Look(QObject):
    """Applies colours and text size to the program whenever they change.

    ``theme_changed(object)``: The :class:`~explorer.ui.look.theme.Theme` that is applied now; text
    may have another size.
    """

    theme_changed = Signal(object)

    def __init__(self, application: QApplication, settings: SettingsKeeper) -> None:
        """Apply what the settings say.

        ``application``: The program, still with the palette that the system gave it.
        """
        super().__init__()
        self._application = application
        self._settings = settings
        self._system: ThemeId = system_theme_id()
        self._applied: tuple[ThemeId, float] | None = None
        settings.settings_changed.connect(self._follow)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._follow(settings.now)

    @property
    def theme(self) -> Theme:
        """The theme that is applied."""
        return theme_by_id(self._resolved(self._settings.now))

    @property
    def text_percent(self) -> int:
        """The text size in per cent."""
        return round(self._settings.now.text_scale * 100)

    def choose_theme(self, theme: str) -> None:
        """Use a theme by its id, or "system" to follow the system."""
        self._settings.change(theme=theme)

    def choose_text_size(self, percent: int) -> None:
        """Use a text size in per cent, brought into what is possible."""
        nearest = min(max(percent, TEXT_STEPS[0]), TEXT_STEPS[-1])
        self._settings.change(text_scale=nearest / 100)

    def step_text_size(self, step: int) -> None:
        """Use the next larger (1) or smaller (-1) text size."""
        present = self.text_percent
        if step > 0:
            larger = [each for each in TEXT_STEPS if each > present]
            self.choose_text_size(larger[0] if larger else present)
        else:
            smaller = [each for each in TEXT_STEPS if each < present]
            self.choose_text_size(smaller[-1] if smaller else present)

    def _resolved(self, settings: Settings) -> ThemeId:
        return self._system if settings.theme == "system" else settings.theme

    def _follow(self, settings: Settings) -> None:
        wanted = (self._resolved(settings), settings.text_scale)
        if wanted == self._applied:
            return
        self._applied = wanted
        apply_theme(self._application, theme_by_id(wanted[0]), wanted[1])
        self.theme_changed.emit(theme_by_id(wanted[0]))

    def _follow_system(self, scheme: Qt.ColorScheme) -> None:
        # Where the system does not tell, what was found at the start stays.
        if scheme != Qt.ColorScheme.Unknown:
            self._system = "dark" if scheme == Qt.ColorScheme.Dark else "light"
            self._follow(self._settings.now)
