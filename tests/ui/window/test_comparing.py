"""Comparing in the window: pins, what differs, the question when all are taken, the page."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from explorer.figures.board import BoardFigure
from explorer.figures.boards import BoardsFigure
from explorer.ui.app.app import Program
from explorer.ui.panels.entry_button import EntryButton
from explorer.views.registry import figure_of
from tests.ui.window.conftest import Answers, OpenProgram, settle


def load(program: Program, *presets: str) -> None:
    """Load presets one after the other and pin each but the last."""
    for place, preset in enumerate(presets):
        program.window.commands.scenario.load_preset(preset)
        settle(program)
        if place + 1 < len(presets):
            trigger(program, "pin_snapshot")


def trigger(program: Program, command: str) -> None:
    program.window.menus.actions[command].trigger()
    settle(program)


def letters(program: Program) -> list[str]:
    return [pin.letter for pin in program.store.state.pins]


def words(part: QWidget) -> str:
    return " ".join(each.text() for each in part.findChildren(QLabel) if each.isVisibleTo(part))


def entries(program: Program) -> dict[str, EntryButton]:
    summary = program.window.desk.workbench.summary
    shown = [each for each in summary.findChildren(EntryButton) if each.isVisibleTo(summary)]
    return {each.accessibleName(): each for each in shown}


def board(program: Program) -> BoardFigure:
    figure = figure_of("board", program.window.desk.pictures.viewing())
    assert isinstance(figure, BoardFigure)
    return figure


def boards(program: Program) -> tuple[str, ...]:
    """Return the names over the boards below, or nothing where another picture stands there."""
    pictures = program.window.desk.pictures
    if pictures.lower_view != "boards":
        return ()
    figure = figure_of("boards", pictures.viewing())
    assert isinstance(figure, BoardsFigure)
    return figure.names


def test_with_nothing_pinned_comparing_pins_the_other_side_and_shows_both(
    program: Program,
) -> None:
    trigger(program, "compare")
    assert board(program).pins == (("A", "Hanoi 2019"),)
    assert boards(program) == ("On screen: October 2025", "A: Hanoi 2019")
    assert "A: Hanoi 2019" in words(program.window.desk.workbench.summary)
    assert program.window.statusBar().currentMessage() == "Hanoi 2019 is pinned as A."
    # Nobody has made anything that could be lost.
    assert not program.window.desk.session.has_changes
    trigger(program, "compare")
    assert boards(program) == ()
    summary = program.window.desk.workbench.summary
    assert not summary.compare.isVisibleTo(summary)


def test_the_other_side_of_the_baseline_is_the_first_choice_of_the_case(program: Program) -> None:
    load(program, "hanoi-2019")
    trigger(program, "compare")
    assert board(program).pins == (("A", "October 2025"),)


def test_a_pin_is_compared_with_at_once_and_its_board_stands_beside_the_live_one(
    program: Program,
) -> None:
    load(program, "hanoi-2019", "october-2025")
    assert program.window.desk.pictures.comparing.against == "A"
    assert boards(program) == ("On screen: October 2025", "A: Hanoi 2019")
    trigger(program, "pin_snapshot")
    assert boards(program) == ("On screen: October 2025", "B: October 2025")


def test_undoing_a_pin_ends_the_comparison_everywhere_and_redoing_brings_it_back(
    program: Program,
) -> None:
    pictures = program.window.desk.pictures
    before = pictures.lower_view
    summary = program.window.desk.workbench.summary
    trigger(program, "pin_snapshot")
    trigger(program, "undo")
    assert not program.window.menus.actions["compare"].isChecked()
    assert pictures.lower_view == before
    assert "Pinned as A." not in words(summary)
    assert "Undone: pin as A." in words(summary)
    assert program.window.statusBar().currentMessage() == "Undone: pin as A."
    trigger(program, "redo")
    assert program.window.menus.actions["compare"].isChecked()
    assert board(program).pins == (("A", "October 2025"),)


@pytest.mark.parametrize("first", ["board", "gains"])
def test_undoing_a_pin_brings_back_the_one_picture_that_was_there(
    open_program: OpenProgram, first: str
) -> None:
    program = open_program(size=(1280, 720))
    program.settings.change(coach_marks_seen=True)
    program.window.show_workbench()
    pictures, stage = program.window.desk.pictures, program.window.desk.workbench.stage
    pictures.choose_view(first)
    before = (pictures.upper_view, pictures.lower_view)
    for _ in range(2):
        trigger(program, "pin_snapshot")
        assert pictures.active_view == "boards"
        trigger(program, "undo")
        assert pictures.active_view == first
        assert stage.frame(stage.active).isVisible()
        assert (pictures.upper_view, pictures.lower_view) == before


def test_ctrl_d_pins_and_ctrl_e_compares_with_outlines(qtbot: QtBot, program: Program) -> None:
    load(program, "hanoi-2019", "october-2025")
    qtbot.keyClick(program.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert board(program).pins == ()
    qtbot.keyClick(program.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert board(program).pins == (("A", "Hanoi 2019"),)
    qtbot.keyClick(program.window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert letters(program) == ["A", "B"]
    assert program.window.statusBar().currentMessage() == "Pinned as B."
    program.store.undo()
    assert letters(program) == ["A"]


def test_a_pin_is_called_by_what_was_changed_in_it(program: Program) -> None:
    store = program.store
    trigger(program, "pin_snapshot")
    store.edit(store.state.scenario.with_value("russia_alignment", 51), "move")
    trigger(program, "pin_snapshot")
    store.edit(store.state.scenario.with_values({"china_ties": 20, "us_will": 10}), "move")
    trigger(program, "pin_snapshot")
    names = [
        ("A", "October 2025"),
        ("B", "October 2025, Russia alignment 51"),
        ("C", "October 2025, 3 settings changed"),
    ]
    assert list(board(program).pins) == names
    compare = program.window.desk.workbench.summary.compare
    assert compare.row("B").note.placeholderText() == names[1][1]
    assert compare.against.itemText(2) == "B: October 2025, Russia alignment 51"
    program.window.commands.scenario.load_preset("hanoi-2019")
    settle(program)
    assert list(board(program).pins) == names
    program.window.desk.pictures.comparing.write_note("B", "less help")
    assert board(program).pins[1] == ("B", "less help")


def test_two_lists_tell_what_differs_from_the_chosen_pin(program: Program) -> None:
    load(program, "hanoi-2019", "october-2025")
    compare = program.window.desk.workbench.summary.compare
    compare.against.setCurrentIndex(1)
    compare.against.activated.emit(1)
    assert program.window.desk.pictures.comparing.against == "A"
    said = words(program.window.desk.workbench.summary)
    assert "settings differ from A: Hanoi 2019." in said
    assert "Settings that differ" in said
    assert "Zones that differ" in said
    found = entries(program)
    zone = next(name for name in found if name.startswith("Cap and freeze: "))
    assert zone.endswith("→ closed")
    found[zone].click()
    assert program.window.desk.pictures.viewing().selected_row == "cap-and-freeze"
    setting = next(each for name, each in found.items() if name.startswith("Russia alignment"))
    program.window.activateWindow()
    setting.click()
    focused = program.window.focusWidget()
    control = program.window.desk.workbench.controls.control("russia_alignment")
    assert focused is not None
    assert control is focused or control.isAncestorOf(focused)


def test_nothing_different_says_so(program: Program) -> None:
    trigger(program, "pin_snapshot")
    program.window.desk.pictures.comparing.do("compare", "A")
    said = words(program.window.desk.workbench.summary)
    assert "Nothing differs from A" in said
    assert "No setting differs." in said
    assert "No zone differs." in said
    assert entries(program) == {}


def test_a_fourth_pin_asks_in_the_bar_which_one_makes_room(program: Program) -> None:
    load(program, "hanoi-2019", "october-2025-declared", "october-2025", "hanoi-2019-declared")
    trigger(program, "pin_snapshot")
    bar = program.window.desk.workbench.message_bar
    assert bar.isVisibleTo(program.window)
    assert letters(program) == ["A", "B", "C"]
    buttons = {each.text(): each for each in bar.findChildren(QPushButton)}
    buttons["Replace B: October 2025, declared lines"].click()
    assert [pin.name for pin in program.store.state.pins] == [
        "Hanoi 2019",
        "Hanoi 2019, declared lines",
        "October 2025",
    ]
    assert not bar.isVisibleTo(program.window)


def test_an_answer_about_something_else_pins_nothing(program: Program) -> None:
    comparing = program.window.desk.pictures.comparing
    for answer in ("recover", "replace_pin_D", "A"):
        comparing.answer(answer)
    comparing.do("unpin", "A")
    assert program.store.state.undo_name is None


def test_the_menu_of_pins_does_what_it_says(program: Program) -> None:
    load(program, "hanoi-2019", "october-2025")
    menu = program.window.menus.submenus["pins"]

    def choose(text: str) -> None:
        next(each for each in menu.actions() if each.text() == text).trigger()

    choose("Set A as baseline")
    assert program.store.state.baseline.name == "Hanoi 2019"
    choose("Swap A with what is on screen")
    assert program.store.state.scenario.name == "Hanoi 2019"
    assert program.store.state.pins[0].name == "October 2025"
    choose("Load A")
    assert program.store.state.loaded.name == "October 2025"
    choose("Compare with A")
    assert program.window.menus.actions["compare"].isChecked()
    choose("Unpin A")
    assert letters(program) == []
    assert not menu.isEnabled()


def test_a_and_b_swap_letters_once_both_are_there(program: Program) -> None:
    load(program, "hanoi-2019", "october-2025")
    swap = program.window.menus.actions["swap_pins"]
    assert not swap.isEnabled()
    trigger(program, "pin_snapshot")
    assert swap.isEnabled()
    swap.trigger()
    assert [pin.name for pin in program.store.state.pins] == ["October 2025", "Hanoi 2019"]


def test_a_note_names_the_pin_everywhere_and_the_row_has_a_menu(
    qtbot: QtBot, program: Program
) -> None:
    load(program, "hanoi-2019", "october-2025")
    row = program.window.desk.workbench.summary.compare.row("A")
    qtbot.keyClicks(row.note, "Before")
    assert board(program).pins == (("A", "Before"),)
    assert row.note.accessibleName() == "Note on pin A"
    row.menu.actions()[-1].trigger()
    assert letters(program) == []
    assert not row.isVisibleTo(program.window)


def test_a_pin_that_is_compared_with_and_goes_gives_way_to_the_baseline(program: Program) -> None:
    load(program, "hanoi-2019", "october-2025")
    comparing = program.window.desk.pictures.comparing
    comparing.do("compare", "A")
    program.store.unpin("A")
    assert comparing.against == "baseline"
    program.store.undo()
    assert comparing.against == "A"


def test_pins_are_saved_and_opened_with_the_document(
    open_program: OpenProgram, program: Program, answers: Answers, tmp_path: Path
) -> None:
    load(program, "hanoi-2019", "october-2025")
    program.store.write_pin_note("A", "Before")
    answers.to_save = tmp_path / "mine.dealzone"
    program.window.desk.session.save()
    other = open_program()
    other.window.desk.session.open_path(answers.to_save)
    assert other.store.state.pins == program.store.state.pins
    assert other.store.state.is_saved


def test_boards_side_by_side_show_screen_pins_and_baseline(program: Program) -> None:
    pictures = program.window.desk.pictures
    alone = figure_of("boards", pictures.viewing())
    assert isinstance(alone, BoardsFigure)
    assert alone.hint
    load(program, "hanoi-2019", "october-2025-declared", "october-2025")
    pictures.choose_lower_view("boards")
    figure = figure_of("boards", pictures.viewing())
    assert isinstance(figure, BoardsFigure)
    assert figure.names == ("On screen: October 2025", "B: October 2025, declared lines")
    assert not figure.hint
    pictures.choose("boards.3", "A")
    assert len(boards(program)) == 3
    pictures.choose("boards.3", "none")
    figure = figure_of("boards", pictures.viewing())
    assert isinstance(figure, BoardsFigure)
    assert len(figure.boards) == 2


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_the_comparison_is_exported_as_one_page(
    program: Program, answers: Answers, tmp_path: Path, suffix: str
) -> None:
    load(program, "hanoi-2019", "october-2025")
    program.window.desk.pictures.comparing.do("compare", "A")
    trigger(program, "export_comparison")
    export = program.window.commands.comparison.export
    assert export.dialog.isVisible()
    export.dialog.hide()
    answers.to_export = tmp_path / f"page.{suffix}"
    export.dialog.export_requested.emit(suffix, 1200, 800)
    assert answers.to_export.stat().st_size > 1000
    assert "is written" in program.window.statusBar().currentMessage()
    if suffix == "png":
        assert QImageReader(str(answers.to_export)).size().width() == 1200
    page = export.page((1200, 800))
    assert page.figure.title == "Deal zones side by side"
    assert page.settings.startswith("A: Hanoi 2019, as of 26 February 2019. Missile advances")
    assert len(page.columns) == 2
    answers.to_export = None
    export.dialog.export_requested.emit(suffix, 1200, 800)


def test_a_page_with_too_much_to_say_counts_the_rest(program: Program) -> None:
    load(program, "hanoi-2019", "october-2025-declared", "october-2025")
    page = program.window.commands.comparison.export.page((400, 260))
    assert len(page.columns) == 4


def test_comparing_keeps_every_focusable_part_named(program: Program) -> None:
    load(program, "hanoi-2019", "october-2025")
    compare = program.window.desk.workbench.summary.compare
    parts = [
        each
        for each in compare.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisibleTo(compare)
    ]
    assert len(parts) == 3
    assert all(each.accessibleName() for each in parts)


def test_an_assumption_that_differs_leads_to_the_window_of_assumptions(
    program: Program, qtbot: QtBot
) -> None:
    trigger(program, "pin_snapshot")
    program.window.commands.scenario.look_through("kim-taewoo")
    qtbot.waitUntil(lambda: not program.store.state.is_stale)
    program.window.desk.pictures.comparing.choose_against("A")
    summary = program.window.desk.workbench.summary
    assert "Assumptions that differ" in words(summary)
    name = next(each for each in entries(program) if "long-range missiles" in each.lower())
    entries(program)[name].click()
    assert program.window.commands.scenario.assumptions.window is not None
    trigger(program, "compare")
    assert "Assumptions that differ" not in words(summary)
