"""The icons of commands and buttons: drawn in the colour of words, at any size, in any theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from explorer.ui.look.own_files import drawing_file
from explorer.ui.look.themed import theme_in_force

INK = b"currentColor"
"""What stands for the colour in the drawings."""


def icon(name: str) -> QIcon:
    """Return the icon of a name, a file of ``resources/icons/ui`` without its ending.

    Raises :class:`FileError` if there is none.
    """
    # Looked for now, so that a wrong name is told here and not while painting.
    _drawing(name)
    return QIcon(DrawnIcon(name))


def paint_icon(painter: QPainter, name: str, square: QRectF, colour: str) -> None:
    """Draw the icon of a name into a square, in a colour as ``"#RRGGBB"``."""
    _renderer(name, colour).render(painter, square)


class DrawnIcon(QIconEngine):
    """Paints a drawing anew each time, in the colour that the theme in force gives to words."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon into a square in the middle of a rectangle."""
        theme = theme_in_force()
        is_faint = mode == QIcon.Mode.Disabled
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        paint_icon(painter, self._name, square, theme.track if is_faint else theme.ink)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a picture of so many pixels."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        """Return another engine of the same drawing."""
        return DrawnIcon(self._name)


@cache
def _drawing(name: str) -> bytes:
    return drawing_file(name).read_bytes()


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace(INK, colour.encode())))
