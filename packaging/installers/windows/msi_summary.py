"""Makes two .msi packages of the same content equal, byte for byte.

wixl gives every package a new random code and the present time. Both stand in the summary that
every package carries; here they are replaced by a code made from the content and by the source's
date. Nothing else differs: the times of the packed files are those they have on the disk.
"""

import struct
from pathlib import Path

from installers.product import SOURCE_DATE
from installers.steps import demand

SUMMARY = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
"""What a summary begins with, after 28 bytes of its own header."""

_TEXT, _TIME = 30, 64
_PACKAGE_CODE = 9
_BEFORE_1970 = 11_644_473_600
_TICKS = 10_000_000


def settle_package(file: Path, code: str) -> None:
    """Give a package a code and the source's date.

    Parameters
    ----------
    file
        The package; it is changed in place.
    code
        The new package code: 36 characters, in capitals.

    Raises
    ------
    BuildError
        If the package carries no summary, or one that is not understood.
    """
    content = bytearray(file.read_bytes())
    settle_summary(content, code)
    file.write_bytes(content)


def settle_summary(content: bytearray, code: str) -> None:
    """Give the package whose bytes these are a code and the source's date, as they stand.

    Raises
    ------
    BuildError
        As for :func:`settle_package`.
    """
    demand(content.count(SUMMARY) == 1, "The package has no summary, or more than one.")
    (offset,) = struct.unpack_from("<I", content, content.index(SUMMARY) + len(SUMMARY))
    begin = content.index(SUMMARY) - 28 + offset
    (count,) = struct.unpack_from("<I", content, begin + 4)
    changed: list[int] = []
    for number in range(count):
        which, where = struct.unpack_from("<II", content, begin + 8 + 8 * number)
        (kind,) = struct.unpack_from("<I", content, begin + where)
        if kind == _TIME:
            struct.pack_into(
                "<Q", content, begin + where + 4, (SOURCE_DATE + _BEFORE_1970) * _TICKS
            )
            changed.append(_TIME)
        elif which == _PACKAGE_CODE and kind == _TEXT:
            told = f"{{{code}}}".encode("ascii")
            (length,) = struct.unpack_from("<I", content, begin + where + 4)
            demand(length == len(told) + 1, "The package's code has another length.")
            content[begin + where + 8 : begin + where + 8 + len(told)] = told
            changed.append(_TEXT)
    demand(sorted(changed) == [_TEXT, _TIME, _TIME], "The package's summary is not understood.")
