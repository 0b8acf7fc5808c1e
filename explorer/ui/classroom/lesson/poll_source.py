"""Temporary."""
from PySide6.QtCore import QObject
class PollSource(QObject):
    def __init__(self, desk, session, dialogs, notices):
        super().__init__()
    def fetch(self, is_file: bool) -> None: ...
