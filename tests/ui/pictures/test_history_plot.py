"""History as a widget: years by hand and keyboard, playing, pointing, the check and the tests."""

from itertools import cycle

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from explorer.figures.history import SHOW, HistoryFigure, history_figure
from explorer.figures.history_tables import answer_words
from explorer.figures.history_words import ProposalMark, proposal_marks
from explorer.files.case_file import bundled_case
from explorer.files.record_file import bundled_record
from explorer.model.history_year import year_scenario
from explorer.model.package import Bundle, Package
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.record_check import record_findings
from explorer.solver.record_hold_out import record_hold_out
from explorer.ui.look.theme import LIGHT, application_font
from explorer.ui.pictures.axes.axes_words import Axis
from explorer.ui.pictures.history.history_lanes import BARS, EVENTS, HIGHEST, Lanes, lanes_of
from explorer.ui.pictures.history.history_plot import HistoryPlot
from tests.ui.pictures.test_axes_picture import turn_wheel

CASE = bundled_case("korea")
FOUND = bundled_record(CASE)
assert FOUND is not None
RECORD = FOUND
FINDINGS = record_findings(CASE, RECORD)
OCTOBER = preset_scenario(CASE, "october-2025")


def figure(scenario: Scenario = OCTOBER, **wanted: str) -> HistoryFigure:
    wishes = {f"history.{name}": value for name, value in wanted.items()}
    return history_figure(scenario, RECORD, FINDINGS, wishes)


def year_figure(year: int, **wanted: str) -> HistoryFigure:
    return figure(year_scenario(CASE, RECORD, year, with_lines=False), **wanted)


MARKS = proposal_marks(RECORD)


def proposal(proposal_id: str) -> ProposalMark:
    return next(mark for mark in MARKS if mark.proposal.id == proposal_id)


def row(mark: ProposalMark) -> int:
    return mark.place


class Desk:
    """Shows the years that a plot asks for, as the window does, and keeps what it heard."""

    def __init__(self, plot: HistoryPlot, **wanted: str) -> None:
        self.plot = plot
        self.wanted = wanted
        self.years: list[int] = []
        self.heard: list[str] = []
        self.opened: list[Bundle] = []
        plot.year_chosen.connect(self.choose)
        plot.gesture_began.connect(self.begin)
        plot.gesture_ended.connect(self.end)
        plot.package_chosen.connect(self.open)

    def choose(self, year: int) -> None:
        self.years.append(year)
        self.plot.show_figure(year_figure(year, **self.wanted))

    def open(self, package: Package) -> None:
        self.opened.append(package.sender)

    def begin(self) -> None:
        self.heard.append("began")

    def end(self) -> None:
        self.heard.append("ended")


@pytest.fixture
def plot(qtbot: QtBot) -> HistoryPlot:
    widget = HistoryPlot()
    qtbot.addWidget(widget)
    widget.wear(LIGHT)
    widget.resize(900, 460)
    widget.show_figure(figure())
    widget.show()
    return widget


def lanes(plot: HistoryPlot) -> Lanes:
    found = plot.lanes
    assert found is not None
    return found


def at(plot: HistoryPlot, x: float, y: float) -> QPoint:
    """Return the pixel of a place of the plot."""
    return plot.graph.frame_now.point(x, y).toPoint()


def at_year(plot: HistoryPlot, year: int) -> QPoint:
    return at(plot, year, 97 if year < 2010 else 3)


def test_a_click_chooses_a_year_as_one_gesture(qtbot: QtBot, plot: HistoryPlot) -> None:
    desk = Desk(plot)
    qtbot.mouseClick(plot.graph.viewport(), Qt.MouseButton.LeftButton, pos=at_year(plot, 2007))
    assert desk.years == [2007]
    assert desk.heard == ["began", "ended"]


def test_a_drag_of_the_line_runs_through_the_years_as_one_gesture(plot: HistoryPlot) -> None:
    desk = Desk(plot)
    plot.show_figure(year_figure(2000))
    line = plot.year_line
    for place in (2000.8, 2002.2, 2002.4, 2003.0):
        line.setValue(place)
        line.sigDragged.emit(line)
    line.sigPositionChangeFinished.emit(line)
    assert desk.years == [2001, 2002, 2003]
    assert desk.heard == ["began", "ended"]
    assert line.value() == 2003


def test_the_line_stands_at_the_chosen_year_and_is_not_there_without_one(
    plot: HistoryPlot,
) -> None:
    assert not plot.year_line.isVisible()
    plot.show_figure(year_figure(2012))
    assert plot.year_line.isVisible()
    assert plot.year_line.value() == 2012


