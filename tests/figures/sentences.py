"""What every sentence on screen keeps to, whatever it says."""

import re

FORBIDDEN = ("probab", "likely", "{", "}", "None", "  ", " .", " ,", "..")


def assert_reads_well(text: str) -> None:
    """Fail on a sentence with jargon, holes, false precision or sloppy spacing."""
    for bad in FORBIDDEN:
        assert bad not in text, text
    assert not re.search(r"\d\.\d\d", text), f"more than one decimal: {text}"
    assert text == text.strip()
