"""The product as installers know it: names, identifiers, places; every script asks here."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The checkout."""

PACKAGING = ROOT / "packaging"
"""The folder of what installers are made from."""

NAME = "Deal Zone Explorer"
"""What people read."""

FOLDER = "DealZoneExplorer"
"""The folder of the frozen program, and on Windows the program that opens the window."""

COMMAND = "dealzone"
"""The command."""

PACKAGE = "deal-zone-explorer"
"""What the product is called where names are small letters: files, and packages of Linux."""

SUMMARY = "Move leverage and red lines, and watch the deal zones of a negotiation open and close"
"""One line about it."""

PUBLISHER = "Deal Zone Explorer contributors"
"""Who is named as its maker."""

IDENTIFIER = "io.github.dealzoneexplorer.DealZoneExplorer"
"""The name that is unique among all programs: on the Mac, and in Linux software centres."""

DOCUMENT_SUFFIX = ".dealzone"
"""How documents end."""

DOCUMENT_NAME = "Deal zone document"
"""What a document is called in lists of files."""

DOCUMENT_MIME = "application/x-dealzone"
"""The document's type on Linux and in mail."""

DOCUMENT_TYPE = "io.github.dealzoneexplorer.document"
"""The document's type on the Mac."""

DOCUMENT_CLASS = "DealZoneExplorer.Document"
"""The document's class in the Windows registry."""

PORTABLE_MARKER = "portable.txt"
"""A file of this name beside the program keeps settings beside it too."""

LICENCES = "licences"
"""The folder of every bundle that holds the licences of its parts."""

OLDEST_MAC = "12.0"
"""The oldest macOS on which every part of the bundle runs; a check reads it from the binaries."""

SOURCE_DATE = 1_793_491_200
"""The time written into everything built, in seconds since 1970, so that two builds are equal."""

PRESET = "october-2025"
"""The scenario that an installed program is asked to solve."""

_VERSION = re.compile(r'^__version__ = "(?P<version>\d+\.\d+\.\d+)"$', re.MULTILINE)


def version() -> str:
    """Return the version that the program tells of itself, such as ``0.1.0``.

    Raises
    ------
    ValueError
        If the program's package tells none.
    """
    source = (ROOT / "explorer" / "__init__.py").read_text(encoding="utf-8")
    found = _VERSION.search(source)
    if found is None:
        raise ValueError("explorer/__init__.py tells no version such as 0.1.0.")
    return found["version"]


def four_numbers(of_version: str) -> tuple[int, int, int, int]:
    """Return a version as Windows counts: ``0.1.0`` is (0, 1, 0, 0)."""
    major, minor, patch = (int(part) for part in of_version.split("."))
    return major, minor, patch, 0


def packages_in_zone() -> int:
    """Return how many packages the zone of :data:`PRESET` holds, as the case itself states it."""
    case = json.loads((ROOT / "resources/cases/korea.json").read_text(encoding="utf-8"))
    return next(
        check["packages"]
        for check in case["checks"]
        if check["preset"] == PRESET and not check.get("values")
    )
