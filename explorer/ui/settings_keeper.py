"""The settings keeper: the user's settings now, written to their file at each change."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from explorer.files.settings import Settings, update_settings
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

    def __init__(self, path: Path, settings: Settings, known: Settings | None = None) -> None:
        """Hold settings and remember where they are written.

        Parameters
        ----------
        path
            Their file, which other windows write as well.
        settings
            The settings of this window.
        known
            The settings as they were read from the file; None if they are the same.
        """
        super().__init__()
        self._path = path
        self._settings = settings
        self._known = settings if known is None else known

    @property
    def now(self) -> Settings:
        """The settings as they are."""
        return self._settings

    def change(self, **values: object) -> None:
        """Replace some fields; a folder that refuses the file costs only the memory of it."""
        self.replace(self._settings.changed(**values))

    def replace(self, settings: Settings) -> None:
        """Take other settings, and write what differs from what this window wrote last."""
        if settings == self._settings:
            return
        self._settings = settings
        try:
            update_settings(self._path, self._known, settings)
        except FileError as error:
            _log.info("Settings not written: %s", error)
        else:
            self._known = settings
        self.settings_changed.emit(settings)
