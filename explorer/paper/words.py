"""Words of anybody made fit for a paper: nothing steers, and every format can hold them."""

from explorer.model.visible_text import visible

_NOT_IN_XML = {0xFFFE: "\\ufffe", 0xFFFF: "\\uffff"}
"""Code points that no XML may hold, as escapes."""


def shown(text: str) -> str:
    """Return a text with steering characters as escapes; lines and tabs stay."""
    return visible(text).translate(_NOT_IN_XML)


def shown_line(text: str) -> str:
    """Return a text as one line with steering characters as escapes."""
    return shown(" ".join(text.split()))
