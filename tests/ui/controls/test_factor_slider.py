"""The slider obeys hand and keyboard, and says nothing when it is told."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.controls.control_face import ControlFace
from explorer.ui.controls.factor_slider import TrackSlider
from explorer.ui.look.theme import THEMES, Theme
from explorer.ui.look.tokens import TARGET
from tests.examples import examples
from tests.ui.themes import wear
from tests.ui.widgets.faces import LEVEL, LINE, SCALE, large_font, turn_wheel

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


class Notes:
    """What a slider said, in order."""

    def __init__(self, slider: TrackSlider) -> None:
        self.heard: list[object] = []
        slider.value_edited.connect(self.heard.append)
        slider.gesture_started.connect(self._on_started)
        slider.gesture_finished.connect(self._on_finished)
        slider.reset_requested.connect(self.heard.append)

    def _on_started(self) -> None:
        self.heard.append("started")

    def _on_finished(self) -> None:
        self.heard.append("finished")


def shown(qtbot: QtBot, face: ControlFace, value: int) -> tuple[TrackSlider, Notes]:
    slider = TrackSlider(face)
    qtbot.addWidget(slider)
    slider.resize(320, slider.sizeHint().height())
    slider.show_value(value, "words")
    slider.show()
    return slider, Notes(slider)


def place_of(slider: TrackSlider, value: int) -> QPoint:
    track = slider.track()
    return QPoint(track.x_of(value), round(track.centre))


def double_click(qtbot: QtBot, slider: TrackSlider, place: QPoint) -> None:
    """Send what a system sends for a double-click."""
    qtbot.mousePress(slider, LEFT, pos=place)
    qtbot.mouseRelease(slider, LEFT, pos=place)
    qtbot.mouseDClick(slider, LEFT, pos=place)
    qtbot.mouseRelease(slider, LEFT, pos=place)


@pytest.mark.parametrize(
    ("key", "modifier", "value"),
    [
        (Key.Key_Right, "NoModifier", 51),
        (Key.Key_Up, "NoModifier", 51),
        (Key.Key_Left, "NoModifier", 49),
        (Key.Key_Down, "NoModifier", 49),
        (Key.Key_Right, "ShiftModifier", 51),
        (Key.Key_Right, "ControlModifier", 60),
        (Key.Key_PageUp, "NoModifier", 60),
        (Key.Key_PageDown, "NoModifier", 40),
        (Key.Key_Home, "NoModifier", 0),
        (Key.Key_End, "NoModifier", 100),
    ],
)
def test_a_key_is_one_edit_in_one_gesture(
    qtbot: QtBot, key: Qt.Key, modifier: str, value: int
) -> None:
    slider, notes = shown(qtbot, SCALE, 50)
    qtbot.keyClick(slider, key, Qt.KeyboardModifier[modifier])
    assert notes.heard == ["started", value, "finished"]


def test_shift_is_finer_than_the_step(qtbot: QtBot) -> None:
    slider, notes = shown(qtbot, ControlFace(id="x", name="x", step=5), 50)
    qtbot.keyClick(slider, Key.Key_Right)
    qtbot.keyClick(slider, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert notes.heard == ["started", 55, "finished", "started", 56, "finished"]


def test_page_keys_move_levels_one_by_one(qtbot: QtBot) -> None:
    slider, notes = shown(qtbot, LEVEL, 1)
    qtbot.keyClick(slider, Key.Key_PageUp)
    assert notes.heard == ["started", 2, "finished"]


def test_a_key_of_others_is_left_to_them(qtbot: QtBot) -> None:
    slider, notes = shown(qtbot, SCALE, 50)
    qtbot.keyClick(slider, Key.Key_B)
    assert notes.heard == []


def test_arrows_follow_the_reading_direction(qtbot: QtBot) -> None:
    slider, notes = shown(qtbot, SCALE, 50)
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(slider, Key.Key_Left)
    qtbot.keyClick(slider, Key.Key_Up)
    assert [each for each in notes.heard if isinstance(each, int)] == [51, 52]


def test_a_drag_is_one_gesture_with_live_edits(qtbot: QtBot) -> None:
    slider, notes = shown(qtbot, SCALE, 50)
    qtbot.mousePress(slider, LEFT, pos=place_of(slider, 50))
    for value in (55, 60, 70):
        qtbot.mouseMove(slider, place_of(slider, value))
    qtbot.mouseRelease(slider, LEFT, pos=place_of(slider, 70))
    assert notes.heard == ["started", 55, 60, 70, "finished"]


def test_the_handle_does_not_jump_when_gripped_beside_its_middle(qtbot: QtBot) -> None:
    slider, notes = shown(qtbot, SCALE, 50)
    beside = place_of(slider, 50) + QPoint(6, 0)
    qtbot.mousePress(slider, LEFT, pos=beside)
    qtbot.mouseMove(slider, place_of(slider, 60) + QPoint(6, 0))
    qtbot.mouseRelease(slider, LEFT, pos=place_of(slider, 60) + QPoint(6, 0))
    assert notes.heard == ["started", 60, "finished"]


@pytest.mark.parametrize("value", [0, 20, 99, 100])
def test_a_press_on_the_track_jumps_there(qtbot: QtBot, value: int) -> None:
    slider, notes = shown(qtbot, SCALE, 50)
    qtbot.mouseClick(slider, LEFT, pos=place_of(slider, value))
    assert notes.heard == ["started", value, "finished"]


def test_other_mouse_buttons_move_nothing(qtbot: QtBot) -> None:
    slider, notes = shown(qtbot, SCALE, 50)
    qtbot.mouseClick(slider, Qt.MouseButton.MiddleButton, pos=place_of(slider, 20))
    assert notes.heard == []


def test_a_double_click_on_the_handle_asks_for_the_loaded_value(qtbot: QtBot) -> None:
    slider, notes = shown(qtbot, SCALE, 50)
    double_click(qtbot, slider, place_of(slider, 50))
    assert "loaded" in notes.heard
    assert not [each for each in notes.heard if isinstance(each, int)]
    assert notes.heard.count("started") == notes.heard.count("finished")


def test_a_double_click_on_the_track_is_a_choice_and_no_reset(qtbot: QtBot) -> None:
    slider, notes = shown(qtbot, SCALE, 50)
    double_click(qtbot, slider, place_of(slider, 10))
    assert "loaded" not in notes.heard
    assert slider.value() == 10
    assert notes.heard.count("started") == notes.heard.count("finished")


def test_a_slider_that_vanishes_ends_its_drag(qtbot: QtBot) -> None:
    slider, notes = shown(qtbot, SCALE, 50)
    qtbot.mousePress(slider, LEFT, pos=place_of(slider, 50))
    slider.hide()
    assert notes.heard == ["started", "finished"]


def test_a_screen_reader_that_sets_the_value_is_heard(qtbot: QtBot) -> None:
    slider, notes = shown(qtbot, SCALE, 50)
    slider.setValue(51)
    assert notes.heard == [51]


@given(value=st.integers(0, 100), base=st.integers(0, 100), tips=st.tuples(st.integers(0, 100)))
@settings(examples(20), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_showing_says_nothing(qtbot: QtBot, value: int, base: int, tips: tuple[int]) -> None:
    slider = TrackSlider(SCALE)
    notes = Notes(slider)
    slider.show_value(value, "words")
    slider.show_references(base, None)
    slider.show_tipping_points(tips)
    wear(THEMES[1])
    slider.follow_look()
    assert slider.value() == value
    assert slider.accessibleDescription() == "words"
    assert notes.heard == []


def test_the_wheel_scrolls_the_panel_unless_the_slider_has_the_keyboard(qtbot: QtBot) -> None:
    area, column = QScrollArea(), QWidget()
    layout = QVBoxLayout(column)
    sliders = [TrackSlider(SCALE, column) for _ in range(20)]
    for slider in sliders:
        layout.addWidget(slider)
    column.resize(380, column.minimumSizeHint().height())
    area.setWidget(column)
    area.resize(400, 200)
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    sliders[-1].setFocus()
    sliders[0].show_value(50)
    before = area.verticalScrollBar().value()
    turn_wheel(sliders[0], -1)
    assert sliders[0].value() == 50
    assert area.verticalScrollBar().value() > before
    area.verticalScrollBar().setValue(before)
    sliders[0].setFocus()
    turn_wheel(sliders[0], -1)
    assert sliders[0].value() == 49


@pytest.mark.parametrize("face", [SCALE, LEVEL], ids=lambda face: face.id)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_handle_is_large_enough_to_hit_everywhere(
    qtbot: QtBot, face: ControlFace, scale: float
) -> None:
    slider, _ = shown(qtbot, face, face.minimum)
    slider.setFont(large_font(scale))
    slider.resize(slider.minimumSizeHint().width(), slider.sizeHint().height())
    for value in (face.minimum, face.maximum):
        slider.show_value(value)
        target = slider.handle_target()
        assert target.width() >= TARGET
        assert target.height() >= TARGET
        assert target.top() >= 0
        assert target.bottom() <= slider.height()


def test_pointing_tells_what_stands_there(qtbot: QtBot) -> None:
    slider, _ = shown(qtbot, SCALE, 50)
    slider.show_references(36, 98)
    slider.show_tipping_points((70,))
    track = slider.track()
    assert slider.words_about(track.x_of(36)).splitlines() == [
        "As in 2019.",
        "trade and talks",
        "The baseline is here.",
    ]
    assert "The loaded scenario is here." in slider.words_about(track.x_of(98))
    assert "A deal zone opens or closes here." in slider.words_about(track.x_of(70))
    assert slider.words_about(track.x_of(80)) == "troops"


def test_pointing_at_a_slider_without_words_tells_its_purpose(qtbot: QtBot) -> None:
    slider, _ = shown(qtbot, ControlFace(id="x", name="x", tool_tip="What it does."), 50)
    assert slider.words_about(100) == "What it does."


@given(value=st.integers(0, 2))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_line_colours_what_it_rules_out(qtbot: QtBot, value: int) -> None:
    slider, _ = shown(qtbot, LINE, value)
    slider.show_references(0, 0)
    picture, track, colour = slider.grab().toImage(), slider.track(), QColor(THEMES[0].sender)
    for level in (0, 1):
        middle = (track.x_of(level) + track.x_of(level + 1)) // 2
        is_filled = picture.pixelColor(middle, round(track.centre)) == colour
        assert is_filled == (level < value)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_track_keeps_off_its_neighbours(qtbot: QtBot, scale: float) -> None:
    slider, _ = shown(qtbot, SCALE, 50)
    slider.setFont(large_font(scale))
    slider.keep_ends_free(30)
    slider.resize(slider.minimumSizeHint())
    for value in (SCALE.minimum, SCALE.maximum):
        slider.show_value(value)
        target = slider.handle_target()
        assert target.center().x() > 30
        assert target.center().x() < slider.width() - 30


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
@pytest.mark.parametrize("face", [SCALE, LEVEL], ids=lambda face: face.id)
@pytest.mark.parametrize("direction", Qt.LayoutDirection)
def test_moving_changes_the_picture(
    qtbot: QtBot, theme: Theme, face: ControlFace, direction: Qt.LayoutDirection
) -> None:
    slider, _ = shown(qtbot, face, face.minimum)
    slider.setLayoutDirection(direction)
    slider.show_references(face.minimum, face.maximum)
    slider.show_tipping_points((1,))
    wear(theme)
    before = slider.grab().toImage()
    slider.show_value(face.maximum)
    assert slider.grab().toImage() != before


def test_a_locked_slider_does_not_tell_where_something_opens(qtbot: QtBot) -> None:
    slider, _ = shown(qtbot, SCALE, 50)
    slider.show_tipping_points((10, 20))
    slider.show_locked("locked")
    assert slider.tipping_points == ()
    slider.show_locked("")
    assert slider.tipping_points == (10, 20)
