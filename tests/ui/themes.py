"""What tests do to the theme that single widgets find in force."""

from PySide6.QtWidgets import QApplication

from explorer.ui.look.theme import THEME_PROPERTY, Theme


def wear(theme: Theme | None) -> None:
    """Put a theme in force without its font, palette and sheet; None for none."""
    application = QApplication.instance()
    assert application is not None
    application.setProperty(THEME_PROPERTY, None if theme is None else theme.id)
