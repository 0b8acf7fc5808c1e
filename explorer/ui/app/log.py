"""The log: a rotating file that five named loggers write to, and Qt's own messages with them."""

import logging
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from explorer.files.atomic import write_problem
from explorer.files.reading import refuse_unless_ordinary
from explorer.model.errors import FileError
from explorer.model.visible_text import visible
from explorer.model.wording import tr

LOGGERS = ("explorer.files", "explorer.solver", "explorer.store", "explorer.ui", "explorer.start")
"""Who writes: reading and writing, solving, the state, the window, start and end."""

LARGEST_LOG = 500_000
"""Bytes after which a log file is put aside and a new one begun."""

KEPT_LOGS = 3

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Log:
    """The open log of one run of the window; :meth:`close` gives the loggers back.

    ``trouble`` says why there is none, or is empty.
    """

    def __init__(self, path: Path) -> None:
        """Open a log file; a place that refuses leaves the run without one.

        ``path``: The newest log file; its folder is made if it is missing.
        """
        self.trouble = ""
        self._handler: logging.Handler = logging.NullHandler()
        try:
            self._handler = _file_handler(path)
        except (FileError, OSError) as error:
            self.trouble = tr(
                "No log is written in this run: {reason}",
                reason=write_problem(path, error) if isinstance(error, OSError) else error,
            )
        self._handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        for name in LOGGERS:
            logger = logging.getLogger(name)
            logger.setLevel(logging.INFO)
            logger.addHandler(self._handler)
        qInstallMessageHandler(_log_qt_message)

    def close(self) -> None:
        """Write what is left and let go of the file."""
        qInstallMessageHandler(None)
        for name in LOGGERS:
            logging.getLogger(name).removeHandler(self._handler)
        with suppress(OSError):
            self._handler.close()


class _Formatter(logging.Formatter):
    """Writes each message as one line, so that no name of a file can look like another entry."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - called by logging
        """Return the line of a record, without a traceback."""
        return visible(super().formatMessage(record), keeps="")

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, and below it the traceback if there is one."""
        return visible(super().format(record))


class _QuietHandler(RotatingFileHandler):
    """A log file that costs only its lines when the disk is full."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - called by logging
        """Say nothing: there is nowhere left to say it."""


def _file_handler(path: Path) -> logging.Handler:
    """Return what writes the log; a pipe in its place would keep whoever opens it waiting."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileNotFoundError):
        refuse_unless_ordinary(path, path.stat())
    return _QuietHandler(
        path,
        maxBytes=LARGEST_LOG,
        backupCount=KEPT_LOGS,
        encoding="utf-8",
        errors="backslashreplace",
    )


def _log_qt_message(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    logging.getLogger("explorer.ui").log(_LEVELS.get(kind, logging.INFO), "Qt: %s", text)
