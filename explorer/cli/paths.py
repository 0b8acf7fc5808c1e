"""Questions about paths that anybody may have typed: an impossible name is simply not there."""

from pathlib import Path

from explorer.model.errors import FileError
from explorer.model.wording import tr


def exists(path: Path) -> bool:
    """Tell whether there is anything under a name; False for names that cannot be."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Tell whether a name is that of a folder; False for names that cannot be."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def refuse_folder(path: Path) -> None:
    """Raise :class:`FileError` if what is to be written as a file is a folder."""
    if is_folder(path):
        raise FileError(tr("{path} is a folder. Give a file name in it.", path=path))
