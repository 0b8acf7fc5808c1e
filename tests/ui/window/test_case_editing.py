"""Cases of one's own in the window: begun, edited, saved, used, and never lost."""

import json
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from explorer.files.case_drafts import left_drafts
from explorer.files.case_file import bundled_case, read_case
from explorer.files.places import places
from explorer.files.record_file import bundled_record, read_record
from explorer.files.shelf import Shelf, record_of, shelf, stock
from explorer.model.record import record_fits
from explorer.model.scenario import preset_scenario
from explorer.store.runner import InlineRunner
from explorer.ui.app.app import Program
from explorer.ui.case_editor import checker
from explorer.ui.case_editor.editing import TEMPLATE, CaseEditing
from explorer.ui.case_editor.editor_window import CaseEditorWindow
from explorer.ui.commands.case_editing import DISCARD, GO_ON

CASE = bundled_case()


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "PAUSE", 0)


@pytest.fixture
def editing(program: Program) -> CaseEditing:
    found = program.window.commands.case_editing.editing
    found.runner = InlineRunner()
    return found


def begin(editing: CaseEditing, start: str = TEMPLATE, name: str = "Two ports") -> CaseEditorWindow:
    editing.ask()
    asked = editing.beginning
    assert asked is not None
    asked.start.setCurrentIndex(asked.start.findData(start))
    asked.name.selectAll()
    QTest.keyClicks(asked.name, name)
    asked.begin.click()
    assert not asked.isVisible()
    assert editing.window is not None
    return editing.window


def restart(open_program) -> CaseEditing:
    found = open_program().window.commands.case_editing.editing
    found.runner = InlineRunner()
    return found


def test_a_case_is_begun_saved_listed_and_used(
    program: Program, editing: CaseEditing, data_folder: Path
) -> None:
    window = begin(editing)
    assert window.keeper.content["id"] == "two-ports"
    assert not window.keeper.draft.has_changes
    window.use.click()
    path = places(data_folder).cases / "two-ports.json"
    assert read_case(path).name == "Two ports"
    assert program.store.state.scenario.case.id == "two-ports"
    entries = [act.text() for act in program.window.menus.submenus["cases"].actions()]
    assert any("Two ports" in entry for entry in entries)


def test_what_comes_with_the_program_is_edited_as_a_copy(
    program: Program, editing: CaseEditing, data_folder: Path
) -> None:
    program.window.commands.case_editing.edit()
    window = editing.window
    assert window is not None
    assert window.keeper.content["id"] == f"{CASE.id}-copy"
    assert "history" not in window.keeper.content
    assert editing.save()
    names = sorted(path.name for path in places(data_folder).cases.iterdir())
    assert names == [f"{CASE.id}-copy.json", f"{CASE.id}-copy.record.json"]
    program.window.commands.case_editing.edit()
    assert window.keeper.content["id"] == f"{CASE.id}-copy-2"


def test_the_record_of_a_copy_goes_along_and_keeps_naming_the_same_levels(
    program: Program, editing: CaseEditing, data_folder: Path
) -> None:
    given = bundled_record(CASE)
    assert given is not None
    window = begin(editing, CASE.id, "Mine")
    assert editing.save()
    folder = places(data_folder).cases
    case, record = read_case(folder / "mine.json"), read_record(folder / "mine.record.json")
    assert record_of(case) == record
    assert record.episodes == given.episodes
    before = case.issues[0].levels
    window.keeper.change_entry(("issues", 0, "levels"), "copy", 1)
    assert "In the record of history" in window.note.text()
    assert editing.save()
    shifted = read_record(folder / "mine.record.json")
    longer = read_case(folder / "mine.json")
    assert record_fits(shifted, longer)
    assert shifted.episodes != given.episodes
    names = [
        [
            [levels[proposal.levels.get(CASE.issues[0].id, 0)].words for proposal in each.proposals]
            for each in found.episodes
        ]
        for found, levels in ((given, before), (shifted, longer.issues[0].levels))
    ]
    assert names[0] == names[1]
    window.undo.click()
    assert editing.save()
    assert read_record(folder / "mine.record.json") == record
    editing.close()
    editing.edit(case)
    assert window.keeper.draft.record == json.loads(
        (folder / "mine.record.json").read_text("utf-8")
    )


def test_a_record_that_no_longer_fits_is_told_and_kept(
    program: Program, editing: CaseEditing, data_folder: Path
) -> None:
    told: list[str] = []
    editing.told.connect(told.append)
    window = begin(editing, CASE.id, "Mine")
    window.keeper.edit(("issues", 0, "id"), "renamed")
    assert editing.save()
    assert "mine.record.json names controls, issues or levels" in told[-1]
    window.keeper.edit(("name",), "Ours")
    assert editing.save()
    assert "mine.record.json" in told[-1]


