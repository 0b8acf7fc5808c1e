"""A passing wheel scrolls; it changes no value anywhere in the program."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QScrollBar,
    QSlider,
    QSpinBox,
    QTabBar,
    QWidget,
)

from explorer.ui.app.app import Program
from explorer.views.registry import VIEWS

BY_WHEEL = 0x4
"""The bit of a focus policy that lets the wheel give the keyboard."""


def value_widgets(program: Program) -> Iterator[QWidget]:
    """Yield whatever of the window and its dialogs holds a value that a wheel could change."""
    window = program.window
    for view in VIEWS:
        if view.id != "board":
            program.window.desk.pictures.choose_lower_view(view.id)
    window.commands.comparison.comparing.pin_snapshot()
    window.commands.comparison.comparing.toggle(True)
    window.commands.scenario.assumptions.open()
    window.commands.help.show_guide()
    window.commands.find.find()
    window.commands.picture.export_image()
    window.commands.view.show_preferences()
    kinds = (QAbstractSlider, QAbstractSpinBox, QComboBox, QTabBar)
    for kind in kinds:
        for found in window.findChildren(kind):
            if not isinstance(found, QScrollBar):
                yield found


def value_of(widget: QWidget) -> object:
    if isinstance(widget, QComboBox | QTabBar):
        return widget.currentIndex()
    return widget.value() if isinstance(widget, QAbstractSlider | QSpinBox) else None


def turn(widget: QWidget, notches: int) -> bool:
    """Turn the wheel over a widget; return whether it took the turn."""
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        QPointF(2, 2), QPointF(2, 2), QPoint(), QPoint(0, 120 * notches), *none, False
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_wheel_changes_no_value_without_the_keyboard(program: Program) -> None:
    widgets = [*value_widgets(program)]
    assert {type(each).__name__ for each in widgets} >= {"TrackSlider", "NumberBox", "DropDown"}
    assert len(widgets) > 40
    program.window.desk.workbench.board.setFocus()
    for widget in widgets:
        if widget.hasFocus():
            widget.clearFocus()
        before = value_of(widget)
        taken = [turn(widget, notches) for notches in (-1, 1, 1)]
        assert value_of(widget) == before, widget
        assert not any(taken), widget
        assert not widget.focusPolicy().value & BY_WHEEL, widget


@pytest.mark.parametrize("kind", [QSlider, QComboBox, QSpinBox])
def test_there_is_something_to_guard_against(qtbot, kind: type[QWidget]) -> None:
    plain = kind()
    qtbot.addWidget(plain)
    if isinstance(plain, QComboBox):
        plain.addItems(["a", "b"])
    before = value_of(plain)
    turn(plain, -1 if isinstance(plain, QComboBox) else 1)
    assert value_of(plain) != before
