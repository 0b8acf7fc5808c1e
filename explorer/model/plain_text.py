"""Text that leaves the program by the clipboard or in a table: no line or cell is a formula.

Names can come from anybody's file, and whoever copies them may paste them into a spreadsheet.
"""

import re

FORMULA_STARTS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""How text begins that a spreadsheet would take for a formula.

The last four are the wide letters for = + - @, which some spreadsheets read alike.
"""

_MINUS = re.compile("\N{MINUS SIGN}(?=\\d)")


def plain_text(words: str) -> str:
    """Return text that a spreadsheet takes for text: with an apostrophe if it needs one."""
    return f"'{words}" if words.startswith(FORMULA_STARTS) else words


def plain_lines(text: str) -> str:
    """Return text for the clipboard: plain minus signs in numbers, no line that is a formula."""
    lines = _MINUS.sub("-", text.replace("\t", " ")).splitlines(keepends=True)
    return "".join(line if line.strip("\r\n") == "" else plain_text(line) for line in lines)
