"""The guide: opened for a picture, read by links, keys and search."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from explorer.files.handbook import Page, links
from explorer.ui.help.guide_browser import IMAGE
from explorer.ui.help.guide_drawing import LINES
from explorer.ui.help.help_window import HelpWindow
from explorer.views.guide_pictures import targets
from explorer.views.registry import VIEWS
from tests.ui.window.conftest import Program


def window_page(program: Program, page_id: str) -> Page:
    return next(page for page in program.window.commands.help.pages() if page.id == page_id)


def guide(program: Program) -> HelpWindow:
    program.window.commands.help.show_guide()
    return program.window.commands.help.window


def test_the_guide_opens_with_its_first_page_and_again_where_it_was_left(program: Program) -> None:
    window = guide(program)
    assert window.isVisible()
    assert window.page_id == "getting-started"
    program.window.commands.help.show_how()
    window.close()
    assert guide(program).page_id == "model"


def test_every_page_can_be_reached_from_the_list(program: Program) -> None:
    window = guide(program)
    pages = program.window.commands.help.pages()
    assert window.listed_ids() == [page.id for page in pages]
    for page in pages:
        window.show_page(page.id)
        assert window.page_id == page.id
        assert page.title in window.windowTitle()
        assert len(window.text()) > 100
    window.show_page("weather")
    assert window.page_id == pages[-1].id


def test_links_lead_on_and_back_and_forward_return(program: Program) -> None:
    window = guide(program)
    window.browser.anchorClicked.emit(QUrl("board.md"))
    assert window.page_id == "board"
    window.browser.anchorClicked.emit(QUrl("https://example.org"))
    window.browser.anchorClicked.emit(QUrl("model.md"))
    window.go_back()
    window.go_back()
    assert window.page_id == "getting-started"
    window.go_back()
    assert window.page_id == "getting-started"
    window.go_forward()
    assert window.page_id == "board"
    window.browser.anchorClicked.emit(QUrl("map.md"))
    window.go_forward()
    assert window.page_id == "map"


def test_tab_leads_through_the_links_of_a_page_and_enter_follows_one(
    program: Program, qtbot: QtBot
) -> None:
    window = guide(program)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    buttons = window.browser.link_buttons
    assert [each.accessibleName() for each in buttons][:2] == [
        "Explore, analyse, present",
        "the board",
    ]
    assert len(buttons) == len(links(program.window.commands.help.pages()[0]))
    window.browser.setFocus()
    for each in buttons:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert each.hasFocus()
        inside = window.browser.viewport().rect()
        assert inside.contains(each.geometry()), each.accessibleName()
    buttons[1].setFocus()
    QTest.keyClick(buttons[1], Qt.Key.Key_Return)
    assert window.page_id == "board"
    assert window.browser.hasFocus()
    assert "the board" not in [each.accessibleName() for each in window.browser.link_buttons]


def test_a_link_lies_upon_its_words_on_every_line(program: Program) -> None:
    window = guide(program)
    for width in (500, 700, 900):
        window.resize(width, 600)
        for each in window.browser.link_buttons:
            assert each.lines
            for line in each.lines:
                middle = each.mapToParent(line.center())
                assert window.browser.anchorAt(middle), each.accessibleName()


def test_a_page_is_there_before_its_pictures_and_keeps_room_for_them(
    program: Program, qtbot: QtBot
) -> None:
    window = guide(program)
    browser = window.browser
    for page in program.window.commands.help.pages():
        window.show_page(page.id)
        assert browser.is_drawing == bool(targets(page.markdown))
        assert browser.link_buttons or not links(page)
        for target in targets(page.markdown):
            image = browser.loadResource(IMAGE, QUrl(target))
            assert image is not None
            assert image.height() > browser.fontMetrics().height()
    # What is read meanwhile stays in sight, and a page that was left is not drawn any more.
    window.show_page("how-sure")
    window.show_page("board")
    bar = browser.verticalScrollBar()
    room = bar.maximum()
    assert browser.document().size().height() > LINES * browser.fontMetrics().height()
    bar.setValue(room // 2)
    left = room - bar.value()
    qtbot.waitUntil(lambda: not browser.is_drawing)
    assert bar.maximum() > room
    assert bar.maximum() - bar.value() == left
    assert window.page_id == "board"


def test_pictures_of_a_page_are_drawn_in_the_look_in_force_and_as_wide_as_the_page(
    program: Program, qtbot: QtBot
) -> None:
    window = guide(program)
    window.show_page("map")
    (target,) = targets(window_page(program, "map").markdown)

    def picture() -> QImage:
        qtbot.waitUntil(lambda: not window.browser.is_drawing)
        image = window.browser.loadResource(IMAGE, QUrl(target))
        assert image is not None
        return image

    light, width = picture(), picture().width()
    assert width > window.browser.viewport().width() / 2
    assert "packages are in the deal zone" in window.text()
    program.window.desk.look.choose_theme("dark")
    assert picture().pixelColor(5, 5).lightness() < 80 < light.pixelColor(5, 5).lightness()
    window.resize(window.width() - 100, window.height())
    assert picture().width() < width
    before = picture().height()
    program.window.desk.look.choose_text_size(150)
    assert picture().height() > before


def test_nothing_but_the_page_s_own_pictures_is_loaded(program: Program) -> None:
    window = guide(program)
    for name in ("view:board/elsewhere", "file:///etc/hostname", "picture.png"):
        image = window.browser.loadResource(IMAGE, QUrl(name))
        assert image is not None
        assert (image.width(), image.height()) == (1, 1)
    assert window.browser.loadResource(IMAGE + 1, QUrl("style.css")) is None


def test_typing_keeps_the_pages_with_the_words_and_enter_opens_the_first(program: Program) -> None:
    window = guide(program)
    every = window.listed_ids()
    window.focus_search()
    QTest.keyClicks(window.search_field, "two-factor map")
    found = window.listed_ids()
    assert found[0] == "two-factor"
    assert len(found) < len(every)
    QTest.keyClick(window.search_field, Qt.Key.Key_Return)
    assert window.page_id in found
    QTest.keyClicks(window.search_field, " xylophone")
    assert window.listed_ids() == []
    window.search_field.clear()
    assert window.listed_ids() == every


def test_each_picture_opens_its_own_page(program: Program) -> None:
    commands = program.window.commands
    for view in VIEWS:
        commands.help.show_view_help(view.id)
        assert commands.help.window.page_id == view.page
    bench = program.window.desk.workbench
    program.window.desk.pictures.choose_lower_view("two-factor")
    plot = bench.below.plot
    assert plot is not None
    program.window.activateWindow()
    plot.setFocus()
    commands.help.show_graph_help()
    assert commands.help.window.page_id in ("two-factor", "board")


def test_info_offers_more_words_about_the_picture(program: Program) -> None:
    bench = program.window.desk.workbench
    program.window.desk.pictures.choose_lower_view("gains")
    buttons = {button.text(): button for button in bench.below.findChildren(QToolButton)}
    assert not buttons["More…"].isVisible()
    buttons["Info"].click()
    assert buttons["More…"].isVisible()
    buttons["More…"].click()
    assert program.window.commands.help.window.page_id == "gains"


def test_the_page_follows_theme_and_text_size(program: Program) -> None:
    window = guide(program)
    QTest.keyClicks(window.search_field, "deal")
    before = window.grab().toImage()
    program.window.desk.look.choose_text_size(150)
    program.window.desk.look.choose_theme("dark")
    assert window.grab().toImage() != before
    assert window.page_id == "getting-started"


def test_choosing_a_point_moves_both_controls_as_one_step(program: Program) -> None:
    before = program.store.state.snapshot
    program.window.desk.pictures.choose_lower_view("two-factor")
    program.window.desk.workbench.below.point_chosen.emit({"missile_advances": 40, "us_will": 95})
    scenario = program.store.state.scenario
    assert (scenario.value("missile_advances"), scenario.value("us_will")) == (40, 95)
    program.window.commands.scenario.undo()
    assert program.store.state.snapshot == before


def test_choosing_the_other_axis_s_control_swaps_the_axes(program: Program) -> None:
    pictures = program.window.desk.pictures
    pictures.choose_lower_view("two-factor")
    pictures.choose("factors.x", "us_will")
    below = program.window.desk.workbench.below
    assert below.choices.box("factors.y").currentData() == "missile_advances"
