"""The settings keeper: the user's settings now, written to their file at each change."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from explorer.files.settings import Settings, write_settings
from explorer.model.errors import FileError

_log = logging.getLogger("explorer.files")


class SettingsKeeper(QObject):
    """Holds the settings of one run of the window.

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

    @property
    def now(self) -> Settings:
        """The settings as they are."""
        return self._settings

    def change(self, **values: object) -> None:
        """Replace some fields; a folder that refuses the file costs only the memory of it."""
        self.replace(self._settings.changed(**values))

    def replace(self, settings: Settings) -> None:
        """Take other settings and write them."""
        if settings == self._settings:
            return
        self._settings = settings
        try:
            write_settings(self._path, settings)
        except FileError as error:
            _log.info("Settings not written: %s", error)
        self.settings_changed.emit(settings)
