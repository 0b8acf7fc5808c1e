"""What every test of widgets begins with: no theme but the light one, and the look of Qt itself."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.patience import PatientQtBot
from tests.ui.themes import wear


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientQtBot:
    """Return the bot that waits."""
    return PatientQtBot(request)


@pytest.fixture(autouse=True)
def no_theme_outlives_its_test(qapp: QApplication) -> Iterator[None]:
    """Have each test find the theme, type and colours of a program that has just been started."""
    font, colours = qapp.font(), qapp.palette()
    yield
    wear(None)
    if qapp.styleSheet():
        qapp.setStyleSheet("")
    if qapp.font() != font:
        qapp.setFont(font)
    if qapp.palette() != colours:
        qapp.setPalette(colours)
