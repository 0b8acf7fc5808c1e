"""The program's own letters, Latin and Hangul, so that every machine shows the same."""

from functools import cache

from PySide6.QtGui import QFontDatabase

from explorer.files.resources import resource
from explorer.model.errors import FileError

FONT_FILES = ("Pretendard-Regular.otf", "Pretendard-SemiBold.otf")
"""The files of the family in ``resources/fonts``: its two weights."""


@cache
def own_families() -> tuple[str, ...]:
    """Return the family of the program's own letters; empty where a file is missing or broken.

    The letters are loaded once; there must be a program of Qt.
    """
    try:
        loaded = [QFontDatabase.addApplicationFont(str(resource("fonts", f))) for f in FONT_FILES]
    except FileError:
        return ()
    families = [QFontDatabase.applicationFontFamilies(number) for number in loaded]
    return (families[0][0],) if all(families) else ()
