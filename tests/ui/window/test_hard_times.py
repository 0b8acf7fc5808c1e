"""Documents when things go wrong around them: crashes, other programs, half-understood files."""

import errno
import json
import os
import sys
from pathlib import Path

import pytest

from explorer.files.document import read_document
from explorer.files.places import places
from explorer.files.resources import resource
from explorer.ui.app.app import Program
from tests.ui.window.conftest import settle

LEFT_DRAFT = ".dealzone-0123456789abcdef.tmp"


def refuse(*_: object, **__: object) -> None:
    """Answer as a file system without access rights does."""
    raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))


def edit(program: Program, value: float = 40) -> None:
    scenario = program.store.state.scenario.with_value("russia_alignment", value)
    program.store.edit(scenario, "move")


def saved(program: Program, answers, path: Path) -> Path:
    answers.to_save = path
    assert program.window.desk.session.save_as()
    return path


def changed(path: Path, **fields: object) -> Path:
    content = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**content, **fields}), encoding="utf-8")
    return path


def break_off(program: Program) -> None:
    """Free the lock and leave the autosave, as if the process had died."""
    session = program.window.desk.session
    session.autosave()
    session._autosave._session._lock.release()


def bar_texts(program: Program) -> list[str]:
    """Return all messages, the shown one first."""
    return [message.text for message in program.window.desk.workbench.message_bar._messages]


def test_a_recovered_session_outlives_a_second_crash(open_program, program) -> None:
    edit(program)
    break_off(program)
    second = open_program()
    second.window.desk.session.answer("recover")
    second.window.desk.session._autosave._session._lock.release()
    third = open_program()
    third.window.desk.session.answer("recover")
    assert third.store.state.snapshot == program.store.state.snapshot


def test_what_cannot_be_kept_anew_is_not_thrown_away(open_program, program, data_folder) -> None:
    edit(program)
    break_off(program)
    second = open_program()
    own = second.window.desk.session._autosave._session._path
    # A folder in the autosave's place refuses it, as a full disk would.
    own.mkdir()
    second.window.desk.session.answer("recover")
    assert second.store.state.snapshot == program.store.state.snapshot
    assert any("in case of a crash" in text for text in bar_texts(second))
    own.rmdir()
    left = list((data_folder / "state" / "sessions").glob("*.session"))
    assert len(left) == 1


def test_an_offer_that_was_interrupted_comes_again(open_program, program, answers) -> None:
    edit(program)
    break_off(program)
    second = open_program()
    edit(second, 10)
    answers.changes = "cancel"
    bar = second.window.desk.workbench.message_bar
    bar._buttons[0].click()
    assert second.store.state.scenario.value("russia_alignment") == 10
    assert any("ended unexpectedly" in text for text in bar_texts(second))


def test_the_sessions_of_two_windows_are_both_offered(open_program, program) -> None:
    other = open_program()
    edit(program, 10)
    edit(other, 20)
    break_off(program)
    break_off(other)
    third = open_program()
    found = set()
    for _ in range(2):
        third.window.desk.session.answer("recover")
        found.add(third.store.state.scenario.value("russia_alignment"))
    assert found == {10, 20}
    assert bar_texts(third) == []


def test_a_hand_that_never_rests_is_autosaved(program, monkeypatch) -> None:
    timer = program.window.desk.session._autosave._timer
    edit(program, 10)
    assert timer.isActive()
    started = []
    monkeypatch.setattr(timer, "start", lambda: started.append(True))
    edit(program, 20)
    assert not started


def test_a_drag_under_way_is_autosaved(open_program, program) -> None:
    session = program.window.desk.session
    program.store.begin_gesture("move")
    edit(program, 33)
    session._autosave._timer.timeout.emit()
    edit(program, 34)
    # The next seconds of the same drag are kept as well.
    assert session._autosave._timer.isActive()
    session._autosave._session._lock.release()
    other = open_program()
    other.window.desk.session.answer("recover")
    assert other.store.state.scenario.value("russia_alignment") == 33
    program.store.end_gesture()


