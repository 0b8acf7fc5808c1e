"""Where the program's own files lie: from source, from a wheel, and frozen."""

import os
import sys
from pathlib import Path

from explorer.model.errors import FileError
from explorer.model.wording import tr

PACKAGE_FOLDER = Path(__file__).resolve().parent.parent
"""The folder of the package ``explorer``."""


FONT_FILES = ("Pretendard-Regular.otf", "Pretendard-SemiBold.otf", "Pretendard-Bold.otf")
"""The program's own letters in ``resources/fonts``, one file for each weight."""


def is_frozen() -> bool:
    """Return whether this is an installed program that brings its own Python."""
    return bool(getattr(sys, "frozen", False))


def resource_folder(package_folder: Path, frozen_folder: str | None) -> Path:
    """Return the folder that holds the program's own files.

    Parameters
    ----------
    package_folder
        The folder of the package ``explorer``.
    frozen_folder
        Where a frozen program has been unpacked; None if it is not frozen.

    Returns
    -------
    Path
        ``resources`` in the frozen program; else ``_resources`` inside the package, which is
        how a wheel carries them; else ``resources`` beside the package, as in the source.
    """
    if frozen_folder is not None:
        return Path(frozen_folder) / "resources"
    installed = package_folder / "_resources"
    return installed if os.path.isdir(installed) else package_folder.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of one of the program's own files or folders.

    ``*parts``: Folder and file names below the folder of resources, such as ``"cases",
    "korea.json"``. Raises :class:`FileError` if it is not there.
    """
    path = resource_folder(PACKAGE_FOLDER, getattr(sys, "_MEIPASS", None)).joinpath(*parts)
    # Unlike the path's own method, this takes a drive that fails for an answer.
    if not os.path.exists(path):
        raise FileError(_missing(path))
    return path


def resource_names(folder: str, suffix: str) -> tuple[str, ...]:
    """Return the names, in order and without the suffix, of the files in a resource folder.

    Parameters
    ----------
    folder
        A folder directly below the folder of resources, such as ``"cases"``.
    suffix
        How the wanted files end, dot included, such as ``".json"``.

    Raises
    ------
    FileError
        If the folder is not there.
    """
    place = resource(folder)
    try:
        found = [path.name for path in place.iterdir() if path.is_file()]
    except OSError as error:
        raise FileError(_missing(place)) from error
    return tuple(sorted(name.removesuffix(suffix) for name in found if name.endswith(suffix)))


def _missing(path: Path) -> str:
    return tr("A part of this program is missing: {path}. Install the program again.", path=path)
