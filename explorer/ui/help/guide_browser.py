"""A page of the guide: its words, its pictures, and its links as buttons that Tab reaches."""

from collections.abc import Iterable, Iterator
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QUrl
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
from explorer.ui.help.guide_drawing import drawn
from explorer.ui.look.themed import Themed
from explorer.views.guide_pictures import guide_picture, targets, with_pictures

IMAGE = QTextDocument.ResourceType.ImageResource.value


class GuideBrowser(QTextBrowser):
    """Shows a page; its pictures are made from the case, and nothing else is ever loaded.

    Each link has a button of its own upon its words: Tab goes from one to the next, and a screen
    reader finds them, which it does not where links are only part of a text.
    """

    def __init__(self) -> None:
        super().__init__()
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

    def take_case(self, case: Case) -> None:
        """Make pictures of a case from now on."""
        self._case = case

    def show_markdown(self, page: Page) -> None:
        """Show a page from its top."""
        self._drop_links()
        self._draw(targets(page.markdown))
        case = self._case
        self.setMarkdown(page.markdown if case is None else with_pictures(page, case).markdown)
        self._make_links()

    def loadResource(self, type: int, name: QUrl | str) -> QImage | None:
        """Return a picture of the page, else nothing: Qt would look for a file of that name."""
        if type != IMAGE:
            return None
        return self._images.get(QUrl(name).toString(), QImage(1, 1, QImage.Format.Format_ARGB32))

    def _picture_width(self) -> int:
        margins = 2 * self.document().documentMargin()
        return max(1, round(self.viewport().width() - margins))

    def _draw(self, wanted: Iterable[str]) -> None:
        """Draw pictures as wide as the page."""
        self._width, case = self._picture_width(), self._case
        if case is not None:
            size = (self._width, self.devicePixelRatioF())
            self._images = {each: drawn(guide_picture(case, each), *size) for each in wanted}

    def _fit_pictures(self) -> None:
        """Draw the pictures anew where the page has become wider or narrower."""
        if self._images and self._picture_width() != self._width:
            self._draw(tuple(self._images))
            document = self.document()
            for target, image in self._images.items():
                document.addResource(IMAGE, QUrl(target), image)
            document.markContentsDirty(0, document.characterCount())

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
