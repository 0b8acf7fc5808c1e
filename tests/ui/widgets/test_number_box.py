"""The number box reads alike in every locale and takes the digits of every script."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.ui.widgets.number_box import NumberBox


@pytest.fixture(params=["ar_EG", "fa_IR", "de_DE", "tr_TR"])
def foreign(request: pytest.FixtureRequest) -> Iterator[None]:
    """Make a locale that of all new widgets."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("foreign")
def test_digits_are_those_of_the_rest_of_the_window(qtbot: QtBot) -> None:
    box = NumberBox()
    qtbot.addWidget(box)
    box.setRange(0, 20_000)
    box.setValue(12_345)
    assert box.text() == "12345"


@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize("typed", ["49", "٤٩", "۴۹", "४९", "4²9"])
def test_the_digits_of_every_script_can_be_typed(qtbot: QtBot, typed: str) -> None:
    box = NumberBox()
    qtbot.addWidget(box)
    box.setRange(0, 100)
    box.selectAll()
    for digit in typed:
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, digit)
        QApplication.sendEvent(box, key)
    assert box.value() == 49
    assert box.text() == "49"
