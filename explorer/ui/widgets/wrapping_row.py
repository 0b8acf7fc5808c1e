"""A row that goes on in the next line where it is too narrow for all its parts."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QStyle, QWidget


@dataclass(slots=True)
class _Line:
    """The parts of one line: those from the leading end, and those at the far end."""

    near: list[QLayoutItem] = field(default_factory=list[QLayoutItem])
    far: list[QLayoutItem] = field(default_factory=list[QLayoutItem])

    def parts(self) -> list[QLayoutItem]:
        return [*self.near, *self.far]

    def height(self) -> int:
        return max((_size(item).height() for item in self.parts()), default=0)


class WrappingLayout(QLayout):
    """Lays parts side by side, as many on a line as fit.

    Parts added after :meth:`add_stretch` stand at the far end of their line. No part becomes
    narrower than its smallest size; one that is wider than the row has a line of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._first_far: int | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def add_stretch(self) -> None:
        """Put what is added from now on at the far end."""
        self._first_far = len(self._items)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        """Return how many parts there are, hidden ones too."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return sum(line.height() for line in lines) + self.spacing() * max(len(lines) - 1, 0)

    def sizeHint(self) -> QSize:
        sizes = [_size(item) for item in self._shown()]
        gaps = self.spacing() * max(len(sizes) - 1, 0)
        height = max((size.height() for size in sizes), default=0)
        return QSize(sum(size.width() for size in sizes) + gaps, height)

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown()]
        widest = max((size.width() for size in sizes), default=0)
        return QSize(widest, max((size.height() for size in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            height = line.height()
            far = self._width_of(line.far)
            left = self._place(line.near, rect, QPoint(rect.left(), top), height)
            self._place(line.far, rect, QPoint(max(left, rect.right() + 1 - far), top), height)
            top += height + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _is_far(self, item: QLayoutItem) -> bool:
        return self._first_far is not None and self._items.index(item) >= self._first_far

    def _width_of(self, items: list[QLayoutItem]) -> int:
        gaps = self.spacing() * max(len(items) - 1, 0)
        return sum(_size(item).width() for item in items) + gaps

    def _lines(self, width: int) -> list[_Line]:
        lines: list[_Line] = []
        for item in self._shown():
            line = lines[-1] if lines else None
            if line is None or self._width_of([*line.parts(), item]) > width:
                line = _Line()
                lines.append(line)
            (line.far if self._is_far(item) else line.near).append(item)
        return lines

    def _place(self, items: list[QLayoutItem], rect: QRect, start: QPoint, height: int) -> int:
        """Place parts from a point on; return where the next one would stand."""
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        left = start.x()
        for item in items:
            size = _size(item)
            narrowed = min(size.width(), max(rect.width(), item.minimumSize().width()))
            lowered = start.y() + (height - size.height()) // 2
            place = QRect(left, lowered, narrowed, size.height())
            item.setGeometry(QStyle.visualRect(direction, rect, place))
            left += narrowed + self.spacing()
        return left


class WrappingRow(QWidget):
    """A widget around a :class:`WrappingLayout`, always as high as its lines need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = WrappingLayout(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def hasHeightForWidth(self) -> bool:
        # A box of Qt would then take the preferred height of all its other parts for the least.
        return False

    def sizeHint(self) -> QSize:
        return QSize(self.row.minimumSize().width(), self._needed())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != self._needed():
            self.updateGeometry()

    def _needed(self) -> int:
        return self.row.heightForWidth(max(self.width(), self.row.minimumSize().width()))


def _size(item: QLayoutItem) -> QSize:
    return item.sizeHint().expandedTo(item.minimumSize())
