"""Ink: letters and pictures that the self-test demands to see."""

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QLabel

from explorer.model.wording import tr
from explorer.self_test.trial import demand
from explorer.ui.look.letters import HANGUL_PACKAGE, is_found, no_font_words

LATIN = "AaBbGgZz0189"
HANGUL = "가나다한글핵"


def demand_fonts(font: QFont) -> str:
    """Return the name of a font, if there is one that Latin letters are drawn in.

    Raises :class:`SelfTestError` if there is no font, it lacks letters, or drawing leaves no ink.
    """
    family = QFontInfo(font).family()
    demand(is_found(font), no_font_words())
    _demand_letters(font, LATIN, tr("The font {family} cannot draw letters.", family=family))
    return family


def demand_hangul(font: QFont) -> str:
    """Return a sentence that Korean letters can be seen in texts of a font.

    Raises :class:`SelfTestError` if no font has them.
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

    Raises :class:`SelfTestError` if the label looks the same without its words.
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
