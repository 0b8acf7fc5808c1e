"""The study window: it runs, stops, goes on, opens rows as scenarios, and loses nothing."""

from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from explorer.figures.study_form import usual_plan
from explorer.figures.study_table import StudyTable
from explorer.files.case_file import bundled_case
from explorer.files.case_text import case_content, write_case
from explorer.files.rows.kept import FORMS, kept_rows, write_rows
from explorer.files.rows.working import working_path
from explorer.files.study_file import read_study, write_study
from explorer.model.case import Case
from explorer.model.errors import ExplorerError, FileError, ScenarioError
from explorer.model.scenario import default_scenario, preset_scenario
from explorer.model.study import Progress
from explorer.model.study_found import Outcome
from explorer.model.study_plan import LatinHypercube
from explorer.store.state import Snapshot
from explorer.studies.designed import chunks
from explorer.studies.designed.batch import row_scenario
from explorer.studies.designed.design import prepared
from explorer.ui.study import study_runs, study_session, study_steps
from explorer.ui.study.study_steps import case_of, study_in
from tests.solved_studies import KOREA, korea_plan, korea_table, small_plan, small_table
from tests.ui.study.conftest import Studies
from tests.ui.window.conftest import Answers, OpenProgram, settle

LONG = small_plan().having(combine=LatinHypercube(rows=40))


def table(studies: Studies) -> StudyTable:
    found = studies.window.model.table
    assert found is not None
    return found


def other_case() -> Case:
    return Case.model_validate({**KOREA.model_dump(mode="json"), "id": "other"})


def told(studies: Studies) -> str:
    return studies.window.status.text()


def test_it_opens_from_the_menu_and_says_how_large_a_study_is(studies: Studies) -> None:
    assert studies.window.isVisible()
    assert "study" in studies.program.window.menus.actions
    studies.plan(small_plan())
    assert studies.window.size_panel.text().startswith("6 rows, ")
    studies.window.show_page("rows")
    assert studies.window.nothing.isVisible()
    assert not studies.window.export_button.isEnabled()
    assert not studies.window.size_panel.isVisible()


def test_no_page_takes_the_room_that_another_needs(studies: Studies) -> None:
    studies.run()
    window = studies.window
    stack = window.pictures.parentWidget()
    assert isinstance(stack, QStackedWidget)
    heights: dict[str, int] = {}
    for page in ("plan", "pictures"):
        window.show_page(page)
        heights[page] = stack.currentWidget().minimumSizeHint().height()
        assert stack.minimumSizeHint().height() == heights[page]
    assert heights["plan"] != heights["pictures"]


def test_a_run_gives_the_rows_of_the_study(studies: Studies) -> None:
    studies.run()
    np.testing.assert_array_equal(table(studies).values, small_table().values)
    assert told(studies) == "6 rows are done."
    assert studies.window.rows.isVisible()
    assert not studies.window.progress.isVisible()
    assert not studies.session.runs.can_resume


@pytest.mark.parametrize("row", [0, 5])
def test_every_row_opens_as_its_scenario_and_undo_takes_it_back(studies: Studies, row: int) -> None:
    studies.run()
    before = studies.program.store.state.scenario
    view = studies.window.rows
    view.setCurrentIndex(studies.window.model.index(row, 1))
    QTest.keyClick(view, Qt.Key.Key_Return)
    scenario = studies.program.store.state.scenario
    expected = row_scenario(prepared(small_plan(), KOREA), row)
    assert scenario.values == expected.values
    assert scenario.name == f"row {row + 1} of Six rows"
    settle(studies.program)
    zone = studies.program.store.state.result.zone.packages
    assert zone == table(studies).numbers("zone.packages")[row]
    studies.program.store.undo()
    assert studies.program.store.state.scenario == before


def test_a_row_with_other_assumptions_opens_with_them(studies: Studies) -> None:
    studies.run(korea_plan(LatinHypercube(rows=6)))
    studies.session.open_row(2)
    settle(studies.program)
    state = studies.program.store.state
    assert {change.id for change in state.scenario.case.changes} >= {"issues.icbm.cost.base"}
    assert state.result.zone.packages == table(studies).numbers("zone.packages")[2]


def of_other_case(studies: Studies) -> None:
    """Show the rows of a study of another case."""
    studies.run()
    opened = studies.session.opened
    assert opened is not None
    plan = small_plan().having(case="other")
    head = type(opened.table.head).model_validate({**dict(opened.table.head), "plan": plan})
    moved = StudyTable(other_case(), head, opened.table.values)
    studies.session._take_opened(study_steps.Opened(moved, opened.path, is_done=True))


