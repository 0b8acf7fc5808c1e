"""All pictures: they show without a word, follow hand and keyboard, and paint in every theme."""

from collections.abc import Iterator, Mapping
from itertools import cycle

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, SignalInstance
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.figures.board_layers import OFFERS
from explorer.figures.bold import LEAST, RANK, BoldFigure, leader_at
from explorer.figures.choice import ON
from explorer.figures.deal_map import COLOUR, SHARE
from explorer.model.result import Result
from explorer.ui.look.theme import THEMES, Theme, application_font
from explorer.ui.pictures.axes.axes_frame import AxesFrame
from explorer.ui.pictures.axes.axes_graph import Graph
from explorer.ui.pictures.axes.map_plot import MapPlot
from explorer.ui.pictures.frame.gallery import Plot, plot_for, show_on
from explorer.ui.pictures.frame.word_panel import WordPanel
from explorer.views import blocked
from explorer.views.registry import VIEWS, figure_of
from explorer.views.view import Viewing

EVERY_VIEW = [view.id for view in VIEWS]


def viewing(
    result: Result, baseline: Result | None = None, choices: Mapping[str, str] | None = None
) -> Viewing:
    package = None if result.nash is None else result.nash.package
    return Viewing(
        result=result,
        baseline=baseline,
        ghost=baseline,
        selected_row="icbm-freeze",
        selected_package=package,
        swept_control="russia_alignment",
        choices=choices or {},
    )


def shown(qtbot: QtBot, view_id: str, look: Viewing, theme: Theme = THEMES[0]) -> Plot:
    figure = figure_of(view_id, look)
    plot = plot_for(figure)
    qtbot.addWidget(plot)
    plot.wear(theme)
    plot.resize(800, 460)
    show_on(plot, figure)
    plot.show()
    return plot


def intents(plot: Plot) -> Iterator[SignalInstance]:
    yield from (plot.row_chosen, plot.package_chosen, plot.cell_chosen, plot.pointed)


def axes(plot: Plot) -> tuple[AxesFrame, QWidget]:
    """Return where the axes of a picture lie, and the widget that takes the mouse there."""
    graph = plot.findChild(Graph)
    assert isinstance(graph, Graph)
    return graph.frame_now, graph.viewport()


def colours(image: QImage) -> int:
    places = [(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)]
    return len({image.pixel(*place) for place in places})


@pytest.mark.parametrize("view_id", EVERY_VIEW)
def test_showing_emits_nothing(
    qtbot: QtBot, view_id: str, october: Result, declared: Result, hanoi: Result
) -> None:
    plot = shown(qtbot, view_id, viewing(october))
    told: list[object] = []
    for signal in intents(plot):
        signal.connect(told.append)
    for result in (declared, hanoi, october):
        show_on(plot, figure_of(view_id, viewing(result, october)))
        plot.grab()
    assert told == []


@pytest.mark.parametrize("view_id", EVERY_VIEW)
def test_a_picture_has_its_name_and_its_sentence_for_readers(
    qtbot: QtBot, view_id: str, october: Result
) -> None:
    plot = shown(qtbot, view_id, viewing(october))
    figure = figure_of(view_id, viewing(october))
    assert plot.accessibleName() == figure.title
    assert plot.accessibleDescription() == figure.sentence
    assert plot.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("theme", THEMES, ids=[theme.id for theme in THEMES])
@pytest.mark.parametrize("view_id", EVERY_VIEW)
def test_every_theme_paints_on_its_own_ground(
    qtbot: QtBot, view_id: str, theme: Theme, october: Result, hanoi: Result
) -> None:
    plot = shown(qtbot, view_id, viewing(october, hanoi), theme)
    image = plot.grab().toImage()
    assert QColor(image.pixel(2, image.height() - 3)) == QColor(theme.ground)
    assert colours(image) > 10


@pytest.mark.parametrize("view_id", EVERY_VIEW)
def test_a_stale_picture_grows_pale_and_comes_back(
    qtbot: QtBot, view_id: str, october: Result
) -> None:
    plot = shown(qtbot, view_id, viewing(october))
    before = plot.grab().toImage()
    plot.show_stale(True)
    pale = plot.grab().toImage()
    plot.show_stale(False)
    assert pale != before
    assert plot.grab().toImage() == before


@pytest.mark.parametrize("view_id", EVERY_VIEW)
def test_words_grow_with_the_text_size(qtbot: QtBot, view_id: str, october: Result) -> None:
    plot = shown(qtbot, view_id, viewing(october))
    before, smallest = plot.grab().toImage(), plot.minimumSizeHint()
    plot.setFont(application_font(2.0))
    assert plot.grab().toImage() != before
    assert plot.minimumSizeHint().height() > smallest.height()


