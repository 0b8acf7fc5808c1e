"""The message bar: nothing that waits for an answer is lost behind something newer."""

from PySide6.QtCore import Qt

from explorer.ui.message_bar import Message, MessageBar

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
