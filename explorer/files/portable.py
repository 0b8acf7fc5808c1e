"""The portable copy: settings beside the program, and paths that follow it to another place."""

import os
import re
import sys
import tempfile
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from explorer.files.atomic import write_problem
from explorer.files.places import Places, ready_folder
from explorer.files.resources import is_frozen
from explorer.files.settings import Settings
from explorer.model.errors import FileError
from explorer.model.wording import tr

MARKER = "portable.txt"
"""A file of this name beside the program makes it a portable copy."""

_OF_WINDOWS = re.compile(r"[A-Za-z]:|\\\\")


def portable_base(executable: str | None = None, *, frozen: bool | None = None) -> Path | None:
    """Return the folder of a portable copy, or None if this is none.

    Parameters
    ----------
    executable
        The running program; None for the true one.
    frozen
        Whether it is one that brings its own Python; None for the truth.
    """
    if not (is_frozen() if frozen is None else frozen):
        return None
    folder = Path(sys.executable if executable is None else executable).absolute().parent
    return folder if (folder / MARKER).is_file() else None


def following(settings: Settings, base: Path | None) -> Settings:
    """Return settings whose paths have followed the portable copy to where it is now.

    The settings know where the copy was when they were written. What lay in its folder, or on its
    drive, is looked for at the same place in its new folder, or on its new drive. What has
    stayed where it was is left alone.

    Parameters
    ----------
    settings
        As they were read.
    base
        The folder of the portable copy, or None if this is none.
    """
    if base is None:
        return settings
    now = str(base)
    old = settings.portable_base
    if old is None or old == now:
        return settings.changed(portable_base=now)
    export = settings.last_export_folder
    recent = [moved(name, old, now) for name in settings.recent_files]
    return settings.changed(
        portable_base=now,
        recent_files=tuple(dict.fromkeys(recent)),
        last_export_folder=None if export is None else moved(export, old, now),
    )


def moved(name: str, old: str, now: str) -> str:
    """Return where a file lies after its portable copy was moved.

    Parameters
    ----------
    name
        The file as it was.
    old, now
        The folder of the portable copy as it was, and as it is.
    """
    path = _pure(name)
    for before, after in ((_pure(old), _pure(now)), _heads(_pure(old), _pure(now))):
        if type(path) is type(before) and path.is_relative_to(before):
            candidate = str(after.joinpath(*path.relative_to(before).parts))
            # Off the copy's own folder it may as well have stayed where it was.
            if os.path.exists(candidate) or not os.path.exists(name):
                return candidate
    return name


def data_trouble(where: Places) -> str:
    """Return what to tell the user of a portable copy whose folder cannot be written, or ""."""
    try:
        with tempfile.TemporaryFile(dir=ready_folder(where.config)):
            return ""
    except FileError as error:
        reason = str(error)
    except OSError as error:
        reason = write_problem(where.config, error)
    return tr(
        "This portable copy lies where nothing can be written: all works, but settings are not "
        "remembered and unsaved changes are not kept for a crash. Save documents elsewhere. "
        "({reason})",
        reason=reason,
    )


def _heads(old: PurePath, now: PurePath) -> tuple[PurePath, PurePath]:
    """Return two folders without what their ends have in common: the drives of a stick."""
    while old.name and old.name == now.name:
        old, now = old.parent, now.parent
    return old, now


def _pure(name: str) -> PurePath:
    return PureWindowsPath(name) if _OF_WINDOWS.match(name) else PurePosixPath(name)
