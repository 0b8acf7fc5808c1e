"""A heading in a menu: words that cannot be chosen, above what belongs to them."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from explorer.ui.look.foreign_text import button_text
from explorer.ui.look.theme import set_strong


def section_head(title: str, menu: QMenu) -> QAction:
    """Return a heading for a menu. Qt's own sections lose their words under a style sheet."""
    head = QAction(button_text(title), menu)
    font = menu.font()
    set_strong(font)
    head.setFont(font)
    head.setEnabled(False)
    return head
