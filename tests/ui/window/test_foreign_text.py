"""Texts of a case are plain text: a hostile document opens no file and shows what it holds."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QMessageBox,
    QToolTip,
    QWidget,
)

from explorer.files.case_file import read_case
from explorer.files.document import write_document
from explorer.files.document_text import Document
from explorer.files.handbook import Page
from explorer.model.pin import PIN_LETTERS, Pin
from explorer.model.scenario import preset_scenario
from explorer.ui.app.app import Program
from explorer.ui.look.foreign_text import plain_words
from explorer.ui.window.dialogs import WindowDialogs
from explorer.ui.window.start_parts import StartLink
from explorer.views.registry import VIEW_IDS
from tests.hostile import Watch, hostile_case, hostile_words, plant
from tests.ui.window.conftest import OpenProgram

LONG_WORD = "W" * 3_000
MARKUP = '<img src="file://'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return plant(tmp_path / "planted")


@pytest.fixture
def watch(folder: Path) -> Iterator[Watch]:
    made = Watch(folder)
    yield made
    made.close()


@pytest.fixture
def hostile(folder: Path, tmp_path: Path) -> Path:
    """Return a document with a hostile case, hostile names and hostile notes."""
    path = tmp_path / "case.json"
    path.write_text(hostile_case(folder), encoding="utf-8")
    case = read_case(path)
    scenario = preset_scenario(case, case.default_preset)
    other = preset_scenario(case, case.baseline_preset)
    words = hostile_words(folder, 0) + " " + LONG_WORD
    named = scenario.with_name(words)
    pins = tuple(Pin(letter, other.with_name(words), words) for letter in PIN_LETTERS)
    document = Document(named, named, other.with_name(words), notes=words, pins=pins)
    write_document(tmp_path / "a.dealzone", document)
    return tmp_path / "a.dealzone"


@pytest.fixture
def explored(open_program: OpenProgram, hostile: Path, watch: Watch) -> Program:
    """Return the window with the hostile document open, before anything was looked at."""
    program = open_program()
    program.settings.change(coach_marks_seen=True)
    program.window.desk.session.open_path(hostile)
    return program


def show_everything(program: Program) -> Iterator[str]:
    """Go through the window; yield the name of what is on screen now."""
    window, desk = program.window, program.window.desk
    yield "workbench"
    window.commands.scenario.load_preset(program.store.state.scenario.case.presets[1].id)
    assert MARKUP in window.menus.actions["undo"].text()
    yield "another scenario"
    for view_id in VIEW_IDS[1:]:
        desk.pictures.choose_lower_view(view_id)
        yield view_id
        desk.workbench.below.show_table(is_shown=True)
        yield f"{view_id} as a table"
        desk.workbench.below.show_table(is_shown=False)
    for control in program.store.state.scenario.case.controls:
        desk.pictures.show_detail(control.id)
        yield control.id
    desk.pictures.choose_row(program.store.state.scenario.case.rows[0].id)
    desk.pictures.choose_cell(3, 3)
    yield "term sheet"
    window.menus.actions["compare"].trigger()
    yield "comparison"
    window.commands.find.find()
    yield "find box"
    window.commands.scenario.assumptions.open()
    yield "assumptions"
    window.show_tips()
    yield "tips"
    window.show_start_page()
    yield "start page"


def tips(parts: list[QWidget]) -> Iterator[str]:
    """Yield the text of every tool tip."""
    for part in parts:
        yield part.toolTip()
        yield from (action.toolTip() for action in part.actions())
        if isinstance(part, QAbstractItemView) and part.model() is not None:
            model = part.model()
            places = ((row, column) for row in range(50) for column in range(10))
            cells = (model.index(*place) for place in places if model.hasIndex(*place))
            yield from (str(cell.data(Qt.ItemDataRole.ToolTipRole) or "") for cell in cells)


def tip_label(window: QWidget) -> QLabel:
    labels = window.findChildren(QLabel)
    return next(each for each in labels if each.metaObject().className() == "QTipLabel")


def check_plain(parts: list[QWidget]) -> int:
    """Check that all texts of some widgets are plain; return how many hold markup."""
    found = 0
    for part in parts:
        if isinstance(part, QLabel):
            assert part.textFormat() == Qt.TextFormat.PlainText, part.text()
            spoken = QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
            assert MARKUP not in part.text() or MARKUP in spoken
            found += MARKUP in part.text()
        texts = [action.text() for action in part.actions()]
        texts += [part.text()] if isinstance(part, QAbstractButton) else []
        for text in texts:
            # An ampersand that is not doubled would be an access key.
            assert "amp;" not in text or "&x &amp;" in plain_words(text), text
    return found


def test_a_hostile_case_opens_no_file_and_every_text_is_plain(
    explored: Program, watch: Watch
) -> None:
    window, found = explored.window, 0
    said: set[str] = set()
    for place in show_everything(explored):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        parts = [window, *window.findChildren(QWidget)]
        for part in parts:
            if part.isWindow() and part.isVisible():
                part.grab()
        found += check_plain([part for part in parts if not part.isHidden()])
        said.update(text for text in tips(parts) if MARKUP in text)
        assert not watch.opened(), place
    assert found > 50
    assert len(said) > 50
    for text in said:
        QToolTip.showText(QPoint(5, 5), text, window)
        label = tip_label(window)
        assert label.text() == text
        assert label.textFormat() == Qt.TextFormat.PlainText
        label.grab()
    QToolTip.hideText()
    assert not watch.opened(), "tool tips"


def test_a_hostile_case_adds_no_picture_and_no_link_to_the_guide(
    explored: Program, watch: Watch
) -> None:
    explored.window.commands.help.show_guide()
    guide, shown, seen = explored.window.commands.help.window, "", 0
    for page_id in guide.listed_ids():
        guide.show_page(page_id)
        guide.grab()
        shown += guide.text()
        pictures = re.findall(r'<img[^>]*?src="([^"]*)"', guide.browser.toHtml())
        assert all(source.startswith("view:") for source in pictures), pictures
        seen += len(pictures)
        assert 'href="file' not in guide.browser.toHtml()
    assert seen > 0
    assert MARKUP in shown
    assert "![i](file://" in shown
    assert "&x &amp;" in shown
    guide.search_field.setText("img src")
    guide.grab()
    assert not watch.opened()


def test_the_guide_loads_no_picture_even_where_markdown_names_one(
    explored: Program, folder: Path, watch: Watch
) -> None:
    explored.window.commands.help.show_guide()
    browser = explored.window.commands.help.window.browser
    words = f"![a](file://{folder}/1.png) ![b]({folder}/2.png)"
    browser.show_markdown(Page("planted", "Planted", words))
    browser.grab()
    assert not watch.opened()


def test_boxes_and_messages_show_names_of_files_as_they_are(
    explored: Program, folder: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def answer(box: QMessageBox) -> int:
        box.show()
        box.grab()
        shown.append(box.text())
        check_plain([box, *box.findChildren(QWidget)])
        box.hide()
        return QMessageBox.StandardButton.Cancel.value

    monkeypatch.setattr(QMessageBox, "exec", answer)
    dialogs, words = WindowDialogs(), hostile_words(folder, 1)
    dialogs.tell_error("Not opened", words)
    dialogs.wish_for_changes(words)
    dialogs.wish_for_changed_file(words)
    assert all(MARKUP in text for text in shown)
    assert not watch.opened()


def test_labels_and_boxes_that_qt_makes_itself_are_plain_too(
    explored: Program, folder: Path, watch: Watch
) -> None:
    # As Qt's own file dialog asks about a name that exists.
    box = QMessageBox(explored.window)
    box.setText(hostile_words(folder, 1))
    box.setInformativeText(hostile_words(folder, 2))
    label = QLabel(hostile_words(folder, 3), explored.window)
    for part in (box, label):
        part.show()
        part.grab()
    check_plain([label, *box.findChildren(QWidget)])
    box.hide()
    assert not watch.opened()


def test_titles_links_and_the_status_bar_show_control_characters_as_escapes(
    explored: Program, hostile: Path, tmp_path: Path
) -> None:
    title = explored.window.windowTitle
    explored.window.desk.session.new()
    assert title().isprintable()
    assert MARKUP in title()
    named = tmp_path / "a\x1b[31m\nb\N{RIGHT-TO-LEFT OVERRIDE}[*].dealzone"
    hostile.rename(named)
    explored.window.desk.session.open_path(named)
    assert title().startswith(r"a\x1b[31m b\u202e[*][*]")
    explored.window.show_start_page()
    links = explored.window.start_page.findChildren(StartLink)
    recent = next(link for link in links if link.value == str(named))
    assert recent.text() == r"a\x1b[31m b\u202e[*]"
    assert recent.toolTip().endswith(r"a\x1b[31m\x0ab\u202e[*].dealzone")
    explored.window.commands.notices.tell(f"{named.name} is written.")
    assert explored.window.statusBar().currentMessage().isprintable()
