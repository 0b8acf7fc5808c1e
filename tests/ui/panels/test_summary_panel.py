"""The summary shows the sentences it is given and says which entry was chosen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.figures.change import changes
from explorer.figures.headline import headline
from explorer.figures.opening import zone_opening_figure
from explorer.solver.opening import zone_openings
from explorer.solver.solve import solve
from explorer.ui.look.theme import LIGHT, THEMES, Theme
from explorer.ui.look.typography import PanelLabel
from explorer.ui.panels.entry_button import EntryButton
from explorer.ui.panels.headline_strip import MoreButton
from explorer.ui.panels.opening_block import MoveEntry, OpeningBlock
from explorer.ui.panels.summary_panel import SummaryPanel
from tests.ui.panels.desks import DECLARED, HANOI, OCTOBER, clipped, dress, nameless

BASELINE, RESULT, EMPTY = solve(HANOI), solve(OCTOBER), solve(DECLARED)


@pytest.fixture
def panel(qtbot: QtBot) -> SummaryPanel:
    """Return a summary of October 2025 against Hanoi 2019, on screen."""
    dress(LIGHT, 1)
    panel = SummaryPanel()
    qtbot.addWidget(panel)
    panel.show_summary(
        headline(RESULT, BASELINE), changes(BASELINE, RESULT), "Move it.", since="Hanoi 2019"
    )
    panel.resize(260, 900)
    panel.show()
    return panel


def _texts(panel: SummaryPanel) -> list[str]:
    labels = panel.findChildren(PanelLabel)
    return [label.text() for label in labels if label.isVisibleTo(panel)]


def _entries(panel: SummaryPanel) -> list[EntryButton]:
    return [each for each in panel.findChildren(EntryButton) if each.isVisibleTo(panel)]


def _squeezed(panel: SummaryPanel) -> list[str]:
    """Return the names of entries that have less room than they need."""
    entries = _entries(panel)
    return [e.accessibleName() for e in entries if e.height() < e.heightForWidth(e.width())]


def test_every_sentence_is_on_screen(panel: SummaryPanel) -> None:
    found = headline(RESULT, BASELINE)
    texts = _texts(panel)
    assert texts.count(found.title) == 1
    assert "\n".join(found.details) in texts
    assert {found.baseline_line, "Move it.", "What differs from Hanoi 2019"} <= {*texts}


def test_there_is_one_entry_for_each_change(panel: SummaryPanel) -> None:
    expected = [f"{each.title}: {each.detail}" for each in changes(BASELINE, RESULT)]
    assert [entry.accessibleName() for entry in _entries(panel)] == expected


def test_without_changes_it_says_so(panel: SummaryPanel) -> None:
    panel.show_summary(headline(RESULT, None), ())
    assert _entries(panel) == []
    assert "Nothing changed yet" in _texts(panel)
    assert "Move it." not in _texts(panel)


def test_the_keyboard_chooses_a_control_or_a_row(panel: SummaryPanel, qtbot: QtBot) -> None:
    entries = _entries(panel)
    with qtbot.waitSignal(panel.control_requested) as control:
        qtbot.keyClick(entries[0], Qt.Key.Key_Space)
    with qtbot.waitSignal(panel.row_requested) as row:
        qtbot.mouseClick(entries[-1], Qt.MouseButton.LeftButton)
    assert control.args == ["missile_advances"]
    assert row.args == ["interim-freeze"]


def test_showing_emits_nothing(panel: SummaryPanel, qtbot: QtBot) -> None:
    with (
        qtbot.assertNotEmitted(panel.control_requested),
        qtbot.assertNotEmitted(panel.row_requested),
    ):
        panel.show_summary(headline(EMPTY, BASELINE), changes(BASELINE, EMPTY))
        panel.announce("A zone opened.")


def test_an_announcement_stands_there_until_it_is_taken_back(panel: SummaryPanel) -> None:
    panel.announce("A zone opened.")
    assert "A zone opened." in _texts(panel)
    panel.announce("")
    assert "A zone opened." not in _texts(panel)


def test_what_was_done_stands_above_what_is_counted_from_elsewhere(panel: SummaryPanel) -> None:
    panel.announce("A zone opened.")
    tops = {
        label.text(): label.mapTo(panel, label.rect().topLeft()).y()
        for label in panel.findChildren(PanelLabel)
    }
    assert tops["A zone opened."] < tops["What differs from Hanoi 2019"]


def test_the_strip_says_the_headline_and_offers_the_rest(panel: SummaryPanel, qtbot: QtBot) -> None:
    strip = panel.strip
    told = headline(EMPTY, BASELINE)
    panel.show_summary(told, ())
    assert strip.accessibleName() == told.title
    (more,) = strip.findChildren(MoreButton)
    with qtbot.waitSignal(strip.unfolded) as asked:
        more.click()
    assert asked.args == [True]
    with qtbot.assertNotEmitted(strip.unfolded):
        strip.show_unfolded(is_unfolded=False)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_sentence_is_clipped(qtbot: QtBot, theme: Theme, scale: float) -> None:
    dress(theme, scale)
    panel = SummaryPanel()
    qtbot.addWidget(panel)
    panel.show_summary(headline(EMPTY, BASELINE), changes(BASELINE, EMPTY), "Move it.")
    panel.announce("A zone closed.")
    panel.resize(round(260 * scale), 400)
    panel.show()
    qtbot.waitExposed(panel)
    # Columns beside each other take their widths first, and then their heights.
    qtbot.waitUntil(lambda: clipped(panel) == [] and _squeezed(panel) == [])
    dress(LIGHT, 1)


def test_every_entry_has_a_name(panel: SummaryPanel) -> None:
    assert nameless(panel) == []


def test_an_empty_zone_offers_moves_and_a_click_tries_one(
    panel: SummaryPanel, qtbot: QtBot
) -> None:
    figure = zone_opening_figure(EMPTY, zone_openings(EMPTY), most=3)
    panel.show_summary(headline(EMPTY, BASELINE), ())
    panel.show_openings(figure)
    assert figure.heading in _texts(panel)
    offered = _entries(panel)
    assert len(offered) == len(figure.entries) > 0
    with qtbot.waitSignal(panel.opening_tried) as tried:
        qtbot.mouseClick(offered[0], Qt.MouseButton.LeftButton)
    assert tried.args == [figure.moves[0]]


def test_after_a_click_the_moves_stay_until_the_pointer_leaves(
    panel: SummaryPanel, qtbot: QtBot
) -> None:
    figure = zone_opening_figure(EMPTY, zone_openings(EMPTY), most=3)
    panel.show_summary(headline(EMPTY, BASELINE), ())
    panel.show_openings(figure)
    QApplication.processEvents()
    entry = panel.findChildren(MoveEntry)[0]
    block = panel.findChildren(OpeningBlock)[0]
    block.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    before = entry.mapTo(panel, QPoint())
    qtbot.mouseClick(entry.entry, Qt.MouseButton.LeftButton)
    panel.show_openings(None)
    told = headline(RESULT, BASELINE)
    panel.show_summary(replace(told, details=(*told.details, "A sentence more.") * 2), ())
    QApplication.processEvents()
    assert entry.mapTo(panel, QPoint()) == before
    assert figure.heading in _texts(panel)
    QApplication.sendEvent(block, QEvent(QEvent.Type.Leave))
    assert figure.heading not in _texts(panel)


def test_changes_keep_their_order_while_the_hand_moves(panel: SummaryPanel) -> None:
    found = changes(BASELINE, RESULT)
    turned = tuple(reversed(found))
    before = [entry.accessibleName() for entry in _entries(panel)]
    told = headline(RESULT, BASELINE)
    panel.show_summary(told, turned, is_moving=True)
    assert [entry.accessibleName() for entry in _entries(panel)] == before
    panel.show_summary(told, turned)
    assert [entry.accessibleName() for entry in _entries(panel)] != before


def test_where_nothing_is_closed_no_moves_are_offered(panel: SummaryPanel) -> None:
    panel.show_openings(zone_opening_figure(EMPTY, (), most=3))
    assert any("No single change that somebody can make" in text for text in _texts(panel))
    panel.show_openings(None)
    assert not any("Smallest" in text for text in _texts(panel))


def test_how_to_try_a_move_is_said_once_for_all_of_them(panel: SummaryPanel) -> None:
    figure = zone_opening_figure(EMPTY, zone_openings(EMPTY), most=3)

    def times_said() -> int:
        return sum(text.startswith("Click one to try it") for text in _texts(panel))

    assert times_said() == 0
    panel.show_openings(figure)
    panel.show_lines(figure)
    assert times_said() == 1
    panel.show_openings(None)
    assert times_said() == 1
    panel.show_lines(zone_opening_figure(EMPTY, (), most=3))
    assert times_said() == 0


def test_what_nobody_can_move_stands_apart_and_can_be_tried_all_the_same(
    panel: SummaryPanel, qtbot: QtBot
) -> None:
    somebodys = zone_opening_figure(EMPTY, zone_openings(EMPTY), most=3)
    assert not somebodys.otherwise
    panel.show_summary(headline(EMPTY, BASELINE), ())
    panel.show_openings(somebodys)
    assert somebodys.otherwise_heading not in _texts(panel)
    nobodys = tuple(replace(each, mover="nobody") for each in zone_openings(EMPTY))
    figure = zone_opening_figure(EMPTY, nobodys, most=3)
    panel.show_openings(figure)
    assert figure.nothing in _texts(panel)
    assert figure.otherwise_heading in _texts(panel)
    with qtbot.waitSignal(panel.opening_tried) as tried:
        qtbot.mouseClick(_entries(panel)[0], Qt.MouseButton.LeftButton)
    assert tried.args == [figure.otherwise[0]]
