"""A valid case whose every free text is hostile, and a watch on the files that it names."""

import ctypes
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.files.resources import resource

CONTROLS = "\x1b[31m\x07\x08\x7f\x9b2J\x00\N{RIGHT-TO-LEFT OVERRIDE}\N{LINE SEPARATOR}\r\v"
"""Characters that steer terminals and turn lines around."""

KEPT_KEYS = {
    "format", "id", "given_by", "kind", "group", "role", "party", "bound", "shape",
    "default_preset", "baseline_preset", "page", "raised_by", "lowered_by", "rule",
}  # fmt: skip
"""Fields of a case that are no free text."""

DAY = re.compile(r"\d{4}-\d\d-\d\d")
"""A day, which is no free text either."""

IN_OPEN = 0x20
"""The event of inotify for a file that is opened."""


def hostile_words(folder: Path, number: int) -> str:
    """Return text that looks like markup of every kind and names files of a folder.

    Parameters
    ----------
    folder
        Where the files lie; see :func:`plant`.
    number
        Which of the files to name.
    """
    image = f"file://{folder}/{number}.png"
    return (
        f'<img src="{image}"> <b>x</b> &x &amp; ![i]({image}) [l]({image}) <!-- `c` *e* _u_ '
        f"[*] | # {{summary}} {CONTROLS}\nnext"
    )


def hostile_case(folder: Path) -> str:
    """Return a case as JSON, in which every free text begins like markup for a file of a folder."""
    case = json.loads(resource("cases", "korea.json").read_text(encoding="utf-8"))
    ids = set(_ids(case))
    numbers = iter(range(100_000))

    def changed(part: object, key: str) -> object:
        if isinstance(part, dict):
            return {name: changed(each, name) for name, each in part.items()}
        if isinstance(part, list):
            return [changed(each, key) for each in part]
        is_text = isinstance(part, str) and not DAY.fullmatch(part)
        if is_text and key not in KEPT_KEYS and part not in ids:
            return f"{hostile_words(folder, next(numbers) % PLANTED)} {part}"
        return part

    return json.dumps(changed(case, ""))


PLANTED = 400
"""How many files are planted; texts beyond name them again."""


def plant(folder: Path) -> Path:
    """Return a new folder with the files that hostile texts name."""
    folder.mkdir()
    for number in range(PLANTED):
        (folder / f"{number}.png").write_bytes(b"no picture")
    return folder


class Watch:
    """Tells which files of a folder are opened, by this process too and below Python."""

    def __init__(self, folder: Path) -> None:
        """Watch a folder from now on."""
        if sys.platform != "linux":
            pytest.skip("only Linux has inotify")
        libc = ctypes.CDLL(None, use_errno=True)
        self._events = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        libc.inotify_add_watch(self._events, os.fsencode(folder), IN_OPEN)

    def opened(self) -> list[str]:
        """Return the names of the files that were opened since the last question."""
        try:
            data = os.read(self._events, 1 << 20)
        except BlockingIOError:
            return []
        return list(_names(data))

    def close(self) -> None:
        """Stop watching."""
        os.close(self._events)


def _names(data: bytes) -> Iterator[str]:
    """Read the events of inotify: 16 bytes of numbers, the last the length of the name behind."""
    while data:
        length = int.from_bytes(data[12:16], sys.byteorder)
        yield data[16 : 16 + length].rstrip(b"\0").decode()
        data = data[16 + length :]


def _ids(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("id"), str):
            yield part["id"]
        for each in part.values():
            yield from _ids(each)
    elif isinstance(part, list):
        for each in part:
            yield from _ids(each)
