"""The help window: the handbook with its list of pages, its links and its search."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, QUrl
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QPalette,
    QShortcut,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.files.handbook import Page, find, linked_page, page_by_id
from explorer.model.case import Case
from explorer.model.wording import tr, tr_n
from explorer.ui.help.guide_browser import GuideBrowser
from explorer.ui.look.foreign_text import title_text
from explorer.ui.widgets.label import Label
from explorer.ui.widgets.text_field import TextField
from explorer.ui.window.side_window import SideWindow
from explorer.ui.window.window_size import size_on_screen

Keys = QKeySequence.StandardKey


class HelpWindow(SideWindow):
    """Shows the pages of the handbook; never blocks the main window, and needs no network.

    The list is on the left, the page on the right. Words typed above the list keep those pages
    that hold them all; they are marked on the page.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, grows=False)
        self.setWindowTitle(tr("Guide"))
        self.setAccessibleName(tr("Help"))
        self._pages: tuple[Page, ...] = ()
        self._page: Page | None = None
        self._trail: list[str] = []
        self._place = -1
        self._field = TextField()
        self._found = Label()
        self._list = QListWidget()
        self._browser = GuideBrowser()
        self._marker = _Marker(self._browser.document())
        self._back = _button("\N{LEFTWARDS ARROW}", tr("Back"))
        self._forward = _button("\N{RIGHTWARDS ARROW}", tr("Forward"))
        self._title = Label()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._build()
        self._connect()
        self._fit()

    @property
    def page_id(self) -> str:
        """The id of the page on screen; empty before the first one."""
        return "" if self._page is None else self._page.id

    @property
    def search_field(self) -> QLineEdit:
        """Where words to look for are typed."""
        return self._field

    @property
    def browser(self) -> GuideBrowser:
        """The page on screen."""
        return self._browser

    def listed_ids(self) -> list[str]:
        """Return the ids of the pages in the list."""
        return [
            str(self._list.item(row).data(Qt.ItemDataRole.UserRole))
            for row in range(self._list.count())
        ]

    def show_pages(self, pages: tuple[Page, ...], case: Case) -> None:
        """Take the pages that can be read, and the case of which their pictures are made."""
        self._pages = pages
        self._browser.take_case(case)
        self._show_list(self._field.text())

    def show_page(self, page_id: str) -> None:
        """Show a page and bring the window to the front; an unknown one is passed over."""
        if self._go_to(page_id):
            self.show()
            self.raise_()
            self.activateWindow()
            self._browser.setFocus()

    def text(self) -> str:
        """Return what stands on the page, without marks."""
        return self._browser.toPlainText()

    def go_back(self) -> None:
        """Show the page that was read before this one."""
        self._step(-1)

    def go_forward(self) -> None:
        """Show the page that :meth:`go_back` left."""
        self._step(1)

    def focus_search(self) -> None:
        """Give the keyboard to the search."""
        self._field.setFocus()
        self._field.selectAll()

    def _build(self) -> None:
        self._field.setPlaceholderText(tr("Search all pages"))
        self._field.setAccessibleName(tr("Search all pages"))
        self._field.setClearButtonEnabled(True)
        self._list.setAccessibleName(tr("Pages"))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._found.setWordWrap(True)
        self._found.hide()
        gap = round(0.3 * self.fontMetrics().height())
        left = QWidget()
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, gap, 0)
        for part in (self._field, self._found, self._list):
            side.addWidget(part)
        right = QWidget()
        room = QVBoxLayout(right)
        room.setContentsMargins(gap, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(self._back)
        head.addWidget(self._forward)
        head.addWidget(self._title, 1)
        room.addLayout(head)
        room.addWidget(self._browser, 1)
        self._splitter.addWidget(left)
        self._splitter.addWidget(right)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setChildrenCollapsible(False)
        QVBoxLayout(self.page).addWidget(self._splitter)

    def _connect(self) -> None:
        self._field.textChanged.connect(self._show_list)
        self._list.currentItemChanged.connect(self._open_item)
        self._browser.anchorClicked.connect(self._follow)
        self._back.clicked.connect(self.go_back)
        self._forward.clicked.connect(self.go_forward)
        for keys, slot in (
            (Keys.Back, self.go_back),
            (Keys.Forward, self.go_forward),
            (Keys.Find, self.focus_search),
        ):
            QShortcut(QKeySequence(keys), self, slot)

    def _go_to(self, page_id: str) -> bool:
        """Show a page as the next step of the trail; return whether there is one."""
        page = page_by_id(self._pages, page_id)
        if page is None:
            return False
        if page_id != self.page_id:
            self._trail = [*self._trail[: self._place + 1], page_id]
            self._place = len(self._trail) - 1
        self._show(page)
        return True

    def _step(self, step: int) -> None:
        place = self._place + step
        page = (
            page_by_id(self._pages, self._trail[place]) if 0 <= place < len(self._trail) else None
        )
        if page is not None:
            self._place = place
            self._show(page)

    def _show(self, page: Page) -> None:
        self._page = page
        self.setWindowTitle(title_text(tr("{title} - Guide", title=page.title)))
        self._title.setText(page.title)
        self._browser.setAccessibleName(page.title)
        self._browser.show_markdown(page)
        self._back.setEnabled(self._place > 0)
        self._forward.setEnabled(self._place < len(self._trail) - 1)
        self._select_in_list()
        self._mark_words(self._field.text())

    def _show_list(self, wanted: str) -> None:
        """List the pages that hold what is looked for."""
        hits = find(self._pages, wanted) if wanted.strip() else ()
        blocker = QSignalBlocker(self._list)
        self._list.clear()
        for page in [hit.page for hit in hits] if wanted.strip() else self._pages:
            item = QListWidgetItem(page.title, self._list)
            item.setData(Qt.ItemDataRole.UserRole, page.id)
        for row, hit in enumerate(hits):
            self._list.item(row).setToolTip(hit.snippet)
        blocker.unblock()
        words = (
            tr_n("{n} page", "{n} pages", len(hits))
            if hits
            else tr("No page contains these words.")
        )
        self._found.setText(words)
        self._found.setVisible(bool(wanted.strip()))
        self._select_in_list()
        self._mark_words(wanted)

    def _select_in_list(self) -> None:
        blocker = QSignalBlocker(self._list)
        ids = self.listed_ids()
        self._list.setCurrentRow(ids.index(self.page_id) if self.page_id in ids else -1)
        blocker.unblock()

    def _mark_words(self, wanted: str) -> None:
        """Mark on the page what is looked for, and show the first place."""
        words = wanted.split()
        self._marker.show_words(words, self.palette())
        found = self._browser.document().find(words[0]) if words else QTextCursor()
        if not found.isNull():
            found.clearSelection()
            # From the end of the page the place comes to stand at the top, with what follows it.
            bar = self._browser.verticalScrollBar()
            bar.setValue(bar.maximum())
            self._browser.setTextCursor(found)

    def _open_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._go_to(str(item.data(Qt.ItemDataRole.UserRole)))

    def _open_first(self) -> None:
        ids = self.listed_ids()
        if ids and self.page_id not in ids:
            self._go_to(ids[0])

    def _follow(self, link: QUrl) -> None:
        self._go_to(linked_page(link.toString()))

    def _fit(self) -> None:
        em = self.fontMetrics().height()
        self.resize(self.sizeHint())
        self._browser.document().setDocumentMargin(0.7 * em)
        self._splitter.setSizes([15 * em, 45 * em])

    def sizeHint(self) -> QSize:
        return size_on_screen(self, 60, 38)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self._field.hasFocus():
            self._open_first()
            self._browser.setFocus()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.PaletteChange)
        if event.type() in kinds and self._page is not None:
            self._browser.show_markdown(self._page)
            self._mark_words(self._field.text())


class _Marker(QSyntaxHighlighter):
    """Marks words wherever they stand on a page."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._words: tuple[str, ...] = ()
        self._look = QTextCharFormat()

    def show_words(self, words: Iterable[str], palette: QPalette) -> None:
        """Mark words, or none, in a palette's colours of what is selected."""
        self._words = tuple(word.casefold() for word in words)
        self._look.setBackground(palette.highlight())
        self._look.setForeground(palette.highlightedText())
        self._look.setFontUnderline(True)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        low = text.casefold()
        for word in self._words:
            place = low.find(word)
            while place >= 0:
                self.setFormat(place, len(word), self._look)
                place = low.find(word, place + len(word))


def _button(sign: str, meaning: str) -> QToolButton:
    button = QToolButton()
    button.setText(sign)
    button.setToolTip(meaning)
    button.setAccessibleName(meaning)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setEnabled(False)
    return button