def test_up_and_down_choose_rows_of_the_board(qtbot: QtBot, october: Result) -> None:
    plot = shown(qtbot, "board", viewing(october))
    with qtbot.waitSignal(plot.row_chosen) as chosen:
        qtbot.keyClick(plot, Qt.Key.Key_Down)
    assert chosen.args == ["yongbyon"]
    with qtbot.waitSignal(plot.row_chosen) as chosen:
        qtbot.keyClick(plot, Qt.Key.Key_Up)
    assert chosen.args == ["test-pause"]


def test_a_named_package_of_the_board_opens_by_keyboard(qtbot: QtBot, october: Result) -> None:
    plot = shown(qtbot, "board", viewing(october, choices={OFFERS: ON}))
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    with qtbot.waitSignal(plot.package_chosen) as chosen:
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert chosen.args is not None
    assert chosen.args[0].target[0] == 2


def test_enter_without_a_mark_chooses_the_row_again(qtbot: QtBot, october: Result) -> None:
    plot = shown(qtbot, "board", viewing(october))
    with qtbot.waitSignal(plot.row_chosen) as chosen:
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert chosen.args == ["icbm-freeze"]


def test_a_click_chooses_the_row_under_it_and_pointing_tells_it(
    qtbot: QtBot, october: Result
) -> None:
    plot = shown(qtbot, "board", viewing(october))
    place = QPoint(40, round(0.55 * plot.height()))
    with qtbot.waitSignal(plot.row_chosen) as chosen:
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args is not None
    with qtbot.waitSignal(plot.pointed) as told:
        qtbot.mouseMove(plot, place + QPoint(2, 0))
    assert told.args is not None
    assert "points" in told.args[0]


def test_a_cell_of_the_map_opens_by_keyboard(qtbot: QtBot, october: Result) -> None:
    plot = shown(qtbot, "map", viewing(october))
    with qtbot.waitSignal(plot.pointed):
        qtbot.keyClick(plot, Qt.Key.Key_Right)
    with qtbot.waitSignal(plot.cell_chosen) as first:
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    qtbot.keyClick(plot, Qt.Key.Key_Up)
    with qtbot.waitSignal(plot.cell_chosen) as second:
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert first.args is not None
    assert second.args == [first.args[0] + 1, first.args[1]]


def test_a_mark_of_the_map_opens_by_keyboard(qtbot: QtBot, october: Result) -> None:
    plot = shown(qtbot, "map", viewing(october))
    qtbot.keyClick(plot, Qt.Key.Key_M)
    with qtbot.waitSignal(plot.package_chosen):
        qtbot.keyClick(plot, Qt.Key.Key_Return)


def test_a_click_into_the_map_opens_the_cell_or_the_mark_under_it(
    qtbot: QtBot, october: Result
) -> None:
    plot = shown(qtbot, "map", viewing(october))
    frame, target = axes(plot)
    free = frame.room.topRight() + QPointF(-40, 20)
    with qtbot.waitSignal(plot.cell_chosen):
        qtbot.mouseClick(target, Qt.MouseButton.LeftButton, pos=free.toPoint())


def test_an_empty_map_leads_to_who_blocks_whom(
    qtbot: QtBot, october: Result, declared: Result
) -> None:
    plot = shown(qtbot, "map", viewing(october))
    assert isinstance(plot, MapPlot)
    assert plot.why_empty.isHidden()
    show_on(plot, figure_of("map", viewing(declared)))
    assert not plot.why_empty.isHidden()
    with qtbot.waitSignal(plot.view_requested) as asked:
        plot.why_empty.click()
    assert asked.args == [blocked.VIEW.id]
    show_on(plot, figure_of("map", viewing(october)))
    assert plot.why_empty.isHidden()


def test_colouring_by_share_is_another_picture(qtbot: QtBot, october: Result) -> None:
    plot = shown(qtbot, "map", viewing(october))
    assert isinstance(plot, MapPlot)
    before = plot.grab().toImage()
    show_on(plot, figure_of("map", viewing(october, choices={COLOUR: SHARE})))
    assert plot.grab().toImage() != before


def test_a_mark_of_the_gains_tells_its_meaning_and_opens(qtbot: QtBot, october: Result) -> None:
    plot = shown(qtbot, "gains", viewing(october))
    told: list[str] = []
    plot.pointed.connect(told.append)
    opened: list[object] = []
    plot.package_chosen.connect(opened.append)
    for _ in range(10):
        qtbot.keyClick(plot, Qt.Key.Key_Right)
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert any("product" in words for words in told)
    assert opened


def test_a_mark_of_the_bold_packages_tells_its_meaning_and_opens(
    qtbot: QtBot, october: Result
) -> None:
    plot = shown(qtbot, "bold", viewing(october))
    told: list[str] = []
    plot.pointed.connect(told.append)
    with qtbot.waitSignal(plot.package_chosen):
        qtbot.keyClick(plot, Qt.Key.Key_Right)
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert "of 100 assumption sets" in told[-1]


