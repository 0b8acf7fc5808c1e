"""Documents in the real window: saving, opening, asking, recovering, and nothing lost."""

import json
from pathlib import Path

import pytest

from explorer.figures.table import dated_table, table_text
from explorer.files.resources import resource
from explorer.files.scenario_code import scenario_code
from explorer.ui.app.app import Program
from explorer.ui.export.export import Shot
from explorer.views.registry import figure_of
from tests.ui.window.conftest import settle


def edit(program: Program, control_id: str = "russia_alignment", value: float = 40) -> None:
    scenario = program.store.state.scenario.with_value(control_id, value)
    program.store.edit(scenario, "move")


def bar_text(program: Program) -> str:
    bar = program.window.desk.workbench.message_bar
    return bar.text() if bar.isVisibleTo(program.window) else ""


def test_what_was_saved_opens_again_as_it_was(open_program, program, answers, tmp_path) -> None:
    answers.to_save = answers.to_open = tmp_path / "class.dealzone"
    edit(program)
    saved = program.store.state.snapshot
    assert "(edited)" in program.window.windowTitle()
    program.window.desk.session.save()
    assert program.window.windowTitle() == "class, as of 23 October 2025 - Deal Zone Explorer"
    other = open_program()
    other.window.desk.session.open()
    assert other.store.state.snapshot == saved
    assert other.store.state.is_saved
    assert other.store.state.result.zone == program.store.state.result.zone
    assert bar_text(other) == ""
    assert str(answers.to_open) in other.settings.now.recent_files


def test_a_file_on_the_command_line_is_opened(open_program, program, answers, tmp_path) -> None:
    answers.to_save = tmp_path / "class.dealzone"
    edit(program)
    program.window.desk.session.save()
    other = open_program(file=answers.to_save)
    assert other.store.state.snapshot == program.store.state.snapshot
    assert not other.window.is_on_start_page()


def test_a_case_file_opens_as_a_case_of_its_own(program, tmp_path) -> None:
    case = json.loads(resource("cases", "korea.json").read_text(encoding="utf-8"))
    case["id"], case["name"] = "another", "Another case"
    path = tmp_path / "another.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    assert program.window.desk.session.open_path(path)
    assert program.store.state.scenario.case.id == "another"
    settle(program)
    assert program.store.state.result.scenario.case.id == "another"
    edit(program)
    assert program.window.desk.workbench.controls.control("russia_alignment").slider.value() == 40


def test_a_case_of_huge_numbers_is_refused_by_place_and_the_old_document_stays(
    program, answers, tmp_path
) -> None:
    case = json.loads(resource("cases", "korea.json").read_text(encoding="utf-8"))
    case["issues"][3]["cost"]["base"]["values"][2] = 1e150
    path = tmp_path / "huge.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    before = program.store.state
    assert not program.window.desk.session.open_path(path)
    assert program.store.state is before
    assert "issues[3].cost.base.values[2]" in answers.errors[0]
    assert "less than or equal to 10000000" in answers.errors[0]
    edit(program)
    assert program.store.state.result.scenario.case == before.scenario.case


def test_a_broken_file_is_refused_with_a_message_and_nothing_changes(
    program, answers, tmp_path
) -> None:
    path, before = tmp_path / "broken.dealzone", program.store.state
    for content in ("", "{", "[" * 100_000, '{"format": "dealzone"}', "\x00\x01"):
        path.write_text(content, encoding="utf-8")
        answers.errors.clear()
        assert not program.window.desk.session.open_path(path)
        assert program.store.state is before
        assert "broken.dealzone" in answers.errors[0]


def test_a_missing_file_is_forgotten(program, answers, tmp_path) -> None:
    path = tmp_path / "gone.dealzone"
    program.settings.replace(program.settings.now.with_recent(path))
    program.window.desk.session.open_path(path)
    assert answers.errors
    assert program.settings.now.recent_files == ()


