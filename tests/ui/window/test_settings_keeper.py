"""When settings are written: soon, not within a change, not during a drag, and at the end."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from explorer.files.settings import Settings, read_settings
from explorer.ui.app import settings_keeper
from explorer.ui.app.settings_keeper import SettingsKeeper
from tests.ui.window.conftest import OpenProgram


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def keeper(qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch) -> SettingsKeeper:
    monkeypatch.setattr(settings_keeper, "WRITE_MILLISECONDS", 1)
    return SettingsKeeper(path, Settings())


def test_a_change_is_known_at_once_and_written_soon_after(
    keeper: SettingsKeeper, qtbot: QtBot, path: Path
) -> None:
    keeper.change(theme="dark")
    keeper.change(reduce_motion=True)
    assert keeper.now.theme == "dark"
    assert not path.exists()
    qtbot.waitUntil(path.exists)
    assert read_settings(path)[0] == keeper.now


def test_what_is_changed_all_the_time_is_written_all_the_same(
    keeper: SettingsKeeper, qtbot: QtBot, path: Path
) -> None:
    def is_written() -> bool:
        keeper.change(reduce_motion=not keeper.now.reduce_motion)
        return path.exists()

    qtbot.waitUntil(is_written)
    keeper.write()


def test_nothing_is_written_while_a_button_is_down(
    keeper: SettingsKeeper, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[Qt.MouseButton] = []

    def button() -> Qt.MouseButton:
        looks.append(Qt.MouseButton.LeftButton)
        return looks[-1]

    monkeypatch.setattr(QGuiApplication, "mouseButtons", button)
    keeper.change(theme="dark")
    qtbot.waitUntil(lambda: len(looks) > 3)
    assert not path.exists()
    monkeypatch.undo()
    qtbot.waitUntil(path.exists)


def test_writing_twice_writes_once(keeper: SettingsKeeper, path: Path) -> None:
    keeper.change(theme="dark")
    keeper.write()
    path.unlink()
    keeper.write()
    assert not path.exists()


def test_a_normal_end_loses_no_setting(open_program: OpenProgram, data_folder: Path) -> None:
    program = open_program()
    program.settings.change(theme="dark")
    program.window.close()
    program.end()
    written = read_settings(data_folder / "config" / "settings.json")[0]
    assert written == program.settings.now
    assert written.theme == "dark"
    assert written.window_geometry is not None


def test_a_folder_that_refuses_the_file_costs_only_the_memory(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    keeper = SettingsKeeper(tmp_path / "file" / "settings.json", Settings())
    keeper.change(theme="dark")
    keeper.write()
    assert keeper.now.theme == "dark"
