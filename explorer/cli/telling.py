"""How every command tells what it found or wrote: as text, as JSON, or as the names of files."""

import argparse
from collections.abc import Callable
from pathlib import Path

from explorer.cli.doors import DONE
from explorer.files.console import say, say_json, text_width
from explorer.model.wording import tr


def tell(
    arguments: argparse.Namespace, record: Callable[[], object], text: Callable[[int], str]
) -> int:
    """Print an answer as it was asked for, and return the exit code of what is done.

    Parameters
    ----------
    arguments
        What was typed: ``json``.
    record
        Works out the answer for JSON.
    text
        Works out the answer for reading, in lines of at most about so many characters.
    """
    if arguments.json:
        say_json(record())
    else:
        say(text(text_width()))
    return DONE


def tell_written(*paths: Path) -> int:
    """Say that files are written, and return the exit code of what is done."""
    for path in paths:
        say(tr("{path}: written", path=path))
    return DONE