def test_unsaved_changes_are_asked_about(program, answers, tmp_path) -> None:
    edit(program)
    edited = program.store.state.snapshot
    answers.changes = "cancel"
    program.window.desk.session.new()
    assert program.store.state.snapshot == edited
    assert not program.window.close()
    answers.changes, answers.to_save = "save", tmp_path / "kept.dealzone"
    program.window.desk.session.new()
    assert answers.to_save.exists()
    assert program.store.state.is_saved
    assert answers.asked == 3


def test_nobody_is_asked_to_save_what_nobody_made(program, answers, tmp_path) -> None:
    session, scenarios = program.window.desk.session, program.window.commands.scenario
    for preset in ("hanoi-2019", "october-2025-declared"):
        scenarios.load_preset(preset)
        assert not session.has_changes
        assert "(edited)" not in program.window.windowTitle()
        edit(program)
        assert session.has_changes
        assert "(edited)" in program.window.windowTitle()
        scenarios.undo()
        assert not session.has_changes
    assert session.may_leave()
    assert answers.asked == 0
    program.window.commands.comparison.comparing.pin_snapshot()
    assert session.has_changes
    scenarios.undo()
    # In a document that has a file, another scenario is a change of that file.
    answers.to_save = tmp_path / "class.dealzone"
    session.save()
    scenarios.load_preset("hanoi-2019")
    assert session.has_changes


def test_nothing_is_asked_where_nothing_is_unsaved(program, answers) -> None:
    edit(program)
    program.window.commands.scenario.undo()
    program.window.desk.session.new()
    assert program.window.close()
    assert answers.asked == 0


def test_a_broken_off_session_is_offered_again(open_program, program, answers) -> None:
    edit(program)
    program.window.desk.session.autosave()
    broken_off = program.store.state.snapshot
    # As if the process had died: the lock is free, the autosave stays.
    program.window.desk.session._autosave._session._lock.release()
    other = open_program()
    assert "ended unexpectedly" in bar_text(other)
    other.window.desk.session.answer("recover")
    assert other.store.state.snapshot == broken_off
    assert not other.store.state.is_saved


def test_a_session_that_is_discarded_is_not_offered_twice(open_program, program) -> None:
    edit(program)
    program.window.desk.session.autosave()
    program.window.desk.session._autosave._session._lock.release()
    other = open_program()
    other.window.desk.session.answer("discard")
    assert bar_text(open_program()) == ""


def saved_content(program: Program, path: Path, answers) -> dict[str, object]:
    answers.to_save = path
    program.window.desk.session.save_as()
    return json.loads(path.read_text(encoding="utf-8"))


def test_a_newer_file_opens_with_a_bar_and_is_never_overwritten(program, answers, tmp_path) -> None:
    path = tmp_path / "newer.dealzone"
    content = saved_content(program, path, answers)
    path.write_text(json.dumps({**content, "schema_version": 99}), encoding="utf-8")
    newer = path.read_bytes()
    program.window.desk.session.open_path(path)
    assert "newer version" in bar_text(program)
    edit(program)
    answers.to_save = tmp_path / "mine.dealzone"
    program.window.desk.session.save()
    assert path.read_bytes() == newer
    assert answers.to_save.exists()


def test_what_is_not_understood_is_listed(program, answers, tmp_path) -> None:
    path = tmp_path / "odd.dealzone"
    content = saved_content(program, path, answers)
    content["scenario"]["controls"]["no_such_control"] = 3
    path.write_text(json.dumps(content), encoding="utf-8")
    program.window.desk.session.open_path(path)
    assert "no_such_control" in bar_text(program)


def test_results_of_another_model_stand_beside_those_of_today(program, answers, tmp_path) -> None:
    path = tmp_path / "old.dealzone"
    content = saved_content(program, path, answers)
    content["model_version"] = "0.5"
    content["results"]["zone"]["packages"] = 7
    path.write_text(json.dumps(content), encoding="utf-8")
    program.window.desk.session.open_path(path)
    assert "then: 7" in bar_text(program)
    assert f"{program.store.state.result.zone.packages:,}" in bar_text(program)