def test_no_record_of_another_case_is_written_over(
    program: Program, editing: CaseEditing, data_folder: Path, answers
) -> None:
    folder = places(data_folder).cases
    folder.mkdir(parents=True, exist_ok=True)
    there = folder / "mine.record.json"
    there.write_text("kept", "utf-8")
    begin(editing, CASE.id, "Mine")
    assert not editing.save()
    assert "mine.record.json is there already" in answers.errors[-1]
    assert there.read_text("utf-8") == "kept"
    assert not (folder / "mine.json").exists()


def test_a_draft_keeps_its_record(
    program: Program, editing: CaseEditing, data_folder: Path, open_program
) -> None:
    folder = places(data_folder).cases
    window = begin(editing, CASE.id, "Mine")
    window.keeper.edit(("summary",), "Half a sentence.")
    held = window.keeper.draft.record
    editing._autosave.leave()
    again = restart(open_program)
    again.go_on(again.left()[0])
    assert again.window is not None
    assert again.window.keeper.draft.record == held
    assert again.save()
    assert read_record(folder / "mine.record.json").case == "mine"
    again.window.keeper.edit(("summary",), "A sentence.")
    again._autosave.leave()
    third = restart(open_program)
    third.go_on(third.left()[0])
    assert third.save()
    # A record that cannot be read any more stays as it is.
    (folder / "mine.record.json").write_text("{", "utf-8")
    third.close()
    third.edit(read_case(folder / "mine.json"))
    assert third.window is not None
    assert third.window.keeper.draft.record is None


def test_a_case_of_ones_own_is_edited_in_its_file(
    program: Program, editing: CaseEditing, data_folder: Path
) -> None:
    window = begin(editing)
    window.use.click()
    before = (places(data_folder).cases / "two-ports.json").read_text("utf-8")
    editing.close()
    assert not window.isVisible()
    program.window.commands.case_editing.edit()
    assert editing.save()
    path = places(data_folder).cases / "two-ports.json"
    assert json.loads(path.read_text("utf-8")) == json.loads(before)
    window.keeper.edit(("name",), "Three ports")
    assert editing.save()
    assert read_case(path).name == "Three ports"


def test_a_case_that_is_not_sound_is_not_saved_and_its_draft_is_offered(
    program: Program, editing: CaseEditing, data_folder: Path, answers, open_program
) -> None:
    window = begin(editing)
    window.keeper.edit(("name",), "")
    assert not editing.save()
    assert "name" in answers.errors[-1]
    assert not list(places(data_folder).cases.glob("*.json"))
    answers.changes = "save"
    editing.close()
    assert not window.isVisible()
    again = restart(open_program)
    again.ask()
    assert again.beginning is not None
    assert again.beginning.drafts.isVisibleTo(again.beginning)
    go_on = again.beginning.drafts.findChildren(QPushButton)[0]
    go_on.click()
    assert again.window is not None
    assert again.window.keeper.content["id"] == "two-ports"
    assert again.window.keeper.draft.has_changes
    again.window.keeper.edit(("name",), "Two ports")
    assert again.save()
    assert again.left() == ()


def test_what_a_crash_left_is_offered_when_the_program_starts(
    program: Program, editing: CaseEditing, open_program
) -> None:
    window = begin(editing)
    window.keeper.edit(("summary",), "Half a sentence")
    assert editing._autosave.keep()
    assert editing.left() == ()
    editing._autosave.leave()
    again = open_program()
    commands = again.window.commands.case_editing
    commands.editing.runner = InlineRunner()
    bar = again.window.desk.workbench.message_bar
    assert "Two ports" in bar.text()
    bar.answer_chosen.emit("something else")
    bar.answer_chosen.emit(GO_ON)
    assert commands.editing.window is not None
    assert commands.editing.window.keeper.content["summary"] == "Half a sentence"


def test_a_draft_can_be_discarded_in_the_bar_and_in_the_window(
    program: Program, editing: CaseEditing, open_program
) -> None:
    for name in ("One", "Two"):
        begin(editing, name=name).keeper.edit(("summary",), "Half")
        editing._autosave.leave()
    again = open_program().window.commands.case_editing
    assert len(again.editing.left()) == 2
    again.answer(DISCARD)
    assert len(again.editing.left()) == 1
    again.editing.ask()
    assert again.editing.beginning is not None
    again.editing.beginning.drafts.findChildren(QPushButton)[1].click()
    assert again.editing.left() == ()
    assert not again.editing.beginning.drafts.isVisibleTo(again.editing.beginning)


