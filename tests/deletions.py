"""Letting go of windows that were closed and promised to be deleted."""


def finish_promised_deletions() -> None:
    """Let what was closed and promised to be deleted go."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    # Held meanwhile: a child that drops the last reference to its window while it is being
    # deleted would be deleted by the window a second time.
    held = QApplication.topLevelWidgets()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del held
