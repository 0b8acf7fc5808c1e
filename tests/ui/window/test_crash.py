"""Unexpected errors: logged, told once, and the program goes on."""

import logging
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from explorer.model.errors import FileError
from explorer.ui.app import app
from explorer.ui.app.crash_hook import CrashHook
from explorer.ui.app.log import Log
from explorer.views.options import WindowOptions


def fail() -> None:
    raise RuntimeError("quite unexpected")


def test_an_error_on_any_thread_is_told_on_the_main_thread(qtbot, caplog) -> None:
    hook = CrashHook()
    told: list[str] = []
    try:
        hook.crashed.connect(told.append)
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        try:
            fail()
        except RuntimeError:
            sys.excepthook(*sys.exc_info())
        qtbot.waitUntil(lambda: len(told) == 2)
    finally:
        hook.remove()
    assert all("quite unexpected" in text for text in told)
    assert sys.excepthook is not hook._catch


def test_a_crash_is_shown_without_ending_the_program(program, answers) -> None:
    program.tell_crash("Traceback\n  ...\nRuntimeError: quite unexpected")
    assert "quite unexpected" in answers.errors[0]
    assert program.window.isVisible()


def test_the_log_takes_what_is_said_and_lets_go(qapp, tmp_path) -> None:
    log = Log(tmp_path / "log" / "dealzone.log")
    logging.getLogger("explorer.start").info("a line")
    log.close()
    logging.getLogger("explorer.start").info("another line")
    text = (tmp_path / "log" / "dealzone.log").read_text(encoding="utf-8")
    assert "a line" in text
    assert "another line" not in text


def test_a_folder_that_refuses_costs_only_the_log(qapp, tmp_path) -> None:
    (tmp_path / "log").write_text("a file stands where the folder should be", encoding="utf-8")
    log = Log(tmp_path / "log" / "dealzone.log")
    logging.getLogger("explorer.start").info("a line")
    log.close()


def test_a_line_that_is_no_text_is_written_all_the_same(
    qapp, tmp_path, capsys, monkeypatch
) -> None:
    # The report of a test that runs beside others must itself be text.
    monkeypatch.setattr(logging.getLogger("explorer"), "propagate", False)
    log = Log(tmp_path / "dealzone.log")
    logging.getLogger("explorer.start").info("bad\udcff.dealzone")
    log.close()
    assert "bad\\udcff" in (tmp_path / "dealzone.log").read_text(encoding="utf-8")
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to be had")
def test_a_full_disk_costs_only_the_log(qapp, capsys) -> None:
    log = Log(Path("/dev/full"))
    logging.getLogger("explorer.start").info("a line for which there is no room")
    log.close()
    assert capsys.readouterr().err == ""


def test_a_missing_part_of_the_program_is_told_in_a_box(
    open_program, data_folder, monkeypatch
) -> None:
    said: list[str] = []

    def missing(_case_id: str) -> None:
        raise FileError("A part of this program is missing: korea.json.")

    monkeypatch.setattr(app, "used_case", missing)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()) or 0)
    hook = sys.excepthook
    with pytest.raises(FileError):
        app.open_window(WindowOptions(data_folder=data_folder), 0)
    assert "korea.json" in said[0]
    assert sys.excepthook is hook