def test_a_row_of_another_case_opens_in_a_document_of_that_case(
    studies: Studies, answers: Answers
) -> None:
    of_other_case(studies)
    answers.changes = "cancel"
    before = studies.program.store.state.scenario
    studies.session.open_row(0)
    assert answers.asked == 1
    assert studies.program.store.state.scenario is before
    answers.changes = "discard"
    studies.session.open_row(3)
    settle(studies.program)
    state = studies.program.store.state
    assert state.scenario.case.id == "other"
    assert state.scenario.name == "row 4 of Six rows"
    assert state.loaded == state.scenario
    assert state.result.zone.packages == table(studies).numbers("zone.packages")[3]
    assert state.undo_name is None
    assert "row 4 of Six rows in a new document of the case" in told(studies)
    assert "The case has changed since the study was run" in told(studies)
    assert studies.session.plan.case == "other"


def test_a_row_that_cannot_stand_is_told(studies: Studies, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise ScenarioError("it cannot stand")

    studies.run()
    monkeypatch.setattr(study_session, "row_scenario", refuse)
    studies.session.open_row(0)
    assert told(studies) == "it cannot stand"


def test_before_there_are_rows_none_is_opened_exported_or_searched(studies: Studies) -> None:
    before = studies.program.store.state.scenario
    studies.session.open_row(0)
    studies.session._act(".csv")
    studies.session._discover(Outcome("zone.packages", 1))
    studies.window.boxes.look.click()
    studies.window.boxes.show_found(Outcome("zone.packages", 1), None)
    assert studies.program.store.state.scenario is before
    assert not studies.session.runs.is_running


def test_a_stopped_run_keeps_its_rows_and_goes_on(
    studies: Studies, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunks, "CHUNK_ROWS", 8)
    studies.plan(LONG)

    def stop(share: float, words: str) -> None:
        if share > 0 and "done" in words:
            studies.window.buttons["stop"].click()

    studies.session.runs.progressed.connect(stop)
    studies.window.buttons["run"].click()
    studies.rest()
    studies.qtbot.waitUntil(lambda: studies.window.model.table is not None)
    studies.rest()
    kept = table(studies).size
    assert 0 < kept < 40
    assert told(studies).startswith(f"Stopped after {kept} of 40 rows")
    studies.session.runs.progressed.disconnect(stop)
    assert studies.window.buttons["resume"].isVisible()
    studies.window.buttons["resume"].click()
    studies.rest()
    assert table(studies).size == 40
    design = prepared(LONG, KOREA)
    assert [each.name for each in table(studies).columns] == [c.name for c in design.columns]
    assert not studies.window.buttons["resume"].isVisible()


def test_the_reading_of_results_says_how_far_it_is_and_can_be_stopped(studies: Studies) -> None:
    studies.run()
    runs, said = studies.session.runs, list[str]()
    runs.progressed.connect(lambda _share, words: said.append(words))
    runs.open(runs.results, KOREA)
    studies.rest()
    assert said[-1] == "6 of 6 rows are read."
    runs.open(runs.results, KOREA)
    runs.stop()
    studies.rest()
    assert told(studies) == "Stopped; nothing was read."
    assert table(studies).size == 6


def test_a_run_begun_anew_leaves_nothing_of_the_last_one(studies: Studies) -> None:
    studies.plan(small_plan())
    working = working_path(studies.session.runs.results)
    working.parent.mkdir(parents=True, exist_ok=True)
    working.write_bytes(b"rest")
    studies.session._show_work()
    assert studies.window.buttons["resume"].isVisible()
    studies.window.buttons["resume"].click()
    studies.rest()
    assert "holds no results" in told(studies)
    studies.run()
    assert table(studies).size == 6
    assert not working.exists()


def test_a_study_beyond_its_limit_asks_for_a_second_word(studies: Studies) -> None:
    studies.plan(small_plan().having(limit=5))
    studies.window.buttons["run"].click()
    assert "more than its limit of 5" in told(studies)
    assert not studies.session.runs.is_running
    studies.window.buttons["run"].click()
    studies.rest()
    assert table(studies).size == 6


def test_more_rows_than_are_shown_are_in_the_file(
    studies: Studies, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(study_steps, "MOST_SHOWN", 4)
    studies.run()
    assert table(studies).size == 4
    assert "the first 4 are shown" in told(studies)
    assert sum(len(block) for block in kept_rows(studies.session.runs.results).blocks()) == 6


def test_many_rows_are_worth_several_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(study_steps, "all_cores", lambda: 7)
    assert study_steps._hands(10).workers == 1
    assert study_steps._hands(1_000_000).workers == 7


@pytest.mark.parametrize("ending", FORMS)
def test_rows_are_exported_in_every_form_and_opened_again(
    studies: Studies, answers: Answers, tmp_path: Path, ending: str
) -> None:
    studies.run()
    answers.to_export = tmp_path / f"rows{ending}"
    (action,) = (a for a in studies.window.export_menu.actions() if a.data() == ending)
    action.trigger()
    studies.rest()
    assert told(studies) == f"rows{ending} is written."
    studies.window.show_rows(None)
    studies.session.ask_file = lambda: answers.to_export
    studies.window.buttons["open"].click()
    studies.rest()
    np.testing.assert_array_equal(table(studies).values, small_table().values)


def test_a_study_is_saved_and_opened_again(
    studies: Studies, answers: Answers, tmp_path: Path
) -> None:
    studies.plan(small_plan())
    answers.to_export = tmp_path / "study.json"
    studies.window.buttons["save"].click()
    assert read_study(tmp_path / "study.json") == small_plan()
    studies.session.edit(LONG, "other")
    studies.session.ask_file = lambda: answers.to_export
    studies.window.buttons["open"].click()
    assert studies.session.plan == small_plan()
    assert told(studies) == "study.json is open."
    assert studies.window.form.isVisible()
    studies.program.store.undo()
    assert studies.session.plan == LONG
    answers.to_export = None
    studies.window.buttons["save"].click()
    studies.session.ask_file = lambda: None
    studies.window.buttons["open"].click()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.json", "{", "a.json"),
        ("b.json", '{"format": "dealzone-study", "name": "x"}', "starts"),
        ("c.csv", "1,2\n", "c.csv holds no results"),
    ],
)
def test_what_is_wrong_in_a_file_is_told_and_nothing_is_lost(
    studies: Studies, tmp_path: Path, name: str, content: str, words: str
) -> None:
    studies.run()
    (tmp_path / name).write_text(content)
    studies.session.ask_file = lambda: tmp_path / name
    studies.window.buttons["open"].click()
    studies.rest()
    assert words in told(studies)
    assert studies.session.plan == small_plan()
    assert table(studies).size == 6


def test_a_study_of_a_case_that_is_not_here_says_so(studies: Studies, tmp_path: Path) -> None:
    studies.plan(small_plan())
    write_study(tmp_path / "far.json", small_plan().having(case="far"))
    studies.session.ask_file = lambda: tmp_path / "far.json"
    studies.window.buttons["open"].click()
    assert "is not here" in told(studies)
    assert studies.session.plan == small_plan()


def test_a_study_of_another_case_begins_a_document_of_that_case(
    studies: Studies, answers: Answers, tmp_path: Path
) -> None:
    studies.plan(LONG)
    write_case(tmp_path / "other.json", case_content(other_case()))
    plan = small_plan().having(case="other", case_file="other.json")
    write_study(tmp_path / "study.json", plan)
    studies.session.ask_file = lambda: tmp_path / "study.json"
    answers.changes = "cancel"
    studies.window.buttons["open"].click()
    assert studies.session.plan == LONG
    answers.changes = "discard"
    studies.window.buttons["open"].click()
    assert studies.program.store.state.scenario.case.id == "other"
    assert studies.program.store.state.study == plan.having(case_file="")
    assert told(studies) == "study.json is open."
    studies.qtbot.waitUntil(studies.window.buttons["run"].isEnabled)
    (tmp_path / "elsewhere").mkdir()
    answers.to_export = tmp_path / "elsewhere" / "copy.json"
    studies.window.buttons["save"].click()
    assert read_study(answers.to_export) == plan.having(case_file="../other.json")


def test_a_study_that_cannot_be_written_says_why(
    studies: Studies, answers: Answers, tmp_path: Path
) -> None:
    answers.to_export = tmp_path / "none" / "study.json"
    studies.window.buttons["save"].click()
    assert str(answers.to_export) in told(studies)


def test_the_case_of_a_study_is_that_on_screen_or_as_its_file_says(tmp_path: Path) -> None:
    assert case_of(small_plan(), tmp_path, KOREA) is KOREA
    other = other_case()
    assert case_of(small_plan(), tmp_path, other).id == KOREA.id
    with pytest.raises(FileError):
        case_of(small_plan().having(case_file="none.json"), tmp_path, KOREA)
    path = tmp_path / "rows.csv"
    write_rows(path, small_table().head, [small_table().values])
    assert study_in(path) is None


def test_where_an_outcome_holds_is_looked_for_and_told(studies: Studies) -> None:
    found = korea_table()
    opened = study_steps.Opened(found, Path("rows.csv"), is_done=True)
    studies.session._take_opened(opened)
    studies.window.show_page("boxes")
    boxes = studies.window.boxes
    boxes.look.click()
    assert not boxes.look.isEnabled()
    studies.rest()
    assert boxes.look.isEnabled()
    assert "of 120 rows" in boxes.words.text()
    assert boxes.boxes.isVisible()
    boxes.outcome.setCurrentIndex(boxes.outcome.findData("zone.packages"))
    boxes.look.click()
    studies.rest()
    assert "nothing to tell apart" in boxes.words.text()
    assert not boxes.boxes.isVisible()


def test_a_search_that_is_stopped_finds_nothing(
    studies: Studies, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = korea_table()
    studies.session._take_opened(study_steps.Opened(found, Path("rows.csv"), is_done=True))
    runs = studies.session.runs
    runs.discover(found, found.usual)
    runs.stop()
    studies.rest()
    assert told(studies) in ("Stopped; nothing was found yet.", "")
    monkeypatch.setattr(type(runs._work), "is_stopping", True, raising=False)
    runs._work.is_stopping = True
    with pytest.raises(ExplorerError):
        runs._hear(0.5)


def test_a_mistake_of_the_program_is_not_hidden(studies: Studies) -> None:
    with pytest.raises(ZeroDivisionError):
        studies.session.runs._end(ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        studies.session._take_measured(studies.session.plan, ZeroDivisionError())
    studies.session._take_measured(LONG, ZeroDivisionError())


def test_how_far_it_is_is_told_with_the_time_left(
    studies: Studies, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = studies.session.runs
    times = iter((100.0, 110.0))
    monkeypatch.setattr(study_runs.time, "monotonic", lambda: next(times))
    assert runs._words(Progress(0, 40)) == "0 of 40 rows are done."
    assert runs._words(Progress(10, 40)) == "10 of 40 rows are done. About 30 seconds left."


def test_a_folder_that_takes_nothing_is_told(
    studies: Studies, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> Path:
        raise FileError("no room")

    studies.plan(small_plan())
    monkeypatch.setattr(study_runs, "ready_folder", refuse)
    studies.window.buttons["run"].click()
    assert told(studies) == "no room"


def test_pictures_are_made_when_somebody_looks(studies: Studies) -> None:
    studies.run(korea_plan(LatinHypercube(rows=30)))
    pictures = studies.window.pictures
    assert pictures.figure is None
    studies.window.pages._group.buttons()[2].click()
    assert pictures.isVisible()
    for kind in ("points", "cells", "lines"):
        pictures.choose("study.picture", kind)
        assert pictures.plot is not None
        assert pictures.plot.isVisible()
    opened: list[int] = []
    pictures.row_opened.connect(opened.append)
    pictures.plot.study_row_chosen.emit(3)
    assert opened == [3]
    assert "row 4" in studies.program.store.state.scenario.name
    pictures.table_button.click()
    assert pictures.twin.isVisible()
    pictures.choose("study.outcome", "zone.packages")
    assert pictures.twin.isVisible()
    pictures.table_button.click()
    assert pictures.plot.isVisible()


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_a_picture_is_exported_with_where_it_comes_from(
    studies: Studies, answers: Answers, tmp_path: Path, ending: str
) -> None:
    studies.window.pictures.export_button.click()
    studies.window.pictures.copy_button.click()
    studies.run()
    studies.window.show_page("pictures")
    pictures = studies.window.pictures
    answers.to_export = tmp_path / f"picture.{ending}"
    pictures.export_button.click()
    dialogs = studies.window.findChildren(QFileDialog)
    assert not dialogs
    export = studies.session.export
    assert export.dialog.isVisible()
    export.dialog.export_requested.emit(ending, 800, 600)
    assert told(studies) == f"picture.{ending} is written."
    content = answers.to_export.read_bytes()
    if ending == "svg":
        assert b"Six rows" in content
        assert table(studies).head.digest[:16].encode() in content
    answers.to_export = None
    export.dialog.export_requested.emit(ending, 800, 600)
    pictures.copy_button.click()
    assert QGuiApplication.clipboard().mimeData().hasFormat("image/png")
    studies.window.show_rows(None)
    pictures.figure = None
    export.dialog.export_requested.emit(ending, 800, 600)


def test_the_study_is_kept_in_the_document(
    studies: Studies, answers: Answers, tmp_path: Path, open_program: OpenProgram
) -> None:
    session = studies.program.window.desk.session
    assert not session.has_changes
    studies.session.edit(small_plan(), "plan it")
    assert session.has_changes
    answers.to_save = tmp_path / "planned.dealzone"
    assert session.save()
    assert not session.has_changes
    session.new()
    assert studies.session.plan.factors == ()
    second = open_program()
    assert second.window.desk.session.open_path(answers.to_save)
    assert second.window.commands.study.session.plan == small_plan()


def test_undo_in_either_window_takes_a_step_of_the_study_back_and_says_so(
    studies: Studies,
) -> None:
    usual = studies.session.plan
    studies.session.edit(small_plan(), "plan it")
    studies.session.edit(small_plan(), "plan it once more")
    studies.session.edit(LONG, "draw it")
    assert told(studies) == ""
    commands = studies.program.window.commands.scenario
    commands.undo()
    assert studies.session.plan == small_plan()
    assert studies.window.form.name.text() == "Six rows"
    assert told(studies) == "Undone: draw it."
    commands.undo()
    assert studies.session.plan == usual
    commands.redo()
    assert studies.session.plan == small_plan()
    assert told(studies) == "Redone: plan it."


def test_undo_of_anything_is_told_where_the_hand_is(
    studies: Studies, monkeypatch: pytest.MonkeyPatch
) -> None:
    studies.session.edit(small_plan(), "plan it")
    for is_active, words in ((True, "Undone: pin as A."), (False, "")):
        monkeypatch.setattr(studies.window, "isActiveWindow", partial(bool, is_active))
        studies.program.store.pin("A")
        studies.window.tell("")
        studies.program.store.undo()
        assert told(studies) == words


def test_before_anything_is_planned_a_study_begins_with_what_is_on_screen(
    studies: Studies,
) -> None:
    studies.window.close()
    store = studies.program.store
    store.load(preset_scenario(KOREA, KOREA.baseline_preset), "load it")
    studies.session.open()
    assert studies.session.plan == usual_plan(store.state.scenario)
    assert store.state.study is None


def test_another_case_begins_another_study(studies: Studies) -> None:
    studies.session.edit(small_plan(), "plan it")
    case = other_case()
    scenario = default_scenario(case)
    studies.program.store.open(Snapshot(scenario, scenario, scenario))
    assert studies.session.plan.case == "other"
    assert studies.session.plan.factors == ()
    assert bundled_case().id == KOREA.id


def test_return_presses_the_button_that_has_the_keyboard(studies: Studies) -> None:
    asked: list[str] = []
    studies.plan(small_plan())
    studies.window.asked.disconnect(studies.session._act)
    studies.window.asked.connect(asked.append)
    run = studies.window.buttons["run"]
    run.setFocus()
    QTest.keyClick(run, Qt.Key.Key_Return)
    field = studies.window.form.name
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert asked == ["run"]


def test_the_rows_of_a_run_have_the_keyboard(studies: Studies) -> None:
    studies.run()
    assert studies.window.focusWidget() is studies.window.rows


def test_the_buttons_stay_in_sight_in_a_low_window(studies: Studies) -> None:
    studies.window.resize(700, 320)
    studies.qtbot.waitUntil(lambda: studies.window.height() == 320)
    for id_ in ("open", "run"):
        button = studies.window.buttons[id_]
        low = button.mapTo(studies.window, button.rect().bottomLeft())
        assert studies.window.rect().contains(low)


def test_all_of_it_has_a_name_and_can_be_reached(studies: Studies) -> None:
    studies.run()
    for page in ("plan", "rows", "pictures", "boxes"):
        studies.window.show_page(page)
        for child in studies.window.findChildren(type(studies.window.buttons["run"])):
            assert child.text() or child.accessibleName()


def test_the_file_dialog_offers_every_form(
    studies: Studies, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(*arguments: object) -> tuple[str, str]:
        asked.append(str(arguments[-1]))
        return ("", "") if len(asked) == 1 else ("chosen.csv", "")

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    assert studies.session.ask_file() is None
    assert studies.session.ask_file() == Path("chosen.csv")
    assert all(ending in asked[0] for ending in FORMS)
