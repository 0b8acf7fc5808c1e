"""Times of files, which would make two packages of the same content differ."""

import os
from pathlib import Path


def set_times(folder: Path, seconds: int) -> None:
    """Give a folder and everything in it the same time.

    Parameters
    ----------
    folder
        The folder.
    seconds
        The time in seconds since 1970.
    """
    for path in (*folder.rglob("*"), folder):
        os.utime(path, (seconds, seconds), follow_symlinks=False)
