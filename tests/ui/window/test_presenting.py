"""Presenting: one picture before a room, large enough, moved by the same hand."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from explorer.model.scenario import preset_scenario
from explorer.ui.app.app import Program
from explorer.ui.look.theme import DARK, LIGHT, PROJECTOR
from explorer.ui.pictures.board.side_layout import NAME_LINES
from explorer.ui.pictures.lens.lens_plot import LensPlot
from explorer.ui.pictures.outlook.outlook_layout import SIGN_LINES, head_words, title_words
from explorer.ui.pictures.outlook.outlook_plot import OutlookPlot
from explorer.ui.pictures.pen import paragraphs_height
from explorer.ui.pictures.word_wrap import lines_of
from explorer.ui.present import presentation as presenting
from explorer.ui.present.present_sizes import present_sizes, presented_theme
from explorer.ui.present.present_window import PresentWindow
from explorer.ui.present.presentation import audience_screen, sentences
from explorer.ui.present.presented_board import PresentedBoard, PresentedBoards
from explorer.views.registry import VIEW_IDS, VIEWS
from tests.ui.sights import ink_height
from tests.ui.window.conftest import settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Key = Qt.Key

CAPITAL_SHARE = 0.9
"""How much of a capital letter's height is drawn in full colour at least; the rest is smoothed."""


@pytest.fixture
def room(program: Program, qtbot: QtBot) -> PresentWindow:
    """Return the window of a presentation of the board, on the one screen of 1920 x 1080."""
    program.window.menus.actions["present"].trigger()
    window = program.window.commands.levels.presentation.window
    assert window is not None
    qtbot.waitUntil(window.isActiveWindow)
    return window


def board_of(window: PresentWindow) -> PresentedBoard:
    assert isinstance(window.plot, PresentedBoard)
    return window.plot


