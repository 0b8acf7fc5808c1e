"""Pictures for files and the clipboard: title, picture, sentence, settings and origin on a page."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QPoint,
    QRectF,
    QSize,
    QSizeF,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QImageWriter,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPixmap,
    QRegion,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from explorer.figures.figure import Figure
from explorer.figures.foot import foot_line
from explorer.files.atomic import write_bytes
from explorer.files.provenance.forms import stamped
from explorer.files.provenance.png import with_words
from explorer.files.provenance.record import marked, record_text
from explorer.files.provenance.text_slots import xmp
from explorer.model.errors import FileError
from explorer.model.provenance import Provenance
from explorer.model.wording import tr
from explorer.ui.export.page_columns import Column, paint_columns
from explorer.ui.export.page_text import fitted, words_height, write_words
from explorer.ui.export.svg_text import finished_svg
from explorer.ui.look.theme import Theme, application_font, scaled_font, set_strong
from explorer.ui.look.themed import theme_in_force
from explorer.ui.pictures.frame.gallery import Plot, plot_for, show_on
from explorer.ui.pictures.strokes import small_font
from explorer.views.origin import picture_origin
from explorer.views.page_words import page_words
from explorer.views.registry import figure_of
from explorer.views.view import Viewing

LINES_ON_A_PAGE = 46
"""How many lines of normal text a picture is high (or nine sixteenths of its width, if less)."""

DOTS_PER_INCH = 96
MOST_WORDS = 0.3
"""The share of a page's height that one of its texts takes at most."""

MOST_TITLE = 3
"""Lines that a title has at most."""

LIGATURES = tuple(QFont.Tag(name) for name in ("liga", "clig", "dlig", "calt", "tnum"))
"""The features of a font that draw letters as other signs than their own."""


@dataclass(frozen=True, slots=True)
class Page:
    """One composed page: what stands on it and how large its text is.

    ``columns`` are lists between the picture and the settings, side by side. ``origin`` returns
    what a file says of itself, None for one that says nothing; ``foot`` is the last line.
    """

    figure: Figure
    sentence: str
    settings: str
    assumptions: tuple[str, ...]
    theme: Theme
    font: QFont
    size: tuple[int, int]
    columns: tuple[Column, ...] = ()
    origin: Callable[[], Provenance] | None = None
    foot: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """What the page says below the picture, in full even where the page cuts it."""
        lists = (f"{each.heading}: {'; '.join(each.lines)}" for each in self.columns)
        return (self.sentence, *lists, self.settings, *self.assumptions)


def save_picture(
    path: Path, *, view_id: str, viewing: Viewing, theme: Theme, size: tuple[int, int]
) -> None:
    """Write a picture into a file, atomically.

    Parameters
    ----------
    path
        Where to; its ending tells the format: png, svg or pdf.
    size
        Width and height in pixels; on paper 96 to the inch.

    Raises
    ------
    FileError
        If the ending is none of these, or the file cannot be written.
    """
    write_page(path, picture_page(view_id=view_id, viewing=viewing, theme=theme, size=size))


def write_page(path: Path, page: Page) -> None:
    """Write a page into a file, atomically; its ending tells the format.

    Raises :class:`FileError` if the ending is none of png, svg and pdf, or the file cannot be
    written.
    """
    if path.suffix.lower() not in _writers():
        message = tr(
            "{path} cannot be a picture. Choose a name that ends in .png, .svg or .pdf.", path=path
        )
        raise FileError(message)
    write_bytes(path, page_content(page, path.suffix), keeps_backup=False)


def page_content(page: Page, suffix: str) -> bytes:
    """Return a page as the content of a file.

    ``suffix``: The ending that tells the format: .png, .svg or .pdf; :class:`KeyError` for any
    other.
    """
    suffix = suffix.lower()
    if page.origin is None:
        return _writers()[suffix](page)
    return _with_origin(page, suffix, page.origin())


