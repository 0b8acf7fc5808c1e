"""Stamps: by which a program notices that another one has changed a file."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from explorer.files.json_text import LARGEST_FILE
from explorer.files.reading import open_ordinary
from explorer.model.errors import FileError


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file holds, as a digest in hexadecimal digits.

    Two stamps are equal if the files hold the same, whenever they were written: programs that
    keep folders in step write a file again without changing it, and clocks differ.
    """

    digest: str


def file_stamp(path: Path) -> Stamp | None:
    """Return a file's stamp, or None if there is none to be had.

    ``path``: The file; links are followed. Of a file that is too large for a document, only as much
    is read as shows that it is.
    """
    try:
        with open_ordinary(path) as stream:
            return Stamp(sha256(stream.read(LARGEST_FILE + 1)).hexdigest())
    except (FileError, OSError, ValueError):
        return None
