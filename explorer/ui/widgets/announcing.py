"""Announcing: what happens elsewhere than at the keyboard is said by a screen reader too."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget


def announce(source: QWidget, words: str) -> None:
    """Have a screen reader say something, after what it is saying now.

    Parameters
    ----------
    source
        Where it is shown; what is not on screen says nothing.
    words
        Plain words; none say nothing.
    """
    if not words or not source.isVisible():
        return
    event = QAccessibleAnnouncementEvent(source, words)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    _send(event)


def _send(event: QAccessibleEvent) -> None:
    QAccessible.updateAccessibility(event)