def test_a_click_between_the_marks_opens_the_boldest_package_there(
    qtbot: QtBot, october: Result
) -> None:
    plot = shown(qtbot, "bold", viewing(october))
    frame, target = axes(plot)
    with qtbot.waitSignal(plot.package_chosen) as opened:
        place = frame.point(45.0, 16.0).toPoint()
        qtbot.mouseClick(target, Qt.MouseButton.LeftButton, pos=place)
    assert opened.args is not None
    figure = figure_of("bold", viewing(october))
    assert isinstance(figure, BoldFigure)
    x, y = frame.place(QPointF(place))
    assert opened.args[0] == leader_at(figure, x, y)


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_PageDown])
def test_page_keys_ask_for_more_sets_or_fewer(qtbot: QtBot, october: Result, key: Qt.Key) -> None:
    plot = shown(qtbot, "bold", viewing(october))
    with qtbot.waitSignal(plot.choice_made) as made:
        qtbot.keyClick(plot, key)
    assert made.args == [LEAST, "85" if key == Qt.Key.Key_PageUp else "75"]


def test_other_sets_and_ranks_are_drawn_on_the_same_picture(qtbot: QtBot, october: Result) -> None:
    plot = shown(qtbot, "bold", viewing(october))
    before = plot.grab().toImage()
    for choices in ({LEAST: "40"}, {LEAST: "40", RANK: "share"}):
        show_on(plot, figure_of("bold", viewing(october, choices=choices)))
        now = plot.grab().toImage()
        assert now != before
        before = now


def test_lanes_of_the_sweep_are_chosen_and_read_by_keyboard(qtbot: QtBot, october: Result) -> None:
    plot = shown(qtbot, "sweep", viewing(october))
    with qtbot.waitSignal(plot.row_chosen) as chosen:
        qtbot.keyClick(plot, Qt.Key.Key_Down)
    assert chosen.args == ["yongbyon"]
    with qtbot.waitSignal(plot.pointed) as told:
        qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert told.args is not None
    assert "at 97" in told.args[0]
    assert " ".join(plot.tip.text().split()) == told.args[0]


@pytest.mark.parametrize("view_id", EVERY_VIEW)
def test_an_empty_zone_is_still_a_picture(qtbot: QtBot, view_id: str, declared: Result) -> None:
    plot = shown(qtbot, view_id, viewing(declared, declared))
    assert colours(plot.grab().toImage()) > 5


def test_a_plot_refuses_a_figure_of_another_kind(qtbot: QtBot, october: Result) -> None:
    plot = shown(qtbot, "board", viewing(october))
    with pytest.raises(TypeError, match="cannot draw"):
        show_on(plot, figure_of("map", viewing(october)))


@pytest.mark.parametrize("view_id", ["map", "gains", "bold", "sweep"])
def test_pointing_tells_what_is_there_and_leaving_ends_it(
    qtbot: QtBot, view_id: str, october: Result
) -> None:
    plot = shown(qtbot, view_id, viewing(october))
    frame, target = axes(plot)
    told: list[str] = []
    plot.pointed.connect(told.append)
    middle = frame.room.center().toPoint()
    steps = cycle((0, 1, 2))

    # Moves that follow each other too closely are skipped, so the hand goes on moving.
    def hears_words() -> bool:
        qtbot.mouseMove(target, middle + QPoint(next(steps), 0))
        return bool(told and told[-1])

    def hears_the_end() -> bool:
        qtbot.mouseMove(target, QPoint(1 + next(steps), 1))
        return told[-1] == ""

    qtbot.waitUntil(hears_words)
    qtbot.waitUntil(hears_the_end)


def test_a_click_on_a_lane_chooses_its_row(qtbot: QtBot, october: Result) -> None:
    plot = shown(qtbot, "sweep", viewing(october))
    frame, target = axes(plot)
    lowest = frame.room.bottomLeft() + QPointF(30, -8)
    with qtbot.waitSignal(plot.row_chosen) as chosen:
        qtbot.mouseClick(target, Qt.MouseButton.LeftButton, pos=lowest.toPoint())
    assert chosen.args == ["full-denuclearisation"]


def test_a_click_on_a_mark_of_the_gains_shows_its_meaning_below(
    qtbot: QtBot, october: Result
) -> None:
    plot = shown(qtbot, "gains", viewing(october))
    frame, target = axes(plot)
    panel = plot.findChild(WordPanel)
    assert isinstance(panel, WordPanel)
    assert october.ideal is not None
    assert not panel.isVisible()
    ideal = frame.point(*october.ideal).toPoint()
    qtbot.mouseClick(target, Qt.MouseButton.LeftButton, pos=ideal)
    qtbot.waitUntil(panel.isVisible)
    assert "largest gain" in panel.text()
