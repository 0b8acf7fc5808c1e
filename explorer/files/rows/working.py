"""Working files: the rows of a study that is not done yet, kept block after block.

A working file is a line that says what it is, a line with the head, and blocks of rows. Each block
begins with its number of rows and a checksum, so that one which a crash, a full disk or a pulled
plug has cut is noticed and done again; all before it stay.
"""

import os
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Self

import numpy as np

from explorer.files.atomic import write_problem
from explorer.files.lock import seize_open
from explorer.files.reading import open_ordinary, unreadable
from explorer.files.rows.head import LONGEST_HEAD, head_text, no_rows, read_head, row_bytes
from explorer.model.errors import FileError
from explorer.model.result import Floats
from explorer.model.study_rows import RowsHead
from explorer.model.wording import tr

SIGN = b"dealzone-study-rows 1\n"
"""How every working file begins."""

SUFFIX = ".working"
"""What is added to the name of the results for the working file."""

_BLOCK = struct.Struct("<4sIQI")
"""Before each block: a sign, how many rows it has, the first one's number, a checksum."""

_BLOCK_SIGN = b"rows"

MOST_BLOCK_BYTES = 256 * 1024**2
"""Bytes that one block may have; this program writes far smaller ones."""


def working_path(results: Path) -> Path:
    """Return the working file of results that are to be written to a path."""
    return results.with_name(results.name + SUFFIX)


class WorkingFile:
    """A working file that is open for more rows; ``rows`` are kept already."""

    def __init__(self, path: Path, head: RowsHead, stream: BinaryIO) -> None:
        self.path = path
        self.head = head
        self.rows = 0
        self._stream = stream
        self._end = 0
        self._digest = sha256()

    @classmethod
    def begun(cls, path: Path, head: RowsHead) -> Self:
        """Return a new working file.

        Raises :class:`FileError` if there is one already, or it cannot be written.
        """
        try:
            stream = path.open("xb+", buffering=0)
        except FileExistsError as error:
            raise FileError(
                tr(
                    "{path} holds a study that is not done yet. Go on with: dealzone study "
                    "resume; or remove the file.",
                    path=path,
                )
            ) from error
        except (OSError, ValueError) as error:
            raise FileError(write_problem(path, error)) from error
        made = cls(path, head, stream)
        try:
            made._seize()
            made._write(SIGN + head_text(head).encode() + b"\n")
        except BaseException:
            made.close()
            with suppress(OSError):
                path.unlink()
            raise
        return made

    @classmethod
    def reopened(cls, path: Path) -> Self:
        """Return a working file to go on with; what was cut at its end is taken away.

        Raises :class:`FileError` if it is none, cannot be read or written, or another program is
        at work on it.
        """
        with _opened(path) as read:
            head = _read_head(read, path)
            found = cls(path, head, read)
            found._end = read.tell()
            for block, end in _blocks(read, head):
                found._take(block, end)
        try:
            found._stream = path.open("rb+", buffering=0)
        except (OSError, ValueError) as error:
            raise FileError(write_problem(path, error)) from error
        try:
            found._seize()
            found._stream.truncate(found._end)
            found._stream.seek(found._end)
        except BaseException:
            found.close()
            raise
        return found

    def add(self, block: Floats) -> None:
        """Keep the next rows, (n, columns).

        Raises :class:`FileError` if they cannot be written; all rows before stay.
        """
        payload = row_bytes(block)
        start = _BLOCK.pack(_BLOCK_SIGN, len(block), self.rows, zlib.crc32(payload))
        self._write(start + payload)
        self._take(block, self._end)

    def digest(self) -> str:
        """Return the digest of the rows so far."""
        return self._digest.hexdigest()

    def close(self) -> None:
        """Close the file; its rows stay, on the disk itself as far as the system tells."""
        with suppress(OSError, ValueError):
            os.fsync(self._stream.fileno())
        self._stream.close()

    def _seize(self) -> None:
        self._stream.seek(0)
        try:
            seize_open(self._stream.fileno())
        except OSError as error:
            raise FileError(
                tr("{path}: another program is at work on this study.", path=self.path)
            ) from error

    def _take(self, block: Floats, end: int) -> None:
        self.rows += len(block)
        self._end = end
        self._digest.update(row_bytes(block))

    def _write(self, content: bytes) -> None:
        """Write at the end, all of it or nothing."""
        try:
            self._stream.seek(self._end)
            left = memoryview(content)
            while left:
                left = left[self._put(left) :]
        except (OSError, ValueError) as error:
            with suppress(OSError, ValueError):
                self._stream.truncate(self._end)
            raise FileError(write_problem(self.path, error)) from error
        self._end += len(content)

    def _put(self, content: memoryview) -> int:
        """Write what the system takes at once; return how many bytes these are."""
        return self._stream.write(content)


def working_rows(path: Path) -> tuple[RowsHead, int]:
    """Return the head of a working file and how many rows it keeps.

    Raises :class:`FileError` if it is none or cannot be read.
    """
    with _opened(path) as stream:
        head = _read_head(stream, path)
        return head, sum(len(block) for block, _ in _blocks(stream, head))


def working_blocks(path: Path) -> Iterator[Floats]:
    """Yield the rows that a working file keeps, as blocks (n, columns).

    Raises :class:`FileError` if it is none or cannot be read.
    """
    with _opened(path) as stream:
        head = _read_head(stream, path)
        yield from (block for block, _ in _blocks(stream, head))


def is_working_file(path: Path) -> bool:
    """Return whether a file begins as a working file does."""
    try:
        with open_ordinary(path) as stream:
            return stream.read(len(SIGN)) == SIGN
    except (FileError, OSError, ValueError):
        return False


def _opened(path: Path) -> BinaryIO:
    try:
        return open_ordinary(path)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error


def _read_head(stream: BinaryIO, path: Path) -> RowsHead:
    if stream.read(len(SIGN)) != SIGN:
        raise no_rows(str(path))
    line = stream.readline(LONGEST_HEAD + 1)
    try:
        text = line.decode()
    except UnicodeDecodeError as error:
        raise no_rows(str(path)) from error
    if not text.endswith("\n"):
        raise no_rows(str(path))
    return read_head(text, str(path))


def _blocks(stream: BinaryIO, head: RowsHead) -> Iterator[tuple[Floats, int]]:
    """Yield the whole blocks and where each ends; what was cut or spoilt ends them."""
    width, expected = 8 * len(head.columns), 0
    while True:
        start = stream.read(_BLOCK.size)
        if len(start) < _BLOCK.size:
            return
        sign, rows, first, checksum = _BLOCK.unpack(start)
        is_next = sign == _BLOCK_SIGN and first == expected and rows * width > 0
        if not is_next or rows * width > MOST_BLOCK_BYTES or expected + rows > head.rows:
            return
        payload = stream.read(rows * width)
        if len(payload) < rows * width or zlib.crc32(payload) != checksum:
            return
        expected += rows
        block = np.frombuffer(payload, dtype="<f8").reshape(rows, len(head.columns))
        yield block.astype(np.float64), stream.tell()