def test_an_unwritable_place_is_told_and_nothing_is_lost(program, answers, tmp_path) -> None:
    edit(program)
    answers.to_save = tmp_path / "no" / "such" / "folder" / "class.dealzone"
    assert not program.window.desk.session.save()
    assert answers.errors
    assert not program.store.state.is_saved


def test_a_picture_is_exported_and_its_place_remembered(program, answers, tmp_path) -> None:
    pictures = program.window.desk.pictures
    shot = Shot("board", pictures.viewing(), program.look.theme, "board")
    for suffix in ("png", "svg", "pdf"):
        folder = tmp_path / suffix
        folder.mkdir()
        answers.to_export = folder / f"board.{suffix}"
        assert program.window.desk.exporter.export_picture(shot, suffix, (800, 450))
        assert answers.to_export.stat().st_size > 1000
        assert program.settings.now.last_export_folder == str(folder)
        assert program.settings.now.last_export_format == suffix


def test_the_data_of_a_picture_are_exported(program, answers, tmp_path) -> None:
    answers.to_export = tmp_path / "board.csv"
    program.window.commands.picture.export_data()
    rows = program.store.state.scenario.case.rows
    content = answers.to_export.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert len(content.decode("utf-8-sig").splitlines()) >= len(rows)


def test_an_export_that_fails_is_told(program, answers, tmp_path) -> None:
    answers.to_export = tmp_path / "nowhere" / "board.csv"
    program.window.commands.picture.export_data()
    assert answers.errors


def test_picture_and_data_reach_the_clipboard(program, qapp) -> None:
    program.window.commands.picture.copy_picture()
    assert not qapp.clipboard().image().isNull()
    program.window.commands.picture.copy_data()
    viewing = program.window.desk.pictures.viewing()
    view_id = program.window.desk.pictures.active_view
    table = dated_table(figure_of(view_id, viewing).table, viewing.result.scenario.as_of)
    assert qapp.clipboard().text() == table_text(table)


def test_copied_words_are_no_formula(program, qapp) -> None:
    program.window.commands.copy_text("=1+2\nSeoul (\N{MINUS SIGN}3.5)\n")
    assert qapp.clipboard().text() == "'=1+2\nSeoul (-3.5)\n"


def test_a_scenario_code_is_short_enough_for_a_chat(program) -> None:
    assert len(scenario_code(program.store.state.scenario)) < 400


def test_the_first_start_shows_the_start_page_and_the_second_does_not(open_program) -> None:
    first = open_program()
    assert first.window.is_on_start_page()
    first.window.start_page.first_button().click()
    assert not first.window.is_on_start_page()
    assert first.window.tips.is_active()
    for _ in range(3):
        first.window.tips._go_on()
    assert not first.window.tips.is_active()
    assert first.window.close()
    second = open_program()
    assert not second.window.is_on_start_page()
    assert not second.window.tips.is_active()


def test_settings_outlive_the_window(open_program, program) -> None:
    program.window.desk.look.choose_theme("dark")
    program.window.desk.look.choose_text_size(125)
    program.window.desk.pictures.choose_lower_view("gains")
    assert program.window.close()
    again = open_program()
    assert again.look.theme.id == "dark"
    assert again.look.text_percent == 125
    assert again.window.desk.pictures.lower_view == "gains"


@pytest.mark.parametrize("first", [True, False])
def test_the_settings_of_two_windows_are_both_remembered(
    open_program, program, answers, tmp_path, *, first: bool
) -> None:
    other = open_program()
    for window, name in ((program, "a"), (other, "b")):
        answers.to_save = tmp_path / f"{name}.dealzone"
        edit(window)
        assert window.window.desk.session.save()
    program.window.desk.look.choose_theme("dark")
    other.window.desk.look.choose_text_size(150)
    assert (program if first else other).window.close()
    assert (other if first else program).window.close()
    again = open_program()
    assert again.look.theme.id == "dark"
    assert again.look.text_percent == 150
    assert {Path(each).stem for each in again.settings.now.recent_files} == {"a", "b"}
