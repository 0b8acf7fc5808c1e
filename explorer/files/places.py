"""Places: the user's folders for settings, running sessions and the log."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

from explorer.files.atomic import write_problem
from explorer.model.errors import FileError
from explorer.model.wording import tr

APPLICATION = "dealzone"
"""What the program's folders are called."""


PORTABLE_DATA = "data"
"""The folder beside a portable copy that holds its settings."""


CASES = "cases"
"""The folder in which the user's own cases and records are looked for."""


@dataclass(frozen=True, slots=True)
class Places:
    """Folders of this user; none of them has to exist until something is written there.

    ``cases`` is where the user puts cases and records of their own. ``portable`` is the folder of
    the portable copy that holds them, or None.
    """

    config: Path
    state: Path
    log: Path
    cases: Path
    portable: Path | None = None

    @property
    def settings_file(self) -> Path:
        """The file of the settings."""
        return self.config / "settings.json"

    @property
    def sessions(self) -> Path:
        """The folder of the sessions that run or were left by a crash."""
        return self.state / "sessions"

    @property
    def log_file(self) -> Path:
        """The newest log file."""
        return self.log / "dealzone.log"


def places(data_folder: Path | None = None, *, portable: Path | None = None) -> Places:
    """Return where this user's files lie, without making anything.

    Parameters
    ----------
    data_folder
        A folder that holds everything instead of the system's usual places.
    portable
        The folder of a portable copy, which holds everything in its folder ``data``.

    Raises
    ------
    FileError
        If this user has no home folder, and none is named.
    """
    if data_folder is not None:
        return _places_in(data_folder.absolute(), None)
    if portable is not None:
        return _places_in(portable.absolute() / PORTABLE_DATA, portable.absolute())
    usual = PlatformDirs(APPLICATION, appauthor=False)
    try:
        found = (
            usual.user_config_path,
            usual.user_state_path,
            usual.user_log_path,
            usual.user_data_path / CASES,
        )
        # Older platformdirs leave the "~" of a user without a home where it is.
        return Places(*(path.expanduser() for path in found))
    except RuntimeError as error:
        message = tr("This user has no home folder. Name one with --data-folder, or set HOME.")
        raise FileError(message) from error


def _places_in(folder: Path, portable: Path | None) -> Places:
    return Places(folder / "config", folder / "state", folder / "log", folder / CASES, portable)


def home_folder() -> Path:
    """Return the user's own folder, or that for temporary files where there is no such user."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(tempfile.gettempdir())


def ready_folder(folder: Path) -> Path:
    """Make a folder with all above it, if it is missing, and return it.

    Raises :class:`FileError` if it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise FileError(write_problem(folder, error)) from error
    return folder
