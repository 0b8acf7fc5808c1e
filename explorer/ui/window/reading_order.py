"""The reading order: in which order Tab goes through everything in a window."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLayout,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStatusBar,
    QToolBar,
    QWidget,
)


def tab_stops(window: QWidget) -> list[QWidget]:
    """Return what can be reached by Tab in a window now, in reading order.

    That is the order of the layouts, of the parts of a splitter and of a toolbar's buttons;
    what lies over the rest, in no layout, comes last in its parent.
    """
    return [part for part in _shown_in_order(window) if _is_stop(part)]


def chain_in_reading_order(window: QWidget) -> None:
    """Have Qt go through a window in reading order.

    Qt puts whatever is added to a window at the end of its order, behind the status bar, and
    parts come and go all the time. So a window does this when Tab is pressed.
    """
    for part, following in pairwise(tab_stops(window)):
        QWidget.setTabOrder(part, following)


def bring_into_view(part: QWidget) -> None:
    """Scroll everything around a widget so that it can be seen."""
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(part)
        around = around.parentWidget()


def _shown_in_order(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    for part in dict.fromkeys((*_placed(widget), *_children(widget))):
        if not part.isHidden() and not part.isWindow():
            yield from _shown_in_order(part)


def _placed(widget: QWidget) -> Iterator[QWidget]:
    """Yield the parts of a widget whose places are known, in order."""
    if isinstance(widget, QMainWindow):
        yield from widget.findChildren(QToolBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        yield widget.centralWidget()
    elif isinstance(widget, QSplitter):
        yield from (widget.widget(place) for place in range(widget.count()))
    elif not isinstance(widget, QStatusBar):
        # A status bar makes its layouts anew whenever it shows a message, and PySide may take one
        # for another that stood at its address; its parts stand as they were made.
        layout = widget.layout()
        if layout is not None:
            yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    # PySide may take a new layout for the spacer that stood at its address before; what is in it
    # then comes in the order in which it was made.
    if not isinstance(layout, QLayout):  # pyright: ignore[reportUnnecessaryIsInstance]
        return
    for item in filter(None, map(layout.itemAt, range(layout.count()))):
        # Qt's types do not say that each of these may be missing.
        inner, widget = item.layout(), item.widget()
        if inner:
            yield from _in_layout(inner)
        elif widget:
            yield widget


def _children(widget: QWidget) -> list[QWidget]:
    return widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)


def _is_stop(part: QWidget) -> bool:
    takes_tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and part.isEnabled() and part.focusProxy() is None
