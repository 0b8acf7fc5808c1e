"""Stamps: by which a program notices that another one has changed a file."""

from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from explorer.files.json_text import LARGEST_FILE
from explorer.files.reading import open_ordinary
from explorer.model.errors import FileError


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file holds, as a digest, and when it was written, in seconds since 1970.

    Two stamps are equal if the files hold the same, whenever they were written: programs that
    keep folders in step write a file anew without changing it.
    """

    digest: bytes
    written: int = field(compare=False)

    def is_before(self, moment: datetime) -> bool:
        """Return whether the file was written before a moment of local time, or in it."""
        return self.written <= moment.timestamp()


def file_stamp(path: Path) -> Stamp | None:
    """Return a file's stamp, or None if there is none to be had.

    Parameters
    ----------
    path
        The file; links are followed.
    """
    try:
        with open_ordinary(path) as stream:
            digest = sha256(stream.read(LARGEST_FILE + 1)).digest()
        return Stamp(digest, int(path.stat().st_mtime))
    except (FileError, OSError, ValueError):
        return None
