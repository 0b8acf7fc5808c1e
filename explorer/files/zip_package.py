"""Packages of the office formats and of tests: zip files that are the same for the same content."""

import io
import zipfile
from collections.abc import Mapping

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can tell."""


def packed(members: Mapping[str, bytes]) -> bytes:
    """Return a zip file of members by their names, in this order and without times."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            told = zipfile.ZipInfo(name, _FIRST_DAY)
            told.compress_type = zipfile.ZIP_DEFLATED
            told.create_system, told.external_attr = 3, 0o644 << 16
            package.writestr(told, content)
    return written.getvalue()
