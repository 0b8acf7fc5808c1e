"""Words on the clipboard: whatever they are pasted into, they stay words."""

from PySide6.QtGui import QGuiApplication

from explorer.model.plain_text import plain_lines


def copy_code(text: str) -> None:
    """Put lines for a program onto the clipboard, letter by letter."""
    QGuiApplication.clipboard().setText(text)


def copy_words(text: str) -> None:
    """Put words onto the clipboard so that no line of them is taken for a formula."""
    QGuiApplication.clipboard().setText(plain_lines(text))
