"""What every test of widgets begins with: no theme in force but the light one."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.themes import wear


@pytest.fixture(autouse=True)
def no_theme_outlives_its_test(qapp: QApplication) -> Iterator[None]:
    """Have each test find the theme of a program that has just been started."""
    yield
    wear(None)
