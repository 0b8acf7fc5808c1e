"""Words on the stage: what a lesson or a scene says to the room, and answers that are hidden."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from explorer.model.classroom import Classroom
from explorer.ui.app.app import Program
from explorer.ui.present.present_window import PresentWindow
from explorer.ui.present.presentation import Presentation
from explorer.ui.present.stage_words import StageWords
from explorer.views.registry import figure_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Key = Qt.Key

QUESTION = "Which rows close if only the alignment of Russia with Pyongyang rises to 98?"


def presentation(program: Program) -> Presentation:
    return program.window.commands.levels.presentation


@pytest.fixture
def room(program: Program, qtbot: QtBot) -> PresentWindow:
    presentation(program).begin("board")
    window = presentation(program).window
    assert window is not None
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_a_lesson_speaks_in_place_of_the_presentation_and_gives_its_words_back(
    program: Program, room: PresentWindow
) -> None:
    own = (room.headline.text(), room.caption.text(), room.scenario.text())
    words = StageWords(headline="A headline", caption="A caption.", clock="01:30")
    presentation(program).show_stage_words(words)
    assert room.headline.text() == "A headline"
    assert room.caption.text() == "A caption."
    assert room.scenario.text().startswith("01:30 ")
    assert room.plot is not None
    presentation(program).show_stage_words(None)
    assert (room.headline.text(), room.caption.text(), room.scenario.text()) == own


def test_a_question_stands_whole_over_the_picture(program: Program, room: PresentWindow) -> None:
    presentation(program).show_stage_words(StageWords(question=QUESTION))
    assert room.headline.text() == QUESTION
    assert room.plot is not None
    font = room.headline.font()
    assert font.pixelSize() >= room.sizes.caption
    lines = room.headline.heightForWidth(room.headline.width())
    assert lines <= 2.1 * QFontMetrics(room._font(room.sizes.headline)).lineSpacing()


@pytest.mark.parametrize("is_back_row", [False, True])
def test_a_hidden_answer_is_nowhere_and_the_question_is_large(
    program: Program, room: PresentWindow, is_back_row: bool
) -> None:
    told = room.headline.text()
    program.settings.change(present_back_row=is_back_row)
    presentation(program).show_stage_words(StageWords(question=QUESTION, hides_answer=True))
    assert room.plot is None
    assert room.headline.isHidden()
    assert room.calm.isVisible()
    assert room.calm.text() == QUESTION
    assert room.calm.font().pixelSize() == room.sizes.headline
    assert told not in (room.accessibleDescription(), room.caption.text())
    presentation(program).show_stage_words(None)
    assert room.headline.isVisible()
    assert room.headline.text() == told


def test_a_figure_is_shown_in_place_of_the_picture(program: Program, room: PresentWindow) -> None:
    viewing = program.window.desk.pictures.viewing()
    own = room.plot
    figure = figure_of("others", viewing)
    presentation(program).show_stage_words(StageWords(figure=figure))
    assert room.plot is not own
    assert room.plot is not None
    assert room.plot.accessibleName() == figure.title
    presentation(program).show_stage_words(None)
    assert room.plot is own


@pytest.mark.parametrize("level", ["explore", "analyse"])
def test_the_main_window_hides_the_answer_as_well_but_not_its_controls(
    program: Program, qtbot: QtBot, level: str
) -> None:
    program.window.menus.trigger(level)
    bench = program.window.desk.workbench
    qtbot.waitUntil(bench.panels()[0].isVisible)
    presentation(program).show_stage_words(StageWords(question=QUESTION, hides_answer=True))
    page = bench.page
    shown = bench.stage if page is None else page.board
    told = bench.summary if page is None else page.headline
    assert shown.isHidden()
    assert not told.isVisible()
    assert not bench.gallery.isVisible()
    assert bench.panels()[0].isVisible()
    assert program.window._status._zone.text() == "The answer is hidden"
    presentation(program).show_stage_words(None)
    assert not shown.isHidden()
    assert told.isVisible()
    assert "packages in the zone" in program.window._status._zone.text()


def test_who_teaches_peeks_by_holding_p_or_by_the_button(program: Program, qtbot: QtBot) -> None:
    bench, hidden = program.window.desk.workbench, program.window.commands.scenes.hidden
    presentation(program).show_stage_words(StageWords(question=QUESTION, hides_answer=True))
    assert hidden.bar.isVisible()
    qtbot.keyPress(program.window, Key.Key_P)
    assert not bench.is_answer_hidden
    assert presentation(program).is_answer_hidden
    qtbot.keyRelease(program.window, Key.Key_P)
    assert bench.is_answer_hidden
    hidden.bar.peek.click()
    assert not bench.is_answer_hidden
    hidden.bar.peek.click()
    assert bench.is_answer_hidden
    hidden.bar.peek.click()
    presentation(program).show_stage_words(None)
    assert not hidden.bar.isVisible()
    presentation(program).show_stage_words(StageWords(hides_answer=True))
    assert bench.is_answer_hidden
    presentation(program).show_stage_words(None)


def test_a_scene_that_hides_its_answer_is_revealed_by_the_bar_until_it_comes_again(
    program: Program,
) -> None:
    commands = program.window.commands
    plain = commands.scenes.player.captured()
    asked = plain.model_copy(update={"hides_answer": True, "caption": "Which rows open?"})
    scenes = (plain, asked)

    def go(place: int) -> None:
        commands.scenes.player.play(scenes[place], Classroom(scenes=scenes, scene=place), "go")

    presentation(program).begin("board")
    window = presentation(program).window
    assert window is not None
    go(1)
    assert window.calm.text() == "Which rows open?"
    assert commands.scenes.hidden.bar.reveal.isVisible()
    commands.scenes.hidden.bar.reveal.click()
    assert window.plot is not None
    assert not program.window.desk.workbench.is_answer_hidden
    go(0)
    go(1)
    assert presentation(program).is_answer_hidden
    program.store.undo()
    assert not presentation(program).is_answer_hidden
    presentation(program).end()
