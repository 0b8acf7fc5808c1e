"""The one place where the look opens the program's own files: letters and drawings."""

from pathlib import Path

from explorer.files.resources import FONT_FILES, resource


def drawing_file(name: str) -> Path:
    """Return the file of an icon; :class:`FileError` if there is none."""
    return resource("icons", "ui", f"{name}.svg")


def font_files() -> tuple[Path, ...]:
    """Return the files of the program's own letters, one for each weight.

    Raises :class:`FileError` if one is missing.
    """
    return tuple(resource("fonts", name) for name in FONT_FILES)
