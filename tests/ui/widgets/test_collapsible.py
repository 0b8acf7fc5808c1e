"""Groups show their heading and fold their rest away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from explorer.ui.controls.factor_control import FactorControl
from explorer.ui.look.theme import THEMES, Theme
from explorer.ui.look.tokens import TARGET
from explorer.ui.widgets.collapsible import ControlGroup, FoldButton, more_lines_words
from tests.ui.themes import wear
from tests.ui.widgets.faces import LEVEL, SCALE, large_font


def group_with(qtbot: QtBot, folded: int) -> ControlGroup:
    group = ControlGroup("United States: red lines", "sender")
    qtbot.addWidget(group)
    group.add(FactorControl(SCALE))
    group.fold(folded, lambda: [FactorControl(LEVEL) for _ in range(folded)])
    group.show()
    return group


def fold_button(group: ControlGroup) -> FoldButton:
    return next(b for b in group.findChildren(QPushButton) if isinstance(b, FoldButton))


def test_the_rest_is_folded_at_first_and_its_number_told(qtbot: QtBot) -> None:
    group = group_with(qtbot, 4)
    assert group.is_folded
    assert fold_button(group).text() == "Four more lines"
    assert [control.isVisible() for control in group.controls] == [True] + [False] * 4


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, None], ids=["key", "click"])
def test_a_hand_unfolds_and_folds_again(qtbot: QtBot, key: Qt.Key | None) -> None:
    group = group_with(qtbot, 2)
    button = fold_button(group)
    for is_folded, words in ((False, "Fewer lines"), (True, "Two more lines")):
        if key is None:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(button, key)
        assert group.is_folded is is_folded
        assert button.text() == button.accessibleName() == words
        assert all(control.isVisible() is not is_folded for control in group.controls[1:])


def test_folded_controls_are_made_once_and_only_when_they_are_wanted(qtbot: QtBot) -> None:
    group = ControlGroup("United States: red lines", "sender")
    qtbot.addWidget(group)
    made: list[FactorControl] = []

    def make() -> list[FactorControl]:
        made.append(FactorControl(LEVEL))
        return made[-1:]

    group.fold(1, make)
    assert fold_button(group).text() == "Show 1 switch"
    assert made == []
    for is_folded in (False, True, False):
        group.show_folded(is_folded)
    assert group.controls == tuple(made)
    assert len(made) == 1


def test_a_group_without_a_rest_offers_nothing_to_unfold(qtbot: QtBot) -> None:
    group = group_with(qtbot, 0)
    group.show_folded(False)
    assert not fold_button(group).isVisible()


def test_height_left_over_lies_below_the_controls(qtbot: QtBot) -> None:
    group = group_with(qtbot, 0)
    (control,) = group.controls
    group.resize(300, group.heightForWidth(300))
    qtbot.waitUntil(lambda: control.y() > 0)
    top, height = control.y(), control.height()
    group.resize(300, 3 * group.height())
    assert (control.y(), control.height()) == (top, height)


@given(count=st.integers(1, 40))
def test_the_offer_names_one_line_or_more(count: int) -> None:
    words = more_lines_words(count)
    assert words.endswith("line" if count == 1 else "lines")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_fold_line_is_large_enough_and_whole(qtbot: QtBot, scale: float) -> None:
    group = group_with(qtbot, 3)
    group.setFont(large_font(scale))
    button = fold_button(group)
    hint = button.minimumSizeHint()
    assert hint.height() >= TARGET
    assert hint.width() > button.fontMetrics().horizontalAdvance(button.text())


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
@pytest.mark.parametrize("direction", Qt.LayoutDirection)
def test_the_fold_line_looks_different_when_open(
    qtbot: QtBot, theme: Theme, direction: Qt.LayoutDirection
) -> None:
    wear(theme)
    group = group_with(qtbot, 2)
    group.setLayoutDirection(direction)
    folded = fold_button(group).grab().toImage()
    group.show_folded(False)
    assert fold_button(group).grab().toImage() != folded
    assert not group.grab().isNull()