def _with_origin(page: Page, suffix: str, origin: Provenance) -> bytes:
    """Return a page as a file that can be verified, with its fingerprint in the last line."""
    page = replace(page, foot=marked(page.foot, origin))
    content = _pdf(page, origin) if suffix == ".pdf" else _writers()[suffix](page)
    if suffix == ".png":
        content = with_words(content, _png_words(page, origin))
    return stamped(content, suffix, origin)


def _png_words(page: Page, origin: Provenance) -> dict[str, str]:
    """Return what programs show of a PNG, by the names that the format knows."""
    return {
        "Title": page.figure.title,
        "Description": "\n".join((*page.words, page.foot)),
        "Software": tr("Deal Zone Explorer {version}", version=origin.program),
    }


def _writers() -> dict[str, Callable[[Page], bytes]]:
    return {".png": _png, ".svg": _svg, ".pdf": _pdf}


def drawn_words(page: Page) -> str:
    """Return all words that a page holds once it is drawn, in lines."""
    root = ElementTree.fromstring(_svg(page))
    return "\n".join(text for each in root.iter() if (text := "".join(each.itertext()).strip()))


def picture_image(*, view_id: str, viewing: Viewing, theme: Theme, size: tuple[int, int]) -> QImage:
    """Return the page of one picture as an image; see :func:`save_picture`."""
    return page_image(picture_page(view_id=view_id, viewing=viewing, theme=theme, size=size))


def picture_page(*, view_id: str, viewing: Viewing, theme: Theme, size: tuple[int, int]) -> Page:
    """Return the page of one picture; see :func:`save_picture`."""
    figure = figure_of(view_id, viewing)
    words = page_words(figure, viewing.result.scenario)
    return Page(
        figure,
        words.sentence,
        settings=words.settings,
        assumptions=words.assumptions,
        theme=theme,
        font=page_font(size),
        size=size,
        origin=partial(picture_origin, view_id, viewing),
        foot=foot_line(viewing.result.scenario.case),
    )


def page_font(size: tuple[int, int]) -> QFont:
    """Return the font of a page's normal text, in proportion to its width and height."""
    width, height = size
    font = QFont(application_font())
    font.setPixelSize(max(6, round(min(height, width * 9 / 16) / LINES_ON_A_PAGE)))
    # Joined letters could be neither searched for nor copied: "fi" would be one sign in a PDF.
    for tag in LIGATURES:
        font.setFeature(tag, 0)
    return font


def _png(page: Page) -> bytes:
    def write(buffer: QBuffer) -> None:
        QImageWriter(buffer, QByteArray(b"png")).write(page_image(page))

    return _bytes(write)


