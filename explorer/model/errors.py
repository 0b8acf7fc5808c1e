"""Errors of this program; each message says what happened and what can be done.

::

    ExplorerError
    ├── CaseError        a case contradicts itself
    ├── ScenarioError    a setting that the case does not know or allow
    ├── FileError        a file that cannot be read or written
    ├── StudyError       a study that needs what is not there
    └── FontError        a picture that needs fonts which are not there
"""


class ExplorerError(Exception):
    """Anything this program raises on purpose; its text is fit to be shown to a user."""


class CaseError(ExplorerError):
    """A case whose parts contradict each other."""


class ScenarioError(ExplorerError):
    """A setting with an unknown name or a value outside its range."""


class FileError(ExplorerError):
    """A file that cannot be found, read, understood or written."""


class StudyError(ExplorerError):
    """A study that cannot be made, such as one that needs an optional part of the program."""


class FontError(ExplorerError):
    """A picture whose words cannot be drawn, because this system has no font."""