def test_five_rows_are_presented_with_zones_and_names_for_a_room(room: PresentWindow) -> None:
    assert (room.width(), room.height()) == (1920, 1080)
    board = board_of(room)
    layout = board.laid_out(board._figure)
    assert len(layout.rows.shown) >= 5
    image = board.grab().toImage()
    lanes = board._figure.lanes
    for row in layout.rows.shown:
        place = layout.row(row).toRect()
        if lanes[row].zone is not None:
            x = round(layout.x(sum(lanes[row].zone) / 2))
            strip = image.copy(x - 30, place.top(), 60, place.height())
            assert ink_height(strip, PROJECTOR.zone_outline) >= 60
        name = image.copy(place.left(), place.top(), 700, place.height() // 2)
        font = QFont(board.font())
        font.setPixelSize(48)
        assert ink_height(name, PROJECTOR.ink) >= CAPITAL_SHARE * QFontMetrics(font).capHeight()


def test_no_letter_and_no_line_is_smaller_than_the_room_allows() -> None:
    sizes = present_sizes(1080)
    assert (sizes.headline, sizes.caption, sizes.line) == (72, 44, 4)
    assert sizes.picture * 0.86 >= 48
    far = present_sizes(1080, is_back_row=True)
    assert min(far.headline, far.caption, far.picture * 0.86) >= 65
    assert far.most_rows == 3
    assert present_sizes(2160).headline == 144
    assert presented_theme(DARK, sizes, grows=True).least_line == 4
    assert presented_theme(DARK, sizes, grows=False).stroke >= 4


def test_the_back_row_sees_three_rows_at_most(program: Program, room: PresentWindow) -> None:
    program.settings.change(present_back_row=True)
    board = board_of(room)
    layout = board.laid_out(board._figure)
    assert 1 <= len(layout.rows.shown) <= 3
    assert layout.text.small.pixelSize() >= 65
    assert room.caption.font().pixelSize() >= 65
    assert layout.rows.hidden


def test_a_row_that_is_chosen_is_presented_though_it_is_the_last(
    program: Program, room: PresentWindow
) -> None:
    last = program.store.state.scenario.case.rows[-1].id
    program.window.desk.pictures.choose_row(last)
    board = board_of(room)
    shown = board.laid_out(board._figure).rows.shown
    assert board._figure.lanes[shown[-1]].id == last


def test_a_slider_before_the_room_moves_the_one_scenario_in_one_step(
    program: Program, room: PresentWindow, qtbot: QtBot
) -> None:
    slider = next(each for each in room.sliders if each.id == "russia_alignment").slider
    track, start = slider.track(), program.store.state.scenario
    y = round(track.centre)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(track.x_of(98), y))
    for value in (80, 50, 23):
        QTest.mouseMove(slider, QPoint(track.x_of(value), y))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(track.x_of(23), y))
    settle(program)
    assert program.store.state.scenario.value("russia_alignment") == 23
    panel = program.window.desk.workbench.controls
    assert panel.control("russia_alignment").value() == 23
    assert room.headline.text() == program.window.desk.workbench.summary._headline.accessibleName()
    qtbot.keyClick(slider, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert program.store.state.scenario == start
    assert slider.value() == 98


def test_before_is_written_on_the_picture_while_the_window_shows_it(
    program: Program, room: PresentWindow
) -> None:
    now = program.store.state.scenario
    program.store.edit(now.with_value("russia_alignment", 20), "move")
    settle(program)
    after = room.headline.text()
    program.window.desk.pictures.replay.hold(is_held=True)
    assert room.plot._badge.isVisible()
    assert room.headline.text() != after
    program.window.desk.pictures.replay.hold(is_held=False)
    assert not room.plot._badge.isVisible()
    assert room.headline.text() == after


def test_page_keys_go_through_every_picture_and_none_outgrows_the_screen(
    program: Program, room: PresentWindow, qtbot: QtBot
) -> None:
    presentation = program.window.commands.levels.presentation
    seen = [presentation.view_id]
    for _ in VIEW_IDS[1:]:
        qtbot.keyClick(room.sliders[0].slider, Key.Key_PageDown)
        seen.append(presentation.view_id)
        assert (room.width(), room.height()) == (1920, 1080)
    assert tuple(seen) == VIEW_IDS
    qtbot.keyClick(room, Key.Key_PageDown)
    qtbot.keyClick(room, Key.Key_PageUp)
    assert presentation.view_id == VIEW_IDS[-1]


def test_every_picture_but_the_board_is_headed_by_its_own_title_over_a_short_caption(
    program: Program, room: PresentWindow
) -> None:
    presentation = program.window.commands.levels.presentation
    room.show_sliders(())
    for view in VIEWS:
        if view.id != "board":
            presentation.show_view(view.id)
            assert room.headline.text() == view.title()
            assert room.headline.heightForWidth(room.headline.width()) <= 1.5 * (
                room.headline.font().pixelSize()
            )
            font = QFontMetrics(room.caption.font())
            assert room.caption.text()
            width = room.width() - room.scenario.sizeHint().width() - 6 * room.sizes.gap
            assert room.caption.heightForWidth(width) <= 2 * font.lineSpacing(), view.id


@pytest.mark.parametrize("preset", ["october-2025", "october-2025-declared"])
def test_no_button_before_the_room_has_letters_too_small_for_it(
    program: Program, room: PresentWindow, preset: str
) -> None:
    presentation = program.window.commands.levels.presentation
    case = program.store.state.scenario.case
    program.store.edit(preset_scenario(case, preset), "preset")
    settle(program)
    for view_id in VIEW_IDS:
        presentation.show_view(view_id)
        for button in room.plot.findChildren(QAbstractButton):
            if button.isVisible():
                assert button.font().pixelSize() >= room.sizes.caption, button.text()


def test_boards_before_a_room_show_half_of_the_rows_and_whole_names(
    program: Program, room: PresentWindow
) -> None:
    program.window.commands.levels.presentation.show_view("boards")
    plot = room.plot
    assert isinstance(plot, PresentedBoards)
    figure = plot._figure
    layout = plot.laid_out(figure)
    assert not figure.hint
    assert len(layout.rows.shown) >= 4
    for head, name in zip(layout.heads, figure.names, strict=True):
        lines = lines_of(layout.text.bold, name, head.width(), most=NAME_LINES)
        assert " ".join(lines) == name
        assert head.height() >= len(lines) * layout.text.line
    for row in layout.rows.shown:
        wide = layout.text.metrics.width_of(figure.boards[0].lanes[row].short)
        assert wide <= layout.names.width() - layout.text.line


def test_positions_before_a_room_are_two_whole_cards(program: Program, room: PresentWindow) -> None:
    program.window.commands.levels.presentation.show_view("lenses")
    plot = room.plot
    assert isinstance(plot, LensPlot)
    layout = plot.laid_out(plot._figure)
    assert not layout.boards
    for card, words, told in zip(layout.cards, layout.words, plot._figure.cards, strict=True):
        assert {told.title, told.claim, told.zone} <= {each.words for each in words}
        assert paragraphs_height(layout.text, words, card.width() - layout.text.line) <= (
            card.height()
        )
        assert plot.rect().contains(card.toRect())


def test_the_outlook_before_a_room_has_whole_titles_and_no_column_of_voices(
    program: Program, room: PresentWindow
) -> None:
    program.window.commands.levels.presentation.show_view("outlook")
    plot = room.plot
    assert isinstance(plot, OutlookPlot)
    figure = plot._figure
    layout = plot.laid_out(figure)
    assert not any(window.voices for window in figure.windows)
    assert len(head_words(figure, layout.text, plot._theme)) == 3
    for reason, box in zip(figure.reasons, layout.reasons, strict=True):
        title = title_words(reason, layout.text, plot._theme)
        room_for = box.width() - SIGN_LINES * layout.text.line
        assert paragraphs_height(layout.text, [title], room_for) <= box.height()
    seen = layout.rows.seen()
    assert seen
    assert all(layout.row(row).bottom() <= layout.window().bottom() + 1 for row in seen)


@pytest.mark.parametrize("key", [Key.Key_Period, Key.Key_B])
def test_a_key_makes_the_screen_black_and_the_same_brings_it_back(
    room: PresentWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    qtbot.keyClick(room, key)
    assert room.is_blank
    assert room.grab().toImage().pixelColor(960, 540).name() == "#000000"
    qtbot.keyClick(room, key)
    assert not room.is_blank


def test_escape_ends_the_presentation_and_so_does_its_key(
    program: Program, room: PresentWindow, qtbot: QtBot
) -> None:
    action = program.window.menus.actions["present"]
    presentation = program.window.commands.levels.presentation
    assert action.isChecked()
    qtbot.keyClick(room, Key.Key_Escape)
    assert not presentation.is_on
    assert not action.isChecked()
    action.trigger()
    action.trigger()
    assert not presentation.is_on


def test_the_picture_with_the_keyboard_is_the_one_presented(program: Program) -> None:
    bench = program.window.desk.workbench
    program.window.desk.pictures.choose_lower_view("gains")
    bench.stage.activate("lower")
    program.window.menus.trigger("present")
    presentation = program.window.commands.levels.presentation
    assert presentation.view_id == "gains"
    presentation.end()


def test_the_pointer_goes_while_it_rests_and_comes_back(room: PresentWindow) -> None:
    room.pointer.hide()
    assert room.cursor().shape() == Qt.CursorShape.BlankCursor
    at, none = QPointF(300, 300), Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(room.plot, move)
    assert room.cursor().shape() != Qt.CursorShape.BlankCursor


def test_the_colours_are_those_of_a_projector_unless_the_window_s_are_wanted(
    program: Program, room: PresentWindow
) -> None:
    program.look.choose_theme("dark")
    assert room.plot._theme.ground == PROJECTOR.ground
    for label in room.findChildren(QLabel):
        if label.text():
            assert label.palette().windowText().color().lightness() < 128, label.text()
    program.window.menus.trigger("present_colours")
    assert room.plot._theme.ground == DARK.ground
    for theme in (LIGHT, DARK):
        program.look.choose_theme(theme.id)
        assert room.plot._theme.ground == theme.ground
        assert room.grab().toImage().pixelColor(1, 1).name() == theme.ground.lower()
        for label in (room.headline, room.caption, *room.sliders[0].findChildren(QLabel)):
            assert label.palette().windowText().color().name() == theme.ink.lower()


def test_the_presentation_is_named_and_says_its_headline(room: PresentWindow) -> None:
    assert room.accessibleName() == "Presentation"
    assert room.accessibleDescription() == room.headline.text()
    assert all(slider.slider.accessibleName() for slider in room.sliders)


def test_the_audience_sees_it_on_the_other_screen() -> None:
    own = QApplication.primaryScreen()
    other = object()
    assert audience_screen(own, [own]) is None
    assert audience_screen(own, [own, other]) is other


def test_a_second_screen_that_goes_leaves_the_presentation_minimised_until_it_is_back(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    only = QApplication.primaryScreen()
    monkeypatch.setattr(presenting, "audience_screen", lambda own, screens: only)
    presentation = program.window.commands.levels.presentation
    presentation.begin("board")
    assert presentation.window is not None
    assert not presentation.window.sliders
    presentation._on_screen_removed(only)
    assert presentation.is_on
    assert presentation.window.isMinimized()
    presentation.blank()
    assert program.window.desk.workbench.message_bar.isVisible()
    presentation._on_screen_added(only)
    assert presentation.window.isFullScreen()
    assert presentation.window.is_blank
    assert not program.window.desk.workbench.message_bar.isVisible()
    presentation.end()


def test_a_second_screen_that_comes_takes_no_presentation_away_from_the_only_one(
    room: PresentWindow, program: Program
) -> None:
    sliders = room.sliders
    program.window.commands.levels.presentation._on_screen_added(QApplication.primaryScreen())
    assert room.sliders == sliders
    assert room.isFullScreen()
    assert QAccessible.queryAccessibleInterface(room).role() == QAccessible.Role.Window


def test_a_presentation_ends_with_its_window(program: Program, room: PresentWindow) -> None:
    program.window.close()
    assert not program.window.commands.levels.presentation.is_on


def test_a_text_falls_into_its_sentences() -> None:
    assert sentences("It holds. At 1.5 points, none.") == ("It holds.", "At 1.5 points, none.")


def test_a_sentence_that_has_room_is_said_at_every_height(room: PresentWindow) -> None:
    assert room.sliders
    room.showNormal()
    said = ("Widest deal zone: interim freeze.", "Nearest to opening: phased step one.")
    room.show_words("Headline", said, "October 2025")
    for height in range(600, 1100, 7):
        room.resize(height * 16 // 9, height)
        needed = QFontMetrics(room.caption.font()).horizontalAdvance(" ".join(said))
        free = room.width() - room.scenario.sizeHint().width() - 6 * room.sizes.gap
        assert needed > free or room.caption.text() == " ".join(said), height
