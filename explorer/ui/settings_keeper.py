"""The settings keeper: the user's settings now, written to their file soon after a change."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from explorer.files.settings import Settings, write_settings
from explorer.model.errors import FileError

_log = logging.getLogger("explorer.files")

WRITE_MILLISECONDS = 1000
"""How long changes are collected: all that a crash may lose."""


class SettingsKeeper(QObject):
    """Holds the settings of one run of the window.

    They are written a moment after a change and at the end, but never while a mouse button is
    down: waiting for a slow disk takes longer than a frame, and a slider would stop.

    Signals
    -------
    settings_changed(object)
        The new :class:`~explorer.files.settings.Settings`.
    """

    settings_changed = Signal(object)

    def __init__(self, path: Path, settings: Settings) -> None:
        """Hold settings and remember where they are written."""
        super().__init__()
        self._path = path
        self._settings = settings
        self._is_written = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WRITE_MILLISECONDS)
        self._timer.timeout.connect(self._write_unless_dragged)

    @property
    def now(self) -> Settings:
        """The settings as they are."""
        return self._settings

    def change(self, **values: object) -> None:
        """Replace some fields; a folder that refuses the file costs only the memory of it."""
        self.replace(self._settings.changed(**values))

    def replace(self, settings: Settings) -> None:
        """Take other settings and have them written soon."""
        if settings == self._settings:
            return
        self._settings = settings
        self._is_written = False
        # Not begun again by each change: whoever changes something all the time loses no more.
        if not self._timer.isActive():
            self._timer.start()
        self.settings_changed.emit(settings)

    def write(self) -> None:
        """Write what has changed since the last time, now."""
        if self._is_written:
            return
        self._timer.stop()
        self._is_written = True
        try:
            write_settings(self._path, self._settings)
        except FileError as error:
            _log.info("Settings not written: %s", error)

    def _write_unless_dragged(self) -> None:
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.write()
        else:
            self._timer.start()
