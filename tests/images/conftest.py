"""What the tests of approved pictures have in common."""

import sys

import pytest
from PySide6.QtGui import QFontInfo
from pytestqt.qtbot import QtBot

from explorer.ui.look.fonts import own_families
from explorer.ui.look.theme import application_font


@pytest.fixture
def same_letters(qtbot: QtBot) -> None:
    """Skip where the program's own letters are drawn by another machinery."""
    if sys.platform != "linux":
        pytest.skip("the approved pictures were drawn on Linux")
    assert QFontInfo(application_font()).family() in own_families()
