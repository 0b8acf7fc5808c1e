"""A page of the guide: its words, its pictures, and its links as buttons that Tab reaches."""

from collections.abc import Iterable, Iterator
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QAbstractButton, QTextBrowser, QWidget

from explorer.files.handbook import Page
from explorer.model.case import Case
from explorer.model.wording import tr
from explorer.ui.help.guide_drawing import LINES, drawn
from explorer.ui.look.themed import Themed
from explorer.views.guide_pictures import guide_picture, targets, with_pictures

IMAGE = QTextDocument.ResourceType.ImageResource.value


class GuideBrowser(QTextBrowser):
    """Shows a page; its pictures are made from the case, and nothing else is ever loaded.

    Each link has a button of its own upon its words: Tab goes from one to the next, and a screen
    reader finds them, which it does not where links are only part of a text.

    A page is there at once, with room for its pictures; these are drawn one by one afterwards, and
    what they say comes with the last of them.
    """

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self._waiting: list[str] = []
        self._known: set[str] = set()
        self._drawing = QTimer(self)
        self._drawing.setInterval(0)
        self._drawing.timeout.connect(self._draw_next)
        self.setOpenLinks(False)
        self.setAcceptDrops(False)
        keyboard = Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(self.textInteractionFlags() & ~keyboard)
        self._case: Case | None = None
        self._images: dict[str, QImage] = {}
        self._width = 0
        self._links: list[LinkButton] = []
        self.document().documentLayout().documentSizeChanged.connect(self._place_links)

    @property
    def link_buttons(self) -> tuple["LinkButton", ...]:
        """The links of the page, in their order."""
        return tuple(self._links)

    @property
    def is_drawing(self) -> bool:
        """Whether pictures of the page are still to be drawn."""
        return bool(self._waiting)

    def take_case(self, case: Case) -> None:
        """Make pictures of a case from now on."""
        if case is not self._case:
            self._case = case
            self._known.clear()
            self._images.clear()

    def show_markdown(self, page: Page) -> None:
        """Show a page from its top."""
        wanted = () if self._case is None else targets(page.markdown)
        self._page = page
        self._images = {each: self._images.get(each) or self._room() for each in wanted}
        self._show_words()
        self._draw(wanted)

    def loadResource(self, type: int, name: QUrl | str) -> QImage | None:
        """Return a picture of the page, else nothing: Qt would look for a file of that name."""
        if type != IMAGE:
            return None
        return self._images.get(QUrl(name).toString(), QImage(1, 1, QImage.Format.Format_ARGB32))

    def _picture_width(self) -> int:
        margins = 2 * self.document().documentMargin()
        return max(1, round(self.viewport().width() - margins))

    def _room(self) -> QImage:
        """Return the room of a picture that is still to be drawn."""
        ratio, height = self.devicePixelRatioF(), LINES * self.fontMetrics().height()
        size = QSize(self._picture_width(), height) * ratio
        room = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        room.setDevicePixelRatio(ratio)
        room.fill(Qt.GlobalColor.transparent)
        return room

    def _show_words(self) -> None:
        """Show the words of the page, with those of its pictures once all of them are known."""
        page, case = self._page, self._case
        if page is None:
            return
        self._drop_links()
        if case is not None and self._known.issuperset(self._images):
            self.setMarkdown(with_pictures(page, case).markdown)
        else:
            # Qt leaves out pictures without words.
            self.setMarkdown(page.markdown.replace("![](", "![\N{HORIZONTAL ELLIPSIS}]("))
        self._make_links()

    def _draw(self, wanted: Iterable[str]) -> None:
        """Draw pictures as wide as the page, one in each turn of the loop of events."""
        self._width, self._waiting = self._picture_width(), list(wanted)
        if self._waiting:
            self._drawing.start()

    def _draw_next(self) -> None:
        """Draw the next picture; after the last one the page tells what they say."""
        if not self._waiting or self._case is None:
            self._drawing.stop()
            return
        target, *self._waiting = self._waiting
        picture = guide_picture(self._case, target)
        self._images[target] = drawn(picture, self._width, self.devicePixelRatioF())
        is_news = target not in self._known
        self._known.add(target)
        document, bar = self.document(), self.verticalScrollBar()
        if is_news and self._known.issuperset(self._images):
            # Whoever has read on meanwhile is below the picture.
            place, left = bar.value(), bar.maximum() - bar.value()
            held = [number for number, link in enumerate(self._links) if link.hasFocus()]
            self._show_words()
            for number in held:
                self._links[number].setFocus()
            document.documentLayout().documentSize()
            bar.setValue(bar.maximum() - left if place else 0)
        else:
            document.addResource(IMAGE, QUrl(target), self._images[target])
            document.markContentsDirty(0, document.characterCount())

    def _fit_pictures(self) -> None:
        """Draw the pictures anew where the page has become wider or narrower."""
        if self._images and self._picture_width() != self._width:
            self._draw(tuple(self._images))

    def _drop_links(self) -> None:
        if any(link.hasFocus() for link in self._links):
            self.setFocus()
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links = []

    def _make_links(self) -> None:
        self._links = [LinkButton(self, *each) for each in _found_links(self.document())]
        before: QWidget = self
        for link in self._links:
            QWidget.setTabOrder(before, link)
            before = link
        self._place_links()

    def _place_links(self) -> None:
        for link in self._links:
            link.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_pictures()
        self._place_links()