def test_keys_step_and_jump_and_stay_inside_the_record(qtbot: QtBot, plot: HistoryPlot) -> None:
    desk = Desk(plot)
    key = Qt.Key
    for pressed in (key.Key_Left, key.Key_Left, key.Key_Home, key.Key_Left, key.Key_Right):
        qtbot.keyClick(plot, pressed)
    qtbot.keyClick(plot, key.Key_End)
    assert desk.years == [2025, 2024, 1994, 1994, 1995, 2025]
    plot.show_figure(figure())
    qtbot.keyClick(plot, key.Key_Right)
    assert desk.years[-1] == 1994


def test_space_plays_to_the_end_and_stops_there(qtbot: QtBot, plot: HistoryPlot) -> None:
    desk = Desk(plot, speed="fast")
    plot.show_figure(year_figure(2023, speed="fast"))
    qtbot.keyClick(plot, Qt.Key.Key_Space)
    assert plot.is_playing
    assert plot.play_button.text() == "Stop"
    qtbot.waitUntil(lambda: not plot.is_playing)
    assert desk.years == [2024, 2025]
    assert desk.heard == ["began", "ended"]
    assert plot.play_button.accessibleName() == "Play the years"


def test_playing_begins_with_the_first_year_and_stops_by_hand(
    qtbot: QtBot, plot: HistoryPlot
) -> None:
    desk = Desk(plot)
    qtbot.mouseClick(plot.play_button, Qt.MouseButton.LeftButton)
    assert desk.years == [1994]
    qtbot.mouseClick(plot.play_button, Qt.MouseButton.LeftButton)
    assert not plot.is_playing
    assert desk.heard == ["began", "ended"]


def test_playing_ends_when_settings_are_moved_or_the_picture_goes(plot: HistoryPlot) -> None:
    desk = Desk(plot)
    plot.play_or_stop()
    moved = year_scenario(CASE, RECORD, 1994, with_lines=False).with_value("china_ties", 77)
    plot.show_figure(figure(moved))
    assert not plot.is_playing
    plot.play_or_stop()
    plot.hide()
    assert not plot.is_playing
    assert desk.heard == ["began", "ended"] * 2


def test_pointing_tells_curves_events_proposals_and_counts(qtbot: QtBot, plot: HistoryPlot) -> None:
    told: list[str] = []
    plot.pointed.connect(told.append)
    lie, target = lanes(plot), plot.graph.viewport()
    mark = proposal("leap_day_2012")
    said = RECORD.by_year[2011].words["china_ties"]
    places = (
        ((2011, 80), f"2011, China ties: 81 ({said}) of 100"),
        ((2006, lie.events), "S/RES/1718"),
        ((mark.when, lie.proposal(mark)), "Leap Day"),
        ((2024, lie.counts + 2), "not known"),
        ((1996, lie.events), ""),
        ((2016, lie.counts + 2), "24"),
    )
    steps = cycle((0, 1))

    # Moves that follow each other too closely are skipped, so the hand goes on moving.
    def hears(place: tuple[float, float], words: str) -> bool:
        qtbot.mouseMove(target, at(plot, *place) + QPoint(next(steps), 0))
        return bool(told) and (words in told[-1] if words else not told[-1])

    for place, words in places:
        qtbot.waitUntil(lambda place=place, words=words: hears(place, words))


