"""A box of choices: long lists scroll, and headings in them are passed by."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyle
from pytestqt.qtbot import QtBot

from explorer.figures.choice import choice_of
from explorer.ui.pictures.frame.choice_bar import ChoiceBox
from explorer.ui.widgets.drop_down import MOST_IN_SIGHT, DropDown

YEARS = tuple((f"history-{year}", f"History {year}") for year in range(2025, 1993, -1))


def test_a_long_list_scrolls_and_its_entries_are_large_enough_to_hit(qtbot: QtBot) -> None:
    box = DropDown()
    qtbot.addWidget(box)
    for value, words in YEARS:
        box.add_choice(words, value)
    assert not box.style().styleHint(QStyle.StyleHint.SH_ComboBox_Popup, None, box)
    assert box.maxVisibleItems() == MOST_IN_SIGHT
    assert box.view().sizeHintForRow(0) >= 24


def test_a_heading_is_no_choice_and_the_keys_pass_it_by(qtbot: QtBot) -> None:
    entries = (("none", "nothing"), *YEARS)
    heads = ((YEARS[0][0], "Years of the record"),)
    choice = choice_of("boards.2", "Middle", entries, None, heads=heads)
    box = ChoiceBox("boards.2")
    qtbot.addWidget(box)
    box.show_choice(choice)
    assert box.box.itemText(1) == "Years of the record"
    assert box.box.currentData() == "none"
    with qtbot.waitSignal(box.made) as made:
        qtbot.keyClick(box.box, Qt.Key.Key_Down)
    assert made.args == ["boards.2", "history-2025"]
