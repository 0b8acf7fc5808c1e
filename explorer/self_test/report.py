"""The report of the self-test: lines printed and written as they come, the verdict always last."""

import threading
from pathlib import Path

from explorer.files.atomic import write_problem, write_text
from explorer.files.console import ReaderGoneError, say
from explorer.model.errors import FileError
from explorer.model.visible_text import visible

PASSED, FAILED = "self-test passed", "self-test failed"
"""The last line of a report. Scripts look for it, so it is in no other language."""


class Report:
    """The lines so far, on standard output and in a file.

    While the test runs, the file already ends with the line that says it failed: whatever ends
    the process, only :meth:`finish` can make a report that says it passed.
    """

    def __init__(self, path: Path | None) -> None:
        """Begin a report.

        ``path``: The file, which is replaced; None for standard output alone. Raises
        :class:`FileError` if the file cannot be written.
        """
        self._path = path
        self._lines: list[str] = []
        self._is_finished = False
        self._is_read = True
        # The limit is watched on a thread of its own, which also writes.
        self._lock = threading.RLock()
        if path is not None:
            write_text(path, FAILED + "\n", keeps_backup=False)

    def add(self, line: str) -> None:
        """Write a line, unless the report is finished.

        Raises :class:`FileError` if it cannot be written.
        """
        with self._lock:
            if not self._is_finished:
                self._lines.append(visible(line))
                self._put(FAILED)
                self._say(line)

    def finish(self, *, is_well: bool) -> None:
        """Write the last line; nothing comes after it.

        Raises :class:`FileError` if it cannot be written.
        """
        with self._lock:
            if self._is_finished:
                return
            self._is_finished = True
            last = PASSED if is_well else FAILED
            self._put(last)
            self._say(last)

    def _put(self, last: str) -> None:
        if self._path is None:
            return
        text = "\n".join([*self._lines, last]) + "\n"
        try:
            # Over what stands there: it only grows, so the verdict is never missing.
            with self._path.open("r+b") as stream:
                stream.write(text.encode("utf-8", "backslashreplace"))
        except OSError as error:
            raise FileError(write_problem(self._path, error)) from error

    def _say(self, line: str) -> None:
        """Print a line; that nobody reads any more decides nothing."""
        if self._is_read:
            try:
                say(line)
            except ReaderGoneError:
                self._is_read = False
