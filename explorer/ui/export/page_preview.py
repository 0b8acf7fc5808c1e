"""The preview of a page, in the dialogs that export and print it: which picture, in which look."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.model.wording import tr
from explorer.ui.export.picture import Page, page_image
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import PanelLabel, Rank, fit_labels
from explorer.ui.widgets.label import Label

WIDTH, HEIGHT = 24, 14
"""How much room the small page has, in heights of a line."""

SHARPNESS = 2
"""How many pixels are drawn for each that is shown."""


class PagePreview(TextSized, QWidget):
    """A title and a small page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PanelLabel(Rank.STRONG, "", self)
        self._picture = Label(parent=self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self._picture)
        self.follow_text_size()

    def room(self, size: tuple[int, int]) -> tuple[int, int]:
        """Return the pixels of a small page in the proportions of a large one."""
        line = self.fontMetrics().height()
        small = QSize(*size).scaled(
            QSize(WIDTH * line, HEIGHT * line), Qt.AspectRatioMode.KeepAspectRatio
        )
        return SHARPNESS * small.width(), SHARPNESS * small.height()

    def show_page(self, page: Page) -> None:
        """Show a page, drawn in the size that :meth:`room` told."""
        image: QImage = page_image(page)
        image.setDevicePixelRatio(SHARPNESS)
        self._title.show_text(tr("Picture: {title}", title=page.figure.title))
        self._picture.setPixmap(QPixmap.fromImage(image))
        self._picture.setAccessibleName(tr("Preview of {title}", title=page.figure.title))
        self._picture.setAccessibleDescription(page.sentence)

    def title(self) -> str:
        """Return the words that say which picture it is."""
        return self._title.text()

    def follow_text_size(self) -> None:
        fit_labels(self)
        line = self.fontMetrics().height()
        self._picture.setMinimumSize(WIDTH * line, HEIGHT * line)
