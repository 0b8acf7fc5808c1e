"""The program's icon in the sizes that systems ask for, and what groups its windows there."""

import ctypes
import sys

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from explorer.files.resources import resource
from explorer.model.errors import FileError

SIZES = (16, 24, 32, 48, 64, 128, 256)
"""Pixels of the icon's sides."""

IDENTIFIER = "io.github.dealzoneexplorer.DealZoneExplorer"
"""The name that is unique among all programs."""


def program_icon() -> QIcon:
    """Return the icon, drawn for each size; an empty one if its file is missing."""
    icon = QIcon()
    try:
        renderer = QSvgRenderer(str(resource("icons", "explorer.svg")))
    except FileError:
        return icon
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        icon.addPixmap(QPixmap.fromImage(image))
    return icon


def claim_taskbar() -> None:
    """Tell Windows which program its windows belong to; elsewhere other means do that."""
    if sys.platform == "win32":
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(IDENTIFIER)
