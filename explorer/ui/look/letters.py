"""Letters that no font of this system has, and what to install."""

import unicodedata

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics

from explorer.figures.phrase import listed
from explorer.model.errors import FontError
from explorer.model.wording import tr, tr_n

LATIN_PACKAGE = "fonts-dejavu-core"
"""The package of Debian and its like that brings Latin letters."""

HANGUL_PACKAGE = "fonts-nanum"
"""The one that brings Korean letters."""

PACKAGES = {"HANGUL": HANGUL_PACKAGE, "CJK": "fonts-noto-cjk", "HIRAGANA": "fonts-noto-cjk"}
"""Which package has letters, by the first word of their names in Unicode."""

OTHER_PACKAGE = "fonts-noto-core"
"""The package that has most other letters."""

MOST_MISSING = 8
"""How many missing letters are named."""


def require_font(font: QFont) -> None:
    """Refuse to go on where this system has no font that could stand for one.

    Raises :class:`FontError` if there is none.
    """
    if not is_found(font):
        raise FontError(no_font_words())


def missing_letters(font: QFont, words: str) -> str:
    """Return a sentence about the letters that no font of this system has, or "".

    ``font``: In which the words are drawn; Qt takes what it lacks from all others.
    """
    metrics = QFontMetrics(font)
    missing = [
        letter
        for letter in sorted(set(words))
        if unicodedata.category(letter)[0] not in "CZ" and not metrics.inFontUcs4(ord(letter))
    ]
    if not missing:
        return ""
    named = " ".join(missing[:MOST_MISSING]) + (" …" if len(missing) > MOST_MISSING else "")
    scripts = [unicodedata.name(letter, "").split(" ")[0] for letter in missing]
    packages = dict.fromkeys(PACKAGES.get(script, OTHER_PACKAGE) for script in scripts)
    return tr_n(
        "No font here has the letter {letters}: a box is drawn in its place. Install a font that "
        "has it, such as the package {packages} of Debian.",
        "No font here has the letters {letters}: boxes are drawn in their place. Install fonts "
        "that have them, such as {packages} of Debian.",
        len(missing),
        letters=named,
        packages=listed(packages),
    )


def is_found(font: QFont) -> bool:
    """Return whether this system has a font that a font would be drawn in."""
    # Without any font Qt names families all the same, but none that the font would be drawn in.
    return bool(QFontInfo(font).family() and QFontDatabase.families())


def no_font_words() -> str:
    """Return what to do where there is no font."""
    return tr(
        "There is no font here. Install one, such as the package {package} of Debian.",
        package=LATIN_PACKAGE,
    )
