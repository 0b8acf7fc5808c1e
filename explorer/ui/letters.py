"""Letters that can be seen: fonts that are there, and ink where a text should be."""

import unicodedata
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QLabel

from explorer.cli.trial import demand
from explorer.figures.phrase import listed
from explorer.model.errors import FontError
from explorer.model.wording import tr, tr_n

LATIN = "AaBbGgZz0189"
HANGUL = "가나다한글핵"

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

    Raises
    ------
    FontError
        If there is none.
    """
    if not _is_found(font):
        raise FontError(_no_font_words())


def missing_letters(font: QFont, words: str) -> str:
    """Return a sentence about the letters that no font of this system has, or "".

    Parameters
    ----------
    font
        In which the words are drawn; Qt takes what it lacks from all others.
    words
        All that is drawn.
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


def demand_fonts(font: QFont) -> str:
    """Return the name of a font, if there is one that Latin letters are drawn in.

    Raises
    ------
    SelfTestError
        If there is no font, it lacks letters, or drawing leaves no ink.
    """
    family = QFontInfo(font).family()
    demand(_is_found(font), _no_font_words())
    _demand_letters(font, LATIN, tr("The font {family} cannot draw letters.", family=family))
    return family


def demand_hangul(font: QFont) -> str:
    """Return a sentence that Korean letters can be seen in texts of a font.

    Raises
    ------
    SelfTestError
        If no font has them.
    """
    remedy = tr(
        "No font here has Korean letters (Hangul). Install one: on Linux the package {package} "
        "or another Korean font; on Windows the supplementary fonts for Korean.",
        package=HANGUL_PACKAGE,
    )
    _demand_letters(font, HANGUL, remedy)
    return tr("{letters} drawn", letters=HANGUL)


def demand_ink(label: QLabel) -> str:
    """Return how many pixels the words of a label that is on screen cover.

    Raises
    ------
    SelfTestError
        If the label looks the same without its words.
    """
    words = label.text()
    written = label.grab().toImage()
    label.setText("")
    empty = label.grab().toImage()
    label.setText(words)
    pixels = different_pixels(written, empty)
    demand(pixels > len(words), tr('"{words}" cannot be seen in the window', words=words))
    return tr('"{words}" covers {pixels} pixels', words=words, pixels=pixels)


def different_pixels(first: QImage, second: QImage) -> int:
    """Return in how many pixels two pictures differ; all of them if their sizes do."""
    if first.size() != second.size():
        return max(first.width() * first.height(), second.width() * second.height())
    one, other = (
        bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())
        for image in (first, second)
    )
    if one == other:
        return 0
    return sum(one[at : at + 4] != other[at : at + 4] for at in range(0, len(one), 4))


def _is_found(font: QFont) -> bool:
    # Without any font Qt names families all the same, but none that the font would be drawn in.
    return bool(QFontInfo(font).family() and QFontDatabase.families())


def _no_font_words() -> str:
    return tr(
        "There is no font here. Install one, such as the package {package} of Debian.",
        package=LATIN_PACKAGE,
    )


def _demand_letters(font: QFont, letters: str, problem: str) -> None:
    """Hold letters against the font, and against each other: boxes all look alike."""
    metrics = QFontMetrics(font)
    demand(all(metrics.inFontUcs4(ord(letter)) for letter in letters), problem)
    drawn = [_drawn(font, letter) for letter in letters]
    blank = _drawn(font, " ")
    demand(all(different_pixels(each, blank) for each in drawn), problem)
    demand(all(different_pixels(*pair) for pair in pairwise(drawn)), problem)


def _drawn(font: QFont, letter: str) -> QImage:
    side = 4 * max(QFontMetrics(font).height(), 8)
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(QPoint(side // 4, side // 2), letter)
    painter.end()
    return image