@pytest.mark.parametrize(("answer", "goes"), [("cancel", False), ("discard", True), ("save", True)])
def test_closing_asks_about_what_is_unsaved(
    program: Program, editing: CaseEditing, answers, answer: str, goes: bool
) -> None:
    window = begin(editing)
    window.keeper.edit(("summary",), "Another summary.")
    answers.changes = answer
    window.reject()
    assert answers.asked == 1
    assert window.isVisible() is not goes
    assert ("two-ports" in {file.id for file in shelf().cases()}) is (answer == "save")
    assert program.window.commands.case_editing.may_close() is goes


def test_closing_goes_on_only_once_saving_has_worked(
    program: Program, editing: CaseEditing, answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = begin(editing)
    window.keeper.edit(("id",), CASE.id)
    answers.changes = "save"
    assert not editing.may_leave()
    assert CASE.id in answers.errors[-1]
    program.window.commands.case_editing.edit()
    assert window.keeper.content["id"] == CASE.id


def test_a_file_that_another_program_changed_is_replaced_only_if_wanted(
    editing: CaseEditing, data_folder: Path, answers
) -> None:
    window = begin(editing)
    assert editing.save()
    path = places(data_folder).cases / "two-ports.json"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    window.keeper.edit(("name",), "Other")
    assert not editing.save()
    answers.changed_file = "replace"
    assert editing.save()
    assert read_case(path).name == "Other"


def test_without_a_folder_nothing_is_saved_and_that_is_said(editing: CaseEditing, answers) -> None:
    begin(editing)
    stock(Shelf())
    assert not editing.save()
    assert "folder" in answers.errors[-1]


def test_a_new_case_can_be_a_copy_of_any(editing: CaseEditing, data_folder: Path) -> None:
    begin(editing)
    assert editing.save()
    path = places(data_folder).cases / "two-ports.json"
    window = begin(editing, str(path), "Four ports")
    assert window.keeper.content["id"] == "four-ports"
    window = begin(editing, CASE.id, "Mine")
    assert len(window.keeper.content["issues"]) == len(CASE.issues)


def test_the_id_follows_the_name_until_it_is_typed(editing: CaseEditing) -> None:
    editing.ask()
    asked = editing.beginning
    assert asked is not None
    asked.name.selectAll()
    QTest.keyClicks(asked.name, "Ägypten 1977")
    assert asked.id.text() == "agypten-1977"
    QTest.keyClicks(asked.id, "x")
    QTest.keyClicks(asked.name, "9")
    assert asked.id.text() == "agypten-1977x"


def test_a_case_file_that_has_gone_is_told(
    program: Program, editing: CaseEditing, data_folder: Path, answers
) -> None:
    begin(editing).use.click()
    editing.close()
    (places(data_folder).cases / "two-ports.json").unlink()
    program.window.commands.case_editing.edit()
    assert answers.errors


def test_nothing_is_saved_before_there_is_an_editor(editing: CaseEditing) -> None:
    assert not editing.save()
    editing.close()
    editing.end()


def test_a_draft_that_cannot_be_kept_does_no_harm(
    editing: CaseEditing, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert not editing._autosave.keep()
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    editing._autosave._folder = blocked / "drafts"
    begin(editing).keeper.edit(("name",), "X")
    assert not editing._autosave.keep()
    editing._autosave.leave()


def test_what_is_typed_is_kept_by_itself_and_forgotten_once_saved(
    editing: CaseEditing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    editing._autosave._timer.setInterval(0)
    window = begin(editing)
    window.keeper.edit(("summary",), "Half a sentence.")
    kept = editing._folder
    qtbot.waitUntil(lambda: bool(list(kept.glob("*.session"))))
    assert left_drafts(kept) == ()
    assert editing.save()
    assert not list(kept.glob("*.session"))


def test_a_case_with_changed_assumptions_is_copied_with_them(
    program: Program, editing: CaseEditing
) -> None:
    from explorer.model.assumption import Estimate, with_estimates

    varied = with_estimates(CASE, {"target_stakes.headline.points": Estimate((7,), 7, 7)})
    program.store.load(preset_scenario(varied, varied.default_preset), "vary")
    program.window.commands.case_editing.edit()
    assert editing.window is not None
    content = editing.window.keeper.content
    assert content["target_stakes"]["headline"]["points"]["value"] == 7
    assert "changes" not in content


def test_cases_of_ones_own_stand_on_the_start_page(
    program: Program, editing: CaseEditing, qtbot: QtBot
) -> None:
    program.window.show_start_page()
    before = [choice.value for choice in program.window.start_page.cases.words]
    program.window.show_workbench()
    begin(editing)
    assert editing.save()
    editing.close()
    program.window.show_start_page()
    words = program.window.start_page.cases.words
    (own,) = (choice for choice in words if choice.value not in before)
    assert "Two ports" in own.accessibleName()
    own.click()
    qtbot.waitUntil(lambda: program.store.state.scenario.case.id == "two-ports")
