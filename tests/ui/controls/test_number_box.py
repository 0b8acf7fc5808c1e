"""A box for a whole number takes all of what is typed, or brings back what stood."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from explorer.ui.controls.number_box import NumberBox

LOW, HIGH, STOOD = 5, 250, 40
LETTERS = st.characters(exclude_categories=("C", "Z"))


@pytest.fixture
def box(qtbot: QtBot) -> NumberBox:
    made = NumberBox()
    made.setRange(LOW, HIGH)
    made.setSuffix(" %")
    made.setValue(STOOD)
    qtbot.addWidget(made)
    made.show()
    return made


def without_unit(text: str) -> str:
    # Qt adds the unit again behind one that was typed.
    return text.rstrip("% ").strip()


def type_over(box: NumberBox, text: str) -> None:
    """Type in place of all that stands there, suffix and all."""
    box.lineEdit().selectAll()
    for letter in text:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(box, event)
    if not text:
        QTest.keyClick(box, Qt.Key.Key_Delete)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.integers(-20, 2000).map(str)
    | st.text("0123456789,.-% ", max_size=6)
    | st.text(LETTERS),
    leave=st.sampled_from([Qt.Key.Key_Return, Qt.Key.Key_Escape]),
)
@example(text="040", leave=Qt.Key.Key_Return)
@example(text="40  %", leave=Qt.Key.Key_Escape)
def test_after_enter_or_escape_it_holds_the_whole_text_or_what_it_was(
    box: NumberBox, text: str, leave: Qt.Key
) -> None:
    box.setValue(STOOD)
    type_over(box, text)
    whole = without_unit(box.text())
    assert whole == without_unit(text)
    QTest.keyClick(box, leave)
    if leave == Qt.Key.Key_Return and box.value() != STOOD:
        assert box.value() == int(whole)
        assert LOW <= box.value() <= HIGH
    else:
        assert box.value() == STOOD
    assert box.text() == f"{box.value()} %"


@pytest.mark.parametrize("text", ["300", "4", "0,5", "1x5", ""])
def test_a_refused_text_changes_nothing_and_is_told(
    box: NumberBox, qtbot: QtBot, text: str
) -> None:
    changed: list[int] = []
    box.valueChanged.connect(changed.append)
    with qtbot.waitSignal(box.refused) as told:
        type_over(box, text)
        assert changed == []
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert told.args is not None
    assert f"“{text}” was not taken" in told.args[0]
    assert "5 to 250" in told.args[0]
    assert changed == []


def test_enter_on_a_refused_text_presses_no_button_and_on_a_good_one_does(qtbot: QtBot) -> None:
    dialog, box, button = QDialog(), NumberBox(), QPushButton("Do it")
    qtbot.addWidget(dialog)
    room = QVBoxLayout(dialog)
    room.addWidget(box)
    room.addWidget(button)
    button.setDefault(True)
    dialog.show()
    button.clicked.connect(dialog.accept)
    type_over(box, "300")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert dialog.isVisible()
    type_over(box, "30")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert box.value() == 30


def test_escape_takes_back_what_is_half_typed_before_it_closes_anything(qtbot: QtBot) -> None:
    dialog, box = QDialog(), NumberBox()
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog).addWidget(box)
    dialog.show()
    type_over(box, "7")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert (box.value(), box.text()) == (0, "0")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


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
@pytest.mark.parametrize("typed", ["49", "٤٩", "۴۹", "४९"])
def test_the_digits_of_every_script_can_be_typed(qtbot: QtBot, typed: str) -> None:
    box = NumberBox()
    qtbot.addWidget(box)
    box.setRange(0, 100)
    type_over(box, typed)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.value() == 49
    assert box.text() == "49"
