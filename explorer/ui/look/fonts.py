"""The program's own letters, Latin and Hangul, so that every machine shows the same."""

from functools import cache

from PySide6.QtGui import QFontDatabase

from explorer.model.errors import FileError
from explorer.ui.look.own_files import font_files


@cache
def own_families() -> tuple[str, ...]:
    """Return the family of the program's own letters; empty where a file is missing or broken.

    The letters are loaded once; there must be a program of Qt.
    """
    try:
        loaded = [QFontDatabase.addApplicationFont(str(file)) for file in font_files()]
    except FileError:
        return ()
    families = [QFontDatabase.applicationFontFamilies(number) for number in loaded]
    return (families[0][0],) if all(families) else ()