@pytest.mark.parametrize("written", [1, 4_000_000_000])
def test_a_file_that_changed_since_the_crash_is_asked_about_whatever_its_clock_says(
    open_program, program, answers, tmp_path, written: int
) -> None:
    path = saved(program, answers, tmp_path / "class.dealzone")
    edit(program)
    break_off(program)
    theirs = changed(path, notes="theirs").read_bytes()
    os.utime(path, (written, written))
    other = open_program()
    other.window.desk.session.answer("recover")
    answers.changed_file = "cancel"
    assert not other.window.desk.session.save()
    assert answers.asked == 1
    assert path.read_bytes() == theirs


def test_a_file_that_did_not_change_since_the_crash_is_saved_whatever_its_clock_says(
    open_program, program, answers, tmp_path
) -> None:
    path = saved(program, answers, tmp_path / "class.dealzone")
    edit(program)
    break_off(program)
    os.utime(path, (4_000_000_000, 4_000_000_000))
    second = open_program()
    second.window.desk.session.answer("recover")
    # What the file held is remembered over a second crash as well.
    break_off(second)
    third = open_program()
    third.window.desk.session.answer("recover")
    assert third.window.desk.session.save()
    assert answers.asked == 0
    assert read_document(path).document.scenario.value("russia_alignment") == 40


def test_after_a_crash_of_an_older_version_it_is_asked_before_a_file_is_replaced(
    open_program, program, answers, tmp_path, data_folder
) -> None:
    path = saved(program, answers, tmp_path / "class.dealzone")
    edit(program)
    break_off(program)
    (autosave,) = (data_folder / "state" / "sessions").glob("*.session")
    content = json.loads(autosave.read_text(encoding="utf-8"))
    del content["origin_digest"]
    content["saved_at"] = "2025-10-24T12:00:00"
    autosave.write_text(json.dumps(content), encoding="utf-8")
    other = open_program()
    other.window.desk.session.answer("recover")
    assert other.store.state.scenario.value("russia_alignment") == 40
    before = path.read_bytes()
    assert not other.window.desk.session.save()
    assert answers.asked == 1
    assert path.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX system")
def test_saving_where_access_rights_cannot_be_set_is_done_and_told(
    program, answers, tmp_path, monkeypatch
) -> None:
    path = saved(program, answers, tmp_path / "class.dealzone")
    path.chmod(0o666)
    edit(program)
    with monkeypatch.context() as patch:
        patch.setattr(os, "chmod", refuse)
        assert program.window.desk.session.save()
    assert program.store.state.is_saved
    assert any("access rights" in text for text in bar_texts(program))
    edit(program, 50)
    assert program.window.desk.session.save()
    assert bar_texts(program) == []


def test_what_killed_programs_left_is_swept_at_the_start(open_program, tmp_path) -> None:
    where = places(tmp_path / "data")
    left = [where.config / LEFT_DRAFT, where.sessions / LEFT_DRAFT, where.sessions / "dead.lock"]
    for path in left:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    open_program(where)
    assert not any(path.exists() for path in left)


def test_what_a_killed_program_left_beside_a_document_is_swept_when_it_is_opened_or_saved(
    program, answers, tmp_path
) -> None:
    draft = tmp_path / LEFT_DRAFT
    draft.touch()
    path = saved(program, answers, tmp_path / "class.dealzone")
    assert not draft.exists()
    draft.touch()
    assert program.window.desk.session.open_path(path)
    assert not draft.exists()


def test_settings_notes_do_not_hide_what_a_crash_left(open_program, program, data_folder) -> None:
    edit(program)
    break_off(program)
    (data_folder / "config" / "settings.json").write_text('{"theme": "pink"}', encoding="utf-8")
    texts = bar_texts(open_program())
    assert "ended unexpectedly" in texts[0]
    assert "pink" in texts[1]


def test_what_was_not_understood_is_not_saved_over(program, answers, tmp_path) -> None:
    path = saved(program, answers, tmp_path / "odd.dealzone")
    content = changed(path, notes=7).read_bytes()
    assert program.window.desk.session.open_path(path)
    edit(program)
    answers.to_save = tmp_path / "mine.dealzone"
    assert program.window.desk.session.save()
    assert path.read_bytes() == content
    assert "odd.dealzone" in answers.errors[0]
    # From now on the new file is the document.
    edit(program, 50)
    assert program.window.desk.session.save()
    opened = read_document(answers.to_save)
    assert opened.document.scenario.value("russia_alignment") == 50


