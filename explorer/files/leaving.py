"""What is tidied up when the process is stopped in the middle: drafts, folders of a trial."""

from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress

_tidying: list[Callable[[], object]] = []


@contextmanager
def tidied(tidy: Callable[[], object]) -> Generator[None, None, None]:
    """Have ``tidy`` called if the process is stopped within the block.

    A signal ends the process without going through any ``finally``, because an exception could
    be raised within Qt or within the import of a library, which do not survive it.
    """
    _tidying.append(tidy)
    try:
        yield
    finally:
        # What a signal has tidied up is not in the list any more.
        with suppress(ValueError):
            _tidying.remove(tidy)


def tidy_up() -> None:
    """Tidy up everything that is under way, the newest first; what fails is left."""
    while _tidying:
        with suppress(Exception):
            _tidying.pop()()
