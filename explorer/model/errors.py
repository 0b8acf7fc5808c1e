"""Errors of this program; each message says what happened and what can be done.

::

    ExplorerError
    ├── ScenarioError    a setting that the case does not know or allow
    ├── FileError        a file that cannot be read or written
    ├── FontError        a picture that needs fonts which are not there
    └── MissingExtraError  an optional package that is not installed
"""


class ExplorerError(Exception):
    """Anything this program raises on purpose; its text is fit to be shown to a user."""


class ScenarioError(ExplorerError):
    """A setting with an unknown name or a value outside its range."""


class FileError(ExplorerError):
    """A file that cannot be found, read, understood or written."""


class FontError(ExplorerError):
    """A picture whose words cannot be drawn, because this system has no font."""


class MissingExtraError(ExplorerError):
    """An optional package that something needs and that is not installed."""