def test_what_is_kept_though_not_understood_may_be_saved_over(program, answers, tmp_path) -> None:
    path = changed(saved(program, answers, tmp_path / "odd.dealzone"), colour="red")
    assert program.window.desk.session.open_path(path)
    edit(program)
    assert program.window.desk.session.save()
    assert json.loads(path.read_text(encoding="utf-8"))["colour"] == "red"


def test_what_was_said_of_one_document_goes_with_it(program, answers, tmp_path) -> None:
    good = saved(program, answers, tmp_path / "good.dealzone")
    odd = changed(saved(program, answers, tmp_path / "odd.dealzone"), colour="red")
    session = program.window.desk.session
    session.open_path(odd)
    assert bar_texts(program)
    session.open_path(good)
    assert bar_texts(program) == []


@pytest.mark.parametrize("answer", ["cancel", "other", "replace"])
def test_a_file_that_another_program_changed_is_asked_about(
    program, answers, tmp_path, answer: str
) -> None:
    path = saved(program, answers, tmp_path / "class.dealzone")
    theirs = changed(path, notes="theirs").read_bytes()
    edit(program)
    answers.changed_file, answers.to_save = answer, tmp_path / "other.dealzone"
    assert program.window.desk.session.save() == (answer != "cancel")
    assert (path.read_bytes() == theirs) == (answer != "replace")
    assert answers.to_save.exists() == (answer == "other")
    assert program.store.state.is_saved == (answer != "cancel")


def test_a_file_written_anew_with_the_same_content_is_no_change(program, answers, tmp_path) -> None:
    path = saved(program, answers, tmp_path / "class.dealzone")
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content)
    os.utime(path, (1, 1))
    edit(program)
    assert program.window.desk.session.save()
    assert answers.asked == 0


def test_a_file_that_was_deleted_is_written_again(program, answers, tmp_path) -> None:
    path = saved(program, answers, tmp_path / "class.dealzone")
    path.unlink()
    edit(program)
    assert program.window.desk.session.save()
    assert path.exists()


def test_a_broken_file_asks_nothing_about_changes(program, answers, tmp_path) -> None:
    path = tmp_path / "broken.dealzone"
    path.write_text("{", encoding="utf-8")
    edit(program)
    assert not program.window.desk.session.open_path(path)
    assert answers.asked == 0


def test_opening_the_open_file_after_saving_shows_what_was_saved(
    program, answers, tmp_path
) -> None:
    path = saved(program, answers, tmp_path / "class.dealzone")
    edit(program, 12)
    answers.changes = "save"
    assert program.window.desk.session.open_path(path)
    assert program.store.state.scenario.value("russia_alignment") == 12


def test_a_foreign_case_comes_back_with_its_document(program, answers, tmp_path) -> None:
    case = json.loads(resource("cases", "korea.json").read_text(encoding="utf-8"))
    case["sender"]["name"] = "Freedonia"
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    session = program.window.desk.session
    assert session.open_path(path)
    assert str(path) in program.settings.now.recent_files
    edit(program, 33)
    document = saved(program, answers, tmp_path / "a b 한글.dealzone")
    path.unlink()
    session.open_path(resource("cases", "korea.json"))
    assert program.store.state.scenario.case.sender.name != "Freedonia"
    assert session.open_path(document)
    assert program.store.state.scenario.case.sender.name == "Freedonia"
    assert program.store.state.scenario.value("russia_alignment") == 33
    settle(program)
    assert program.store.state.result.scenario.case.sender.name == "Freedonia"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text there")
def test_a_name_that_is_no_text_costs_only_its_place_among_the_recent(
    program, answers, tmp_path
) -> None:
    path = saved(program, answers, tmp_path / os.fsdecode(b"bad\xff.dealzone"))
    edit(program)
    assert program.window.desk.session.save()
    assert program.window.desk.session.open_path(path)
    assert program.settings.now.recent_files == ()


def test_the_name_of_a_scenario_cannot_upset_the_window(program, answers, tmp_path) -> None:
    path = saved(program, answers, tmp_path / "named.dealzone")
    content = json.loads(path.read_text(encoding="utf-8"))
    for name in ("x" * 5000, "two\nlines", "\u202egnp", "\ud800", ""):
        content["scenario"]["name"] = name
        path.write_text(json.dumps(content), encoding="utf-8")
        assert program.window.desk.session.open_path(path)
        shown = program.window.menus.scenario_button.text()
        assert len(shown) < 80
        assert shown.isprintable()
