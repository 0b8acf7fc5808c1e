"""What of a window can be seen: parts with words that are cut, and by what."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QScrollArea,
    QTextBrowser,
    QWidget,
)

WITH_WORDS = (QAbstractButton, QAbstractSpinBox, QComboBox, QLabel)
OFF = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


@dataclass(frozen=True, slots=True)
class _Frame:
    """A widget around parts: what around it comes next, and where it cuts what it holds."""

    outer: QWidget
    size: tuple[int, int]
    area: QAbstractScrollArea | None
    cuts_across: bool
    cuts_down: bool


def cut_parts(window: QWidget) -> Iterator[str]:
    """Yield what stands in the window and can neither be seen whole nor be scrolled to."""
    # Most parts stand in the same frames; asking Qt about each of them once is much faster.
    frames: dict[QWidget, _Frame] = {}
    for part in window.findChildren(QWidget):
        if isinstance(part, WITH_WORDS) and part.isVisible() and not _belongs_to_qt(part):
            for problem in _problems(part, window, frames):
                yield f"{type(part).__name__} {_words(part)!r} {problem}"


def _frame_around(inner: QWidget) -> _Frame:
    outer = inner.parentWidget()
    area = _area_of(outer)
    return _Frame(
        outer,
        (outer.width(), outer.height()),
        area,
        area is None or area.horizontalScrollBarPolicy() == OFF,
        area is None or area.verticalScrollBarPolicy() == OFF,
    )


def _problems(part: QWidget, window: QWidget, frames: dict[QWidget, _Frame]) -> Iterator[str]:
    least = part.minimumSizeHint()
    if part.width() < least.width():
        yield f"is {part.width()} wide and needs {least.width()}"
    if isinstance(part, QLabel) and part.wordWrap():
        needed = part.heightForWidth(part.width())
        if part.height() < needed:
            yield f"is {part.height()} high and needs {needed}"
    place, inner = part.rect(), part
    while inner is not window:
        if inner not in frames:
            frames[inner] = _frame_around(inner)
        frame = frames[inner]
        outer, (width, height) = frame.outer, frame.size
        place.translate(inner.pos())
        if frame.cuts_across and (place.left() < 0 or place.right() > width):
            yield f"is cut at the side by {type(outer).__name__} {frame.size} {place}"
        if frame.cuts_down and (place.top() < 0 or place.bottom() > height):
            yield f"is cut above or below by {type(outer).__name__} {frame.size} {place}"
        if frame.area is not None:
            # What can be scrolled to is judged by its area from here on.
            place, outer = QRect(QPoint(), frame.area.size()), frame.area
        inner = outer


def _area_of(viewport: QWidget) -> QAbstractScrollArea | None:
    area = viewport.parentWidget()
    is_area = isinstance(area, (QScrollArea, QTextBrowser))
    return area if is_area and area.viewport() is viewport else None


def _belongs_to_qt(part: QWidget) -> bool:
    return part.objectName().startswith("qt_")


def _words(part: QWidget) -> str:
    found = getattr(part, "text", None)
    return str(found())[:40] if found is not None else part.accessibleName()


def ink_height(image: QImage, colour: str) -> int:
    """Return from the first to the last line of an image that has a colour in it."""
    rows = [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y).name() == colour.lower() for x in range(image.width()))
    ]
    return rows[-1] - rows[0] + 1 if rows else 0