def test_a_click_on_a_proposal_opens_it(qtbot: QtBot, plot: HistoryPlot) -> None:
    desk = Desk(plot)
    mark = proposal("drills_offer_2015")
    place = at(plot, mark.when, lanes(plot).proposal(mark))
    qtbot.mouseClick(plot.graph.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.opened == [(0, 0, 2, 0, 0)]
    assert desk.years == []


def test_the_keyboard_reads_a_year_and_opens_its_proposals(qtbot: QtBot, plot: HistoryPlot) -> None:
    desk = Desk(plot)
    plot.show_figure(year_figure(2012))
    told: list[str] = []
    plot.pointed.connect(told.append)
    for _ in range(6):
        qtbot.keyClick(plot, Qt.Key.Key_Down)
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert any("Rule: " in words for words in told)
    assert any("Leap Day" in words for words in told)
    assert len(desk.opened) == 1
    plot.setFocus()
    assert not plot.grab().isNull()
    qtbot.keyClick(plot, Qt.Key.Key_Up)
    assert told[-1]


def test_the_check_tells_every_single_answer_on_pointing(qtbot: QtBot, plot: HistoryPlot) -> None:
    told: list[str] = []
    plot.pointed.connect(told.append)
    plot.show_figure(figure(show="check"))
    assert not plot.play_button.isVisible()
    check = FINDINGS.plain
    for row in range(len(check.proposals)):
        # Proposals that have no room are scrolled to.
        qtbot.keyClick(plot.rows, Qt.Key.Key_Down)
        _, place, _ = plot.rows.readable_row(row)
        for x in (plot.width() // 2, plot.width() - 40):
            qtbot.mouseMove(plot.rows, QPoint(x, place.center().y()))
    misses = len(check.answers) - check.hits
    assert sum("A miss." in words for words in set(told)) == misses
    assert len(set(told) - {""}) == len(check.answers)


def test_rows_of_the_record_are_read_by_keyboard(qtbot: QtBot, plot: HistoryPlot) -> None:
    told: list[str] = []
    plot.pointed.connect(told.append)
    check = FINDINGS.plain
    plot.show_figure(figure(show="check"))
    assert plot.focusPolicy() == Qt.FocusPolicy.NoFocus
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(plot.rows, key)
    first = check.proposals[0]
    said = [answer_words(CASE, first, answer) for answer in first.answers]
    assert told == [said[0], said[1], said[0]]
    for show, count in (("scores", len(check.tallies)), ("tests", len(FINDINGS.outcomes))):
        plot.show_figure(figure(show=show))
        told.clear()
        qtbot.keyClick(plot.rows, Qt.Key.Key_Home)
        for _ in range(count):
            qtbot.keyClick(plot.rows, Qt.Key.Key_Down)
            qtbot.keyClick(plot.rows, Qt.Key.Key_Right)
        plot.rows.grab()
        assert len(dict.fromkeys(told)) == plot.rows.readable_rows() == count
    plot.show_figure(figure())
    assert plot.focusPolicy() == Qt.FocusPolicy.StrongFocus


@pytest.mark.parametrize("size", [(900, 620), (320, 200)])
def test_the_scores_are_drawn_in_rooms_of_any_size(
    plot: HistoryPlot, size: tuple[int, int]
) -> None:
    outcome = record_hold_out(CASE, RECORD)
    plot.resize(*size)
    before = plot.grab().toImage()
    plot.show_figure(history_figure(OCTOBER, RECORD, FINDINGS, {SHOW: "scores"}, hold_out=outcome))
    assert not plot.play_button.isVisible()
    drawn = plot.grab().toImage()
    assert drawn != before
    plot.show_figure(figure(show="scores", lines="period"))
    assert plot.grab().toImage() != drawn


def test_years_are_chosen_only_where_they_are_shown(qtbot: QtBot, plot: HistoryPlot) -> None:
    desk = Desk(plot)
    for show in ("check", "scores", "tests"):
        plot.show_figure(figure(show=show))
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Space):
            qtbot.keyClick(plot, key)
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
        assert not plot.grab().isNull()
    assert (desk.years, desk.heard, desk.opened) == ([], [], [])


def test_a_case_without_a_record_says_so(qtbot: QtBot, plot: HistoryPlot) -> None:
    desk = Desk(plot)
    plot.show_figure(history_figure(OCTOBER, None, None, {}))
    assert plot.lanes is None
    assert not plot.play_button.isVisible()
    plot.play_or_stop()
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert not plot.grab().isNull()
    assert desk.years == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(700, 300), (1400, 700)])
def test_curves_have_most_of_the_room_at_every_size(
    plot: HistoryPlot, scale: float, size: tuple[int, int]
) -> None:
    plot.setFont(application_font(scale))
    smallest = plot.minimumSizeHint()
    plot.resize(max(size[0], smallest.width()), max(size[1], smallest.height()))
    frame = plot.graph.frame_now
    assert frame.room.width() > 0.45 * plot.width()
    assert at(plot, 2000, 0).y() - at(plot, 2000, HIGHEST).y() > 0.5 * frame.room.height()


def test_lanes_lie_below_each_other_and_years_beside_each_other() -> None:
    lie = lanes_of(RECORD)
    assert lie.low < lie.counts < lie.counts + BARS <= lie.proposals
    assert lie.proposal(max(MARKS, key=row)) < lie.events - EVENTS / 2
    assert lie.events + EVENTS / 2 < 0
    assert all(lie.year_at(year + part) == year for year in RECORD.by_year for part in (-0.4, 0.4))
    assert (lie.year_at(0), lie.year_at(9999)) == (lie.first, lie.last)


def written(plot: HistoryPlot) -> set[str]:
    """Return the words at the ticks of all axes."""
    axes = (item for item in plot.graph.scene().items() if isinstance(item, Axis))
    return {words for axis in axes for _, words in axis.placed_words()}


def test_zooming_writes_more_years(plot: HistoryPlot) -> None:
    few = written(plot)
    assert {"1995", "2025"} <= few
    plot.setFocus()
    turn_wheel(plot, 8)
    assert plot.graph.is_zoomed
    assert any(int(words) % 5 for words in written(plot) - few if words.isdigit())
    plot.fit()
    assert written(plot) == few
