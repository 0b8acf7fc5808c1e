"""The editor window: what is typed stands in the case, is checked, undone, and kept apart."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFormLayout, QPushButton
from pytestqt.qtbot import QtBot

from explorer.files.case_file import bundled_case
from explorer.files.case_problems import CaseProblem, checked_content
from explorer.files.case_text import case_content
from explorer.model.case_outline import outline
from explorer.model.case_tree import Content, Path, at
from explorer.store.case_draft import CaseDraft
from explorer.ui.case_editor.editor_window import CaseEditorWindow
from explorer.ui.case_editor.entries_row import EntriesRow
from explorer.ui.case_editor.form import Form, PartRow
from explorer.ui.case_editor.form_plan import page_plan
from explorer.ui.case_editor.grid_row import GridRow
from explorer.ui.case_editor.rows import AreaRow, ChoiceRow, FlagRow, LineRow, ValueRow
from explorer.ui.widgets.text_field import TextField

KOREA = case_content(bundled_case())
BASE = ("issues", 0, "cost", "base", "values")


def row(editor: CaseEditorWindow, path: Path) -> ValueRow:
    """Return the row at a place, on its page."""
    editor.go_to(path)
    return next(each for each in editor.form.rows if each.path == path)


def line(editor: CaseEditorWindow, path: Path) -> LineRow:
    found = row(editor, path)
    assert isinstance(found, LineRow)
    return found


def grid(editor: CaseEditorWindow, path: Path) -> GridRow:
    found = row(editor, path)
    assert isinstance(found, GridRow)
    return found


def type_into(found: LineRow, text: str) -> None:
    found.field.selectAll()
    QTest.keyClicks(found.field, text)


def press(found: GridRow | EntriesRow, change: str) -> None:
    found.buttons.buttons[change].click()


def looked(editor: CaseEditorWindow, qtbot: QtBot) -> None:
    """Wait until the newest content has been looked at."""
    qtbot.waitUntil(
        lambda: editor.look is not None and editor.look.content is editor.keeper.content
    )


@pytest.mark.parametrize("case", [KOREA, None], ids=["korea", "template"])
def test_every_page_shows_its_part_and_changes_nothing(
    editor: CaseEditorWindow, content: Content, case: Content | None
) -> None:
    wanted = case or content
    editor.open_draft(CaseDraft(wanted, wanted))
    for page in outline(wanted, editor.keeper.words):
        editor.go_to(page.path)
        assert editor.where == page.path
        assert editor.form.rows or not at(wanted, page.path)
        for each in editor.form.rows:
            target = each.target()
            if target.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert target.accessibleName()
                target.setFocus()
    editor.tree.setFocus()
    assert editor.keeper.content == wanted
    assert not editor.keeper.draft.past


def test_what_is_typed_stands_in_the_case_and_is_one_step(
    editor: CaseEditorWindow, content: Content, qtbot: QtBot
) -> None:
    type_into(line(editor, ("name",)), "Two ports")
    assert editor.keeper.content["name"] == "Two ports"
    assert len(editor.keeper.draft.past) == 1
    assert "Two ports" in editor.windowTitle()
    type_into(line(editor, BASE), "0, 5, 12.5")
    assert at(editor.keeper.content, BASE) == [0, 5, 12.5]
    looked(editor, qtbot)
    assert editor.look is not None
    assert editor.look.case is not None
    assert editor.look.case.name == "Two ports"
    editor.undo.click()
    editor.undo.click()
    assert editor.keeper.content == content
    assert not editor.undo.isEnabled()
    editor.redo.click()
    assert editor.where == ()
    assert line(editor, ("name",)).field.text() == "Two ports"


def test_a_problem_is_told_at_its_row_and_in_the_list_and_leads_there(
    editor: CaseEditorWindow, qtbot: QtBot
) -> None:
    looked(editor, qtbot)
    assert editor.side.board.isVisibleTo(editor)
    type_into(line(editor, BASE), "0, 5")
    looked(editor, qtbot)
    assert editor.side.problems.count() == 1
    assert editor.side.board.isVisibleTo(editor)
    assert "before" in editor.side.state.text()
    editor.go_to(())
    assert not any(each.trouble.isVisibleTo(editor) for each in editor.form.rows)
    editor.side.problems.setCurrentRow(0)
    QTest.keyClick(editor.side.problems, Qt.Key.Key_Return)
    assert editor.where == ("issues", 0)
    assert any(each.trouble.isVisibleTo(editor) for each in editor.form.rows)
    assert editor.tree.currentItem().text(0).startswith("\N{WARNING SIGN}")
    type_into(line(editor, BASE), "0, 5, 9")
    looked(editor, qtbot)
    assert editor.look is not None
    assert not [each for each in editor.look.problems if each.is_error]
    assert not any(each.trouble.isVisibleTo(editor) for each in editor.form.rows)


def test_an_id_changes_wherever_it_is_named(editor: CaseEditorWindow, qtbot: QtBot) -> None:
    found = line(editor, ("controls", 0, "id"))
    type_into(found, "endurance")
    assert at(editor.keeper.content, ("controls", 0, "id")) == "patience"
    QTest.keyClick(found.field, Qt.Key.Key_Return)
    assert at(editor.keeper.content, ("controls", 0, "id")) == "endurance"
    assert not checked_content(editor.keeper.content).errors


def test_a_level_is_added_with_a_number_in_every_series(
    editor: CaseEditorWindow, qtbot: QtBot
) -> None:
    levels = grid(editor, ("issues", 0, "levels"))
    press(levels, "add")
    looked(editor, qtbot)
    assert editor.look is not None
    assert {each.path[:3] for each in editor.look.problems if each.is_error} == {
        ("issues", 0, "levels")
    }
    assert at(editor.keeper.content, BASE) == [0, 10, 30, 30]
    levels = grid(editor, ("issues", 0, "levels"))
    assert levels.table.rowCount() == 4
    for column, words in enumerate(("more than all", "more")):
        levels.table.setCurrentCell(3, column)
        levels.table.editItem(levels.table.item(3, column))
        fields = levels.table.findChildren(TextField)
        field = next(each for each in fields if not each.isHidden())
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return)
        # The view takes what was typed once the key has gone through.
        place = ("issues", 0, "levels", 3, ("words", "short")[column])
        qtbot.waitUntil(lambda at_place=place: bool(at(editor.keeper.content, at_place)))
    assert not checked_content(editor.keeper.content).errors
    levels.table.setCurrentCell(3, 0)
    press(levels, "up")
    assert at(editor.keeper.content, ("issues", 0, "levels", 2, "short")) == "more"
    press(levels, "remove")
    assert at(editor.keeper.content, BASE) == [0, 10, 30]


def test_a_level_taken_away_in_the_middle_takes_numbers_of_levels_along(
    editor: CaseEditorWindow,
) -> None:
    before = editor.keeper.content
    levels = grid(editor, ("issues", 0, "levels"))
    levels.table.setCurrentCell(1, 0)
    press(levels, "remove")
    assert at(editor.keeper.content, ("rows", 1, "levels", "commitment")) == 1
    assert at(editor.keeper.content, ("packages", 0, "levels", "commitment")) == 0
    assert editor.note.isVisible()
    said = editor.note.text().replace("\N{ZERO WIDTH SPACE}", "")
    assert said.startswith("1 number of a level elsewhere moved along. 2 that named this level")
    assert "A small deal; Board rows" in said
    assert len(editor.keeper.draft.past) == 1
    editor.undo.click()
    assert editor.keeper.content == before
    assert not editor.note.isVisible()


def test_many_places_of_a_level_are_counted(editor: CaseEditorWindow) -> None:
    editor.open_draft(CaseDraft(KOREA, KOREA))
    editor.keeper.change_entry(("issues", 0, "levels"), "remove", 1)
    assert "... and 6 more." in editor.note.text()
    editor.keeper.change_entry(("issues", 0, "levels"), "up", 1)
    assert "that named this level" not in editor.note.text()
    assert "record" not in editor.note.text()


def test_entries_are_added_copied_moved_and_taken_away_by_keyboard(
    editor: CaseEditorWindow,
) -> None:
    found = row(editor, ("presets",))
    assert isinstance(found, EntriesRow)
    found.list.setCurrentRow(0)
    press(found, "copy")
    assert [each["id"] for each in editor.keeper.content["presets"]] == ["today", "today-2"]
    assert found.list.currentRow() == 1
    press(found, "up")
    assert [each["id"] for each in editor.keeper.content["presets"]] == ["today-2", "today"]
    assert found.list.currentRow() == 0
    QTest.keyClick(found.list, Qt.Key.Key_Delete)
    assert [each["id"] for each in editor.keeper.content["presets"]] == ["today"]
    press(found, "add")
    assert editor.where == ("presets", 1)
    editor.undo.click()
    assert editor.where == ("presets",)
    found = row(editor, ("presets",))
    assert isinstance(found, EntriesRow)
    found.list.setCurrentRow(0)
    QTest.keyClick(found.list, Qt.Key.Key_Return)
    assert editor.where == ("presets", 0)


def test_a_part_that_may_be_missing_is_made_and_taken_away(editor: CaseEditorWindow) -> None:
    path = ("issues", 0, "benefit", "growth")
    part = row(editor, path)
    assert isinstance(part, PartRow)
    part.button.click()
    assert isinstance(at(editor.keeper.content, path), dict)
    control = row(editor, (*path, "control"))
    assert isinstance(control, ChoiceRow)
    assert control.box.findData("patience") >= 0
    control.box.setCurrentIndex(control.box.findData("patience"))
    control.box.activated.emit(control.box.currentIndex())
    assert at(editor.keeper.content, (*path, "control")) == "patience"
    part = row(editor, path)
    assert isinstance(part, PartRow)
    part.button.click()
    assert "growth" not in editor.keeper.content["issues"][0]["benefit"]


def test_a_control_becomes_of_another_kind_and_keeps_its_words(editor: CaseEditorWindow) -> None:
    editor.go_to(("controls", 5))
    kind = next(each for each in editor.form.rows if each.path == ("controls", 5))
    assert isinstance(kind, ChoiceRow)
    place = kind.box.findData("consent")
    kind.box.setCurrentIndex(place)
    kind.box.activated.emit(place)
    changed = editor.keeper.content["controls"][5]
    assert changed["kind"] == "consent"
    assert changed["name"] == "Red line on the concession"
    assert "bound" not in changed


def test_values_by_id_stand_in_a_table(editor: CaseEditorWindow) -> None:
    values = grid(editor, ("presets", 0, "values"))
    press(values, "add")
    values = grid(editor, ("presets", 0, "values"))
    values.key_changed.emit(values.path, 0, "patience")
    values.edited.emit((*values.path, "patience"), 70)
    assert at(editor.keeper.content, values.path) == {"patience": 70}
    assert values.table.item(0, 0).text() == "How well the target can wait (patience)"
    assert values.table.item(0, 1).text() == "70"


def test_long_texts_flags_and_lists_are_typed(editor: CaseEditorWindow) -> None:
    summary = row(editor, ("summary",))
    assert isinstance(summary, AreaRow)
    summary.area.selectAll()
    QTest.keyClicks(summary.area, "Short.")
    assert editor.keeper.content["summary"] == "Short."
    outlook = row(editor, ("outlook",))
    assert isinstance(outlook, PartRow)
    outlook.button.click()
    editor.keeper.change_entry(("outlook", "windows"), "add", -1)
    editor.keeper.change_part(("outlook", "windows", 0, "outcome"), True)
    met = row(editor, ("outlook", "windows", 0, "outcome", "met"))
    assert isinstance(met, FlagRow)
    met.box.click()
    assert at(editor.keeper.content, met.path) is True


@pytest.mark.parametrize("wish", ["undo", "redo", "save"])
def test_keys_undo_in_the_case_whatever_field_has_the_keyboard(
    editor: CaseEditorWindow, wish: str, qtbot: QtBot
) -> None:
    found = line(editor, ("name",))
    type_into(found, "Two ports")
    control = Qt.KeyboardModifier.ControlModifier
    with_shift = control | Qt.KeyboardModifier.ShiftModifier
    if wish == "save":
        with qtbot.waitSignal(editor.save_requested):
            QTest.keyClick(found.field, Qt.Key.Key_S, control)
        return
    QTest.keyClick(found.field, Qt.Key.Key_Z, control)
    assert editor.keeper.content["name"] == "Name of the case"
    if wish == "redo":
        QTest.keyClick(found.field, Qt.Key.Key_Z, with_shift)
        assert editor.keeper.content["name"] == "Two ports"


def test_what_goes_away_under_the_page_leads_to_what_held_it(editor: CaseEditorWindow) -> None:
    editor.keeper.change_entry(("presets",), "copy", 0)
    editor.go_to(("presets", 1))
    editor.keeper.change_entry(("presets",), "remove", 1)
    assert editor.where == ("presets",)


def test_closing_is_asked_for_and_not_done(editor: CaseEditorWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.close_requested):
        editor.reject()
    event = QCloseEvent()
    with qtbot.waitSignal(editor.close_requested):
        editor.closeEvent(event)
    assert not event.isAccepted()
    assert editor.isVisible()


def test_nothing_is_cut_in_the_window(editor: CaseEditorWindow) -> None:
    for button in editor.findChildren(QPushButton):
        if button.isVisibleTo(editor):
            assert button.width() >= button.minimumSizeHint().width()
    assert editor.childAt(QPoint(5, 5)) is not None


def test_what_is_wrong_with_a_page_as_a_whole_stands_above_its_rows(
    editor: CaseEditorWindow, qtbot: QtBot
) -> None:
    editor.keeper.edit(("target_stakes", "waiting", "base", "value"), 99)
    looked(editor, qtbot)
    editor.go_to(("target_stakes",))
    assert any("outside its range" in each.trouble.text() for each in editor.form.rows)
    editor.keeper.edit(("presets", 0, "note"), "")
    editor.keeper.edit(("controls",), [])
    editor.keeper.undo()
    editor.keeper.edit(("later",), [{"date": "x", "words": "w", "source": "judgement"}])
    looked(editor, qtbot)
    editor.go_to(("presets", 0))
    editor.form.show_problems([CaseProblem(("presets", 0), "It is wrong.")], ("presets", 0))
    assert "It is wrong." in editor.form.trouble.text()


def test_rows_of_the_live_board_are_chosen(editor: CaseEditorWindow, qtbot: QtBot) -> None:
    looked(editor, qtbot)
    editor.side.board.row_chosen.emit("all")
    assert editor.side.board._figure is not None
    assert [lane.id for lane in editor.side.board._figure.lanes if lane.is_selected] == ["all"]
    editor.keeper.edit(("rows",), [])
    looked(editor, qtbot)
    assert not editor.side.board.isVisibleTo(editor)
    assert "row" in editor.side.state.text()
    editor.side.board.row_chosen.emit("all")
    editor.side.forget()


def test_numbers_for_an_issue_stand_under_its_id(editor: CaseEditorWindow) -> None:
    editor.keeper.change_entry(("stakeholders",), "add", -1)
    path = ("stakeholders", 0, "points")
    entries = row(editor, path)
    assert isinstance(entries, EntriesRow)
    press(entries, "add")
    assert editor.where == (*path, "new-1")
    about = row(editor, editor.where)
    assert isinstance(about, ChoiceRow)
    place = about.box.findData("concession")
    about.box.setCurrentIndex(place)
    about.box.activated.emit(place)
    assert editor.where == (*path, "concession")
    assert list(at(editor.keeper.content, path)) == ["concession"]
    type_into(line(editor, (*path, "concession", "values")), "0, 1, 2")
    assert at(editor.keeper.content, (*path, "concession", "values")) == [0, 1, 2]


def test_names_stand_above_their_fields_where_there_is_no_room_beside(
    editor: CaseEditorWindow,
) -> None:
    form = Form(page_plan(editor.keeper.content, ("issues", 0), editor.keeper.words))
    form.show()
    policies = []
    for width in (2000, 100):
        form.resize(width, 800)
        policies.append(form._form.rowWrapPolicy())
    form.hide()
    assert policies == [
        QFormLayout.RowWrapPolicy.WrapLongRows,
        QFormLayout.RowWrapPolicy.WrapAllRows,
    ]
