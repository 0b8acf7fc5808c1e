"""Whatever stands in the settings, or in place of their folders, the window opens and says so."""

import errno
import json
import os
import struct
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from explorer.files.places import places
from explorer.files.settings import Settings, read_settings
from explorer.ui.app.log import Log
from tests.ui.window.conftest import OpenProgram

DEEP: object = json.loads("[" * 200 + "]" * 200)

HOSTILE: tuple[object, ...] = (
    None,
    True,
    -1,
    2**31,
    2**63,
    10**90,
    1e308,
    -1e308,
    "",
    "x" * 100_000,
    "\0",
    "\ud800",
    "A",
    "../../../..",
    [],
    [2**31] * 3,
    ["x"] * 10_000,
    {},
    {"main": [2**31, 2**31]},
    {"main": [-1]},
    {"x" * 10_000: [1]},
    {"main": [0] * 10_000},
    DEEP,
)
"""Values that no, or not every, setting can take."""


def geometry(edge: int, screen: int) -> str:
    """Return the place of a window as Qt writes it, with every number at an edge."""
    rectangle = (-edge - 1, -edge - 1, edge, edge)
    numbers = (*rectangle, *rectangle, screen, 1, 1, edge, *rectangle)
    return b64encode(struct.pack(">IHH8iiBBi4i", 0x1D9D0CB, 3, 0, *numbers)).decode()


ACCEPTED: dict[str, dict[str, object]] = {
    "sizes as large as can be": {"splitter_sizes": {"main": [100_000] * 16, "columns": [100_000]}},
    "sizes of nothing": {"splitter_sizes": {"main": [0, 0, 0], "columns": [], "pictures": [0]}},
    "a window larger than all screens": {"window_geometry": geometry(2**31 - 1, 77)},
    "a window on no screen": {"window_geometry": geometry(2**15, -1)},
    "a place that is none": {"window_geometry": "AAAA"},
    "a picture that is none": {"lower_view": "no such picture"},
    "files that are none": {
        "recent_files": ["", ".", "/", "/dev/zero", "\N{RIGHT-TO-LEFT OVERRIDE}", "x" * 4096],
        "last_export_folder": "/dev/zero",
        "portable_base": "",
    },
    "the other ends": {"text_scale": 2, "language": "zzz_ZZ", "last_export_size": [100, 20_000]},
}
"""Values that the settings can take and that make no sense."""


def write_settings_of(folder: Path, content: object) -> Path:
    path = places(folder).settings_file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", Settings.model_fields)
def test_any_broken_setting_is_left_out_alone_and_told(tmp_path: Path, name: str) -> None:
    other, kept = ("theme", "dark") if name != "theme" else ("text_scale", 1.5)
    for value in HOSTILE:
        path = write_settings_of(tmp_path, {name: value, other: kept})
        settings, notes = read_settings(path)
        assert getattr(settings, other) == kept, value
        first = getattr(Settings(), name)
        assert notes or json.loads(settings.model_dump_json())[name] == value
        assert not notes or getattr(settings, name) == first
        assert len("\n".join(notes)) < 2000


@pytest.mark.parametrize("content", ACCEPTED.values(), ids=ACCEPTED)
def test_with_settings_that_make_no_sense_the_window_opens(
    data_folder: Path, open_program: OpenProgram, content: dict[str, object]
) -> None:
    path = write_settings_of(data_folder, {**content, "theme": "dark", "start_page_seen": True})
    assert not read_settings(path)[1]
    program = open_program()
    assert program.window.isVisible()
    assert program.settings.now.theme == "dark"
    program.window.show_workbench()
    program.window.close()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def folder_there(path: Path) -> None:
    path.mkdir()


def ring(path: Path) -> None:
    path.symlink_to(path)


ODD: tuple[Callable[[Path], None], ...] = (pipe, endless, folder_there, ring)
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have no names here")


@needs_pipes
@pytest.mark.parametrize("make", ODD)
def test_what_stands_in_place_of_the_settings_is_told_and_passed_over(
    data_folder: Path, open_program: OpenProgram, make: Callable[[Path], None]
) -> None:
    path = places(data_folder).settings_file
    path.parent.mkdir(parents=True, exist_ok=True)
    make(path)
    program = open_program()
    assert program.window.isVisible()
    assert str(path) in program.window.desk.workbench.message_bar.text()


@needs_pipes
@pytest.mark.parametrize("make", ODD)
def test_what_stands_in_place_of_the_log_costs_only_the_log(
    qapp: QApplication, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    assert qapp
    path = tmp_path / "log" / "dealzone.log"
    path.parent.mkdir()
    make(path)
    log = Log(path)
    log.close()
    assert str(path) in log.trouble


def test_a_state_folder_that_may_not_be_entered_costs_only_the_autosave(
    data_folder: Path, open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Access rights do not bind the administrator, so that the system is made to refuse here."""
    state = places(data_folder).state

    def refusing(call: Callable[..., object]) -> Callable[..., object]:
        def refuse(path: object, *more: object, **named: object) -> object:
            if str(path).startswith(str(state)):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return call(path, *more, **named)

        return refuse

    for name in ("stat", "lstat", "scandir", "listdir", "mkdir", "open", "unlink"):
        monkeypatch.setattr(os, name, refusing(getattr(os, name)))
    program = open_program()
    assert program.window.isVisible()
    assert str(state) in program.window.desk.workbench.message_bar.text()
