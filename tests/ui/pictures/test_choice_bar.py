"""The line of choices: what is chosen stays readable while there is any room for it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from explorer.figures.choice import Choice, choice_of, scale_of
from explorer.ui.pictures.frame.choice_bar import ChoiceBar
from explorer.ui.pictures.frame.segments import MOST_SEGMENTS, Segments
from explorer.ui.widgets.accessible_roles import install_accessible_roles
from explorer.ui.widgets.label import Label

ENTRIES = (
    ("short", "short"),
    ("long", "an entry that is much longer than all of the others"),
    *((f"{n}", f"entry {n}") for n in range(MOST_SEGMENTS)),
)
CHOICES = tuple(choice_of(f"some.{n}", "Show", ENTRIES, "short") for n in range(3))


def shown(qtbot: QtBot, width: int, choices: tuple[Choice, ...] = CHOICES) -> ChoiceBar:
    bar = ChoiceBar()
    qtbot.addWidget(bar)
    bar.show_choices(choices)
    bar.resize(width, 40)
    bar.show()
    qtbot.waitExposed(bar)
    return bar


def test_boxes_have_room_for_their_longest_entries_where_there_is_some(qtbot: QtBot) -> None:
    bar = shown(qtbot, 3000)
    box = bar.box("some.0")
    longest = box.fontMetrics().horizontalAdvance(ENTRIES[1][1])
    qtbot.waitUntil(lambda: box.width() > longest)


def test_boxes_without_that_room_still_show_what_is_chosen(qtbot: QtBot) -> None:
    bar = shown(qtbot, 700)
    for choice in CHOICES:
        box = bar.box(choice.id)
        chosen = box.fontMetrics().horizontalAdvance(box.currentText())
        longest = box.fontMetrics().horizontalAdvance(ENTRIES[1][1])
        qtbot.waitUntil(lambda box=box, chosen=chosen: box.width() > chosen)
        assert box.width() < longest
        assert box.view().minimumWidth() > longest


def test_few_entries_stand_side_by_side_where_there_is_room(qtbot: QtBot) -> None:
    choice = choice_of("some.few", "Show", ENTRIES[:2], "short")
    bar = shown(qtbot, 3000, (choice,))
    buttons = [each for each in bar.findChildren(QToolButton) if each.isVisible()]
    assert [each.text() for each in buttons] == [words for _, words in choice.entries]
    assert [each.isChecked() for each in buttons] == [True, False]
    assert not bar.box("some.few").isVisible()
    with qtbot.waitSignal(bar.choice_made) as made:
        buttons[1].click()
    assert made.args == ["some.few", "long"]
    with qtbot.assertNotEmitted(bar.choice_made):
        bar.show_choices((choice,))
    bar.resize(200, 40)
    qtbot.waitUntil(bar.box("some.few").isVisible)


def test_assistive_technology_finds_segments_as_one_choice_and_makes_it(qtbot: QtBot) -> None:
    install_accessible_roles()
    segments, made = Segments(), []
    qtbot.addWidget(segments)
    segments.made.connect(lambda *told: made.append(told))
    segments.show_choice(choice_of("some", "Show", ENTRIES[:3], "short"))
    found = [
        QAccessible.queryAccessibleInterface(each) for each in segments.findChildren(QToolButton)
    ]
    assert [each.role() for each in found] == 3 * [QAccessible.Role.RadioButton]
    assert [each.text(QAccessible.Text.Name) for each in found] == [ENTRIES[n][1] for n in range(3)]
    assert [each.state().checked for each in found] == [1, 0, 0]
    actions = found[1].actionInterface()
    assert actions.actionNames()[0] == "Toggle"
    actions.doAction("SetFocus")
    assert made == []
    actions.doAction("Toggle")
    assert made == [("some", "long")]
    assert [each.state().checked for each in found] == [0, 1, 0]


def test_a_scale_is_a_slider_that_says_what_is_chosen(qtbot: QtBot) -> None:
    words = tuple(f"{n} of 9" for n in range(1, 10))
    scale = scale_of("some.scale", "At least", words, "4", usual=3)
    bar = shown(qtbot, 3000, (scale, *CHOICES))
    slider = bar.slider("some.scale")
    assert (slider.minimum(), slider.maximum(), slider.value()) == (1, 9, 4)
    assert (slider.accessibleName(), slider.accessibleDescription()) == ("At least", "4 of 9")
    assert "4 of 9" in {each.text() for each in bar.findChildren(Label)}
    slider.setFocus()
    with qtbot.waitSignal(bar.choice_made) as made:
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert made.args == ["some.scale", "5"]
    assert "5 of 9" in {each.text() for each in bar.findChildren(Label)}
    with qtbot.assertNotEmitted(bar.choice_made):
        bar.show_choices((scale, *CHOICES))
    line = bar.fontMetrics().height()
    qtbot.waitUntil(lambda: slider.width() > 10 * line)
    bar.resize(500, 40)
    qtbot.waitUntil(lambda: slider.width() < 10 * line)
    for wrong in (bar.box, bar.switch):
        with pytest.raises(KeyError):
            wrong("some.scale")
    with pytest.raises(KeyError):
        bar.slider("some.0")


def test_tab_comes_to_what_is_chosen_and_arrow_keys_go_on(qtbot: QtBot) -> None:
    segments = Segments()
    qtbot.addWidget(segments)
    entries = ENTRIES[2:5]
    segments.show_choice(choice_of("some.few", "Show", entries, entries[1][0]))
    segments.show()
    segments.activateWindow()
    buttons = segments.findChildren(QToolButton)
    stops = [bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus) for each in buttons]
    assert stops == [False, True, False]
    buttons[1].setFocus()
    qtbot.waitUntil(buttons[1].hasFocus)
    made: list[str] = []
    segments.made.connect(lambda _choice, value: made.append(value))
    QTest.keyClick(buttons[1], Qt.Key.Key_Right)
    assert made == [entries[2][0]]
