"""Lines of a text of any length, none of them longer than can be."""

from collections.abc import Generator
from pathlib import Path

from explorer.files.reading import open_ordinary, unreadable
from explorer.files.rows.head import LONGEST_HEAD, no_rows
from explorer.model.errors import FileError
from explorer.model.wording import tr


def text_lines(path: Path) -> Generator[str]:
    """Yield the lines of a file in UTF-8, without their ends.

    Raises :class:`FileError` if it cannot be read, is no such text, or a line is longer than any
    of this program's.
    """
    number = 0
    try:
        with open_ordinary(path) as stream:
            while line := stream.readline(LONGEST_HEAD + 1):
                number += 1
                if len(line) > LONGEST_HEAD:
                    raise no_rows(str(path))
                yield line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise FileError(
            tr(
                "{name}, line {line}: this is not text in UTF-8. Save the file in that encoding.",
                name=path,
                line=number,
            )
        ) from error
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
