"""How the theme reaches every widget: found in one place, followed by Qt's own events."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from explorer.ui.look.theme import LIGHT, THEME_PROPERTY, THEMES, Theme

_BY_ID = {theme.id: theme for theme in THEMES}

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


def theme_in_force() -> Theme:
    """Return the theme that the program wears; the light one before any is applied."""
    application = QApplication.instance()
    theme_id = None if application is None else application.property(THEME_PROPERTY)
    return _BY_ID.get(str(theme_id), LIGHT)


class TextSized(_Widget):
    """What a widget inherits, before its class of Qt, to be told of each new size of text."""

    def follow_text_size(self) -> None:
        """Make anew what was measured in the letters; called after each change of the font."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.follow_text_size()


class Themed(TextSized):
    """What a widget inherits, before its class of Qt, to have the theme as ``self._theme``.

    What is drawn from the theme in ``paintEvent`` needs nothing else: Qt repaints all widgets
    after a change. Whoever keeps something that was made from it overrides :meth:`follow_look`.
    """

    _own_theme: Theme | None = None

    @property
    def _theme(self) -> Theme:
        return self._own_theme or theme_in_force()

    def wear(self, theme: Theme | None) -> None:
        """Take a theme other than that in force, as a presentation does; None for that in force."""
        self._own_theme = theme
        self.follow_look()
        self.update()

    def follow_look(self) -> None:
        """Make anew what was made from theme or text size; called after each change of them."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and text size: both come with a new style sheet."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.follow_look()
