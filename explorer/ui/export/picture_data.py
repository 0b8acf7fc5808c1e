"""A picture as data that other programs take: PNG and SVG, on the clipboard or dragged away."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QImage

from explorer.ui.export.picture import Page, page_content

IMAGE_TYPES = {"image/png": ".png", "image/svg+xml": ".svg"}
"""The kinds in which a picture is offered, with the ending of a file of that kind."""


def picture_data(page: Page, folder: Path | None = None, name: str = "") -> QMimeData:
    """Return a page as data in each of the kinds.

    Parameters
    ----------
    folder
        Where to write a file of each kind, for programs that take files; None for no files.
    name
        What to call the files, without an ending.
    """
    data = QMimeData()
    urls: list[QUrl] = []
    for kind, suffix in IMAGE_TYPES.items():
        content = page_content(page, suffix)
        data.setData(kind, QByteArray(content))
        if suffix == ".png":
            data.setImageData(QImage.fromData(content))
        if folder is not None:
            path = folder / f"{name}{suffix}"
            path.write_bytes(content)
            urls.append(QUrl.fromLocalFile(str(path)))
    if urls:
        # One file is what a slide or a folder wants; the other kind is in the data.
        data.setUrls(urls[:1])
    return data
