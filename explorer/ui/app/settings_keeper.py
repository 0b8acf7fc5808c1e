"""The settings keeper: the user's settings now, written to their file soon after a change."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from explorer.files.settings import Settings, update_settings
from explorer.model.errors import FileError

_log = logging.getLogger("explorer.files")

WRITE_MILLISECONDS = 1000
"""How long changes are collected: all that a crash may lose."""


class SettingsKeeper(QObject):
    """Holds the settings of one run of the window.

    They are written a moment after a change and at the end, but never while a mouse button is
    down: waiting for a slow disk takes longer than a frame, and a slider would stop.

    ``settings_changed(object)``: The new :class:`~explorer.files.settings.Settings`.
    """

    settings_changed = Signal(object)

    def __init__(self, path: Path, settings: Settings, known: Settings | None = None) -> None:
        """Hold settings and remember where they are written.

        Parameters
        ----------
        path
            Their file, which other windows write as well.
        known
            The settings as they were read from the file; None if they are the same.
        """
        super().__init__()
        self._path = path
        self._settings = settings
        self._known = settings if known is None else known
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
        """Take other settings, and have what differs from the file written soon."""
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
            update_settings(self._path, self._known, self._settings)
        except FileError as error:
            _log.info("Settings not written: %s", error)
        else:
            self._known = self._settings

    def _write_unless_dragged(self) -> None:
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.write()
        else:
            self._timer.start()
