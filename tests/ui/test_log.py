"""The log: one line for each entry, whatever the name of a file holds."""

import logging
from pathlib import Path

from explorer.ui.app.log import Log


def test_a_name_with_control_characters_is_one_line_and_looks_like_no_other_entry(
    tmp_path: Path,
) -> None:
    log = Log(tmp_path / "log.txt")
    name = "a\x1b[2J\n2026-01-01 00:00:00,000 INFO explorer.ui: forged\N{RIGHT-TO-LEFT OVERRIDE}"
    logging.getLogger("explorer.files").info("Not written: %s", name)
    log.close()
    lines = (tmp_path / "log.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1
    assert lines[0].isprintable()
    assert r"a\x1b[2J\x0a2026" in lines[0]


def test_a_traceback_keeps_its_lines(tmp_path: Path) -> None:
    log = Log(tmp_path / "log.txt")
    try:
        raise ValueError("bad \x1b[2J")
    except ValueError:
        # A record as the hook for crashes makes it, but for its level.
        logging.getLogger("explorer.ui").info("Unexpected error", exc_info=True)
    log.close()
    text = (tmp_path / "log.txt").read_text(encoding="utf-8")
    assert len(text.splitlines()) > 3
    assert r"ValueError: bad \x1b[2J" in text
