"""The detail panel tells all that the case knows of a control, and stays live."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from explorer.figures.control_words import control_status
from explorer.figures.mover_words import movers_words
from explorer.figures.phrase import control_title
from explorer.ui.look.theme import LIGHT, THEMES, Theme
from explorer.ui.look.typography import PanelLabel
from explorer.ui.panels.detail_panel import DetailPanel
from tests.ui.panels.desks import HANOI, KOREA, OCTOBER, Shown, clipped, dress, nameless


@pytest.fixture
def desk(qtbot: QtBot) -> QWidget:
    """Return a window with a field to come from and a detail panel that is closed."""
    dress(LIGHT, 1)
    desk = QWidget()
    qtbot.addWidget(desk)
    column = QVBoxLayout(desk)
    column.addWidget(QLineEdit(desk))
    panel = DetailPanel(desk)
    panel.hide()
    column.addWidget(panel)
    desk.resize(780, 700)
    desk.show()
    qtbot.waitActive(desk)
    return desk


def _panel(desk: QWidget) -> DetailPanel:
    return desk.findChildren(DetailPanel)[0]


def _text(panel: DetailPanel) -> str:
    labels = panel.findChildren(PanelLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(panel))


def _button(panel: DetailPanel, text: str) -> QPushButton:
    return next(each for each in panel.findChildren(QPushButton) if each.text() == text)


@pytest.mark.parametrize("control_id", list(KOREA.control_places))
def test_everything_that_the_case_says_is_there(desk: QWidget, control_id: str) -> None:
    panel, control = _panel(desk), KOREA.control(control_id)
    panel.show_control(control_id, Shown())
    panel.open_panel()
    text = _text(panel)
    wanted = [
        control_title(KOREA, control),
        control.purpose,
        control.background,
        control.disagreement,
    ]
    wanted.append(movers_words(KOREA, control))
    wanted += [*control.interacts, *(mark.words for mark in control.marks)]
    if control.kind == "scale":
        wanted += [part for word in control.status for part in (word.words, word.meaning)]
    elif control.kind == "limit":
        wanted += [level.words for level in KOREA.issue(control.issue).levels[1:-1]]
    assert [each for each in wanted if each not in text] == []
    titles = {source.id: source.title for source in KOREA.sources}
    assert all(titles[source] in text for source in control.sources)


def test_values_follow_the_state(desk: QWidget) -> None:
    panel = _panel(desk)
    panel.show_control("russia_alignment", Shown())
    panel.open_panel()
    assert not _button(panel, "Reset to loaded scenario").isEnabled()
    assert _button(panel, "Reset to baseline").isEnabled()
    panel.show_state(Shown(scenario=HANOI))
    assert _button(panel, "Reset to loaded scenario").isEnabled()
    assert not _button(panel, "Reset to baseline").isEnabled()
    now = control_status(KOREA, "russia_alignment", HANOI.value("russia_alignment"))
    assert f"{now.status} ({now.value_text})".casefold() in _text(panel).casefold()


def test_both_resets_name_the_control(desk: QWidget, qtbot: QtBot) -> None:
    panel = _panel(desk)
    panel.show_control("china_ties", Shown(scenario=OCTOBER.with_value("china_ties", 1)))
    panel.open_panel()
    for text, target in (("Reset to loaded scenario", "loaded"), ("Reset to baseline", "baseline")):
        with qtbot.waitSignal(panel.reset_requested) as reset:
            qtbot.mouseClick(_button(panel, text), Qt.MouseButton.LeftButton)
        assert reset.args == ["china_ties", target]


def test_escape_closes_it_and_gives_the_keyboard_back(desk: QWidget, qtbot: QtBot) -> None:
    panel, field = _panel(desk), desk.findChildren(QLineEdit)[0]
    field.setFocus()
    panel.show_control("china_ties", Shown())
    panel.open_panel()
    qtbot.waitUntil(lambda: _button(panel, "Close").hasFocus())
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(_button(panel, "Close"), Qt.Key.Key_Escape)
    assert panel.isHidden()
    qtbot.waitUntil(field.hasFocus)


def test_a_panel_that_shows_no_control_keeps_quiet(desk: QWidget, qtbot: QtBot) -> None:
    panel = _panel(desk)
    panel.show_state(Shown())
    panel.open_panel()
    with qtbot.assertNotEmitted(panel.reset_requested):
        _button(panel, "Reset to baseline").click()
    qtbot.keyClick(panel, Qt.Key.Key_A)


def test_another_control_leaves_nothing_of_the_last_one(desk: QWidget) -> None:
    panel = _panel(desk)
    panel.show_control("russia_alignment", Shown())
    panel.show_control("un_consent", Shown())
    panel.open_panel()
    text = _text(panel)
    assert "Moscow protects" not in text
    assert "Dated marks" not in text
    assert "Sources discuss" not in text


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_clipped_and_everything_has_a_name(
    qtbot: QtBot, theme: Theme, scale: float
) -> None:
    dress(theme, scale)
    panel = DetailPanel()
    qtbot.addWidget(panel)
    panel.show_control("us_max_relief_before_disarmament", Shown())
    panel.resize(round(640 * scale), 500)
    panel.show()
    qtbot.waitExposed(panel)
    qtbot.waitUntil(lambda: clipped(panel) == [])
    assert nameless(panel) == []
    dress(LIGHT, 1)
