"""Files too long to be held: written as a stream under another name, and put in place when done."""

import os
import secrets
from collections.abc import Generator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

from explorer.files.atomic import BACKUP_SUFFIX, write_problem
from explorer.files.draft import sweep_drafts
from explorer.files.leaving import tidied
from explorer.files.lock import seize_open
from explorer.model.errors import FileError
from explorer.model.wording import tr


@contextmanager
def whole_file(path: Path) -> Generator[BinaryIO]:
    """Open a file to be written from its beginning; it takes its place when the block has ended.

    What was there before stays beside it, under the name with ``.bak`` added.

    Raises
    ------
    FileError
        If it cannot be written; then what was there is as it was, and nothing else is left.
    """
    refuse_target(path)
    draft = path.with_name(f".dealzone-{secrets.token_hex(8)}.tmp")
    try:
        with tidied(partial(draft.unlink, missing_ok=True)):
            try:
                with draft.open("xb+") as stream:
                    with suppress(OSError):
                        seize_open(stream.fileno())
                    yield stream
                    stream.flush()
                    os.fsync(stream.fileno())
                _put(draft, path)
            except BaseException:
                with suppress(OSError):
                    draft.unlink(missing_ok=True)
                raise
    except (OSError, ValueError) as error:
        raise FileError(write_problem(path, error)) from error


def refuse_target(path: Path) -> None:
    """Refuse a place where no file can be written, before long work is done for it.

    Raises :class:`FileError` if the folder is missing, or something else than a file is there.
    """
    if path.is_dir():
        raise FileError(tr("{path} is a folder. Give a file name in it.", path=path))
    if path.exists() and not path.is_file():
        raise FileError(tr("{path} is not an ordinary file. Choose another.", path=path))
    if not path.parent.is_dir():
        raise FileError(
            tr("{path} cannot be saved: the folder does not exist. Make it first.", path=path)
        )
    # What a program that crashed has left of an earlier file can be very large.
    sweep_drafts(path.parent)


def _put(draft: Path, path: Path) -> None:
    if path.exists():
        path.replace(path.with_name(path.name + BACKUP_SUFFIX))
    draft.replace(path)
