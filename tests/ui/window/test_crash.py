"""Unexpected errors: logged, told once, and the program goes on."""

import logging
import sys
import threading

from explorer.ui.crash_hook import CrashHook
from explorer.ui.log import Log


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
