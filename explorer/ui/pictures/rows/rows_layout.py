"""What the layouts of all pictures of rows have in common."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from explorer.ui.pictures.pen import TextStyle
from explorer.ui.pictures.rows.row_places import RowPlaces


@dataclass(frozen=True, slots=True)
class RowsLayout:
    """Where the parts of such a picture lie, in pixels.

    ``rows`` are the places of the rows down the picture, ``more`` where it says how many rows are
    left out: empty where a picture leaves none out.
    """

    rect: QRectF
    text: TextStyle
    rows: RowPlaces
    more: QRectF

    def row(self, row: int) -> QRectF:
        """Return the whole width of a row; :class:`KeyError` for one that is left out."""
        rows = self.rows
        return QRectF(self.rect.left(), rows.top_of(row), self.rect.width(), rows.height_of(row))

    def window(self) -> QRectF:
        """Return the part of the picture through which the rows are seen."""
        return QRectF(self.rect.left(), self.rows.top, self.rect.width(), self.rows.height)
