"""Whatever takes the keyboard shows it by colours that stand out, and is large enough to be hit."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from explorer.model.package import package_at
from explorer.ui.app.app import Program
from explorer.ui.help.guide_browser import LinkButton
from explorer.ui.look.theme import THEMES
from explorer.ui.look.tokens import TARGET
from explorer.ui.panels.finder import Finder
from explorer.ui.window.message_bar import Message
from explorer.ui.window.reading_order import bring_into_view
from tests.ui.window.conftest import settle, side_windows

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LEAST = 3.0
"""The least contrast between what a part looks like with the keyboard and without it."""

AROUND = 3
"""How far outside a part its mark may be drawn, in pixels."""

TARGETS = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QSlider)


def places(program: Program) -> Iterator[QWidget]:
    """Bring one window after the other on screen, in each of its states; yield it laid out."""
    for window in _opened(program):
        settle(program)
        # Layouts follow, and the layouts that follow those.
        for _ in range(4):
            QApplication.processEvents()
        yield window


def _opened(program: Program) -> Iterator[QWidget]:
    window, of = program.window, program.window.commands
    window.show_start_page()
    yield window
    window.show_workbench()
    for level in ("explore", "analyse"):
        window.menus.actions[level].trigger()
        yield window
    for group in program.store.state.scenario.case.groups:
        window.desk.workbench.controls.group(group.id).show_folded(False)
    window.desk.workbench.message_bar.show_message(Message("Lost.", (("find", "Find it"),)))
    of.comparison.comparing.pin_snapshot()
    of.comparison.comparing.toggle(True)
    window.desk.pictures.choose_package(package_at(program.store.state.scenario.case, 0))
    yield window
    of.find.find()
    yield from window.findChildren(Finder)
    yield from side_windows(program)


def stops(window: QWidget) -> list[QWidget]:
    """Return what takes the keyboard in a window now."""
    return [
        part
        for part in window.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
        and part.window() is window.window()
        and part.isVisible()
        and part.isEnabled()
    ]


def luminance(image: QImage) -> np.ndarray:
    """Return the relative luminance of every pixel, as WCAG 2 has it."""
    image = image.convertToFormat(QImage.Format.Format_RGBX8888)
    raw = np.frombuffer(image.constBits(), np.uint8)
    pixels = raw.reshape(image.height(), image.bytesPerLine() // 4, 4)[:, : image.width(), :3]
    shares = pixels / 255
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def marked(part: QWidget) -> int:
    """Return how many pixels of a part stand out from what they are without the keyboard."""
    part.setFocus(Qt.FocusReason.TabFocusReason)
    bring_into_view(part)
    QApplication.processEvents()
    window = part.window()
    place = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
    place = place.adjusted(-AROUND, -AROUND, AROUND, AROUND) & window.rect()
    assert not place.isEmpty(), words(part)
    focused = luminance(window.grab(place).toImage())
    part.clearFocus()
    plain = luminance(window.grab(place).toImage())
    lighter, darker = np.maximum(focused, plain), np.minimum(focused, plain)
    return int(np.count_nonzero((lighter + 0.05) / (darker + 0.05) >= LEAST))


def words(part: QWidget) -> str:
    return f"{type(part).__name__} {part.accessibleName()!r} {part.size().toTuple()}"


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
def test_whatever_has_the_keyboard_stands_out_from_what_has_not(
    program: Program, qtbot: QtBot, theme: object
) -> None:
    program.look.choose_theme(theme.id)
    faint, seen = [], 0
    for window in places(program):
        window.window().show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        for part in stops(window):
            # As much as a line of one pixel along the shorter sides.
            if marked(part) < 2 * min(part.width(), part.height()):
                faint.append(words(part))
            seen += 1
    assert not faint, "\n".join(faint)
    assert seen > 200


def small(window: QWidget) -> Iterator[str]:
    """Yield what can be clicked in a window and is smaller than a finger or a shaking hand asks."""
    least = QSize(TARGET, TARGET)
    for part in window.findChildren(QWidget):
        if not part.isVisible() or part.window() is not window.window():
            continue
        size = part.size()
        if isinstance(part, QListView) and part.model().rowCount():
            size.setHeight(part.sizeHintForRow(0))
        elif (
            not isinstance(part, TARGETS)
            or part.objectName().startswith("qt_")
            # WCAG 2.5.8 excepts links in sentences: the lines of the text are their height.
            or isinstance(part, LinkButton)
        ):
            continue
        if size.boundedTo(least) != least:
            yield f"{words(part)}: {size.toTuple()}"


def test_whatever_can_be_clicked_is_large_enough(program: Program) -> None:
    found = {each for window in places(program) for each in small(window)}
    assert not found, "\n".join(sorted(found))
