"""The term sheet panel shows a package and lets a hand try its neighbours."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.figures.line_words import line_sentence
from explorer.figures.phrase import points_of
from explorer.figures.term_sheet import TermSheetFigure, term_sheet_figure
from explorer.model.package import Package, package_levels, package_of
from explorer.model.scenario import Scenario
from explorer.solver.nearest_miss import nearest_miss
from explorer.solver.stakeholder import package_others
from explorer.solver.term_sheet import term_sheet
from explorer.ui.look.theme import LIGHT, THEMES, Theme
from explorer.ui.look.typography import PanelLabel
from explorer.ui.panels.term_row import TermRow
from explorer.ui.panels.term_sheet_panel import TermSheetPanel
from explorer.ui.widgets.glyph_button import GlyphButton
from tests.ui.panels.desks import DECLARED, KOREA, OCTOBER, clipped, dress, nameless

LEVELS = next(package.levels for package in KOREA.packages if package.id == "icbm_freeze")
SMALL_DEAL = package_of(KOREA, LEVELS)


def _figure(package: Package = SMALL_DEAL, scenario: Scenario = OCTOBER) -> TermSheetFigure:
    return term_sheet_figure(term_sheet(scenario, package))


@pytest.fixture
def panel(qtbot: QtBot) -> TermSheetPanel:
    """Return a panel with the small deal of October 2025, on screen."""
    dress(LIGHT, 1)
    panel = TermSheetPanel()
    qtbot.addWidget(panel)
    panel.show_sheet(_figure())
    panel.resize(780, 620)
    panel.show()
    return panel


def _rows(panel: TermSheetPanel) -> list[TermRow]:
    return [row for row in panel.findChildren(TermRow) if row.isVisibleTo(panel)]


def _text(panel: TermSheetPanel) -> str:
    labels = panel.findChildren(PanelLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(panel))


def _stepper(panel: TermSheetPanel, name: str) -> GlyphButton:
    buttons = panel.findChildren(GlyphButton)
    return next(each for each in buttons if each.accessibleName().partition(", to: ")[0] == name)


def test_every_issue_stands_there_in_the_words_of_its_level(panel: TermSheetPanel) -> None:
    levels = package_levels(KOREA, SMALL_DEAL)
    expected = [KOREA.issue(issue).levels[level].words for issue, level in levels.items()]
    assert sorted(row.words for row in _rows(panel)) == sorted(expected)
    gain = points_of(term_sheet(OCTOBER, SMALL_DEAL).sender_gain)
    for text in ("In the deal zone.", f"better than no deal, by {gain}."):
        assert text in _text(panel)


def test_who_else_gains_stands_below_the_terms(panel: TermSheetPanel) -> None:
    assert "Who else gains or loses" not in _text(panel)
    others = package_others(OCTOBER, SMALL_DEAL)
    panel.show_sheet(term_sheet_figure(term_sheet(OCTOBER, SMALL_DEAL), None, others))
    for text in ("Who else gains or loses", "Better off than today", "Decoupling: "):
        assert text in _text(panel)
    panel.show_nothing()
    assert "Who else gains or loses" not in _text(panel)


def test_each_stepper_tries_the_neighbouring_level(panel: TermSheetPanel, qtbot: QtBot) -> None:
    issue = KOREA.issue("sanc").name
    for name, by in ((f"{issue}: more", 1), (f"{issue}: less", -1)):
        with qtbot.waitSignal(panel.package_edited) as edit:
            qtbot.mouseClick(_stepper(panel, name), Qt.MouseButton.LeftButton)
        levels = {**package_levels(KOREA, SMALL_DEAL)}
        levels["sanc"] += by
        assert edit.args == [package_of(KOREA, levels)]


def test_each_stepper_says_to_what_it_leads(panel: TermSheetPanel) -> None:
    levels = package_levels(KOREA, SMALL_DEAL)
    for issue in KOREA.issues:
        for way, by in (("less", -1), ("more", 1)):
            button, level = _stepper(panel, f"{issue.name}: {way}"), levels[issue.id] + by
            is_end = not 0 <= level < len(issue.levels)
            leads = "" if is_end else f", to: {issue.levels[level].words}"
            assert button.accessibleName() == f"{issue.name}: {way}{leads}"
            assert button.toolTip() == button.accessibleName()
            assert button.isEnabled() != is_end


def test_stepping_goes_on_from_the_package_that_is_shown(
    panel: TermSheetPanel, qtbot: QtBot
) -> None:
    panel.package_edited.connect(_Answer(panel).show)
    more = _stepper(panel, f"{KOREA.issue('sanc').name}: more")
    more.setFocus()
    for _ in range(5):
        qtbot.keyClick(more, Qt.Key.Key_Space)
    assert KOREA.issue("sanc").levels[-1].words in [row.words for row in _rows(panel)]


class _Answer:
    """Shows every package that is asked for, as the window does."""

    def __init__(self, panel: TermSheetPanel) -> None:
        self._panel = panel
        # The panel holds bound methods weakly.
        panel.setProperty("answer", self)

    def show(self, package: Package) -> None:
        """Show a package."""
        self._panel.show_sheet(_figure(package))


def test_there_is_no_step_beyond_the_ends(panel: TermSheetPanel) -> None:
    nothing = package_of(KOREA, {})
    panel.show_sheet(_figure(nothing))
    for issue in KOREA.issues:
        assert not _stepper(panel, f"{issue.name}: less").isEnabled()
        assert _stepper(panel, f"{issue.name}: more").isEnabled()


def test_showing_emits_nothing(panel: TermSheetPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.package_edited):
        panel.show_sheet(_figure(scenario=DECLARED))
        panel.show_nothing()
        panel.show_sheet(_figure())


def test_the_sheet_can_be_copied_as_text(panel: TermSheetPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.copy_requested) as copied:
        panel.copy_button.click()
    assert copied.args == [_figure().text]


def test_without_a_package_it_says_how_to_choose_one(panel: TermSheetPanel) -> None:
    panel.show_nothing()
    assert _rows(panel) == []
    assert "Click a package" in _text(panel)
    assert not panel.copy_button.isVisibleTo(panel)


def test_a_refused_package_names_the_lines_it_breaks(panel: TermSheetPanel) -> None:
    panel.show_sheet(_figure(scenario=DECLARED))
    line = KOREA.control("us_max_relief_before_disarmament")
    assert line.kind == "limit"
    assert line_sentence(KOREA, line, DECLARED.value(line.id)) in _text(panel)
    assert "Not in the deal zone." in panel.accessibleDescription()


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
@pytest.mark.parametrize(("scale", "width"), [(1.0, 290), (1.0, 780), (2.0, 580)])
def test_nothing_is_clipped_and_everything_has_a_name(
    qtbot: QtBot, theme: Theme, scale: float, width: int
) -> None:
    dress(theme, scale)
    panel = TermSheetPanel()
    qtbot.addWidget(panel)
    panel.show_sheet(_figure(scenario=DECLARED))
    panel.resize(width, 600)
    panel.show()
    qtbot.waitExposed(panel)
    qtbot.waitUntil(lambda: clipped(panel) == [])
    assert nameless(panel) == []
    dress(LIGHT, 1)


def test_the_nearest_package_can_be_tried_with_one_click(
    panel: TermSheetPanel, qtbot: QtBot
) -> None:
    assert not panel.nearest_button.isVisibleTo(panel)
    package = package_of(KOREA, {"icbm": 2, "test": 1, "ver": 1, "sanc": 1})
    nearest = nearest_miss(OCTOBER, package)
    assert nearest is not None
    figure = term_sheet_figure(term_sheet(OCTOBER, package), nearest)
    panel.show_sheet(figure)
    assert figure.nearest_words in _text(panel)
    with qtbot.waitSignal(panel.package_edited) as edited:
        qtbot.mouseClick(panel.nearest_button, Qt.MouseButton.LeftButton)
    assert edited.args == [nearest.package]


@pytest.mark.parametrize("height", [260, 1400])
def test_a_row_stays_under_the_pointer_while_its_level_is_stepped(
    panel: TermSheetPanel, qtbot: QtBot, height: int
) -> None:
    panel.resize(panel.width(), height)
    panel.show_sheet(_figure())
    QApplication.processEvents()
    rows = _rows(panel)
    for row in rows:
        before = row.mapTo(panel, QPoint()).y()
        for scenario in (DECLARED, OCTOBER):
            # Each time, and no other: Qt goes by the pointer that an earlier test has left.
            for each in rows:
                each.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=each is row)
            panel.show_sheet(_figure(scenario=scenario))
            QApplication.processEvents()
            assert row.mapTo(panel, QPoint()).y() == before
    QApplication.sendEvent(panel, QEvent(QEvent.Type.Leave))
    assert (panel.steady.above, panel.steady.below) == (0, 0)