class LinkButton(Themed, QAbstractButton):
    """Lies unseen upon the words of a link; only the ring of the focus is drawn."""

    def __init__(self, browser: GuideBrowser, words: str, href: str, start: int, end: int) -> None:
        """Lie upon a stretch of a page's text, from ``start`` to ``end``."""
        super().__init__(browser.viewport())
        self._browser = browser
        self._url = QUrl(href)
        self._span = (start, end)
        self._lines: list[QRect] = []
        self.setAccessibleName(words)
        self.setAccessibleDescription(tr("Link to a page of the guide"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._follow)
        self.show()

    @property
    def lines(self) -> tuple[QRect, ...]:
        """Where the words stand in the button, line by line."""
        return tuple(self._lines)

    def place(self) -> None:
        """Lie upon the words, wherever they stand now."""
        found = list(_line_rects(self._browser, *self._span))
        whole = QRegion()
        for line in found:
            whole += line
        area = whole.boundingRect()
        self._lines = [line.translated(-area.topLeft()) for line in found]
        self.setGeometry(area)
        self.setMask(whole.translated(-area.topLeft()))

    def sizeHint(self) -> QSize:
        return self.size()

    def _follow(self) -> None:
        self._browser.anchorClicked.emit(self._url)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into sight."""
        super().focusInEvent(event)
        bar, height = self._browser.verticalScrollBar(), self._browser.viewport().height()
        if self.y() < 0 or self.geometry().bottom() > height:
            bar.setValue(bar.value() + self.geometry().center().y() - height // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the link by Enter, as in every browser, and by Space, as a button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self._theme.focus), 2 * self._theme.stroke))
        for line in self._lines:
            painter.drawRect(line.adjusted(1, 1, -1, -1))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Let the wheel scroll the page below."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return False
        return super().event(event)


def _found_links(document: QTextDocument) -> Iterator[tuple[str, str, int, int]]:
    """Yield words, target, first and last place of each link of a document."""
    block = document.begin()
    while block.isValid():
        href, words, start, end = "", "", 0, 0
        for part in cast("Iterable[QTextBlock.iterator]", block):
            piece = part.fragment()
            target = piece.charFormat().anchorHref()
            if target != href and href:
                yield words, href, start, end
            if target != href:
                href, words, start = target, "", piece.position()
            words += piece.text()
            end = piece.position() + piece.length()
        if href:
            yield words, href, start, end
        block = block.next()


def _line_rects(browser: QTextBrowser, start: int, end: int) -> Iterator[QRect]:
    """Yield where a stretch of text stands, line by line, in pixels of the viewport."""
    cursor = QTextCursor(browser.document())
    cursor.setPosition(start)
    first = browser.cursorRect(cursor)
    while cursor.position() < end:
        here = cursor.position()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfLine)
        is_last = cursor.position() >= end or cursor.position() == here
        cursor.setPosition(min(cursor.position(), end) if not is_last else end)
        last = browser.cursorRect(cursor)
        yield QRect(first.topLeft(), QPoint(max(last.left(), first.left()), first.bottom()))
        if is_last:
            return
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        first = browser.cursorRect(cursor)
