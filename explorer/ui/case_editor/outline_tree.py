"""The outline: every page of a case in a tree, those with problems marked."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from explorer.model.case_outline import Page
from explorer.model.case_tree import Path
from explorer.model.visible_text import one_line
from explorer.model.wording import tr

PLACE = Qt.ItemDataRole.UserRole
"""The role under which an item keeps the place of its page among all pages."""


class OutlineTree(QTreeWidget):
    """Shows the pages of a case; the one with the keyboard is the one in sight.

    ``page_chosen(object)``: The path of a page that the hand went to.
    """

    page_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setAccessibleName(tr("Pages of the case"))
        self._pages: tuple[Page, ...] = ()
        self._items: dict[Path, QTreeWidgetItem] = {}
        self._wrong: frozenset[Path] = frozenset()
        self.currentItemChanged.connect(self._on_current)

    def show_pages(self, pages: tuple[Page, ...]) -> None:
        """Show other pages; what was open or chosen stays so where it is still there."""
        if pages == self._pages:
            return
        blocker = QSignalBlocker(self)
        if [(page.path, page.depth) for page in pages] != [
            (page.path, page.depth) for page in self._pages
        ]:
            self._rebuild(pages)
        self._pages = pages
        self._write()
        blocker.unblock()

    def show_chosen(self, path: Path) -> None:
        """Mark the page at a path as the one in sight; emit nothing."""
        item = self._items.get(path)
        if item is not None and item is not self.currentItem():
            blocker = QSignalBlocker(self)
            self.setCurrentItem(item)
            blocker.unblock()

    def show_wrong(self, paths: Iterable[Path]) -> None:
        """Mark the pages on which something is wrong, and all above them."""
        marked = {path[:length] for path in paths for length in range(len(path) + 1) if path}
        wrong = frozenset({path for path in paths if not path} | (marked - {()}))
        if wrong != self._wrong:
            self._wrong = wrong
            self._write()

    def _rebuild(self, pages: tuple[Page, ...]) -> None:
        opened = {path for path, item in self._items.items() if item.isExpanded()}
        current = self.currentItem()
        chosen = None if current is None else self._path(current)  # pyright: ignore[reportUnnecessaryComparison]
        self.clear()
        self._items = {}
        above: list[QTreeWidgetItem] = []
        for place, page in enumerate(pages):
            item = QTreeWidgetItem()
            item.setData(0, PLACE, place)
            del above[page.depth :]
            if above:
                above[-1].addChild(item)
            else:
                self.addTopLevelItem(item)
            above.append(item)
            self._items[page.path] = item
        for path in opened:
            if path in self._items:
                self._items[path].setExpanded(True)
        if chosen is not None and chosen in self._items:
            self.setCurrentItem(self._items[chosen])

    def _path(self, item: QTreeWidgetItem) -> Path:
        return self._pages[int(item.data(0, PLACE))].path

    def _write(self) -> None:
        """Write the names of the pages."""
        for page in self._pages:
            item, name = self._items[page.path], one_line(page.title)
            is_wrong = page.path in self._wrong
            words = tr("\N{WARNING SIGN} {reason}", reason=name) if is_wrong else name
            if item.text(0) != words:
                item.setText(0, words)
                item.setToolTip(0, name)

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.page_chosen.emit(self._path(item))
