"""Words on a page stay inside it, whatever they are, and are cut only where they must be."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from explorer.ui.export.page_text import fitted, words_height
from explorer.ui.export.picture import page_font

FONT_SIZE = (1600, 900)
WORDS = st.text("aWi .-", max_size=200)


def test_words_without_blanks_take_as_many_lines_as_they_need(qtbot: QtBot) -> None:
    font = page_font(FONT_SIZE)
    line = QFontMetricsF(font).height()
    assert words_height("W" * 60, font, 30 * line) > words_height("W", font, 30 * line)


def test_a_word_is_broken_only_where_it_alone_is_too_long(qtbot: QtBot) -> None:
    font = page_font(FONT_SIZE)
    width = QFontMetricsF(font).horizontalAdvance("several words")
    assert words_height("several words", font, 1.01 * width) < 2 * QFontMetricsF(font).height()
    two, three = (words_height(words, font, 0.7 * width) for words in ("a wordy word", "wordy"))
    assert two > three


def test_what_fits_stays_whole_and_what_does_not_ends_in_dots(qtbot: QtBot) -> None:
    font = page_font(FONT_SIZE)
    line = QFontMetricsF(font).lineSpacing()

    @given(words=WORDS, width=st.floats(5, 60), most=st.floats(1, 6))
    def law(words: str, width: float, most: float) -> None:
        shown = fitted(words, font, width * line, most * line)
        height = words_height(shown, font, width * line)
        assert height <= max(most * line, line + 1) + 1
        if words_height(words, font, width * line) <= most * line:
            assert shown == words
        elif shown != words:
            assert shown.endswith("…")
            assert words.startswith(shown[:-1])

    law()
