"""The frame: menu of views, info, table twin, copying, and the sentence."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from explorer.model.result import Result
from explorer.ui.look.theme import DARK
from explorer.ui.pictures.frame.picture_frame import PictureFrame
from explorer.ui.pictures.frame.sentence_line import SentenceLine
from explorer.ui.pictures.frame.table_twin import TableTwin
from explorer.views.registry import VIEWS, figure_of, view_by_id
from tests.ui.pictures.test_plots import viewing
from tests.ui.themes import wear


def framed(qtbot: QtBot, view_id: str, result: Result) -> PictureFrame:
    wear(DARK)
    frame = PictureFrame()
    qtbot.addWidget(frame)
    frame.resize(900, 500)
    frame.show_view(view_id, figure_of(view_id, viewing(result)))
    frame.show()
    return frame


def headings(frame: PictureFrame) -> list[str]:
    return [label.text() for label in frame.findChildren(QLabel) if label.isVisible()]


def button(frame: PictureFrame, words: str) -> QToolButton:
    return next(b for b in frame.findChildren(QToolButton) if b.text().startswith(words))


def test_a_double_click_on_the_title_or_the_button_asks_for_nothing_but_the_picture(
    qtbot: QtBot, october: Result
) -> None:
    frame = framed(qtbot, "map", october)
    title = view_by_id("map").title()
    label = next(each for each in frame.findChildren(QLabel) if each.text() == title)
    header, left = label.parentWidget(), Qt.MouseButton.LeftButton
    with qtbot.waitSignal(frame.maximise_requested):
        qtbot.mouseDClick(header, left, pos=label.pos())
    qtbot.mouseRelease(header, left, pos=label.pos())
    with qtbot.waitSignal(frame.maximise_requested):
        button(frame, "Maximise").click()
    frame.show_state(is_marked=True, is_maximised=True)
    assert button(frame, "Maximise").isChecked()


def test_only_the_board_leaves_its_sentence_to_others(qtbot: QtBot, october: Result) -> None:
    frame = framed(qtbot, "board", october)
    sentence = frame.findChild(SentenceLine)
    assert isinstance(sentence, SentenceLine)
    frame.tell_board(False)
    assert not sentence.isVisible()
    frame.show_view("map", figure_of("map", viewing(october)))
    assert sentence.isVisible()


def test_the_table_holds_the_figures_numbers_and_copies_them(qtbot: QtBot, october: Result) -> None:
    frame = framed(qtbot, "board", october)
    table = figure_of("board", viewing(october)).table
    button(frame, "Table").click()
    twin = frame.findChild(TableTwin)
    assert isinstance(twin, TableTwin)
    assert twin.isVisible()
    assert twin.accessibleName() == table.caption
    assert twin.model().rowCount() == len(table.rows)
    qtbot.keyClick(twin, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[0].split("\t") == [*table.columns]
    twin.selectRow(1)
    assert len(twin.text().splitlines()) == 2
    button(frame, "Table").click()
    assert not twin.isVisible()


def test_numbers_of_the_table_stand_under_their_heads(qtbot: QtBot, october: Result) -> None:
    frame = framed(qtbot, "board", october)
    button(frame, "Table").click()
    twin = frame.findChild(TableTwin)
    assert isinstance(twin, TableTwin)
    model, role = twin.model(), Qt.ItemDataRole.TextAlignmentRole
    right = Qt.AlignmentFlag.AlignRight
    sides = [model.data(model.index(0, column), role) for column in range(model.columnCount())]
    heads = [
        model.headerData(column, Qt.Orientation.Horizontal, role)
        for column in range(model.columnCount())
    ]
    assert sides == heads
    numbers = [
        model.headerData(column, Qt.Orientation.Horizontal)
        for column, side in enumerate(sides)
        if side & right
    ]
    assert "Packages" in numbers
    assert "Commitment" not in numbers


def test_another_view_while_the_table_is_shown_shows_its_table(
    qtbot: QtBot, october: Result
) -> None:
    frame = framed(qtbot, "map", october)
    frame.show_table(True)
    frame.show_view("sweep", figure_of("sweep", viewing(october)))
    twin = frame.findChild(TableTwin)
    assert isinstance(twin, TableTwin)
    assert twin.isVisible()
    assert twin.model().rowCount() == len(october.board)
    frame.show_table(False)
    assert frame.plot is not None
    assert frame.plot.isVisible()


def test_the_info_of_a_view_is_one_click_away(qtbot: QtBot, october: Result) -> None:
    frame = framed(qtbot, "map", october)
    button(frame, "Info").click()
    said = [label.text() for label in frame.findChildren(QLabel) if label.isVisible()]
    assert view_by_id("map").info() in said


def test_copy_and_export_are_asked_for_by_the_hand_only(qtbot: QtBot, october: Result) -> None:
    frame = framed(qtbot, "map", october)
    with qtbot.waitSignal(frame.copy_requested):
        button(frame, "Copy").click()
    with qtbot.waitSignal(frame.export_requested):
        button(frame, "Export").click()


def test_the_frame_passes_on_what_its_pictures_tell(qtbot: QtBot, october: Result) -> None:
    frame = framed(qtbot, "board", october)
    assert frame.plot is not None
    with qtbot.waitSignal(frame.row_chosen):
        qtbot.keyClick(frame.plot, Qt.Key.Key_Down)


def test_everything_that_takes_the_keyboard_has_a_name(qtbot: QtBot, october: Result) -> None:
    for view in VIEWS:
        frame = framed(qtbot, view.id, october)
        for part in frame.findChildren(QToolButton):
            assert part.accessibleName() or part.text()


def test_a_picture_with_choices_offers_them_and_others_do_not(
    qtbot: QtBot, october: Result
) -> None:
    frame = framed(qtbot, "sweep", october)
    box = frame.choices.box("sweep.control")
    assert box.accessibleName() == "Control"
    assert box.count() == len(october.scenario.case.controls)
    with qtbot.waitSignal(frame.choice_made) as made:
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert made.args == ["sweep.control", october.scenario.case.controls[box.currentIndex()].id]
    assert box.currentIndex() != 0
    frame.show_view("gains", figure_of("gains", viewing(october)))
    assert not frame.choices.isVisible()


def test_the_frame_asks_for_the_room_of_the_picture_on_screen_only(
    qtbot: QtBot, october: Result
) -> None:
    frame = framed(qtbot, "gains", october)
    least = frame.minimumSizeHint()
    frame.show_view("lenses", figure_of("lenses", viewing(october)))
    qtbot.waitUntil(lambda: frame.minimumSizeHint().height() > least.height())
    frame.show_view("gains", figure_of("gains", viewing(october)))
    qtbot.waitUntil(lambda: frame.minimumSizeHint() == least)


def test_the_header_of_the_history_names_its_years(qtbot: QtBot, october: Result) -> None:
    figure = figure_of("history", viewing(october))
    frame = framed(qtbot, "history", october)
    assert figure.title != view_by_id("history").title()
    assert figure.title in headings(frame)
