"""Nothing with words is cut: on small screens, in large text, and with very long names."""

import contextlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.files.resources import resource
from explorer.model.package import package_of
from explorer.ui.app.app import Program
from explorer.ui.look.long_words import LONGEST_NAME
from explorer.ui.window.message_bar import Message
from explorer.ui.window.start_parts import ScenarioCard, StartLink
from explorer.views.registry import VIEWS
from tests.ui.sights import cut_parts
from tests.ui.window.conftest import OpenProgram, side_windows

SHAPES = [
    ((1440, 900), 1.0),
    ((1366, 768), 2.0),
    ((1024, 768), 1.0),
    ((960, 540), 1.0),
    ((960, 540), 2.0),
]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def scenes(program: Program) -> Iterator[str]:
    """Bring what the program can show on screen, one thing after the other; yield its name."""
    window, of = program.window, program.window.commands
    window.show_start_page()
    yield "start page"
    window.show_workbench()
    yield "workbench"
    for view in VIEWS:
        if view.id != "board":
            program.window.desk.pictures.choose_lower_view(view.id)
            yield view.id
    case = program.store.state.scenario.case
    program.window.desk.pictures.show_detail(case.controls[0].id)
    yield "details"
    of.comparison.comparing.pin_snapshot()
    of.comparison.comparing.toggle(True)
    yield "compare"
    of.find.find()
    yield "find"
    program.window.desk.pictures.choose_package(package_of(case, case.packages[0].levels))
    yield "term sheet"
    answers = (("recover", "Open what was kept"), ("discard", "Discard it"), ("later", "Not now"))
    long_path = "/home/" + "x" * 80
    program.window.desk.workbench.message_bar.show_message(Message(long_path, answers))
    yield "message"
    window.show_tips()
    yield "tips"


def settle(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: not program.store.state.is_stale)
    lay_out()


def lasting_cuts(qtbot: QtBot, program: Program) -> list[str]:
    """Return what is cut once pictures and layouts have followed the newest answers."""
    settle(qtbot, program)
    found: list[str] = []

    def is_all_seen() -> bool:
        found[:] = cut_parts(program.window)
        return not found

    with contextlib.suppress(qtbot.TimeoutError):
        qtbot.waitUntil(is_all_seen)
    return found


def lay_out() -> None:
    """Let layouts follow, and the layouts that follow those."""
    for _ in range(4):
        QApplication.processEvents()


@pytest.mark.parametrize(("size", "scale"), SHAPES)
def test_nothing_is_cut_in_a_small_window_with_large_text(
    open_program: OpenProgram, qtbot: QtBot, size: tuple[int, int], scale: float
) -> None:
    program = open_program(size=size, text_scale=scale)
    program.settings.change(coach_marks_seen=True)
    assert program.window.size().toTuple() == size
    found: list[str] = []
    for scene in scenes(program):
        found += [f"{scene}: {problem}" for problem in lasting_cuts(qtbot, program)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_in_the_windows_beside_the_main_one(
    open_program: OpenProgram, qtbot: QtBot, scale: float
) -> None:
    program = open_program(size=(960, 540), text_scale=scale)
    for window in side_windows(program):
        for size in ((960, 500), (400, 300)):
            window.resize(*size)
            lay_out()
            assert window.size().toTuple() == size
            assert not [*cut_parts(window)]


def long_name(name: str) -> str:
    """Return 60 letters without a space that begin like a name."""
    return (re.sub(r"\W", "", name) + "x" * 60)[:60]


def with_long_names(part: object) -> object:
    """Return a case in which every name is one very long word."""
    if isinstance(part, dict):
        return {
            key: long_name(value)
            if key in ("name", "short") and isinstance(value, str)
            else with_long_names(value)
            for key, value in part.items()
        }
    return [with_long_names(each) for each in part] if isinstance(part, list) else part


def test_pointing_shows_all_of_a_name_that_is_shortened(
    open_program: OpenProgram, tmp_path: Path
) -> None:
    case = json.loads(resource("cases", "korea.json").read_text(encoding="utf-8"))
    path = tmp_path / f"{'y' * 60}.json"
    path.write_text(json.dumps(with_long_names(case)), encoding="utf-8")
    program = open_program()
    assert program.window.desk.session.open_path(path)
    menus, case_now = program.window.menus, program.store.state.scenario.case
    library = menus.submenus["library"]
    assert library.toolTipsVisible()
    offered = [action for action in library.actions() if action.data()]
    assert sorted(action.toolTip().partition("\n")[0] for action in offered) == sorted(
        preset.name for preset in case_now.presets
    )
    assert all(len(action.text()) <= LONGEST_NAME for action in library.actions())
    assert menus.scenario_button.toolTip() == program.store.state.scenario.name
    page = program.window.start_page
    tips = [link.toolTip() for link in page.findChildren(StartLink)]
    tips += [card.accessibleName() for card in page.findChildren(ScenarioCard)]
    assert all(any(preset.name in tip for tip in tips) for preset in case_now.presets)
    assert len(program.window.windowTitle()) < 100


@pytest.mark.parametrize(("size", "scale"), [((1440, 900), 1.0), ((1280, 720), 1.5)])
def test_very_long_names_are_broken_or_shortened_and_cut_nothing(
    open_program: OpenProgram,
    qtbot: QtBot,
    tmp_path: Path,
    size: tuple[int, int],
    scale: float,
) -> None:
    case = json.loads(resource("cases", "korea.json").read_text(encoding="utf-8"))
    path = tmp_path / f"{'y' * 60}.json"
    path.write_text(json.dumps(with_long_names(case)), encoding="utf-8")
    program = open_program(size=size, text_scale=scale)
    program.settings.change(coach_marks_seen=True)
    program.window.show_workbench()
    assert program.window.desk.session.open_path(path)
    found: list[str] = []
    for scene in scenes(program):
        found += [f"{scene}: {problem}" for problem in lasting_cuts(qtbot, program)]
    assert not found, "\n".join(found)
