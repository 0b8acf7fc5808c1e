"""The message bar: nothing that waits for an answer is lost behind something newer."""

from PySide6.QtCore import Qt

from explorer.ui.window.message_bar import Message, MessageBar
from tests.ui.sights import cut_parts
from tests.ui.window.test_nothing_is_cut import lay_out

QUESTION = Message("Open it?", (("yes", "Yes"),), topic="question")


def test_a_question_waits_behind_what_is_newer(qtbot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message(QUESTION)
    bar.show_message(Message("Not all of it was understood.", topic="document"))
    assert bar.text() == "Not all of it was understood."
    bar._dismiss.click()
    assert bar.text() == "Open it?"
    with qtbot.waitSignal(bar.answer_chosen) as chosen:
        bar._buttons[0].click()
    assert chosen.args == ["yes"]
    assert bar.isHidden()


def test_a_message_replaces_the_earlier_one_of_its_topic_only(qtbot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    for text in ("one", "two"):
        bar.show_message(Message(text, topic="document"))
    bar.show_message(QUESTION)
    bar.show_message(Message("", topic="document"))
    assert bar.text() == "Open it?"
    bar.show_nothing()
    assert bar.isHidden()


def test_a_long_word_does_not_widen_the_window(qtbot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message(Message("one"))
    plain = bar.minimumSizeHint().width()
    bar.show_message(Message("/" + "n" * 3000))
    assert bar.minimumSizeHint().width() < plain + 100 * bar.fontMetrics().averageCharWidth()
    assert bar.text() == "/" + "n" * 3000


def test_markup_in_a_message_is_shown_as_it_is(qtbot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    assert bar._text.textFormat() == Qt.TextFormat.PlainText


def test_the_buttons_stand_below_the_sentence_only_where_there_is_no_space_beside_it(
    qtbot,
) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    answers = (("keep", "Open what was kept"), ("discard", "Discard it"), ("later", "Not now"))
    bar.show_message(Message("A word " * 40, answers))
    bar.show()
    least = bar.minimumSizeHint().width()
    buttons = [*bar._buttons, bar._dismiss]
    widest = max(button.minimumSizeHint().width() for button in buttons)
    assert least < sum(button.minimumSizeHint().width() for button in buttons)
    for width in (8 * widest, 2 * widest, least):
        bar.resize(width, 50 * bar.fontMetrics().height())
        lay_out()
        is_beside = bar._text.geometry().right() < bar._row.geometry().left()
        is_above = bar._text.geometry().bottom() < bar._row.geometry().top()
        assert (is_beside, is_above) == ((True, False) if width == 8 * widest else (False, True))
        assert not [*cut_parts(bar)]
