"""The pictures of the guide, drawn in the colours and letters in force."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

from explorer.figures.bars import BarsFigure
from explorer.figures.figure import Figure
from explorer.figures.lenses import LensesFigure
from explorer.figures.outlook import OutlookFigure
from explorer.ui.export.picture import plot_image
from explorer.ui.look.themed import theme_in_force
from explorer.ui.pictures.frame.gallery import plot_for, show_on
from explorer.ui.present.present_window import PresentWindow
from explorer.views.guide_pictures import GuidePicture

LINES, LINES_OF_WORDS, MOST_LINES = 22, 34, 46
"""Lines of text that a picture is high, one that is mostly words, one with many bars at most."""

LINES_OF_A_BAR, LINES_AROUND = 1.5, 7
"""Lines of text for each bar, and for what stands above and below the bars."""

SCREEN = QSize(1280, 720)
"""The screen of a presentation, which is then drawn smaller."""


def drawn(picture: GuidePicture, width: int, ratio: float) -> QImage:
    """Return a picture of the guide as an image with a fine frame.

    Parameters
    ----------
    picture
        What is drawn.
    width
        In pixels of the layout.
    ratio
        How many pixels of the screen are one of the layout.
    """
    image = (_presented if picture.is_presented else _plain)(picture, width, ratio)
    if image.width() > round(width * ratio):
        image = image.scaledToWidth(
            round(width * ratio), Qt.TransformationMode.SmoothTransformation
        )
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    painter.setPen(QPen(QColor(theme_in_force().rule), 1))
    painter.drawRect(QRect(0, 0, width - 1, round(image.height() / ratio) - 1))
    painter.end()
    return image


def _plain(picture: GuidePicture, width: int, ratio: float) -> QImage:
    """Return a picture as the window shows it, as wide as it needs to be and no narrower."""
    figure = picture.figure
    height = round(_lines(figure) * QFontMetrics(QApplication.font()).height())
    plot = plot_for(figure)
    show_on(plot, figure)
    return plot_image(plot, QSize(width, height).expandedTo(plot.minimumSizeHint()), ratio)


def _lines(figure: Figure) -> float:
    if isinstance(figure, BarsFigure):
        bars = sum(len(group.bars) for group in figure.groups)
        return min(LINES_OF_A_BAR * bars + LINES_AROUND, MOST_LINES)
    return LINES_OF_WORDS if isinstance(figure, (LensesFigure, OutlookFigure)) else LINES


def _presented(picture: GuidePicture, width: int, ratio: float) -> QImage:
    """Return a picture as a presentation shows it on a screen of its own."""
    window = PresentWindow()
    window.resize(SCREEN)
    window.show_picture("", picture.figure)
    window.show_words(picture.headline.title, picture.headline.details, picture.scenario_name)
    enlarged = max(1.0, width * ratio / SCREEN.width())
    image = QImage(SCREEN * enlarged, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(enlarged)
    window.render(image)
    window.pointer.stop()
    window.deleteLater()
    return image
