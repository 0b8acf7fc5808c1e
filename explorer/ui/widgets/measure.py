"""Lengths that grow with the text, and how drawn words are aligned."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyle

from explorer.ui.look.tokens import TARGET

# The height of a text line, in pixels, at which one unit is one pixel.
LINE_HEIGHT = 16
# Labels, end words and status words stand in line with the signs of the steppers, in units.
INDENT = 7


def unit_of(metrics: QFontMetrics) -> float:
    """Return how many pixels a length of 1 has beside text of these metrics."""
    return metrics.height() / LINE_HEIGHT


def target_side(metrics: QFontMetrics) -> int:
    """Return the side of a clickable square beside text of these metrics, in pixels."""
    return max(TARGET, round(TARGET * unit_of(metrics)))


def leading_flags(direction: Qt.LayoutDirection) -> int:
    """Return the flags that draw words where reading begins, whatever language they are in."""
    leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
    # Absolute, or Qt would go by the first letter of the words once more.
    return (QStyle.visualAlignment(direction, leading) | Qt.AlignmentFlag.AlignAbsolute).value
