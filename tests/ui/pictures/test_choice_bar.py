"""The line of choices: what is chosen stays readable while there is any room for it."""

from pytestqt.qtbot import QtBot

from explorer.figures.choice import choice_of
from explorer.ui.pictures.frame.choice_bar import ChoiceBar

ENTRIES = (
    ("short", "short"),
    ("long", "an entry that is much longer than all of the others"),
)
CHOICES = tuple(choice_of(f"some.{n}", "Show", ENTRIES, "short") for n in range(3))


def shown(qtbot: QtBot, width: int) -> ChoiceBar:
    bar = ChoiceBar()
    qtbot.addWidget(bar)
    bar.show_choices(CHOICES)
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
