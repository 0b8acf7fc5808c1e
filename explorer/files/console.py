"""Writing to the terminal, whatever it can show and whoever has stopped reading.

Everything that the command line prints passes here, and here characters that would steer the
terminal are shown as escapes: they may come from a case, a document or the name of a file.
"""

import errno
import json
import shutil
import sys
from typing import TextIO

from explorer.model.errors import FileError
from explorer.model.visible_text import visible
from explorer.model.wording import tr

NARROWEST, WIDEST = 60, 160
"""Columns of text: below the first tables are not squeezed, above the second not stretched."""

_PLAIN = str.maketrans(
    {
        "\N{MINUS SIGN}": "-",
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{HORIZONTAL ELLIPSIS}": "...",
        "\N{MULTIPLICATION SIGN}": "x",
        "\N{RIGHTWARDS ARROW}": "->",
        "\N{NO-BREAK SPACE}": " ",
    }
)


class ReaderGoneError(Exception):
    """Whoever read the output has closed it, as ``head`` does; nothing is wrong."""


def say(text: str = "") -> None:
    """Write lines of text to standard output.

    Raises
    ------
    ReaderGoneError
        If nobody reads any more.
    FileError
        If the output cannot be written, for example to a full disk.
    """
    stream = sys.stdout
    if stream is None:  # pyright: ignore[reportUnnecessaryComparison]  # a window without console
        return
    try:
        stream.write(encodable(text, stream) + "\n")
        stream.flush()
    except OSError as error:
        raise _write_error(error) from error


def say_json(record: object) -> None:
    """Write a record as JSON in plain ASCII, which every terminal and pipe can carry."""
    # JSON escapes all but one control character of ASCII itself.
    say(json.dumps(record, indent=2, allow_nan=False).replace("\x7f", r"\u007f"))


def has_console() -> bool:
    """Return whether complaints can be read; a window started by a click has no place for them."""
    stream = sys.stderr
    return stream is not None  # pyright: ignore[reportUnnecessaryComparison]


def complain(text: str) -> None:
    """Write a message to standard error; where there is none, it is lost."""
    stream = sys.stderr
    if stream is None:  # pyright: ignore[reportUnnecessaryComparison]  # a window without console
        return
    try:
        stream.write(tr("dealzone: {text}", text=encodable(text, stream)) + "\n")
        stream.flush()
    except OSError:
        return


def text_width() -> int:
    """Return how many columns of text the terminal has, within what tables can use."""
    columns = shutil.get_terminal_size((100, 24)).columns
    return min(max(columns, NARROWEST), WIDEST)


def encodable(text: str, stream: TextIO) -> str:
    """Return a text that steers nothing and that the stream can carry, with plain signs."""
    text, encoding = visible(text), stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, "replace").decode(encoding)
    return text


def _write_error(error: OSError) -> Exception:
    # Windows reports a closed pipe as an invalid argument.
    if error.errno in (errno.EPIPE, errno.EINVAL, errno.ESHUTDOWN):
        return ReaderGoneError()
    reason = error.strerror or str(error)
    return FileError(
        tr("The output cannot be written ({reason}). Send it elsewhere.", reason=reason)
    )