def page_image(page: Page) -> QImage:
    """Return a page as an image."""
    image = QImage(QSize(*page.size), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_page(painter, page)
    painter.end()
    return image


def _svg(page: Page) -> bytes:
    def write(buffer: QBuffer) -> None:
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setResolution(DOTS_PER_INCH)
        generator.setSize(QSize(*page.size))
        generator.setViewBox(QRectF(0, 0, *page.size))
        generator.setTitle(page.figure.title)
        generator.setDescription("\n".join(page.words))
        painter = QPainter(generator)
        paint_page(painter, page)
        painter.end()

    return finished_svg(_bytes(write).decode("utf-8", "replace")).encode("utf-8")


def _pdf(page: Page, origin: Provenance | None = None) -> bytes:
    def write(buffer: QBuffer) -> None:
        writer = QPdfWriter(buffer)
        inches = QSizeF(page.size[0] / DOTS_PER_INCH, page.size[1] / DOTS_PER_INCH)
        exact = QPageSize.SizeMatchPolicy.ExactMatch
        writer.setPageSize(QPageSize(inches, QPageSize.Unit.Inch, "", exact))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        writer.setResolution(DOTS_PER_INCH)
        writer.setTitle(page.figure.title)
        if origin is not None:
            told = xmp(page.figure.title, "\n".join(page.words), record_text(origin))
            writer.setDocumentXmpMetadata(QByteArray(told))
        painter = QPainter(writer)
        paint_page(painter, page)
        painter.end()

    return _bytes(write)


def _bytes(write: Callable[[QBuffer], None]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    write(buffer)
    return bytes(buffer.data().data())


def paint_page(painter: QPainter, page: Page) -> None:
    """Draw a page: words from the top and from the bottom, the picture in what is left."""
    theme, font = page.theme, page.font
    room = QRectF(0, 0, *page.size)
    painter.fillRect(room, QColor(theme.ground))
    line = QFontMetricsF(font).height()
    room.adjust(1.5 * line, 1.2 * line, -1.5 * line, -1.0 * line)
    large = scaled_font(font, 1.5)
    set_strong(large)
    small = small_font(font)
    _words_at_top(painter, room, page.figure.title, large, theme.ink)
    most = MOST_WORDS * page.size[1]
    below = [(page.foot, small, theme.ink_soft)]
    below += [(words, small, theme.ink) for words in reversed(page.assumptions)]
    below.append((page.settings, small, theme.ink_soft))
    for words, face, colour in below:
        _words_at_bottom(painter, room, fitted(words, face, room.width(), most), face, colour)
    paint_columns(painter, room, page.columns, small, theme)
    sentence = fitted(page.sentence, font, room.width(), most)
    _words_at_bottom(painter, room, sentence, font, theme.ink)
    _paint_plot(painter, room, page)


def _words_at_top(painter: QPainter, room: QRectF, words: str, font: QFont, colour: str) -> None:
    """Write at the top of a room and take what is needed away from it."""
    most = MOST_TITLE * QFontMetricsF(font).lineSpacing() + 1
    shown = fitted(words, font, room.width(), most)
    height = words_height(shown, font, room.width())
    write_words(painter, QRectF(room.left(), room.top(), room.width(), height), shown, font, colour)
    room.setTop(room.top() + 1.25 * height)


def _words_at_bottom(painter: QPainter, room: QRectF, words: str, font: QFont, colour: str) -> None:
    """Write at the bottom of a room and take what is needed away from it."""
    height = words_height(words, font, room.width())
    top = room.bottom() - height
    write_words(painter, QRectF(room.left(), top, room.width(), height), words, font, colour)
    room.setBottom(top - 0.4 * QFontMetricsF(font).height())


def _paint_plot(painter: QPainter, room: QRectF, page: Page) -> None:
    plot = plot_for(page.figure)
    plot.setFont(page.font)
    plot.wear(page.theme)
    plot.resize(room.size().toSize())
    show_on(plot, page.figure)
    _paint_unseen(painter, plot, room)


def plot_image(plot: Plot, size: QSize, ratio: float = 1.0) -> QImage:
    """Return a plot that is on no screen as an image; the plot is used up.

    Parameters
    ----------
    plot
        What is drawn, with its figure.
    size
        In pixels of the layout.
    ratio
        How many pixels of the image are one of the layout.
    """
    image = QImage(size * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(theme_in_force().ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_unseen(painter, plot, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return image


def _paint_unseen(painter: QPainter, plot: Plot, room: QRectF) -> None:
    plot.resize(room.size().toSize())
    lay_out_unseen(plot)
    plot.paint_on(painter, QRectF(room.topLeft(), QSizeF(plot.size())))
    plot.deleteLater()


def lay_out_unseen(widget: QWidget) -> None:
    """Have a widget and all in it laid out without showing it.

    Qt does so before it renders what is hidden. The mask leaves out what is asked for, so that
    nothing is painted: on a large page that would take hundreds of megabytes. A window that is
    shown, even on no screen, would have some platforms complain on standard error.
    """
    widget.setMask(QRegion(0, 0, 1, 1))
    widget.render(QPixmap(1, 1), QPoint(), QRegion(1, 1, 1, 1))
    widget.clearMask()
