"""Provenance in PNG: a chunk of text under a name of its own, and words for whoever looks."""

import struct
import zlib
from collections.abc import Iterator

from explorer.files.provenance.text_slots import NAME, unsealed
from explorer.model.errors import FileError
from explorer.model.wording import tr

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST_CHUNKS = 20_000
"""Chunks of a picture; Qt writes one for each eight kilobytes."""

_KEY = NAME.encode() + b"\0"


def embedded(content: bytes, text: str) -> bytes:
    """Return a PNG with a record after its header, in place of any that was there."""
    kept = [each for each in _chunks(content) if not _is_record(*each)]
    kept.insert(1, (b"tEXt", _KEY + text.encode("ascii")))
    return _joined(kept)


def with_words(content: bytes, words: dict[str, str]) -> bytes:
    """Return a PNG with words that programs show, by the names that the format knows."""
    kept = list(_chunks(content))
    told = [
        (b"iTXt", key.encode("ascii") + b"\0\0\0\0\0" + said.encode("utf-8", "replace"))
        for key, said in words.items()
    ]
    return _joined([kept[0], *told, *kept[1:]])


def record(content: bytes) -> str | None:
    """Return the text of the record in a PNG, or None; raises :class:`FileError` if damaged."""
    for kind, data in _chunks(content):
        if _is_record(kind, data):
            return data[len(_KEY) :].decode("ascii", "replace")
    return None


def whole(content: bytes) -> bytes:
    """Return what the seal is worked out of: all chunks, with no seal in the record."""
    return b"".join(
        kind + struct.pack(">I", len(data)) + (unsealed(data) if _is_record(kind, data) else data)
        for kind, data in _chunks(content)
    )


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield (kind, data) of each chunk.

    Raises :class:`FileError` if the file ends within a chunk, a chunk is damaged, has more behind
    the last one, or there are far too many.
    """
    if not content.startswith(SIGNATURE):
        raise _damaged()
    at, number = len(SIGNATURE), 0
    while at < len(content):
        number += 1
        header = content[at : at + 8]
        if len(header) < 8 or number > MOST_CHUNKS:
            raise _damaged()
        length, kind = struct.unpack(">I4s", header)
        data, check = content[at + 8 : at + 8 + length], content[at + 8 + length : at + 12 + length]
        if len(check) < 4 or struct.unpack(">I", check)[0] != zlib.crc32(kind + data):
            raise _damaged()
        yield kind, data
        at += 12 + length


def _is_record(kind: bytes, data: bytes) -> bool:
    return kind == b"tEXt" and data.startswith(_KEY)


def _joined(chunks: list[tuple[bytes, bytes]]) -> bytes:
    return SIGNATURE + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def _damaged() -> FileError:
    return FileError(
        tr("This picture is damaged or was cut short: its parts and their check sums do not fit.")
    )
