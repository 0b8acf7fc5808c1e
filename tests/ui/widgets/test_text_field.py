"""The field to type into: its clear button is large enough to hit, at every text size."""

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from explorer.ui.look.theme import application_font
from explorer.ui.widgets.measure import target_side
from explorer.ui.widgets.text_field import TextField


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_clear_button_is_large_enough_and_has_a_name(qtbot: QtBot, scale: float) -> None:
    field = TextField()
    qtbot.addWidget(field)
    field.setFont(application_font(scale))
    field.setClearButtonEnabled(True)
    field.setText("sanctions")
    field.resize(300, field.sizeHint().height() + 6)
    field.show()
    (button,) = field.findChildren(QToolButton)
    side = target_side(field.fontMetrics())
    assert min(button.width(), button.height()) >= min(side, field.height())
    assert field.rect().contains(button.geometry())
    assert button.accessibleName()
    button.click()
    assert field.text() == ""
