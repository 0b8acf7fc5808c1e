"""Text for the clipboard: numbers stay numbers to read, and no line is taken for a formula."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.model.plain_text import FORMULA_STARTS, plain_lines

MINUS = "\N{MINUS SIGN}"


@given(text=st.text(st.sampled_from(f"=+-@\t\r\n\uff1d{MINUS}1ab '"), max_size=20))
def test_no_line_of_copied_text_begins_like_a_formula(text: str) -> None:
    assert not [line for line in plain_lines(text).splitlines() if line.startswith(FORMULA_STARTS)]


def test_text_without_formulas_is_copied_as_it_is() -> None:
    text = "Seoul gives\n• aid: none\n\nSeoul: better than no deal, by 3.5 points.\n"
    assert plain_lines(text) == text


def test_a_minus_before_a_number_is_one_that_programs_read() -> None:
    assert plain_lines(f"Tokyo ({MINUS}3.5), a {MINUS} b") == f"Tokyo (-3.5), a {MINUS} b"


def test_a_hostile_name_is_marked_as_text() -> None:
    assert plain_lines("=1+2: on\n@x") == "'=1+2: on\n'@x"
