"""Long words can be broken or are cut, and nothing of them is lost."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.ui.look.long_words import (
    BREAK,
    LONGEST_NAME,
    LONGEST_WORD,
    breakable,
    pieces,
    shortened,
    unbroken,
)

plain = st.text().filter(lambda text: BREAK not in text)


@given(plain | st.text("ab ", max_size=200))
def test_a_broken_text_keeps_its_letters_and_has_no_long_piece(text: str) -> None:
    assert unbroken(breakable(text)) == text
    assert all(len(piece) <= LONGEST_WORD for piece in pieces(breakable(text)))
    assert breakable(breakable(text)) == breakable(text)


def test_ordinary_words_are_left_alone() -> None:
    text = "Denuclearisation, counterproliferation and verification"
    assert breakable(text) == text


@given(st.text())
def test_a_shortened_name_fits_and_starts_like_the_whole(name: str) -> None:
    short = shortened(name)
    assert len(short) <= LONGEST_NAME
    assert short == name or name.startswith(short.removesuffix("…"))
