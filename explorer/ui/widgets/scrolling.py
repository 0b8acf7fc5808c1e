"""Areas that scroll only where their contents have no room."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class QuietScroll(QScrollArea):
    """A scroll area without a frame or a place in the order of Tab, as large as its contents."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        # Qt's own area never asks for more than a few lines.
        return self.widget().sizeHint()

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return self.widget().minimumSizeHint().boundedTo(QSize(8 * line, 3 * line))


class _FollowingScroll(QuietScroll):
    """Asks for other room as soon as its contents do."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(content, parent)
        content.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class SideScroll(_FollowingScroll):
    """Scrolls from side to side; asks for all the height that its contents need."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(content, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        # The bar's room is asked for always: whether it is needed follows from the room given.
        height = (
            self.widget().minimumSizeHint().height()
            + self.horizontalScrollBar().sizeHint().height()
        )
        return QSize(super().minimumSizeHint().width(), height)


class DownScroll(_FollowingScroll):
    """Scrolls up and down; asks for all the width that its contents need."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(content, parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        width = self.widget().minimumSizeHint().width() + bar
        return QSize(width, super().minimumSizeHint().height())
