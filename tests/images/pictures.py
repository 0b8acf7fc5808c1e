"""Pictures compared by their looks: an approved one may differ a little, not more."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QIODevice, QRect, Qt
from PySide6.QtGui import QImage
from syrupy.extensions.image import PNGImageSnapshotExtension
from syrupy.types import SerializableData, SerializedData

DRAWN = (1200, 750)
"""How large pages are drawn that are approved, in pixels."""

PLOT = 600
"""How much of the height is kept: without the sentences at its foot, which other tests read."""

SMALLER = 3
"""How many times smaller it is kept: details melt, places stay."""

LARGEST_MEAN = 1.0
"""How far two pictures may lie apart on average, of 255 (another rounding of thin lines)."""

VISIBLE = 40
"""From how many of 255 on two points look different."""

LARGEST_SHARE = 0.004
"""The share of points that may look different (a letter that moved by a hair)."""


def pixels(content: bytes) -> NDArray[np.int16]:
    """Return the points of a PNG file, of shape (height, width, 3), from 0 to 255."""
    return image_pixels(QImage.fromData(content))


def image_pixels(shown: QImage) -> NDArray[np.int16]:
    """Return the points of an image, of shape (height, width, 3), from 0 to 255."""
    image = shown.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), dtype=np.uint8)
    rows = rows.reshape(image.height(), image.bytesPerLine())[:, : image.width() * 3]
    return rows.reshape(image.height(), image.width(), 3).astype(np.int16)


def shrunk(page: QImage, height: int = PLOT) -> bytes:
    """Return the part of a page that is kept, from its top down, small, as a PNG file."""
    kept = page.copy(QRect(0, 0, page.width(), height))
    way = Qt.TransformationMode.SmoothTransformation
    size = kept.size() / SMALLER
    small = kept.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, way)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    small.save(buffer, "PNG")
    return bytes(buffer.data().data())


def look_alike(one: bytes, other: bytes) -> bool:
    """Return whether two PNG files show the same to somebody who looks from a little way off."""
    ours, theirs = pixels(one), pixels(other)
    if ours.shape != theirs.shape:
        return False
    distance = np.abs(ours - theirs)
    share = np.mean(distance.max(axis=2) > VISIBLE)
    return bool(distance.mean() <= LARGEST_MEAN and share <= LARGEST_SHARE)


class Approved(PNGImageSnapshotExtension):
    """A picture that somebody has looked at and approved; kept beside the test."""

    def matches(self, *, serialized_data: SerializableData, snapshot_data: SerializedData) -> bool:
        """Compare looks, not bytes."""
        return (
            isinstance(serialized_data, bytes)
            and isinstance(snapshot_data, bytes)
            and look_alike(serialized_data, snapshot_data)
        )
