"""A control passes on what hands do, shows what it is told, and fits its words."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QSpinBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.controls.control import Control
from explorer.ui.controls.control_face import ControlFace
from explorer.ui.controls.factor_control import FactorControl
from explorer.ui.controls.switch_control import SwitchControl
from explorer.ui.look.theme import THEMES, Theme, apply_theme
from explorer.ui.look.tokens import TARGET
from explorer.ui.widgets.glyph_button import GlyphButton
from explorer.ui.widgets.wrapped_label import WrappedLabel
from tests.ui.themes import wear
from tests.ui.widgets.faces import LEVEL, LINE, SCALE, SWITCH, Listener, large_font, turn_wheel

KINDS = [(FactorControl, SCALE), (FactorControl, LEVEL), (SwitchControl, SWITCH)]
every_kind = pytest.mark.parametrize(("kind", "face"), KINDS, ids=["scale", "level", "switch"])


def shown(qtbot: QtBot, kind: type[Control], face: ControlFace) -> tuple[Control, Listener]:
    control = kind(face)
    qtbot.addWidget(control)
    control.resize(300, control.heightForWidth(300))
    control.show_value(1, status=face.words_at(1))
    control.show()
    return control, Listener(control)


def number_of(control: QWidget) -> QSpinBox:
    (number,) = control.findChildren(QSpinBox)
    return number


def button(control: QWidget, name: str) -> QToolButton:
    return next(b for b in control.findChildren(GlyphButton) if name in b.accessibleName())


def focusable(control: QWidget) -> list[QWidget]:
    return [
        child
        for child in control.findChildren(QWidget)
        if child.focusPolicy() != Qt.FocusPolicy.NoFocus and child.focusProxy() is None
    ]


@every_kind
def test_showing_says_nothing(qtbot: QtBot, kind: type[Control], face: ControlFace) -> None:
    control, listener = shown(qtbot, kind, face)
    for value in (0, 1):
        control.show_value(value, status="words", is_edited=True)
        assert control.value() == value
        assert control.status == "words"
    control.show_references(0, 1)
    control.show_tipping_points((1,))
    wear(THEMES[2])
    control.follow_look()
    assert listener.heard == []


@every_kind
def test_everything_the_keyboard_reaches_has_a_name(
    qtbot: QtBot, kind: type[Control], face: ControlFace
) -> None:
    control, _ = shown(qtbot, kind, face)
    found = focusable(control)
    assert found
    assert all(face.name in child.accessibleName() for child in found)


def moving_part(control: Control) -> QWidget:
    return control.slider if isinstance(control, FactorControl) else control.box


@every_kind
def test_the_control_moves_by_the_keyboard(
    qtbot: QtBot, kind: type[Control], face: ControlFace
) -> None:
    control, listener = shown(qtbot, kind, face)
    moving = moving_part(control)
    qtbot.keyClick(moving, Qt.Key.Key_Space if kind is SwitchControl else Qt.Key.Key_Home)
    assert listener.heard == ["started", 0, "finished"]


@every_kind
def test_a_screen_reader_hears_words_and_whether_they_changed(
    qtbot: QtBot, kind: type[Control], face: ControlFace
) -> None:
    control, _ = shown(qtbot, kind, face)
    moving = moving_part(control)
    assert moving.accessibleDescription() == face.words_at(1)
    control.show_value(1, status="words", is_edited=True)
    assert moving.accessibleDescription() == "words, changed from the loaded scenario"


@every_kind
def test_the_menu_offers_resets_and_more(
    qtbot: QtBot, kind: type[Control], face: ControlFace
) -> None:
    control, listener = shown(qtbot, kind, face)
    for action in control.menu().actions():
        action.trigger()
    assert listener.heard == ["loaded", "baseline", "sweep", "detail"]


# Offscreen there is no window system to raise the menu or to lend it the keyboard.
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@every_kind
def test_the_menu_opens_by_mouse_and_by_key(
    qtbot: QtBot, kind: type[Control], face: ControlFace
) -> None:
    control, _ = shown(qtbot, kind, face)
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        event = QContextMenuEvent(reason, QPoint(5, 5), control.mapToGlobal(QPoint(5, 5)))
        QApplication.sendEvent(control, event)
        qtbot.waitUntil(control.menu().isVisible)
        control.menu().close()


@every_kind
def test_copying_gives_name_and_value_in_words(
    qtbot: QtBot, kind: type[Control], face: ControlFace
) -> None:
    control, _ = shown(qtbot, kind, face)
    control.copy_value()
    copied = QGuiApplication.clipboard().text()
    assert face.name in copied
    assert face.words_at(1) in copied


@every_kind
def test_the_detail_button_asks_for_details(
    qtbot: QtBot, kind: type[Control], face: ControlFace
) -> None:
    control, listener = shown(qtbot, kind, face)
    details = button(control, "Details")
    qtbot.mouseClick(details, Qt.MouseButton.LeftButton)
    qtbot.keyClick(details, Qt.Key.Key_Space)
    assert listener.heard == ["detail", "detail"]


@every_kind
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_targets_are_large_enough(
    qtbot: QtBot, kind: type[Control], face: ControlFace, scale: float
) -> None:
    control, _ = shown(qtbot, kind, face)
    control.setFont(large_font(scale))
    width = control.minimumSizeHint().width()
    control.resize(width, control.heightForWidth(width))
    targets = [*focusable(control), *control.findChildren(GlyphButton)]
    targets = [target for target in targets if target.isVisible()]
    assert min(min(t.width(), t.height()) for t in targets) >= TARGET


@every_kind
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
def test_no_word_is_cut_at_any_text_size(
    qtbot: QtBot, kind: type[Control], face: ControlFace, scale: float, theme: Theme
) -> None:
    control, _ = shown(qtbot, kind, face)
    wear(theme)
    control.setFont(large_font(scale))
    width = max(control.minimumSizeHint().width(), round(240 * scale))
    control.resize(width, control.heightForWidth(width))
    layout = control.layout()
    assert layout is not None
    for words in (*face.value_words, "a longer status that has to go over more than one line"):
        control.show_value(1, status=words, is_edited=True)
        width = max(width, control.minimumSizeHint().width())
        control.resize(width, control.heightForWidth(width))
        layout.activate()
        for label in control.findChildren(WrappedLabel):
            assert label.height() >= label.heightForWidth(label.width())
            assert label.width() >= label.minimumSizeHint().width()
        for child in control.findChildren(QWidget):
            if child.isVisible() and not isinstance(child, WrappedLabel):
                assert child.width() >= child.minimumSizeHint().width()
                assert child.height() >= child.minimumSizeHint().height()


@pytest.mark.parametrize("face", [SCALE, LEVEL], ids=lambda face: face.id)
def test_words_of_any_value_move_nothing_below(qtbot: QtBot, face: ControlFace) -> None:
    control, _ = shown(qtbot, FactorControl, face)
    heights: set[int] = set()
    for value in range(face.minimum, face.maximum + 1):
        control.show_value(value, status=face.words_at(value), is_edited=bool(value % 2))
        heights.add(control.heightForWidth(200))
    assert len(heights) == 1


def test_a_line_keeps_room_for_long_words_only_once_it_is_drawn(qtbot: QtBot) -> None:
    control, _ = shown(qtbot, FactorControl, LINE)
    heights: list[int] = []
    for value in (0, 1, 2):
        control.show_value(value, status="words")
        heights.append(control.heightForWidth(300))
    assert heights[0] == heights[1] > heights[2]


@pytest.mark.parametrize("face", [SCALE, LINE], ids=lambda face: face.id)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_control_with_a_short_status_takes_little_room(
    qtbot: QtBot, face: ControlFace, scale: float
) -> None:
    control, _ = shown(qtbot, FactorControl, face)
    control.setFont(large_font(scale))
    control.show_value(2, status="words")
    width = round(300 * scale)
    control.resize(width, control.heightForWidth(width))
    # The sentence of a red line may take a second line.
    lines = 4 if face is SCALE else 5
    assert control.heightForWidth(width) <= lines * control.fontMetrics().lineSpacing()


def test_a_red_line_grows_stricter_to_the_right_whatever_its_values(qtbot: QtBot) -> None:
    control, listener = shown(qtbot, FactorControl, LINE)
    assert isinstance(control, FactorControl)
    assert LINE.is_reversed
    control.show_value(LINE.maximum, status="no line")
    assert control.slider.value() == control.slider.minimum()
    qtbot.keyClick(control.slider, Qt.Key.Key_End)
    assert listener.values == [LINE.minimum]
    assert (control.value(), control.slider.value()) == (LINE.minimum, control.slider.maximum())
    control.show_tipping_points((0, 2))
    assert control.slider.tipping_points == (2, 0)


def test_a_red_line_reads_as_one_sentence(qtbot: QtBot) -> None:
    control, _ = shown(qtbot, FactorControl, LINE)
    assert control.value_sentence() == "Washington gives no more relief than “small easing”"
    control.show_value(LINE.maximum, status="no line")
    assert control.value_sentence() == f"{LINE.name}: no line"


@every_kind
def test_an_edited_value_is_marked_without_moving_anything(
    qtbot: QtBot, kind: type[Control], face: ControlFace
) -> None:
    control, _ = shown(qtbot, kind, face)
    plain, size, tip = control.grab().toImage(), control.sizeHint(), control.toolTip()
    control.show_value(1, status=face.words_at(1), is_edited=True)
    assert control.grab().toImage() != plain
    assert control.sizeHint() == size
    assert control.toolTip() != tip
    control.show_value(1, status=face.words_at(1))
    assert control.toolTip() == tip


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_targets_do_not_lie_upon_each_other(qtbot: QtBot, scale: float) -> None:
    control, _ = shown(qtbot, FactorControl, SCALE)
    control.setFont(large_font(scale))
    width = round(300 * scale)
    control.resize(width, control.heightForWidth(width))
    layout = control.layout()
    assert layout is not None
    layout.activate()
    targets = [each.geometry() for each in control.findChildren(GlyphButton)]
    targets.append(number_of(control).geometry())
    assert not [(a, b) for a, b in combinations(targets, 2) if a.intersects(b)]
    assert isinstance(control, FactorControl)
    for value in (SCALE.minimum, SCALE.maximum):
        control.slider.show_value(value)
        middle = control.slider.mapToParent(control.slider.handle_target().center())
        assert not [each for each in targets if each.contains(middle)]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
def test_the_field_has_room_for_the_longest_number(qtbot: QtBot, theme: Theme) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, theme)
    control, _ = shown(qtbot, FactorControl, SCALE)
    number = number_of(control)
    field = number.lineEdit()
    assert field.width() >= field.fontMetrics().horizontalAdvance(str(number.maximum()))
    assert number.rect().contains(field.geometry())


def test_typing_a_number_is_one_edit_when_it_is_finished(qtbot: QtBot) -> None:
    control, listener = shown(qtbot, FactorControl, SCALE)
    number = number_of(control)
    number.selectAll()
    qtbot.keyClicks(number, "73")
    assert listener.heard == []
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert listener.heard == ["started", 73, "finished"]
    assert control.value() == 73


def test_a_half_typed_number_survives_news_from_the_store(qtbot: QtBot) -> None:
    control, _ = shown(qtbot, FactorControl, SCALE)
    number = number_of(control)
    number.selectAll()
    qtbot.keyClicks(number, "7")
    control.show_value(1, status="words")
    assert number.text() == "7"


def test_number_and_slider_agree_at_every_moment_of_a_drag(qtbot: QtBot) -> None:
    control, listener = shown(qtbot, FactorControl, SCALE)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_End):
        qtbot.keyClick(control.slider, key)
        assert number_of(control).value() == control.value()
    assert listener.values == [2, 12, 100]


def test_the_steppers_step_and_stop_at_the_ends(qtbot: QtBot) -> None:
    control, listener = shown(qtbot, FactorControl, LEVEL)
    less, more = button(control, "less"), button(control, "more")
    control.show_value(2, status="words")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert not more.isEnabled()
    for _ in range(3):
        qtbot.mouseClick(less, Qt.MouseButton.LeftButton)
    assert not less.isEnabled()
    assert listener.values == [3, 2, 1, 0]
    assert listener.heard.count("started") == listener.heard.count("finished") == 4


def test_the_wheel_over_the_number_does_nothing_without_focus(qtbot: QtBot) -> None:
    control, listener = shown(qtbot, FactorControl, SCALE)
    control.activateWindow()
    qtbot.waitUntil(control.isActiveWindow)
    control.setFocus()
    turn_wheel(number_of(control), 1)
    assert listener.heard == []
    number_of(control).setFocus()
    turn_wheel(number_of(control), 1)
    assert listener.values == [2]


def test_levels_have_no_number(qtbot: QtBot) -> None:
    control, _ = shown(qtbot, FactorControl, LEVEL)
    assert not control.findChildren(QSpinBox)
    assert control.value_sentence() == "Nuclear status: goal set aside"


def test_the_label_belongs_to_the_slider_and_carries_the_access_key(qtbot: QtBot) -> None:
    control = FactorControl(SCALE)
    qtbot.addWidget(control)
    labels = [each for each in control.findChildren(WrappedLabel) if each.buddy()]
    assert [each.buddy() for each in labels] == [control.slider]
    assert QKeySequence.mnemonic(labels[0].text()) == QKeySequence("Alt+R")


def test_tab_goes_from_slider_to_number_to_details(qtbot: QtBot) -> None:
    control = FactorControl(SCALE)
    qtbot.addWidget(control)
    order: list[QWidget] = []
    widget = control.slider.nextInFocusChain()
    while widget is not control.slider:
        order.append(widget)
        widget = widget.nextInFocusChain()
    number, details = number_of(control), button(control, "Details")
    assert order.index(number) < order.index(details)
    assert control.is_edited is False


def test_the_check_box_takes_clicks_over_its_whole_width(qtbot: QtBot) -> None:
    control, listener = shown(qtbot, SwitchControl, SWITCH)
    assert isinstance(control, SwitchControl)
    box = control.box
    for x in (2, box.width() // 2, box.minimumSizeHint().width() - 2):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(x, box.height() // 2))
    assert listener.values == [0, 1, 0]


@pytest.mark.parametrize("direction", Qt.LayoutDirection)
def test_a_switch_shows_its_state(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    control, _ = shown(qtbot, SwitchControl, SWITCH)
    control.setLayoutDirection(direction)
    control.show_value(0, status="words")
    off = control.grab().toImage()
    control.show_value(1, status="words")
    assert control.grab().toImage() != off
