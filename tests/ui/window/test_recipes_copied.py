"""Copy as Python and as command: from the menus, of the picture that is on screen."""

import shlex
import sys
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

import explorer
from explorer.figures.bold import LEAST
from explorer.figures.table import table_text
from explorer.ui.app.app import Program
from explorer.ui.pictures.frame.picture_menu import PictureMenu
from explorer.views.registry import VIEW_IDS, figure_of
from tests.ui.window.conftest import settle


def _clipboard() -> str:
    return QGuiApplication.clipboard().text()


def _moved(program: Program) -> None:
    store = program.store
    store.edit(store.state.scenario.with_value("russia_alignment", 40), "move")
    settle(program)


@pytest.mark.parametrize("view_id", VIEW_IDS)
def test_lines_of_python_make_the_picture_on_screen(program: Program, view_id: str) -> None:
    _moved(program)
    program.window.desk.pictures.choose_lower_view(view_id)
    frame = next(
        each
        for each in (program.window.desk.workbench.below, program.window.desk.workbench.board)
        if each.view_id == view_id
    )
    program.window.commands.picture.copy_recipe(frame, "python")
    lines = [each for each in _clipboard().splitlines() if not each.startswith("picture.save")]
    known: dict[str, Any] = {}
    exec("\n".join(lines), known)
    made = known["picture"]
    assert isinstance(made, explorer.Picture)
    viewing = program.window.desk.pictures.viewing()
    # What is still being worked out is compared with all of it.
    whole = figure_of(
        view_id,
        replace(
            viewing,
            findings=None,
            bold=None,
            breaking=None,
            split_progress=None,
            is_resting=True,
        ),
    )
    assert table_text(made.figure.table) == table_text(whole.table)
    assert made.figure.sentence == whole.sentence


def test_the_menus_copy_both_kinds_and_say_so(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = program.window.desk.pictures
    pictures.choose_lower_view("bold")
    pictures.choose(LEAST, "60")
    program.window.desk.workbench.stage.activate("lower")
    commands = program.window.commands.picture
    commands.copy_python()
    assert "'bold.at_least': '60'" in _clipboard()
    commands.copy_command()
    assert "bold.at_least=60" in _clipboard()
    if sys.platform != "win32":
        assert shlex.split(_clipboard())[:3] == ["dealzone", "picture", "october-2025"]
    frame = program.window.desk.workbench.below
    monkeypatch.setattr(PictureMenu, "popup", lambda _menu, _place: None)
    words = {each.text(): each for each in frame.menu.actions()}
    QGuiApplication.clipboard().clear()
    words["Copy as Python"].trigger()
    assert _clipboard().startswith("import explorer")
    words["Copy as command"].trigger()
    assert _clipboard().startswith("dealzone picture")
