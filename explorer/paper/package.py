"""Packages of the office formats and of tests: zip files that are the same for the same content."""

import io
import zipfile

from explorer.files.zip_package import packed

__all__ = ["packed", "without_times"]


def without_times(package: bytes) -> bytes:
    """Return a zip file with the same members, and no times."""
    with zipfile.ZipFile(io.BytesIO(package)) as read:
        return packed({each.filename: read.read(each) for each in read.infolist()})
