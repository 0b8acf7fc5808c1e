"""The negotiation table in the real window, with a clock that a test moves."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from explorer.ui.app.app import Program
from explorer.ui.classroom.negotiation.table_window import NegotiationWindow
from explorer.ui.commands import negotiation
from explorer.ui.widgets import announcing
from tests.ui.window.conftest import answers, open_program, program, still

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

__all__ = ["answers", "open_program", "program", "still"]


@dataclass
class Watch:
    """A clock that stands still until it is moved."""

    seconds: float = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    moved = Watch()
    monkeypatch.setattr(negotiation.time, "monotonic", moved)
    return moved


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what a screen reader is told, in order."""
    said: list[str] = []
    monkeypatch.setattr(announcing, "_send", lambda event: said.append(event.message()))
    return said


@pytest.fixture
def table(program: Program, watch: Watch, qtbot: QtBot) -> Iterator[NegotiationWindow]:
    """Return the negotiation table, opened from its menu, with the keyboard in it."""
    program.window.menus.actions["negotiation_table"].trigger()
    window = program.window.commands.negotiation.window
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.session.forget()


Press = Callable[..., None]


@pytest.fixture
def press(table: NegotiationWindow, qtbot: QtBot) -> Press:
    """Return what presses a key wherever the keyboard is in the table."""

    def press_key(key: object, modifier: object = None) -> None:
        target: QWidget = table.focusWidget() or table
        if modifier is None:
            qtbot.keyClick(target, key)
        else:
            qtbot.keyClick(target, key, modifier)

    return press_key
