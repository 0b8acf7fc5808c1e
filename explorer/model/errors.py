"""Errors of this program; each message says what happened and what can be done.

::

    ExplorerError
    ├── ScenarioError    a setting that the case does not know or allow
    ├── FileError        a file that cannot be read or written
    ├── FontError        a picture that needs fonts which are not there
    ├── StudyError       a study that cannot begin or go on
    └── MissingExtraError  something that needs an optional package which is not installed
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
    """Something that needs an optional package which is not installed."""


class StudyError(ExplorerError):
    """A study that cannot begin or go on; the rows that are done are kept."""
